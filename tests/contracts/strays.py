"""Finds files that nobody meant to keep, and paths of the documentation that lead to no file."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from tests.contracts import rules

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)", re.DOTALL | re.MULTILINE)
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_PATH = re.compile(r"\.?[\w.@-]*(?:/[\w.@-]+)*/?")
_SUFFIX = re.compile(r"\.(?:bib|cmd|css|csv|html|in|js|json|md|py|ris|sh|svg|toml|txt|xml|ya?ml|zip)")
_ONLY_DATES = re.compile(r"[\d./-]*")


def kept_files(root: Path) -> tuple[str, ...]:
    """Return every file that git tracks or would take up under `root`; without git, every file of the tree."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."],
        cwd=root,
        capture_output=True,
    )
    if listed.returncode == 0:
        names = listed.stdout.decode("utf-8", "surrogateescape").split("\0")
        return tuple(sorted({name for name in names if name and (root / name).is_file()}))
    found = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return tuple(sorted(name for name in found if not _is_made(name)))


def _is_made(name: str) -> bool:
    parts = name.split("/")
    return parts[0] in rules.MADE_FOLDERS or "__pycache__" in parts


def stray_faults(names: Iterable[str]) -> list[str]:
    """Every left-over of an editor or a merge, and every file that no rule of the house has a place for."""
    faults: list[str] = []
    for name in names:
        last = name.rpartition("/")[2]
        if any(fnmatchcase(last, pattern) for pattern in rules.LEFT_OVERS):
            faults.append(f"{name}: a left-over of an editor or a merge; delete it")
        elif not any(_fits(name, pattern) for pattern in rules.PLACES):
            faults.append(f"{name}: no pattern of PLACES in tests/contracts/rules.py has a place for it")
    return faults


def _fits(name: str, pattern: str) -> bool:
    """Whether a path fits a pattern part by part; `**` stands for any number of folders, none included."""
    return _parts_fit(name.split("/"), pattern.split("/"))


def _parts_fit(name: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern:
        return not name
    if pattern[0] == "**":
        return any(_parts_fit(name[taken:], pattern[1:]) for taken in range(len(name)))
    return bool(name) and fnmatchcase(name[0], pattern[0]) and _parts_fit(name[1:], pattern[1:])


def documents(root: Path) -> tuple[str, ...]:
    """Return every page of documentation, by its path."""
    pages = (path for pattern in rules.DOCUMENTS for path in root.glob(pattern))
    return tuple(sorted(path.relative_to(root).as_posix() for path in pages))


def named_paths(markdown: str) -> tuple[str, ...]:
    """Return every path that a code span of a page names; shapes (`<id>.yaml`, `seeds/…`) and dates are none."""
    words = (word for span in _CODE_SPAN.finditer(_FENCE.sub("", markdown)) for word in span["code"].split())
    return tuple(dict.fromkeys(word for word in words if _is_path(word)))


def _is_path(word: str) -> bool:
    if not _PATH.fullmatch(word) or _ONLY_DATES.fullmatch(word):
        return False
    stem, dot, _ = word.rpartition(".")
    return "/" in word or bool(stem and dot and _SUFFIX.fullmatch(word, word.rindex(".")))


def path_faults(root: Path, pages: Iterable[str]) -> list[str]:
    """Every path that a page names and that is neither in the tree nor an example or a thing that is made."""
    return [
        f"{page}: `{path}` does not exist"
        for page in pages
        for path in named_paths((root / page).read_text(encoding="utf-8"))
        if not _is_excused(path)
        and not any(place.exists() for place in (root / path, (root / page).parent / path))
    ]


def _is_excused(path: str) -> bool:
    return path in rules.EXAMPLE_PATHS or any(path.startswith(made) for made in rules.MADE_PATHS)


def unused_examples(root: Path, pages: Iterable[str]) -> list[str]:
    """Every example path that no page names any more."""
    named = {path for page in pages for path in named_paths((root / page).read_text(encoding="utf-8"))}
    return sorted(path for path in rules.EXAMPLE_PATHS if path not in named)
