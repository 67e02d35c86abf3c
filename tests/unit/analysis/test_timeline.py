from datetime import date
from itertools import pairwise

import pytest

from builder.analysis.picture import CircleShape, RectShape, TextShape, shortened, text_width, wrapped
from builder.analysis.timeaxis import Panel, TickUnit, stretches, ticks
from builder.analysis.timeline import Lane, TimelineMark, TimelineWords, draw_timeline

WORDS = TimelineWords(
    "Events", "Texts", lambda first, last: f"{first} – {last}", lambda day, unit: f"{day:%d %b}"
)


def event(
    first: str | None, last: str | None = None, label: str = "Something", **fields: bool
) -> TimelineMark:
    begin = date.fromisoformat(first) if first else None
    end = date.fromisoformat(last) if last else (begin if last is None and "open" not in fields else None)
    fields.pop("open", None)
    return TimelineMark(Lane.EVENTS, begin, end, label, **fields)


def text(day: str, label: str = "A text", **fields: bool) -> TimelineMark:
    return TimelineMark(Lane.TEXTS, date.fromisoformat(day), date.fromisoformat(day), label, **fields)


def kinds(*marks: TimelineMark) -> list[str]:
    picture = draw_timeline(marks, WORDS)
    assert picture is not None
    return [
        shape.kind
        for shape in picture.shapes
        if isinstance(shape, RectShape | CircleShape) and shape.kind != "lane"
    ]


def test_nothing_dated_draws_nothing() -> None:
    assert draw_timeline((), WORDS) is None
    assert draw_timeline((TimelineMark(Lane.EVENTS, None, None, "?"),), WORDS) is None


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        (event("2015-11-12"), "event"),
        (event("2015-11-02", "2015-11-08"), "event-span"),
        (event("2015-11-12", unsure=True), "event-span"),
        (event("2015-11-12", late=True), "late"),
        (event("2015-11-12", open=True), "event-span"),
        (event(None, "2015-11-12"), "event-span"),
        (text("2015-11-12"), "text"),
        (text("2015-11-12", unsure=True), "text-unsure"),
    ],
)
def test_each_sort_of_date_has_its_sign(mark: TimelineMark, kind: str) -> None:
    assert kinds(mark) == [kind]


def test_the_axis_is_broken_where_nothing_happens() -> None:
    days = [date(2002, 10, 23), date(2004, 9, 1), date(2014, 9, 1), date(2015, 10, 1), date(2015, 11, 12)]
    assert stretches([(day, day) for day in days]) == (
        (days[0], days[0]),
        (days[1], days[1]),
        (days[2], days[2]),
        (days[3], days[4]),
    )


def test_a_range_is_never_broken() -> None:
    assert stretches([(date(1, 1, 1), date(9999, 12, 31)), (date(2015, 1, 1), date(2015, 1, 1))]) == (
        (date(1, 1, 1), date(9999, 12, 31)),
    )


def test_even_days_are_not_broken() -> None:
    assert len(stretches([(date(2015, month, 1), date(2015, month, 1)) for month in range(1, 13)])) == 1


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (date(2015, 11, 1), date(2015, 11, 8), TickUnit.DAY),
        (date(2015, 9, 30), date(2016, 3, 1), TickUnit.MONTH),
        (date(2010, 1, 1), date(2016, 1, 1), TickUnit.YEAR),
        (date(1, 1, 1), date(9999, 12, 31), TickUnit.YEAR),
    ],
)
def test_ticks_keep_their_distance_at_every_scale(first: date, last: date, unit: TickUnit) -> None:
    panel = Panel(first, last, 0, 800, 20)
    found, days = ticks(panel, 64)
    places = [panel.x(day) for day in days]
    assert found is unit
    assert len(days) > 1
    assert all(after - before >= 64 for before, after in pairwise(places))


def test_long_labels_are_wrapped_then_shortened() -> None:
    assert wrapped("one two", 1000, 3) == ("one two",)
    lines = wrapped("a long label that goes on and on and on", 90, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(text_width(line) <= 90 for line in lines)
    assert wrapped("Unbreakableword" * 5, 60, 2)[1].endswith("…")
    assert shortened("short", 100) == "short"


def test_the_same_marks_give_the_same_picture_whatever_day_it_is() -> None:
    marks = (event("2015-11-12", label="B"), event("2015-11-12", label="A"), text("2015-11-13"))
    assert draw_timeline(marks, WORDS) == draw_timeline(marks, WORDS)


def test_labels_keep_the_language_of_their_words() -> None:
    picture = draw_timeline(
        (TimelineMark(Lane.EVENTS, date(2015, 1, 1), date(2015, 1, 1), "Видео", lang="ru"),), WORDS
    )
    assert picture is not None
    assert [s.lang for s in picture.shapes if isinstance(s, TextShape) and s.text == "Видео"] == ["ru"]
