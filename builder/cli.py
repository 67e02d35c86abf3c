"""The command line: arguments, exit codes and what a person at a terminal reads.

Exit codes: 0 clean, 1 the content or the disk stands in the way, 2 wrong usage, 3 a bug of ours.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from mmap import mmap
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from builder import __version__
from builder.arguments import EXIT_USAGE, read_arguments
from builder.athand import was_at_hand
from builder.console import as_typed, prepare_streams, say
from builder.output import system
from builder.output.destination import Destination, destination
from builder.output.unchanged import Remembered, Sight, look, recall, remember

if TYPE_CHECKING:  # loading the builder takes longer than answering `--help`
    from builder.build import Checked
    from builder.diagnostics import Diagnostic
    from builder.terminal import Progress

EXIT_CONTENT = 1
EXIT_BUG = 3
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143

SECONDS = "\x00"
"""Stands in a summary that is kept for how long the command took."""
_STDOUT = 1
_MOMENT_SECONDS = 0.01
_NO_ROOM_FOR_PROGRAM = (
    "failed to map segment",
    "annot allocate memory",
    "PyCapsule_Import could not import module",
    "returned NULL without setting an exception",
    "error return without exception set",
)
"""How the system's loader, a library that needs another and Python itself say that a module did not fit into memory."""
_WITHOUT_MEMORY = """; the published site is as it was
  = fix: close other programs or raise the limit (`ulimit -v`), and leave --jobs at 1"""
_LACKING = (MemoryError, SystemError, ImportError)
"""What Python raises where it cannot go on telling."""
_RESERVED_MEMORY = 4 << 20
"""Bytes that are kept for that."""
_LEAST_MEMORY = 64 << 20
"""Bytes that are there to begin with; a check of five texts takes more."""


def main() -> None:
    """Run the command line; anything unforeseen is told as a bug of ours, never as a bare traceback."""
    stops = _Stops()
    stops.listen()
    sys.unraisablehook = _not_lost
    # numpy's library of matrices, which nothing here asks for, interrupts the process where it can start no thread
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    prepare_streams()
    reserve = None
    try:
        asked = read_arguments(sys.argv[1:])
        reserve = _reserved_memory()
        COMMANDS[asked.command](asked)
    except SystemExit:
        raise
    except KeyboardInterrupt:
        _tell_stopped()
    except BrokenPipeError:
        _let_go_of_output()
        sys.exit(EXIT_CONTENT)
    except OSError as fault:  # the system's refusal, not ours: a full disk behind `check > file`
        _let_go_of_output()
        named = f" ({fault.filename})" if fault.filename else ""
        say(f"error: the system refused: {fault.strerror or fault}{named}", to_error=True)
        sys.exit(EXIT_CONTENT)
    except BaseException as fault:  # the last gate: a library in Rust that panics raises no `Exception`
        if reserve is not None:
            reserve.close()
        if stops.asked == signal.SIGINT:
            _tell_stopped()
        if stops.asked:
            sys.exit(EXIT_TERMINATED)
        if not _is_want_of_memory(fault):
            with suppress(*_LACKING):  # where there is nothing left to tell a bug with, that is what is wrong
                _tell_bug()
                sys.exit(EXIT_BUG)
        _tell_no_memory(fault)
        sys.exit(EXIT_CONTENT)


def _reserved_memory() -> mmap:
    """Return room to give back when there is none left to tell so with; nothing of it is touched.

    Raises `MemoryError` where there is less than any command needs: libraries in Rust end a process that has no more.
    """
    try:
        mmap(-1, _LEAST_MEMORY).close()
        return mmap(-1, _RESERVED_MEMORY)
    except OSError as fault:
        raise MemoryError from fault


def _is_want_of_memory(fault: BaseException) -> bool:
    is_loader = isinstance(fault, ImportError | SystemError) or type(fault).__name__ == "PanicException"
    is_told = is_loader and any(words in str(fault) for words in _NO_ROOM_FOR_PROGRAM)
    return is_told or isinstance(fault, MemoryError)


def _tell_no_memory(fault: BaseException) -> None:
    """Say what the system lacked, and at which file where that is known, in as little memory as can be."""
    noted = was_at_hand(fault)
    fault.__traceback__ = None  # it holds all that was being made
    named = f" at {noted[0]}" if noted else ""
    try:
        say(f"error: not enough memory{named}{_WITHOUT_MEMORY}", to_error=True)
    except _LACKING:
        sys.stderr.write(f"error: not enough memory{_WITHOUT_MEMORY}\n")  # words of ours alone


def _let_go_of_output() -> None:
    """Send what still waits to be written nowhere: writing it at the end would fail once more."""
    with suppress(OSError):  # where no more files may be opened
        os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)


class _Stops:
    """Ends the command on SIGTERM and SIGINT as on any other exit, so that what was being prepared is removed.

    Which was asked for is remembered: a library in whose midst it comes may make a fault of its own of it.
    """

    def __init__(self) -> None:
        self.asked = 0

    def listen(self) -> None:
        """Be told of signals from now on, but for an interruption that the caller lets nobody hear."""
        signal.signal(signal.SIGTERM, self._end)
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._interrupt)

    def _end(self, number: int, _frame: object) -> None:
        self.asked = number
        sys.exit(EXIT_TERMINATED)

    def _interrupt(self, number: int, _frame: object) -> None:
        self.asked = number
        raise KeyboardInterrupt


def _tell_stopped() -> NoReturn:
    say("\nStopped; the published site is as it was.", to_error=True)
    sys.exit(EXIT_INTERRUPTED)


def _not_lost(lost: sys.UnraisableHookArgs) -> None:
    """Stop a moment later where a wish to stop met code whose exceptions Python prints and drops, as of a `__del__`."""
    asked = signal.SIGTERM if isinstance(lost.exc_value, SystemExit) else signal.SIGINT
    if isinstance(lost.exc_value, SystemExit | KeyboardInterrupt) and sys.platform != "win32":
        signal.signal(signal.SIGALRM, lambda _alarm, frame: _again(asked, frame))
        signal.setitimer(signal.ITIMER_REAL, _MOMENT_SECONDS)
    else:
        sys.__unraisablehook__(lost)


def _again(asked: int, frame: FrameType | None) -> None:
    handler = signal.getsignal(asked)
    if callable(handler):
        handler(asked, frame)


def _tell_bug() -> None:
    import platform
    import traceback

    say(
        "\nThis is a bug in the builder, not in your dossier; the published site is as it was.\n"
        "Please report it with the lines below.\n",
        to_error=True,
    )
    say(f"dossier {__version__}, Python {platform.python_version()}, {platform.system()}", to_error=True)
    say("".join(_indented(traceback.format_exc())), to_error=True)


def _indented(text: str) -> list[str]:
    return [f"  | {line}\n" for line in text.splitlines()]


def _check(asked: Namespace) -> None:
    _settle_memory()
    from builder.build import check_dossier
    from builder.terminal import check_words

    progress = _progress(asked.output_format)
    checked = check_dossier(
        asked.root.resolve(), strict=asked.strict, compare=asked.suggest, tell=progress.step
    )
    _tell_problems(checked, checked.problems, asked.output_format, progress)
    if asked.output_format == "full":
        progress.say(check_words(checked, progress.seconds))
    if asked.suggest and not checked.stops:
        _tell_suggestions(checked, asked.output_format)
    sys.exit(EXIT_CONTENT if checked.stops else 0)


def _quote(asked: Namespace) -> None:
    from builder.editing.quote import MOST_SHOWN, find_near, find_quotes
    from builder.load import load_dossier

    library = load_dossier(asked.root.resolve(), with_drafts=True).library
    if library is None:
        say("content/dossier.yaml cannot be read; `dossier check` says why.", to_error=True)
        sys.exit(EXIT_CONTENT)
    wanted = as_typed(" ".join(asked.words))
    found = find_quotes(library, wanted) or find_near(library, wanted)
    for each in found[:MOST_SHOWN]:
        say("\n".join(part for part in (each.heading, each.yaml) if part) + "\n")
    if len(found) > MOST_SHOWN:
        say(f"{len(found) - MOST_SHOWN:,} more; give more words to tell them apart.", to_error=True)
    if not found:
        say("These words stand in no text, nor anything like them.", to_error=True)
        sys.exit(EXIT_CONTENT)


def _explain(asked: Namespace) -> None:
    from builder.editing.explained import every_code, explanation, no_such_code

    words = explanation(asked.code) if asked.code else every_code()
    if words is None:
        say(no_such_code(asked.code), to_error=True)
        sys.exit(EXIT_USAGE)
    say(words)


def _build(asked: Namespace) -> None:
    began = time.perf_counter()
    _settle_memory()
    place, sight = _sight(asked)
    former = recall(place, sight) if place is not None and sight is not None and not asked.clean else None
    if former is not None:
        _say_problems(former.problems, asked.output_format)
        seconds = f"{time.perf_counter() - began:.1f} s"
        say(former.summary.replace(SECONDS, seconds), to_error=True)
        return
    from builder.build import build_site
    from builder.output.refusal import OutputRefused
    from builder.terminal import build_words, refusal_words

    progress = _progress(asked.output_format)
    try:
        built = build_site(
            asked.root.resolve(),
            asked.out,
            base_url=asked.base_url,
            strict=asked.strict,
            jobs=asked.jobs,
            search=not asked.no_search,
            clean=asked.clean,
            tell=progress.step,
        )
    except OutputRefused as refused:
        progress.say(refusal_words(refused))
        sys.exit(EXIT_CONTENT)
    problems = _tell_problems(built.checked, built.problems, asked.output_format, progress)
    if built.summary is None:
        if asked.output_format == "full":
            progress.say("Nothing was written; the published site is as it was.")
        sys.exit(EXIT_CONTENT)
    progress.say(build_words(built, built.summary, f"{progress.seconds:.1f} s"))
    if built.search_problems:
        sys.exit(EXIT_CONTENT if asked.strict else 0)
    if place is not None and sight is not None:
        said = Remembered(problems, build_words(built, built.summary.unchanged, SECONDS))
        read = [file.path for file in built.checked.loaded.inputs]
        note = remember(place, sight, said, read=read)
        if note:
            progress.say(f"note: {note}")


def _sight(asked: Namespace) -> tuple[Destination | None, Sight | None]:
    """Look at what a build is about to read, so that the next one can tell at once that nothing has changed."""
    from builder.output.refusal import OutputRefused

    colour = _is_coloured(asked.output_format)
    options = (asked.base_url or "", asked.strict, asked.no_search, asked.output_format, colour)
    try:
        place = destination(asked.root.resolve(), asked.out)
    except OutputRefused:
        return None, None
    return place, look(place, map(str, options))


def _pack(asked: Namespace) -> None:
    _settle_memory()
    from builder.build import build_site, pack_built
    from builder.output.refusal import OutputRefused
    from builder.terminal import pack_words, refusal_words

    root = asked.root.resolve()
    progress = _progress(asked.output_format)
    try:
        built = build_site(root, strict=asked.strict, clean=True, tell=progress.step)
        _tell_problems(built.checked, built.problems, asked.output_format, progress)
        if built.summary is None or (asked.strict and built.search_problems):
            sys.exit(EXIT_CONTENT)
        packed = pack_built(built, root, asked.out, tell=progress.step)
    except OutputRefused as refused:
        progress.say(refusal_words(refused))
        sys.exit(EXIT_CONTENT)
    progress.say(pack_words(packed, progress.seconds))


COMMANDS: dict[str, Callable[[Namespace], None]] = {
    "check": _check,
    "quote": _quote,
    "explain": _explain,
    "build": _build,
    "pack": _pack,
}
"""What each command does, by the name that `arguments` reads."""


def _tell_suggestions(checked: Checked, output_format: str) -> None:
    from builder.analysis.suggestions import suggest
    from builder.editing.suggested import suggestion_lines, suggestion_words

    library, findings = checked.loaded.library, checked.findings
    if library is None or findings is None:
        return
    suggestions = suggest(library, findings)
    if output_format == "json":
        say(suggestion_lines(library, suggestions), end="")
    else:
        say(suggestion_words(library, suggestions))


def _settle_memory() -> None:
    """Ready memory for a command that ends soon.

    The collector of cycles walked all records, a fifth of the time: it is off. What is let go goes back to the system.
    """
    gc.disable()
    system.give_back_large_blocks()


def _progress(output_format: str) -> Progress:
    """Begin to tell steps on standard error; formats for machines get none."""
    from builder.terminal import Progress

    return Progress(sys.stderr, time.perf_counter, quiet=output_format != "full")


def _tell_problems(
    checked: Checked, problems: tuple[Diagnostic, ...], output_format: str, progress: Progress
) -> str:
    """Print problems, and return what was printed."""
    from builder.report import OutputFormat, format_diagnostics

    progress.clear()
    colour = _is_coloured(output_format)
    words = format_diagnostics(problems, checked.loaded.source, OutputFormat(output_format), colour=colour)
    _say_problems(words, output_format)
    return words


def _say_problems(words: str, output_format: str) -> None:
    if words:
        say(words.rstrip("\n"), colour=_is_coloured(output_format), annotations=output_format == "github")


def _is_coloured(output_format: str) -> bool:
    return output_format == "full" and sys.stdout.isatty() and "NO_COLOR" not in os.environ
