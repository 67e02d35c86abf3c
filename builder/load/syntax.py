"""What is wrong where YAML cannot be read: libyaml's complaint turned into an editor's words and the right place.

libyaml notices a mistake where it can go on no longer, often a line too late; the place told here is the one to mend.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml import Mark, MarkedYAMLError, YAMLError

from builder.diagnostics import Diagnostic, Related, Severity, SourceSpan

_KEY_AND_VALUE = re.compile(r"(?P<indent>[ ]*(?:- +)*)(?P<key>[A-Za-z_][\w-]*): +(?P<value>\S.*?)\s*$")
_KEY_WITHOUT_SPACE = re.compile(r"[ ]*(?:- +)*[A-Za-z_][\w-]*:\S")
_KEY_WITHOUT_COLON = re.compile(r"[ ]*(?:- +)*(?P<key>[A-Za-z_]\w*)(?P<gap> +)\S")


@dataclass(frozen=True, slots=True)
class LastScalar:
    """The last text that was read before a mistake: its place and its quotation mark, None where it has none."""

    start: tuple[int, int]
    end: tuple[int, int]
    style: str | None


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What libyaml says, where it says so (lines and columns from 1), and the lines of the file."""

    problem: str
    place: tuple[int, int]
    context_place: tuple[int, int] | None
    lines: list[str]
    path: str
    first_line: int
    last_scalar: LastScalar | None

    def line(self, number: int) -> str:
        index = number - self.first_line
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def error(
        self,
        code: str,
        message: str,
        hint: str,
        place: tuple[int, int],
        width: int = 1,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        line, column = place
        span = SourceSpan(self.path, line, column, line, column + width)
        return Diagnostic(code, Severity.ERROR, message, span, hint, related)


def explain_syntax(
    fault: YAMLError, text: str, path: str, first_line: int, last_scalar: LastScalar | None
) -> Diagnostic:
    """Return the one diagnostic for a text that is not YAML."""
    problem = str(getattr(fault, "problem", None) or getattr(fault, "reason", None) or "it cannot be read")
    place, context_place = (first_line, 1), None
    if isinstance(fault, MarkedYAMLError):
        place = _place(fault.problem_mark, first_line) or place
        context_place = _place(fault.context_mark, first_line)
    lines = re.split(r"\r\n|\r|\n", text)
    complaint = _Complaint(problem, place, context_place, lines, path, first_line, last_scalar)
    for explain in _EXPLANATIONS:
        found = explain(complaint)
        if found is not None:
            return found
    return complaint.error(
        "yaml-syntax",
        f"this cannot be read: {problem}",
        "check quotation marks, brackets, colons and the indentation of this line and the one before",
        place,
    )


def _place(mark: Mark | None, first_line: int) -> tuple[int, int] | None:
    return (mark.line + first_line, mark.column + 1) if mark else None


def _tab(complaint: _Complaint) -> Diagnostic | None:
    """A tab among the spaces at the head of the line, or where a value ought to begin."""
    number = complaint.place[0]
    head = re.match(r"[ \t]*", complaint.line(number))
    before = head[0] if head else ""
    if "\t" not in before:
        return None
    column = before.index("\t") + 1
    return complaint.error(
        "tab-indent",
        "this line is indented with a tab",
        "indent with spaces",
        (number, column),
        len(before) - column + 1,
    )


def _unclosed_quote(complaint: _Complaint) -> Diagnostic | None:
    """A quotation mark that nothing closes, or that only the next one, lines later, closes."""
    last = complaint.last_scalar
    opening = None
    if complaint.problem == "found unexpected end of stream" and complaint.context_place:
        opening = complaint.context_place
    elif last and last.style in ("'", '"') and last.start[0] < last.end[0] == complaint.place[0]:
        opening = last.start
    if opening is None:
        return None
    sign = complaint.line(opening[0])[opening[1] - 1 : opening[1]]
    related: tuple[Related, ...] = ()
    if complaint.place[0] > opening[0]:
        here = SourceSpan(complaint.path, *complaint.place, *complaint.place)
        related = (Related(here, "it was read as far as here"),)
    return complaint.error(
        "unclosed-quote",
        f"the quotation mark {sign} is opened here and not closed on this line",
        f"close it with {sign} at the end of the text",
        opening,
        1,
        related,
    )


def _text_after_quote(complaint: _Complaint) -> Diagnostic | None:
    """Words after a closed quotation mark: `title: "Flood" in town`."""
    last = complaint.last_scalar
    if (
        last is None
        or last.style not in ("'", '"')
        or last.end[0] != complaint.place[0]
        or "did not find expected" not in complaint.problem
        or complaint.line(last.end[0])[last.end[1] - 1 :].lstrip()[:1] in (",", "]", "}", "#", "")
    ):
        return None
    other = '"' if last.style == "'" else "'"
    return complaint.error(
        "quote-the-text",
        "the text goes on after its closing quotation mark",
        f"put {other} around the whole text, or double the marks inside it"
        if last.style == "'"
        else "put ' around the whole text, or write \\\" for each mark inside it",
        complaint.place,
    )


def _colon_in_text(complaint: _Complaint) -> Diagnostic | None:
    """A second colon on the line of a value: `title: Flood: the facts`."""
    if complaint.problem != "mapping values are not allowed in this context":
        return None
    number, column = complaint.place
    line = _KEY_AND_VALUE.match(complaint.line(number))
    if line is None or column - 1 <= line.end("key"):
        return None
    quoted = line["value"].replace("\\", "\\\\").replace('"', '\\"')
    return complaint.error(
        "quote-the-text",
        "a text that holds a colon and a space needs quotation marks",
        f'write {line["key"]}: "{quoted}"',
        complaint.place,
    )


def _missing_colon(complaint: _Complaint) -> Diagnostic | None:
    """A line that begins with a key and lacks the colon, or the space after it; noticed on the next line."""
    if complaint.problem not in (
        "could not find expected ':'",
        "mapping values are not allowed in this context",
        "did not find expected key",
    ):
        return None
    for number in _suspects(complaint):
        line = complaint.line(number)
        if ": " in line or line.rstrip().endswith(":") or not line.strip():
            continue
        colon = _KEY_WITHOUT_SPACE.match(line)
        if colon:
            column = line.index(":") + 1
            return complaint.error(
                "missing-colon", "a space is missing after the colon", "write `key: value`", (number, column)
            )
        key = _KEY_WITHOUT_COLON.match(line)
        if key:
            column, width = key.start("key") + 1, len(key["key"])
            return complaint.error(
                "missing-colon",
                f"a colon is missing after `{key['key']}`",
                f"write `{key['key']}: …`",
                (number, column),
                width,
            )
    return None


def _suspects(complaint: _Complaint) -> list[int]:
    """The lines that may lack a colon: where the complaint begins, its own, and where the text before it began."""
    numbers = []
    if complaint.problem.startswith("could not find") and complaint.context_place:
        numbers.append(complaint.context_place[0])
    if (
        complaint.last_scalar
        and complaint.last_scalar.start[0] < complaint.place[0] <= complaint.last_scalar.end[0]
    ):
        numbers.append(complaint.last_scalar.start[0])
    if complaint.problem.startswith("could not find"):
        numbers.append(complaint.place[0])
    return numbers


def _unclosed_bracket(complaint: _Complaint) -> Diagnostic | None:
    """A list or mapping on one line whose bracket nothing closes."""
    wanted = re.search(r"expected ',' or '([]}])'", complaint.problem)
    if wanted is None or complaint.context_place is None:
        return None
    opening = "[" if wanted[1] == "]" else "{"
    here = SourceSpan(complaint.path, *complaint.place, *complaint.place)
    return complaint.error(
        "unclosed-bracket",
        f"the bracket {opening} is opened here and `{wanted[1]}` or a comma is missing",
        f"close it with {wanted[1]}, part the values with commas, and quote texts that hold brackets or commas",
        complaint.context_place,
        1,
        (Related(here, "it was read as far as here"),),
    )


def _odd_beginning(complaint: _Complaint) -> Diagnostic | None:
    """A text that begins with a sign of YAML's own: @ ` % & * or a bracket."""
    signs = (
        "cannot start any token",
        "expected alphabetic or numeric",
        "tag URI",
        "undefined tag handle",
        "node content",
    )
    if not any(sign in complaint.problem for sign in signs):
        return None
    number, column = complaint.context_place or complaint.place
    sign = complaint.line(number)[column - 1 : column]
    if not sign.strip():
        return None
    return complaint.error(
        "quote-the-text",
        f"a value cannot begin with `{sign}`",
        f'put quotation marks around the text: "{sign}…"',
        (number, column),
    )


def _backslash(complaint: _Complaint) -> Diagnostic | None:
    """A backslash inside double quotation marks that is no escape."""
    if "escape" not in complaint.problem and "hexdecimal" not in complaint.problem:
        return None
    number, column = complaint.place
    start = complaint.line(number).rfind("\\", 0, column)
    place = (number, start + 1) if start >= 0 else complaint.place
    return complaint.error(
        "bad-escape",
        "this backslash begins no character that can be written so",
        "double the backslash, or use ' instead of \" around the text",
        place,
    )


def _indentation(complaint: _Complaint) -> Diagnostic | None:
    """A line that stands further in or out than its neighbours."""
    signs = (
        "did not find expected key",
        "expected '-' indicator",
        "expected <document start>",
        "mapping values are not allowed",
        "block sequence entries are not allowed",
        "could not find expected ':'",
    )
    if not any(sign in complaint.problem for sign in signs):
        return None
    number, column = complaint.place
    line = complaint.line(number)
    if not line.strip():
        return None
    column = (
        min(column, len(line) - len(line.lstrip()) + 1) if "mapping values" in complaint.problem else column
    )
    return complaint.error(
        "bad-indent",
        "this line does not fit the lines before it",
        "begin keys of one record in one column; lines of a list begin with `- `",
        (number, column),
    )


_EXPLANATIONS: tuple[Callable[[_Complaint], Diagnostic | None], ...] = (
    _tab,
    _unclosed_quote,
    _text_after_quote,
    _colon_in_text,
    _missing_colon,
    _unclosed_bracket,
    _odd_beginning,
    _backslash,
    _indentation,
)
