"""The guided path: a stop as it is told, and the line by which a page says which stop it is."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.claims import FacedClaim
from builder.pages.shapes.lists import AnsweredClaim, CardView
from builder.pages.shapes.small import Html, Link, NumberedLink
from builder.pages.shapes.texts import QuoteView


class TourStep(Struct, frozen=True):
    """A stop among all, by its number."""

    number: str
    """`1`, `2` and so on."""
    href: str
    """Where it is told, on the page of the tour."""
    title: str
    """What the editors say of it, or what it is called."""
    lang: str | None
    """Language tag of that where it is not ours, else None."""
    current: bool
    """Whether it is the one beside which the steps stand."""


class StopView(Struct, frozen=True):
    """A stop, with what is found there in short."""

    anchor: str
    """The section's `id`: `stop-1`."""
    place: str
    """`Stop 2 of 5`."""
    title: str
    """What the editors say of it; without that its name, or its kind where the name stands beneath."""
    lang: str | None
    """Language tag of that where it is not ours, else None."""
    record: NumberedLink
    """What it is, leading to the page that has all of it."""
    kind: str
    """What sort of thing it is: `Claim`, `Page`."""
    aside: str | None
    """What tells it from others, such as its date; None where nothing does."""
    faced: FacedClaim | None
    """A claim on which two texts speak against each other; else None."""
    card: CardView | None
    """Any other claim that texts speak to; else None."""
    quotes: tuple[QuoteView, ...]
    """What one article says of a claim, or says first where nothing is summed up of it; mostly empty."""
    words: Html | str | None
    """What the editors, or we, say of it; None where nothing is said."""
    claims: tuple[AnsweredClaim, ...]
    """What is contested first of its claims, 3 at most; may be empty."""
    steps: tuple[TourStep, ...]
    """All stops."""
    previous: Link
    """The stop before; from the first one, the first page of the site."""
    next: Link
    """The stop after; from the last one, the first page of the site."""


class TourPlace(Struct, frozen=True):
    """Which stop of the tour a page is."""

    place: str
    """`Stop 2 of 5`."""
    tour: Link
    """The tour by its title, leading to this stop."""
    previous: Link | None
    """The stop before, on the page of the tour; None for the first."""
    next: Link | None
    """The stop after; None for the last."""
