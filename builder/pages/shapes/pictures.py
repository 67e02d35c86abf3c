"""Pictures made at build from numbers, each with a list that says the same."""

from __future__ import annotations

from msgspec import Struct

from builder.analysis import picture as drawn
from builder.pages.shapes.small import DateView, Html, Link, Phrase, SiglumView

Number = int | float


class Rect(Struct, frozen=True):
    """A rectangle, in px."""

    x: Number
    """Left edge, in px from the left of the picture."""
    y: Number
    """Upper edge, in px from the top."""
    width: Number
    """In px."""
    height: Number
    """In px."""
    kind: str
    """What it stands for, `event-span`, `late`; the class is `p-` and this."""
    tag: str = "rect"
    """Always `rect`: which SVG element the template writes."""


class Circle(Struct, frozen=True):
    """A circle, in px."""

    cx: Number
    """Centre, in px from the left of the picture."""
    cy: Number
    """Centre, in px from the top."""
    r: Number
    """Radius, in px."""
    kind: str
    """What it stands for; the class is `p-` and this."""
    tag: str = "circle"
    """Always `circle`: which SVG element the template writes."""


class Path(Struct, frozen=True):
    """A line or outline, in px."""

    d: str
    """Path data in SVG's notation."""
    kind: str
    """What it stands for, `axis`; the class is `p-` and this."""
    tag: str = "path"
    """Always `path`: which SVG element the template writes."""


class Label(Struct, frozen=True):
    """A text in a picture."""

    x: Number
    """In px from the left of the picture to where the anchor says."""
    y: Number
    """Baseline, in px from the top."""
    text: str
    """Its words, already short enough for their place."""
    kind: str
    """How it is set, `label-soft`; the class is `p-` and this."""
    anchor: str = "start"
    """Which part of the words stands at x: `start`, `middle` or `end`."""
    lang: str | None = None
    """Language tag where it is not that of our own words, else None."""
    tag: str = "text"
    """Always `text`: which SVG element the template writes."""


Shape = Rect | Circle | Path | Label


class PictureView(Struct, frozen=True):
    """A drawing with a title and a description in words."""

    id: str
    """Unique on the page; the title's and the description's own ids begin with it."""
    label: str
    """Name of the scrolling region for screen readers."""
    title: str
    """What is drawn, in one line."""
    description: str
    """What the shapes mean and what is left out, in sentences."""
    width: int
    """In px."""
    height: int
    """In px."""
    shapes: tuple[Shape, ...]
    """In the order in which they are drawn, so that later ones lie above."""


class TimelineEntry(Struct, frozen=True):
    """One line of the list after a timeline."""

    kind: str
    """Glyph and class: event, span, text, text-unsure or late."""
    date: DateView
    """In words and for machines, without a cue; a month or year where the list has numbers."""
    number: str | None
    """Of an event, in capitals; None for texts and for events without one."""
    siglum: SiglumView | None
    """Of a text; None for events and for texts without one."""
    title: Link
    """The record by its title; without address where the list has numbers instead of records."""
    outlet: Phrase | None = None
    """Of a text; None for events."""


class OriginView(Struct, frozen=True):
    """One hand in the chain of who relied on whom."""

    name: Link
    """Record, agent or work; without address where the dossier has no page for it."""
    what: str | None
    """Which work of it and when it appeared; None where that is not known."""
    place: str
    """`here` for this text, `inside` or `outside` the dossier; the class is `step-` and this."""
    place_words: str | None
    """The same for readers, or that its origins stand elsewhere; None for a hand inside."""
    relation: str | None
    """What the one before did with it, `translates`, or an agent's role; None at the beginning of the chain."""
    basis: str
    """How that is known: stated, inferred, external or none; the class is `basis-` and this."""
    basis_words: str | None
    """The same for readers, `from outside`; None for the beginning of the chain and for agents."""
    cue: Phrase | None = None
    """The words of the text that name it; None where there are none or they may not be published."""
    note: Html | str | None = None
    """The editors' explanation; None where there is none."""
    covers: str | None = None
    """Which part of the text rests on it, `for paragraphs 2 to 5`; None for all or where it is not known."""
    cue_href: str | None = None
    """Where the cue stands; None without one or where the text is not kept."""
    source: Link | None = None
    """Publication outside the dossier that says so, dated; None where there is none."""
    origins: tuple[OriginView, ...] = ()
    """What it relied on in its turn, to any depth; empty at the first hand."""
    more: str | None = None
    """Where a chain begins: how many steps it has besides those that are drawn, in words; None where none."""


def shape_views(picture: drawn.Picture) -> tuple[Shape, ...]:
    """Return the shapes of a picture in the order in which they are drawn."""
    return tuple(_shape(shape) for shape in picture.shapes)


def _shape(shape: drawn.Shape) -> Shape:
    if isinstance(shape, drawn.RectShape):
        return Rect(_short(shape.x), _short(shape.y), _short(shape.width), _short(shape.height), shape.kind)
    if isinstance(shape, drawn.CircleShape):
        return Circle(_short(shape.cx), _short(shape.cy), _short(shape.r), shape.kind)
    if isinstance(shape, drawn.PathShape):
        return Path(shape.d, shape.kind)
    return Label(_short(shape.x), _short(shape.y), shape.text, shape.kind, shape.anchor.value, shape.lang)


def _short(px: float) -> Number:
    """A whole number is written without its point."""
    return int(px) if px == int(px) else px
