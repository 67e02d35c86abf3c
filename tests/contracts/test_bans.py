"""Doors that stay shut: object loaders, code from text, markup outside rendering, untyped values."""

from __future__ import annotations

import pytest

from tests.contracts.bans import ban_faults
from tests.contracts.conftest import Plant
from tests.contracts.source import Module, told


def test_no_module_uses_a_forbidden_name(builder: tuple[Module, ...]) -> None:
    faults = ban_faults(builder)
    assert not faults, told(faults)


@pytest.mark.parametrize(
    "text",
    [
        "import yaml\nyaml.load(text, yaml.CSafeLoader)",
        "import yaml\nyaml.full_load(text)",
        "from yaml import unsafe_load",
        "from yaml import CLoader",
        "import pickle",
        "def f():\n    from pickle import loads",
        "eval(text)",
        "exec(text)",
        "import os\nos.system(text)",
        "hash(text)",
        "from markupsafe import Markup as Safe\nSafe(text)",
        "import markupsafe\nmarkupsafe.Markup(text)",
        "from typing import Any",
        "import typing as t\nx: t.Any = 1",
    ],
)
def test_a_forbidden_name_is_found_with_its_line(plant: Plant, text: str) -> None:
    faults = ban_faults(plant({"load/decode.py": text}))
    assert len(faults) == 1, faults
    assert faults[0].startswith(f"builder/load/decode.py:{len(text.splitlines())}: ")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("render/markdown.py", "from markupsafe import Markup\nMarkup(text)"),
        ("prose.py", "from markupsafe import Markup\ndef render(text: str) -> Markup: ..."),
        ("load/nodes.py", "from typing import Any\nimport yaml\nyaml.parse(text, yaml.CSafeLoader)"),
        ("load/decode.py", "import re\nre.compile(text)\ndef evaluate(hashed): return hashed"),
    ],
)
def test_what_resembles_a_forbidden_name_or_has_a_reason_is_allowed(
    plant: Plant, file: str, text: str
) -> None:
    assert ban_faults(plant({file: text})) == []
