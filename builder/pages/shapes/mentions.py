"""Where texts name something: whole sentences, grouped by article."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.shapes.small import NumberedLink, Phrase, SourceView


class MentionRun(Struct, frozen=True):
    """A stretch of a sentence; `named` where it is the name."""

    text: str
    named: bool = False


class MentionView(Struct, frozen=True):
    """One sentence that names it, and the link to its paragraph."""

    runs: tuple[MentionRun, ...]
    lang: str | None
    locator: str
    href: str | None
    note: str | None = None


class MentionGroup(Struct, frozen=True):
    """The sentences of one article; `rest` is folded away under `rest_words`."""

    source: SourceView
    title: NumberedLink
    count: str
    first: tuple[MentionView, ...]
    rest: tuple[MentionView, ...]
    rest_words: str


class AliasView(Struct, frozen=True):
    """Another name, and where it means this."""

    name: Phrase
    aside: str | None = None
