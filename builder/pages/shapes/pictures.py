"""Pictures made at build from numbers, each with a list that says the same."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pages.shapes.small import DateView, Html, Link, Phrase, SiglumView

Number = int | float


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, in px."""

    x: Number
    y: Number
    width: Number
    height: Number
    kind: str
    tag: str = "rect"


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, in px."""

    cx: Number
    cy: Number
    r: Number
    kind: str
    tag: str = "circle"


@dataclass(frozen=True, slots=True)
class Path:
    """A path in SVG's notation, in px."""

    d: str
    kind: str
    tag: str = "path"


@dataclass(frozen=True, slots=True)
class Label:
    """A text; `anchor` is start, middle or end."""

    x: Number
    y: Number
    text: str
    kind: str
    anchor: str = "start"
    lang: str | None = None
    tag: str = "text"


Shape = Rect | Circle | Path | Label


@dataclass(frozen=True, slots=True)
class PictureView:
    """A drawing of `width` by `height` px with a title and a description in words."""

    id: str
    label: str
    title: str
    description: str
    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the list after a timeline. `kind`: event, span, text, text-unsure, late."""

    kind: str
    date: DateView
    number: str | None
    siglum: SiglumView | None
    title: Link
    words: Html | str | None = None


@dataclass(frozen=True, slots=True)
class OriginView:
    """One hand in the chain of who relied on whom; `origins` are what it relied on in its turn.

    `place`: here (this text), inside or outside the dossier. `basis`: stated, inferred, external or none.
    """

    name: Link
    what: str | None
    place: str
    place_words: str | None
    relation: str | None
    basis: str
    basis_words: str | None
    cue: Phrase | None = None
    note: Html | str | None = None
    covers: str | None = None
    agent: str | None = None
    cue_href: str | None = None
    source: Link | None = None
    origins: tuple[OriginView, ...] = ()
    more: str | None = None
    """Where a chain begins: how many steps it has besides those that are drawn, in words; None where none."""
