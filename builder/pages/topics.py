"""The list of topics, narrower ones under the topics they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.base import TopicId
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.ranking import ranked_topics
from builder.pages.parts.rows import topic_rows
from builder.pages.parts.words import counted
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import RecordHeadView
from builder.paths import SitePath

PATH = SitePath("topics/index.html")


@dataclass(frozen=True, slots=True)
class TopicBranch:
    """A topic that belongs to no wider one, and after it all narrower ones, each before its own."""

    topic: RowView
    narrower: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView(PageView):
    """All topics."""

    head: RecordHeadView
    branches: tuple[TopicBranch, ...]


def topics_view(at: At, _subject: Subject) -> TopicsView:
    """Return what the list of topics shows."""
    topics = at.library.topics
    size = counted(len(topics), "topic")
    return TopicsView(
        title="Topics",
        description=f"{size} of this dossier, with their claims, articles and events.",
        head=RecordHeadView("Topics", f"{len(topics):,}", "Topics"),
        branches=tuple(_branch(at, topic) for topic in _roots(at)),
    )


def _roots(at: At) -> tuple[TopicId, ...]:
    topics = at.library.topics
    return ranked_topics(at, (topic for topic, record in topics.items() if record.broader not in topics))


def _branch(at: At, topic: TopicId) -> TopicBranch:
    return TopicBranch(topic_rows(at, (topic,))[0], topic_rows(at, _below(at, topic)))


def _below(at: At, topic: TopicId) -> tuple[TopicId, ...]:
    """All narrower topics, depth first; a loop of `broader`, which checks refuse, would end here too."""
    found: dict[TopicId, None] = {}
    waiting = list(reversed(at.findings.backlinks.narrower_topics.get(topic, ())))
    while waiting:
        current = waiting.pop()
        if current not in found and current != topic:
            found[current] = None
            waiting.extend(reversed(at.findings.backlinks.narrower_topics.get(current, ())))
    return tuple(found)


def _subjects(library: Library, _findings: Findings) -> Iterable[Subject]:
    return ("",) if library.topics else ()


KIND = PageKind("topics", "pages/topics.html", "topics", _subjects, lambda _subject: PATH, topics_view)
