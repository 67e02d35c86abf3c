"""Fills corrections and earlier words of records from the editions of a dossier: git's tags, each a state that stood.

A record that one edition has otherwise than the next becomes a change of kind `update`, dated and signed by the commits
that made it. Where an editor's own correction of the record lies between the two editions it tells of the change, and
what is found only adds what the record said before. Records that are drafts, or were, are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from builder.history.compare import RecordChange, Side, compare
from builder.history.differences import Difference, described
from builder.history.git import GitRefused, Repository, Tag, repository_of
from builder.history.states import load_revision
from builder.history.told import shortened
from builder.history.veil import Veil
from builder.load import Loaded
from builder.load.content import record_path
from builder.model.base import Record
from builder.model.correction import Correction, CorrectionKind
from builder.model.edtf import parse_edtf
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.marks import REDACTION_SIGN
from builder.model.said import Said, SaidValue

NOT_PUBLISHED: Final = frozenset(
    {"private", "acknowledge", "draft", "former_ids", "marks", "text", "file", "sha256"}
)
"""Keys that pages do not print, or that would print of a text more than rights allow."""
_MOST_LINES: Final = 20
"""Of what was and what is, in a list of changes; the page of the earlier state has all."""
_MOST_LINE_CHARS: Final = 400
_MARKUP: Final = str.maketrans({sign: f"\\{sign}" for sign in r"\`*_[]<>&#~|{}!"})
_REASON: Final = "Found in the repository: the edition of {date} has it otherwise."
"""For machines; readers are told so in their language."""


class _Edition(Struct, frozen=True):
    """A state that stood: what it is called, its day, the commit, and what was read of it.

    In addresses it is named by its day, and a number from the second of a day on: tags that come later change none.
    """

    name: str
    date: str
    commit: str
    loaded: Loaded
    in_address: str


def with_history(root: Path, loaded: Loaded) -> Loaded:
    """Return a dossier whose library has the changes between its editions; raises `GitRefused`."""
    if loaded.library is None or loaded.has_errors:
        return loaded
    repository = repository_of(root)
    repository.refuse_shallow()
    editions = [*_editions(repository), _Edition("HEAD", "", "HEAD", _published(loaded), "")]
    states = tuple(edition.loaded for edition in reversed(editions))
    found = _Found(repository, loaded.library, Veil(states, REDACTION_SIGN))
    for earlier, later in reversed(tuple(pairwise(editions))):
        found.add(earlier, later)
    return replace(loaded, library=found.library())


def _editions(repository: Repository) -> Iterator[_Edition]:
    """Yield the tagged states that hold a dossier, the oldest first; of several tags of one commit the last."""
    last: dict[str, Tag] = {tag.commit: tag for tag in repository.tags()}
    taken: set[str] = set()
    for tag in last.values():
        try:
            loaded = load_revision(repository, tag.commit, with_drafts=False)
        except GitRefused as refused:
            if refused.is_usage:
                continue
            raise
        day = tag.date[:10]
        in_address = next(each for each in _numbered(day) if each not in taken)
        taken.add(in_address)
        yield _Edition(tag.name, day, tag.commit, _published(loaded), in_address)


def _published(loaded: Loaded) -> Loaded:
    """Return of a dossier what is compared: its records but for drafts, and no text."""
    records = loaded.records
    whole = {
        kind: {record_id: record for record_id, record in by_id.items() if not record.draft}
        for kind, by_id in records.whole.items()
    }
    return replace(loaded, library=None, records=replace(records, whole=whole))


class _Found:
    """Gathers changes from the latest pair of editions to the first: so records are known by their ids of today."""

    def __init__(self, repository: Repository, library: Library, veil: Veil) -> None:
        self._repository, self._library, self._veil = repository, library, veil
        self._today: dict[tuple[str, str], str] = {}
        self._corrections: dict[str, Correction] = {}
        self._said: dict[str, Said] = {}

    def library(self) -> Library:
        """Return the library with what was found."""
        corrections = {**self._library.corrections, **self._corrections}
        return replace(
            self._library,
            corrections=dict(sorted(corrections.items())),
            said=dict(sorted(self._said.items())),
        )

    def add(self, earlier: _Edition, later: _Edition) -> None:
        """Add what one edition has otherwise than the next."""
        sides = Side(earlier.name, earlier.loaded), Side(later.name, later.loaded)
        changes = compare(*sides, self._veil, NOT_PUBLISHED).changes
        for change in changes:
            if change.former_id is not None:
                present = self._today.get((change.kind, change.record_id), change.record_id)
                self._today[change.kind, change.former_id] = present
        for change in changes:
            told = tuple(each for each in change.differences if each.was != each.now)
            if change.kind in RECORD_KINDS and change.kind != Correction.KIND and told:
                self._add(replace(change, differences=told), earlier, later)

    def _add(self, change: RecordChange, earlier: _Edition, later: _Edition) -> None:
        record_id = self._today.get((change.kind, change.record_id), change.record_id)
        if record_id not in self._library.records(change.kind):
            return
        told = self._told_by_editors(change.kind, record_id, earlier, later)
        if told is None:
            path = record_path(change.kind, change.record_id)
            changed = self._repository.changers(earlier.commit, later.commit, path)
            if changed is None:  # what is not committed yet has no date and nobody who signs
                return
            correction = self._correction(change, record_id, earlier, *changed)
            self._corrections[correction.id] = correction
            told = correction.id
        former = change.former_id or change.record_id
        was = earlier.loaded.records.whole[change.kind][former]
        self._said[told] = Said(
            kind=change.kind,
            record_id=record_id,
            edition=self._veil.words(earlier.name),
            date=parse_edtf(earlier.date),
            name=earlier.in_address,
            values=tuple(self._values(was, change)),
            is_found=told in self._corrections,
        )

    def _told_by_editors(self, kind: str, record_id: str, earlier: _Edition, later: _Edition) -> str | None:
        """Return the latest correction of the editors' own that lies between two editions, by its id."""
        about = f"{kind}:{record_id}"
        dated = [
            (one.date.lower.isoformat(), one.id)
            for one in self._library.corrections.values()
            if one.about == about
            and one.id not in self._said
            and earlier.date <= one.date.lower.isoformat() <= (later.date or "9999")
        ]
        return max(dated)[1] if dated else None

    def _correction(
        self, change: RecordChange, record_id: str, earlier: _Edition, day: str, names: tuple[str, ...]
    ) -> Correction:
        facts: Mapping[str, object] = {
            "id": self._free_id(f"{earlier.in_address}-{change.kind}-{record_id}"),
            "date": day,
            "kind": CorrectionKind.UPDATE.value,
            "about": f"{change.kind}:{record_id}",
            "was": _lines(change.differences, later=False),
            "now": _lines(change.differences, later=True),
            "reason": _REASON.format(date=earlier.date),
        }
        try:
            by = self._veil.words(", ".join(names))
            return Correction.model_validate({**facts, "by": by})
        except ValidationError:  # a name of git's may hold any sign, or none
            return Correction.model_validate({**facts, "by": self._library.dossier.title})

    def _free_id(self, wanted: str) -> str:
        taken = self._library.corrections.keys() | self._corrections.keys()
        return next(each for each in _numbered(wanted) if each not in taken)

    def _values(self, was: Record, change: RecordChange) -> Iterator[SaidValue]:
        changed = {each.where[0] for each in change.differences}
        for key, words in described(was, self._veil, NOT_PUBLISHED):
            if any(words):
                yield SaidValue(key, words, key in changed)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _lines(differences: Iterable[Difference], *, later: bool) -> str | None:
    """Return what was, or what is, as Markdown: a paragraph for each value, with the way to it."""
    lines: list[str] = []
    for each in differences:
        words = each.now if later else each.was
        if words is None:
            continue
        if each.was is not None and each.now is not None:
            words = shortened(each.was, each.now)[later]
        where = " › ".join(step.strip("«»").replace("_", " ") for step in each.where)
        lines.append(f"{where}: {' '.join(words.split())}"[:_MOST_LINE_CHARS].translate(_MARKUP))
    more = ["…"] if len(lines) > _MOST_LINES else []
    return "\n\n".join([*lines[:_MOST_LINES], *more]) or None
