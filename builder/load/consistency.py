"""What records may not have in common, and dates that the dossier's clock has not reached."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from builder.diagnostics import FieldPath, Problems, Related
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.model.base import Record
from builder.model.claim import Claim
from builder.model.edtf import Edtf
from builder.paths import id_fault

_UNIQUE_FIELDS = (("article", "siglum"), ("claim", "number"), ("event", "number"))
_SIGNED_DATES = {
    "article": (("published", "edtf"), ("assessments", "date"), ("archives", "date")),
    "outlet": (("assessments", "date"), ("response", "date")),
    "claim": (
        ("assessments", "date"),
        ("coded", "date"),
        ("independence", "date"),
        ("known_today", "date"),
        ("appearances", "checked", "date"),
    ),
    "correction": (("date",),),
}
"""The dates at which somebody of the dossier did something, or a text was published."""


def check_consistency(records: Records, places: RecordPlaces, problems: Problems) -> None:
    """Check what can only be seen across records: former ids, short names, numbers, repeated appearances, dates."""
    _check_former_ids(records, places, problems)
    _check_unique_fields(records, places, problems)
    for record_id, claim in _claims(records):
        _check_repeated_appearances(record_id, claim, places, problems)
    _check_dates(records, places, problems)


def _claims(records: Records) -> Iterator[tuple[str, Claim]]:
    for kind, record_id, record in records.every():
        if kind == "claim" and isinstance(record, Claim):
            yield record_id, record


def _check_former_ids(records: Records, places: RecordPlaces, problems: Problems) -> None:
    owners: dict[tuple[str, str], tuple[str, FieldPath]] = {}
    for kind, record_id, record in records.every():
        for index, former in enumerate(record.former_ids):
            path = ("former_ids", index)
            fault = id_fault(former)
            owner = owners.setdefault((kind, former), (record_id, path))
            if fault:
                problems.error(
                    "bad-former-id",
                    f"`{former}` was never an id: {fault}",
                    places.span(kind, record_id, path),
                    "write it as the file was called, without `.yaml`",
                )
            elif former in records.known.get(kind, ()):
                problems.error(
                    "former-id-in-use",
                    f"`{former}` is the id of a {kind} that exists",
                    places.span(kind, record_id, path),
                    "remove it: an address can lead to one record only",
                )
            elif owner != (record_id, path):
                problems.error(
                    "former-id-in-use",
                    f"`{former}` is a former id of `{owner[0]}` too",
                    places.span(kind, record_id, path),
                    "remove one of the two",
                    (Related(places.span(kind, *owner), "it first stands here"),),
                )


def _check_unique_fields(records: Records, places: RecordPlaces, problems: Problems) -> None:
    for wanted_kind, field in _UNIQUE_FIELDS:
        owners: dict[str, str] = {}
        named = sorted(
            (record_id, getattr(record, field))
            for kind, record_id, record in records.every()
            if kind == wanted_kind and getattr(record, field) is not None
        )
        for record_id, name in named:
            owner = owners.setdefault(name, record_id)
            if owner != record_id:
                problems.error(
                    "not-unique",
                    f"the {wanted_kind} `{owner}` has the {field} `{name}` too",
                    places.span(wanted_kind, record_id, (field,)),
                    "give each its own",
                    (Related(places.span(wanted_kind, owner, (field,)), "it first stands here"),),
                )


def _check_repeated_appearances(
    claim_id: str, claim: Claim, places: RecordPlaces, problems: Problems
) -> None:
    first: dict[tuple[str, str, str], int] = {}
    for index, entry in enumerate(claim.appearances):
        earlier = first.setdefault((entry.article, entry.quote, entry.stance.value), index)
        if earlier != index:
            problems.error(
                "appearance-twice",
                "the same words of the same article stand here with the same stance a second time",
                places.span("claim", claim_id, ("appearances", index, "quote")),
                "remove one of the two",
                (
                    Related(
                        places.span("claim", claim_id, ("appearances", earlier, "quote")),
                        "it first stands here",
                    ),
                ),
            )


def _check_dates(records: Records, places: RecordPlaces, problems: Problems) -> None:
    clock = records.dossier.as_of if records.dossier else None
    if clock is None:
        return
    for kind, record_id, record in records.every():
        for way in _SIGNED_DATES.get(kind, ()):
            for path, date in _dates_at(record, way, ()):
                if date.lower > clock.upper:
                    problems.error(
                        "dated-later",
                        f"{date} is later than the dossier's `as_of`, {clock}",
                        places.span(kind, record_id, path),
                        f"correct the date, or set as_of in {places.path('dossier', '')} to the day of this edition",
                    )


def _dates_at(value: object, way: FieldPath, path: FieldPath) -> Iterator[tuple[FieldPath, Edtf]]:
    """Yield every date that stands at `way`, through lists."""
    if isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _dates_at(inner, way, (*path, index))
    elif way and isinstance(value, BaseModel | Record):
        yield from _dates_at(getattr(value, str(way[0])), way[1:], (*path, way[0]))
    elif isinstance(value, Edtf):
        yield path, value
