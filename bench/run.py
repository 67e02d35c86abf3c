"""Measures whole builds in turn with their peers: CPU seconds (user and system), wall time, the largest process.

    python bench/run.py [--sizes 1000 3000] [--runs 3] [--no-claims] [--folder FOLDER]

Every run is a process of its own on a cold output folder; the second build of each round finds nothing to do. Peers
run where their command is on the path. What counts are the ratios: the machine is whatever it is. Prints Markdown.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from generate import write_dossier
from peers import write_hugo_site

PROJECT = Path(__file__).resolve().parent.parent
OURS, TWO, AGAIN, HUGO = "ours", "ours, two workers", "ours, nothing changed", "Hugo"


@dataclass(frozen=True)
class Cost:
    """What one run took. `peak_mib` is the largest single process."""

    cpu_s: float
    wall_s: float
    peak_mib: float


def measured(command: list[str]) -> Cost:
    """Run a command to its end and return what it took, the processes it waited for included."""
    started = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, handle, os.devnull, os.O_WRONLY, 0) for handle in (1, 2)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "HUGO_NUMWORKERMULTIPLIER": "2"}
    process = os.posix_spawnp(command[0], command, environment, file_actions=silent)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    wall = time.perf_counter() - started
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def round_of(folder: Path) -> Iterator[tuple[str, Cost]]:
    """Run everything once, in turn, so that a busy moment of the machine meets all alike."""
    build = [sys.executable, "-m", "builder", "build", "--no-search", "--root", str(folder / "dossier")]
    for name, jobs in ((OURS, "1"), (TWO, "2")):
        _clear(folder)
        yield name, measured([*build, "--jobs", jobs])
    yield AGAIN, measured([*build, "--jobs", "1"])
    if shutil.which("hugo"):
        shutil.rmtree(folder / "hugo" / "public", ignore_errors=True)
        yield HUGO, measured(["hugo", "--quiet", "--source", str(folder / "hugo")])


def _clear(folder: Path) -> None:
    for name in ("site", ".build"):
        shutil.rmtree(folder / "dossier" / name, ignore_errors=True)


def costs_at(folder: Path, size: int, runs: int, with_claims: bool) -> dict[str, Cost]:
    """Return for each tool the cost of its median run, by CPU seconds, at a size."""
    place = folder / f"{size}{'-claims' if with_claims else ''}"
    if not place.exists():
        write_dossier(place / "dossier", size, 1, with_claims)
        write_hugo_site(place / "dossier", place / "hugo")
    found: dict[str, list[Cost]] = {}
    for _ in range(runs):
        for name, cost in round_of(place):
            found.setdefault(name, []).append(cost)
    return {
        name: Cost(
            median(cost.cpu_s for cost in costs),
            median(cost.wall_s for cost in costs),
            max(cost.peak_mib for cost in costs),
        )
        for name, costs in found.items()
    }


def lines_of(costs: dict[int, dict[str, Cost]]) -> Iterator[str]:
    """Yield the table of all runs, and how CPU time grows from the smallest to the largest size."""
    yield "| articles | tool | CPU s | wall s | largest process, MiB | CPU, times Hugo |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: |"
    for size, by_tool in costs.items():
        hugo = by_tool.get(HUGO)
        for name, cost in by_tool.items():
            ratio = f"{cost.cpu_s / hugo.cpu_s:.1f}" if hugo else "–"
            yield f"| {size:,} | {name} | {cost.cpu_s:.2f} | {cost.wall_s:.2f} | {cost.peak_mib:.0f} | {ratio} |"
    small, large = min(costs), max(costs)
    if small != large:
        yield ""
        for name in costs[small]:
            growth = math.log(costs[large][name].cpu_s / costs[small][name].cpu_s, large / small)
            yield f"- {name}: CPU grows with the {growth:.2f}th power of the number of articles"


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-claims", action="store_true", help="Articles, outlets and topics alone.")
    parser.add_argument("--folder", type=Path, help="Where to keep what is generated, for the next time.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        costs = {
            size: costs_at(folder, size, chosen.runs, not chosen.no_claims) for size in sorted(chosen.sizes)
        }
    print("\n".join(lines_of(costs)))


if __name__ == "__main__":
    main()
