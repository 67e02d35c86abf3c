"""What is typed is read whole, and what cannot be meant ends with 2, the usage and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.arguments import read_arguments


def test_words_of_a_quote_need_no_quotation_marks_of_the_shell():
    assert read_arguments(["quote", "the", "river", "rose"]).words == ["the", "river", "rose"]


def test_what_is_left_out_has_its_usual_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    asked = read_arguments(["build"])
    assert vars(asked) == {
        "command": "build",
        "root": Path(),
        "history": False,
        "strict": False,
        "output_format": "full",
        "out": None,
        "base_url": None,
        "jobs": 1,
        "clean": False,
        "no_search": False,
        "sqlite": False,
    }


@pytest.mark.parametrize(
    "typed",
    [
        ["biuld"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "two"],
        ["build", "--strct"],
        ["build", "--stric"],
        ["build", "--root", "nowhere"],
        ["build", "--base-url", "javascript:x"],
        ["check", "--output-format", "html"],
        ["pack", "--out", "."],
        ["quote"],
        ["code"],
        ["code", "--as"],
        ["check", "now"],
    ],
)
def test_what_cannot_be_meant_ends_with_the_usage(tmp_path, monkeypatch, capsys, typed):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        read_arguments(typed)
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    assert said.err.startswith("usage: dossier")


@pytest.mark.parametrize(
    ("typed", "code"), [([], 2), (["--help"], 0), (["build", "-h"], 0), (["--version"], 0)]
)
def test_help_goes_to_standard_output(capsys, typed, code):
    with pytest.raises(SystemExit) as ended:
        read_arguments(typed)
    said = capsys.readouterr()
    assert (ended.value.code, said.err) == (code, "")
    assert "dossier" in said.out
