"""Modules and functions stay small enough to be read."""

from __future__ import annotations

from tests.contracts.conftest import Plant
from tests.contracts.sizes import function_lengths, size_faults
from tests.contracts.source import Module, told


def _function(name: str, lines: int) -> str:
    body = "".join(f"    x{number} = {number}\n" for number in range(lines - 1))
    return f"def {name}():\n{body or '    pass'}\n"


def test_modules_and_functions_are_small(builder: tuple[Module, ...]) -> None:
    faults = size_faults(builder)
    assert not faults, told(faults)


def test_a_long_module_is_found(plant: Plant) -> None:
    faults = size_faults(plant({"cli.py": "x = 1\n" * 401, "text.py": "x = 1\n" * 400}))
    assert [fault.partition(":")[0] for fault in faults] == ["builder/cli.py"]


def test_functions_that_are_long_in_the_middle_or_at_the_end_are_found_with_the_worst_first(
    plant: Plant,
) -> None:
    small = "".join(_function(f"small{number}", 4) for number in range(60))
    long = "".join(_function(f"long{number}", 40) for number in range(4))
    assert size_faults(plant({"text.py": small, "paths.py": _function("long", 40) * 2})) == []
    (fault,) = size_faults(plant({"text.py": small, "paths.py": long}))
    assert fault.startswith("95 % of 64 functions have up to 40 lines")
    assert fault.splitlines()[1].strip() == "40 builder/paths.py:1 long0"
    middling = "".join(_function(f"middling{number}", 10) for number in range(20))
    (fault,) = size_faults(plant({"text.py": middling, "paths.py": middling}))
    assert fault.startswith("half of 40 functions have up to 10 lines")


def test_a_docstring_does_not_count_against_a_function(plant: Plant) -> None:
    modules = plant({"text.py": 'def words():\n    """One.\n\n    Two.\n    """\n    return 1\n'})
    assert [lines for lines, _ in function_lengths(modules)] == [2]
