"""What search knows of a page beside its words: the names it can be found under, its facets, its date.

A page that is neither a record's nor in the table is not indexed: other lists and comparisons of pairs only repeat what
others say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from builder.analysis.claimfindings import Saying
from builder.model.article import Article, Origin
from builder.model.base import ArticleId, ClaimId, EntityId, EventId, OutletId, TopicId
from builder.model.datewords import date_words
from builder.model.edtf import Edtf
from builder.model.entity import Alias, AliasCase, Entity
from builder.model.kinds import RECORD_KINDS
from builder.pages.kinds import METHODOLOGY, Context, Subject, foreign_language, told_language
from builder.pages.parts.answers import answer_words
from builder.pages.parts.names import outlet_name, record_name, title_name
from builder.pages.parts.touring import TOUR, tour_title
from builder.pages.parts.words import READING_WORDS, SOURCE_GRADE_WORDS, STANCE_WORDS
from builder.pages.shapes.small import Phrase
from builder.wording import say

UNDATED_NEWEST, UNDATED_OLDEST = "0000", "9999-99"
"""Stand last where the newest, or the oldest, comes first; a page without a key would drop out of a sorted answer."""
SEPARATOR = "\u241f"
"""Parts the values of facets that join: the picture of the control character for just that."""


class SearchValue(Struct, frozen=True):
    """A value under a name: a filter, a sort key or a line of the result."""

    name: str
    """Of a filter, a sort key or a line of the result: `outlet`."""
    value: str
    """One value, as readers see it or as it sorts; may hold any sign."""


class SearchMeta(Struct, frozen=True):
    """What is printed for the indexer."""

    record: str
    """Kind of the record whose page it is: `claim`."""
    also: str
    """Further names of those it is about: searched and never shown; may be empty."""
    filters: tuple[SearchValue, ...]
    """By facet; a facet of several values has its name several times."""
    sorts: tuple[SearchValue, ...]
    """One key each for newest, oldest and title."""
    lines: tuple[SearchValue, ...]
    """What a result shows besides its excerpt; what the record has not is left out."""


class _About(Struct, frozen=True, kw_only=True):
    """The facts of one record that search uses; what a record has not is empty."""

    kind: str
    title: Phrase
    text_lang: str | None = None
    """Language of the text that the page gives, where it is not the page's."""
    siglum: str | None = None
    date: Edtf | None = None
    years: tuple[int, ...] = ()
    outlets: tuple[OutletId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    entities: tuple[EntityId, ...] = ()
    names: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    reading: str | None = None
    answer: str | None = None
    reliability: str | None = None
    said: tuple[tuple[OutletId, int | None, str], ...] = ()
    """Outlet, year and stance that belong together; no year or stance where there is none."""


def search_meta(context: Context, kind: str, subject: Subject) -> SearchMeta | None:
    """Return what search is told of a page, or None where the page is not to be found by its words."""
    if kind not in ABOUT and kind not in RECORD_KINDS:
        return None
    return _meta(
        context, kind, ABOUT[kind](context, subject) if kind in ABOUT else _record(context, kind, subject)
    )


def _meta(context: Context, kind: str, about: _About) -> SearchMeta:
    library = context.library
    outlets = [library.outlets[outlet].name for outlet in about.outlets]
    outlet = outlet_name(library, about.outlets[0]) if kind == "article" else None
    # Values of filters are not found by words: a line of the result that says `de` would be.
    languages = {
        "title-lang": about.title.lang,
        "text-lang": about.text_lang,
        "outlet-lang": outlet.lang if outlet else None,
    }
    filters: Mapping[str, Iterable[str]] = {
        "kind": (about.kind,),
        "outlet": outlets,
        "topic": [library.topics[topic].name for topic in about.topics],
        "entity": [library.entities[entity].name for entity in about.entities],
        "year": [f"{year:04d}" for year in about.years],
        "stance": about.stances,
        "reading": (about.reading,) if about.reading else (),
        "reliability": (about.reliability,) if about.reliability else (),
        "said": [_joined(library.outlets[outlet].name, year, stance) for outlet, year, stance in about.said],
        **{name: (language,) for name, language in languages.items() if language},
    }
    lines = {
        "title": about.title.text,
        "kind": about.kind,
        "siglum": about.siglum,
        "outlet": outlet.text if outlet else None,
        "date": date_words(about.date) if about.date else None,
        "reading": about.reading,
        "answer": about.answer,
    }
    return SearchMeta(
        record=kind,
        also=" · ".join(dict.fromkeys(about.names)),
        filters=tuple(
            SearchValue(name, value) for name, values in filters.items() for value in dict.fromkeys(values)
        ),
        sorts=(
            SearchValue("date", _sort_key(about.date, UNDATED_NEWEST)),
            SearchValue("oldest", _sort_key(about.date, UNDATED_OLDEST)),
            SearchValue("title", about.title.text.casefold()),
        ),
        lines=tuple(SearchValue(name, value) for name, value in lines.items() if value),
    )


def _sort_key(edtf: Edtf | None, undated: str) -> str:
    listed = edtf.listed_at if edtf else None
    return listed.isoformat() if listed else undated


def _joined(outlet: str, year: int | None, stance: str) -> str:
    """Facets that join, as one value: a page with two outlets and two stances does not have each stance of each."""
    return SEPARATOR.join((outlet, "" if year is None else f"{year:04d}", stance))


def _said(article: Article, stances: Iterable[str]) -> tuple[tuple[OutletId, int | None, str], ...]:
    told = _stances(stances) or ("",)
    years: tuple[int | None, ...] = article.published.edtf.years or (None,)
    return tuple((article.outlet, year, stance) for year in years for stance in told)


def _article(context: Context, subject: Subject) -> _About:
    article_id = ArticleId(subject)
    article = context.library.articles[article_id]
    entities = entities_of_article(context, article_id)
    sayings = context.findings.backlinks.sayings_by_article.get(article_id, ())
    return _About(
        kind=say("Article"),
        title=title_name(context.library, article_id),
        text_lang=told_language(context.library.language_of(article_id)),
        siglum=article.siglum,
        date=article.published.edtf,
        years=article.published.edtf.years,
        outlets=(article.outlet,),
        topics=article.topics,
        entities=entities,
        names=(*names_of(context, entities, (article_id,)), *agent_names(article)),
        stances=_stances(saying.stance for saying in sayings),
        reliability=_reliability(article),
        said=_said(article, (saying.stance for saying in sayings)),
    )


def _claim(context: Context, subject: Subject) -> _About:
    claim = context.library.claims[ClaimId(subject)]
    found = context.findings.claims[ClaimId(subject)]
    articles = tuple(context.library.articles[article] for article in found.articles)
    entities = entities_of_claim(context, found.sayings)
    event = context.library.events[claim.event] if claim.event else None
    return _About(
        kind=say("Claim"),
        title=record_name(context.library, "claim", claim.id),
        siglum=claim.number.upper() if claim.number else None,
        date=event.date.edtf if event else articles[0].published.edtf if articles else None,
        years=tuple(sorted({year for article in articles for year in article.published.edtf.years})),
        outlets=tuple(article.outlet for article in articles),
        topics=claim.topics,
        entities=entities,
        names=names_of(context, entities, found.articles),
        stances=_stances(saying.stance for saying in found.sayings),
        reading=say(READING_WORDS[found.reading]) if found.reading else None,
        answer=answer_words(context, claim),
        said=tuple(
            each
            for article in articles
            for each in _said(article, (says.stance for says in found.sayings if says.article == article.id))
        ),
    )


def _entity(context: Context, subject: Subject) -> _About:
    entity = EntityId(subject)
    named_by = context.findings.backlinks.articles_by_entity.get(entity, ())
    return _About(
        kind=say("Name"),
        title=record_name(context.library, "entity", entity),
        entities=(entity,),
        names=names_of(context, (entity,), named_by),
    )


def _event(context: Context, subject: Subject) -> _About:
    event = context.library.events[EventId(subject)]
    entities = tuple(dict.fromkeys((*event.entities, *((event.place,) if event.place else ()))))
    return _About(
        kind=say("Event"),
        title=record_name(context.library, "event", event.id),
        siglum=event.number.upper() if event.number else None,
        date=event.date.edtf,
        years=event.date.edtf.years,
        topics=event.topics,
        entities=entities,
        names=names_of(context, entities),
    )


def _outlet(context: Context, subject: Subject) -> _About:
    outlet = OutletId(subject)
    name = outlet_name(context.library, outlet)
    return _About(kind=say("Outlet"), title=name, outlets=(outlet,), said=((outlet, None, ""),))


def _topic(context: Context, subject: Subject) -> _About:
    topic = TopicId(subject)
    return _About(kind=say("Topic"), title=record_name(context.library, "topic", topic), topics=(topic,))


def _record(context: Context, kind: str, record_id: str) -> _About:
    """What is told of a record whose kind has no facts of its own for search."""
    topics = getattr(context.library.records(kind)[record_id], "topics", ())
    return _About(
        kind=say(RECORD_KINDS[kind].one), title=record_name(context.library, kind, record_id), topics=topics
    )


def _page(context: Context, subject: Subject) -> _About:
    return _About(kind=say("About"), title=_of_editors(context, context.library.pages[subject].title))


def _methodology(context: Context, _subject: Subject) -> _About:
    page = context.library.pages.get(METHODOLOGY)
    named = say("Methodology")
    return _About(
        kind=say("About"), title=_of_editors(context, page.title) if page else Phrase(named), names=(named,)
    )


def _timeline(_context: Context, _subject: Subject) -> _About:
    return _About(kind=say("Page"), title=Phrase(say("Timeline")))


def _sources(_context: Context, _subject: Subject) -> _About:
    return _About(kind=say("Page"), title=Phrase(say("Sources")))


def _of_editors(context: Context, words: str) -> Phrase:
    return Phrase(words, foreign_language(context.library))


def _tour(context: Context, _subject: Subject) -> _About:
    return _About(
        kind=say("Page"),
        title=Phrase(tour_title(len(context.library.dossier.tour))),
        names=(say("Tour"),),
    )


ABOUT: dict[str, Callable[[Context, Subject], _About]] = {
    "article": _article,
    "claim": _claim,
    "entity": _entity,
    "event": _event,
    "outlet": _outlet,
    "topic": _topic,
    "methodology": _methodology,
    "page": _page,
    "sources": _sources,
    "timeline": _timeline,
    TOUR: _tour,
}
"""Where the facts of a page come from, for page kinds whose facts are more than a title and topics."""


def _stances(stances: Iterable[str]) -> tuple[str, ...]:
    used = frozenset(stances)
    return tuple(say(words) for stance, words in STANCE_WORDS.items() if stance in used)


def _reliability(article: Article) -> str | None:
    """The latest grade of ours on the text, in words; "no basis" is said without its letter."""
    graded = [
        each for each in article.assessments if each.source is not None and each.source.grade is not None
    ]
    if not graded:
        return None
    latest = max(graded, key=lambda each: (each.date.lower, each.date.upper))
    assert latest.source is not None
    assert latest.source.grade is not None
    letter = latest.source.grade.value
    words = say(SOURCE_GRADE_WORDS[letter])
    return words if letter == "F" else say("{grade}, {words}", grade=letter, words=words.lower())


def entities_of_article(context: Context, article_id: ArticleId) -> tuple[EntityId, ...]:
    """Return the entities that the text names, then those in its chain of origins, a translator among them."""
    named = context.findings.backlinks.entities_by_article.get(article_id, ())
    relied_on = _entities_of_origins(context.library.articles[article_id].origins)
    return tuple(dict.fromkeys((*named, *relied_on)))


def _entities_of_origins(origins: Iterable[Origin]) -> Iterator[EntityId]:
    for origin in origins:
        if origin.of.entity:
            yield EntityId(origin.of.entity)
        if origin.agent and origin.agent.entity:
            yield EntityId(origin.agent.entity)
        yield from _entities_of_origins(origin.origins)


def entities_of_claim(context: Context, sayings: Iterable[Saying]) -> tuple[EntityId, ...]:
    """Return the entities that the quotations of a claim name, or on whose word they rest."""
    found: dict[EntityId, None] = {}
    for saying in sayings:
        span = saying.quote.span if saying.quote else None
        mentions = context.findings.mentions.get(saying.article, ()) if span else ()
        found.update((each.entity, None) for each in mentions if span and span.holds(each.span))
        if saying.origin and saying.origin.record and saying.origin.record[0] == "entity":
            found[EntityId(saying.origin.record[1])] = None
    return tuple(found)


def names_of(
    context: Context, entities: Iterable[EntityId], articles: Iterable[ArticleId] = ()
) -> tuple[str, ...]:
    """Return the names and aliases of entities; an alias that holds in some articles only, for one of these only."""
    here = frozenset(articles)
    return tuple(name for entity in entities for name in _names(context.library.entities[entity], here))


def _names(entity: Entity, articles: frozenset[ArticleId]) -> tuple[str, ...]:
    return (
        entity.name,
        *(alias.text for alias in entity.aliases if not alias.only or articles & set(alias.only)),
    )


def agent_names(article: Article) -> tuple[str, ...]:
    """Return who wrote, translated or otherwise handled a text, as it gives their names."""
    named = (article.byline, article.translator, *_agents(article.origins))
    return tuple(name for name in named if name)


def _agents(origins: Iterable[Origin]) -> Iterator[str]:
    for origin in origins:
        if origin.agent:
            yield origin.agent.name
        yield from _agents(origin.origins)


def own_names(entity: Entity) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names that mean an entity everywhere: in any case, and in their own case only."""
    everywhere = [alias for alias in entity.aliases if not alias.only]
    return (entity.name, *_of_case(everywhere, AliasCase.ANY)), tuple(_of_case(everywhere, AliasCase.EXACT))


def _of_case(aliases: Iterable[Alias], case: AliasCase) -> Iterator[str]:
    return (alias.text for alias in aliases if alias.case is case)
