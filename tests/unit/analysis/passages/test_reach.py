"""Every two texts that share words are compared, but for those furthest apart where very many share very much."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from builder.analysis.passages import find, join
from builder.analysis.passages.find import LEAST_WORDS, WORDS_FOR_A_TEXT, within_reach
from builder.analysis.passages.join import seeds_of
from builder.analysis.passages.shingles import corpus_of, shared_postings
from builder.analysis.passages.tokens import tokenise
from builder.build import check_dossier
from tests.site.dossiers import write


def test_very_many_copies_of_one_report_are_all_compared() -> None:
    pairs = list(combinations(range(80), 2))
    assert within_reach(pairs, [800] * 80) == pairs


def test_of_too_many_words_those_of_neighbours_are_looked_at_in_order() -> None:
    pairs = list(combinations(range(40), 2))
    size = (LEAST_WORDS + WORDS_FOR_A_TEXT * 40) // 100 // 2
    found = within_reach(pairs, [size] * 40)
    assert len(found) == 100
    assert found == sorted(found)
    assert max(second - first for first, second in found) == 3  # 39 + 38 of next neighbours, then 23 of 37


@pytest.mark.parametrize(("most", "told"), [(10_000, []), (100, ["many-copies"])])
def test_what_is_left_out_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, told: list[str]
) -> None:
    monkeypatch.setattr(find, "LEAST_WORDS", most)
    monkeypatch.setattr(find, "WORDS_FOR_A_TEXT", 0)
    words = " ".join(f"river{number} rises" for number in range(40))
    files = {"content/dossier.yaml": "title: T\n", "content/outlets/o.yaml": "name: O\n"}
    for name in "abc":
        files[f"content/articles/{name}.yaml"] = (
            f"title: {name}\noutlet: o\npublished: 2015-05-0{ord(name) - 96}\ntext: seeds/{name}.txt\n"
        )
        files[f"seeds/{name}.txt"] = f"Text {name}. {words}."
    checked = check_dossier(write(tmp_path / "d", files), compare=True)
    assert [one.code for one in checked.problems if one.code == "many-copies"] == told


def test_word_groups_of_very_many_texts_are_joined_among_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = tokenise(tuple(f"text{number} the river rose and the town was cut off" for number in range(30)))
    corpus = corpus_of(texts)
    whole = seeds_of(shared_postings(corpus, 4, 1), 0)
    monkeypatch.setattr(join, "MOST_SEEDS", len(whole) // 2)
    cut = seeds_of(shared_postings(corpus, 4, 1), 0)
    assert (whole.is_cut, cut.is_cut) == (False, True)
    assert len(whole) // 3 < len(cut) <= len(whole) // 2
    assert set(zip(cut.first.tolist(), cut.second.tolist(), strict=True)) == {
        (first, second)
        for first, second in combinations(range(30), 2)
        if second - first <= int((cut.second - cut.first).max())
    }
