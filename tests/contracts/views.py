"""What page templates see: every view that can be reached from a page or its frame, and what is said of its fields."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.contracts.source import Module

ROOTS = frozenset({"PageView", "PagedView", "SiteView"})
"""What a template is given; a class that derives from one of them is a root as well."""

SHAPES = "builder.pages.shapes."
"""Where every struct is a view, wherever it is used."""

_WORD = re.compile(r"[a-z]+")
_NONE = re.compile(r"\bNone\b")
_EMPTY = frozenset(
    "a an and any are as at be by for has here if in is it its of on or the them this to".split()
)
"""Words that say nothing by themselves."""


@dataclass(frozen=True)
class View:
    """A class whose fields templates read.

    `fields` has what is said of each, None where nothing is; `optional` names those that may be None.
    """

    module: Module
    node: ast.ClassDef
    fields: Mapping[str, str | None]
    optional: frozenset[str]


def views_of(modules: Sequence[Module]) -> tuple[View, ...]:
    """Every view of `builder.pages`, in the order of modules and lines."""
    classes = {
        f"{module.name}.{node.name}": View(module, node, dict(_fields(node)), frozenset(_optional(node)))
        for module in modules
        if module.name.startswith("builder.pages")
        for node in module.tree.body
        if isinstance(node, ast.ClassDef) and any(_is_struct(base) for base in node.bases)
    }
    waiting = [name for name, view in classes.items() if _is_root(name, view.node)]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in classes and name not in found:
            found.add(name)
            waiting.extend(_named_in(classes[name]))
    return tuple(view for name, view in classes.items() if name in found)


def _is_struct(base: ast.expr) -> bool:
    name = ast.unparse(base)
    return name == "Struct" or name in ROOTS


def _is_root(name: str, node: ast.ClassDef) -> bool:
    named = {node.name, *(ast.unparse(base) for base in node.bases)}
    return name.startswith(SHAPES) or not ROOTS.isdisjoint(named)


def _named_in(view: View) -> Iterator[str]:
    """The full names of everything that the types of its fields name."""
    for field in view.node.body:
        if isinstance(field, ast.AnnAssign):
            for node in ast.walk(field.annotation):
                name = view.module.full_name(node)
                yield name if "." in name else f"{view.module.name}.{name}"


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str | None]]:
    following = [*node.body[1:], None]
    for field, after in zip(node.body, following, strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = after.value if isinstance(after, ast.Expr) else None
            said = text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else None
            yield field.target.id, said


def _optional(node: ast.ClassDef) -> Iterator[str]:
    for field in node.body:
        if isinstance(field, ast.AnnAssign) and "| None" in ast.unparse(field.annotation):
            yield ast.unparse(field.target)


def help_faults(modules: Sequence[Module]) -> list[str]:
    """Fields of views with no line of help, or with one that says what the name says or not when it is None."""
    return [
        f"{view.module.at(view.node)}: {view.node.name}.{field}: {fault}"
        for view in views_of(modules)
        for field, said in view.fields.items()
        if (fault := _fault_of(field, said, is_optional=field in view.optional))
    ]


def _fault_of(field: str, said: str | None, *, is_optional: bool) -> str | None:
    if said is None:
        return "no line of help below it"
    if "\n" in said or not said.endswith("."):
        return "its help is no sentence on one line"
    if is_optional and not _NONE.search(said):
        return "its help does not tell when it is None"
    told = {_stem(word) for word in _WORD.findall(said.lower())} - _EMPTY
    return None if told - {_stem(word) for word in field.split("_")} else "its help only repeats its name"


def _stem(word: str) -> str:
    """A word without its ending of the plural, so that `links` says no more than `link`."""
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
