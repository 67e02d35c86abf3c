"""The history of one record: the commits that changed its file, each with what it changed, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from msgspec import Struct

from builder.diagnostics import Problems, did_you_mean
from builder.history.compare import How, RecordChange
from builder.history.differences import differences
from builder.history.git import GitRefused, Repository, Touched
from builder.history.veil import Veil, called
from builder.load.content import RecordFile, record_path
from builder.load.decode import decode_records
from builder.load.places import RecordPlaces
from builder.load.redaction import records_without_words
from builder.model.base import Record
from builder.model.kinds import RECORD_KINDS

_AT_ONCE = 20
"""Commits whose files are read together; what is told does not wait for the rest."""


class LoggedChange(Struct, frozen=True):
    """What one commit did to a record; `change` is None where one of the two states of its file cannot be read."""

    commit: str
    date: str
    author: str
    change: RecordChange | None


def record_named(typed: str, repository: Repository, veil: Veil) -> tuple[str, str]:
    """Return kind and id of the record that is meant by `claim/some-id`, the path of its file, or its id alone.

    Raises `GitRefused` where none or several are meant. One that was deleted is known by kind and id.
    """
    if typed in ("dossier", "dossier.yaml", "content/dossier.yaml"):
        return "dossier", ""
    path = PurePosixPath(typed.replace("\\", "/").replace(":", "/"))
    named = path.parent.name
    kind = next((kind for kind, one in RECORD_KINDS.items() if named in (kind, one.plural)), None)
    known = veil.states[0].records.known
    if kind is not None:
        return kind, path.name.removesuffix(RECORD_KINDS[kind].suffix)
    if named:
        near = did_you_mean(named, RECORD_KINDS)
        raise GitRefused(
            f"`{named}` is no kind of record",
            f"write {near}/{path.name}" if near else f"the kinds are {', '.join(RECORD_KINDS)}",
            is_usage=True,
        )
    record_id = path.name
    kinds = [kind for kind in RECORD_KINDS if record_id in known[kind]]
    if not kinds:
        kinds = [kind for kind in RECORD_KINDS if _was_there(repository, kind, record_id)]
    if len(kinds) == 1:
        return kinds[0], record_id
    ways = " or ".join(f"{kind}/{record_id}" for kind in kinds)
    if ways:
        raise GitRefused(f"`{record_id}` is the id of several records", f"write {ways}", is_usage=True)
    near = did_you_mean(record_id, [each for ids in known.values() for each in ids])
    raise GitRefused(
        f"no record has or had the id `{record_id}`",
        f"did you mean `{near}`?" if near else "write KIND/ID, or the path of its file",
        is_usage=True,
    )


def _was_there(repository: Repository, kind: str, record_id: str) -> bool:
    return any(True for _ in repository.touching(record_path(kind, record_id), 1))


def record_log(
    repository: Repository, kind: str, record_id: str, veil: Veil, most: int
) -> Iterator[LoggedChange]:
    """Yield at most so many changes of a record, the latest first; raises `GitRefused`."""
    repository.refuse_shallow()
    touched = repository.touching(record_path(kind, record_id), most)
    while several := tuple(islice(touched, _AT_ONCE)):
        blobs = repository.blobs(
            blob for each in several for blob in (each.was, each.now) if blob is not None
        )
        for each in several:
            was, now = (blobs[blob] if blob is not None else None for blob in (each.was, each.now))
            change = _change(kind, each, was, now, veil)
            yield LoggedChange(each.commit, each.date, veil.words(each.author), change)


def _change(
    kind: str, touched: Touched, was: bytes | None, now: bytes | None, veil: Veil
) -> RecordChange | None:
    record_id, former_id = (_id_of(kind, path) for path in (touched.path, touched.was_path))
    name = veil.name(kind, record_id)
    if veil.is_withdrawn(kind, record_id) or veil.is_withdrawn(kind, former_id):
        how = How.WITHDRAWN if now is None else How.CHANGED if was is not None else How.ADDED
        return RecordChange(kind, record_id, name, how)
    old, young = _record(kind, former_id, was), _record(kind, record_id, now)
    if (old is None and was is not None) or (young is None and now is not None):
        return None
    there = young or old
    name = name or (veil.words(called(there)) if there is not None else record_id)
    if old is None or young is None:
        return RecordChange(kind, record_id, name, How.ADDED if old is None else How.DELETED)
    found = differences(old, young, veil)
    if record_id == former_id:
        return RecordChange(kind, record_id, name, How.CHANGED, None, found)
    return RecordChange(kind, record_id, name, How.RENAMED, former_id, found)


def _id_of(kind: str, path: str) -> str:
    return "" if kind == "dossier" else PurePosixPath(path).name.removesuffix(RECORD_KINDS[kind].suffix)


def _record(kind: str, record_id: str, content: bytes | None) -> Record | None:
    """Return a record as its file wrote it, without what it redacts or withholds; None where it has mistakes."""
    try:
        text = content.decode("utf-8") if content is not None else None
    except UnicodeDecodeError:
        return None
    if text is None:
        return None
    problems = Problems()
    file = RecordFile(kind, record_id, record_path(kind, record_id), text)
    records = records_without_words(decode_records([file], RecordPlaces(), problems), {})
    if kind == "dossier":
        return None if problems.has_errors else records.dossier
    return records.whole[kind].get(record_id)
