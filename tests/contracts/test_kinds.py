"""A kind of record is told in one place: whoever adds one finds no further table that lists them all."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

import pytest

from builder.model.kinds import RECORD_KINDS
from tests.contracts import rules
from tests.contracts.conftest import Plant
from tests.contracts.source import Module, told

_NAMES = (frozenset(RECORD_KINDS), frozenset(kind.plural for kind in RECORD_KINDS.values()))


def tables_of_kinds(modules: Sequence[Module]) -> dict[str, Module]:
    """Each dictionary, tuple, list or set that names so many kinds that it must grow with each new one."""
    return {
        module.at(node): module
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Dict | ast.Tuple | ast.List | ast.Set)
        for found in [frozenset(_words_in(node))]
        if any(len(found & names) >= rules.KINDS_MAKE_A_TABLE for names in _NAMES)
    }


def _words_in(node: ast.Dict | ast.Tuple | ast.List | ast.Set) -> Iterator[str]:
    """The words that are keys or members, also inside a member that is a row of a table."""
    for each in node.keys if isinstance(node, ast.Dict) else node.elts:
        for part in each.elts if isinstance(each, ast.Tuple) else [each]:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_tables_of_kinds_of_records_stand_where_the_rules_say(builder: tuple[Module, ...]) -> None:
    tables = tables_of_kinds(builder)
    faults = [place for place, module in tables.items() if module.name not in rules.KIND_TABLES]
    assert not faults, told([f"{place}: let it follow from RECORD_KINDS" for place in faults])
    assert {module.name for module in tables.values()} == set(rules.KIND_TABLES), "an allowance is unused"


@pytest.mark.parametrize(
    "text",
    [
        'X = {"outlet": 1, "article": 2, "topic": 3, "event": 4, "claim": 5}',
        'X = ((1, "claims"), (2, "articles"), (3, "events"), (4, "topics"), (5, "outlets"))',
        'def f(x):\n    return x in {"outlet", "article", "topic", "event", "page"}',
    ],
)
def test_another_table_of_kinds_is_found(plant: Plant, text: str) -> None:
    assert len(tables_of_kinds(plant({"pages/new.py": text}))) == 1
    assert not tables_of_kinds(plant({"pages/new.py": 'X = ("outlet", "article")'}))
