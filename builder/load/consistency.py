"""What records may not have in common."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.diagnostics import FieldPath, Problems, Related
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.load.references import owner_of_addresses
from builder.model.article import Article
from builder.model.claim import Claim
from builder.model.correction import Correction
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
    _check_quoting_stops(records, places, problems)


def _claims(records: Records) -> Iterator[tuple[str, Claim]]:
    for kind, record_id, record in records.every():
        if kind == "claim" and isinstance(record, Claim):
            yield record_id, record


def _check_quoting_stops(records: Records, places: RecordPlaces, problems: Problems) -> None:
    """Check that a stop of the tour which shows an article's words on a claim has such words to show."""
    for index, stop in enumerate(records.dossier.tour if records.dossier else ()):
        claim = records.whole["claim"].get(stop.claim or "")
        known = stop.article in records.known["article"]
        if not isinstance(claim, Claim) or stop.article is None or not known:
            continue
        quoted = dict.fromkeys(entry.article for entry in claim.appearances)
        if stop.article not in quoted:
            problems.error(
                "bad-stop",
                f"the claim `{stop.claim}` quotes nothing of `{stop.article}`",
                places.span("dossier", "", ("tour", index, "article")),
                f"write one that it quotes: {', '.join(quoted)}" if quoted else "remove `article`",
            )


class _Address(Struct, frozen=True):
    """An id at which a record was, or which it leads to: of which record, and where it is written."""

    kind: str
    name: str
    record: tuple[str, str]
    written: tuple[str, str, FieldPath]


def _check_former_ids(records: Records, places: RecordPlaces, problems: Problems) -> None:
    owners: dict[tuple[str, str], _Address] = {}
    for address in _addresses(records):
        fault = id_fault(address.name)
        owner = owners.setdefault((address.kind, address.name), address)
        if fault:
            problems.error(
                "bad-former-id",
                f"`{address.name}` was never an id: {fault}",
                places.span(*address.written),
                "write it as the file was called, without `.yaml`",
            )
        elif address.name in records.known.get(address.kind, ()):
            problems.error(
                "former-id-in-use",
                f"`{address.name}` is the id of a {address.kind} that exists",
                places.span(*address.written),
                "remove it: an address can lead to one record only",
            )
        elif owner != address and not _is_same_withdrawal(owner, address):
            problems.error(
                "former-id-in-use",
                f"`{address.name}` is a former id of `{owner.record[1]}` too"
                if owner.name != owner.record[1]
                else f"`{address.name}` was withdrawn, and its address tells of that",
                places.span(*address.written),
                "remove one of the two",
                (Related(places.span(*owner.written), "it first stands here"),),
            )


def _is_same_withdrawal(one: _Address, other: _Address) -> bool:
    """Whether both say that one record was withdrawn, as may happen twice."""
    return one.record == other.record and one.name == other.name == one.record[1]


def _addresses(records: Records) -> Iterator[_Address]:
    """Yield the ids of withdrawn records, then every former id."""
    for kind, record_id, record in records.every():
        withdrawn = record.withdrawn if isinstance(record, Correction) else None
        if withdrawn is not None and withdrawn[1] not in records.known.get(withdrawn[0], ()):
            yield _Address(*withdrawn, withdrawn, (kind, record_id, ("about",)))
    for kind, record_id, record in records.every():
        owner_kind, owner, _ = owner_of_addresses(kind, record_id, record)
        for index, former in enumerate(record.former_ids):
            yield _Address(owner_kind, former, (owner_kind, owner), (kind, record_id, ("former_ids", index)))


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
                "write each article's own address; if the page was changed, list its states under `versions` of one"
                " article; if it held both texts, acknowledge this",
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
