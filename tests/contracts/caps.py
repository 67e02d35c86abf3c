"""Numbers that cut what a page shows: beside each stands where the rest is, so that none swallows it unseen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.contracts.source import Module

PAGES = "builder.pages."
CAP = re.compile(r"_?(MAX|MOST|FIRST|LATEST)(_|$)")
"""What such a number is called."""
REST = re.compile(r"\b(all|every|whole|counted|parts)\b")
"""What is told of the rest: where all of it stands, that it is counted, or that the whole is shown in parts."""


def cap_faults(modules: Sequence[Module]) -> list[str]:
    """Slices and bounds of lengths by a constant below which nothing is said of the rest."""
    told = {name: words for module in modules for name, words in _constants(module)}
    return [
        f"{module.at(bound)}: `{name.id}` cuts a list: count the rest, lead to it, and say below `{name.id} =` where it is"
        for module in modules
        if module.name.startswith(PAGES)
        for node in ast.walk(module.tree)
        for bound in _bounds(node)
        for name in ast.walk(bound)
        if isinstance(name, ast.Name) and CAP.match(name.id)
        if not REST.search(told.get(module.imported_names.get(name.id, f"{module.name}.{name.id}"), ""))
    ]


def _bounds(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Slice) and node.upper is not None:
        yield node.upper
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "islice":
        yield from node.args[1:]
    elif isinstance(node, ast.Compare) and ast.unparse(node.left).startswith("len("):
        yield from node.comparators


def _constants(module: Module) -> Iterator[tuple[str, str]]:
    """The names of a module's values, each with the words below it; several in a row share those below the last."""
    words = ""
    for below, node in pairwise([ast.Pass(), *reversed(module.tree.body)]):
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            words = str(below.value.value)
        elif not isinstance(below, ast.Assign | ast.AnnAssign):
            words = ""
        if isinstance(node, ast.Assign | ast.AnnAssign):
            named = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = (each for target in named for each in ast.walk(target) if isinstance(each, ast.Name))
            yield from ((f"{module.name}.{each.id}", words) for each in names)
