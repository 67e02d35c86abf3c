"""Whether records that point at each other do so sensibly: no circles, no double names, lasting copies."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.checks.told import error, listed, warning
from builder.analysis.findings import Findings
from builder.analysis.lexicon import forms_of
from builder.analysis.origins import walk_origins
from builder.diagnostics import Diagnostic, FieldPath, Places
from builder.model.base import ArticleId, Record
from builder.model.library import Library

_WIDER = (("topic", "broader"), ("entity", "part_of"), ("outlet", "owner"))


def circular_records(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """No topic, entity or outlet belongs to itself, by whatever way."""
    for kind, field in _WIDER:
        wider = {
            record_id: str(parent)
            for record_id, record in library.records(kind).items()
            if (parent := getattr(record, field)) is not None
        }
        for record_id in sorted(wider):
            way = _way(wider, record_id)
            if way and record_id == min(way):
                steps = " → ".join(f"`{step}`" for step in (*way, record_id))
                yield error(
                    places,
                    library.records(kind)[record_id],
                    (field,),
                    "circular-record",
                    f"the {kind} belongs to itself: {steps}",
                    f"remove one `{field}` of the circle",
                )


def _way(wider: dict[str, str], start: str) -> tuple[str, ...]:
    """Return the way from a record back to itself, or nothing where it leads elsewhere."""
    way = [start]
    while (following := wider.get(way[-1])) is not None and following not in way:
        way.append(following)
    return tuple(way) if following == start else ()


def circular_origins(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """No article relies on itself, by whatever way; each circle is told once, in every article's record."""
    relies_on = {
        article: tuple(
            (path, origin.of.article)
            for path, origin in walk_origins(library.articles[article])
            if origin.of.article is not None
        )
        for article in findings.article_order
    }
    for article in sorted(relies_on):
        for path, target in relies_on[article]:
            if article in _reached(relies_on, target):
                yield error(
                    places,
                    library.articles[article],
                    (*path, "of"),
                    "origin-cycle",
                    f"the article relies on itself by way of `{target}`"
                    if target != article
                    else "the article relies on itself",
                    "remove one origin of the circle",
                )


def _reached(
    relies_on: dict[ArticleId, tuple[tuple[FieldPath, ArticleId], ...]], start: ArticleId
) -> set[ArticleId]:
    reached = {start}
    waiting = [start]
    while waiting:
        for _, target in relies_on.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def shared_names(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """One name means one entity in one article."""
    holders: dict[str, dict[str, Record]] = {}
    for entity in library.entities.values():
        for form in forms_of(entity):
            if not form.only:
                key = form.text if form.exact else form.text.casefold()
                holders.setdefault(key, {})[entity.id] = entity
    for name in sorted(holders):
        if len(holders[name]) > 1:
            first, *others = sorted(holders[name])
            yield from warning(
                places,
                holders[name][first],
                (),
                "shared-name",
                f"the name “{name}” also belongs to {listed([f'`{other}`' for other in others])}",
                "say with `only` in which articles it means which, or merge the entities",
            )


def unarchived_articles(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """An article's address has a lasting copy beside it."""
    for article in library.articles.values():
        if article.url is not None and not article.archives:
            yield from warning(
                places,
                article,
                ("url",),
                "no-archived-link",
                "the address has no lasting copy",
                "add one under `archives`",
            )


def small_comparisons(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A comparison has two or more articles."""
    for comparison in library.comparisons.values():
        if len(frozenset(comparison.articles)) < 2:
            yield error(
                places,
                comparison,
                ("articles",),
                "small-comparison",
                "a comparison needs two or more articles",
                "add an article",
            )
