"""Shared passages in words: what two texts have in common, in which of them it appeared first, never who copied."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from builder.analysis.comparisonfindings import PairComparison, PassageKind, SharedPassage
from builder.analysis.findings import Findings
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.pages.kinds import At, Context
from builder.pages.parts.cutter import marked_words, published_of
from builder.pages.parts.links import dated_title, siglum_of, source_view
from builder.pages.parts.names import foreign, title_name
from builder.pages.parts.printed import WITHHELD, around, place_of
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link
from builder.pages.shapes.texts import PassageLine, PassageView
from builder.wording import marked, numbered, say, say_many

KIND_WORDS: dict[PassageKind, str] = {
    PassageKind.QUOTATION: marked("words in quotation marks in both"),
}
"""What a shared passage is made of, where that is not plain text; other kinds make none."""

PAIR = "pair-comparison"
"""The kind of the pages about two texts that share words."""


ANY_TWO = "any-two"
"""The kind of the page where a reader chooses two texts to lay side by side."""

MOST_TEXTS = 12
"""With more texts not every two have a page: all that share words do, and a script lays others side by side."""

CHOOSE_TWO = "choose-two"
"""The kind of the page where a reader of a larger dossier chooses two texts."""

PER_LIST = 300
"""So many texts stand in each of the lists that the page reads: at some 200 bytes each they stay well below 300 KB."""


def any_two(library: Library, findings: Findings) -> tuple[tuple[ArticleId, ArticleId], ...]:
    """Return every two of the texts that print anything, by date, where the dossier is small; else nothing."""
    return tuple(combinations(findings.printed, 2)) if len(library.articles) <= MOST_TEXTS else ()


def chosen_among(library: Library, findings: Findings) -> tuple[ArticleId, ...]:
    """Return the texts that a reader chooses two of where not every two have a page, by date; else nothing."""
    printed = findings.printed if len(library.articles) > MOST_TEXTS else ()
    return printed if len(printed) > 1 else ()


def chosen_lists(library: Library, findings: Findings) -> int:
    """Return how many lists hold these texts."""
    return -(-len(chosen_among(library, findings)) // PER_LIST)


def others_link(at: At) -> Link | None:
    """Return the link to where any two texts are chosen, or None."""
    href = at.href(ANY_TWO) or at.href(CHOOSE_TWO)
    return Link(href, say("Lay other texts side by side")) if href else None


def beside_link(at: At, article: ArticleId) -> Link | None:
    """Return the link to where a text is chosen to stand beside another, or None where every two have a page."""
    href = at.href(CHOOSE_TWO) if at.findings.published.get(article) else None
    return Link(f"{href}?a={article}", say("Put another text beside it")) if href else None


def pair_subject(first: ArticleId, second: ArticleId) -> str:
    """Return which page is about two articles, whichever is named first; no id has two hyphens together."""
    return "--".join(sorted((first, second)))


def pair_articles(subject: str) -> tuple[ArticleId, ArticleId]:
    """Return the two articles of a page, in order of id."""
    first, _, second = subject.partition("--")
    return ArticleId(first), ArticleId(second)


def first_words(context: Context, first_in: ArticleId | None) -> str:
    """Return which text bears the earliest date, or that the dates do not tell; more they cannot say."""
    if first_in is None:
        return say("the dates do not tell which text was first")
    return say("appeared first in {text}, by date", text=siglum_of(context, first_in))


def size_words(passage: SharedPassage) -> str:
    """Return how many words two texts share, and whether all between the first and the last are the same."""
    if passage.is_verbatim:
        return say_many("{count} word, word for word", "{count} words, word for word", passage.words)
    return say_many(
        "{same} of {count} word the same",
        "{same} of {count} words the same",
        passage.length,
        same=numbered(passage.words),
    )


def passage_view(
    at: At, passage: SharedPassage, name: str, anchor: str, link: Link | None = None
) -> PassageView:
    """Return a passage in both of its texts, the earlier first; `anchor` is unique on the page."""
    kind = KIND_WORDS.get(passage.kind)
    told = filter(
        None, (size_words(passage), say(kind) if kind else None, first_words(at.context, passage.first_in))
    )
    return PassageView(
        label=say("{passage}: {told}", passage=name, told=" · ".join(told)),
        lines=tuple(_line(at, passage, article) for article in passage.articles),
        anchor=anchor,
        link=link,
    )


def _line(at: At, passage: SharedPassage, article: ArticleId) -> PassageLine:
    span = passage.span_in(article)
    href, place = place_of(at, article, span)
    text, published = at.library.texts[article], published_of(at.context, article)
    runs = marked_words(text, published, span, passage.runs_in(article))
    before, after = around(at.context, article, span) if runs else ("", "")
    return PassageLine(
        source=source_view(at, article),
        place=place,
        before=before,
        runs=runs,
        after=after,
        lang=at.library.language_of(article),
        href=href,
        withheld=None if runs else say(WITHHELD),
    )


def pair_link(at: At, first: ArticleId, second: ArticleId, label: str) -> Link:
    """Return the link to the page of two texts that share words."""
    names = foreign(title_name(at.library, first), title_name(at.library, second))
    return Link(at.href(PAIR, pair_subject(first, second)), label, names=names)


def pair_words(pair: PairComparison) -> str:
    """Return how much two texts share: `2 passages, the longest of 14 words`."""
    longest = max(passage.words for passage in pair.passages)
    words = say_many("{count} word", "{count} words", longest)
    return say_many(
        "{count} passage of {words}",
        "{count} passages, the longest of {words}",
        len(pair.passages),
        words=words,
    )


def pair_rows(at: At, pairs: Iterable[PairComparison]) -> tuple[RowView, ...]:
    """Return pairs as lines of a list, each leading to its page."""
    return tuple(_pair_row(at, pair) for pair in pairs)


def _pair_row(at: At, pair: PairComparison) -> RowView:
    first, second = pair.articles
    label = pair_title(at.library, first, second)
    return RowView(pair_link(at, first, second, label), aside=pair_words(pair))


def pair_title(library: Library, first: ArticleId, second: ArticleId) -> str:
    """Return what the page of two texts is called."""
    return say("{first} and {second}", first=dated_title(library, first), second=dated_title(library, second))


def passages_among(findings: Findings, articles: Iterable[ArticleId]) -> tuple[SharedPassage, ...]:
    """Return the passages that some texts share among each other, the longest first."""
    columns = findings.in_article_order(articles)
    shown = frozenset(columns)
    found = (
        passage
        for article in columns
        for passage in findings.comparison.passages_of(article)
        if passage.articles[0] == article and passage.articles[1] in shown
    )
    return tuple(sorted(found, key=lambda passage: -passage.words))


def pairs_among(findings: Findings, articles: Iterable[ArticleId]) -> tuple[PairComparison, ...]:
    """Return every two of some texts that share a passage, those with the longest first."""
    pairs = dict.fromkeys(passage.articles for passage in passages_among(findings, articles))
    return tuple(findings.comparison.pairs[pair] for pair in pairs)


def partners_of(findings: Findings, article: ArticleId) -> tuple[ArticleId, ...]:
    """Return the texts that an article shares words with, by date."""
    return findings.in_article_order(
        {passage.other(article) for passage in findings.comparison.passages_of(article)}
    )


def partner_rows(at: At, article: ArticleId, others: Iterable[ArticleId]) -> tuple[RowView, ...]:
    """Return some of the texts that an article shares words with, each leading to the page of the two."""
    return tuple(
        RowView(
            pair_link(at, article, other, say("With {text}", text=dated_title(at.library, other))),
            aside=pair_words(pair),
        )
        for other in others
        if (pair := at.findings.comparison.pair(article, other)) is not None
    )
