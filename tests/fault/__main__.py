"""`make faults`: whatever the disk does and whoever ends it, the real command leaves a whole site.

Prints a table of what was tried, and exits with 1 unless every figure of a wrong end is 0. `--sample` tries a seeded few
of each kind. Levels need a file system that may be mounted, in a namespace or as root; without it they are named as
skipped.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tests.fault.command import (
    COLUMNS,
    PROJECT,
    Editions,
    Ended,
    Room,
    clean_editions,
    run,
    showcase,
    small,
    struck,
)
from tests.fault.disk import Disk, namespace, pages_of

SEED = 20261122
FULL = r"cannot [a-z ]+ /\S+: (No space left on device|no inode is left)"
ZIP_BYTES = 400_000
"""More than the zip of the small dossier takes."""
ERRORS = {
    "ENOSPC": "open write mkdir link rename replace exchange fsync sync_filesystem",
    "EDQUOT": "open write mkdir link replace",
    "EIO": "open read write stat lstat fstat scandir listdir fsync rename replace exchange link mkdir unlink rmdir sync_filesystem",
    "EROFS": "open mkdir link rename replace exchange unlink",
    "EACCES": "open mkdir unlink scandir listdir exchange",
    "EMFILE": "open scandir listdir pipe",
}
"""Which calls of the command are answered by which error."""
CHANGES = (
    "write", "chmod", "mkdir", "link", "rename", "replace", "unlink", "rmdir", "fsync", "exchange", "sync_filesystem",
)  # fmt: skip
"""The calls that change a disk."""
ENDS = {signal.SIGKILL: {-9}, signal.SIGTERM: {143, -15}, signal.SIGINT: {130, -2}}
"""How a command ends by each signal; a shell tells 143 for -15 and 130 for -2."""


@dataclass(frozen=True)
class Try:
    """One fault: of which kind, on which dossier, what is done to it, which exit codes and words it may end with."""

    kind: str
    name: str
    strike: Callable[[Place, Room], Ended]
    dossier: str = "small"
    codes: frozenset[int] = frozenset()
    words: str = ""


class Place:
    """Where one thread works: a disk of its own where there may be one, with a room for each dossier."""

    def __init__(self, folder: Path, mounts: bool, clean: dict[str, Editions]) -> None:
        self.disk = Disk(folder) if mounts else None
        self.zips = Disk(folder / "zips") if mounts else None
        folder.mkdir(exist_ok=True)
        self.rooms = {
            name: Room(folder / name / "dossier", LAYOUTS[name], editions) for name, editions in clean.items()
        }
        for room in self.rooms.values():
            room.begin()
        self.seconds = 1.5
        """How long a build takes here when nothing disturbs it."""

    def free(self) -> None:
        """Give all disks room again."""
        for disk in (self.disk, self.zips):
            if disk is not None:
                disk.free()


LAYOUTS = {"small": small, "showcase": showcase}


def byte_level(pages: int) -> Callable[[Place, Room], Ended]:
    def strike(place: Place, room: Room) -> Ended:
        assert place.disk is not None
        place.disk.leave(pages=pages)
        return room.build()

    return strike


def inode_level(inodes: int) -> Callable[[Place, Room], Ended]:
    def strike(place: Place, room: Room) -> Ended:
        assert place.disk is not None
        place.disk.leave(inodes=inodes)
        return room.build()

    return strike


def zip_level(**level: int) -> Callable[[Place, Room], Ended]:
    """Pack onto a disk of its own: what stood there stays, or the whole new zip takes its place."""

    def strike(place: Place, room: Room) -> Ended:
        assert place.zips is not None
        out = place.zips.folder / "dossier.zip"
        command = ["pack", "--root", str(room.root), "--out", str(out)]
        if not out.exists():
            run(command)
        before = out.read_bytes()
        place.zips.leave(**level)
        ended = run(command)
        left = out.read_bytes() if out.exists() else None
        names = os.listdir(place.zips.folder)
        place.zips.free()
        again = run(command)
        whole = out.read_bytes()
        faults = [
            "torn" * (left not in (before, whole) or names != ["dossier.zip"]),
            "false success" * (ended.code == 0 and left != whole),
            "next build wrong" * (again.code != 0),
        ]
        return Ended(ended.code, ended.said, " ".join(filter(None, faults)).encode())

    return strike


def at_call(
    what: str, at: int, calls: tuple[str, ...], for_good: bool = False
) -> Callable[[Place, Room], Ended]:
    return lambda _place, room: room.build(program=struck(what, at, calls, for_good))


def at_moment(number: int, share: float) -> Callable[[Place, Room], Ended]:
    def strike(place: Place, room: Room) -> Ended:
        ended = room.build(number=number, after=share * place.seconds)
        if ended.code == 0:
            place.seconds = ended.seconds  # it was over before the signal came
        elif ended.seconds > 0.9 * place.seconds:
            place.seconds *= 1.1
        if number == signal.SIGINT and "runpy" in ended.said and str(PROJECT / "builder") not in ended.said:
            return Ended(130, "")  # Python itself was still starting; no line of ours had run
        return ended

    return strike


def tries(
    clean: dict[str, Editions], counts: Counter[str], mounts: bool, chance: random.Random, sample: bool
) -> Iterator[Try]:
    """Everything that is tried, or a few of each kind."""
    if mounts:
        yield from levels(clean, chance, sample)
    yield from errors(counts, chance, sample)
    yield from ends(counts, chance, sample)


def levels(clean: dict[str, Editions], chance: random.Random, sample: bool) -> Iterator[Try]:
    for name, editions in clean.items():
        sites = editions["A"], editions["B"]
        new = [
            sum(pages_of(len(one[path])) for path in one if other.get(path) != one[path])
            for one, other in (sites, sites[::-1])
        ]
        pages = max(new) + 24
        inodes = max(len(site) + len({str(Path(path).parent) for path in site}) for site in sites) + 24
        for kind, most, level in (("bytes", pages, byte_level), ("inodes", inodes, inode_level)):
            chosen = range(most + 1)
            if sample:
                chosen = sorted(chance.sample(chosen, 4 if name == "small" else 0))
            elif name == "showcase":
                chosen = [round(most * n / 29) for n in range(30)]
            for at in chosen:
                yield Try(f"{kind}, {name}", f"{at} left", level(at), name, words=FULL)
    pages = range(pages_of(ZIP_BYTES))
    for at in chance.sample(pages, 3) if sample else pages:
        yield Try("zip", f"{at} pages left", zip_level(pages=at), words=FULL)
    for at in range(0 if sample else 3):
        yield Try("zip", f"{at} inodes left", zip_level(inodes=at), words=FULL)


def errors(counts: Counter[str], chance: random.Random, sample: bool) -> Iterator[Try]:
    pairs = [(error, call) for error, calls in ERRORS.items() for call in calls.split()]
    for error, call in chance.sample(pairs, 8) if sample else pairs:
        most = counts[call]
        for at in sorted(chance.sample(range(1, most + 1), min(most, 1 if sample else 14))):
            for_good = chance.random() < 0.3
            words = re.escape(os.strerror(getattr(__import__("errno"), error)))
            yield Try(
                "errors",
                f"{error} at {call} {at}{' and after' * for_good}",
                at_call(error, at, (call,), for_good),
                words=words,
            )


def ends(counts: Counter[str], chance: random.Random, sample: bool) -> Iterator[Try]:
    for number, runs in ((signal.SIGKILL, 200), (signal.SIGTERM, 50), (signal.SIGINT, 50)):
        name, codes = signal.Signals(number).name, frozenset(ENDS[number])
        for run_number in range(5 if sample else runs):
            calls = CHANGES if run_number % 3 else (*CHANGES, "open", "scandir")
            at, share = chance.randint(1, sum(counts[call] for call in calls)), chance.random()
            if run_number % 2:
                yield Try(f"{name} at a moment", f"{share:.3f}", at_moment(number, share), codes=codes)
            else:
                what = "kill" if number == signal.SIGKILL else name
                yield Try(
                    f"{name} at a call", f"{what} {at} of {calls}", at_call(what, at, calls), codes=codes
                )


def main() -> int:
    sample = "--sample" in sys.argv
    only = [word for word in sys.argv[1:] if not word.startswith("--")]
    # a shell lets what runs behind it ignore SIGINT; on SIGTERM the process in the namespace is to end too, and its disks
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    inside = os.environ.get("DOSSIER_FAULTS")
    if inside is not None:
        return try_all(Path(inside), "--no-mounts" not in sys.argv, sample, only)
    with tempfile.TemporaryDirectory(prefix="dossier-faults-") as folder:
        real = os.path.realpath(folder)
        words = namespace(Path(real))
        command = [
            *(words or ()),
            sys.executable,
            "-m",
            "tests.fault",
            *sys.argv[1:],
            *([] if words else ["--no-mounts"]),
        ]
        return subprocess.call(command, cwd=PROJECT, env={**os.environ, "DOSSIER_FAULTS": real})


def try_all(folder: Path, mounts: bool, sample: bool, only: list[str]) -> int:
    """Try everything in two processes or more, each in a place of its own; return the exit code."""
    began = time.monotonic()
    if mounts:
        Disk(folder)
    layouts = {"small": small} if sample else LAYOUTS
    clean = {name: clean_editions(folder / "clean" / name, lay_out) for name, lay_out in layouts.items()}
    first = Place(folder / "count", False, {"small": clean["small"]}).rooms["small"]
    first.attempt(first.build)  # from the second change on there is a former site to remove
    _, ended = first.attempt(lambda: first.build(program=struck("count", 0, ("none",))))
    counts = Counter(json.loads(ended.told))
    planned = [
        one
        for one in tries(clean, counts, mounts, random.Random(SEED), sample)
        if not only or one.kind.startswith(tuple(only))
    ]
    table: dict[str, Counter[str]] = {}
    for one, (wrong, ended) in zip(planned, outcomes(planned, folder, mounts, clean), strict=True):
        row = table.setdefault(one.kind, Counter())
        row["runs"] += 1
        row["went through"] += ended.code == 0
        row.update(wrong)
        if wrong:
            print(
                f"--- {one.kind}, {one.name}: {', '.join(wrong)}; exit {ended.code}\n{ended.said}", flush=True
            )
    headings = ("runs", "went through", *COLUMNS)
    print(f"{'kind':24}" + "".join(f"{heading:>18}" for heading in headings))
    for kind, row in table.items():
        print(f"{kind:24}" + "".join(f"{row[heading]:>18}" for heading in headings))
    if not mounts:
        print("skipped: levels of bytes, inodes and the zip; this system lets nobody mount a disk")
    print(f"{len(planned)} runs in {time.monotonic() - began:.0f} s")
    return int(any(row[column] for row in table.values() for column in COLUMNS))


def outcomes(
    planned: list[Try], folder: Path, mounts: bool, clean: dict[str, Editions]
) -> Iterator[tuple[list[str], Ended]]:
    """Yield what came of each, in order."""
    place: list[Place] = []

    def outcome(number: int) -> tuple[list[str], Ended]:
        if not place:
            place.append(Place(folder / f"place-{os.getpid()}", mounts, clean))
        one, room = planned[number], place[0].rooms[planned[number].dossier]
        return room.attempt(lambda: one.strike(place[0], room), place[0].free, one.codes, one.words)

    global _outcome  # noqa: PLW0603 - a process that is copied finds it here; it could not be sent
    _outcome = outcome
    with get_context("fork").Pool(min(os.cpu_count() or 1, 4)) as pool:
        yield from pool.imap(_call, range(len(planned)))


_outcome: Callable[[int], tuple[list[str], Ended]]


def _call(number: int) -> tuple[list[str], Ended]:
    return _outcome(number)


if __name__ == "__main__":
    sys.exit(main())
