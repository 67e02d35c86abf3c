"""What stands first in lists of topics and outlets: what holds most, then what is newest, then by name.

By name alone the first screen of a large dossier would tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from builder.model.base import ArticleId, OutletId, TopicId
from builder.pages.kinds import At


def ranked_topics(at: At, topics: Iterable[TopicId]) -> tuple[TopicId, ...]:
    """Return topics by how many claims they hold, then texts, then by their latest text, then by name."""
    links, library = at.findings.backlinks, at.library

    def rank(topic: TopicId) -> tuple[int, int, int, str, TopicId]:
        articles = links.articles_by_topic.get(topic, ())
        claims = links.claims_by_topic.get(topic, ())
        latest = _latest(at, articles)
        return -len(claims), -len(articles), -latest.toordinal(), library.topics[topic].name.casefold(), topic

    return tuple(sorted(topics, key=rank))


def ranked_outlets(at: At, outlets: Iterable[OutletId]) -> tuple[OutletId, ...]:
    """Return outlets by how many texts of theirs are here, then by the latest of them, then by name."""
    links, library = at.findings.backlinks, at.library

    def rank(outlet: OutletId) -> tuple[int, int, str, OutletId]:
        articles = links.articles_by_outlet.get(outlet, ())
        latest = _latest(at, articles)
        return -len(articles), -latest.toordinal(), library.outlets[outlet].name.casefold(), outlet

    return tuple(sorted(outlets, key=rank))


def _latest(at: At, articles: Iterable[ArticleId]) -> date:
    found = (at.library.articles[article].published.edtf.listed_at for article in articles)
    return max((day for day in found if day is not None), default=date.min)
