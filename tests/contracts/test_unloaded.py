"""The facts and the analysis stand alone: importing all of them loads neither templates nor YAML."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts import rules
from tests.contracts.conftest import Plant
from tests.contracts.source import PROJECT

_IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded_by(package: str, root: Path) -> frozenset[str]:
    """The top-level names that are loaded once every module of `root`'s package has been imported."""
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL, package], cwd=root, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return frozenset(done.stdout.split())


@pytest.mark.parametrize("package", sorted(rules.UNLOADED))
def test_a_package_leaves_unloaded_what_it_has_no_use_for(package: str) -> None:
    if not PROJECT.joinpath(*package.split("."), "__init__.py").exists():
        return
    assert not loaded_by(package, PROJECT) & rules.UNLOADED[package]


def test_a_part_that_is_loaded_by_way_of_another_module_is_found(plant: Plant, tmp_path: Path) -> None:
    plant(
        {
            "__init__.py": "",
            "text.py": "import yaml",
            "model/__init__.py": "",
            "model/claim.py": "from builder import text",
        }
    )
    assert loaded_by("builder.model", tmp_path) & rules.UNLOADED["builder.model"] == {"yaml"}
