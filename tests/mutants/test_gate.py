"""The gate itself, on a project of two functions: what is caught, what survives, and what does not count."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutants import gate
from tests.mutants.faults import DRAWN, HAND_PICKED, Fault, read_faults, written
from tests.mutants.gate import Gate, Outcome, failed_test, nearest_tests, sample

PROGRAM = "def larger(a, b):\n    return a if a > b else b\n\n\ndef name():\n    return 'sorted'\n"
CAUGHT = Fault("builder/text.py", "a > b", "a < b", "the smaller one")
SURVIVES = Fault("builder/text.py", "'sorted'", "'list'", "another name")
BUILDS_NOT = Fault("builder/text.py", "return a if", "return c if", "an unknown name")
DRIFTED = Fault("builder/text.py", "a >= b", "a > b", "what nobody wrote")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a program, one test of it, and a test that fails whatever the program does."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "project"
    files = {
        "builder/__init__.py": "",
        "builder/text.py": PROGRAM,
        "builder/__main__.py": "from builder.text import larger\nlarger(2, 1)\n",
        "tests/test_text.py": "from builder.text import larger\n\n\ndef test_larger():\n    assert larger(1, 2) == 2\n",
        "tests/test_broken.py": "def test_of_something_else():\n    assert False\n",
        "pyproject.toml": "[tool.pytest]\npythonpath = ['.']\nmarkers = ['browser: b', 'slow: s']\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def outcomes(project: Path, *faults: Fault) -> list[Outcome]:
    return list(Gate(project, ("-m", "builder"), ("tests",)).outcomes(faults, 1))


def test_a_fault_is_caught_by_a_test_that_passes_without_it_and_by_no_other(project: Path):
    caught, survived = outcomes(project, CAUGHT, SURVIVES)
    assert (caught.caught, caught.seen_by) == (True, "tests/test_text.py")
    assert (survived.caught, survived.void) == (False, "")
    assert "'sorted'\" became" in survived.told()


def test_a_fault_with_which_nothing_builds_or_whose_words_have_changed_is_no_fault(project: Path):
    broken, drifted = outcomes(project, BUILDS_NOT, DRIFTED)
    assert broken.void.startswith("the worked example does not build (exit 1): NameError")
    assert drifted.void == "builder/text.py: stands there 0 times, not once: 'a >= b'"


def test_the_tree_itself_is_never_touched(project: Path):
    outcomes(project, CAUGHT)
    assert (project / "builder/text.py").read_text(encoding="utf-8") == PROGRAM
    assert not list(project.rglob("__pycache__"))


@pytest.mark.parametrize(
    ("caught", "void", "code"), [(20, 0, 0), (19, 0, 0), (18, 0, 1), (20, 1, 1)], ids=str
)
def test_the_last_line_says_how_many_are_caught_and_below_95_percent_it_fails(
    caught: int, void: int, code: int, capsys: pytest.CaptureFixture[str]
):
    found = [Outcome(CAUGHT, caught=True)] * caught + [Outcome(SURVIVES)] * (20 - caught)
    found += [Outcome(DRIFTED, void="gone")] * void
    assert gate._verdict(found, 0) == code
    assert capsys.readouterr().out.splitlines()[-1] == f"caught {caught} of {20 + void}"


def test_which_test_noticed_a_fault_is_written_into_its_list(tmp_path: Path):
    (tmp_path / HAND_PICKED).write_text(written([CAUGHT, SURVIVES], "Old."), encoding="utf-8")
    (tmp_path / DRAWN).write_text(written([BUILDS_NOT], "Old."), encoding="utf-8")
    gate.record([Outcome(CAUGHT, caught=True, seen_by="tests/test_text.py")], tmp_path)
    assert [(fault.what, fault.seen_by, fault.drawn) for fault in read_faults(tmp_path)] == [
        ("the smaller one", "tests/test_text.py", False),
        ("another name", "", False),
        ("an unknown name", "", True),
    ]


@pytest.mark.parametrize(
    ("line", "test"),
    [
        ("FAILED tests/a.py::test_one - assert 1 == 2", "tests/a.py::test_one"),
        ("FAILED tests/a.py::test_one[a b - c] - assert 1", "tests/a.py::test_one"),
        ("ERROR tests/a.py::test_one", "tests/a.py::test_one"),
        ("ERROR tests/a.py - ImportError: no", "tests/a.py"),
        ("1 passed in 0.1s", ""),
    ],
)
def test_the_failed_test_is_read_from_what_pytest_says(line: str, test: str):
    assert failed_test(f"some words\n{line}\n") == test


def test_tests_that_mirror_the_module_are_asked_before_all_others():
    assert nearest_tests(Fault("builder/analysis/passages/rule.py", "", "", "")) == (
        "tests/unit/analysis/passages",
    )
    assert nearest_tests(Fault("builder/cli.py", "", "", "")) == ()


def test_the_sample_depends_on_the_list_alone():
    faults = [Fault(f"builder/{number}.py", "a", "b", "c") for number in range(20)]
    assert sample(faults, 4) == sample(faults, 4)
    assert len(sample(faults, 4)) == 4
    assert sample(faults[:19], 4) != sample(faults, 4)
