"""A table of any length keeps its words; of its numbers so many are read, and that is told with the line."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from builder.analysis.figures.extent import MOST_FIGURES, figures_end
from builder.analysis.figures.extract import figures_in
from builder.build import check_dossier
from tests.site.dossiers import write


@pytest.mark.parametrize("unit", ["7 ", "SEVEN ", "Monday, "])
def test_so_many_are_read_and_not_one_more(unit: str) -> None:
    assert figures_end(unit * MOST_FIGURES) is None
    assert figures_end(unit * (MOST_FIGURES + 1)) == len(unit) * MOST_FIGURES


def test_digits_inside_words_and_words_that_begin_like_numbers_are_none() -> None:
    assert figures_end("w1 onetime " * MOST_FIGURES) is None


def test_no_figure_stands_behind_the_end() -> None:
    text = "It has 7 people. " * (MOST_FIGURES + 9)
    found = figures_in(text)
    assert len(found.figures) == MOST_FIGURES
    assert found.figures[-1].span.end <= (figures_end(text) or 0)


def test_the_text_of_a_long_table_is_kept_and_what_is_not_read_is_told(tmp_path: Path) -> None:
    text = "Population by town\n\n" + "".join(
        f"{row} {row * 7} {row * 11}\n\n" for row in range(1, MOST_FIGURES // 3 + 9)
    )
    root = write(
        tmp_path / "d",
        {
            "content/dossier.yaml": "title: T\n",
            "content/outlets/o.yaml": "name: O\n",
            "content/articles/a.yaml": "title: A\noutlet: o\npublished: 2015\nurl: https://o.example/a\n"
            f"text: {{file: seeds/a.txt, sha256: {sha256(text.encode()).hexdigest()}}}\n",
            "seeds/a.txt": text,
        },
    )
    checked = check_dossier(root)
    assert not checked.stops
    [told] = [one for one in checked.problems if one.code == "many-figures"]
    assert (told.span.path, told.span.line) == ("content/articles/a.yaml", 5)
    assert "from its line 8,003 on" in told.message
