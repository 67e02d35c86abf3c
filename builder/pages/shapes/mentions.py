"""Where texts name something: whole sentences, grouped by article."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pages.shapes.small import NumberedLink, Phrase, SourceView


@dataclass(frozen=True, slots=True)
class MentionRun:
    """A stretch of a sentence; `named` where it is the name."""

    text: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class MentionView:
    """One sentence that names it, and the link to its paragraph."""

    runs: tuple[MentionRun, ...]
    lang: str | None
    locator: str
    href: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The sentences of one article; `rest` is folded away under `rest_words`."""

    source: SourceView
    title: NumberedLink
    count: str
    first: tuple[MentionView, ...]
    rest: tuple[MentionView, ...]
    rest_words: str


@dataclass(frozen=True, slots=True)
class AliasView:
    """Another name, and where it means this."""

    name: Phrase
    aside: str | None = None
