"""Which named origins of a claim are links of one chain, and where chains meet.

A chain is read on whatever basis it is on record: a step that is only inferred is enough to count one origin less,
and never enough to count one more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_

from msgspec import Struct

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


Lineage = tuple[tuple[NamedOrigin, ...], tuple[NamedOrigin, ...], tuple[RecordKey, ...]]
Keys = int
"""A set of records by their places: a number with one bit for each, so that large sets are joined in one step."""


class _Claim(Struct, frozen=True):
    """What counts for one claim: the articles of its chains, and the steps that its own appearances show."""

    entered: Keys
    shown: Mapping[int, Keys]
    relying: Keys
    """Those that `shown` has steps of."""


class Lineages:
    """The chains of a library: each record is read once, and each chain followed once for all claims."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._keys: list[RecordKey] = []
        self._places: dict[RecordKey, int] = {}
        """An article has a higher place than those that it cites."""
        self._events: Keys = 0
        self._read: set[str] = set()
        self._behind: dict[int, Keys] = {}
        """For each article's place: all that it relies on, near and far."""
        self._inner: dict[int, dict[tuple[int, int], None]] = {}
        """From those that records name to those behind them, each with the place of the article that says so."""
        self._relying: Keys = 0
        """Those that `_inner` has steps of."""

    def of(self, sides: tuple[Saying, ...]) -> Lineage:
        """Return the named origins of a claim by first use, those that are links behind them, and where chains meet.

        Where two stand behind each other, as articles that cite each other do, the first counts.
        """
        by_key: dict[RecordKey, NamedOrigin] = {}
        for saying in sides:
            if saying.origin is not None:
                by_key.setdefault(saying.origin.key, saying.origin)
        if len(by_key) < 2:
            return tuple(by_key.values()), (), ()
        claim = self._claim(sides)
        origins = {self._place(key): origin for key, origin in by_key.items()}
        behind = {place: self._reached(place, claim) & ~(1 << place) for place in origins}
        every = _joined(1 << place for place in origins)
        rank = {place: number for number, place in enumerate(origins)}
        linked = {
            place
            for other in origins
            for place in _members(behind[other] & every)
            if not (behind[place] >> other & 1 and rank[place] < rank[other])
        }
        return (
            tuple(origin for place, origin in origins.items() if place not in linked),
            tuple(origin for place, origin in origins.items() if place in linked),
            self._meeting(claim, [behind[place] for place in origins if place not in linked]),
        )

    def _meeting(self, claim: _Claim, chains: list[Keys]) -> tuple[RecordKey, ...]:
        """The nearest that two or more chains have in common; an event that several saw is no source in common."""
        once = twice = 0
        for chain in chains:
            twice |= once & chain
            once |= chain
        met = waiting = twice & ~self._events
        further: Keys = 0
        while waiting:
            place = (
                waiting.bit_length() - 1
            )  # the nearest article comes first, and who it reaches need not be asked
            reached = self._reached(place, claim)
            further |= reached & ~(1 << place)
            waiting &= ~(1 << place | (0 if reached >> place & 1 else reached))
        return tuple(sorted(self._keys[place] for place in _members(met & ~further or met)))

    def _reached(self, start: int, claim: _Claim) -> Keys:
        """All that stands behind one; itself only where the chain is a circle."""
        reached = self._behind.get(start, 0)
        relying = (self._relying | claim.relying) & ~(1 << start)
        waiting = 1 << start
        while waiting:
            for place in _members(waiting):
                further = claim.shown.get(place, 0)
                for article, inner in self._inner.get(place, ()):
                    if claim.entered >> article & 1:
                        further |= 1 << inner
                for each in _members(further & ~reached):
                    reached |= 1 << each | self._behind.get(each, 0)
            waiting = reached & relying
            relying &= ~waiting
        return reached

    def _claim(self, sides: tuple[Saying, ...]) -> _Claim:
        entered: Keys = 0
        for article in dict.fromkeys(saying.article for saying in sides):
            self._follow(article)
            place = self._place(("article", article))
            entered |= 1 << place | self._behind.get(place, 0)
        shown: dict[int, Keys] = {}
        for saying in sides:
            nearer = [each.origin.key for each in saying.through]
            if saying.origin is not None and saying.origin.key not in nearer:
                for key in nearer:
                    place = self._place(key)
                    shown[place] = shown.get(place, 0) | 1 << self._place(saying.origin.key)
        return _Claim(entered, shown, _joined(1 << place for place in shown))

    def _follow(self, article: ArticleId) -> None:
        """Read the records of an article's chains, and join to each all that is behind it, the furthest first."""
        steps: dict[str, tuple[tuple[RecordKey, RecordKey], ...]] = {}
        order: list[str] = []
        waiting: list[tuple[str, bool]] = [(article, False)]
        while waiting:
            each, is_done = waiting.pop()
            if is_done:
                order.append(each)
            elif each not in self._read:
                self._read.add(each)
                record = self._library.articles.get(ArticleId(each))
                steps[each] = tuple(_written(record)) if record else ()
                waiting.append((each, True))
                waiting.extend((further[1], False) for _, further in steps[each] if further[0] == "article")
        named = {self._place(("article", each)): self._named(each, steps[each]) for each in order}
        is_changed = bool(named)
        while is_changed:  # a second time only says that nothing changed, unless chains run in circles
            is_changed = False
            for place, keys in named.items():
                behind = _joined(1 << key | self._behind.get(key, 0) for key in keys)
                is_changed |= behind != self._behind.get(place, 0)
                self._behind[place] = behind

    def _named(self, article: str, steps: Iterable[tuple[RecordKey, RecordKey]]) -> tuple[int, ...]:
        """The places of all that a record names; keep which of them it puts behind which."""
        itself = self._place(("article", article))
        found: dict[int, None] = {}
        for nearer, further in steps:
            place, behind = self._place(nearer), self._place(further)
            found[behind] = None
            if place != itself:
                self._inner.setdefault(place, {})[itself, behind] = None
                self._relying |= 1 << place
        return tuple(found)

    def _place(self, key: RecordKey) -> int:
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self._keys)
            self._keys.append(key)
            if key[0] == "event":
                self._events |= 1 << place
        return place


def _joined(sets: Iterable[Keys]) -> Keys:
    return reduce(or_, sets, 0)


def _members(keys: Keys) -> Iterator[int]:
    """Yield the places of a set, the last read first."""
    while keys:
        place = keys.bit_length() - 1
        keys ^= 1 << place
        yield place


def _written(article: Article) -> Iterator[tuple[RecordKey, RecordKey]]:
    """The steps of one record; an article stands before its outlet, whose word it is."""
    itself: RecordKey = ("article", article.id)
    yield itself, ("outlet", article.outlet)
    keys: dict[FieldPath, RecordKey] = {(): itself}
    for path, origin in walk_origins(article):
        keys[path] = named_target(origin.of).key
        yield keys[path[:-2]], keys[path]
