"""Mistakes of every sort, planted together in one dossier: each is told once, at its place, in one run."""

from pathlib import Path

from builder.load import load_dossier

CASE = Path(__file__).parents[2] / "cases" / "mistakes"


def test_every_planted_mistake_is_told_once_at_its_place_and_nothing_else_is():
    found = [
        f"{one.span.path}:{one.span.line}:{one.span.column} {one.code}"
        for one in load_dossier(CASE).settled()
    ]
    assert sorted(found) == (CASE / "expected.txt").read_text("utf-8").splitlines()
