"""The two files that pin a repository to a version of the builder: `dossier.lock` and the workflow.

The lock is a list of requirements as pip reads it, with a digest for each file that it may take. The workflow has the
version as the commit of an action where one is known; else it installs what the lock names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from builder.editing.beginning.release import Release
from builder.regexes import regex

LOCK = "dossier.lock"
WORKFLOW = ".github/workflows/dossier.yml"
_HEAD = "# dossier builder "
_VERSION = regex(rf"\A{_HEAD}([0-9][\w.+-]*)$", re.ASCII | re.MULTILINE)
_FILLED_IN = regex(r"^news-dossier *@ *(\S+) +--hash=sha256:([0-9a-f]{64}) *$", re.ASCII | re.MULTILINE)
_NUMBERS = regex(r"[0-9]+(?:\.[0-9]+)*", re.ASCII)
_SECTION = regex(r"^## +\[?v?([0-9][\w.+-]*)", re.ASCII | re.MULTILINE)
_FIRST_SECTION = regex(r"^## ", re.MULTILINE)
_TO_FILL_IN = "# Fill in the next line, and take away its `#`: GitHub installs the builder by it."
_ANY_ADDRESS, _ANY_DIGEST = "https://…", "…"


def lock_of(release: Release) -> str:
    """Return `dossier.lock` for a release; the line of the builder itself waits for what is not known."""
    wheel = f"news-dossier @ {release.address or _ANY_ADDRESS} --hash=sha256:{release.digest or _ANY_DIGEST}"
    lines = [
        f"{_HEAD}{release.version}",
        "# Which builder makes the site, and the digest of every file of it. `dossier upgrade` writes this file anew.",
        "# pip install --only-binary :all: --require-hashes -r dossier.lock",
        *([wheel] if has_wheel(release) else [_TO_FILL_IN, f"# {wheel}"]),
    ]
    return "\n".join(lines) + "\n\n" + release.parts


def has_wheel(release: Release) -> bool:
    """Whether a lock can name the builder itself."""
    return release.address is not None and release.digest is not None


def workflow_of(release: Release, by_action: str, by_lock: str) -> str:
    """Return the workflow that checks, builds and publishes with a release; the texts are those of both ways."""
    if release.action is None:
        return by_lock
    repository, _, commit = release.action.partition("@")
    version = f"{commit} # v{release.version}"
    pages = f"{repository}/.github/workflows/pages.yml@{version}"
    return by_action.replace("@ACTION@", f"{repository}@{version}").replace("@PAGES@", pages)


def to_fill_in(release: Release, used: str | None = None, moved: str | None = None) -> Iterator[str]:
    """Yield what an editor has to write by hand, a line each, because nobody told the builder.

    `used` is the workflow as it was, where there was one, and `moved` the same with the new pin.
    """
    by_lock = LOCK in used if used is not None else release.action is None
    named = (release.action or "OWNER/REPO").partition("@")[0]
    if by_lock and not has_wheel(release):
        yield f"fill in: {LOCK}, line 5: the address of the builder's wheel and its SHA-256; GitHub installs by that"
    if used is None and by_lock:
        yield f"note: {WORKFLOW} installs what {LOCK} names: no action is known (--action OWNER/REPO@SHA)"
    elif used and by_lock and release.action:
        yield f"note: {WORKFLOW} installs what {LOCK} names, and does not use {named}"
    elif used and moved is None:
        yield f"fill in: {WORKFLOW}: the commit of version {release.version}; no line of it uses {named}"


def locked_version(lock: str) -> str | None:
    """Return the version that a lock was written for; None where its first line does not say so."""
    found = _VERSION.search(lock)
    return found[1] if found else None


def with_wheel_of(lock: str, release: Release) -> Release:
    """Return a release with the wheel that an editor filled in for the same version, where it knows none itself."""
    found = _FILLED_IN.search(lock)
    if found is None or has_wheel(release) or locked_version(lock) != release.version:
        return release
    return replace(release, address=found[1], digest=found[2])


def is_older(version: str, other: str) -> bool:
    """Whether a version comes before another: `0.9` before `0.10`."""
    return _numbers(version) < _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    found = _NUMBERS.match(version)
    return tuple(int(number[:9]) for number in found[0].split(".")) if found else ()


def pinned_anew(workflow: str, release: Release) -> str | None:
    """Return a workflow with the commit of a release behind each use of its action, and nothing else changed.

    None where it uses no action of that repository.
    """
    repository, _, commit = (release.action or "").partition("@")
    use = re.compile(
        rf"(\buses: *{re.escape(repository)}(?:/[\w./-]+)?@)[\w./-]+(?: +# *v[\w.+-]+)?", re.ASCII
    )
    pinned, count = use.subn(rf"\g<1>{commit} # v{release.version}", workflow)
    return pinned if count and repository else None


def changes_since(changes: str, version: str | None) -> str:
    """Return the sections of a changelog above that of a version; all of them where no section is of that version."""
    first = _FIRST_SECTION.search(changes)
    if first is None:
        return ""
    end = next((found.start() for found in _SECTION.finditer(changes) if found[1] == version), len(changes))
    return changes[first.start() : end].strip()
