"""Each rule of the walk finds what it is there for: a page of the golden site with the very fault planted in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.model.edtf import parse_edtf
from tests.golden.golden import build_golden
from tests.walk.days import days_of
from tests.walk.rules import RULES, gap_fault
from tests.walk.site import Site


@dataclass(frozen=True)
class Plant:
    """A rule, a file of the site, what stands in it, what is put there, and words of the fault that must be told."""

    rule: str
    file: str
    was: str
    now: str
    told: str


PLANTS = (
    Plant(
        "nothing that no source and no signature carries",
        "claims/cause-of-the-stop.html",
        "</main>",
        "<p>The texts cannot all be right.</p></main>",
        "cannot all be right",
    ),
    Plant(
        "nothing that no source and no signature carries",
        "claims/cause-of-the-stop.html",
        "</main>",
        "<p>Both texts are right.</p></main>",
        "who is right",
    ),
    Plant(
        "no gap that the dates do not prove",
        "claims/cause-of-the-stop.html",
        'Order unknown</bdi> <span class="between-note">by their dates',
        '1 day</bdi> <span class="between-note">apart',
        "the dates do not prove which came first",
    ),
    Plant(
        "no order that the dates do not prove",
        "comparisons/pair--6f9ee199.html",
        "appeared first in MC",
        "appeared first in CW",
        "is not proved against articles/courier-eleven-hours.html",
    ),
    Plant(
        "no order that the dates do not prove",
        "data/events.json",
        '"edtf": "2019-03-07"',
        '"edtf": "2019-03-07~"',
        "articles/wire-overnight.html is not proved to be older than the event of claims/sails-again.html",
    ),
    Plant(
        "nothing from outside on the wrong side of the texts",
        "claims/people-on-board.html",
        "Later than all 4 texts",
        "Public before all 4 texts",
        "Public before all 4 texts",
    ),
    Plant(
        "no claim on the comparison of another event",
        "comparisons/event--sabah-arrives.html",
        "</main>",
        '<a href="../claims/sails-again.html">When the Sabah sails again</a></main>',
        "claims/sails-again.html is not about sabah-arrives",
    ),
    Plant(
        "no editors' title that poses as a headline",
        "articles/wire-overnight.html",
        "[Ferry waits outside the harbour of Mirana]</h1>",
        "Ferry waits outside the harbour of Mirana</h1>",
        "does not stand in brackets",
    ),
    Plant(
        "no editors' title that poses as a headline",
        "articles/wire-overnight.html",
        '"@type":"NewsArticle","name"',
        '"@type":"NewsArticle","headline"',
        "is a headline for machines",
    ),
    Plant(
        "no two pages with one title",
        "claims/people-on-board.html",
        "<title>C02 How many people were on board",
        "<title>C03 A failed pump stopped the Sabah",
        "2 pages are called",
    ),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_golden(tmp_path_factory.mktemp("golden") / "dossier")


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.rule}: {plant.now[:40]}")
def test_a_planted_fault_is_found(built: Path, tmp_path: Path, plant: Plant) -> None:
    root = tmp_path / "site"
    shutil.copytree(built, root)
    before = set(RULES[plant.rule](Site(root)))
    text = (root / plant.file).read_text(encoding="utf-8")
    assert plant.was in text
    (root / plant.file).write_text(text.replace(plant.was, plant.now, 1), encoding="utf-8")
    new = set(RULES[plant.rule](Site(root))) - before
    assert [fault for fault in new if plant.told in fault], new


def test_every_rule_has_a_planted_fault() -> None:
    assert {plant.rule for plant in PLANTS} == RULES.keys()


@pytest.mark.parametrize(
    ("first", "second", "told", "fault"),
    [
        ("2015-11-12", "2015-11-13", "1 day apart", ""),
        ("2015-11-12", "2015-11-13", "2 days apart", "it is 1 days"),
        ("2015-11-12", "2015-11-12", "Same day two texts", ""),
        ("2015-11-12", "2015-11", "Same day two texts", "that is not proved"),
        ("2017-11", "2017-11-17", "16 days apart", "the dates do not prove which came first"),
        ("2017-11", "2017-11-17", "Order unknown by their dates", ""),
        ("2017-10", "2017-11-17", "Order unknown by their dates", "the dates prove the order"),
        ("2017-10", "2017-11-05", "between 5 and 35 days apart", ""),
        ("2017-10", "2017-11-05", "between 6 and 35 days apart", "it is 5 to 35 days"),
        ("2017-10", "2017-11-05", "between 5 and 34 days apart", "it is 5 to 35 days"),
        ("2017-10", "2017-11-05", "20 days apart", "it is 5 to 35 days"),
        ("../2011", "2015", "at least 3 years apart", ""),
        ("../2011", "2015", "at least 4 years apart", "it may be 1097 days"),
        ("2014-01-10", "2015-11-12", "22 months and 2 days apart", ""),
        ("2014-01-10", "2015-11-12", "24 months apart", "it is 671 days"),
        ("2015-11-12", "2015-11-13", "soon after", "these words are not known here"),
    ],
)
def test_printed_time_is_held_against_the_dates(first: str, second: str, told: str, fault: str) -> None:
    assert gap_fault(told, days_of(first), days_of(second)) == fault


@pytest.mark.parametrize(
    "text",
    "2019 2019-03 2019-03-04 2019-03-04? 2019-03~ 2019% 201X 201X~ 2019-03-XX 2019-XX 2018-02-03/2019 ../2019 2019/.. 2019/".split(),
)
def test_the_walk_reads_dates_as_the_program_does(text: str) -> None:
    ours, theirs = days_of(text), parse_edtf(text)
    assert abs((ours.first - theirs.widened_lower).days) <= 3, ours
    assert abs((ours.last - theirs.widened_upper).days) <= 3, ours


@pytest.mark.parametrize("season", range(21, 42))
def test_a_season_takes_in_every_day_that_it_may_mean(season: int) -> None:
    ours, theirs = days_of(f"2019-{season}"), parse_edtf(f"2019-{season}")
    assert ours.first <= theirs.widened_lower
    assert ours.last >= theirs.widened_upper
