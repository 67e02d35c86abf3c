"""Where texts name something: whole sentences, grouped by article."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import NumberedLink, Phrase, SourceView
from builder.pages.shapes.texts import MarkedRun


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
