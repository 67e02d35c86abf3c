"""How long modules and functions are. A function's length leaves its docstring out: words are welcome."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from math import ceil

from tests.contracts import rules
from tests.contracts.source import Module

Measured = list[tuple[int, str]]


def _longest_first(measured: Iterable[tuple[int, str]]) -> Measured:
    return sorted(measured, key=lambda found: (-found[0], found[1]))


def module_lengths(modules: Sequence[Module]) -> Measured:
    """Lines of each module with its place, longest first."""
    return _longest_first((len(module.text.splitlines()), module.place) for module in modules)


def function_lengths(modules: Sequence[Module]) -> Measured:
    """Lines of each function and method from `def` to its end, longest first."""
    return _longest_first(
        (_lines(node), f"{module.at(node)} {node.name}")
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        length -= (first.end_lineno or first.lineno) - first.lineno + 1
    return length


def size_faults(modules: Sequence[Module]) -> list[str]:
    """Modules that are too long, and functions where their middle or their long end is."""
    faults = [
        f"{place}: {lines} lines, at most {rules.MODULE_LINES}"
        for lines, place in module_lengths(modules)
        if lines > rules.MODULE_LINES
    ]
    functions = function_lengths(modules)
    if len(functions) < rules.FUNCTIONS_ENOUGH_TO_JUDGE:
        return faults
    worst = "\n".join(f"    {lines:4} {place}" for lines, place in functions[:15])
    for name, share, bound in (
        ("half", 0.5, rules.FUNCTION_LINES_MEDIAN),
        ("95 %", 0.95, rules.FUNCTION_LINES_95TH),
    ):
        found = _quantile(functions, share)
        if found >= bound:
            faults.append(
                f"{name} of {len(functions)} functions have up to {found} lines, want fewer than {bound}:\n{worst}"
            )
    return faults


def _quantile(lengths: Measured, share: float) -> int:
    """The smallest length that `share` of all lengths do not exceed (nearest rank)."""
    ascending = sorted(lines for lines, _ in lengths)
    return ascending[max(0, ceil(share * len(ascending)) - 1)]
