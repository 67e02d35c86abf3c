"""On whose word each appearance rests: its nearest named origin.

Only what a text states counts. Carriers (`translates`, `republishes`) pass a text on and are looked through,
and so are inferred and external steps; an origin without `covers` is drawn and counts for no claim.
"""

from __future__ import annotations

from msgspec import Struct

from builder.analysis.claimfindings import NamedOrigin, OriginsLine, RecordKey, Reliance, Saying
from builder.analysis.lineage import Lineages, named_target, walk_origins
from builder.diagnostics import FieldPath
from builder.model.article import Article
from builder.model.base import EntityId, OutletId
from builder.model.claim import Appearance, AttributedTo
from builder.model.dates import DateBasis
from builder.model.library import Library, PlacedQuote
from builder.text import Span


class Stretch(Struct, frozen=True):
    """A stated origin of a text and the range that rests on it; a carrier of the whole text has no range."""

    span: Span | None
    reliance: Reliance
    path: FieldPath


class Stretches(Struct, frozen=True):
    """The stated origins of one text."""

    ranged: tuple[Stretch, ...] = ()
    """Those with a range, nearest first, then the shorter."""
    whole: tuple[Stretch, ...] = ()
    """The carriers of the whole text, as written."""
    through: tuple[Reliance, ...] = ()
    """What `whole` relies on: one value for all quotes that nothing else holds."""

    def holding(self, placed: PlacedQuote | None) -> list[Stretch]:
        """Return those with a range that holds a quote."""
        span = placed.span if placed is not None else None
        return [each for each in self.ranged if span is not None and each.span and each.span.holds(span)]


def stretches_of(library: Library, article: Article) -> Stretches:
    """Return the stated origins of an article that cover a range or carry it whole.

    A carrier without a range carries the whole text where nothing but carriers stand between.
    """
    found: list[Stretch] = []
    whole: set[FieldPath] = {()}
    for path, origin in walk_origins(article):
        span = covered_span(library, article.id, path)
        carries = origin.relation.carries and span is None and path[:-2] in whole
        if origin.basis is not DateBasis.STATED or (span is None and not carries):
            continue
        if carries:
            whole.add(path)
        found.append(Stretch(span, Reliance(origin.relation, named_target(origin.of)), path))
    ranged = (each for each in found if each.span is not None)
    carriers = tuple(each for each in found if each.span is None)
    return Stretches(
        tuple(sorted(ranged, key=lambda one: (len(one.path), len(one.span or ()), one.path))),
        carriers,
        tuple(dict.fromkeys(each.reliance for each in carriers)),
    )


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
    library: Library, appearance: Appearance, placed: PlacedQuote | None, stretches: Stretches
) -> NamedOrigin | None:
    """Return the nearest named origin of an appearance, or None; `stretches` are those of its article."""
    record = attributed_record(library, appearance.attributed_to)
    if record is not None:
        return NamedOrigin(record, None)
    used = (each.reliance for each in stretches.holding(placed) if not each.reliance.relation.carries)
    return next((reliance.origin for reliance in used), None)


def reliances(placed: PlacedQuote | None, stretches: Stretches) -> tuple[Reliance, ...]:
    """Return the steps behind a quote that its article states, from the article outward."""
    holding = stretches.holding(placed)
    if not holding:
        return stretches.through
    held = sorted((*holding, *stretches.whole), key=lambda each: each.path)
    return tuple(dict.fromkeys(each.reliance for each in held))


def origins_line(lineages: Lineages, sayings: tuple[Saying, ...]) -> OriginsLine:
    """Return how many articles and named origins stand behind a claim; `sayings` are in article order."""
    sides = [saying for saying in sayings if saying.counts]
    articles = tuple(dict.fromkeys(saying.article for saying in sides))
    having_name = {saying.article for saying in sides if saying.origin is not None}
    describing = {saying.article for saying in sides if _describes(saying)} - having_name
    named, linked, meeting = lineages.of(tuple(sides))
    return OriginsLine(
        articles=articles,
        named=named,
        linked=linked,
        meeting=meeting,
        described=tuple(article for article in articles if article in describing),
        without=tuple(article for article in articles if article not in having_name),
    )


def _describes(saying: Saying) -> bool:
    attributed = saying.appearance.attributed_to
    return attributed is not None and attributed.described is not None
