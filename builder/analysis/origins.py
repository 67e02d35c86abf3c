"""On whose word each appearance rests: its nearest named origin.

Only what a text states counts. Carriers (`translates`, `republishes`) pass a text on and are looked through,
and so are inferred and external steps; an origin without `covers` is drawn and counts for no claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.analysis.claimfindings import NamedOrigin, OriginsLine, RecordKey, Saying
from builder.diagnostics import FieldPath
from builder.model.article import Article, Origin, OriginTarget
from builder.model.base import ArticleId, EntityId, OutletId
from builder.model.claim import Appearance, AttributedTo
from builder.model.dates import DateBasis
from builder.model.library import Library, PlacedQuote
from builder.text import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range of a text that rests on a stated, named origin."""

    span: Span
    origin: NamedOrigin


def walk_origins(article: Article) -> Iterator[tuple[FieldPath, Origin]]:
    """Yield every origin that an article's record writes with its path, parents first."""
    waiting: list[tuple[FieldPath, Origin]] = _numbered(("origins",), article.origins)
    while waiting:
        path, origin = waiting.pop(0)
        yield path, origin
        waiting[:0] = _numbered((*path, "origins"), origin.origins)


def _numbered(path: FieldPath, origins: tuple[Origin, ...]) -> list[tuple[FieldPath, Origin]]:
    return [((*path, index), origin) for index, origin in enumerate(origins)]


def named_target(target: OriginTarget) -> NamedOrigin:
    """Return the origin that a target names."""
    return NamedOrigin(target.record, target.what)


def stretches_of(library: Library, article: Article) -> tuple[Stretch, ...]:
    """Return the covered ranges of an article, nearest origins first, then the shorter range."""
    ranked = [
        (len(path), len(span), path, Stretch(span, named_target(origin.of)))
        for path, origin in walk_origins(article)
        if origin.basis is DateBasis.STATED
        and not origin.relation.carries
        and (span := covered_span(library, article.id, path)) is not None
    ]
    return tuple(stretch for *_, stretch in sorted(ranked, key=lambda entry: entry[:3]))


def covered_span(library: Library, article_id: str, path: FieldPath) -> Span | None:
    """Return the raw range that the origin at `path` covers, or None."""
    placed = library.quote("article", article_id, *path, "covers")
    return placed.span if placed else None


def attributed_record(library: Library, attributed: AttributedTo | None) -> RecordKey | None:
    """Return the entity or outlet on whose word something is said, or None where no record is named."""
    if attributed is None:
        return None
    if attributed.entity is not None:
        return "entity", attributed.entity
    if attributed.outlet is not None:
        return "outlet", attributed.outlet
    if attributed.record is None:
        return None
    is_entity = EntityId(attributed.record) in library.entities
    is_outlet = OutletId(attributed.record) in library.outlets
    return ("outlet" if is_outlet and not is_entity else "entity"), attributed.record


def nearest_origin(
    library: Library,
    appearance: Appearance,
    placed: PlacedQuote | None,
    stretches: Mapping[ArticleId, tuple[Stretch, ...]],
) -> NamedOrigin | None:
    """Return the nearest named origin of an appearance, or None."""
    record = attributed_record(library, appearance.attributed_to)
    if record is not None:
        return NamedOrigin(record, None)
    if placed is None or placed.span is None:
        return None
    held = (stretch for stretch in stretches.get(appearance.article, ()) if stretch.span.holds(placed.span))
    nearest = next(held, None)
    return nearest.origin if nearest else None


def origins_line(sayings: tuple[Saying, ...]) -> OriginsLine:
    """Return how many articles and named origins stand behind a claim; `sayings` are in article order."""
    sides = [saying for saying in sayings if saying.counts]
    articles = tuple(dict.fromkeys(saying.article for saying in sides))
    by_key: dict[RecordKey, NamedOrigin] = {}
    for saying in sides:
        if saying.origin is not None:
            by_key.setdefault(saying.origin.key, saying.origin)
    having_name = {saying.article for saying in sides if saying.origin is not None}
    describing = {saying.article for saying in sides if _describes(saying)} - having_name
    return OriginsLine(
        articles=articles,
        named=tuple(by_key.values()),
        described=tuple(article for article in articles if article in describing),
        without=tuple(article for article in articles if article not in having_name),
    )


def _describes(saying: Saying) -> bool:
    attributed = saying.appearance.attributed_to
    return attributed is not None and attributed.described is not None
