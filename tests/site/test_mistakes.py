"""A hundred mistakes in the worked example at once: each is told once, at its place, in one run of the command line."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.site.dossiers import PROJECT, copy_showcase, dossier

MISTAKES = tomllib.loads((PROJECT / "tests/cases/showcase_mistakes/mistakes.toml").read_text("utf-8"))[
    "mistake"
]
CARET = "⌖"


def plant(root: Path) -> dict[tuple[str, int, int, str], str]:
    """Write every mistake into a copy of the worked example; return (file, line, column, code) of each and its name."""
    for number, mistake in enumerate(MISTAKES):
        path = root / mistake["file"]
        path.parent.mkdir(exist_ok=True)
        text = path.read_text("utf-8") if "was" in mistake else mistake["now"]
        if "was" in mistake:
            assert mistake["was"] in text, mistake["what"]
            text = text.replace(mistake["was"], mistake["now"], 1)
        if "at_text" in mistake:
            assert mistake["at_text"].replace(CARET, "") in text, mistake["what"]
            text = text.replace(mistake["at_text"].replace(CARET, ""), mistake["at_text"], 1)
        path.write_text(text.replace(CARET, f"⟦{number}⟧"), "utf-8", newline="")
    return {
        (mistake.get("at", mistake["file"]), line, column, mistake["told"]): mistake["what"]
        for number, mistake in enumerate(MISTAKES)
        if "told" in mistake
        for line, column in [take_place(root / mistake["file"], number, mistake.get("encoding", "utf-8"))]
    }


def take_place(path: Path, number: int, encoding: str) -> tuple[int, int]:
    """Take the caret of one mistake out of its file and return its line and column; 1, 1 where it has none."""
    text = path.read_text("utf-8")
    before, _, after = text.rpartition(f"⟦{number}⟧")
    path.write_text(before + after, encoding, newline="")
    return before.count("\n") + 1, len(others_taken_out(before.rpartition("\n")[2])) + 1


def others_taken_out(line: str) -> str:
    """Return a line without the carets of other mistakes."""
    return "".join(part.partition("⟧")[2] if index else part for index, part in enumerate(line.split("⟦")))


def places(told: Iterable[dict[str, object]]) -> set[tuple[object, ...]]:
    """Return (file, line, column, code) of problems."""
    return {(one["path"], one["line"], one["column"], one["code"]) for one in told}


def check(root: Path) -> list[dict[str, object]]:
    """Return the problems that the command line tells."""
    done = dossier(root, "check", "--output-format", "json")
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def expected_and_told(tmp_path_factory):
    root = copy_showcase(tmp_path_factory.mktemp("mistaken"))
    before = places(check(root))
    return plant(root), [one for one in check(root) if not places([one]) <= before]


def test_a_hundred_mistakes_are_told_each_at_its_place_and_nothing_else_is(expected_and_told):
    expected, told = expected_and_told
    assert len(expected) >= 100
    untold = {what: place for place, what in expected.items() if place not in places(told)}
    assert not untold
    assert places(told) == expected.keys()


def test_each_mistake_has_one_message_with_a_way_to_mend_it(expected_and_told):
    expected, told = expected_and_told
    assert len(told) == len(expected)
    assert not [one for one in told if not one["hint"]]


def test_a_misspelt_outlet_does_not_hide_what_else_is_wrong(tmp_path):
    """One wrong id used to take its article along, and with it every claim for which that article was read."""
    root = copy_showcase(tmp_path)
    for name, right, wrong in (
        ("articles/antiwar-very-soon", "outlet: antiwar", "outlet: antiwarr"),
        ("claims/first-personal-threat", "reading: conflict", "reading: agree"),
    ):
        path = root / "content" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
    errors = [one["code"] for one in check(root) if one["severity"] == "error"]
    assert errors == ["unknown-id", "forbidden-reading"]
