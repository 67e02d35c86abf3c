"""The list of topics, narrower ones under the topics they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.model.base import TopicId
from builder.model.library import Library
from builder.pages.kinds import At, PagedView, PageKind, Subject
from builder.pages.parts.paging import Paging, filter_words, page_path, page_subjects, ranked_topics
from builder.pages.parts.rows import topic_rows
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import RecordHeadView
from builder.wording import numbered, say, say_many


class TopicBranch(Struct, frozen=True):
    """A topic that belongs to no wider one, and after it all narrower ones, each before its own."""

    topic: RowView
    """The widest; it stands again where its branch goes on from the page before."""
    narrower: tuple[RowView, ...]
    """All beneath it, each before its own; may be empty."""


class TopicsView(PagedView, frozen=True, kw_only=True):
    """One page of all topics."""

    branches: tuple[TopicBranch, ...]
    """Widest topics by rank, with what belongs to them."""


def topics_view(at: At, subject: Subject) -> TopicsView:
    """Return what the list of topics shows."""
    topics = at.library.topics
    paging = Paging(_order(at), lambda entry: topics[entry.topic].name)
    held = paging.rows(subject)
    return TopicsView(
        title=paging.title(say("Topics"), subject),
        description=say_many(
            "{count} topic of this dossier, with their claims, articles and events.",
            "{count} topics of this dossier, with their claims, articles and events.",
            len(topics),
        ),
        head=RecordHeadView(say("Topics"), numbered(len(topics)), say("Topics")),
        branches=tuple(_branch(at, root, entries) for root, entries in groupby(held, lambda each: each.root)),
        pages=paging.links(at, "topics"),
        filter=filter_words(len(held)),
    )


class _Entry(Struct, frozen=True):
    """A topic and the widest one that it belongs to: itself where there is none."""

    root: TopicId
    topic: TopicId


def _order(at: At) -> tuple[_Entry, ...]:
    return tuple(_Entry(root, topic) for root in _roots(at) for topic in (root, *_below(at, root)))


def _roots(at: At) -> tuple[TopicId, ...]:
    topics = at.library.topics
    return ranked_topics(at, (topic for topic, record in topics.items() if record.broader not in topics))


def _branch(at: At, root: TopicId, entries: Iterable[_Entry]) -> TopicBranch:
    """A branch as far as a page holds it; where it began on the page before, its widest topic stands again."""
    narrower = (entry.topic for entry in entries if entry.topic != root)
    return TopicBranch(topic_rows(at, (root,))[0], topic_rows(at, narrower))


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
    return page_subjects(len(library.topics))


KIND = PageKind(
    "topics",
    "pages/topics.html",
    "topics",
    _subjects,
    lambda subject: page_path("topics", subject),
    topics_view,
)
