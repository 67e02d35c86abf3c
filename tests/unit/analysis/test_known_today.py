"""What is known from outside a claim's texts is called later, or public before, only where the dates prove it."""

import random

import pytest

from builder.analysis import analyse
from builder.analysis.knowntoday import Known, WhenKnown
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.pages.test_gaps import random_date, random_day


def known(date: str, *published: str) -> Known:
    """What one entry is to texts of these dates."""
    articles = {f"a{place}": article(each) for place, each in enumerate(published)}
    entry = {"date": date, "text": "T", "by": "E"}
    made = library(articles=articles, claims={"c": claim(*map(says, articles), known_today=[entry])})
    return analyse(made).claims[next(iter(made.claims.values())).id].known_today[0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("date", "published", "when"),
    [
        ("2015-11-06", ("2015-11-12", "2016-07-31"), WhenKnown.ALREADY_PUBLIC),
        ("2015-11-17", ("2015-11-12", "2015-11-13?"), WhenKnown.LATER),
        ("2015-11-12", ("2015-11-12",), WhenKnown.SAME_DAYS),
        ("2015-11-12", ("2015-11-12", "2016-07-31"), WhenKnown.SAME_DAYS),
        ("2016-07-31", ("2016-07-31/2016-08-01",), WhenKnown.SAME_DAYS),
        ("2015-11-09", ("2015-11-03/2015-11-09",), WhenKnown.SAME_DAYS),
        ("2015-11-09", ("2015-11-02/2015-11-09",), WhenKnown.ORDER_UNKNOWN),
        ("2015-12", ("2015-11-12", "2016-07-31"), WhenKnown.BETWEEN),
        ("2015", ("2015-11-12",), WhenKnown.ORDER_UNKNOWN),
        ("2015-11-12", ("2015-11",), WhenKnown.ORDER_UNKNOWN),
        ("2015-11-20", ("2015-11-12", "unknown"), WhenKnown.ORDER_UNKNOWN),
        ("2026-05-21", ("../2026-05-20",), WhenKnown.LATER),
        ("2015-11-12", (), None),
    ],
)
def test_an_entry_is_what_its_date_is_to_every_text(
    date: str, published: tuple[str, ...], when: WhenKnown
) -> None:
    assert known(date, *published).when is when


def test_what_is_said_of_an_entry_is_true_of_every_day_that_the_dates_may_mean() -> None:
    chance = random.Random(7)
    told = 0
    for _ in range(1_500):
        one, other = random_date(chance), random_date(chance)
        found = known(one.text, other.text)
        pairs = [(random_day(chance, one), random_day(chance, other)) for _ in range(4)]
        if found.when is WhenKnown.ALREADY_PUBLIC:
            assert all(entry < text for entry, text in pairs), (one, other)
        if found.when is WhenKnown.LATER:
            assert all(entry > text for entry, text in pairs), (one, other)
        if found.when is WhenKnown.SAME_DAYS:
            assert all(abs((entry - text).days) < 7 for entry, text in pairs), (one, other)
        told += found.when is not WhenKnown.ORDER_UNKNOWN
    assert told > 300
