"""The table of codes against the code that uses them, and the page made from it."""

import ast
import re
from pathlib import Path

from builder.codes import codes

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
TOLD_BY = {
    "_tell",
    "_warning",
    "_Part",
    "error",
    "warning",
    "_error",
    "_refuse",
    "Misplaced",
    "Damage",
    "Diagnostic",
    "Fault",
}


def used_codes() -> set[str]:
    """Codes that stand as a literal in a call which makes a problem, and the error types of the models."""
    found: set[str] = set()
    for path in [
        ROOT / "builder/build.py",
        ROOT / "builder/deadlinks.py",
        ROOT / "builder/ownfiles.py",
        *ROOT.glob("builder/load/**/*.py"),
        *ROOT.glob("builder/search/*.py"),
        *ROOT.glob("builder/analysis/checks/*.py"),
    ]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in TOLD_BY:
                arguments = [*node.args, *(each.value for each in node.keywords if each.arg == "code")]
                written = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
                found.update([text for text in written if isinstance(text, str) and CODE.fullmatch(text)][:1])
            if isinstance(node, ast.Assign) and isinstance(
                node.value, ast.Tuple
            ):  # a code chosen before the call
                first, target = node.value.elts[0], node.targets[0]
                if isinstance(target, ast.Tuple) and _name(target.elts[0]) == "code":
                    assert isinstance(first, ast.Constant)
                    found.add(str(first.value))
    for path in ROOT.glob("builder/model/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) == "PydanticCustomError":
                assert isinstance(node.args[0], ast.Constant)
                found.add(str(node.args[0].value).replace("_", "-"))
    return found


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_code_in_use_is_explained_and_every_explained_code_is_in_use():
    assert sorted(used_codes()) == sorted(codes())


def test_every_code_has_a_title_a_meaning_and_a_way_to_mend_it():
    for entry in codes().values():
        assert entry.title, entry.code
        assert entry.meaning.endswith("."), entry.code
        assert entry.mending.endswith((".", ":")), entry.code
