"""Runs Pagefind, an outside program, over a folder of pages; of what it says, the last line tells a fault."""

from __future__ import annotations

import errno
import os
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from builder.output.refusal import refusal

INDEX_FOLDER = "pagefind"
PACKAGE = "pagefind-bin"
PATIENCE_SECONDS = 1800
"""Thirty thousand pages took a minute; beyond this something is wrong."""

INTERFACES = (
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
)
"""Ready-made interfaces that Pagefind writes beside its index; no page of ours loads them."""

LEFT_OUT = (
    # furniture of a text, and what the editors set beside and around it
    ".fold",
    ".lift",
    ".margin",
    ".block-number",
    ".tag",
    ".sign",
    # the frame around a record
    ".tab",
    ".facts",
    ".counts",
    ".line",
    ".section-head",
    ".contents",
    ".aside",
    ".basis-source",
    ".grade",
    ".grade-by",
    ".rating-scale",
    ".source",
    ".date",
    ".facing-date",
    ".between",
    ".unseen",
    "figcaption",
    "nav",
    "button",
    "form",
    "svg",
    "table",
    # what other pages say already: a text is found by its words, a claim by its quotations
    "main[data-record=article] section:not(#text)",
    "main[data-record=claim] section:not(#side-by-side):not(#texts):not(#assessment):not(#learned-later)",
    "main[data-record=comparison] section:not(#commentary)",
    "main[data-record=outlet] section:not(#assessment)",
    "main[data-record=entity] section:not(#not-meant)",
    "main[data-record=event] section",
    "main[data-record=topic] section",
)
"""What of a page is not indexed, as selectors: so a word is found where it is said and not wherever it is repeated."""


_FULL_WORDS = (b"os error 28", b"No space left", b"StorageFull")
_LEAST_FREE_BYTES = 65_536
"""With less than this Pagefind cannot have written its files; it does not always say why it failed."""


class IndexerFailed(Exception):
    """Pagefind could not make an index; the message is one line in its own words."""


def run_indexer(site: Path) -> None:
    """Let Pagefind index the pages in `site` into `site/pagefind`; raises `IndexerFailed`.

    A full disk is no fault of Pagefind: it raises `OutputRefused`, and the published site keeps its search.
    """
    try:
        done = subprocess.run(
            [_program(), *_arguments(site)],
            cwd=site,  # a settings file of Pagefind in the caller's folder must not count
            env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise IndexerFailed(f"it did not end within {PATIENCE_SECONDS // 60} minutes") from None
    except OSError as fault:
        raise IndexerFailed(f"it could not be started: {fault.strerror or fault}") from fault
    if done.returncode != 0 and _disk_is_full(site, done.stderr + done.stdout):
        raise refusal(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "index", f"{site}/{INDEX_FOLDER}")
    if done.returncode != 0:
        raise IndexerFailed(_last_words(done.stderr) or _last_words(done.stdout) or f"exit {done.returncode}")


def _disk_is_full(site: Path, output: bytes) -> bool:
    if any(words in output for words in _FULL_WORDS):
        return True
    disk = os.statvfs(site)
    return disk.f_bavail * disk.f_frsize < _LEAST_FREE_BYTES


def program_version() -> str:
    """Return the version of the installed package that brings Pagefind; empty where there is none."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return ""


def _program() -> str:
    try:
        import pagefind_bin

        return str(pagefind_bin.get_executable())
    except (ImportError, FileNotFoundError) as fault:
        raise IndexerFailed(f"the package `{PACKAGE}` is not installed, or not whole") from fault


def _arguments(site: Path) -> tuple[str, ...]:
    selectors = ",".join(LEFT_OUT)
    folder = ("--site", str(site), "--output-subdir", INDEX_FOLDER)
    # With the file name kept a result never leads to a folder, which from disk is a list of files.
    return (*folder, "--keep-index-url", "--exclude-selectors", selectors, "--quiet")


def _last_words(output: bytes) -> str:
    lines = [line.strip() for line in output.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1] if lines else ""
