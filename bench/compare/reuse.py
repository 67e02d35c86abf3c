"""Measures shared passages on planted reuse, and the speed over all pairs, beside the libraries people reach for.

    python bench/compare/reuse.py FOLDER [--cases 60] [--seed 1] [--articles 100]

FOLDER holds articles, one `.txt` file each, at any depth; two of them should seldom share a passage of their own.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from itertools import combinations
from pathlib import Path

from msgspec.structs import replace

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from methods import Method, others, ours  # noqa: E402
from passages import measure  # noqa: E402
from planted import Plant, planted  # noqa: E402

from builder.analysis.passages.find import looked_at  # noqa: E402
from builder.analysis.passages.refine import passages_of  # noqa: E402
from builder.analysis.passages.rule import DOSSIER, SITE, Rule  # noqa: E402
from builder.analysis.passages.tokens import tokenise  # noqa: E402

PLANTS = {
    "no word edited": Plant(0),
    "1 word in 20": Plant(0.05),
    "1 word in 10": Plant(0.1),
    "1 word in 5": Plant(0.2),
    "3 words in 10": Plant(0.3),
    "4 words in 10": Plant(0.4),
    "sentences swapped, 1 word in 20": Plant(0.05, swapped=True),
    "8 to 14 words, none edited": Plant(0, least=8, most=14),
}


def main() -> None:
    """Print a block per way of planting, then speeds."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--cases", type=int, default=60)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--articles", type=int, default=100)
    chosen = arguments.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(chosen.folder.rglob("*.txt"))]
    print(f"{len(texts)} texts")
    for name, plant in PLANTS.items():
        print(name)
        cases = planted(texts, plant, chosen.cases, chosen.seed)
        for method_name, method in _methods().items():
            score, seconds = measure(method, cases)
            print("  " + score.line(method_name, seconds))
    _print_speeds(random.Random(chosen.seed).sample(texts, min(chosen.articles, len(texts))))


def _methods() -> dict[str, Method]:
    return {
        "ours, dossier": ours(DOSSIER),
        "ours, dossier with groups of 5": ours(replace(DOSSIER, group=5)),
        "ours, site": ours(SITE),
        **others(),
    }


def _print_speeds(texts: list[str]) -> None:
    print(f"all pairs of {len(texts)} articles")
    tokenise(texts[:2])
    seconds = {rule.mode: _seconds_of_ours(texts, rule) for rule in (DOSSIER, SITE)}
    for mode, taken in seconds.items():
        print(f"  ours, {mode:28} CPU {taken:.3f} s")
    for name, method in others().items():
        started = time.process_time()
        for first, second in combinations(texts, 2):
            method(first, second)
        taken = time.process_time() - started
        print(f"  {name:34} CPU {taken:.3f} s, {taken / seconds['dossier']:.0f} times ours (dossier)")


def _seconds_of_ours(texts: list[str], rule: Rule) -> float:
    started = time.process_time()
    tokens = tokenise(texts)
    for first, second in looked_at(tokens, rule)[0]:
        passages_of(tokens[first], tokens[second], rule)
    return time.process_time() - started


if __name__ == "__main__":
    main()
