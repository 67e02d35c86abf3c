"""A folder under another name of a kind, beside its own: its records are read, but those whose file is there already."""

from __future__ import annotations

from pathlib import Path

from builder.load import load_dossier


def test_records_of_a_second_folder_are_read_but_those_that_the_first_has(tmp_path: Path) -> None:
    for path, words in {
        "dossier.yaml": "title: T\n",
        "topics/dam.yaml": "name: Dam\n",
        "topic/dam.yaml": "name: Another\n",
        "topic/river.yaml": "name: River\nparents: [nowhere]\n",
    }.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
    loaded = load_dossier(tmp_path)
    told = sorted((problem.code, problem.span.path) for problem in loaded.problems)
    assert ("unknown-folder", "content/topic") in told
    assert [path for code, path in told if code != "unknown-folder"] == ["content/topic/river.yaml"]
