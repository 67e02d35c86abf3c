"""Reads a package's modules as syntax trees; nothing is imported or run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """One Python file under its dotted name; `place` is its path from the folder that holds the package."""

    name: str
    place: str
    text: str
    is_package: bool

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.place)

    @property
    def room(self) -> str:
        """The first name below the package: `load` for `builder.load.nodes`, empty for the package itself."""
        return self.name.partition(".")[2].partition(".")[0]

    def at(self, node: ast.AST) -> str:
        return f"{self.place}:{getattr(node, 'lineno', 1)}"

    @cached_property
    def imported_names(self) -> dict[str, str]:
        """What each imported name stands for: `{"rm": "os.remove", "sp": "subprocess"}`."""
        names: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    head = alias.name.partition(".")[0]
                    names[alias.asname or head] = alias.name if alias.asname else head
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    names[alias.asname or alias.name] = f"{base_of(self, node)}.{alias.name}"
        return names

    def full_name(self, node: ast.AST) -> str:
        """The dotted name that an expression stands for, as far as imports tell; empty for anything else."""
        if isinstance(node, ast.Name):
            return self.imported_names.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            base = self.full_name(node.value)
            return f"{base}.{node.attr}" if base else ""
        return ""


def base_of(module: Module, node: ast.ImportFrom) -> str:
    """The module that a `from … import` names, with leading dots resolved."""
    if not node.level:
        return node.module or ""
    package = module.name.split(".") if module.is_package else module.name.split(".")[:-1]
    package = package[: len(package) - (node.level - 1)]
    return ".".join([*package, *([node.module] if node.module else [])])


def modules_of(root: Path, package: str = "builder") -> tuple[Module, ...]:
    """Every module of `root/package`, sorted by name; none where the package does not exist."""
    return tuple(sorted(_read(root, package), key=lambda module: module.name))


def _read(root: Path, package: str) -> Iterator[Module]:
    for path in (root / package).rglob("*.py"):
        parts = list(path.relative_to(root).with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        yield Module(
            name=".".join(parts[:-1] if is_package else parts),
            place=path.relative_to(root).as_posix(),
            text=path.read_text(encoding="utf-8"),
            is_package=is_package,
        )


def told(faults: list[str]) -> str:
    """The message of a failed contract: one fault a line."""
    return "\n".join([f"{len(faults)} found:", *faults])
