"""How two states of a dossier differ: records that are new, gone, renamed or otherwise, and texts by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, cast

from msgspec import Struct

from builder.analysis.revisions import differing
from builder.diagnostics import Severity
from builder.history.differences import Difference, differences, leaves, with_present_ids
from builder.history.veil import Veil
from builder.load import Loaded
from builder.load.content import record_path
from builder.model.base import Record
from builder.model.correction import Correction
from builder.model.kinds import RECORD_KINDS
from builder.model.seedtext import SeedText
from builder.text import words

_TELLING_CHARS: Final = 12
"""Values that are shorter are shared by too many records to tell that one was renamed."""
_FORMER: Final = frozenset({"former_ids"})

Address = tuple[str, str]


class How(StrEnum):
    """What became of a record."""

    ADDED = "added"
    DELETED = "deleted"
    RENAMED = "renamed"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"


class Side(Struct, frozen=True):
    """One of two states: what it is called, and the dossier as it was read."""

    name: str
    loaded: Loaded


class TextChange(Struct, frozen=True):
    """How the stored text of an article differs, in words: how many are gone, are new, and stand there now."""

    gone: int
    new: int
    all: int


class RecordChange(Struct, frozen=True):
    """One record that is otherwise. `former_id` is its id in the earlier state where that was another."""

    kind: str
    record_id: str
    name: str
    how: How
    former_id: str | None = None
    differences: tuple[Difference, ...] = ()
    text: TextChange | None = None


class NotCompared(Struct, frozen=True):
    """A file that cannot be compared: in which state, where the mistake is, and in which words `check` tells it."""

    side: str
    path: str
    line: int
    column: int
    message: str


class Compared(Struct, frozen=True):
    """What differs, by kind in the order in which kinds are told and by id; and what could not be compared."""

    changes: tuple[RecordChange, ...]
    not_compared: tuple[NotCompared, ...]


def compare(was: Side, now: Side, veil: Veil, without: frozenset[str] = frozenset()) -> Compared:
    """Return how two states differ; keys in `without` are passed over, in every record."""
    return _States(was, now, veil, without).compared()


class _States:
    def __init__(self, was: Side, now: Side, veil: Veil, without: frozenset[str]) -> None:
        self._was, self._now, self._veil, self._without = was, now, veil, without
        self._renamed = _renamed(was.loaded, now.loaded)

    def compared(self) -> Compared:
        changes = tuple(change for kind in ("dossier", *RECORD_KINDS) for change in self._of_kind(kind))
        told = dict.fromkeys((*_unread(self._was, self._veil), *_unread(self._now, self._veil)))
        return Compared(changes, tuple(told))

    def _of_kind(self, kind: str) -> Iterator[RecordChange]:
        olds, news = _whole(self._was.loaded, kind), _whole(self._now.loaded, kind)
        former = {now: was for (each, was), now in self._renamed.items() if each == kind}
        for record_id in sorted({*olds, *news}):
            is_unread = _is_unread(self._was, kind, record_id) or _is_unread(self._now, kind, record_id)
            if (kind, record_id) in self._renamed or is_unread:
                continue
            before = former.get(record_id, record_id)
            change = self._change(kind, record_id, before, olds.get(before), news.get(record_id))
            if change is not None:
                yield change

    def _change(
        self, kind: str, record_id: str, before: str, was: Record | None, now: Record | None
    ) -> RecordChange | None:
        name = self._veil.name(kind, record_id)
        if self._veil.is_withdrawn(kind, record_id) or self._veil.is_withdrawn(kind, before):
            if (was is None) == (now is None) and was == now:
                return None
            how = How.WITHDRAWN if now is None else How.RETURNED if was is None else How.CHANGED
            return RecordChange(kind, record_id, name, how)
        if was is None or now is None:
            return RecordChange(kind, record_id, name, How.ADDED if was is None else How.DELETED)
        found: tuple[Difference, ...] = ()
        if was != now:
            present = cast("Record", with_present_ids(was, self._renamed))
            without = self._without | _FORMER if before != record_id else self._without
            found = differences(present, now, self._veil, without)
        text = self._text_change(before, record_id) if kind == "article" else None
        if before != record_id:
            return RecordChange(kind, record_id, name, How.RENAMED, before, found, text)
        if not found and text is None:
            return None
        return RecordChange(kind, record_id, name, How.CHANGED, None, found, text)

    def _text_change(self, before: str, article: str) -> TextChange | None:
        was, now = _text(self._was.loaded, before), _text(self._now.loaded, article)
        return text_change(was, now) if was is not None and now is not None else None


def text_change(was: SeedText, now: SeedText) -> TextChange | None:
    """Return how two stored texts differ; all noughts where only signs between words do, None where nothing does."""
    if was.raw == now.raw:
        return None
    old, young = ([span.of(text.raw) for span in words(text.raw)] for text in (was, now))
    spans = list(differing(old, young))
    return TextChange(sum(len(one) for one, _ in spans), sum(len(other) for _, other in spans), len(young))


def _text(loaded: Loaded, article: str) -> SeedText | None:
    texts: Mapping[str, SeedText] = loaded.library.texts if loaded.library is not None else {}  # type: ignore[assignment]
    return texts.get(article)


def _whole(loaded: Loaded, kind: str) -> Mapping[str, Record]:
    """Return the records of a kind without a mistake of their own."""
    if kind != "dossier":
        return loaded.records.whole[kind]
    dossier = loaded.records.dossier
    return {"": dossier} if dossier is not None and not _is_dossier_broken(loaded) else {}


def _is_dossier_broken(loaded: Loaded) -> bool:
    path = record_path("dossier", "")
    return any(one.span.path == path and one.severity is Severity.ERROR for one in loaded.problems)


def _is_unread(side: Side, kind: str, record_id: str) -> bool:
    """Whether a record has a file in a state and could not be read whole there."""
    if kind == "dossier":
        return _is_dossier_broken(side.loaded)
    records = side.loaded.records
    return record_id in records.known[kind] and record_id not in records.whole[kind]


def _unread(side: Side, veil: Veil) -> Iterator[NotCompared]:
    """Name each file of content in which a mistake stands that keeps its record, or a text, from being compared."""
    broken = {
        record_path(kind, record_id)
        for kind, ids in side.loaded.records.known.items()
        for record_id in ids
        if _is_unread(side, kind, record_id)
    }
    told: set[str] = set()
    for one in side.loaded.problems:
        path = one.span.path
        listed = path in broken or path == record_path("dossier", "") or one.code in _OF_TEXTS | _OF_FOLDERS
        if one.severity is Severity.ERROR and listed and path not in told:
            told.add(path)
            yield NotCompared(side.name, path, one.span.line, one.span.column, veil.words(one.message))


_OF_FOLDERS: Final = frozenset({"no-dossier", "unreadable-folder", "too-many-files"})
"""Problems for which several records are not there."""
_OF_TEXTS: Final = frozenset({"file-not-found", "unreadable-file", "file-too-large", "not-a-plain-file"})
"""Problems for which a text is not there."""


def _renamed(was: Loaded, now: Loaded) -> Mapping[Address, str]:
    """Return the present id of each record that was renamed, by its kind and former id.

    A record says so in `former_ids`; else a new one that shares most of its telling values with one that is gone is it.
    """
    found: dict[Address, str] = {}
    for kind in RECORD_KINDS:
        olds, news = was.records.whole[kind], now.records.whole[kind]
        gone = {record_id: olds[record_id] for record_id in olds if record_id not in now.records.known[kind]}
        added = {record_id: news[record_id] for record_id in news if record_id not in was.records.known[kind]}
        for record_id in sorted(added):
            former = next((each for each in added[record_id].former_ids if each in gone), None)
            if former is not None:
                found[kind, former] = record_id
                del gone[former], added[record_id]
        if kind != Correction.KIND:
            found.update({(kind, former): record_id for former, record_id in _alike(gone, added)})
    return found


def _alike(gone: Mapping[str, Record], added: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    """Yield former and present ids of records that are the same by what they hold, the likest first."""
    holders: dict[object, list[str]] = {}
    for former, record in gone.items():
        for leaf in _telling(record):
            holders.setdefault(leaf, []).append(former)
    shared: Counter[tuple[str, str]] = Counter()
    sizes: dict[str, int] = {}
    for record_id, record in added.items():
        telling = frozenset(_telling(record))
        sizes[record_id] = len(telling)
        for leaf in telling:
            holding = holders.get(leaf, ())
            if len(holding) == 1:
                shared[holding[0], record_id] += 1
    taken: set[str] = set()
    for (former, record_id), count in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        least = max(sizes[record_id], len(frozenset(_telling(gone[former]))))
        if former not in taken and record_id not in taken and 2 * count >= least:
            taken.update((former, record_id))
            yield former, record_id


def _telling(record: Record) -> Iterable[object]:
    return (leaf for leaf in leaves(record) if len(leaf[1]) >= _TELLING_CHARS)
