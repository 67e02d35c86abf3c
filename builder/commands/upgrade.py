"""`dossier upgrade`: pins a repository to the builder that runs, and tells what that changes for editors."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import NoReturn

from builder.commands.telling import EXIT_CONTENT
from builder.console import say


def run(asked: Namespace) -> None:
    """Write `dossier.lock` and the pin of the workflow anew, where either is another; nothing else.

    Ends the process with 1 where there is no lock, the lock is of a newer version, the builder is not what was
    installed, or the disk stands in the way.
    """
    from builder.editing.beginning import pinned
    from builder.editing.beginning.release import altered, running

    lock, workflow = asked.root / pinned.LOCK, asked.root / pinned.WORKFLOW
    was = _read(lock)
    if was is None:
        _stop(
            f"there is no {lock}", "name the dossier's folder with --root, or begin one with `dossier init`"
        )
    release, version = pinned.with_wheel_of(was, running(asked.action)), pinned.locked_version(was)
    if version is not None and pinned.is_older(release.version, version):
        _stop(
            f"{lock} is of version {version}, this is {release.version}", f"install {version} or a newer one"
        )
    if changed := altered():
        _stop(
            f"{changed[0]} of the installed builder is not what its wheel held", "install the builder again"
        )
    used = _read(workflow) or ""
    moved = pinned.pinned_anew(used, release)
    _replace(lock, was, pinned.lock_of(release))
    _replace(workflow, used, moved or used)
    say(
        f"{lock}: version {version or 'not told'} → {release.version}"
        if version != release.version
        else f"{lock}: version {version}"
    )
    for told in pinned.to_fill_in(release, used, moved):
        say(told)
    changes = pinned.changes_since(release.changes, version) if version != release.version else ""
    if changes:
        say(f"\nWhat changed:\n\n{changes}")


def _replace(path: Path, was: str, now: str) -> None:
    from builder.output.refusal import OutputRefused
    from builder.output.sources import replace_source
    from builder.terminal import refusal_words

    if was == now:
        return
    try:
        replace_source(path, was=was.encode(), content=now.encode())
    except OutputRefused as refused:
        say(refusal_words(refused), to_error=True)
        sys.exit(EXIT_CONTENT)
    say(f"changed: {path}")


def _read(path: Path) -> str | None:
    """Return a file's text letter for letter; None where there is none that is text."""
    try:
        return path.read_bytes().decode()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None


def _stop(message: str, hint: str) -> NoReturn:
    say(f"error: {message}\n  = fix: {hint}", to_error=True)
    sys.exit(EXIT_CONTENT)
