"""What second readers found, beside the first reading."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import CountsView, FindingView, Link, NumberedLink, SourceView, StanceView


class SecondPlaceView(Struct, frozen=True):
    """An article and a claim that two readers judged."""

    source: SourceView
    """Siglum, outlet and date of the article."""
    title: Link
    """The article by its title."""
    first: tuple[StanceView, ...]
    """The stances of the first reading, in text order, or that the article is silent; never empty."""
    second: StanceView
    """What the second reader says instead, or as well."""
    reader: Link | None
    """Who read the second time and when, leading to all of that reading; None where the page is of that reading."""
    decisions: tuple[FindingView, ...]
    """Why it stands as it does, and who decided; empty where the words agree or nobody has decided."""
    undecided: str | None
    """That nobody has decided; None where somebody has, or where the words agree."""


class SecondPlacesView(Struct, frozen=True):
    """Places of one claim."""

    claim: NumberedLink | None
    """The heading above them; None on the page of that claim."""
    places: tuple[SecondPlaceView, ...]
    """By date of the articles; never empty."""


class SecondReadingView(Struct, frozen=True):
    """One second reading in short."""

    link: Link
    """Who read and when, leading to all of it."""
    counts: CountsView
    """How many places were judged, and how many of them otherwise."""
    dissents: tuple[SecondPlacesView, ...]
    """Places where the two readings have other words, claim by claim; the first 12 where they are many."""
    all: Link | None
    """To the whole reading, where not all of them stand here; else None."""


class AgreementView(Struct, frozen=True):
    """How far first and second readings agree."""

    counts: str
    """How many places there are, and in how many all readers chose one word."""
    alpha: str
    """Krippendorff's alpha with its interval and how it is reckoned, or why none is told."""
    readings: tuple[SecondReadingView, ...]
    """Each second reading, the latest first; the first 12 where they are many."""
    all: Link | None
    """To the list of all second readings, where not all stand here; else None."""
