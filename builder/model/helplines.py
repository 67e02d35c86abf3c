"""The line of help under each field of a model or a view, read from the source when somebody asks.

The schemas of the published data and the pages of `docs/` ask. Nothing else does, and reading the source of every
model at each start took a tenth of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc, getsource
from sys import modules

from msgspec import Struct

from builder.model.base import Model


def help_lines(described: type[Model | Struct]) -> Mapping[str, str]:
    """Return what is said of each field of a class by attribute; no text where no source was installed."""
    lines: dict[str, str] = {}
    for each in reversed(described.__mro__):
        if issubclass(each, Model | Struct):
            lines.update(_of_module(each.__module__).get(each.__qualname__, {}))
    fields = described.model_fields if issubclass(described, Model) else described.__struct_fields__
    return {name: lines[name] for name in fields if name in lines}


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    try:
        tree = ast.parse(getsource(modules[name]))
    except (OSError, TypeError):
        return {}
    return {each.name: dict(_lines(each)) for each in tree.body if isinstance(each, ast.ClassDef)}


def _lines(model: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """A field, and the text that is the statement after it."""
    for field, after in zip(model.body, model.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = after.value if isinstance(after, ast.Expr) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield field.target.id, cleandoc(text.value)
