"""Measures whole builds in turn with their peers: CPU seconds (user and system), wall time, the largest process.

    make bench [N=1000]
    python bench/run.py [--sizes 1000 3000] [--runs 3] [--no-claims] [--folder FOLDER] [--results FOLDER]

Every run is a process of its own; clean ones find no output. Peers are installed from their packages into the folder;
one that cannot be had is named. What counts are the ratios: the machine is whatever it is. Prints Markdown; `--results`
keeps it there as `latest.md`, and the figures as `latest.json`.
"""

from __future__ import annotations

import argparse
import json
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

from generate import Writer, add_article, edit_article, write_dossier
from peers import PEERS, Peer, articles_of, install

PROJECT = Path(__file__).resolve().parent.parent
OURS = "ours"
OLD = "old"
"""Where what was made before lies until all is measured."""
FIRST = PEERS[0].name
"""Ratios are to this one."""


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


def round_of(folder: Path, size: int, number: int, peers: tuple[Peer, ...]) -> Iterator[tuple[str, Cost]]:
    """Run everything once, in turn, so that a busy moment of the machine meets all alike."""
    dossier = folder / "dossier"
    build = [sys.executable, "-m", "builder", "build", "--no-search", "--root", str(dossier)]
    _clear(dossier)
    yield "ours-two-workers", measured([*build, "--jobs", "2"])
    _clear(dossier)
    yield OURS, measured(build)
    yield f"{OURS}-nothing-changed", measured(build)
    edit_article(dossier, number, Writer(size + number).sentence(20))
    # the first after a clean build links every file of the site; the next has the site before to build on
    yield f"{OURS}-one-edit", measured(build)
    edit_article(dossier, number, Writer(2 * size + number).sentence(20))
    yield f"{OURS}-next-edit", measured(build)
    add_article(dossier, size, size + number, size + number)
    yield f"{OURS}-one-added", measured(build)
    _remove_article(dossier, size + number)
    for peer in peers:
        site = folder / peer.name
        _put_away(site / peer.output, folder)
        yield peer.name, measured(peer.command(folder.parent / "tools", site))


def _clear(dossier: Path) -> None:
    for name in ("site", ".build"):
        _put_away(dossier / name, dossier.parent)


def _put_away(made: Path, folder: Path) -> None:
    """Take away what was made, and delete it when all is measured.

    Where ten thousand files have just been deleted, ext4 looks for free inodes past each of them: a tenth of a build.
    """
    if made.exists():
        old = folder / OLD
        old.mkdir(exist_ok=True)
        made.rename(old / f"{made.parent.name}-{made.name}-{len(list(old.iterdir()))}")


def _remove_article(dossier: Path, number: int) -> None:
    (dossier / "seeds" / f"{number:06}.txt").unlink()
    (dossier / "content" / "articles" / f"article-{number:06}.yaml").unlink()


def costs_at(
    folder: Path, size: int, runs: int, with_claims: bool, peers: tuple[Peer, ...]
) -> dict[str, Cost]:
    """Return for each tool its median cost at a size, and the largest process of any run."""
    place = folder / f"{size}{'-claims' if with_claims else ''}"
    if not place.exists():
        write_dossier(place / "dossier", size, 1, with_claims)
    for peer in peers:
        if not (place / peer.name).exists():
            peer.write(articles_of(place / "dossier"), place / peer.name)
    found: dict[str, list[Cost]] = {}
    for number in range(runs):
        for name, cost in round_of(place, size, number, peers):
            found.setdefault(name, []).append(cost)
    shutil.rmtree(place / OLD, ignore_errors=True)
    return {
        name: Cost(
            median(cost.cpu_s for cost in costs),
            median(cost.wall_s for cost in costs),
            max(cost.peak_mib for cost in costs),
        )
        for name, costs in found.items()
    }


def rows_of(costs: dict[int, dict[str, Cost]]) -> list[dict[str, str | int | float | None]]:
    """Return a row for each tool and size; ratios are to Hugo at that size, None where it could not be had."""
    return [
        {
            "peer": name,
            "articles": size,
            "cpu_ratio": _ratio(cost.cpu_s, first and first.cpu_s),
            "wall_ratio": _ratio(cost.wall_s, first and first.wall_s),
            "cpu_s": round(cost.cpu_s, 3),
            "wall_s": round(cost.wall_s, 3),
            "peak_mib": round(cost.peak_mib, 1),
        }
        for size, by_tool in costs.items()
        for first in (by_tool.get(FIRST),)
        for name, cost in by_tool.items()
    ]


def _ratio(one: float, other: float | None) -> float | None:
    return round(one / other, 2) if other else None


def lines_of(costs: dict[int, dict[str, Cost]], missing: dict[str, str]) -> Iterator[str]:
    """Yield the table of all runs, who is missing, and how CPU time grows from the smallest to the largest size."""
    yield f"| articles | tool | CPU s | wall s | largest process, MiB | CPU, times {FIRST} | wall, times {FIRST} |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: | ---: |"
    for row in rows_of(costs):
        cells = (row[key] for key in ("cpu_s", "wall_s", "peak_mib", "cpu_ratio", "wall_ratio"))
        told = " | ".join("–" if cell is None else f"{cell:.2f}" for cell in cells)
        yield f"| {row['articles']:,} | {row['peer']} | {told} |"
    small, large = min(costs), max(costs)
    yield ""
    for name, why in missing.items():
        yield f"- {name} could not be had: {why}"
    for name in costs[small] if small != large else ():
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
    parser.add_argument("--folder", type=Path, help="Where to keep what is made, for the next time.")
    parser.add_argument("--results", type=Path, help="Where to write latest.md and latest.json.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (chosen.folder or Path(temporary)).resolve()
        missing = install(folder / "tools")
        peers = tuple(peer for peer in PEERS if peer.name not in missing)
        costs = {
            size: costs_at(folder, size, chosen.runs, not chosen.no_claims, peers)
            for size in sorted(chosen.sizes)
        }
    table = "\n".join(lines_of(costs, missing)).strip() + "\n"
    print(table, end="")
    if chosen.results:
        chosen.results.mkdir(parents=True, exist_ok=True)
        (chosen.results / "latest.md").write_text(table, encoding="utf-8")
        told = json.dumps({"rows": rows_of(costs), "missing": missing}, indent=1)
        (chosen.results / "latest.json").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
