"""The pins: hashed, without addresses, in step with pyproject.toml and with each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; .+)? \\$")
FILES = ("run.txt", "test.txt")


def pins(path: Path) -> dict[str, str]:
    """Name and version of each pinned part."""
    found = (_PIN.match(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {match["name"]: match["version"] for match in found if match}


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_a_pin_a_hash_or_a_remark_without_an_address(project: Path, name: str) -> None:
    for line in (project / "requirements" / name).read_text(encoding="utf-8").splitlines():
        assert _PIN.match(line) or re.fullmatch(r"    (--hash=sha256:[0-9a-f]{64}( \\)?|#.*)", line), line
        assert "://" not in line
        assert not line.lstrip().startswith(("-f", "-i", "--index", "--extra", "--find"))


@pytest.mark.parametrize("name", FILES)
def test_every_part_the_program_names_is_pinned_within_its_range(project: Path, name: str) -> None:
    wanted = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "dependencies"
    ]
    pinned = pins(project / "requirements" / name)
    for requirement in map(Requirement, wanted):
        assert pinned[canonicalize_name(requirement.name)] in requirement.specifier, requirement


def test_the_tests_run_on_the_very_parts_the_program_runs_on(project: Path) -> None:
    run, test = (pins(project / "requirements" / name) for name in FILES)
    assert run
    assert run.items() <= test.items()
