"""Pictures made at build from numbers, each with a list that says the same."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import DateView, Html, Link, Phrase, SiglumView

Number = int | float


class Rect(Struct, frozen=True):
    """A rectangle, in px."""

    x: Number
    y: Number
    width: Number
    height: Number
    kind: str
    tag: str = "rect"


class Circle(Struct, frozen=True):
    """A circle, in px."""

    cx: Number
    cy: Number
    r: Number
    kind: str
    tag: str = "circle"


class Path(Struct, frozen=True):
    """A path in SVG's notation, in px."""

    d: str
    kind: str
    tag: str = "path"


class Label(Struct, frozen=True):
    """A text; `anchor` is start, middle or end."""

    x: Number
    y: Number
    text: str
    kind: str
    anchor: str = "start"
    lang: str | None = None
    tag: str = "text"


Shape = Rect | Circle | Path | Label


class PictureView(Struct, frozen=True):
    """A drawing of `width` by `height` px with a title and a description in words."""

    id: str
    label: str
    title: str
    description: str
    width: int
    height: int
    shapes: tuple[Shape, ...]


class TimelineEntry(Struct, frozen=True):
    """One line of the list after a timeline. `kind`: event, span, text, text-unsure, late."""

    kind: str
    date: DateView
    number: str | None
    siglum: SiglumView | None
    title: Link
    words: Html | str | None = None


class OriginView(Struct, frozen=True):
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
    cue_href: str | None = None
    source: Link | None = None
    origins: tuple[OriginView, ...] = ()
    more: str | None = None
    """Where a chain begins: how many steps it has besides those that are drawn, in words; None where none."""
