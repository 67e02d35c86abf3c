"""Every code that an editor may be told is told in some test."""

from __future__ import annotations

import re

from builder.codes import codes
from tests.contracts.source import PROJECT, told
from tests.contracts.strays import kept_files

NEVER_MET = {"bad-value"}
"""The words for a mistake of values that has no words of its own yet: whoever meets it gives it a code."""
_WORD = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")


def untested(names: set[str], tests: str) -> list[str]:
    """The codes that no test names."""
    return sorted(names - set(_WORD.findall(tests)))


def test_every_code_is_named_by_a_test() -> None:
    files = [name for name in kept_files(PROJECT) if name.startswith("tests/")]
    files = [name for name in files if name.endswith((".py", ".txt", ".toml")) and "/golden/" not in name]
    assert "tests/unit/load/test_one_mistake.py" in files
    tests = "\n".join((PROJECT / name).read_text("utf-8", "replace") for name in files)
    missing = untested(set(codes()) - NEVER_MET, tests)
    assert not missing, told([f"{name}: no test makes this mistake" for name in missing])


def test_a_code_without_a_test_is_found() -> None:
    assert untested({"bad-scale", "bad-source"}, "== ['bad-scales', 'bad-source']") == ["bad-scale"]
