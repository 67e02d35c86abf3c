"""Finds the publisher's own files in `static/`, which are copied into the site as they are.

What could run, or be read as markup, is copied only where `content/dossier.yaml` lists it with its SHA-256: such a file
is not covered by what protects the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from builder.diagnostics import Problems, Related, SourceSpan, did_you_mean
from builder.load.active import SERVER_FILES, what_is_active
from builder.load.files import EntryKind, SourceTree, visible
from builder.load.places import RecordPlaces
from builder.model.dossier import Dossier
from builder.paths import file_fault, name_key
from builder.regexes import regex
from builder.yamltext import flow

STATIC = "static"
MAX_FILE_BYTES = 8 << 20
MAX_TOTAL_BYTES = 32 << 20
MAX_STATIC_FILES = 1_000
MAX_DEPTH = 8
WELL_KNOWN = ".well-known"
_LITTER = regex(r"\.(?:DS_Store|gitkeep|gitignore|gitattributes|_.*|.*\.sw[opx])", re.IGNORECASE)


class StaticFile(Struct, frozen=True):
    """A file of `static/`. `path` is below that folder, and so in the site; `active` says what could make it act."""

    path: str
    sha256: str
    size: int
    active: str | None
    is_listed: bool

    @property
    def is_copied(self) -> bool:
        """Whether the file is published."""
        return self.active is None or self.is_listed


def read_static(
    tree: SourceTree, dossier: Dossier | None, places: RecordPlaces, problems: Problems
) -> tuple[StaticFile, ...]:
    """Return the files of `static/` by path; what cannot be published is a problem."""
    entry = (tree.listing("") or {}).get(STATIC)
    listed = _listed(dossier, places, problems)
    found: list[StaticFile] = []
    if entry is EntryKind.FOLDER:
        total = 0
        for path in _paths(tree, "", problems):
            content = tree.read(f"{STATIC}/{path}", MAX_FILE_BYTES)
            if content is None:
                continue
            total += len(content)
            if total > MAX_TOTAL_BYTES or len(found) >= MAX_STATIC_FILES:
                _refuse_amount(problems)
                break
            digest = sha256(content).hexdigest()
            found.append(
                StaticFile(path, digest, len(content), what_is_active(path, content), path in listed)
            )
    elif entry is not None:
        _refuse_kind(STATIC, entry, problems)
    _check_spellings(found, problems)
    _check_listed(found, listed, places, problems)
    return tuple(found)


def static_content(root: Path, file: StaticFile) -> bytes | None:
    """Return the bytes of a file as they were when it was read; None where it has changed since."""
    content = SourceTree(root, Problems()).read(f"{STATIC}/{file.path}", MAX_FILE_BYTES)
    return content if content is not None and sha256(content).hexdigest() == file.sha256 else None


def _paths(tree: SourceTree, folder: str, problems: Problems) -> Iterator[str]:
    """Yield every file below a folder of `static/`, by path; each that cannot be published is a problem."""
    for name, kind in (tree.listing(f"{STATIC}/{folder}".rstrip("/")) or {}).items():
        path = f"{folder}/{name}" if folder else name
        if _is_litter(name):
            continue
        if kind not in (EntryKind.FILE, EntryKind.FOLDER):
            _refuse_kind(f"{STATIC}/{path}", kind, problems)
        elif (fault := _name_fault(path, name, kind)) is not None:
            problems.error(
                "static-name",
                f"`{STATIC}/{path}` cannot be published: {fault}",
                SourceSpan(f"{STATIC}/{path}"),
                "rename it, or move it out of `static`",
            )
        elif kind is EntryKind.FILE:
            yield path
        else:
            yield from _paths(tree, path, problems)


def _is_litter(name: str) -> bool:
    """What systems and editors leave behind; it is never meant to be published."""
    if name.startswith("."):
        return _LITTER.fullmatch(name) is not None
    return not list(visible({name: EntryKind.FILE}))


def _name_fault(path: str, name: str, kind: EntryKind) -> str | None:
    if name.startswith("."):
        is_known = path == WELL_KNOWN if kind is EntryKind.FOLDER else name in SERVER_FILES
        if not is_known:
            return f"of hidden names only the folder `{WELL_KNOWN}` and settings of servers are"
    if path.count("/") >= MAX_DEPTH:
        return f"it lies more than {MAX_DEPTH} folders deep"
    return file_fault(path)


def _refuse_kind(path: str, kind: EntryKind, problems: Problems) -> None:
    problems.error(
        "not-a-plain-file",
        f"`{path}` is a {kind.value}; only plain files in folders are published",
        SourceSpan(path),
        "put the file itself there; links are not followed",
    )


def _refuse_amount(problems: Problems) -> None:
    problems.error(
        "static-too-much",
        f"`{STATIC}` holds more than {MAX_TOTAL_BYTES:,} bytes or {MAX_STATIC_FILES:,} files",
        SourceSpan(STATIC),
        "keep only what belongs to the site itself; put large downloads elsewhere and link to them",
    )


def _check_spellings(files: list[StaticFile], problems: Problems) -> None:
    """Refuse names that some systems take for one."""
    spelled: dict[str, str] = {}
    for file in files:
        parts = file.path.split("/")
        for depth in range(1, len(parts) + 1):
            path = "/".join(parts[:depth])
            other = spelled.setdefault(name_key(path), path)
            if other != path:
                problems.error(
                    "static-collision",
                    f"`{STATIC}/{path}` and `{STATIC}/{other}` are one name on some systems",
                    SourceSpan(f"{STATIC}/{path}"),
                    "rename one of the two",
                )


def _listed(dossier: Dossier | None, places: RecordPlaces, problems: Problems) -> dict[str, tuple[int, str]]:
    """Return for each listed path its place in the list and the SHA-256 on record."""
    listed: dict[str, tuple[int, str]] = {}
    for index, entry in enumerate(dossier.static if dossier else ()):
        path = entry.path.removeprefix(f"{STATIC}/")
        first = listed.setdefault(path, (index, entry.sha256))
        if first[0] != index:
            problems.error(
                "listed-twice",
                f"`{path}` stands in this list twice",
                places.span("dossier", "", ("static", index, "path")),
                "remove one of the two",
                (Related(places.span("dossier", "", ("static", first[0], "path")), "it first stands here"),),
            )
    return listed


def _check_listed(
    files: list[StaticFile], listed: dict[str, tuple[int, str]], places: RecordPlaces, problems: Problems
) -> None:
    by_path = {file.path: file for file in files}
    for path, (index, recorded) in listed.items():
        file = by_path.get(path)
        if file is None:
            near = did_you_mean(path, by_path)
            problems.error(
                "file-not-found",
                f"there is no file `{STATIC}/{path}`",
                places.span("dossier", "", ("static", index, "path")),
                f"write `{near}`" if near else "remove the entry, or put the file there",
            )
        elif file.sha256 != recorded:
            problems.error(
                "static-changed",
                f"`{STATIC}/{path}` is not the file on record: its SHA-256 is {file.sha256}",
                places.span("dossier", "", ("static", index, "sha256")),
                f"look at what has changed; if it is right, write sha256: {file.sha256}",
            )
    for file in files:
        if not file.is_copied:
            problems.warning(
                "static-unlisted",
                f"`{STATIC}/{file.path}` is {file.active} and not listed here, so it is not published",
                places.span("dossier", "", ("static",), key=True),
                _listing_hint(file, is_first=not listed),
            )


def _listing_hint(file: StaticFile, *, is_first: bool) -> str:
    entry = flow({"path": file.path, "sha256": file.sha256})
    return (
        f"to publish it, write static: [{entry}]" if is_first else f"to publish it, add to `static` {entry}"
    )
