"""What records may not have in common."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import FieldPath, Problems, Related
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.model.article import Article
from builder.model.claim import Claim
from builder.paths import id_fault
from builder.urls import address_key

_UNIQUE_FIELDS = (("article", "siglum"), ("claim", "number"), ("event", "number"))


def check_consistency(records: Records, places: RecordPlaces, problems: Problems) -> None:
    """Check what can only be seen across records: former ids, short names, numbers, repeated appearances."""
    _check_former_ids(records, places, problems)
    _check_unique_fields(records, places, problems)
    _check_addresses(records, places, problems)
    for record_id, claim in _claims(records):
        _check_repeated_appearances(record_id, claim, places, problems)


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


def _check_addresses(records: Records, places: RecordPlaces, problems: Problems) -> None:
    """Two articles at one address are one published text, or one of the two addresses is wrong."""
    owners: dict[str, str] = {}
    addressed = sorted(
        (record.id, record.url)
        for _, _, record in records.every()
        if isinstance(record, Article) and record.url is not None
    )
    for record_id, url in addressed:
        owner = owners.setdefault(address_key(url), record_id)
        if owner != record_id:
            problems.warning(
                "same-address",
                f"the article `{owner}` has this address too",
                places.span("article", record_id, ("url",)),
                "write each article's own address; if one page held both texts, acknowledge it",
                (Related(places.span("article", owner, ("url",)), "it first stands here"),),
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
