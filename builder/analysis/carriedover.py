"""The comparison of an earlier state of a dossier, as far as it holds after an edit: for looking at a page at once.

What a changed text holds alone is found anew. What it shares with others is left out, since only a comparison of all
texts tells that; nothing here is wrong, and some of it is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.analysis.comparedtext import Named
from builder.analysis.comparison import ComparisonFindings, compare_texts
from builder.analysis.comparisonfindings import SharedPassage
from builder.analysis.passages.results import PassageResults
from builder.model.base import ArticleId
from builder.model.library import Library


def carried_over(
    former: ComparisonFindings,
    library: Library,
    articles: Sequence[ArticleId],
    mentions: Mapping[ArticleId, Sequence[Named]],
    same: frozenset[ArticleId],
) -> ComparisonFindings:
    """Return the comparison of the given articles, in article order; `same` are those whose text has not changed."""
    stored = [article for article in articles if article in library.texts]
    changed = [article for article in stored if article not in same]
    found = {article: compare_texts(library, [article], mentions) for article in changed}

    def of(article: ArticleId) -> ComparisonFindings:
        return found.get(article, former)

    return ComparisonFindings(
        quotations={article: of(article).quotations[article] for article in stored},
        figures={article: of(article).figures[article] for article in stored},
        dates={article: of(article).dates[article] for article in stored},
        unread_figures=frozenset(article for article in stored if article in of(article).unread_figures),
        counts={article: of(article).counts[article] for article in stored if article in of(article).counts},
        passages=_among(former.passages, same),
        by_article={
            article: passages
            for article in same & former.by_article.keys()
            if (passages := _between(former.by_article[article], same))
        },
        rank={article: rank for rank, article in enumerate(stored)},
    )


def _between(passages: Sequence[SharedPassage], same: frozenset[ArticleId]) -> tuple[SharedPassage, ...]:
    return tuple(passage for passage in passages if same.issuperset(passage.articles))


def _among(passages: PassageResults, same: frozenset[ArticleId]) -> PassageResults:
    return PassageResults(
        pairs={pair: shared for pair, shared in passages.pairs.items() if same.issuperset(pair)},
        shares={article: share for article, share in passages.shares.items() if article in same},
        clusters=tuple(each for each in passages.clusters if same.issuperset(each.articles)),
        standing={
            outlet: kept
            for outlet, texts in passages.standing.items()
            if (kept := tuple(each for each in texts if same.issuperset(each.articles)))
        },
        is_cut=passages.is_cut,
    )
