"""Work spread over copies of the process: all of it comes back, and what goes wrong is told."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Generator
from contextlib import closing

import pytest

from builder.athand import at_hand, was_at_hand
from builder.workers import CAN_FORK, WORTH_SPREADING, WorkerFault, spread

MANY = WORTH_SPREADING + 57
forks = pytest.mark.skipif(not CAN_FORK, reason="this system cannot copy a process")


def pieces(
    make: Callable[[int], bytes], count: int, workers: int
) -> Generator[tuple[int, bytes], None, None]:
    """Pieces of one chunk each."""
    with closing(spread(lambda number: (make(number),), count, workers)) as made:
        yield from ((number, content) for number, content, _ in made)


def _square(number: int) -> bytes:
    return str(number * number).encode()


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, MANY])
def test_every_piece_comes_back_once_under_its_number(count, processes):
    made = sorted(pieces(_square, count, processes))
    assert made == [(number, _square(number)) for number in range(count)]


@forks
def test_many_pieces_are_made_by_as_many_other_processes_as_wanted():
    makers = {content for _, content in pieces(lambda _number: str(os.getpid()).encode(), MANY, 2)}
    assert len(makers) == 2
    assert str(os.getpid()).encode() not in makers


def test_few_pieces_are_made_by_this_process():
    made = dict(pieces(lambda _number: str(os.getpid()).encode(), WORTH_SPREADING - 1, 2))
    assert set(made.values()) == {str(os.getpid()).encode()}


def test_pieces_larger_than_a_pipe_come_back_whole():
    made = dict(pieces(lambda number: bytes([number % 256]) * 300_000, MANY, 2))
    assert all(made[number] == bytes([number % 256]) * 300_000 for number in range(MANY))


@pytest.mark.parametrize("workers", [1, 2])
def test_the_chunks_of_a_piece_come_in_their_order_and_its_last_says_so(workers):
    made: dict[int, list[tuple[bytes, bool]]] = {}
    for number, chunk, is_last in spread(
        lambda number: (str(each).encode() for each in range(number % 4)), MANY, workers
    ):
        made.setdefault(number, []).append((chunk, is_last))
    expected = {
        0: [(b"", True)],
        1: [(b"0", True)],
        2: [(b"0", False), (b"1", True)],
        3: [(b"0", False), (b"1", False), (b"2", True)],
    }
    assert made == {number: expected[number % 4] for number in range(MANY)}


@forks
def test_a_fault_in_a_worker_is_told_with_its_traceback():
    def make(number: int) -> bytes:
        if number == MANY - 1:
            raise ValueError(f"no square of {number}")
        return b""

    with pytest.raises(WorkerFault, match=rf"ValueError: no square of {MANY - 1}"):
        list(pieces(make, MANY, 2))


@forks
@pytest.mark.parametrize(("end", "told"), [(signal.SIGKILL, "signal 9"), (signal.SIGTERM, "signal 15")])
def test_a_worker_that_the_system_ends_never_passes_for_one_that_is_done(end, told):
    def make(number: int) -> bytes:
        if number == MANY - 1:
            os.kill(os.getpid(), end)
        return b""

    with pytest.raises(
        ChildProcessError, match=rf"ended a process of the build \({told}\), perhaps for want"
    ):
        list(pieces(make, MANY, 2))


@forks
def test_a_worker_that_leaves_never_passes_for_one_that_is_done():
    def make(number: int) -> bytes:
        if number == MANY - 1:
            os._exit(0)
        return b""

    with pytest.raises(WorkerFault, match="were not made"):
        list(pieces(make, MANY, 2))


@pytest.mark.parametrize("workers", [1, 2])
def test_want_of_memory_in_a_worker_is_told_as_such_with_what_was_at_hand(workers):
    def make(number: int) -> bytes:
        with at_hand(f"page-{number}.html"):
            if number == MANY - 1:
                raise MemoryError
            return b""

    with pytest.raises(MemoryError) as fault:
        list(pieces(make, MANY, workers))
    assert was_at_hand(fault.value) == (f"page-{MANY - 1}.html",)


@forks
def test_who_stops_early_leaves_no_process_behind():
    with closing(pieces(lambda _number: str(os.getpid()).encode(), 100 * MANY, 2)) as made:
        _, content = next(made)
    assert not _is_alive(int(content))


@forks
def test_workers_end_when_the_first_process_is_killed(tmp_path):
    note = tmp_path / "worker"
    first = os.fork()
    if first == 0:
        for _, content in pieces(lambda _number: str(os.getpid()).encode().ljust(100_000), 10_000, 2):
            note.write_bytes(content)
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(first, 0)
    worker = int(note.read_bytes())
    assert any(not _is_alive(worker) or time.sleep(0.05) for _ in range(200))


def _is_alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as state:
            return state.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
