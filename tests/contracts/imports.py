"""Who imports whom: every import of a package, those in functions and under TYPE_CHECKING too."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.contracts import rules
from tests.contracts.source import Module, base_of


@dataclass(frozen=True)
class Import:
    """One import: `target` is the dotted module it names, `at_head` whether importing the module runs it."""

    importer: Module
    target: str
    line: int
    at_head: bool

    @property
    def place(self) -> str:
        return f"{self.importer.place}:{self.line}"


def imports_of(modules: Sequence[Module]) -> tuple[Import, ...]:
    """Every import of every module; several names from one module on one line count once."""
    known = frozenset(module.name for module in modules)
    return tuple(dict.fromkeys(found for module in modules for found in _imports_in(module, known)))


def _imports_in(module: Module, known: frozenset[str]) -> Iterator[Import]:
    late = _nodes_that_run_late(module.tree)
    for node in ast.walk(module.tree):
        for target in _targets(module, node, known):
            yield Import(module, target, getattr(node, "lineno", 1), at_head=node not in late)


def _targets(module: Module, node: ast.AST, known: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = base_of(module, node)
        for alias in node.names:
            submodule = f"{base}.{alias.name}"
            yield submodule if submodule in known else base
    elif isinstance(node, ast.Call) and module.full_name(node.func) in {
        "importlib.import_module",
        "__import__",
    }:
        named = node.args[0] if node.args else None
        yield str(named.value) if isinstance(named, ast.Constant) else "a computed name"


def _nodes_that_run_late(tree: ast.Module) -> frozenset[ast.AST]:
    """What does not run when the module is imported: function bodies and `if TYPE_CHECKING` blocks."""
    late: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            late.update(ast.walk(node))
        elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            late.update(part for statement in node.body for part in ast.walk(statement))
    return frozenset(late)


def room_of(target: str) -> str:
    return target.partition(".")[2].partition(".")[0]


def allowed_rooms(room: str) -> frozenset[str]:
    """The rooms that `room` may import from: its narrowed list, else every lower row."""
    if room in rules.NARROWED:
        return rules.NARROWED[room]
    row = next(number for number, rooms in enumerate(rules.LAYERS) if room in rooms)
    return frozenset().union(*rules.LAYERS[:row])


def layer_faults(modules: Sequence[Module]) -> list[str]:
    """Rooms without a row, and imports that go up, sideways, or where the room may not look."""
    known_rooms = frozenset().union(*rules.LAYERS)
    faults = [
        f"{module.place}: `{module.room}` stands in no row of LAYERS"
        for module in modules
        if module.room and module.room not in known_rooms
    ]
    for found in imports_of(modules):
        room, target = found.importer.room, room_of(found.target)
        # The package itself holds the version alone: any room may read it.
        if not found.target.startswith("builder.") or room == target or room not in {*known_rooms, ""}:
            continue
        allowed = allowed_rooms(room) if room else frozenset()
        if target not in allowed:
            faults.append(f"{found.place}: `{room}` may not import `{found.target}`")
    return faults


def third_party_faults(modules: Sequence[Module]) -> list[str]:
    """Imports of parts that the room may not use, at the head where they must not be, or of computed names."""
    faults: list[str] = []
    for found in imports_of(modules):
        part = found.target.partition(".")[0]
        if part == "builder" or part in sys.stdlib_module_names:
            continue
        if part not in {rules.VALUES, *rules.THIRD_PARTY.get(found.importer.room, frozenset())}:
            faults.append(f"{found.place}: `{found.importer.room}` may not import {found.target}")
        elif part in rules.IMPORTED_WHERE_USED and found.at_head:
            faults.append(f"{found.place}: import {part} inside the function that uses it")
    return faults


def sibling_faults(modules: Sequence[Module]) -> list[str]:
    """Page kinds that import each other, or shared page modules that import a kind."""
    faults: list[str] = []
    for found in imports_of(modules):
        importer, target = _page_module(found.importer.name), _page_module(found.target)
        if importer is None or target is None or importer == target or importer in rules.PAGES_TABLES:
            continue
        if target not in rules.PAGES_SHARED:
            faults.append(f"{found.place}: `pages.{importer}` may not import `pages.{target}`")
    return faults


def _page_module(name: str) -> str | None:
    if name == "builder.pages":
        return ""
    head = "builder.pages."
    return name.removeprefix(head).partition(".")[0] if name.startswith(head) else None


def cycles(modules: Sequence[Module]) -> list[tuple[str, ...]]:
    """Groups of modules that import each other in a ring (Tarjan's strongly connected components)."""
    known = {module.name for module in modules}
    edges: dict[str, list[str]] = {name: [] for name in sorted(known)}
    for found in imports_of(modules):
        if found.target in known:
            edges[found.importer.name].append(found.target)
    return [group for group in _components(edges) if len(group) > 1 or group[0] in edges[group[0]]]


def _components(edges: dict[str, list[str]]) -> list[tuple[str, ...]]:
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    groups: list[tuple[str, ...]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for target in edges[name]:
            if target not in index:
                visit(target)
                low[name] = min(low[name], low[target])
            elif target in stack:
                low[name] = min(low[name], index[target])
        if low[name] == index[name]:
            start = stack.index(name)
            groups.append(tuple(sorted(stack[start:])))
            del stack[start:]

    for name in edges:
        if name not in index:
            visit(name)
    return sorted(groups)
