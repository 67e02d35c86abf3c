"""Which builder this is: its version, the parts it is pinned to, and where a wheel of the same bytes can be had.

It reads what the installer left and fetches nothing.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, ValidationError
from msgspec.json import decode

from builder import __version__
from builder.regexes import regex

_PACKAGE = Path(__file__).resolve().parents[2]
_DISTRIBUTION = "news-dossier"
_ACTION = regex(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", re.ASCII)
_FROM_GITHUB = regex(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?", re.ASCII)


class Release(Struct, frozen=True):
    """One version of the builder, as a repository can be pinned to it."""

    version: str
    """As `dossier --version` says it: `0.2.0`."""
    parts: str
    """Every part with its version and digests, as pip reads them with `--require-hashes`."""
    changes: str
    """The changelog, newest first, in Markdown."""
    address: str | None = None
    """Where its wheel can be had."""
    digest: str | None = None
    """The SHA-256 of that wheel."""
    action: str | None = None
    """The same version as an action of GitHub: `OWNER/REPO@SHA`."""


class _Made(Struct, frozen=True):
    """What the workflow of a release leaves in its wheel."""

    action: str


class _Archive(Struct, frozen=True):
    hash: str | None = None
    hashes: Mapping[str, str] = {}


class _Commit(Struct, frozen=True):
    commit_id: str


class _Origin(Struct, frozen=True):
    """What an installer leaves of where a distribution came from (`direct_url.json` of the packaging standards)."""

    url: str
    archive_info: _Archive | None = None
    vcs_info: _Commit | None = None


_Left = TypeVar("_Left", _Made, _Origin)


def running(action: str | None = None) -> Release:
    """Return the builder that runs; without an address where nobody knows one, as in a source tree.

    `action` is what the editor says that it is as an action.
    """
    installed = _installed()
    origin = _read(installed.read_text("direct_url.json"), _Origin) if installed else None
    made = _read(_beside("_release.json"), _Made)
    known = made.action if made else _action_of(origin)
    address = origin.url if origin and origin.archive_info and origin.url.startswith("https://") else None
    if address is None and made is not None:
        name = f"{_DISTRIBUTION.replace('-', '_')}-{__version__}-py3-none-any.whl"
        address = (
            f"https://github.com/{made.action.partition('@')[0]}/releases/download/v{__version__}/{name}"
        )
    return Release(
        __version__,
        _beside("_parts.txt", "requirements/run.txt") or "",
        _beside("_changes.md", "CHANGELOG.md") or "",
        address,
        _digest_of(origin),
        action or (known if known is not None and is_action(known) else None),
    )


def is_action(typed: str) -> bool:
    """Whether a text names an action by a commit: `OWNER/REPO@SHA`."""
    return _ACTION.fullmatch(typed) is not None


def altered() -> tuple[str, ...]:
    """Return the files of the installed builder that are not what its wheel held; none in a source tree."""
    installed = _installed()
    files = (installed.files or ()) if installed else ()
    return tuple(
        str(file)
        for file in files
        if file.hash is not None and not _holds(Path(str(file.locate())), file.hash.mode, file.hash.value)
    )


def _holds(path: Path, kind: str, value: str) -> bool:
    try:
        found = urlsafe_b64encode(sha256(path.read_bytes()).digest()).decode().rstrip("=")
    except OSError:
        return False
    return kind == "sha256" and found == value


def _installed() -> Distribution | None:
    """Return what the installer knows of this very package; None where it was not installed."""
    try:
        found = distribution(_DISTRIBUTION)
    except PackageNotFoundError:
        return None
    place = Path(str(found.locate_file(_PACKAGE.name)))
    return found if place.is_dir() and place.samefile(_PACKAGE) else None


def _digest_of(origin: _Origin | None) -> str | None:
    archive = origin.archive_info if origin else None
    if archive is None:
        return None
    older = (
        (archive.hash or "").removeprefix("sha256=") if (archive.hash or "").startswith("sha256=") else None
    )
    return archive.hashes.get("sha256") or older


def _action_of(origin: _Origin | None) -> str | None:
    """Return the action that lies in the repository which the builder was installed from."""
    place = _FROM_GITHUB.fullmatch(origin.url) if origin else None
    commit = origin.vcs_info if origin else None
    return f"{place[1]}@{commit.commit_id}" if place and commit else None


def _beside(name: str, in_source: str | None = None) -> str | None:
    """Return a text that the wheel carries in the package, and a source tree beside it."""
    places = [_PACKAGE / name] + ([_PACKAGE.parent / in_source] if in_source else [])
    return next((path.read_text("utf-8") for path in places if path.is_file()), None)


def _read(text: str | None, kind: type[_Left]) -> _Left | None:
    if text is None:
        return None
    try:
        left: _Left = decode(text, type=kind)
    except (ValidationError, ValueError):  # written by others: what cannot be read is as if it were not there
        return None
    return left
