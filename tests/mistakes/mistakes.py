"""Planted mistakes as data: a small faultless dossier, one slip of an editor, and what must be told of it.

Each file beside this one is a chapter of them. A mistake has the `file`, the words that stood there (`was`) and those
that the editor wrote (`now`; without `was` the file is new), or what became of the file: `renamed`, `copied`,
`removed`, `bytes` in hexadecimal, another `encoding`. ⌖ in `now` is the place to be named, `at` another file that is to
be named, `line` and `column` a place in a file without the sign. `told` is the one code that may be told, nothing where
it is absent; `also` are those of mistakes of their own in the same record. `words` stand in what is printed.

How the printed fix is applied: by the change that the problem carries; else, where it is no more than what to write, as
it is printed; else by `paste`, words of it in place of what is marked or of `over`; else by `hand`, what a reader of it
would do, as pairs of words in the file, or by the file `moved`, `deleted` or `restored` as it was before. After it
nothing is told, or `next`.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, convert

from builder.build import check_dossier
from builder.diagnostics import Diagnostic, Edit, SourceSpan
from builder.editing.written import with_edits

HERE = Path(__file__).parent
CARET = "⌖"
_PRINTED = re.compile(
    r"(?:write a list:|write|rename to) (?!it |a |an |one |each |them |with |year)"
    r"(?:`([^`]+)`(?:, or another of .*)?|([^`;…]+))"
)
"""A fix that is nothing but what to write."""


class Mistake(Struct, frozen=True, forbid_unknown_fields=True):
    """One slip, and what is to be told of it."""

    what: str
    file: str
    was: str = ""
    now: str | None = None
    renamed: str = ""
    copied: str = ""
    removed: bool = False
    bytes: str = ""
    encoding: str = "utf-8"
    at: str = ""
    line: int = 0
    column: int = 0
    told: str = ""
    also: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    paste: str | None = None
    over: str = ""
    hand: tuple[tuple[str, str], ...] = ()
    moved: str = ""
    deleted: bool = False
    restored: bool = False
    file_moved: tuple[str, str] | None = None
    next: tuple[str, ...] = ()

    def place(self, changed: str) -> tuple[str, int, int]:
        """Return where it is to be told, file, line and column; `changed` is its file with the sign for the place."""
        path = self.at or self.copied or self.renamed or self.file
        if CARET not in changed:
            return path, self.line or 1, self.column or 1
        before = changed.partition(CARET)[0]
        return path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


class Outcome(Struct, frozen=True):
    """What came of a mistake: all that was told, the place where it ought to be, and how its fix fared."""

    told: tuple[Diagnostic, ...]
    place: tuple[str, int, int]
    applied: str = ""
    """`edits`, `printed`, `paste` or `hand`; empty where there was nothing to apply."""
    left: tuple[str, ...] = ()
    """Codes that are told after the fix."""

    @property
    def problem(self) -> Diagnostic | None:
        """What is told at the place, or else first."""
        at = [one for one in self.told if (one.span.path, one.span.line, one.span.column) == self.place]
        return (*at, *self.told, None)[0]


def chapters() -> Iterator[tuple[str, Mistake]]:
    """Yield every mistake with its chapter."""
    for path in sorted(HERE.glob("*.toml")):
        for one in tomllib.loads(path.read_text("utf-8"))["mistake"]:
            yield path.stem, convert(one, Mistake)


def planted(mistake: Mistake, root: Path) -> tuple[str, int, int]:
    """Write a dossier with one mistake under `root`; return where it is to be told."""
    shutil.copytree(HERE / "dossier", root)
    path = root / mistake.file
    path.parent.mkdir(parents=True, exist_ok=True)
    changed = mistake.now or ""
    if mistake.was:
        text = path.read_text("utf-8")
        assert mistake.was in text, f"{mistake.what}: {mistake.was!r} does not stand in {mistake.file}"
        changed = text.replace(mistake.was, changed, 1)
    if mistake.now is not None:
        path.write_text(changed.replace(CARET, ""), mistake.encoding, newline="")
    if mistake.bytes:
        path.write_bytes(bytes.fromhex(mistake.bytes))
    if mistake.copied:
        target = root / mistake.copied
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if path.is_dir() else shutil.copy)(path, target)
    if mistake.renamed:
        target = root / mistake.renamed
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
    if mistake.removed:
        path.unlink()
    return mistake.place(changed)


def tried(mistake: Mistake, root: Path) -> Outcome:
    """Plant a mistake under `root`, check, do what is printed, and check again."""
    place = planted(mistake, root)
    told = check_dossier(root).problems
    outcome = Outcome(told, place)
    if outcome.problem is None:
        return outcome
    applied = _applied(mistake, outcome.problem, root)
    left = tuple(one.code for one in check_dossier(root).problems) if applied else ()
    return Outcome(told, place, applied, left)


def _applied(mistake: Mistake, problem: Diagnostic, root: Path) -> str:
    """Do what is printed, and say how; empty where nobody could."""
    path = root / problem.span.path
    if problem.moved_to:
        (root / problem.moved_to).parent.mkdir(parents=True, exist_ok=True)
        path.rename(root / problem.moved_to)
        return "edits"
    if problem.edits:
        for file in {edit.span.path for edit in problem.edits}:
            edits = [edit for edit in problem.edits if edit.span.path == file]
            _write(root / file, with_edits(_read(root / file), edits))
        return "edits"
    return _by_file(mistake, problem, root) or _by_words(mistake, problem, path)


def _by_file(mistake: Mistake, problem: Diagnostic, root: Path) -> str:
    path = root / problem.span.path
    if mistake.deleted:
        path.unlink()
    elif mistake.restored:
        shutil.copy(HERE / "dossier" / mistake.file, root / mistake.file)
    elif mistake.file_moved:
        (root / mistake.file_moved[0]).rename(root / mistake.file_moved[1])
    elif mistake.moved:
        (root / mistake.moved).parent.mkdir(parents=True, exist_ok=True)
        path.rename(root / mistake.moved)
        return "paste" if mistake.moved.rpartition("/")[2] in problem.hint else "hand"
    return "hand" if mistake.deleted or mistake.restored or mistake.file_moved else ""


def _by_words(mistake: Mistake, problem: Diagnostic, path: Path) -> str:
    printed = _PRINTED.fullmatch(problem.hint)
    if mistake.hand:
        text = _read(path)
        for was, now in mistake.hand:
            assert was in text, f"{mistake.what}: {was!r}"
            text = text.replace(was, now, 1)
        _write(path, text)
        return "hand"
    if mistake.paste is not None:
        if mistake.paste not in f"{problem.hint} {problem.message}":
            return ""
        text = _read(path)
        pasted = with_edits(text, [Edit(problem.span, mistake.paste)])
        _write(path, text.replace(mistake.over, mistake.paste, 1) if mistake.over else pasted)
        return "paste"
    if printed:
        _write(path, _as_printed(_read(path), problem, next(filter(None, printed.groups()))))
        return "printed"
    return ""


def _as_printed(text: str, problem: Diagnostic, words: str) -> str:
    """Write what is printed: a key with its value in place of those on the line, anything else in place of what is marked."""
    span = problem.span
    key = re.match(r"[a-z_]+: ", words)
    line = text.split("\n")[span.line - 1]
    standing = re.search(rf"(?<!\w){key[0].strip()}.*", line) if key else None
    if standing is None:
        return with_edits(text, [Edit(span, words)])
    place = SourceSpan("", span.line, standing.start() + 1, span.line, standing.end() + 1)
    return with_edits(text, [Edit(place, words)])


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
