"""Every planted mistake is told once, at its place, in plain words, and what is printed mends it."""

from __future__ import annotations

import pytest

from builder.build import check_dossier
from tests.mistakes.__main__ import faults
from tests.mistakes.mistakes import HERE, Mistake, Outcome, chapters, tried

CHAPTERS = sorted({chapter for chapter, _ in chapters()})
LEAST = 400
"""Mistakes of novices that stand here; what programs leave behind and must be passed over comes on top."""


def test_the_dossier_in_which_mistakes_are_planted_has_none():
    assert check_dossier(HERE / "dossier", strict=True).problems == ()


def test_there_are_enough_mistakes():
    assert sum(1 for _, mistake in chapters() if mistake.told) >= LEAST


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_mistake_is_told_at_its_place_and_mended_by_what_is_printed(chapter: str, tmp_path):
    wrong = {}
    for number, (each, mistake) in enumerate(chapters()):
        if each == chapter and (found := faults(mistake, tried(mistake, tmp_path / str(number)))):
            wrong[mistake.what] = found
    assert not wrong


def test_a_mistake_of_which_nothing_is_told_is_silent():
    unheard = Mistake("a title", "content/topics/old-bridge.yaml", told="unknown-field")
    assert faults(unheard, Outcome((), (unheard.file, 1, 1))) == ["silent"]
