"""Mends what has one safe answer, as far as the problems of a dossier say it, and looks whether that mended it.

Nothing is written here: files are read as if they were mended already, problem by problem, until none is left that
can be. A change after which its problem is still there, or its file can be read no more, is not made.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from builder.diagnostics import Diagnostic, Problems
from builder.editing.written import with_edits
from builder.load import Loaded, load_dossier
from builder.load.content import RecordFile
from builder.load.page import read_record_nodes

MOST_ROUNDS = 12
"""A mistake may hide another one, of the same file or of those that name it; six in a row were seen."""


class MendedFile(Struct, frozen=True):
    """A file that changes: where it was and is to be, with its bytes then and now."""

    path: str
    moved_to: str
    was: bytes
    now: bytes


class Mended(Struct, frozen=True):
    """What can be mended: the problems, in the order in which they are, the files, and the dossier as it is then."""

    problems: tuple[Diagnostic, ...]
    files: tuple[MendedFile, ...]
    loaded: Loaded

    def diff(self) -> str:
        """Return the changes as a unified diff; lines with redacted words are a sign in it."""
        return "".join(self._diff_of(file) for file in self.files)

    def _diff_of(self, file: MendedFile) -> str:
        moved = f"rename {file.path} => {file.moved_to}\n" if file.moved_to != file.path else ""
        texts = [self.loaded.shown(file.moved_to, content.decode()) for content in (file.was, file.now)]
        was, now = ((text or "").splitlines() for text in texts)
        lines = unified_diff(was, now, file.path, file.moved_to, lineterm="")
        return moved + "".join(f"{line}\n" for line in lines)


class _Draft:
    """The files as they would be: what changed by its first path, where that is now, and what is read instead."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.was: dict[str, bytes] = {}
        self.first: dict[str, str] = {}
        self.instead: dict[str, bytes | None] = {}

    def content(self, path: str) -> bytes:
        """Return the bytes of a file as it would be."""
        drafted = self.instead.get(path)
        return (self._root / path).read_bytes() if drafted is None else drafted

    def write(self, path: str, content: bytes) -> None:
        self.was.setdefault(self.first.setdefault(path, path), self.content(path))
        self.instead[path] = content

    def take_elsewhere(self, path: str, to: str) -> None:
        content = self.content(path)
        self.write(path, content)
        self.first[to] = self.first.pop(path)
        self.instead[path], self.instead[to] = None, content

    def files(self) -> tuple[MendedFile, ...]:
        found = (
            MendedFile(first, path, self.was[first], self.content(path))
            for path, first in sorted(self.first.items())
        )
        return tuple(file for file in found if file.was != file.now or file.path != file.moved_to)


def mend(root: Path) -> Mended:
    """Return all that can be mended in the dossier at `root` with one safe answer; nothing is written."""
    draft = _Draft(root)
    refused: set[tuple[object, ...]] = set()
    mended: list[Diagnostic] = []
    loaded = load_dossier(root)
    for _ in range(MOST_ROUNDS):
        wanted = [one for one in loaded.settled() if _has_answer(one) and one.sort_key not in refused]
        if not wanted:
            break
        before = dict(draft.instead), dict(draft.first)
        made = _made(wanted, draft)
        if not made:
            break
        loaded = load_dossier(root, instead=draft.instead)
        left = {_what(one) for one in loaded.problems}
        in_vain = [one for one in made if _what(one) in left]
        refused.update(one.sort_key for one in in_vain)
        if in_vain:  # the others of this round are made again without these
            draft.instead, draft.first = before
            loaded = load_dossier(root, instead=draft.instead)
        else:
            mended += made
    return Mended(tuple(mended), draft.files(), loaded)


def _has_answer(one: Diagnostic) -> bool:
    return bool(one.edits or one.moved_to)


def _what(one: Diagnostic) -> tuple[str, str, str]:
    """What a problem is, wherever in its file."""
    return one.code, one.span.path, one.message


def _made(wanted: Iterable[Diagnostic], draft: _Draft) -> list[Diagnostic]:
    """Change the files of the draft and return the problems that this should mend."""
    made: list[Diagnostic] = []
    by_path: dict[str, list[Diagnostic]] = {}
    for one in wanted:
        by_path.setdefault(one.span.path, []).append(one)
    for path, problems in by_path.items():
        moved = [one for one in problems if one.moved_to]
        if moved:  # its other mistakes are told again under its right name
            draft.take_elsewhere(path, moved[0].moved_to)
            made.append(moved[0])
            continue
        fitting = _apart(problems)
        text = draft.content(path).decode()
        changed = with_edits(text, (edit for one in fitting for edit in one.edits))
        if not _is_readable(path, text) or _is_readable(path, changed):
            draft.write(path, changed.encode())
            made += fitting
    return made


def _apart(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the problems of a file whose changes meet none of those before; the others wait for the next round."""
    kept: list[Diagnostic] = []
    reached = (0, 0)
    for one in sorted(problems, key=lambda one: min(one.edits)):
        first, last = min(one.edits).span, max(one.edits).span
        if (first.line, first.column) >= reached:
            kept.append(one)
            reached = (last.end_line, last.end_column + 1)
    return kept


def _is_readable(path: str, text: str) -> bool:
    kind = "page" if path.endswith(".md") else "claim"
    return read_record_nodes(RecordFile(kind, "", path, text), Problems()) is not None
