"""Prints the bars of performance with what this machine takes: whole builds, edits, memory, sizes, the five seeds.

    python bench/bars.py [--runs 3] [--sizes 1000 10000] [--long 12000] [--folder FOLDER]

Builds are `run.py`'s, in turn with its peers. `--long` articles of the size of real news are built once and after an
edit. What the comparison takes of an added article is read inside a build of the largest size.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generate import LONG, Writer, add_article, edit_article, write_dossier
from peers import PEERS, install
from run import FIRST, OURS, PROJECT, Cost, costs_at, measured

_TIMED = """
import sys, time
from pathlib import Path
from builder import build
from builder.analysis import assemble
inner = assemble.compare_texts
def timed(*given):
    started = time.process_time()
    found = inner(*given)
    print(time.process_time() - started)
    return found
assemble.compare_texts = timed
build.build_site(Path(sys.argv[1]), search=False)
"""
"""A build that prints the CPU seconds of its comparison of texts."""


class Bar(NamedTuple):
    """What is measured, at most how much of it is wanted, and how much it is."""

    of: str
    wanted: float
    found: float | None
    unit: str

    def line(self) -> str:
        """Return the bar as a row of a table."""
        if self.found is None:
            return f"| {self.of} | {self.wanted:g} {self.unit} | – | not measured |"
        told = f"{self.found:.2f}" if self.found < 10 else f"{self.found:.0f}"
        return f"| {self.of} | {self.wanted:g} {self.unit} | {told} | {'yes' if self.found <= self.wanted else 'no'} |"


def _bars_of_size(size: int, costs: dict[str, Cost]) -> Iterator[Bar]:
    ours = costs[OURS]
    large = size > 3000
    for peer, at_most in ((FIRST, 4.0), ("pelican", 1.0)):
        ratio = ours.cpu_s / costs[peer].cpu_s if peer in costs else None
        yield Bar(f"clean build, {size:,} articles", at_most, ratio, f"× {peer}'s CPU")
    yield Bar(
        f"nothing changed, {size:,}", 0.4 if large else 0.15, costs[f"{OURS}-nothing-changed"].cpu_s, "CPU s"
    )
    for edit, of in (("one-edit", "one body edited"), ("next-edit", "the edit after it")):
        yield Bar(f"{of}, {size:,}", 1.5 if large else 0.6, costs[f"{OURS}-{edit}"].cpu_s, "CPU s")
    two = costs[f"{OURS}-two-workers"]
    yield Bar(f"two workers, {size:,}", 1.15, two.cpu_s / ours.cpu_s, "× the CPU of one")
    yield Bar(f"two workers, {size:,}", 0.65, two.wall_s / ours.wall_s, "× the time of one")
    yield Bar(
        f"largest process, {size:,}", 512, max(costs[name].peak_mib for name in costs if OURS in name), "MiB"
    )


def _comparison_of_one_added(dossier: Path, number: int) -> float:
    add_article(dossier, number, number, number)
    told = subprocess.run(
        [sys.executable, "-c", _TIMED, str(dossier)], cwd=PROJECT, check=True, capture_output=True, text=True
    )
    return float(told.stdout)


def _bars_of_long(folder: Path, articles: int) -> Iterator[Bar]:
    dossier = folder / "long"
    write_dossier(dossier, articles, 1, with_claims=False, shape=LONG)
    build = [sys.executable, "-m", "builder", "build", "--no-search", "--root", str(dossier)]
    clean = measured(build)
    edit_article(dossier, 1, Writer(7).sentence(20))
    edited = measured(build)
    size = sum(file.lstat().st_size for file in (dossier / "site").rglob("*") if not file.is_dir())
    yield Bar(f"largest process, {articles:,} of the size of real news", 512, clean.peak_mib, "MiB")
    yield Bar("the same after an edit", 512, edited.peak_mib, "MiB")
    yield Bar("site of one such article", 60, size / articles / 1000, "KB")


def _bars_of_seeds(folder: Path, runs: int) -> Iterator[Bar]:
    dossier = folder / "seeds"
    for name in ("content", "seeds"):
        shutil.copytree(PROJECT / name, dossier / name)
    command = [sys.executable, "-m", "builder"]
    build = [*command, "build", "--no-search", "--root", str(dossier)]
    measured(build)
    checks, builds = [], []
    changed = next(iter(sorted((dossier / "content" / "topics").iterdir())))
    for _ in range(runs):
        checks.append(measured([*command, "check", "--root", str(dossier)]).cpu_s)
        changed.write_text(f"{changed.read_text('utf-8')}# looked at again\n", encoding="utf-8")
        builds.append(measured(build).cpu_s)
    yield Bar("check of the five seeds", 0.4, median(checks), "CPU s")
    yield Bar("their build after a save, without Pagefind", 0.3, median(builds), "CPU s")


def main() -> None:
    """Read the arguments, measure, print a row for each bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--long", type=int, default=12000)
    parser.add_argument("--folder", type=Path, help="Where to keep what is made, for the next time.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (chosen.folder or Path(temporary)).resolve()
        missing = install(folder / "tools")
        peers = tuple(peer for peer in PEERS if peer.name not in missing)
        print("| what | at most | found | reached |")
        print("| --- | --- | ---: | --- |")
        for bar in _bars_of_seeds(Path(temporary), chosen.runs):
            print(bar.line(), flush=True)
        for size in chosen.sizes:
            for bar in _bars_of_size(size, costs_at(folder, size, chosen.runs, True, peers)):
                print(bar.line(), flush=True)
        largest = max(chosen.sizes)
        found = _comparison_of_one_added(folder / f"{largest}-claims" / "dossier", largest + chosen.runs)
        print(Bar(f"comparison when one is added to {largest:,}", 0.5, found, "CPU s").line(), flush=True)
        for bar in _bars_of_long(Path(temporary), chosen.long) if chosen.long else ():
            print(bar.line(), flush=True)


if __name__ == "__main__":
    main()
