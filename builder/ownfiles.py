"""The publisher's own files: which would meet what the build makes, which are copied, which a build would delete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.diagnostics import Diagnostic, Severity, SourceSpan
from builder.load import Loaded
from builder.load.static import STATIC, StaticFile, static_content
from builder.output.assets import ASSET_FOLDER
from builder.output.destination import IGNORE_FILE, MARKER_FILE
from builder.output.nextsite import NextSite
from builder.output.refusal import OutputRefused
from builder.output.tree import read_file
from builder.pack import carries_policy
from builder.pages.documents.choices import FOLDER as CHOICES
from builder.pages.documents.database import PATH as DATABASE
from builder.pages.documents.proofs import FOLDER as CHECKED
from builder.pages.documents.table import DOCUMENTS
from builder.pages.previews import FOLDER as PREVIEWS
from builder.pages.table import PlannedPage
from builder.paths import name_key
from builder.regexes import regex
from builder.saving import FOLDER as SAVING
from builder.saving import WORKER, is_for_saving
from builder.search import FOLDERS as SEARCH_FOLDERS
from builder.yamltext import flow

CNAME = "CNAME"
"""The file in which GitHub Pages keeps the domain of a site."""
_ASSET = regex(rf"{ASSET_FOLDER}/[^/]+\.[0-9a-f]{{8}}\.[a-z0-9]+|{ASSET_FOLDER}/search-names\.js")
_SCRIPT = regex(rf"(?:{PREVIEWS}/|{CHECKED}|{CHOICES})[^/]+\.js")
"""What a page asks for beside it, from disk too."""
_LIKE_A_PAGE = (".html", ".htm", ".shtml")


def collisions(loaded: Loaded, pages: Iterable[PlannedPage]) -> tuple[Diagnostic, ...]:
    """Return a problem for each file of `static/` that would stand where the build puts one of its own."""
    taken = _spellings(_made_paths(pages))
    found: list[Diagnostic] = []
    for file in loaded.static:
        for path, is_file in _ways(file.path):
            made = taken.get(name_key(path))
            if made is not None and (made != (path, False) or is_file):
                found.append(_collision(file, made[0]))
                break
    return tuple(found)


def _collision(file: StaticFile, made: str) -> Diagnostic:
    return Diagnostic(
        "static-collision",
        Severity.ERROR,
        f"`{STATIC}/{file.path}` would stand where the build puts its own `{made}`",
        SourceSpan(f"{STATIC}/{file.path}"),
        "rename it, or leave that file to the build",
    )


def _made_paths(pages: Iterable[PlannedPage]) -> Iterator[str]:
    yield from (MARKER_FILE, IGNORE_FILE, f"{ASSET_FOLDER}/search-names.js")
    yield from (*SEARCH_FOLDERS, PREVIEWS, CHECKED.rstrip("/"), CHOICES.rstrip("/"), WORKER, SAVING)
    yield from (page.path for page in pages)
    yield from (document.path for document in DOCUMENTS)


def _spellings(paths: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """From the key of each path, and of each folder that leads to one, to its spelling and whether it is a file."""
    return {name_key(way): (way, is_file) for path in paths for way, is_file in _ways(path)}


def _ways(path: str) -> Iterator[tuple[str, bool]]:
    """Yield the folders that lead to a file, and the file itself, each with whether it is one."""
    parts = path.split("/")
    for depth in range(1, len(parts) + 1):
        yield "/".join(parts[:depth]), depth == len(parts)


def changed_domain(loaded: Loaded, root: Path, site: Path) -> tuple[Diagnostic, ...]:
    """Return a problem where `static/CNAME` names another domain than the published site and nobody has listed it."""
    own = next((file for file in loaded.static if file.path == CNAME and not file.is_listed), None)
    published = read_file(f"{site}/{CNAME}")
    if own is None or published is None:
        return ()
    wanted = static_content(root, own)
    if wanted is None or wanted.split() == published.split():
        return ()
    return (
        Diagnostic(
            "static-domain",
            Severity.ERROR,
            f"`{STATIC}/{CNAME}` moves the site to another domain than the published one has",
            SourceSpan(f"{STATIC}/{CNAME}"),
            f"if that is meant, write in content/dossier.yaml: static: [{flow({'path': CNAME, 'sha256': own.sha256})}]",
        ),
    )


def write_static(root: Path, files: Iterable[StaticFile], generation: NextSite) -> None:
    """Copy the publisher's own files into a generation; raises `OutputRefused` where one has changed meanwhile."""
    for file in files:
        if not file.is_copied:
            continue
        content = static_content(root, file)
        if content is None:
            raise OutputRefused(f"{STATIC}/{file.path} changed while the site was being built", "build again")
        generation.write(file.path, content)


def static_notes(files: Iterable[StaticFile]) -> tuple[str, ...]:
    """Return what readers of the terminal are told of files that could act, or that move the site."""
    acting = [f"{file.path} ({file.active})" for file in files if file.active is not None and file.is_listed]
    notes = [f"copied as they are from `{STATIC}`, outside what protects the pages: {', '.join(acting)}"]
    domain = [f"`{STATIC}/{CNAME}` says under which domain the site stands"] * any(
        f.path == CNAME for f in files
    )
    return (*(notes if acting else ()), *domain)


def stays_out_of_zip(file: StaticFile) -> bool:
    """Whether a file is only for a server, or could act where a zip is opened from disk."""
    return file.active is not None or file.path == CNAME or file.path.lower().endswith(_LIKE_A_PAGE)


def is_made(path: str, content: bytes) -> bool:
    """Whether a file is one that a build makes, this one or an earlier one, and so may be taken away by the next."""
    if path in (MARKER_FILE, IGNORE_FILE) or any(path == document.path for document in DOCUMENTS):
        return True
    if path.partition("/")[0] in SEARCH_FOLDERS or _ASSET.fullmatch(path) or path == DATABASE:
        return True
    if is_for_saving(path):
        return path != WORKER or b'"dossier|"' in content
    if _SCRIPT.fullmatch(path):
        return content.startswith(b"dossier.")
    return path.endswith(".html") and carries_policy(content)
