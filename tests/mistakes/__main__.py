"""`python -m tests.mistakes [WORDS]`: how the planted mistakes are told, and what is told of those that are not."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mistakes.mistakes import Mistake, Outcome, chapters, tried


def faults(mistake: Mistake, outcome: Outcome) -> list[str]:
    """Say what is wrong with what was told of a mistake, and with what came of its fix."""
    codes = sorted(one.code for one in outcome.told)
    wanted = sorted([mistake.told, *mistake.also] if mistake.told else [])
    found = []
    if wanted and not codes:
        found.append("silent")
    elif codes != wanted:
        found.append(f"told {codes}, not {wanted}")
    problem = outcome.problem
    if problem is None or not mistake.told:
        return found
    place = problem.span.path, problem.span.line, problem.span.column
    if place != outcome.place:
        found.append(f"told at {place}, not at {outcome.place}")
    said = f"{problem.message} {problem.hint}"
    found += [f"does not say {words!r}" for words in mistake.words if words not in said]
    if not problem.hint:
        found.append("no fix")
    if not outcome.applied:
        found.append("no fix to apply")
    elif sorted(outcome.left) != sorted((*mistake.next, *mistake.also)):
        found.append(f"after the fix ({outcome.applied}): {list(outcome.left)}")
    return found


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main(wanted: str) -> None:
    """Try every mistake whose words hold `wanted` and print what is not as it ought to be, then the figures."""
    figures: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        for number, (chapter, mistake) in enumerate(chapters()):
            if wanted not in mistake.what and wanted != chapter:
                continue
            outcome = tried(mistake, Path(folder) / str(number))
            wrong = faults(mistake, outcome)
            fits = not [one for one in wrong if not one.startswith(("after", "no fix"))]
            figures["mistakes" if mistake.told else "understood or passed over"] += 1
            figures["told right" if mistake.told else "nothing told"] += fits
            figures["silent"] += "silent" in wrong
            if mistake.told:
                figures[f"fix passes, by {outcome.applied}" if not wrong else "not as it ought to be"] += 1
            if wrong:
                _say(f"{chapter}: {mistake.what}: {'; '.join(wrong)}")
                for one in outcome.told[:4]:
                    _say(f"    {one.span.path}:{one.span.line}:{one.span.column} [{one.code}] {one.message}")
                    _say(f"      = {one.hint}   {[edit.text for edit in one.edits]}")
    for name, count in sorted(figures.items()):
        _say(f"{count:4} {name}")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
