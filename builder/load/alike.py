"""Records that a reader would take for one: claims that say the same, short names that differ in capitals alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

from builder.diagnostics import Problems, Related
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.matching import spaced
from builder.model.article import Article
from builder.model.claim import Claim

_READ_ALOUD = "%‰"


def check_alike(records: Records, places: RecordPlaces, problems: Problems) -> None:
    """Warn of claims that say the same, and of sigla that differ in capitals alone, at the later of two ids."""
    for earlier, later in _alike((claim_id, _words(text)) for claim_id, text in _statements(records)):
        problems.warning(
            "claim-twice",
            f"the claim `{earlier}` says the same, but for capitals and punctuation",
            places.span("claim", later, ("statement",)),
            "make one claim of the two, with the id of the other under `former_ids`; or say in what they differ",
            (Related(places.span("claim", earlier, ("statement",)), "it first stands here"),),
        )
    sigla = dict(_sigla(records))
    for earlier, later in _alike((article, siglum.casefold()) for article, siglum in sigla.items()):
        if sigla[earlier] != sigla[later]:  # equal ones are an error, told elsewhere
            problems.warning(
                "sigla-alike",
                f"`{sigla[earlier]}` of `{earlier}` differs from this siglum in capitals alone",
                places.span("article", later, ("siglum",)),
                "give each its own letters",
                (Related(places.span("article", earlier, ("siglum",)), "it stands here"),),
            )


def _statements(records: Records) -> Iterator[tuple[str, str]]:
    for _, record_id, record in records.every():
        if isinstance(record, Claim) and record.statement:  # what is left of one with mistakes may have none
            yield record_id, record.statement


def _sigla(records: Records) -> Iterator[tuple[str, str]]:
    for _, record_id, record in records.every():
        if isinstance(record, Article) and record.siglum:
            yield record_id, record.siglum


def _alike(named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield (first id, further id) of each two that have the same key, by id; an empty key says nothing."""
    first: dict[str, str] = {}
    for record_id, key in sorted(named):
        earlier = first.setdefault(key, record_id)
        if key and earlier != record_id:
            yield earlier, record_id


def _words(text: str) -> str:
    """Return a statement without capitals and punctuation; signs that are read aloud stay (`%`, `€`, `+`)."""
    plain = normalize("NFKC", spaced(text)).casefold()
    kept = (sign if category(sign)[0] in "LMNS" or sign in _READ_ALOUD else " " for sign in plain)
    return " ".join("".join(kept).split())
