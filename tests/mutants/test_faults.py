"""The two lists of small faults: each still fits the program, they are many, and they are about all rooms."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.mutants.faults import PROJECT, Fault, read_faults, written

LEAST = 90
ROOMS = frozenset(
    path.stem
    for path in (PROJECT / "builder").iterdir()
    if path.suffix == ".py" or (path / "__init__.py").exists()
) - {"__init__"} | {"templates"}


@cache
def text_of(file: str) -> str:
    return (PROJECT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", read_faults(), ids=lambda fault: f"{fault.file} {fault.was}"[:100])
def test_the_words_of_a_fault_stand_once_in_their_file(fault: Fault):
    planted = fault.planted(text_of(fault.file))
    if fault.file.endswith(".py"):
        compile(planted, fault.file, "exec", dont_inherit=True)
    assert fault.what.strip()


def test_the_tests_that_noticed_a_fault_are_there():
    assert [
        fault.seen_by for fault in read_faults() if fault.seen_by and not (PROJECT / fault.seen_by).exists()
    ] == []


def test_there_are_many_and_at_least_half_are_drawn():
    faults = read_faults()
    assert len(faults) >= LEAST
    assert 2 * sum(fault.drawn for fault in faults) >= len(faults)


def test_every_room_has_one():
    assert ROOMS - {fault.room for fault in read_faults() if not fault.equal} == set()


def test_no_fault_stands_twice():
    places = [(fault.file, fault.was, fault.now) for fault in read_faults()]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("text", ["a = 1\na = 1\n", "b = 2\n"])
def test_words_that_stand_nowhere_or_twice_are_refused_by_name(text: str):
    with pytest.raises(ValueError, match=r"x\.py: stands there [02] times, not once: 'a = 1'"):
        Fault("builder/x.py", "a = 1", "a = 2", "a number one larger").planted(text)


def test_what_is_written_is_read_again(tmp_path: Path):
    faults = (
        Fault("builder/x.py", 'say("it\'s\\n")\n    go()', "", "a\tb", seen_by="tests/unit/test_x.py"),
        Fault("builder/y.py", 'a == "b"', 'a != "b"', "turned", equal="nobody\u00a0asks"),
    )
    text = written(faults, "One line.\nAnother.")
    (tmp_path / "hand.toml").write_text(text, encoding="utf-8")
    assert text.startswith("# One line.\n# Another.\n\n[[fault]]\n")
    assert read_faults(tmp_path) == faults
    assert tomllib.loads(text)["fault"][1]["was"] == 'a == "b"'
