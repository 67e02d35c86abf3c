"""The tree that contracts judge, and small trees with a fault planted in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contracts.source import PROJECT, Module, modules_of

Plant = Callable[..., tuple[Module, ...]]


@pytest.fixture(scope="session")
def builder() -> tuple[Module, ...]:
    """Every module of the program."""
    return modules_of(PROJECT)


@pytest.fixture
def plant(tmp_path: Path) -> Plant:
    """Write a package of the given files, `{"load/nodes.py": "import jinja2"}`, and return its modules."""

    def write(files: dict[str, str]) -> tuple[Module, ...]:
        for name, text in files.items():
            path = tmp_path / "builder" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return modules_of(tmp_path)

    return write
