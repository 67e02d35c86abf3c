"""The time between two texts is said only as far as every day that their dates may mean bears it out."""

import random
import re
from datetime import date, timedelta

import pytest

from builder.model.edtf import Edtf, parse_edtf, unknown_date
from builder.model.monthdays import months_away
from builder.pages.parts.facing import time_between

UNKNOWN = ("Order unknown", "by their dates")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("2015-11-12", "2015-11-13", ("1 day", "apart")),
        ("2015-11-12", "2015-11-12", ("Same day", "two texts")),
        ("2015-02-28", "2015-04-28", ("2 months", "apart")),
        ("2014-01-10", "2015-11-12", ("22 months and 2 days", "apart")),
        ("2011-01-31", "2015-01-30", ("about 4 years", "apart")),
        ("2011-01-31", "2015-01-31", ("4 years", "apart")),
        ("2017-11", "2017-11-17", UNKNOWN),
        ("2017-11", "2017-11", UNKNOWN),
        ("2017", "2017-11-17", UNKNOWN),
        ("2017-11-17", "2017-11-18?", UNKNOWN),
        ("2017-10-31/2017-11-17", "2017-11-17", UNKNOWN),
        ("2015-21", "2015-10-01", UNKNOWN),
        ("2017-10-31/2017-11-16", "2017-11-17", ("between 1 and 17 days", "apart")),
        ("2017-10", "2017-11-05", ("between 5 and 35 days", "apart")),
        ("2014-09-03~", "2016-07-31/2016-08-01", ("between 22 and 24 months", "apart")),
        ("2017", "2018", ("between 1 day and 24 months", "apart")),
        ("2011", "2015", ("between 3 and 5 years", "apart")),
        ("../2011", "2015", ("at least 3 years", "apart")),
        ("2015", "../2014-12-30", ("at least 2 days", "apart")),
        ("../2015-06-01", "2015", UNKNOWN),
    ],
)
def test_no_more_is_said_than_the_dates_prove(first: str, second: str, words: tuple[str, str]) -> None:
    assert time_between(parse_edtf(first), parse_edtf(second)) == words
    assert time_between(parse_edtf(second), parse_edtf(first)) == words


def test_a_date_that_is_not_known_tells_no_distance_and_its_bounds_do() -> None:
    seen = unknown_date(before=parse_edtf("2026-05-20"))
    assert time_between(unknown_date(), parse_edtf("2026-05-25")) == UNKNOWN
    assert time_between(seen, parse_edtf("2026-05-20")) == UNKNOWN
    assert time_between(seen, parse_edtf("2026-05-25")) == ("at least 5 days", "apart")


def random_date(chance: random.Random) -> Edtf:
    """A date of any form, near enough to others that both outcomes are common."""
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(1200))
    sign = chance.choice(("", "", "?", "~", "%"))
    text = chance.choice(
        (
            day.isoformat() + sign,
            day.isoformat()[:7] + sign,
            day.isoformat()[:4] + sign,
            day.isoformat()[:8] + "XX",
            f"{day.year}-{chance.randrange(21, 42)}{sign}",
            f"{day.isoformat()}/{(day + timedelta(days=chance.randrange(40))).isoformat()}",
            f"{day.isoformat()[:4]}?-{day.isoformat()[5:]}",
            f"../{day.isoformat()}",
            f"{day.isoformat()}/..",
        )
    )
    return parse_edtf(text)


def random_day(chance: random.Random, edtf: Edtf) -> date:
    """One day that a date may mean, its ends often."""
    lower = max(edtf.widened_lower, date(2005, 1, 1))
    upper = min(edtf.widened_upper, date(2030, 1, 1))
    between = lower + timedelta(days=chance.randrange((upper - lower).days + 1))
    return chance.choice((lower, upper, between))


def bears_out(words: str, start: date, end: date) -> bool:
    """Whether the time from one day to another is what some words say."""
    if words.startswith("between "):
        low, high = re.fullmatch(r"between (.+) and (.+)", words).groups()  # type: ignore[union-attr]
        low = low if " " in low else f"{low} {high.split()[-1]}"
        return after(start, low) <= end <= after(start, high)
    if words.startswith("at least "):
        return after(start, words.removeprefix("at least ")) <= end
    if words.startswith("about "):
        years = int(words.split()[1])
        return months_away(start, 12 * years - 7) <= end <= months_away(start, 12 * years + 7)
    return end == after(start, words)


def after(start: date, words: str) -> date:
    """The day so long after another."""
    for number, unit in re.findall(r"(\d+) (day|month|year)", words):
        days, months = int(number) * (unit == "day"), int(number) * {"month": 1, "year": 12}.get(unit, 0)
        start = months_away(start, months) + timedelta(days=days)
    return start


def test_whatever_is_said_is_true_of_every_two_days_that_the_dates_may_mean() -> None:
    chance = random.Random(20151112)
    told = 0
    for _ in range(4_000):
        one, other = random_date(chance), random_date(chance)
        gap, words = time_between(one, other)
        pairs = [(random_day(chance, one), random_day(chance, other)) for _ in range(6)]
        if gap == "Same day":
            assert all(first == second for first, second in pairs), (one, other)
        elif words == "apart":
            told += 1
            signs = {first < second for first, second in pairs}
            assert len(signs) == 1, (one, other, "an order that is not proved")
            for pair in pairs:
                assert bears_out(gap, *sorted(pair)), (str(one), str(other), gap, pair)
        else:
            assert (gap, words) == UNKNOWN
    assert told > 1_000
