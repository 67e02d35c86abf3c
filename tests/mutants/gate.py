"""Holds the quick tests against every small fault: in copies of the tree, one fault at a time.

    .venv/bin/python -m tests.mutants.gate [--sample 8] [--jobs 2] [--record]

A fault counts when the program still builds the worked example with it (exit 0). It is caught when a quick test fails
that passes without it. The test that noticed it last time is asked first; only what it lets pass meets all of them.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

from tests.contracts.strays import kept_files
from tests.mutants.faults import DRAWN, HAND_PICKED, HERE, PROJECT, Fault, read_faults, written

SHARE_CAUGHT = 0.95
BUILD = ("-m", "builder", "build", "--clean")
"""What has to work with a fault in it: the worked example, search included."""
QUICK_TESTS = ("tests/unit", "tests/site", "tests")
"""All of them, those first that are the quickest to notice something."""
SECONDS = 900
"""A test run or build that takes longer has been noticed: it hangs."""
QUICK = (
    "-m",
    "not browser and not slow",
    "-q",
    "-x",
    "-n",
    "0",
    "-p",
    "no:randomly",
    "-p",
    "no:cacheprovider",
    "--ignore=tests/mutants",
)
WHOLE_SITES = ("tests/golden", "tests/walk")
"""They read every page of two dossiers, so they notice most of what a reader could, and soon."""
_FAILED = re.compile(r"^(?:FAILED|ERROR) (?P<test>\S+?)(?:\[.*)?(?: - .*)?$", re.MULTILINE)
HEADS = {
    HAND_PICKED: "Small faults picked by hand: what a reader or an editor would be told wrongly.",
    DRAWN: "Small faults drawn from the program by its seed (tests/mutants/draw.py).",
}


@dataclass(frozen=True)
class Outcome:
    """What became of one fault: `caught` by the test file `seen_by`, or let pass, or `void` with what is wrong with it."""

    fault: Fault
    caught: bool = False
    seen_by: str = ""
    void: str = ""
    seconds: float = 0.0

    def told(self) -> str:
        """One line for the terminal."""
        verdict = "void    " if self.void else "caught  " if self.caught else "SURVIVED"
        more = self.void or (self.seen_by if self.caught else f"{self.fault.was!r} became {self.fault.now!r}")
        return f"{verdict} {self.seconds:4.0f} s  {self.fault.file}: {self.fault.what} · {more}"


class Copy:
    """A copy of the tree in which faults are planted one after another, each taken out again."""

    def __init__(self, project: Path, root: Path) -> None:
        self.root = root
        self._writes = int(time.time())
        for name in kept_files(project):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project / name, root / name)
            shutil.copymode(project / name, root / name)

    def write(self, name: str, text: str) -> None:
        """Write a file with a time of its own: Python takes a module for unchanged whose size and second are equal."""
        self._writes += 1
        (self.root / name).write_text(text, encoding="utf-8", newline="")
        os.utime(self.root / name, (self._writes, self._writes))

    def run(self, *command: str) -> tuple[int, str]:
        """Run Python in the copy and return exit code and output; what hangs has the code -1."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON"))
        }
        try:
            done = subprocess.run(
                [sys.executable, *command],
                cwd=self.root,
                env=kept,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            return -1, "it hangs"
        return done.returncode, done.stdout


class Gate:
    """Tries faults in copies of a project, and remembers which tests pass without any."""

    def __init__(self, project: Path, build: Sequence[str], tests: Sequence[str]) -> None:
        self._project = project
        self._build = build
        self._tests = tests
        self._passing: dict[str, bool] = {}
        self._lock = Lock()

    def outcomes(self, faults: Sequence[Fault], jobs: int) -> Iterator[Outcome]:
        """Try every fault, `jobs` at a time, and yield what became of each in the order given."""
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            copies: SimpleQueue[Copy] = SimpleQueue()
            for number in range(jobs):
                copies.put(Copy(self._project, Path(folder, str(number))))

            def tried(fault: Fault) -> Outcome:
                copy = copies.get()
                started = time.monotonic()
                try:
                    return replace(self._tried(fault, copy), seconds=time.monotonic() - started)
                finally:
                    copies.put(copy)

            with ThreadPoolExecutor(jobs) as pool:
                yield from pool.map(tried, faults)

    def _tried(self, fault: Fault, copy: Copy) -> Outcome:
        whole = (copy.root / fault.file).read_text(encoding="utf-8")
        try:
            copy.write(fault.file, fault.planted(whole))
        except ValueError as drifted:
            return Outcome(fault, void=str(drifted))
        for made in ("site", ".build"):  # what a fault put there would be a stranger's to the next one
            shutil.rmtree(copy.root / made, ignore_errors=True)
        try:
            code, output = copy.run(*self._build)
            if code != 0:
                return Outcome(
                    fault, void=f"the worked example does not build (exit {code}): {_last_line(output)}"
                )
            return self._asked(fault, copy, whole)
        finally:
            copy.write(fault.file, whole)

    def _asked(self, fault: Fault, copy: Copy, whole: str) -> Outcome:
        """Ask the tests in turn; a failure counts when the same test passes in the copy without the fault."""
        for tests in self._rounds(fault):
            passed_over = [part for test in self._broken() for part in ("--deselect", test)]
            while True:
                code, output = copy.run("-m", "pytest", *QUICK, *tests, *passed_over)
                if code in (0, 5):
                    break
                test = failed_test(output)
                if code == -1 or not test:
                    return Outcome(
                        fault, caught=True, seen_by="it hangs" if code == -1 else "the tests do not start"
                    )
                planted = (copy.root / fault.file).read_text(encoding="utf-8")
                copy.write(fault.file, whole)
                passes = self._passes_without(test, copy)
                copy.write(fault.file, planted)
                if passes:
                    return Outcome(fault, caught=True, seen_by=test.partition("::")[0])
                passed_over += ["--deselect", test]
        return Outcome(fault)

    def _rounds(self, fault: Fault) -> Iterator[tuple[str, ...]]:
        if fault.seen_by and (self._project / fault.seen_by).exists():
            yield (fault.seen_by,)
        for tests in (WHOLE_SITES, nearest_tests(fault), tuple(self._tests)):
            there = tuple(path for path in tests if (self._project / path).exists())
            if there:
                yield there

    def _broken(self) -> list[str]:
        """Tests that fail without any fault, as far as that is known by now."""
        with self._lock:
            return [test for test, passes in self._passing.items() if not passes]

    def _passes_without(self, test: str, copy: Copy) -> bool:
        with self._lock:
            if test not in self._passing:
                self._passing[test] = copy.run("-m", "pytest", *QUICK, test)[0] == 0
            return self._passing[test]


def nearest_tests(fault: Fault) -> tuple[str, ...]:
    """Return the folders of tests that mirror the fault's module, the nearest first."""
    folders = fault.file.split("/")[1:-1]
    mirrored = ["/".join(("tests/unit", *folders[:depth])) for depth in range(len(folders), 0, -1)]
    return tuple(dict.fromkeys(mirrored))[:1]


def failed_test(output: str) -> str:
    """Return the first test that a run of pytest says failed, without its parameters; empty where none is named."""
    match = _FAILED.search(output)
    return match["test"] if match else ""


def _last_line(output: str) -> str:
    lines = [line for line in output.splitlines() if line.strip()]
    return lines[-1].strip()[:200] if lines else ""


def sample(faults: Sequence[Fault], count: int) -> list[Fault]:
    """Return some of the faults; which ones depends on the list alone, so that a new list draws anew."""
    seed = sha256("\n".join(f"{fault.file} {fault.was}" for fault in faults).encode()).hexdigest()
    return random.Random(seed).sample(list(faults), min(count, len(faults)))


def record(outcomes: Iterable[Outcome], folder: Path = HERE) -> None:
    """Write into the lists which test noticed each fault."""
    seen = {
        (outcome.fault.file, outcome.fault.was, outcome.fault.now): outcome.seen_by for outcome in outcomes
    }
    faults = [
        replace(fault, seen_by=seen.get((fault.file, fault.was, fault.now)) or fault.seen_by)
        for fault in read_faults(folder)
    ]
    for name in (HAND_PICKED, DRAWN):
        listed = [fault for fault in faults if fault.drawn == (name == DRAWN)]
        (folder / name).write_text(written(listed, HEADS[name]), encoding="utf-8", newline="")


def main(arguments: list[str]) -> int:
    """Try the faults and tell each; the exit code is 1 below the share that has to be caught or where one is void."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.gate", description=__doc__)
    parser.add_argument(
        "--sample", type=int, metavar="N", help="try only N of them, drawn by the list itself"
    )
    parser.add_argument("--jobs", type=int, default=2, help="how many to try at a time")
    parser.add_argument("--only", default="", metavar="WORDS", help="try those whose file or words hold this")
    parser.add_argument(
        "--record", action="store_true", help="write into the lists which test noticed each fault"
    )
    given = parser.parse_args(arguments)
    every = read_faults()
    faults = [
        fault for fault in every if not fault.equal and given.only in f"{fault.file} {fault.what} {fault.was}"
    ]
    chosen = sample(faults, given.sample) if given.sample else faults
    gate = Gate(PROJECT, BUILD, QUICK_TESTS)
    outcomes: list[Outcome] = []
    for outcome in gate.outcomes(chosen, given.jobs):
        outcomes.append(outcome)
        _tell(outcome.told())
    if given.record:
        record(outcomes)
    return _verdict(outcomes, len(every) - len([fault for fault in every if not fault.equal]))


def _verdict(outcomes: Sequence[Outcome], equal: int) -> int:
    caught = sum(outcome.caught for outcome in outcomes)
    void = sum(bool(outcome.void) for outcome in outcomes)
    if equal:
        _tell(f"{equal} more are not tried: no test can notice them, and the list says why")
    if void:
        _tell(
            f"{void} are no fault that matters any more: their words have changed, or nothing builds with them"
        )
    _tell(f"caught {caught} of {len(outcomes)}")
    return int(bool(void) or caught < SHARE_CAUGHT * len(outcomes))


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
