"""Lists: cards, registers, backlinks, citations, corrections, what is known from outside, search."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import (
    AnswerView,
    DateView,
    FindingView,
    Html,
    Link,
    NumberedLink,
    Phrase,
    ReadingView,
    SiglumView,
    SourceView,
    StanceView,
)
from builder.pages.shapes.texts import QuoteView


class CardSide(Struct, frozen=True):
    """One article's words on a claim, short."""

    stance: StanceView
    source: SourceView
    quote: Phrase
    href: str
    locator: str


class CardView(Struct, frozen=True):
    """A claim with what the texts answer, what the editors find, and one sentence per side."""

    anchor: str | None
    reading: ReadingView
    claim: NumberedLink
    answer: AnswerView
    findings: tuple[FindingView, ...]
    sides: tuple[CardSide, ...]
    foot: str | None = None


class AnsweredClaim(Struct, frozen=True):
    """A claim and what the texts answer to it."""

    claim: NumberedLink
    answer: AnswerView


class RegisterGroup(Struct, frozen=True):
    """The claims of one reading, with what the reading means."""

    reading: ReadingView
    count: str
    meaning: str
    claims: tuple[AnsweredClaim, ...]


class BacklinkView(Struct, frozen=True):
    """What links here, with the sentence."""

    title: NumberedLink
    quote: QuoteView
    reading: ReadingView | None = None


class RowView(Struct, frozen=True):
    """A line of a list."""

    link: Link
    siglum: SiglumView | None = None
    aside: str | None = None
    words: Html | str | None = None


class CiteView(Struct, frozen=True):
    """How to cite a page. `hash` is the 64 hex digits of a stored text.

    `names` come before the text, with commas; each may run from right to left and must not turn its neighbours round.
    """

    label: str
    text: str
    permalink: str | None
    hash: str | None
    hash_label: str
    downloads: tuple[Link, ...]
    names: tuple[str, ...] = ()


class CorrectionLabels(Struct, frozen=True):
    """The words before what was, what is now, and why."""

    was: str
    now: str
    reason: str


class CorrectionView(Struct, frozen=True):
    """A change after publication."""

    anchor: str
    date: DateView
    kind: str
    about: Link
    was: Html | str | None
    now: Html | str | None
    reason: Html | str
    by: str
    labels: CorrectionLabels


class KnownTodayEntry(Struct, frozen=True):
    """What is known from outside the texts. `when` says what it is to them; `shape` is "late" where it came later."""

    date: DateView
    text: Html
    by: str
    source: Link | None = None
    when: str | None = None
    shape: str = "event"


class KnownTodayView(Struct, frozen=True):
    """All that is known from outside the texts of a claim, by date."""

    title: str
    lead: str
    entries: tuple[KnownTodayEntry, ...]


class FacetView(Struct, frozen=True):
    """A facet of the search page; the script fills it."""

    name: str
    label: str


class SearchView(Struct, frozen=True):
    """The search form and the places its script fills."""

    action: str
    label: str
    button: str
    hint: Html | str
    noscript: Html | str
    facets: tuple[FacetView, ...]
