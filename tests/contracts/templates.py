"""What templates say: which others they name, what they fetch, and whether they switch escaping off."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta

from tests.contracts import rules
from tests.contracts.source import Module

_TEXT = frozenset({".html", ".xml", ".txt", ".css", ".js", ".json", ".svg", ".webmanifest"})
_LOOKS_BEHIND = re.compile(r"\(\?<[=!]")
_ADDRESS = re.compile(r"""(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'<>)]*""", re.IGNORECASE)
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->|/\*.*?\*/", re.DOTALL)
_OPENED: dict[str, re.Pattern[str]] = {
    "escaping switched off": re.compile(r"\|\s*safe\b|\{%-?\s*autoescape\s+false|\bMarkup\("),
    "an apostrophe that is let stand elsewhere than between double quotes": re.compile(
        r'(?<!=")\{\{[^{}]*\bin_double_quotes\b|\bin_double_quotes\b(?!\s*\}\}")'
    ),
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an inline handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "an inline script": re.compile(
        r"<script\b(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)", re.IGNORECASE
    ),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
}
_MARKUP = frozenset({".html", ".xml", ".svg"})
_NAMED = re.compile(r"[\w./-]+\.(?:html|xml|json|txt|webmanifest|svg)")
_GETTERS = frozenset({"get_template", "select_template"})


def files_of(templates: Path) -> tuple[tuple[str, str], ...]:
    """Name and text of every file of templates that is text, sorted; comments blanked, so that lines stay."""
    return tuple(
        (path.relative_to(templates).as_posix(), _without_comments(path.read_text(encoding="utf-8")))
        for path in sorted(templates.rglob("*"))
        if path.is_file() and path.suffix in _TEXT
    )


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)


def escape_faults(templates: Path) -> list[str]:
    """Places that switch escaping off or that a strict content policy would refuse."""
    return [
        f"{name}:{_line(text, found.start())}: {what}: {found.group().strip()}"
        for name, text in files_of(templates)
        for what, pattern in _OPENED.items()
        if Path(name).suffix in _MARKUP
        for found in pattern.finditer(text)
    ]


def script_faults(templates: Path) -> list[str]:
    """Where a script has what Safari before 16.4 cannot read: it would do nothing of all that the file says."""
    return [
        f"{name}:{_line(text, found.start())}: {found.group()}"
        for name, text in files_of(templates)
        if name.endswith(".js")
        for found in _LOOKS_BEHIND.finditer(_without_comments(text))
    ]


def address_faults(templates: Path) -> list[str]:
    """Addresses of other hosts that are not the name of a format."""
    return [
        f"{name}:{_line(text, found.start())}: {found.group()}"
        for name, text in files_of(templates)
        for found in _ADDRESS.finditer(text)
        if not found.group().startswith(rules.IDENTIFIERS)
    ]


def reference_faults(templates: Path, modules: Sequence[Module]) -> list[str]:
    """Templates that are named, by another or by a module, and do not exist; and any that cannot be read."""
    names = frozenset(
        path.relative_to(templates).as_posix() for path in templates.rglob("*") if path.is_file()
    )
    named = [*_named_by_templates(templates), *_named_by_modules(modules)]
    return [f"{place}: no template {name}" for place, name in named if name not in names]


def _named_by_templates(templates: Path) -> Iterator[tuple[str, str]]:
    environment = Environment(autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
    for path in sorted(templates.rglob("*")):
        if path.suffix not in _TEXT or "assets" in path.relative_to(templates).parts:
            continue
        name = path.relative_to(templates).as_posix()
        try:
            tree = environment.parse(path.read_text(encoding="utf-8"))
        except TemplateSyntaxError as fault:
            yield f"{name}:{fault.lineno}: {fault.message}", name + " that parses"
            continue
        yield from ((name, target) for target in meta.find_referenced_templates(tree) if target is not None)


def _named_by_modules(modules: Sequence[Module]) -> Iterator[tuple[str, str]]:
    for module in modules:
        for node in ast.walk(module.tree):
            for value in _template_values(node):
                if isinstance(value, ast.Constant) and _NAMED.fullmatch(str(value.value)):
                    yield module.at(value), str(value.value)


def _template_values(node: ast.AST) -> tuple[ast.expr | None, ...]:
    """What is given to `get_template`, or as `template=…`, or to a name that ends in `template`."""
    if isinstance(node, ast.keyword) and node.arg and node.arg.endswith("template"):
        return (node.value,)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _GETTERS:
        return tuple(node.args[:1])
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return (
            (node.value,) if any(ast.unparse(name).lower().endswith("template") for name in targets) else ()
        )
    return ()


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
