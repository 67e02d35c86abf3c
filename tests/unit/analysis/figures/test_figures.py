"""Figures: their values, what they count, and which of several texts concern one matter."""

from __future__ import annotations

from typing import Any

import pytest

from builder.analysis import analyse
from builder.analysis.comparisonfindings import Bound, FigureGroup, FigureKind, FigureStatus
from builder.analysis.figures.dates import dates_in
from builder.analysis.figures.extract import figures_in
from tests.unit.analysis import make


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They saw 1,250 people there.", 1250, 1250),
        ("They saw twenty-four people there.", 24, 24),
        ("They saw two hundred and twenty-four people there.", 224, 224),
        ("They saw five to seven thousand fighters there.", 5000, 7000),
        ("They saw 5,000-7,000 fighters there.", 5000, 7000),
        ("They saw between 40 and 50 tanks there.", 40, 50),
        ("It cost 1.5 million dollars then.", 1_500_000, 1_500_000),
        ("They saw a hundred people there.", 100, 100),
        ("They saw three dozen people there.", 36, 36),
    ],
)
def test_a_number_has_its_value_however_it_is_written(text: str, low: float, high: float) -> None:
    [figure] = figures_in(text).figures
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Anna, 24, left.",
        "The 24-year-old driver left.",
        "She was aged 24.",
        "It came at 16:17 and left at 5 p.m. that day.",
        "Flight 9268 was on its way.",
        "In 2015 the war went on.",
        "One of them left.",
        "It was the 10th anniversary.",
        "It happened two weeks ago.",
        "They won 3-1 at home.",
        "The Boeing 737 and the S-400 came.",
    ],
)
def test_ages_times_labels_and_the_like_are_no_figures(text: str) -> None:
    assert not figures_in(text).figures


@pytest.mark.parametrize(
    ("text", "kind", "bound", "counted"),
    [
        (
            "More than 200 passengers and crew were killed.",
            FigureKind.COUNT,
            Bound.AT_LEAST,
            "passengers and crew",
        ),
        ("There are about 17 IS commanders from Russia.", FigureKind.COUNT, Bound.ABOUT, "IS commanders"),
        ("They lost some 40 per cent of voters.", FigureKind.PERCENT, Bound.ABOUT, "voters"),
        ("They paid $5 million for it.", FigureKind.MONEY, Bound.EXACT, ""),
        ("They paid five million euros for it.", FigureKind.MONEY, Bound.EXACT, "euros"),
        ("It lasted nine minutes then.", FigureKind.DURATION, Bound.EXACT, "minutes"),
        ("They attacked hundreds of bases.", FigureKind.INDEFINITE, Bound.EXACT, "bases"),
    ],
)
def test_a_figure_says_what_it_counts_and_how_firmly(
    text: str, kind: FigureKind, bound: Bound, counted: str
) -> None:
    [figure] = figures_in(text).figures
    assert (figure.kind, figure.bound, figure.counted) == (kind, bound, counted)


def groups(*texts: str, **records: Any) -> tuple[FigureGroup, ...]:
    named = {f"a{place}": text for place, text in enumerate(texts)}
    return analyse(make.library(named, **records)).comparison.figure_groups(named)


def test_equal_numbers_of_one_class_agree() -> None:
    [group] = groups("224 people died.", "All 224 passengers and crew were killed.", "A bomb killed 224.")
    assert (group.matter, group.status, group.articles) == ("dead", FigureStatus.AGREE, ("a0", "a1", "a2"))


def test_a_class_in_common_is_not_a_disagreement() -> None:
    assert not groups("The crash in the desert killed 224.", "The strikes on Raqqa killed 2000 Russians.")


def test_different_numbers_about_something_named_in_both_are_a_candidate() -> None:
    [group] = groups(
        "The explosion in Ankara killed 97 people.", "At least 102 died in the Ankara explosion."
    )
    assert (group.status, group.values) == (FigureStatus.CANDIDATE, ((97, 97), (102, 102)))
    assert group.in_common == ("ankar", "explo")


def test_a_bound_that_leaves_room_for_the_other_number_is_compatible() -> None:
    [group] = groups("More than 90 people died in the Ankara explosion.", "The Ankara explosion killed 97.")
    assert group.status is FigureStatus.COMPATIBLE


def test_a_name_of_an_entity_joins_figures_by_whichever_alias() -> None:
    entity = {
        "name": "Islamic State",
        "kind": "organisation",
        "aliases": [{"text": "IS", "case": "exact"}, "ISIS"],
    }
    [group] = groups(
        "There are 5000 fighters of ISIS.",
        "IS has seven thousand fighters.",
        entities={"islamic-state": entity},
    )
    assert group.in_common == ("islamic-state",)


def test_numbers_of_another_order_of_size_are_another_matter() -> None:
    assert not groups("The Ankara explosion killed 9 people.", "In Ankara the disease killed 5000.")


def test_what_one_text_says_twice_is_no_group() -> None:
    assert not groups(
        "The Ankara explosion killed 97 people. The Ankara explosion killed 102 people.", "Nothing."
    )


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It was on October 31, 2015.", [(2015, 10, 31)]),
        ("It was on 31 October.", [(None, 10, 31)]),
        ("It was in March 2016.", [(2016, 3, None)]),
        ("It was in 2014.", [(2014, None, None)]),
        ("It was on 2015-11-12.", [(2015, 11, 12)]),
        ("It may happen in May, or so they say.", []),
        ("It came two weeks ago, on Monday, a few hours ago, last month.", [(None, None, None)] * 4),
    ],
)
def test_dates_are_read_as_far_as_the_text_gives_them(text: str, dates: list[tuple[int | None, ...]]) -> None:
    assert [(date.year, date.month, date.day) for date in dates_in(text)] == dates
