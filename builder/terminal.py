"""What a person at a terminal reads while a command runs and when it has ended.

On a terminal each step stands in one line that the next replaces; elsewhere each is a line of its own. It prints no
problem (`report` words those) and decides no exit code.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from typing import TextIO

from builder.build import Built, Checked
from builder.logs import safe, write
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.output.generations import Summary
from builder.output.refusal import OutputRefused
from builder.ownfiles import static_notes
from builder.pack import Packed
from builder.report import count_words

Clock = Callable[[], float]
"""Seconds since some moment; only differences count."""

PAGES_BYTES = 1_000_000_000
"""What GitHub Pages takes at most for one site; the warning comes well before."""
WARN_BYTES = 800_000_000
WARN_FILES = 20_000
"""No limit of GitHub Pages, but of others (Cloudflare Pages), and slow to publish anywhere."""

_CLEAR_LINE = "\r\x1b[2K"


class Progress:
    """Tells the steps of one command on a stream. Where `quiet`, steps are not told; sentences still are."""

    def __init__(self, stream: TextIO, clock: Clock, *, quiet: bool = False) -> None:
        self._stream = stream
        self._clock = clock
        self._began = clock()
        self._quiet = quiet
        self._is_live = _replaces_lines(stream)
        self._has_line = False
        self._more = _more_sign(stream)

    @property
    def seconds(self) -> float:
        """Seconds since the command began."""
        return self._clock() - self._began

    def step(self, words: str) -> None:
        """Tell which step begins: `Rendering 104 pages`."""
        if self._quiet:
            return
        if self._is_live:
            self._stream.write(_CLEAR_LINE)
            write(self._stream, _cut(f"{safe(words)} {self._more}", _columns(self._stream), self._more))
            self._has_line = True
        else:
            write(self._stream, f"{self.seconds:6.1f} s  {safe(words)}\n")

    def clear(self) -> None:
        """Take a live step away, so that what follows begins on an empty line."""
        if self._has_line:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
            self._has_line = False

    def say(self, words: str) -> None:
        """Print a sentence that stays."""
        self.clear()
        write(self._stream, f"{words}\n")


def check_words(checked: Checked, seconds: float) -> str:
    """Return what a check has looked at, in one line, then what there is to know of the publisher's own files."""
    files = _counted(len(checked.loaded.inputs), "file")
    records = _record_counts(checked.loaded.library)
    done = f"Checked {files}{f' ({records})' if records else ''} in {seconds:.1f} s."
    return "\n".join([done, *(f"note: {safe(note)}" for note in static_notes(checked.loaded.static))])


def build_words(built: Built, summary: Summary, seconds: str) -> str:
    """Return the summary of a build: pages, files, size and time, then notes and warnings, one a line."""
    done = (
        f"{summary.written:,} written, {summary.linked:,} unchanged, {summary.removed:,} removed"
        if summary.is_new
        else "nothing changed"
    )
    size = f"{_counted(summary.total_files, 'file')}, {_size_words(summary.total_bytes)}"
    records = _record_counts(built.checked.loaded.library)
    pages = _counted(built.pages, "page") + (f" from {records}" if records else "")
    lines = [f"Built {pages} in {seconds}: {done}; {size}."]
    if built.checked.problems:
        lines.append(f"note: {count_words(built.checked.problems)}; see above")
    notes = (*static_notes(built.checked.loaded.static), *summary.notes)
    lines += [f"note: {safe(note)}" for note in notes]
    lines += [f"warning: {words}" for words in limit_warnings(summary)]
    return "\n".join(lines)


def pack_words(packed: Packed, seconds: float) -> str:
    """Return what a pack has done."""
    size = f"{packed.files:,} files, {packed.bytes / 1_000_000:.1f} MB"
    return f"Packed {safe(str(packed.path))} in {seconds:.1f} s: {size}. Unzip it and open index.html."


def one_file_words(packed: Packed, seconds: float) -> str:
    """Return what became one file, and what is not in it."""
    size = f"{_counted(packed.files, 'page')}, {packed.bytes / 1_000_000:.1f} MB"
    return f"Packed {safe(str(packed.path))} in {seconds:.1f} s: {size}. Search and data stay with the site."


def print_words(packed: Packed, seconds: float) -> str:
    """Return what became the print edition."""
    size = f"{_counted(packed.files, 'page')} of the site, {packed.bytes / 1_000_000:.1f} MB"
    return f"Packed {safe(str(packed.path))} in {seconds:.1f} s: {size}. Print it, or read it as a book."


def zim_words(packed: Packed, seconds: float) -> str:
    """Return what became a ZIM."""
    size = f"{packed.files:,} files, {packed.bytes / 1_000_000:.1f} MB"
    return f"Packed {safe(str(packed.path))} in {seconds:.1f} s: {size}. Open it with Kiwix."


def refusal_words(refused: OutputRefused) -> str:
    """Return why nothing could be written, and the way out where one is known."""
    way_out = f"\n  = fix: {safe(refused.hint)}" if refused.hint else ""
    return f"error: {safe(refused.message)}{way_out}"


def limit_warnings(summary: Summary) -> tuple[str, ...]:
    """Return a sentence for each limit of hosts that the site comes near."""
    found = []
    if summary.total_bytes > WARN_BYTES:
        over = "more than" if summary.total_bytes > PAGES_BYTES else "near"
        found.append(
            f"the site has {_size_words(summary.total_bytes)}, {over} the 1 GB that GitHub Pages takes;"
            " `offline_search: false` in content/dossier.yaml leaves out the index for reading from disk"
        )
    if summary.total_files >= WARN_FILES:
        found.append(
            f"the site has {summary.total_files:,} files; some hosts take {WARN_FILES:,} and publishing gets slow"
        )
    return tuple(found)


def _record_counts(library: Library | None) -> str:
    """Return how many records there are of each kind that has some: `9 outlets, 5 articles`."""
    if library is None:
        return ""
    counts = [(kind, one.plural, len(library.records(kind))) for kind, one in RECORD_KINDS.items()]
    return ", ".join(_counted(count, kind, plural) for kind, plural, count in counts if count)


def _counted(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def _size_words(size: int) -> str:
    """Return a size in decimal units, as hosts state theirs."""
    for unit, factor in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return _counted(size, "byte")


def _replaces_lines(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or shutil.get_terminal_size().columns
    except (OSError, ValueError):
        return shutil.get_terminal_size().columns


def _cut(words: str, columns: int, more: str) -> str:
    """Keep a step in one line: a wrapped one could not be taken away again."""
    return words if len(words) < columns else words[: max(columns - 1 - len(more), 0)] + more


def _more_sign(stream: TextIO) -> str:
    try:
        "…".encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return "..."
    return "…"
