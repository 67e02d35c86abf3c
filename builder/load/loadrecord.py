"""What a load found out in files without a mistake, in a form that can be kept, and back.

Nothing is read or written here.

A record is believed only of a file that still has the stamp it had when it was read, which nobody can know who brings a
folder along. Whoever keeps what is told here gives it back to the very version of the builder that told it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, cast

from msgspec import Raw, Struct
from msgspec.json import decode, encode

from builder.load.content import DOSSIER_PATH, FileKey, kind_and_id
from builder.load.decode import DecodedRecord
from builder.load.files import ReadFile
from builder.load.places import KnownPlaces
from builder.load.remembered import LoadMemory, Remembered
from builder.model.article import Article, Publish
from builder.model.base import Record
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.plainrecord import Plain, plain_record, restored
from builder.model.seedtext import TextFacts

_FOR_EDITORS: Final = frozenset({"private", "acknowledge"})
_Tops = dict[str, tuple[int, int, int, int]]


class _KeptRecord(Struct, frozen=True, array_like=True):
    file: ReadFile
    tops: _Tops
    digest: str
    """What `Record.own_digest` is: asked of every record, and seldom of one that has changed."""
    record: Raw


class _KeptText(Struct, frozen=True, array_like=True):
    file: ReadFile
    facts: TextFacts


class _Load(Struct, frozen=True):
    """Files of content, and texts with nothing to tell of them, by path."""

    records: dict[str, _KeptRecord]
    texts: dict[str, _KeptText]


def told(memory: LoadMemory) -> bytes:
    """Return what is worth keeping of a load: nothing of what editors keep to themselves."""
    files = memory.files.used
    before = memory.records.earlier
    known = before.rows if isinstance(before, _Records) else {}
    dossier = next(
        (one.record for (path, _), one in memory.records.used.items() if path == DOSSIER_PATH), None
    )
    rights = dossier.publish if isinstance(dossier, Dossier) else None
    records: dict[str, _KeptRecord] = {}
    for (path, digest), decoded in memory.records.used.items():
        file = files.get(path)
        if file is None or file.sha256 != digest or not _is_open(decoded.record, rights):
            continue
        row = known.get(path)
        if row is not None and row.file == file:
            records[path] = row
        elif (kept := _row(file, decoded)) is not None:
            records[path] = kept
    sound = memory.sound.used
    texts: dict[str, _KeptText] = {}
    for (owner, _), decoded in memory.records.used.items():
        for path in _texts_of(decoded.record) if owner in records else ():
            file = files.get(path)
            if file is not None and (facts := sound.get(file.sha256)) is not None:
                texts[path] = _KeptText(file, facts)
    return encode(_Load(dict(sorted(records.items())), dict(sorted(texts.items()))))


def _is_open(record: Record | None, rights: Publish | None) -> bool:
    """Whether all its words may be printed: marks of a text that is not published whole quote what is left out."""
    return not isinstance(record, Article) or not record.marks or (record.publish or rights) is Publish.FULL


def _row(file: ReadFile, decoded: DecodedRecord) -> _KeptRecord | None:
    """Return what is kept of a record; None where it has mistakes, or words that are in no file of the site."""
    record, places = decoded.record, decoded.places
    if record is None or decoded.mistakes or places.tops is None or places.withholds or record.draft:
        return None
    plain = plain_record(record)
    try:
        kept = Raw(encode(plain))
    except UnicodeEncodeError:
        return None
    return None if _hides(plain) else _KeptRecord(file, dict(places.tops), record.own_digest, kept)


def _hides(plain: Plain) -> bool:
    """Whether editors have written something for themselves alone."""
    if isinstance(plain, dict):
        return not _FOR_EDITORS.isdisjoint(plain) or any(map(_hides, plain.values()))
    return isinstance(plain, list) and any(map(_hides, plain))


def _texts_of(record: Record | None) -> Iterator[str]:
    """Yield the paths of the texts that an article names."""
    if isinstance(record, Article):
        yield from (record.text.file,) if record.text is not None else ()
        yield from (version.file for version in record.versions)


def remembered_from(kept: bytes | memoryview) -> Remembered:
    """Return what was `told`; nothing where it has another form."""
    try:
        load = decode(kept, type=_Load)
    except ValueError:  # msgspec's own error is one
        return Remembered()
    files = {path: row.file for rows in (load.records, load.texts) for path, row in rows.items()}
    sound = {row.file.sha256: row.facts for row in load.texts.values()}
    return Remembered(files, _Records(load.records), sound=sound)


class _Records(Mapping[FileKey, DecodedRecord]):
    """Records as they were kept, each made when it is asked for."""

    def __init__(self, rows: Mapping[str, _KeptRecord]) -> None:
        self.rows = rows

    def __getitem__(self, key: FileKey) -> DecodedRecord:
        if key not in self:
            raise KeyError(key)
        path, _ = key
        row = self.rows[path]
        kind, record_id = kind_and_id(path)
        model = Dossier if kind == "dossier" else RECORD_KINDS[kind].model
        record = restored(model, record_id, decode(row.record, type=dict[str, object]))
        record.__dict__["own_digest"] = row.digest
        return DecodedRecord(record, (), KnownPlaces(None, row.tops, withholds=False), ())

    def __contains__(self, key: object) -> bool:
        path, digest = cast("FileKey", key)
        row = self.rows.get(path)
        return row is not None and row.file.sha256 == digest

    def __iter__(self) -> Iterator[FileKey]:
        return ((path, row.file.sha256) for path, row in self.rows.items())

    def __len__(self) -> int:
        return len(self.rows)
