"""Lets a preview follow edits, and compares what it shows after each with what a clean build makes of the same files."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

from jinja2 import TemplateError

from builder.build import build_site, check_dossier
from builder.diagnostics import Severity
from builder.output.destination import IGNORE_FILE, MARKER_FILE
from builder.report import OutputFormat, format_diagnostics
from builder.saving import is_for_saving
from builder.serve.live import Live
from builder.serve.loop import Loop
from tests.edits.editor import FOLDERS
from tests.serve.hands import Saver

DOSSIER = Path(__file__).resolve().parents[1] / "golden/dossier"
LONGEST_SECONDS = 90.0
"""How long a state may take to be shown, on a machine that does much else; half a second is usual."""


@contextmanager
def following(
    root: Path, *, search: bool = False, poll: bool = False, told: list[str] | None = None
) -> Iterator[tuple[Live, Thread, Loop]]:
    """Follow the files of a dossier in a thread within the block; the terminal's lines go to `told`."""
    live = Live()
    loop = Loop(root, live, [].append if told is None else told.append, search=search, poll=poll)
    thread = Thread(target=loop.run)
    thread.start()
    try:
        yield live, thread, loop
    finally:
        loop.end()
        thread.join()


def wait_until(is_so: Callable[[], bool], seconds: float = LONGEST_SECONDS) -> bool:
    """Return whether something comes true in time."""
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def shown_files(live: Live) -> dict[str, bytes]:
    """Return what is shown, by path; nothing where pages are still made one by one."""
    shown = live.now.shown
    return dict(shown.files) if shown is not None and shown.is_whole else {}


def built_files(root: Path, beside: Path) -> dict[str, bytes] | str:
    """Return the files of a clean build of the same content elsewhere, or what `check` says where it is refused.

    Nobody saves a preview, so it has none of what readers save a site by.
    """
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    for name in FOLDERS:
        if (root / name).is_dir():
            shutil.copytree(root / name, beside / name)
    for path in beside.glob("content/*/*.yaml"):  # a preview shows drafts
        path.write_bytes(path.read_bytes().replace(b"\ndraft: true", b"\n# ft: true"))
    try:
        built = build_site(beside, search=False, clean=True)
    except (TemplateError, AttributeError) as fault:
        return type(fault).__name__
    if built.summary is None:
        checked = check_dossier(beside)
        errors = [one for one in checked.problems if one.severity is Severity.ERROR]
        return format_diagnostics(errors, checked.loaded.source, OutputFormat.FULL)
    files = {path.relative_to(beside / "site").as_posix(): path for path in (beside / "site").rglob("*")}
    return {
        name: path.read_bytes()
        for name, path in files.items()
        if path.is_file() and name not in (MARKER_FILE, IGNORE_FILE) and not is_for_saving(name)
    }


def is_shown(live: Live, expected: dict[str, bytes] | str) -> bool:
    """Whether the preview shows what a clean build makes; or the mistakes that refuse it, over the last good site."""
    now = live.now
    if isinstance(expected, dict):
        return not now.problems and shown_files(live) == expected
    is_told = expected in now.problems if expected.isidentifier() else now.problems == expected
    return is_told and now.shown is not None


def differences(folder: Path, seed: int, edits: int) -> list[str]:
    """Return what was done and what differed then, for the first edit whose outcome is not that of a clean build."""
    root = folder / "edited"
    shutil.copytree(DOSSIER, root)
    hand = Saver(root, seed)
    steps: list[str] = []
    with following(root) as (live, thread, _):
        good = built_files(root, folder / "clean")
        assert isinstance(good, dict)
        if not wait_until(partial(is_shown, live, good)):
            return ["the first site is not that of a clean build"]
        for _number in range(edits):
            with hand.undoing() as undo:
                steps.append(hand.edit())
                expected = built_files(root, folder / "clean")
                if not wait_until(partial(is_shown, live, expected)):
                    return [*steps, *_told(live, expected)]
                if isinstance(expected, str):
                    steps[-1] += " (taken back)"
                    undo()
                    if not wait_until(partial(is_shown, live, good)):
                        return [*steps, *_told(live, good)]
                else:
                    good = expected
            if not thread.is_alive():
                return [*steps, "the preview has ended"]
    return []


def _told(live: Live, expected: dict[str, bytes] | str) -> list[str]:
    if isinstance(expected, str):
        return [f"expected to be told: {expected}", f"was told: {live.now.problems}"]
    found = shown_files(live)
    odd = sorted(path for path in found.keys() | expected.keys() if found.get(path) != expected.get(path))
    return [f"differ: {', '.join(odd[:8])}", f"told: {live.now.problems}"]
