"""Puts the records together into one `Library` in which every reference leads somewhere.

Without mistakes nothing is left out. With mistakes the library serves for further checks only, which must neither fail
nor be misled: what is left of a broken article or outlet stands in for it, and a bare name for an outlet or entity of
which nothing is left; a claim whose own file has a mistake stays out, and so does whatever needs a record that is not
there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pydantic import ValidationError

from builder.load.decode import Records
from builder.load.wanted import WantedQuote
from builder.model.base import ArticleId, Record, RefersTo
from builder.model.claim import Claim
from builder.model.entity import Entity, EntityKind
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library, PlacedQuote, QuotedInProse, QuoteKey
from builder.model.outlet import Outlet
from builder.model.seedtext import EarlierText, SeedText
from builder.model.walk import declared_fields, marked_fields

Kept = dict[str, dict[str, Record]]

_OF_SECOND_READINGS = frozenset({"decided", "readings"})
_DISPENSABLE = frozenset(
    {"topics", "events", "entities", "event", "place", "broader", "part_of", "owner", "coded"}
    | _OF_SECOND_READINGS
)
"""Fields whose dead references may be left out without changing what a check of the rest would say."""
_NOT_IN_PARTS = frozenset({"claim", "coding", "comparison", "correction"})
"""Kinds that mean something else when a part of them is missing."""


def close_library(
    records: Records,
    texts: Mapping[str, SeedText],
    earlier: Mapping[str, tuple[EarlierText, ...]],
    quotes: Mapping[QuoteKey, PlacedQuote],
    wanted: list[WantedQuote],
    quotations: Mapping[str, tuple[QuotedInProse, ...]],
    *,
    with_drafts: bool,
    has_errors: bool,
) -> Library | None:
    """Return the library, ordered by id; None where there is no dossier record."""
    if records.dossier is None:
        return None
    kept: Kept = {
        kind: {name: by_id[name] for name in sorted(by_id) if with_drafts or not by_id[name].draft}
        for kind, by_id in records.whole.items()
    }
    dossier = records.dossier
    if has_errors:
        _stand_in(kept, records, with_drafts=with_drafts)
        _stand_in_by_name(kept)
        if len(kept["coding"]) < len(records.known["coding"]):
            _compare_nothing(kept)
        _drop_dangling(kept)
        featured = tuple(claim for claim in dossier.featured if claim in kept["claim"])
        dossier = dossier.model_copy(update={"featured": featured})
        quotes = {**{one.key: _unplaced(one) for one in wanted if one.article}, **quotes}
    held_texts = {ArticleId(name): texts[name] for name in kept["article"] if name in texts}
    held_states = {ArticleId(name): earlier[name] for name in kept["article"] if name in earlier}
    held_quotes = {
        key: quote
        for key, quote in quotes.items()
        if key.record_id in kept[key.kind] and quote.article in kept["article"]
    }
    folders = {one.plural: kept[kind] for kind, one in RECORD_KINDS.items()}
    held_quotations = {
        words: held
        for words, every in quotations.items()
        if (
            held := tuple(one for one in every if one.placed is None or one.placed.article in kept["article"])
        )
    }
    return Library(
        dossier=dossier,
        texts=held_texts,
        earlier=held_states,
        quotes=held_quotes,
        prose_quotations=held_quotations,
        **folders,  # type: ignore[arg-type]
    )


def _stand_in(kept: Kept, records: Records, *, with_drafts: bool) -> None:
    """Add what is left of broken records, where it is a sound value of its kind by itself."""
    for kind, by_id in records.partial.items():
        if kind in _NOT_IN_PARTS:
            continue
        for record_id, record in by_id.items():
            sound = _as_sound(kind, record)
            if sound is not None and (with_drafts or not sound.draft):
                kept[kind][record_id] = sound
        kept[kind] = dict(sorted(kept[kind].items()))


def _stand_in_by_name(kept: Kept) -> None:
    """Give a bare name to each outlet or entity that articles and claims rest on and that is unknown or unreadable.

    Without it one misspelt outlet would take its article along, and every claim that the article appears in.
    """
    for record in [*kept["article"].values(), *kept["claim"].values()]:
        for path, marker, target in marked_fields(record, RefersTo):
            kind = marker.kinds[0]
            is_held = any(target in kept[wanted] for wanted in marker.kinds)
            if kind in _BARE and path[0] not in _DISPENSABLE and not is_held:
                kept[kind][target] = _BARE[kind](target)
    for kind in _BARE:
        kept[kind] = dict(sorted(kept[kind].items()))


def _as_sound(kind: str, record: Record) -> Record | None:
    """The same record under the strict model of its kind, or None where a field it needs is missing."""
    values = {
        field.key: getattr(record, field.name)
        for field in declared_fields(type(record))
        if field.name in record.model_fields_set
    }
    try:
        return RECORD_KINDS[kind].model.model_validate(values)
    except ValidationError:
        return None


_BARE: dict[str, Callable[[str], Record]] = {
    "outlet": lambda name: Outlet(id=name, name=f"outlet:{name}"),
    "entity": lambda name: Entity(id=name, name=f"entity:{name}", kind=EntityKind.OBJECT),
}


def _drop_dangling(kept: Kept) -> None:
    """Leave out dead references, and records that cannot do without them, until none is left."""
    changed = True
    while changed:
        changed = False
        for by_id in kept.values():
            for record_id in list(by_id):
                dead = {
                    str(path[0])
                    for path, marker, target in marked_fields(by_id[record_id], RefersTo)
                    if not any(target in kept[wanted] for wanted in marker.kinds)
                }
                if not dead:
                    continue
                changed = True
                if dead & _OF_SECOND_READINGS:
                    _compare_nothing(kept)
                if dead <= _DISPENSABLE:
                    by_id[record_id] = _without(by_id[record_id], dead, kept)
                else:
                    del by_id[record_id]


def _compare_nothing(kept: Kept) -> None:
    """Leave out second readings and what was decided of them: with a part of either missing, the rest misleads."""
    for kind, field in (("claim", "decided"), ("coding", "readings")):
        for name, record in kept[kind].items():
            kept[kind][name] = record.model_copy(update={field: ()})


def _without(record: Record, fields: set[str], kept: Kept) -> Record:
    lists = {"topics": "topic", "events": "event", "entities": "entity"}
    alive: dict[str, tuple[str, ...] | None] = {}
    for name in sorted(fields - {"coded"} - _OF_SECOND_READINGS):
        kind = lists.get(name)
        alive[name] = tuple(one for one in getattr(record, name) if one in kept[kind]) if kind else None
    if isinstance(record, Claim) and record.coded is not None and "coded" in fields:
        appearing = {entry.article for entry in record.appearances}
        read = tuple(sorted({*record.coded.articles, *appearing} & kept["article"].keys()))
        record = record.model_copy(update={"coded": record.coded.model_copy(update={"articles": read})})
    return record.model_copy(update=alive)


def _unplaced(one: WantedQuote) -> PlacedQuote:
    """A quote that could not be found; without a place it claims nothing about the text."""
    return PlacedQuote(one.article or ArticleId(""), one.wording.quote or one.wording.start, None)
