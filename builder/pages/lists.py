"""The lists of articles, outlets, events, entities, comparisons, second readings: one page kind each, of one shape.

A list of any length is complete without scripts: it is cut into pages, and each page is named by what it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from msgspec import Struct

from builder.analysis.comparisonfindings import Cluster, PairComparison
from builder.analysis.findings import Findings
from builder.languages import name_order
from builder.model.base import ArticleId, CodingId, ComparisonId, EntityId, EventId, OutletId
from builder.model.entity import Entity
from builder.model.library import Library
from builder.pages.kinds import At, PagedView, PageKind, Subject
from builder.pages.parts.codings import coding_rows, newest_codings
from builder.pages.parts.compared import compared_events
from builder.pages.parts.dates import by_date
from builder.pages.parts.grades import outlet_aside
from builder.pages.parts.links import record_link
from builder.pages.parts.paging import (
    Paging,
    cuts,
    filter_words,
    page_path,
    ranked_outlets,
    subjects_of,
    year_of,
)
from builder.pages.parts.rows import article_rows, comparison_rows, event_comparison_rows, event_rows
from builder.pages.parts.shared import CHOOSE_TWO, first_words, pair_rows
from builder.pages.parts.words import ENTITY_GROUP_WORDS
from builder.pages.shapes.lists import ListSection, ListStack, RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.wording import marked, numbered, say, say_many

MOST_TOGETHER = 24
"""Texts of a group that are nearly the same under one line: larger groups are shown in parts."""
QUESTIONS, EVENTS_COMPARED, NEARLY, PAIRS = "questions", "events", "nearly-the-same", "pairs"
SECTIONS = {
    QUESTIONS: (
        marked("By question"),
        marked("Sets of texts and claims that an editor laid side by side."),
    ),
    EVENTS_COMPARED: (marked("By event"), marked("Every event that two or more texts report, by date.")),
    NEARLY: (
        marked("Nearly the same text"),
        marked(
            "Texts that share half of their words or more with another of the group, such as copies of one agency"
            " report."
        ),
    ),
    PAIRS: (
        marked("By shared words"),
        marked(
            "Every two texts that have a passage in common, those that share most first. That says nothing of who took"
            " it from whom."
        ),
    ),
}
"""The parts of the list of comparisons, in order: address, heading, lead."""
_Entry = TypeVar("_Entry")


class ListView(PagedView, frozen=True, kw_only=True):
    """One page of a list of records."""

    sections: tuple[ListSection, ...]
    """Those that this page holds, in order."""
    chosen: Link | None
    """Where a reader chooses what to compare; None but for comparisons, and where there is no such page."""


class Told(Struct, frozen=True):
    """What is said of a whole list: in the head of its pages and where it is linked to."""

    title: str
    description: str
    head: RecordHeadView
    chosen: Link | None = None


class Listing(Struct, Generic[_Entry], frozen=True):
    """A list: its entries in order, what tells one page of it from another, and how its parts are worded.

    `rows` says how many rows of a page each entry takes; `sections` are made from the entries of one page.
    """

    name: str
    navigation: str
    rows: Callable[[Library, Findings], Iterable[int]]
    entries: Callable[[At], Sequence[_Entry]]
    label: Callable[[At, _Entry], str]
    told: Callable[[At, Sequence[_Entry]], Told]
    sections: Callable[[At, Sequence[_Entry]], tuple[ListSection, ...]]

    @property
    def kind(self) -> PageKind:
        """The page kind of its pages."""
        return PageKind(
            self.name,
            "pages/list.html",
            self.navigation,
            lambda library, findings: subjects_of(cuts(self.rows(library, findings))),
            lambda subject: page_path(self.name, subject),
            self.view,
        )

    def view(self, at: At, subject: Subject) -> ListView:
        """Return what one page of the list shows."""
        entries = self.entries(at)
        told = self.told(at, entries)
        pages = cuts(self.rows(at.library, at.findings))
        paging = Paging(entries, lambda entry: self.label(at, entry), pages)
        sections = self.sections(at, paging.rows(subject))
        rows = sum(len(each.rows) + sum(len(stack.rows) for stack in each.stacks) for each in sections)
        return ListView(
            title=paging.title(told.title, subject),
            description=told.description,
            head=told.head,
            sections=sections,
            pages=paging.links(at, self.name),
            filter=filter_words(rows),
            chosen=told.chosen,
        )


def _articles_told(at: At, order: Sequence[ArticleId]) -> Told:
    last = at.library.articles[order[-1]].published.edtf if order else None
    size = say_many("{count} article, {order}", "{count} articles, {order}", len(order), order=by_date(last))
    description = say("{size}: {dossier}", size=size, dossier=at.library.dossier.title)
    return Told(say("Articles"), description, RecordHeadView(say("Articles"), None, size))


ARTICLES: Listing[ArticleId] = Listing(
    "articles",
    "articles",
    lambda library, _: [1] * len(library.articles),
    lambda at: at.findings.article_order,
    lambda at, article: year_of(at.library.articles[article].published.edtf),
    _articles_told,
    lambda at, articles: (ListSection(article_rows(at, articles)),),
)


def _outlets_told(_at: At, outlets: Sequence[OutletId]) -> Told:
    size = say_many("{count} outlet", "{count} outlets", len(outlets))
    description = say("{outlets}: who published the articles, and on whom they relied", outlets=size)
    return Told(say("Outlets"), description, RecordHeadView(say("Outlets"), None, size))


def _outlet_row(at: At, outlet: OutletId) -> RowView:
    record = at.library.outlets[outlet]
    words = at.prose(record.description) if record.description else None
    return RowView(record_link(at, "outlet", outlet), None, outlet_aside(at.context, record), words)


def _texts_of(at: At, outlet: OutletId) -> str:
    return say_many(
        "{count} text", "{count} texts", len(at.findings.backlinks.articles_by_outlet.get(outlet, ()))
    )


OUTLETS: Listing[OutletId] = Listing(
    "outlets",
    "sources",
    lambda library, _: [1] * len(library.outlets),
    lambda at: ranked_outlets(at, at.library.outlets),
    _texts_of,
    _outlets_told,
    lambda at, outlets: (ListSection(tuple(_outlet_row(at, outlet) for outlet in outlets)),),
)


def _events_told(at: At, order: Sequence[EventId]) -> Told:
    last = at.library.events[order[-1]].date.edtf if order else None
    size = say_many("{count} event, {order}", "{count} events, {order}", len(order), order=by_date(last))
    description = say("{size}: {dossier}", size=size, dossier=at.library.dossier.title)
    return Told(say("Events"), description, RecordHeadView(say("Events"), None, size))


EVENTS: Listing[EventId] = Listing(
    "events",
    "timeline",
    lambda library, _: [1] * len(library.events),
    lambda at: at.findings.event_order,
    lambda at, event: year_of(at.library.events[event].date.edtf),
    _events_told,
    lambda at, events: (ListSection(event_rows(at, events)),),
)

_KIND_RANK = {kind: rank for rank, kind in enumerate(ENTITY_GROUP_WORDS)}


def _entities(at: At) -> tuple[Entity, ...]:
    rank = at.library.entities.values()
    return tuple(sorted(rank, key=lambda each: (_KIND_RANK[each.kind], name_order(each.name), each.id)))


def _entities_told(_at: At, entities: Sequence[Entity]) -> Told:
    title = say("People, places, organisations")
    description = say_many(
        "{count} name that the texts of this dossier share",
        "{count} names that the texts of this dossier share",
        len(entities),
    )
    return Told(title, description, RecordHeadView(say("Entities"), numbered(len(entities)), title))


def _entity_groups(at: At, entities: Sequence[Entity]) -> tuple[ListSection, ...]:
    groups: dict[str, list[RowView]] = {}
    for entity in entities:
        groups.setdefault(entity.kind.value, []).append(_entity_row(at, entity))
    return tuple(
        ListSection(tuple(rows), kind, say(ENTITY_GROUP_WORDS[kind])) for kind, rows in groups.items()
    )


def _entity_row(at: At, entity: Entity) -> RowView:
    naming = at.findings.naming.get(EntityId(entity.id))
    times = sum(row.total for row in naming.rows) if naming else 0
    articles = len(naming.articles) if naming else 0
    return RowView(
        record_link(at, "entity", entity.id), None, _named_words(times, articles) if times else None
    )


def _named_words(times: int, articles: int) -> str:
    if times == 1:
        return say("named once in 1 article")
    return say_many(
        "named {times} times in {count} article",
        "named {times} times in {count} articles",
        articles,
        times=numbered(times),
    )


def _group_and_initial(_at: At, entity: Entity) -> str:
    group = say(ENTITY_GROUP_WORDS[entity.kind])
    return say("{group}: {initial}", group=group, initial=entity.name[:1].upper())


ENTITIES: Listing[Entity] = Listing(
    "entities",
    "entities",
    lambda library, _: [1] * len(library.entities),
    _entities,
    _group_and_initial,
    _entities_told,
    _entity_groups,
)


class _Stacked(Struct, frozen=True):
    """Some texts of a group, by date, from the one in this place."""

    cluster: Cluster
    first: int

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """Return the texts."""
        return self.cluster.articles[self.first : self.first + MOST_TOGETHER]


class _Compared(Struct, frozen=True):
    """A row of the list of comparisons: an editor's comparison, an event, a group of texts or a pair."""

    section: str
    compared: ComparisonId | EventId | _Stacked | PairComparison

    @property
    def rows(self) -> int:
        """Return how many rows of a page it takes."""
        return len(self.compared.articles) if isinstance(self.compared, _Stacked) else 1


def _comparisons(at: At) -> tuple[_Compared, ...]:
    return _every_comparison(at.library, at.findings)


def _every_comparison(library: Library, findings: Findings) -> tuple[_Compared, ...]:
    """By question, by event, then texts that are nearly the same, then pairs by how many words they share."""
    pairs = sorted(findings.comparison.pairs.values(), key=lambda pair: -_shared_words(pair))
    return (
        *(_Compared(QUESTIONS, each) for each in _by_title(library)),
        *(_Compared(EVENTS_COMPARED, each) for each in compared_events(findings)),
        *(_Compared(NEARLY, each) for each in _stacked(findings.comparison.clusters)),
        *(_Compared(PAIRS, each) for each in pairs),
    )


def _stacked(clusters: Iterable[Cluster]) -> Iterator[_Stacked]:
    for cluster in clusters:
        for first in range(0, len(cluster.articles), MOST_TOGETHER):
            yield _Stacked(cluster, first)


def _shared_words(pair: PairComparison) -> int:
    return sum(passage.words for passage in pair.passages)


def _comparisons_told(at: At, compared: Sequence[_Compared]) -> Told:
    number, chosen = sum(each.section != NEARLY for each in compared), at.href(CHOOSE_TWO)
    return Told(
        say("Comparisons"),
        say_many(
            "{count} comparison of texts on one question, on one event, or with words in common.",
            "{count} comparisons of texts on one question, on one event, or with words in common.",
            number,
        ),
        RecordHeadView(say("Comparisons"), numbered(number), say("Texts side by side")),
        Link(chosen, say("Any two texts side by side")) if chosen else None,
    )


def _label_of_comparison(_at: At, entry: _Compared) -> str:
    pair = entry.compared
    return (
        say_many("{count} word", "{count} words", _shared_words(pair))
        if isinstance(pair, PairComparison)
        else say(SECTIONS[entry.section][0])
    )


def _comparison_sections(at: At, compared: Sequence[_Compared]) -> tuple[ListSection, ...]:
    by_section = groupby(compared, key=lambda entry: entry.section)
    return tuple(_comparison_section(at, name, [each.compared for each in held]) for name, held in by_section)


def _comparison_section(
    at: At, name: str, held: Sequence[ComparisonId | EventId | _Stacked | PairComparison]
) -> ListSection:
    stacked = [each for each in held if isinstance(each, _Stacked)]
    rows = pair_rows(at, [each for each in held if isinstance(each, PairComparison)])
    if name == QUESTIONS:
        rows = comparison_rows(at, [ComparisonId(each) for each in held if isinstance(each, str)])
    if name == EVENTS_COMPARED:
        rows = event_comparison_rows(at, [EventId(each) for each in held if isinstance(each, str)])
    heading, lead = SECTIONS[name]
    return ListSection(rows, name, say(heading), say(lead), tuple(_stack(at, each) for each in stacked))


def _stack(at: At, stacked: _Stacked) -> ListStack:
    every, here = len(stacked.cluster.articles), stacked.articles
    told = [say_many("{count} text", "{count} texts", every)]
    if len(here) < every:
        first = stacked.first + 1
        told.append(say("{first} to {last} by date here", first=first, last=stacked.first + len(here)))
    words = say(", ").join((*told, first_words(at.context, stacked.cluster.first_in)))
    return ListStack(words, article_rows(at, here))


def _by_title(library: Library) -> tuple[ComparisonId, ...]:
    comparisons = library.comparisons
    return tuple(sorted(comparisons, key=lambda each: (name_order(comparisons[each].title), each)))


COMPARISONS: Listing[_Compared] = Listing(
    "comparisons",
    "comparisons",
    lambda library, findings: [each.rows for each in _every_comparison(library, findings)],
    _comparisons,
    _label_of_comparison,
    _comparisons_told,
    _comparison_sections,
)


def _codings_told(at: At, codings: Sequence[CodingId]) -> Told:
    size = say_many(
        "{count} second reading, the latest first", "{count} second readings, the latest first", len(codings)
    )
    return Told(say("Second readings"), f"{size}.", RecordHeadView(say("Second readings"), None, size))


CODINGS: Listing[CodingId] = Listing(
    "codings",
    "claims",
    lambda library, _: [1] * len(library.codings),
    newest_codings,
    lambda at, coding: year_of(at.library.codings[coding].date),
    _codings_told,
    lambda at, codings: (ListSection(coding_rows(at, codings)),),
)

KINDS = tuple(each.kind for each in (ARTICLES, OUTLETS, EVENTS, ENTITIES, COMPARISONS, CODINGS))
