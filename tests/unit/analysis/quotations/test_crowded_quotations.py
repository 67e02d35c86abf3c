"""Quotations that all have some words in common are compared in bounded steps, and what is left out is told."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from builder.analysis.quotations import renderings
from builder.analysis.quotations.renderings import crowded_sets
from builder.build import Checked
from builder.model.base import ArticleId
from tests.property.steps import steps
from tests.unit.analysis.quotations.test_many_quotations import checked_texts

WORDS = "river mountain government people minister village soldier hospital".split()


def _quoting(number: int, count: int) -> str:
    draw = Random(number)
    return "\n\n".join(f"“{' '.join(draw.choices(WORDS, k=10))} {place}”, he said." for place in range(count))


def _told(checked: Checked) -> list[tuple[str, int, str]]:
    return [
        (one.span.path, one.span.line, one.message.split(" have ")[0])
        for one in checked.problems
        if one.code == "many-quotations"
    ]


def test_twice_the_quotations_of_few_words_take_few_more_steps_than_twice_as_many(tmp_path: Path) -> None:
    counts = []
    for size in (50, 100, 200):
        checked = checked_texts(tmp_path / str(size), *(_quoting(number, size) for number in range(4)))
        assert checked.findings is not None
        comparison = checked.findings.comparison
        articles = tuple(comparison.quotations)
        counts.append(steps(lambda comparison=comparison, articles=articles: comparison.renderings(articles)))
    assert all(after <= 2.3 * before for before, after in pairwise(counts)), counts


def test_what_is_left_out_is_told_once_for_all_pairs_of_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [_quoting(number, 4) + " The bridge over the wide river fell last night." for number in range(3)]
    assert _told(checked_texts(tmp_path / "few", *texts)) == []
    monkeypatch.setattr(renderings, "MOST_WORDS", 100)
    assert _told(checked_texts(tmp_path / "many", *texts)) == [
        (
            "content/articles/a0.yaml",
            5,
            "the quotations of this text and of `a1` (and in 2 more pairs of texts)",
        )
    ]


def test_of_too_many_pairs_those_with_most_words_in_common_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "“We shall rebuild the old bridge over the river before winter comes{}”, he said. "
    texts = [said.format(end) + _quoting(number, 9) for number, end in enumerate((" now", " then"))]
    findings = checked_texts(tmp_path, *texts).findings
    assert findings is not None
    comparison = findings.comparison
    articles = (ArticleId("a0"), ArticleId("a1"))
    monkeypatch.setattr(renderings, "MOST_WORDS", 40)
    [rendering] = comparison.renderings(articles)
    assert rendering.quotations[0].words.startswith("We shall rebuild")
    assert len(rendering.quotations) == 2
    assert crowded_sets(comparison.quotations, [articles]) == [True]
