"""Rooms import downward only, use the parts that are theirs, and never in a ring."""

from __future__ import annotations

import pytest

from tests.contracts.conftest import Plant
from tests.contracts.imports import cycles, layer_faults, sibling_faults, third_party_faults
from tests.contracts.source import Module, told


def test_every_room_imports_only_from_the_rooms_below_it(builder: tuple[Module, ...]) -> None:
    faults = layer_faults(builder)
    assert not faults, told(faults)


def test_every_room_uses_only_the_third_party_parts_that_are_its_own(builder: tuple[Module, ...]) -> None:
    faults = third_party_faults(builder)
    assert not faults, told(faults)


def test_page_kinds_do_not_know_each_other(builder: tuple[Module, ...]) -> None:
    faults = sibling_faults(builder)
    assert not faults, told(faults)


def test_no_modules_import_each_other_in_a_ring(builder: tuple[Module, ...]) -> None:
    rings = [" ↔ ".join(ring) for ring in cycles(builder)]
    assert not rings, told(rings)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("model/claim.py", "import builder.load.nodes", id="upward"),
        pytest.param("report.py", "from builder.model import Claim", id="sideways"),
        pytest.param("paths.py", "from builder.text import Span", id="sideways in row 0"),
        pytest.param(
            "render/filters.py", "from builder.model.claim import Claim", id="rendering sees the facts"
        ),
        pytest.param("load/nodes.py", "def f():\n    from builder import report", id="hidden in a function"),
        pytest.param(
            "model/claim.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from builder.cli import main",
            id="hidden under TYPE_CHECKING",
        ),
        pytest.param("model/claim.py", "from .. import pages", id="relative"),
        pytest.param(
            "model/claim.py",
            "from importlib import import_module\nimport_module('builder.load')",
            id="by name",
        ),
        pytest.param("helpers.py", "", id="a room without a row"),
        pytest.param("__init__.py", "from builder.cli import main", id="the package itself"),
    ],
)
def test_an_import_that_breaks_the_rows_is_found(plant: Plant, file: str, text: str) -> None:
    rooms = dict.fromkeys(
        ("report.py", "cli.py", "load/__init__.py", "load/nodes.py", "pages/__init__.py"), ""
    )
    faults = layer_faults(plant({**rooms, file: text}))
    assert len(faults) == 1, faults
    assert faults[0].startswith(f"builder/{file}")


def test_downward_imports_and_the_version_are_allowed(plant: Plant) -> None:
    modules = plant(
        {
            "__init__.py": "__version__ = '1'",
            "diagnostics.py": "import re",
            "model/claim.py": "from builder.diagnostics import Diagnostic\nfrom builder.model.dates import Moment",
            "model/dates.py": "from builder import __version__",
            "build.py": "from builder import load, pages\nfrom builder.output.generations import publish",
            "cli.py": "def f():\n    from builder.serve.server import serve",
        }
    )
    assert layer_faults(modules) == []
    assert cycles(modules) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("text.py", "import numpy", id="row 0 needs Python alone"),
        pytest.param("model/claim.py", "def f():\n    import yaml", id="hidden in a function"),
        pytest.param("build.py", "from jinja2 import Environment", id="templates outside rendering"),
        pytest.param("analysis/passages.py", "import numpy as np", id="a slow part at the head"),
        pytest.param("report.py", "from rich.console import Console", id="frames at the head"),
        pytest.param(
            "load/nodes.py", "import importlib\nimportlib.import_module(name)", id="a computed name"
        ),
    ],
)
def test_a_part_in_the_wrong_room_or_at_the_wrong_moment_is_found(plant: Plant, file: str, text: str) -> None:
    assert len(third_party_faults(plant({file: text}))) == 1


def test_a_slow_part_may_be_imported_where_it_is_used(plant: Plant) -> None:
    modules = plant(
        {
            "analysis/passages.py": (
                "from typing import TYPE_CHECKING\n"
                "if TYPE_CHECKING:\n    import numpy as np\n"
                "def shared():\n    import numpy as np\n"
            )
        }
    )
    assert third_party_faults(modules) == []


def test_a_page_kind_that_imports_another_is_found(plant: Plant) -> None:
    modules = plant(
        {
            "pages/__init__.py": "from builder.pages import claim, topic",
            "pages/kinds.py": "from builder.pages.claim import View",
            "pages/claim.py": "from builder.pages.kinds import PageKind\nfrom builder.pages.parts.matrix import Matrix",
            "pages/topic.py": "def f():\n    from builder.pages.claim import claim_view",
            "pages/parts/matrix.py": "",
        }
    )
    faults = sibling_faults(modules)
    assert [fault.partition(":")[0] for fault in faults] == [
        "builder/pages/kinds.py",
        "builder/pages/topic.py",
    ]


def test_a_ring_through_a_function_is_found(plant: Plant) -> None:
    modules = plant(
        {
            "model/a.py": "from builder.model import b",
            "model/b.py": "from builder.model.c import C",
            "model/c.py": "def f():\n    import builder.model.a",
            "model/d.py": "import builder.model.a",
        }
    )
    assert cycles(modules) == [("builder.model.a", "builder.model.b", "builder.model.c")]
