"""Which named origins of a claim are links of one chain, and where chains meet.

A chain is read on whatever basis it is on record: a step that is only inferred is enough to count one origin less,
and never enough to count one more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from builder.analysis.claimfindings import NamedOrigin, RecordKey, Saying
from builder.diagnostics import FieldPath
from builder.model.article import Article, Origin, OriginTarget
from builder.model.base import ArticleId
from builder.model.library import Library


def walk_origins(article: Article) -> Iterator[tuple[FieldPath, Origin]]:
    """Yield every origin that an article's record writes with its path, parents first."""
    waiting = _last_first(("origins",), article.origins)
    while waiting:
        path, origin = waiting.pop()
        yield path, origin
        waiting.extend(_last_first((*path, "origins"), origin.origins))


def _last_first(path: FieldPath, origins: tuple[Origin, ...]) -> list[tuple[FieldPath, Origin]]:
    return [((*path, index), origins[index]) for index in reversed(range(len(origins)))]


def named_target(target: OriginTarget) -> NamedOrigin:
    """Return the origin that a target names."""
    return NamedOrigin(target.record, target.what)


Steps = Mapping[RecordKey, Mapping[RecordKey, None]]
"""From each that relies to those that it relies on."""

Lineage = tuple[tuple[NamedOrigin, ...], tuple[NamedOrigin, ...], tuple[RecordKey, ...]]


def lineage(library: Library, sides: tuple[Saying, ...]) -> Lineage:
    """Return the named origins of a claim by first use, those that are links behind them, and where chains meet.

    Where two stand behind each other, as articles that cite each other do, the first counts.
    """
    origins: dict[RecordKey, NamedOrigin] = {}
    for saying in sides:
        if saying.origin is not None:
            origins.setdefault(saying.origin.key, saying.origin)
    if len(origins) < 2:
        return tuple(origins.values()), (), ()
    steps = _steps(library, sides)
    behind = {key: _reached(steps, key) - {key} for key in origins}
    rank = {key: place for place, key in enumerate(origins)}
    linked = {
        key
        for other in origins
        for key in behind[other]
        if key in origins and not (other in behind[key] and rank[key] < rank[other])
    }
    return (
        tuple(origin for key, origin in origins.items() if key not in linked),
        tuple(origin for key, origin in origins.items() if key in linked),
        _meeting(steps, [behind[key] for key in origins if key not in linked]),
    )


def _meeting(steps: Steps, chains: list[set[RecordKey]]) -> tuple[RecordKey, ...]:
    """The nearest that two or more chains have in common; an event that several saw is no source in common."""
    times = Counter(key for chain in chains for key in chain if key[0] != "event")
    met = {key for key, found in times.items() if found > 1}
    further = {key for nearer in met for key in _reached(steps, nearer) - {nearer}}
    return tuple(sorted(met - further or met))


def _reached(steps: Steps, start: RecordKey) -> set[RecordKey]:
    reached: set[RecordKey] = set()
    waiting = [start]
    while waiting:
        for key in steps.get(waiting.pop(), ()):
            if key not in reached:
                reached.add(key)
                waiting.append(key)
    return reached


def _steps(library: Library, sides: tuple[Saying, ...]) -> Steps:
    """Every step that the chains of these articles record, from what relies to what is relied on."""
    steps: dict[RecordKey, dict[RecordKey, None]] = {}
    for saying in sides:
        nearer = [each.origin.key for each in saying.through]
        if saying.origin is not None and saying.origin.key not in nearer:
            for key in nearer:
                steps.setdefault(key, {})[saying.origin.key] = None
    waiting = list(dict.fromkeys(saying.article for saying in sides))
    entered = set(waiting)
    while waiting:
        article = library.articles.get(waiting.pop())
        for key, further in _written(article) if article else ():
            steps.setdefault(key, {})[further] = None
            if further[0] == "article" and further[1] not in entered:
                entered.add(ArticleId(further[1]))
                waiting.append(ArticleId(further[1]))
    return steps


def _written(article: Article) -> Iterator[tuple[RecordKey, RecordKey]]:
    """The steps of one record; an article stands before its outlet, whose word it is."""
    itself: RecordKey = ("article", article.id)
    yield itself, ("outlet", article.outlet)
    keys: dict[FieldPath, RecordKey] = {(): itself}
    for path, origin in walk_origins(article):
        keys[path] = named_target(origin.of).key
        yield keys[path[:-2]], keys[path]
