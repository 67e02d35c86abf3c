"""A regular expression is compiled when it is first asked; a fault in one would otherwise wait for its first reader."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
from pathlib import Path

import builder
from builder.regexes import regex


def test_every_regular_expression_of_the_program_compiles():
    for module in pkgutil.walk_packages(builder.__path__, "builder."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours = [one for one in gc.get_objects() if type(one) is regex]
    assert len(ours) > 250
    for one in ours:
        assert one.groups >= 0


def test_it_does_what_a_compiled_one_does():
    late, now = regex(r"(?P<day>\d+)\.", re.ASCII), re.compile(r"(?P<day>\d+)\.", re.ASCII)
    for name in ("search", "match", "fullmatch"):
        found, wanted = getattr(late, name)("7."), getattr(now, name)("7.")
        assert (found.span(), found["day"]) == (wanted.span(), wanted["day"])
    assert late.pattern == now.pattern
    assert late.sub("-", "1.2.") == now.sub("-", "1.2.")
    assert dict(late.groupindex) == dict(now.groupindex)


def test_nothing_is_compiled_before_it_is_asked(monkeypatch):
    asked = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: asked.append(given) or compile_now(*given))
    late = regex("a")
    assert not asked
    assert late.search("a")
    assert late.search("b") is None
    assert len(asked) == 1


def test_its_flags_hold_when_it_is_compiled():
    assert regex("a", re.IGNORECASE).fullmatch("A")
    assert regex("a").fullmatch("A") is None
    assert regex("a$").search("a\nb") is None


def test_none_is_handed_to_a_function_of_re_or_told_by_its_identity():
    """`re.split(ONE, …)` takes texts and compiled ones alone, and the `re` of a match is another object than ours."""
    wrong = []
    for path in sorted(Path(builder.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        ours = {
            target.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign | ast.AnnAssign) and _is_call_of(node.value, "regex")
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            handed = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args[:1]
            by_identity = (
                isinstance(node, ast.Compare) and ast.unparse(node.left).endswith(".re") and node.comparators
            )
            wrong += [
                f"{path}:{one.lineno}" for one in handed or by_identity or () if ast.unparse(one) in ours
            ]
    assert wrong == []


def _is_call_of(node: ast.expr | None, name: str) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == name
