"""The timeline as a picture: events above the axis, texts below it, doubt drawn as width.

Round is an event, square a text; a bar is a span, dashed is uncertain, hollow became known after the last text. The
axis is broken where nothing happens. Words come from the caller; this module knows days and px only.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from builder.analysis.picture import (
    LINE_PX,
    Anchor,
    CircleShape,
    PathShape,
    Picture,
    RectShape,
    Rows,
    Shape,
    TextShape,
    shortened,
    text_width,
    wrapped,
)
from builder.analysis.timeaxis import Panel, TickUnit, panels, stretches, ticks

_WIDTH = 1120
_EDGE = 20
_HEAD = 34
_MARK = 12
_GAP = 16
_LEAST_BESIDE = 96
_MAX_LINES = 4
_TICK_PX = 64


class Lane(StrEnum):
    """Above the axis what happened, below it who wrote of it."""

    EVENTS = "events"
    TEXTS = "texts"


class TimelineMark(Struct, frozen=True):
    """Something with a date. `first` or `last` is None where that end is open or unknown.

    `unsure` says that the date is qualified; `late` that it lies after the last text.
    """

    lane: Lane
    first: date | None
    last: date | None
    label: str
    unsure: bool = False
    late: bool = False
    strong: bool = False
    lang: str | None = None


class TimelineWords(Struct, frozen=True):
    """The words of the picture: names of the lanes, of a panel by its days, of a tick by its unit."""

    events: str
    texts: str
    panel: Callable[[date, date], str]
    tick: Callable[[date, TickUnit], str]


class _Placed(Struct, frozen=True):
    """A mark with its px: where it begins and ends, its lines, and the side of the mark they stand on."""

    mark: TimelineMark
    panel: Panel
    start: float
    end: float
    lines: tuple[str, ...]
    anchor: Anchor
    row: int = 0
    """The first of its lines, counted from the top of its lane."""


def draw_timeline(marks: tuple[TimelineMark, ...], words: TimelineWords) -> Picture | None:
    """Return the picture, or None where there is nothing to draw.

    Marks are drawn in the given order of equal dates; labels never overlap and never leave the frame.
    """
    shown = _panels(marks)
    if not shown:
        return None
    events, event_rows = _lane(Lane.EVENTS, marks, shown)
    texts, text_rows = _lane(Lane.TEXTS, marks, shown)
    axis = _HEAD + LINE_PX + (event_rows + 1) * LINE_PX + 2 * LINE_PX
    bottom = axis + 2 * LINE_PX + text_rows * LINE_PX + LINE_PX
    top_of_events = _HEAD + 2 * LINE_PX
    top_of_texts = axis + 2 * LINE_PX
    background = [shape for panel in shown for shape in _panel(panel, words, axis, bottom)]
    stems = [_stem(placed, top_of_events, axis) for placed in events]
    lanes = (
        TextShape(shown[0].left + 8, _HEAD + 14, shortened(words.events, _room(shown)), "label-soft"),
        TextShape(shown[0].left + 8, axis + 18, shortened(words.texts, _room(shown)), "label-soft"),
    )
    drawn = [shape for placed in events for shape in _drawn(placed, top_of_events)]
    drawn += [shape for placed in texts for shape in _drawn(placed, top_of_texts)]
    return Picture(_WIDTH, int(bottom + 10), (*background, *stems, *lanes, *drawn))


def _room(shown: tuple[Panel, ...]) -> float:
    return shown[0].right - shown[0].left - 16


def _panels(marks: tuple[TimelineMark, ...]) -> tuple[Panel, ...]:
    """Panels for all marks; an open end asks for no room of its own."""
    days = [(mark.first or mark.last, mark.last or mark.first) for mark in marks]
    known = [(first, last) for first, last in days if first is not None and last is not None]
    shown = stretches(known)
    weights = tuple(
        sum(1.0 for day, _ in known if first <= day <= last)
        + min((last.toordinal() - first.toordinal()) ** 0.5, 10.0)
        for first, last in shown
    )
    return panels(shown, weights, _EDGE, _WIDTH - _EDGE, _GAP) if shown else ()


def _lane(lane: Lane, marks: tuple[TimelineMark, ...], shown: tuple[Panel, ...]) -> tuple[list[_Placed], int]:
    """Give every mark of a lane its rows, by date."""
    rows = Rows()
    found: list[_Placed] = []
    placed_in_time = [
        _beside(mark, shown) for mark in marks if mark.lane is lane and (mark.first or mark.last)
    ]
    for placed in sorted(placed_in_time, key=lambda one: (one.start, one.end)):
        left, right = _extent(placed)
        row = rows.place(left, right, len(placed.lines))
        found.append(
            _Placed(placed.mark, placed.panel, placed.start, placed.end, placed.lines, placed.anchor, row)
        )
    return found, len(rows)


def _beside(mark: TimelineMark, shown: tuple[Panel, ...]) -> _Placed:
    """Stand the label beside its mark on the roomier side, above it where neither side has room."""
    day = mark.first or mark.last or date.min
    panel = next(panel for panel in shown if panel.holds(day))
    start = panel.x(mark.first) if mark.first else panel.left + 4
    end = panel.x(mark.last) if mark.last else panel.right - 4
    if end - start < _MARK:
        middle = (start + end) / 2
        start, end = middle - _MARK / 2, middle + _MARK / 2
    after, before = panel.right - end - 12, start - panel.left - 12
    room = max(after, before)
    if room < _LEAST_BESIDE:
        lines = wrapped(mark.label, panel.right - panel.left - 8, _MAX_LINES)
        return _Placed(mark, panel, start, end, (*lines, ""), Anchor.MIDDLE)
    fits_after = text_width(mark.label) <= after or after >= before
    lines = wrapped(mark.label, after if fits_after else before, _MAX_LINES) or ("",)
    return _Placed(mark, panel, start, end, lines, Anchor.START if fits_after else Anchor.END)


def _extent(placed: _Placed) -> tuple[float, float]:
    """The px from the left of mark and label to their right."""
    widest = max(text_width(line) for line in placed.lines)
    if placed.anchor is Anchor.START:
        return placed.start, placed.end + 8 + widest
    if placed.anchor is Anchor.END:
        return placed.start - 8 - widest, placed.end
    x = _middle(placed)
    return min(placed.start, x - widest / 2), max(placed.end, x + widest / 2)


def _middle(placed: _Placed) -> float:
    """Where a label above its mark is centred, kept inside the panel."""
    half = max(text_width(line) for line in placed.lines) / 2
    centre = (placed.start + placed.end) / 2
    return round(min(max(centre, placed.panel.left + 4 + half), placed.panel.right - 4 - half), 1)


def _panel(panel: Panel, words: TimelineWords, axis: float, bottom: float) -> list[Shape]:
    room = panel.right - panel.left
    shapes: list[Shape] = [
        RectShape(panel.left, _HEAD, round(room, 1), bottom - _HEAD, "lane"),
        TextShape(
            panel.left + 8, 24, shortened(words.panel(panel.first, panel.last), room - 12), "label-strong"
        ),
    ]
    unit, days = ticks(panel, _TICK_PX)
    for day in days:
        x = panel.x(day)
        label = words.tick(day, unit)
        shapes.append(PathShape(f"M{x:g} {_HEAD}V{bottom:g}", "hair"))
        if x + 4 + text_width(label) <= panel.right and text_width(label) + 4 <= _TICK_PX:
            shapes.append(TextShape(x + 4, axis - 6, label, "label-soft"))
    shapes.append(PathShape(f"M{panel.left:g} {axis:g}H{panel.right:g}", "axis"))
    return shapes


def _mark_line(placed: _Placed, top: float) -> float:
    """The middle, in y, of the mark: its first line, or below the label."""
    line = len(placed.lines) - 1 if placed.anchor is Anchor.MIDDLE else 0
    return top + (placed.row + line) * LINE_PX + LINE_PX / 2


def _stem(placed: _Placed, top: float, axis: float) -> Shape:
    x = round((placed.start + placed.end) / 2, 1)
    return PathShape(f"M{x:g} {_mark_line(placed, top):g}V{axis:g}", "hair")


def _drawn(placed: _Placed, top: float) -> list[Shape]:
    middle = _mark_line(placed, top)
    shapes: list[Shape] = [_sign(placed, middle)]
    x = {
        Anchor.START: placed.end + 8,
        Anchor.END: placed.start - 8,
        Anchor.MIDDLE: _middle(placed),
    }[placed.anchor]
    kind = "label-strong" if placed.mark.strong else "label"
    for number, line in enumerate(placed.lines):
        if line:
            y = top + (placed.row + number) * LINE_PX + 12
            shapes.append(TextShape(round(x, 1), y, line, kind, placed.anchor, placed.mark.lang))
    return shapes


def _sign(placed: _Placed, middle: float) -> Shape:
    mark = placed.mark
    left, width = round(placed.start, 1), round(placed.end - placed.start, 1)
    is_span = mark.first != mark.last
    if mark.lane is Lane.TEXTS:
        kind = "text-unsure" if mark.unsure or is_span else "text"
        return RectShape(left, middle - 6, width, 12, kind)
    if mark.late and not is_span:
        return CircleShape(round(left + width / 2, 1), middle, 5, "late")
    if is_span or mark.unsure:
        return RectShape(left, middle - 5, width, 10, "late" if mark.late else "event-span")
    return CircleShape(round(left + width / 2, 1), middle, 5, "event")
