"""Names that mean too many places of a text are told, and cost what the bound says."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.build import check_dossier


def _dossier(root: Path, text: str, *aliases: str) -> Path:
    files = {
        "content/dossier.yaml": "title: T\nas_of: 2026-01-01\n",
        "content/outlets/o.yaml": "name: O\n",
        "content/entities/e.yaml": f"name: Name\nkind: person\naliases: [{', '.join(aliases)}]\n",
        "content/articles/a.yaml": "title: A\noutlet: o\npublished: 2015\nlanguage: en\ntext: seeds/a.txt\n",
        "seeds/a.txt": text,
    }
    for name, words in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    return root


@pytest.mark.parametrize("aliases", [["b"], [" ".join("b" * count) for count in range(1, 190)]])
def test_names_of_a_text_that_mean_too_many_places_are_told_and_left_out(
    tmp_path: Path, aliases: list[str]
) -> None:
    checked = check_dossier(_dossier(tmp_path, "b " * 250_000, *aliases))
    [problem] = [one for one in checked.problems if one.code == "too-many-names"]
    assert (problem.span.path, problem.span.line) == ("content/articles/a.yaml", 5)
    assert "1,500,000 steps" in problem.message
    assert checked.findings is not None
    assert checked.findings.mentions == {}


def test_a_long_text_full_of_names_has_them_told(tmp_path: Path) -> None:
    checked = check_dossier(_dossier(tmp_path, "Name said so to all of us. " * 10_000, "us", "all of us"))
    assert checked.findings is not None
    assert len(checked.findings.mentions["a"]) == 20_000
    assert not [one for one in checked.problems if one.code == "too-many-names"]
