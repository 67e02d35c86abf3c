"""Lays the program into the wheel under a name of its own; hatchling calls this when it builds one.

The folder `builder/` becomes the package `dossier_builder`, because another distribution installs a package `builder`
(docs/decisions/0014-names-in-the-wheel.md). Only the name in import statements is another; texts are left alone.
"""

from __future__ import annotations

import io
import json
import os
import tokenize
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = "builder"
PACKAGE = "dossier_builder"
BESIDE: Mapping[str, str] = {
    "templates": "_templates",
    "CHANGELOG.md": "_changes.md",
    "requirements/run.txt": "_parts.txt",
}
"""What the program reads that lies beside it in the source tree, and its name inside the package."""
RELEASE = "_release.json"
"""Inside the package, where the build is a release: which commit of which repository it is, as an action."""
ACTION = "DOSSIER_ACTION"
"""The variable by which the workflow of a release says so: `OWNER/REPO@SHA`."""
_PASSED_OVER = "__pycache__"
_IGNORED_TOKENS = frozenset(
    {tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING}
)


class CannotRename(ValueError):
    """An import that would bind the name `builder`, which code may go on to use."""


def renamed(source: str) -> str:
    """Return a module whose `from builder… import …` name the package of the wheel; raises `CannotRename`."""
    lines = list(io.StringIO(source))  # as Python counts them: a text may hold other breaks of lines
    for row, column in reversed(list(_places(source))):
        line = lines[row - 1]
        lines[row - 1] = f"{line[:column]}{PACKAGE}{line[column + len(SOURCE) :]}"
    return "".join(lines)


def _places(source: str) -> Iterator[tuple[int, int]]:
    """Yield line and column of each name to change: the first word behind a `from` that begins a statement."""
    before = first = ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in _IGNORED_TOKENS:
            continue
        if token.type == tokenize.NEWLINE or token.string in (";", ":"):
            before = first = ""
            continue
        if token.string == SOURCE and first == "import":
            raise CannotRename(
                f"line {token.start[0]}: write `from {SOURCE}… import …`: {token.line.strip()}"
            )
        if token.string == SOURCE and first == before == "from":
            yield token.start
        before, first = token.string, first or token.string


def laid_out(root: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of the wheel with its path in it; modules are written into `folder` under their new names."""
    for path in _files(root / SOURCE):
        name = f"{PACKAGE}/{path.relative_to(root / SOURCE).as_posix()}"
        if path.suffix == ".py":
            made = folder / name
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(renamed(path.read_text("utf-8")), "utf-8", newline="\n")
            path = made
        yield path, name
    for source, name in BESIDE.items():
        for path in _files(root / source):
            below = path.relative_to(root / source).as_posix()
            yield path, f"{PACKAGE}/{name}" if below == "." else f"{PACKAGE}/{name}/{below}"


def _files(top: Path) -> list[Path]:
    found = sorted(top.rglob("*")) if top.is_dir() else [top]
    return [path for path in found if path.is_file() and _PASSED_OVER not in path.parts]


class WheelHook(BuildHookInterface[Any]):
    """What `[tool.hatch.build.targets.wheel.hooks.custom]` names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Tell hatchling every file of the wheel; refuses an editable one, which would have the other names."""
        if version == "editable":
            raise ValueError("there is no editable form: run ./dossier, which needs no installation")
        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        build_data["force_include"].update(
            {str(path): name for path, name in laid_out(Path(self.root), folder)}
        )
        if action := os.environ.get(ACTION):
            (folder / RELEASE).write_text(json.dumps({"action": action}), "utf-8")
            build_data["force_include"][str(folder / RELEASE)] = f"{PACKAGE}/{RELEASE}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was written for the wheel."""
        self._folder.cleanup()
