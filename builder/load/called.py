"""What editors write for the id of a record who know it by its name: title, statement, alias, siglum, number, path."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from builder.model.article import Article, Title
from builder.model.base import Record
from builder.model.claim import Claim
from builder.model.entity import Entity
from builder.model.event import Event
from builder.model.kinds import RECORD_KINDS
from builder.paths import propose_id
from builder.regexes import regex

_FOLDERS = "|".join(kind.plural for kind in RECORD_KINDS.values())
_AROUND = regex(
    rf"(?:(?:\.\.?/)*(?:content/)?(?:{_FOLDERS})/|(?:{'|'.join(RECORD_KINDS)}):|\[\[(?:\w+:)?)?(?P<id>.+?)"
    r"(?:\.(?:ya?ml|md|html))?(?:\]\])?"
)


def bare_id(written: str) -> str:
    """Return what may be an id without what editors write around one: its folder, its kind, its extension."""
    match = _AROUND.fullmatch(written.strip())
    return propose_id(match["id"] if match else written)


def ids_listed(written: str, ids: Collection[str]) -> str:
    """Return several ids that were written as one, as they stand in a list; empty where they are not all known."""
    parts = [propose_id(part) for part in re.split(r"[,;，、；،\n]| and | & ", written)]
    return ", ".join(parts) if len(parts) > 1 and all(part in ids for part in parts) else ""


def called(records: Iterable[tuple[str, str, Record]]) -> Mapping[tuple[str, str], str]:
    """Return the id of each record by (kind, name); names that two records of a kind have lead to none."""
    found: dict[tuple[str, str], str] = {}
    shared: set[tuple[str, str]] = set()
    for kind, record_id, record in records:
        for name in filter(None, _names(record)):
            key = kind, folded(name)
            if found.setdefault(key, record_id) != record_id:
                shared.add(key)
    return {key: record_id for key, record_id in found.items() if key not in shared}


def folded(name: str) -> str:
    """Return a name so that capitals, spaces and punctuation do not count."""
    return " ".join(re.findall(r"\w+", name.casefold()))


def _names(record: Record) -> Iterator[str | None]:
    if isinstance(record, Article):
        title: Title | None = record.title  # a record with mistakes may have none
        yield from (title.text if title is not None else None, record.headline, record.siglum)
    elif isinstance(record, Claim):
        yield from (record.statement, record.number)
    elif isinstance(record, Entity):
        yield from (record.name, *(alias.text for alias in record.aliases))
    elif isinstance(record, Event):
        yield from (record.title, record.number)
    else:
        yield from (getattr(record, "name", None), getattr(record, "title", None))
