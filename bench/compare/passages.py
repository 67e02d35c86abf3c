"""Measures shared passages on labelled pairs in the format of the PAN text alignment task.

    python bench/compare/passages.py FOLDER [--all]

FOLDER holds texts (`suspicious-document*.txt`, `source-document*.txt`, anywhere below it) and for each pair an XML
file with `this_offset`, `this_length`, `source_offset`, `source_length`. Copies of the data are known whose offsets
drifted; unless `--all` is given, only pairs whose labelled stretches have nearly the same words are measured.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET

from msgspec.structs import replace

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from methods import Method, others, ours  # noqa: E402
from scoring import RangePair, Score  # noqa: E402

from builder.analysis.passages.rule import DOSSIER, SITE  # noqa: E402

Case = tuple[str, str, list[RangePair]]
_SAME_WORDS = 0.95


def main() -> None:
    """Print one line per method."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--all", action="store_true", help="also pairs whose labels drifted")
    chosen = arguments.parse_args()
    cases = [case for case in _cases(chosen.folder) if chosen.all or _is_clean(case)]
    print(f"{len(cases)} pairs, {sum(len(case[2]) for case in cases)} labelled cases")
    for name, method in _methods().items():
        score, seconds = measure(method, cases)
        print(score.line(name, seconds))


def measure(method: Method, cases: list[Case]) -> tuple[Score, float]:
    """Return the score of a method and the CPU seconds that it took."""
    found: list[list[RangePair]] = []
    started = time.process_time()
    for first, second, _ in cases:
        found.append(method(first, second))
    seconds = time.process_time() - started
    score = Score()
    for ranges, (_, _, true) in zip(found, cases, strict=True):
        score.add(ranges, true)
    return score, seconds


def _methods() -> dict[str, Method]:
    return {
        "ours, dossier": ours(DOSSIER),
        "ours, dossier with groups of 5": ours(replace(DOSSIER, group=5)),
        "ours, site": ours(SITE),
        **others(),
    }


def _cases(folder: Path) -> list[Case]:
    texts = {path.name: path for path in sorted(folder.rglob("*-document*.txt"))}
    found = []
    for path in sorted(folder.rglob("suspicious-*source-*.xml")):
        features = [f for f in ET.parse(path).iter("feature") if f.get("name") == "plagiarism"]
        names = re.findall(r"(?:suspicious|source)-document\d+", path.name)
        if (
            not features
            or any(f"{name}.txt" not in texts for name in names)
            or path.parent.name == "xml_files"
        ):
            continue
        first, second = (_read(texts[f"{name}.txt"]) for name in names)
        found.append((first, second, [_range(feature) for feature in features]))
    return found


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return file.read()


def _range(feature: ET.Element) -> RangePair:
    def number(name: str) -> int:
        return int(feature.get(name, "0"))

    first, second = number("this_offset"), number("source_offset")
    return (first, first + number("this_length"), second, second + number("source_length"))


def _is_clean(case: Case) -> bool:
    first, second, true = case
    return all(
        _likeness(first[start:end], second[other_start:other_end]) >= _SAME_WORDS
        for start, end, other_start, other_end in true
    )


def _likeness(one: str, other: str) -> float:
    first, second = (set(re.findall(r"\w+", words.lower())) for words in (one, other))
    return len(first & second) / max(1, len(first | second))


if __name__ == "__main__":
    main()
