"""Under which names a page can be found: of the entities it is about, and of people in its chain of origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.analysis.claimfindings import Saying
from builder.model.article import Article, Origin
from builder.model.base import ArticleId, EntityId
from builder.model.entity import Alias, AliasCase, Entity
from builder.pages.kinds import Context


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
