"""The command line: which command runs, how it is stopped, and how it ends.

Exit codes: 0 clean, 1 the content or the disk stands in the way, 2 wrong usage, 3 a bug of ours.
"""

from __future__ import annotations

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from mmap import mmap
from types import FrameType
from typing import NoReturn

from builder import __version__
from builder.arguments import read_arguments
from builder.athand import was_at_hand
from builder.commands import (
    build,
    check,
    code,
    diff,
    explain,
    fmt,
    importing,
    init,
    log,
    new,
    pack,
    quote,
    review,
    schema,
    serve,
    upgrade,
)
from builder.commands.telling import EXIT_CONTENT
from builder.console import prepare_streams, say

COMMANDS: dict[str, Callable[[Namespace], None]] = {
    "check": check.run,
    "fmt": fmt.run,
    "new": new.run,
    "quote": quote.run,
    "schema": schema.run,
    "code": code.run,
    "diff": diff.run,
    "log": log.run,
    "explain": explain.run,
    "init": init.run,
    "upgrade": upgrade.run,
    "build": build.run,
    "pack": pack.run,
    "serve": serve.run,
    "import": importing.run,
    "review": review.run,
}
"""What each command does, by the name that `arguments` reads."""

EXIT_BUG = 3
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143

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


def run() -> NoReturn:
    """Run the command line and end the process, but do not take apart what it holds: that is a tenth of a short run.

    Files are closed and processes have ended by then; only words may wait to be sent. Where other threads or processes
    may still run, and where the words cannot be sent, Python ends as it does.
    """
    code: str | int | None = None
    try:
        main()
    except SystemExit as ended:
        code = ended.code
    if _is_alone() and not isinstance(code, str):
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code or 0)
    sys.exit(code)


def _is_alone() -> bool:
    """Whether nothing else of this process runs. Where a module was never loaded, nothing of its kind can."""
    threads, processes = sys.modules.get("threading"), sys.modules.get("multiprocessing")
    has_threads = threads is not None and threads.active_count() > 1
    return not has_threads and not (processes is not None and processes.active_children())


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
