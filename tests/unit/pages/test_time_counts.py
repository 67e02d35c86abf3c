"""A timeline of very many dates: the numbers of each year or month, drawn and in words, and nothing left out."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from builder.pages.home import HomeView
from builder.pages.parts.timeline import (
    MOST_BY_MONTH,
    MOST_LISTED,
    counts_picture,
    period_entries,
    periods_of,
)
from builder.pages.shapes.pictures import Rect
from builder.pages.timeline import TimelineView
from tests.unit.pages.small import dossier


def test_many_months_are_counted_by_year_and_few_by_month() -> None:
    years = periods_of([(date(2015, 1, 1), True), (date(2015, 3, 1), False), (date(2018, 1, 1), False)])
    assert [(each.words, each.events, each.texts) for each in years] == [("2015", 1, 1), ("2018", 0, 1)]
    months = periods_of((date(2015, 1, 15) + timedelta(days=30 * n), False) for n in range(MOST_BY_MONTH))
    assert (months[0].words, months[0].machine, len(months)) == ("January 2015", "2015-01", MOST_BY_MONTH)


def test_dates_that_are_not_known_are_told_last_and_not_drawn() -> None:
    periods = periods_of([(None, False), (date(2015, 1, 1), True), (date(2018, 1, 1), False)])
    assert [(entry.date.words, entry.title.label) for entry in period_entries(periods)] == [
        ("2015", "1 event"),
        ("2018", "1 text"),
        ("date unknown", "1 text"),
    ]
    picture = counts_picture(periods, "t")
    assert picture is not None
    assert [shape.kind for shape in picture.shapes if isinstance(shape, Rect)] == ["event", "text"]
    assert counts_picture(periods[:1], "t") is None


def test_columns_stand_inside_the_picture_and_grow_with_their_numbers() -> None:
    days = [(date(1900 + n, 1, 1), True) for n in range(100) for _ in range(1 + n % 3)]
    picture = counts_picture(periods_of(days), "t")
    assert picture is not None
    columns = [shape for shape in picture.shapes if isinstance(shape, Rect)]
    assert all(0 <= each.x <= picture.width - each.width and each.y >= 0 for each in columns)
    assert len({each.height for each in columns}) == 3


def test_the_first_page_has_numbers_where_its_dates_are_many_and_leads_to_all_of_them(tmp_path: Path) -> None:
    texts = {f"a{n:03}": {"title": f"A{n}", "outlet": "o", "published": f"{1900 + n}"} for n in range(130)}
    small = dossier(tmp_path, outlets={"o": {"name": "O"}}, articles=texts)
    home, timeline = small.view("index.html"), small.view("timeline.html")
    assert isinstance(home, HomeView)
    assert isinstance(timeline, TimelineView)
    assert home.timeline is not None
    assert home.timeline.picture is not None
    assert home.timeline.all is not None
    assert home.timeline.all.href == "timeline.html"
    assert len(home.timeline.entries) == 130 > MOST_LISTED
    assert {entry.title.label for entry in home.timeline.entries} == {"1 text"}
    assert timeline.picture is not None
    assert timeline.entries[0].title.label == "[A0]"
