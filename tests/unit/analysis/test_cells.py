import pytest

from builder.analysis import analyse
from builder.analysis.claimfindings import CellKind
from tests.unit.analysis.make import article, claim, coded, library, says

EVENT = {"e": {"title": "E", "date": "2015-11-12/2015-11-14"}}


def cell_of(published: str, **fields: object) -> CellKind:
    made = library(articles={"a": article(published)}, events=EVENT, claims={"c": claim(**fields)})
    return analyse(made).cell("c", "a").kind


def test_an_article_that_was_read_and_does_not_appear_is_silent() -> None:
    assert cell_of("2015-11-20", coded=coded("a")) is CellKind.SILENT


def test_an_article_that_nobody_signed_for_was_not_read() -> None:
    assert cell_of("2015-11-20") is CellKind.NOT_READ


@pytest.mark.parametrize("fields", [{}, {"coded": coded("a")}])
def test_an_article_older_than_the_event_is_not_applicable_read_or_not(fields: dict[str, object]) -> None:
    assert cell_of("2015-11-11", event="e", **fields) is CellKind.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("published", "kind"),
    [
        ("2015-11-11", CellKind.NOT_APPLICABLE),
        ("2015-11-12", CellKind.NOT_READ),
        ("2015-11-09?", CellKind.NOT_READ),
        ("2015-11-08?", CellKind.NOT_APPLICABLE),
        ("2015-10~", CellKind.NOT_READ),
        ("2015-09~", CellKind.NOT_APPLICABLE),
        ("2014~", CellKind.NOT_READ),
        ("2013%", CellKind.NOT_APPLICABLE),
        ("2015-01-01/..", CellKind.NOT_READ),
        ("../2015-11-11", CellKind.NOT_APPLICABLE),
    ],
)
def test_doubt_widens_the_last_day_by_three_days_a_month_or_a_year(published: str, kind: CellKind) -> None:
    assert cell_of(published, event="e") is kind


def test_an_appearance_wins_over_the_dates() -> None:
    old = library(
        {"a": "words"},
        articles={"a": article("2014")},
        events=EVENT,
        claims={"c": claim(says("a"), event="e")},
    )
    assert analyse(old).cell("c", "a").kind is CellKind.STANCES


def test_sayings_stand_in_text_order_not_in_the_order_of_the_list() -> None:
    made = library(
        {"a": "first second"}, claims={"c": claim(says("a", quote="second"), says("a", quote="first"))}
    )
    assert [saying.index for saying in analyse(made).cell("c", "a").sayings] == [1, 0]


def test_quotes_of_a_text_that_is_not_kept_stand_in_the_order_of_the_list() -> None:
    made = library(articles={"a": article()}, claims={"c": claim(says("a", quote="z"), says("a", quote="y"))})
    assert [saying.index for saying in analyse(made).cell("c", "a").sayings] == [0, 1]


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ("2015-11-12", CellKind.NOT_APPLICABLE),
        ("2015-11-12?", CellKind.NOT_READ),
        ("2015-11-15~", CellKind.NOT_APPLICABLE),
        ("2015-12?", CellKind.NOT_READ),
        ("unknown", CellKind.NOT_READ),
        ("/2015-11-12", CellKind.NOT_READ),
    ],
)
def test_a_doubt_about_the_event_leaves_open_whether_an_article_is_older(event: str, kind: CellKind) -> None:
    made = library(
        articles={"a": article("2015-11-11")},
        events={"e": {"title": "E", "date": event}},
        claims={"c": claim(event="e")},
    )
    assert analyse(made).cell("c", "a").kind is kind
