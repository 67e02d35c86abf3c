"""Of very many quotations of one text the first are held against those of other texts, and that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.analysis.quotations.renderings import MOST_COMPARED
from builder.build import Checked, check_dossier
from builder.model.base import ArticleId
from tests.property.steps import steps


def checked_texts(root: Path, *texts: str) -> Checked:
    files = {"content/dossier.yaml": "title: T\nas_of: 2026-01-01\n", "content/outlets/o.yaml": "name: O\n"}
    for number, text in enumerate(texts):
        record = f"title: A{number}\noutlet: o\npublished: 2015\nlanguage: en\ntext: seeds/{number}.txt\n"
        files |= {f"content/articles/a{number}.yaml": record, f"seeds/{number}.txt": text}
    for name, words in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    return check_dossier(root, compare=True)


def _quotations(count: int, words: str) -> str:
    return "".join(f"“{words} {number:x}”, he said. " for number in range(count))


@pytest.mark.parametrize(("count", "is_told"), [(MOST_COMPARED, False), (MOST_COMPARED + 1, True)])
def test_so_many_quotations_are_compared_and_more_are_told(tmp_path: Path, count: int, is_told: bool) -> None:
    checked = checked_texts(tmp_path, _quotations(count, "We know the long road home"), "Nobody said so.")
    told = [one for one in checked.problems if one.code == "many-quotations"]
    assert [(one.span.path, one.span.line) for one in told] == [("content/articles/a0.yaml", 5)] * is_told


def test_equal_quotations_of_two_texts_take_no_more_steps_than_the_first_of_them(tmp_path: Path) -> None:
    counts = []
    articles = (ArticleId("a0"), ArticleId("a1"))
    for count in (60, 120):
        checked = checked_texts(
            tmp_path / str(count),
            *(f"{each}: " + "“We know the long road home”, he said. " * count for each in "XY"),
        )
        assert checked.findings is not None
        comparison = checked.findings.comparison
        _ = [comparison.quotations[each] for each in articles]
        [rendering] = comparison.renderings(articles)
        assert {each.article for each in rendering.quotations} == set(articles)
        counts.append(steps(lambda comparison=comparison: comparison.renderings(articles)))
    assert counts[1] < 2 * counts[0]
