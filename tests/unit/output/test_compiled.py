"""Compiled templates are kept beside the program's modules; they save time and never change a page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builder.output import compiled
from builder.output.compiled import keep_compiled, read_compiled
from builder.render.templates import CompiledTemplates, make_environment


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "program" / "templates.json"
    place.parent.mkdir()
    monkeypatch.setattr(compiled, "_RECORD", place)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return place


def render(root: Path, words: str, known: CompiledTemplates) -> str:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates/own.html").write_text(words, "utf-8")
    return make_environment(root, known).get_template("own.html").render()


def test_code_is_known_to_the_same_program_alone(record: Path) -> None:
    keep_compiled("m", {}, {"a": b"\0code"})
    keep_compiled("m", read_compiled("m"), {"b": b"more"})
    assert read_compiled("m") == {"a": b"\0code", "b": b"more"}
    assert read_compiled("n") == {}
    record.write_bytes(record.read_bytes()[:-1])
    assert read_compiled("m") == {}


def test_code_that_is_known_is_not_made_again_and_prints_the_same(record: Path, tmp_path: Path) -> None:
    first = CompiledTemplates({})
    assert render(tmp_path, "{{ 1 + 1 }}", first) == "2"
    keep_compiled("m", first.before, first.new)
    again = CompiledTemplates(read_compiled("m"))
    assert (render(tmp_path, "{{ 1 + 1 }}", again), again.new) == ("2", {})


def test_a_template_that_was_changed_is_compiled_anew(record: Path, tmp_path: Path) -> None:
    first = CompiledTemplates({})
    render(tmp_path, "{{ 1 + 1 }}", first)
    again = CompiledTemplates(first.new)
    assert render(tmp_path, "{{ 2 + 2 }}", again) == "4"
    assert list(again.new) == list(first.new)


@pytest.mark.parametrize("code", [b"", b"rubbish", b"j2\x05\0\0\0"])
def test_what_is_no_code_is_made_anew(tmp_path: Path, code: bytes) -> None:
    first = CompiledTemplates({})
    render(tmp_path, "{{ 1 + 1 }}", first)
    assert render(tmp_path, "{{ 1 + 1 }}", CompiledTemplates(dict.fromkeys(first.new, code))) == "2"


def test_of_very_many_those_of_the_last_dossier_stay(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_MOST", 2)
    keep_compiled("m", {"a": b"1", "b": b"2"}, {"c": b"3"})
    assert read_compiled("m") == {"c": b"3"}


def test_nothing_is_left_where_python_is_to_leave_nothing_or_nothing_can_be_left(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep_compiled("m", {}, {"a": b"1"})
    assert not record.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    record.parent.rmdir()
    record.parent.write_bytes(b"")
    keep_compiled("m", {}, {"a": b"1"})
    assert read_compiled("m") == {}


def test_code_with_words_of_one_language_is_not_taken_for_another(tmp_path: Path):
    english, other = CompiledTemplates({}), CompiledTemplates({}, "digest of a catalogue")
    render(tmp_path, "{{ 1 }}", english)
    render(tmp_path, "{{ 1 }}", other)
    assert len(english.new) == len(other.new) == 1
    assert not english.new.keys() & other.new.keys()
