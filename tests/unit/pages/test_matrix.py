"""The matrix of claims by texts."""

from __future__ import annotations

from typing import Any

from builder.pages.kinds import At
from builder.pages.parts.matrix import matrix_view
from builder.pages.shapes.tables import MatrixView
from builder.paths import SitePath
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import context_of

PAGE = SitePath("topics/t.html")
TEXTS = {"a": "It may rain. It rains. It rains indeed.", "b": "No rain.", "old": "Old words."}
ARTICLES = {
    "a": article("2016", siglum="A"),
    "b": article("2017"),
    "old": article("2010", siglum="O"),
    "unread": article("2018"),
}


def _matrix(claims: dict[str, Any], order: list[str], articles: list[str]) -> MatrixView | None:
    made = library(
        TEXTS,
        articles={name: dict(fields) for name, fields in ARTICLES.items()},
        outlets={"o": {"name": "Outlet"}},
        events={"rain": {"title": "Rain", "date": "2015"}},
        claims=claims,
    )
    return matrix_view(At(context_of(made), PAGE), order, articles, caption="C")  # type: ignore[arg-type]


def _one(claims: dict[str, Any], order: list[str] | None = None) -> MatrixView:
    matrix = _matrix(claims, order or list(claims), ["unread", "b", "a", "old"])
    assert matrix is not None
    return matrix


def test_each_way_of_being_absent_is_worded() -> None:
    matrix = _one({"c": claim(says("a", quote="It rains"), event="rain", coded=coded("a", "b", "old"))})
    absent = {cell.absent.stance: cell.absent.note for cell in matrix.groups[0].rows[0].cells if cell.absent}
    assert absent == {"not-applicable": "published before", "silent": None, "not-read": None}
    assert [each.stance for each in matrix.key] == ["asserts", "silent", "not-applicable", "not-read"]


def test_columns_stand_in_date_order_and_a_text_without_siglum_carries_its_link_on_the_outlet() -> None:
    columns = _one({"c": claim(says("a", quote="It rains"))}).columns
    assert [column.date for column in columns] == ["2010", "2016", "2017", "2018"]
    assert [(column.siglum.siglum if column.siglum else column.href) for column in columns] == [
        "O",
        "A",
        "../articles/b.html",
        "../articles/unread.html",
    ]


def test_equal_stances_of_one_text_share_an_entry_and_a_rise_begins_a_new_one() -> None:
    appearances = [
        says("a", "implies", quote="It may rain"),
        says("a", quote="It rains"),
        says("a", quote="It rains indeed"),
    ]
    cells = _one({"c": claim(*appearances)}).groups[0].rows[0].cells
    entries = next(cell.entries for cell in cells if cell.entries)
    assert [(entry.stance.stance, entry.hardens is not None) for entry in entries[:2]] == [
        ("implies", False),
        ("asserts", True),
    ]
    assert sum(len(entry.quotes) for entry in entries) == 3
    assert len({entry.quote_id for entry in entries}) == len(entries)


def test_what_is_contested_stands_first_and_inside_a_reading_the_given_order_is_kept() -> None:
    agreed = claim(says("a", quote="It rains"), says("b", quote="No rain"))
    contested = claim(
        says("a", quote="It rains"), says("b", "disputes", quote="No rain"), disagreement=["effect"]
    )
    matrix = _one({"x": agreed, "y": agreed, "z": contested}, ["y", "x", "z"])
    assert [[row.anchor for row in group.rows] for group in matrix.groups] == [["row-z"], ["row-y", "row-x"]]
    assert matrix.groups[0].rows[0].disagreement == "Conflict: effect"


def test_many_texts_are_told_as_cards_and_nothing_makes_no_matrix() -> None:
    assert _matrix({"c": claim(says("a", quote="It rains"))}, [], ["a"]) is None
    assert _matrix({"c": claim(says("a", quote="It rains"))}, ["c"], []) is None
    crowd = {f"n{number}": article("2019") for number in range(9)}
    made = library(
        TEXTS,
        articles={"a": article("2016"), **crowd},
        outlets={"o": {"name": "O"}},
        claims={"c": claim(says("a", quote="It rains"))},
    )
    matrix = matrix_view(At(context_of(made), PAGE), ["c"], list(made.articles), caption="C")  # type: ignore[list-item]
    assert matrix is not None
    assert (matrix.layout, matrix.switch) == ("cards", None)
    assert _one({"c": claim(says("a", quote="It rains"))}).switch == "Show the quotations in the table"


def test_on_cards_the_texts_that_nobody_read_for_a_claim_are_one_count() -> None:
    crowd = {f"n{number}": article("2019") for number in range(9)}
    made = library(
        TEXTS,
        articles={"a": article("2016"), "b": article("2017"), **crowd},
        outlets={"o": {"name": "O"}},
        claims={"c": claim(says("a", quote="It rains"), coded=coded("a", "b"))},
    )
    matrix = matrix_view(At(context_of(made), PAGE), ["c"], ["a", "b", *crowd], caption="C")  # type: ignore[list-item]
    assert matrix is not None
    row = matrix.groups[0].rows[0]
    assert row.unread == "9 other texts here not read for it"
    assert [(len(cell.entries), cell.absent.stance if cell.absent else None) for cell in row.cells] == [
        (1, None),
        (0, "silent"),
        *[(0, None)] * 9,
    ]
