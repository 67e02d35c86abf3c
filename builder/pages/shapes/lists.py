"""Rows of lists, from cards of claims to sentences that name an entity."""

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
from builder.pages.shapes.texts import MarkedRun, QuoteView


class CardSide(Struct, frozen=True):
    """One article's words on a claim, short."""

    stance: StanceView
    """What the article says of the claim."""
    source: SourceView
    """Siglum, outlet and date, with those through whom it has the words."""
    quote: Phrase
    """The quoted words alone, without the rest of their sentence."""
    href: str
    """The sentence in its article."""
    locator: str
    """Place in words: `paragraph 4`."""


class CardView(Struct, frozen=True):
    """A claim with what the texts answer, what the editors find, and one sentence per side."""

    anchor: str | None
    """The card's `id`, unique on the page; None for a card that nothing links to."""
    reading: ReadingView
    """How the texts relate on it."""
    claim: NumberedLink
    """The heading, leading to the claim's page."""
    answer: AnswerView
    """All texts in one line."""
    findings: tuple[FindingView, ...]
    """What the editors find; empty where they say nothing."""
    sides: tuple[CardSide, ...]
    """One article for each answer or stance, 6 at most; never empty."""
    foot: str | None = None
    """The origins line as plain words; None to leave it out."""


class AnsweredClaim(Struct, frozen=True):
    """A claim and what the texts answer to it."""

    claim: NumberedLink
    """Number and statement, leading to the claim's page."""
    answer: AnswerView
    """All texts in one line."""


class RegisterGroup(Struct, frozen=True):
    """The claims of one reading."""

    reading: ReadingView
    """What they have in common, without a disagreement."""
    count: str
    """Ready to print, `12 claims`; `3 of 12 claims` where another page has the rest."""
    meaning: str
    """What such a reading says of the texts, in a sentence."""
    claims: tuple[AnsweredClaim, ...]
    """Those that stand on this page; never empty."""


class BacklinkView(Struct, frozen=True):
    """What links here, with the sentence."""

    title: NumberedLink
    """The claim that the sentence serves."""
    quote: QuoteView
    """The sentence with its stance, and its source where it is not this page."""
    reading: ReadingView | None = None
    """How the texts relate on that claim; None to leave it out."""


class RowView(Struct, frozen=True):
    """A line of a list."""

    link: Link
    """The record, or the page, that the line is about."""
    siglum: SiglumView | None = None
    """Before it, for an article; None for other records and for articles without one."""
    aside: str | None = None
    """Behind it, small: a date, or how much it holds; None where there is nothing to add."""
    words: Html | str | None = None
    """Beneath: a summary, description or question; None where there is none."""
    outlet: Phrase | None = None
    """Before what stands behind it, for an article: who published it; None for other records."""


class ListStack(Struct, frozen=True):
    """Rows of a section under a line of their own."""

    words: str
    """Line above them: how many texts, and which was first by date."""
    rows: tuple[RowView, ...]
    """Texts of the group, 24 at most, by date."""


class ListSection(Struct, frozen=True):
    """Rows of a list, under a heading where it has several sections."""

    rows: tuple[RowView, ...] = ()
    """May be empty where there are stacks."""
    anchor: str | None = None
    """The section's `id`; None where the list has one section only."""
    heading: str | None = None
    """None where the list has one section only."""
    lead: str | None = None
    """What belongs under it, in a sentence; None where the heading says it."""
    stacks: tuple[ListStack, ...] = ()
    """Groups of texts that are nearly the same; else empty."""


class CiteView(Struct, frozen=True):
    """How to cite a page, and what to check it with."""

    label: str
    """Name of the block for screen readers: `Citation`."""
    text: str
    """The part after the names, down to the full stop: date or kind and number, and the dossier."""
    permalink: str | None
    """The page's absolute address; None where the build does not know where the site will live."""
    hash: str | None
    """SHA-256 of the stored text, 64 hex digits; None for pages of other records and texts not kept."""
    hash_label: str
    """What stands before the digest, and of what it is where words are withheld; empty without a digest."""
    downloads: tuple[Link, ...]
    """An article's bibliographies, a record's data; empty where the build has none."""
    csl: str = ""
    """The same as an item of CSL-JSON, from which a script writes it in other styles."""
    names: tuple[Phrase, ...] = ()
    """Before the text, each with a comma after it, and isolated: it may run from right to left. May be empty."""
    named: tuple[Phrase, ...] = ()
    """Names in the text that are of another language; empty where there are none."""


class CorrectionLabels(Struct, frozen=True):
    """The words before what was, what is now, and why."""

    was: str
    """Before the former words."""
    now: str
    """Before the present words."""
    reason: str
    """Before the explanation."""


class CorrectionView(Struct, frozen=True):
    """A change after publication."""

    anchor: str
    """The entry's `id`: that of the correction's record."""
    date: DateView
    """When the change was made."""
    kind: str
    """`Correction`, `Clarification`, `Update` or `Withdrawal`."""
    about: Link
    """The record that was changed; without address where it is not published."""
    was: Html | str | None
    """Former words from the editors' Markdown; None where nothing stood there."""
    now: Html | str | None
    """Present words; None where nothing stands there any more."""
    reason: Html | str
    """Why, from the editors' Markdown."""
    by: str
    """Name of who made the change."""
    labels: CorrectionLabels
    """The same for every correction."""
    said: Link | None = None
    """What the record said before; None where the build was not asked for the history, or nothing is known."""


class KnownTodayEntry(Struct, frozen=True):
    """Something that is known from outside the texts."""

    date: DateView
    """When it became known."""
    text: Html
    """What is known, from the editors' Markdown."""
    by: str
    """Name of the editor who adds it."""
    source: Link | None = None
    """Publication outside the dossier, dated; None where none is given."""
    when: str | None = None
    """What it is to the texts, `Later than both texts`; None where nothing can be said."""
    shape: str = "event"
    """Glyph and class: `late` where it came after all texts, else `event`."""


class KnownTodayView(Struct, frozen=True):
    """All that is known from outside the texts of a claim, by date."""

    title: str
    """Heading of the section: `Learned later`, `Known from outside`."""
    lead: str
    """A sentence under it that holds for every entry."""
    entries: tuple[KnownTodayEntry, ...]
    """By date; never empty."""


class FacetView(Struct, frozen=True):
    """A facet of the search page; the script fills it and shows it."""

    name: str
    """The filter's key that pages carry: `outlet`."""
    label: str
    """Its legend for readers: `Person, place, organisation`."""


class SearchView(Struct, frozen=True):
    """The search form and the places its script fills."""

    action: str
    """Address that the form asks: the search page itself."""
    label: str
    """Words before the field."""
    button: str
    """Words on the button that submits."""
    hint: Html | str
    """Under the field: how to find exact words."""
    noscript: Html | str
    """What is said in place of the search to a browser without script."""
    facets: tuple[FacetView, ...]
    """In the order in which they stand."""


class MentionView(Struct, frozen=True):
    """One sentence that names it, and the link to its paragraph."""

    runs: tuple[MarkedRun, ...]
    """The sentence with the name marked, as far as it may be published; a sign of omission stands for the rest."""
    lang: str
    """Language tag of the sentence: that of the article, its outlet or the dossier."""
    locator: str
    """Place in words: `paragraph 4`, with the source where no heading names it."""
    href: str | None
    """That paragraph in its article; None where this build has no such page."""
    note: str | None = None
    """Why the words are not meant, for a false friend; else None."""


class MentionGroup(Struct, frozen=True):
    """The sentences of one article."""

    source: SourceView
    """Siglum, outlet and date of the article."""
    title: NumberedLink
    """The article by its title, without a number."""
    count: str
    """How often it names it: `named 4 times`."""
    first: tuple[MentionView, ...]
    """The 3 sentences that stand open; empty where none may be published."""
    rest: tuple[MentionView, ...]
    """Those that are folded away; empty where the first are all."""
    rest_words: str
    """On the fold: `12 more sentences`."""


class AliasView(Struct, frozen=True):
    """Another name."""

    name: Phrase
    """As the editors wrote it, with its language."""
    aside: str | None = None
    """Where it means this, `only in JP and 003`; None where it does everywhere."""


class RelianceView(Struct, frozen=True):
    """An article that relied on the page's record, and the words or the reason that say so."""

    source: SourceView
    """Siglum, outlet and date of that article."""
    title: Link
    """That article by its title."""
    relation: str
    """What it did with the record, and through whose hands: `translates it`, `through Politika: quotes it`."""
    what: str | None
    """Which work or part of it; None where that is not said."""
    basis: str
    """How that is known: `stated`, `inferred` or `from outside`."""
    cue: Phrase | None = None
    """The article's words that say so; None where there are none, the page has them elsewhere, or they are withheld."""
    href: str | None = None
    """The sentence of the cue; None without one."""
    locator: str | None = None
    """Its place in words, `paragraph 4`; None without a cue."""
    note: str | None = None
    """The editors' explanation; None where there is none."""
    outside: Link | None = None
    """Publication outside the dossier that says so, dated; None where there is none."""
