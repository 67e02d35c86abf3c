"""Spreads work over copies of this process, which know all that it knows and hand back bytes.

It does not know what is made. The copies write nothing and end with this process: a pipe that nobody reads ends them.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from builder.athand import was_at_hand

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Make = Callable[[int], Iterable[bytes]]
"""Makes the piece of work of a number, in one chunk or several."""
Chunk = tuple[int, bytes, bool]
"""The number of a piece, some of it, and whether that was the last of it."""

WORTH_SPREADING = 200
"""Fewer pieces than this are made sooner than copies of the process."""

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""Whether a process can be copied; Apple's libraries do not survive it."""

_NUMBER_BYTES = 4
_FAULT = 2 ** (8 * _NUMBER_BYTES) - 1
_NO_MEMORY = _FAULT - 1
_MORE = 1 << 30
"""Beside the number of a piece: this chunk is not its last."""


class WorkerFault(Exception):
    """A worker ended before its work was done; the words are its traceback where it left one."""


def spread(make: Make, count: int, workers: int) -> Generator[Chunk, None, None]:
    """Yield what `make` made of each number below `count`: chunks of one piece in their order, pieces in any.

    One process does it all where there is little to do, one worker is wanted or the system cannot copy processes.
    Raises `WorkerFault`, `MemoryError` as `make` does, and `ChildProcessError` where the system ended a copy; close
    the iterator when it is left early.
    """
    if workers < 2 or count < WORTH_SPREADING or not CAN_FORK:
        for number in range(count):
            yield from ((number, chunk, is_last) for chunk, is_last in _chunks(make(number)))
        return
    done = 0
    for chunk in _gathered(make, count, workers):
        done += chunk[2]
        yield chunk
    if done != count:
        raise WorkerFault(f"{count - done} of {count} pieces were not made: a worker was stopped")


def _chunks(made: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each chunk, and whether it is the last; nothing at all is one empty chunk."""
    chunks = iter(made)
    held = next(chunks, b"")
    for chunk in chunks:
        yield held, False
        held = chunk
    yield held, True


def _gathered(make: Make, count: int, workers: int) -> Iterator[Chunk]:
    from multiprocessing import get_context

    # What exists now is never garbage, and the collector's notes in it would copy its memory into each worker.
    gc.freeze()
    fork = get_context("fork")
    crew = []
    sources: list[Connection] = []
    try:
        for first in range(workers):
            source, sink = fork.Pipe(duplex=False)
            sources.append(source)
            share = range(first, count, workers)
            worker = fork.Process(target=_work, args=(make, share, sink, tuple(sources)), daemon=True)
            worker.start()
            crew.append(worker)
            sink.close()
        yield from _received(sources)
        for worker in crew:
            worker.join()
            if (worker.exitcode or 0) < 0:
                raise ChildProcessError(_ended_by(-(worker.exitcode or 0)))
    finally:
        for worker in crew:
            worker.terminate()
            worker.join()
        for source in sources:
            source.close()
        gc.unfreeze()


def _ended_by(number: int) -> str:
    return f"it ended a process of the build (signal {number}), perhaps for want of memory"


def _received(sources: Sequence[Connection]) -> Iterator[Chunk]:
    from multiprocessing.connection import Connection, wait

    waiting = list(sources)
    while waiting:
        for source in wait(waiting):
            assert isinstance(source, Connection)
            try:
                message = source.recv_bytes()
            except EOFError:
                waiting.remove(source)
                continue
            number = int.from_bytes(message[:_NUMBER_BYTES], "big")
            if number == _NO_MEMORY:
                raise _without_memory(message[_NUMBER_BYTES:].decode())
            if number == _FAULT:
                raise WorkerFault(message[_NUMBER_BYTES:].decode())
            yield number & ~_MORE, message[_NUMBER_BYTES:], not number & _MORE


def _without_memory(noted: str) -> MemoryError:
    fault = MemoryError()
    for note in noted.splitlines():
        fault.add_note(note)
    return fault


def _work(make: Make, share: range, sink: Connection, inherited: Sequence[Connection]) -> None:
    """Make a share of the pieces and send each; runs in the copy."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells all; the first process ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for source in inherited:
        source.close()  # as long as anybody could read, a write to a dead process would wait for ever
    try:
        for number in share:
            for chunk, is_last in _chunks(make(number)):
                head = number if is_last else number | _MORE
                sink.send_bytes(head.to_bytes(_NUMBER_BYTES, "big") + chunk)
    except BrokenPipeError:
        return
    except MemoryError as fault:
        sink.send_bytes(_NO_MEMORY.to_bytes(_NUMBER_BYTES, "big") + "\n".join(was_at_hand(fault)).encode())
    except Exception:  # noqa: BLE001 (whatever it was, the first process tells it)
        sink.send_bytes(_FAULT.to_bytes(_NUMBER_BYTES, "big") + traceback.format_exc().encode())
