"""What ends a command from outside is told for what it is: want of memory, the system's refusal, or a bug of ours."""

from __future__ import annotations

import signal

import pytest

from builder import cli
from builder.athand import at_hand


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the command line where a fault comes up in the middle of it; returns exit code and words."""

    def ended(fault: BaseException) -> tuple[object, str]:
        def come_up(_typed: object) -> None:
            with at_hand("content/claims/a.yaml"), at_hand("claims/a.html"):
                raise fault

        monkeypatch.setattr(cli, "read_arguments", come_up)
        monkeypatch.setattr(cli, "_let_go_of_output", lambda: None)
        former = signal.getsignal(signal.SIGTERM)
        try:
            with pytest.raises(SystemExit) as left:
                cli.main()
        finally:
            signal.signal(signal.SIGTERM, former)
        return left.value.code, capsys.readouterr().err

    return ended


def test_want_of_memory_is_told_with_what_was_at_hand_and_a_way_out(ended):
    code, said = ended(MemoryError())
    assert code == cli.EXIT_CONTENT
    assert (
        said.splitlines()[0] == "error: not enough memory at claims/a.html; the published site is as it was"
    )
    assert "--jobs" in said.splitlines()[1]


def test_a_library_that_does_not_fit_into_memory_is_want_of_memory(ended):
    code, said = ended(ImportError("x.so: failed to map segment from shared object"))
    assert (code, said.splitlines()[0][:24]) == (cli.EXIT_CONTENT, "error: not enough memory")


class PanicException(BaseException):
    """As a library in Rust raises it."""


def test_a_library_that_panics_for_want_of_another_is_want_of_memory_and_any_other_panic_a_bug(ended):
    lacking = PanicException('ImportError("PyCapsule_Import could not import module \\"datetime\\"")')
    code, said = ended(lacking)
    assert (code, said.splitlines()[0][:24]) == (cli.EXIT_CONTENT, "error: not enough memory")
    assert ended(PanicException("index out of bounds"))[0] == cli.EXIT_BUG


def test_python_at_its_wits_end_and_a_bug_that_cannot_be_told_are_want_of_memory(ended, monkeypatch):
    odd = SystemError("<function _find_and_load> returned NULL without setting an exception")
    assert ended(odd)[0] == cli.EXIT_CONTENT
    assert ended(SystemError("error return without exception set"))[0] == cli.EXIT_CONTENT
    assert ended(SystemError("bad argument to internal function"))[0] == cli.EXIT_BUG

    def fail() -> None:
        raise MemoryError

    monkeypatch.setattr(cli, "_tell_bug", fail)
    code, said = ended(ValueError("odd"))
    assert (code, said.splitlines()[0][:24]) == (cli.EXIT_CONTENT, "error: not enough memory")


def test_a_process_that_the_system_ended_is_told_as_the_system_s_doing(ended):
    code, said = ended(ChildProcessError("it ended a process of the build (signal 9)"))
    assert code == cli.EXIT_CONTENT
    assert said == "error: the system refused: it ended a process of the build (signal 9)\n"


@pytest.mark.parametrize("fault", [ImportError("No module named 'x'"), ValueError("odd")])
def test_anything_else_is_a_bug_of_ours(ended, fault: Exception):
    code, said = ended(fault)
    assert code == cli.EXIT_BUG
    assert "bug in the builder" in said


def test_where_nothing_can_be_said_in_full_want_of_memory_is_still_told(ended, monkeypatch):
    def fail(*_words: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr(cli, "say", fail)
    code, said = ended(MemoryError())
    assert code == cli.EXIT_CONTENT
    assert said.startswith("error: not enough memory; the published site is as it was\n  = fix: ")


def test_less_room_than_any_command_needs_is_want_of_memory(monkeypatch):
    cli._reserved_memory().close()
    monkeypatch.setattr(cli, "_LEAST_MEMORY", 1 << 62)
    with pytest.raises(MemoryError):
        cli._reserved_memory()
