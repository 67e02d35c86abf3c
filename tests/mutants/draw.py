"""Draws small faults from the program itself, by a seed: a comparison turned, a bound moved, a `not` or a sort lost.

    .venv/bin/python -m tests.mutants.draw --seed 7 --each 2

prints so many faults for each room as TOML. What a reader would have to break to see a test fail is what is drawn:
tables, checks and numbers in the code, never docstrings, annotations or messages.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.faults import PROJECT, Fault, written

_TURNED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
_OTHER_NAME = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list"}
_OTHER_METHOD = {"startswith": "endswith", "endswith": "startswith", "lstrip": "strip", "rstrip": "strip"}
_CONDITION = re.compile(r"\{%-? (?P<word>if|elif) (?P<test>[^%]+?) -?%\}")
_SHOWN = re.compile(r"\{\{ (?P<value>[^{}]+?) \}\}")
LEAST_WORDS_CHARS = 20
"""So much of its line goes with a fault: fewer words would soon stand somewhere else too."""


@dataclass(frozen=True)
class _Change:
    """A stretch of a file, as offsets in code points, and what stands there instead."""

    start: int
    end: int
    now: str
    what: str


def draw(root: Path, seed: int, each: int) -> list[Fault]:
    """Return `each` faults for every room, drawn from all that the rules below can make; fewer where a room has fewer."""
    dice = random.Random(seed)
    rooms: dict[str, list[Fault]] = {}
    for path in sorted([*root.glob("builder/**/*.py"), *root.glob("templates/**/*.html")]):
        for fault in faults_of(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")):
            rooms.setdefault(fault.room, []).append(fault)
    return [fault for room in sorted(rooms) for fault in _some(dice, rooms[room], each)]


def _some(dice: random.Random, faults: list[Fault], each: int) -> list[Fault]:
    """Draw without taking two of one file where the room has more files."""
    dice.shuffle(faults)
    taken = list({fault.file: fault for fault in reversed(faults)}.values())[::-1][:each]
    rest = [fault for fault in faults if fault not in taken]
    return taken + rest[: each - len(taken)]


def faults_of(file: str, text: str) -> list[Fault]:
    """Return every fault that the rules can make of one file; each compiles and can be told by its words alone."""
    changes = _changes_of_template(text) if file.endswith(".html") else _changes_of_module(text)
    found = (_fault(file, text, change) for change in changes)
    return [fault for fault in found if fault and (file.endswith(".html") or _compiles(fault.planted(text)))]


def _compiles(text: str) -> bool:
    try:
        compile(text, "drawn", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def _fault(file: str, text: str, change: _Change) -> Fault | None:
    """Widen a stretch word by word until it stands once in its file; None where a whole line does not suffice."""
    line_start = text.rfind("\n", 0, change.start) + 1
    line_end = text.find("\n", change.end)
    line_end = len(text) if line_end < 0 else line_end
    start, end = change.start, change.end
    while text.count(text[start:end]) != 1 or end - start < LEAST_WORDS_CHARS:
        if start <= line_start and end >= line_end:
            break
        start = _word_before(text, start, line_start)
        end = _word_after(text, end, line_end)
    if text.count(text[start:end]) != 1:
        return None
    now = text[start : change.start] + change.now + text[change.end : end]
    return Fault(file, text[start:end], now, change.what)


def _word_before(text: str, at: int, limit: int) -> int:
    match = re.search(r"\w+\W*$|\W+$", text[limit:at])
    return limit + match.start() if match else limit


def _word_after(text: str, at: int, limit: int) -> int:
    match = re.match(r"\W*\w+|\W+", text[at:limit])
    return at + match.end() if match else limit


def _changes_of_template(text: str) -> Iterator[_Change]:
    for match in _CONDITION.finditer(text):
        test = match["test"]
        now = test.removeprefix("not ") if test.startswith("not ") else f"not ({test})"
        yield _Change(match.start("test"), match.end("test"), now, f"the condition `{test}` turned round")
    for match in _SHOWN.finditer(text):
        yield _Change(match.start(), match.end(), "", f"`{match['value']}` not shown")


def _changes_of_module(text: str) -> Iterator[_Change]:
    tree = ast.parse(text)
    place = _Places(text)
    passed_over = set(_not_code(tree))
    for node in ast.walk(tree):
        if node not in passed_over:
            for rule in _RULES:
                yield from rule(node, place)


def _not_code(tree: ast.AST) -> Iterator[ast.AST]:
    """Everything inside annotations, docstrings, heads of classes, decorators, complaints and what runs for type checkers alone."""
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            parts = [node.returns, *node.decorator_list]
        elif isinstance(node, ast.ClassDef):
            parts = [*node.decorator_list, *node.bases, *node.keywords]
        elif isinstance(node, ast.arg | ast.AnnAssign):
            parts = [node.annotation]
        elif isinstance(node, ast.Raise) or _is_remark(node):
            parts = [node]
        yield from (inner for part in parts if part is not None for inner in ast.walk(part))


def _is_remark(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test).endswith("TYPE_CHECKING")
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


class _Places:
    """Turns the lines and bytes of syntax trees into offsets in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = text.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self._at(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt) -> int:
        return self._at(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def of(self, node: ast.expr | ast.stmt) -> str:
        return self.text[self.start(node) : self.end(node)]

    def _at(self, line: int, column: int) -> int:
        before = self._lines[line - 1].encode()[:column].decode()
        return self._starts[line - 1] + len(before)


def _comparison(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if not isinstance(node, ast.Compare):
        return
    sides = [node.left, *node.comparators]
    for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
        was, now = _TURNED[type(operator)]
        start, end = place.end(left), place.start(right)
        between = place.text[start:end]
        if between.strip(" ()\n") == was:
            at = start + between.index(was)
            yield _Change(at, at + len(was), now, f"`{was}` became `{now}`")


def _negation(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _Change(place.start(node), place.end(node), place.of(node.operand), "a `not` lost")


def _connective(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.BoolOp):
        for dropped in (node.values[0], node.values[-1]):
            kept = " and " if isinstance(node.op, ast.And) else " or "
            rest = kept.join(place.of(value) for value in node.values if value is not dropped)
            yield _Change(place.start(node), place.end(node), rest, f"one side of `{kept.strip()}` lost")


def _number(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.Constant) and type(node.value) is int:
        written_as = place.of(node)
        if written_as.isdigit():
            yield _Change(place.start(node), place.end(node), str(node.value + 1), "a number one larger")


def _truth(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield _Change(place.start(node), place.end(node), str(not node.value), "a truth value turned round")


def _sum(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        start, end = place.end(node.left), place.start(node.right)
        was, now = ("+", "-") if isinstance(node.op, ast.Add) else ("-", "+")
        if place.text[start:end].strip() == was and not any(map(_is_text, (node.left, node.right))):
            at = start + place.text[start:end].index(was)
            yield _Change(at, at + 1, now, f"`{was}` became `{now}`")


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _call(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if not isinstance(node, ast.Call):
        return
    function = node.func
    if isinstance(function, ast.Name) and function.id in _OTHER_NAME:
        if function.id == "sorted" and node.keywords:
            yield _Change(
                place.start(node), place.end(node), f"list({place.of(node.args[0])})", "a sort lost"
            )
        elif not node.keywords:
            other = _OTHER_NAME[function.id]
            yield _Change(
                place.start(function), place.end(function), other, f"`{function.id}` became `{other}`"
            )
    elif isinstance(function, ast.Attribute) and function.attr in _OTHER_METHOD:
        other = _OTHER_METHOD[function.attr]
        end = place.end(function)
        yield _Change(end - len(function.attr), end, other, f"`{function.attr}` became `{other}`")
    if len(node.args) == 2 and not any(isinstance(arg, ast.Starred) for arg in node.args):
        first, second = node.args
        now = place.of(second) + place.text[place.end(first) : place.start(second)] + place.of(first)
        if place.of(first) != place.of(second):
            yield _Change(place.start(first), place.end(second), now, "two arguments swapped")


def _choice(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.IfExp):
        now = f"{place.of(node.orelse)} if {place.of(node.test)} else {place.of(node.body)}"
        yield _Change(place.start(node), place.end(node), now, "the two sides of a choice swapped")


def _filter(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield _Change(place.start(test), place.end(test), "True", "a filter lost")


def _statement(node: ast.AST, place: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.Continue | ast.Break) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ):
        yield _Change(
            place.start(node), place.end(node), "pass", f"`{place.of(node).partition(chr(10))[0]}` not done"
        )


_RULES: tuple[Callable[[ast.AST, _Places], Iterator[_Change]], ...] = (
    _comparison,
    _negation,
    _connective,
    _number,
    _truth,
    _sum,
    _call,
    _choice,
    _filter,
    _statement,
)


def main(arguments: list[str]) -> None:
    """Print drawn faults as TOML."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.draw", description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--each", type=int, default=2, help="faults for each room")
    given = parser.parse_args(arguments)
    head = f"Drawn by `python -m tests.mutants.draw --seed {given.seed} --each {given.each}`."
    sys.stdout.write(written(draw(PROJECT, given.seed, given.each), head))


if __name__ == "__main__":
    main(sys.argv[1:])
