"""Names that open a door: object loaders, code from text, escaping switched off, values without a type."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from tests.contracts import rules
from tests.contracts.source import Module


def ban_faults(modules: Sequence[Module]) -> list[str]:
    """Every use of a forbidden name, of `Markup` outside rendering, and of `Any` where types are known."""
    return sorted({fault for module in modules for fault in _faults_in(module)})


def _faults_in(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        # `Markup` as a type says what a value is; a call says that it is safe.
        if (
            isinstance(node, ast.Call)
            and _makes_markup(module.full_name(node.func))
            and module.room != "render"
        ):
            yield f"{module.at(node)}: {ast.unparse(node.func)}(…): only `render` may say that text is markup"
        for name in _names_used(module, node):
            reason = rules.FORBIDDEN_NAMES.get(name) or rules.FORBIDDEN_NAMES.get(name.partition(".")[0])
            if reason:
                yield f"{module.at(node)}: {name}: {reason}"
            if name == "typing.Any" and module.name not in rules.ANY_ALLOWED:
                yield f"{module.at(node)}: {name}: give the value its type"


def _makes_markup(name: str) -> bool:
    return name == "Markup" or name.endswith(".Markup")


def _names_used(module: Module, node: ast.AST) -> tuple[str, ...]:
    if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
        return (module.full_name(node),)
    if isinstance(node, ast.Import):
        return tuple(alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom) and not node.level:
        return tuple(f"{node.module}.{alias.name}" for alias in node.names)
    return ()
