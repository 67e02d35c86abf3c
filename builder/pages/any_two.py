"""Where a reader chooses two texts of a small dossier to lay side by side: every text with all others, as links."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.links import source_view
from builder.pages.parts.names import short_name
from builder.pages.parts.rows import title_link
from builder.pages.parts.shared import ANY_TWO, PAIR, any_two, pair_subject, pair_words
from builder.pages.shapes.small import Link, RecordHeadView, SourceView
from builder.paths import SitePath
from builder.wording import say, say_many


class Beside(Struct, frozen=True):
    """A text that another is laid beside."""

    pair: Link
    """Its siglum, leading to the page of the two."""
    shared: str | None
    """How much the two share, in words; None where they share no longer run of words."""


class TextRow(Struct, frozen=True):
    """A text with all others."""

    source: SourceView
    """Siglum, outlet and date."""
    title: Link
    """The article by its title."""
    others: tuple[Beside, ...]
    """The others by date; never empty."""


class AnyTwoView(PageView, frozen=True, kw_only=True):
    """All texts, each with all others."""

    head: RecordHeadView
    """What the page is, and how many pairs there are."""
    rows: tuple[TextRow, ...]
    """By date, two at least."""


def any_two_view(at: At, _subject: Subject) -> AnyTwoView:
    """Return what the page shows."""
    pairs = any_two(at.library, at.findings)
    texts = at.findings.in_article_order({article for pair in pairs for article in pair})
    size = say_many("{count} pair", "{count} pairs", len(pairs))
    told = say("Choose a text, then the one to read beside it, paragraph by paragraph.")
    return AnyTwoView(
        title=say("Any two texts side by side"),
        description=told,
        head=RecordHeadView(say("Comparisons"), size, say("Any two texts side by side"), standfirst=told),
        rows=tuple(
            TextRow(source_view(at, text), title_link(at, text), tuple(_others(at, text, texts)))
            for text in texts
        ),
    )


def _others(at: At, text: ArticleId, texts: tuple[ArticleId, ...]) -> Iterator[Beside]:
    for other in texts:
        if other != text:
            pair = at.findings.comparison.pair(text, other)
            name, href = short_name(at.library, other), at.href(PAIR, pair_subject(text, other))
            yield Beside(Link(href, name.text, lang=name.lang), pair_words(pair) if pair else None)


def _subjects(library: Library, findings: Findings) -> tuple[Subject, ...]:
    return ("",) if any_two(library, findings) else ()


KIND = PageKind(
    ANY_TWO,
    "pages/any-two.html",
    "comparisons",
    _subjects,
    lambda _: SitePath("any-two.html"),
    any_two_view,
)
