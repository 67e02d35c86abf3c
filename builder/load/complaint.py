"""What libyaml says of a text that it cannot read, with the lines around it; the explanations of a fault look at this.

libyaml notices a mistake where it can go on no longer, often a line too late.
"""

from __future__ import annotations

import re

from msgspec import Struct
from yaml import CSafeLoader, Mark, MarkedYAMLError, YAMLError, parse

from builder.diagnostics import Diagnostic, Edit, Related, Severity, SourceSpan
from builder.regexes import regex
from builder.yamltext import quoted

KEY_AND_VALUE = regex(r"(?P<indent>[ ]*(?:- +)*)(?P<key>[A-Za-z_][\w-]*): +(?P<value>\S(?:.*\S)?)\s*$")

_KEY_AGAIN = regex(r"[a-z_]+: ")
"""A value that begins so may be meant as a key with its value: `attributed_to: described: the mayor`."""


_KEY_BEFORE = regex(r"([A-Za-z_][\w-]*): *$")
_LONGEST_SHOWN = 400
"""A longer line is not written out as it should be."""
_FURTHER = 1
"""A complaint so many lines later may still be about the same mistake."""


class LastScalar(Struct, frozen=True):
    """The last text that was read before a mistake: its place and its quotation mark, None where it has none."""

    start: tuple[int, int]
    end: tuple[int, int]
    style: str | None


class Complaint(Struct, frozen=True):
    """What libyaml says, where it says so (lines and columns from 1), and the lines of the file."""

    problem: str
    place: tuple[int, int]
    context_place: tuple[int, int] | None
    lines: list[str]
    path: str
    first_line: int
    last_scalar: LastScalar | None

    def line(self, number: int) -> str:
        """Return a line by its number in the file, without its break; empty where there is none."""
        index = number - self.first_line
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    @property
    def waits(self) -> bool:
        """Whether the complaint is that something did not come: then the place where waiting began tells more."""
        return self.problem.startswith("could not find")

    def suspects(self) -> list[int]:
        """The lines that may lack a sign: where the complaint begins, where the text before it began, and its own."""
        numbers = []
        if self.waits and self.context_place:
            numbers.append(self.context_place[0])
        last = self.last_scalar
        if last and last.start[0] < self.place[0] <= last.end[0]:
            numbers.append(last.start[0])
        if self.waits:
            numbers.append(self.place[0])
        return numbers

    def error(
        self,
        code: str,
        message: str,
        hint: str,
        place: tuple[int, int],
        width: int = 1,
        related: tuple[Related, ...] = (),
        edits: tuple[Edit, ...] = (),
    ) -> Diagnostic:
        """Return the diagnostic for a mistake at `place`, `width` characters wide."""
        line, column = place
        span = SourceSpan(self.path, line, column, line, column + width)
        return Diagnostic(code, Severity.ERROR, message, span, hint, related, edits=edits)

    def edit(self, number: int, start: int, end: int, text: str) -> tuple[Edit, ...]:
        """Return the change of a line from column `start` up to `end`, both from 0."""
        return (Edit(SourceSpan(self.path, number, start + 1, number, end + 1), text),)

    def fitting(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Return changes after which the file can be read, or further at least than now; else none."""
        lines = list(self.lines)
        for each in sorted(edits, reverse=True):
            span, index = each.span, each.span.line - self.first_line
            if span.line != span.end_line or not 0 <= index < len(lines):
                return ()
            lines[index] = lines[index][: span.column - 1] + each.text + lines[index][span.end_column - 1 :]
        try:
            for _ in parse("\n".join(lines), Loader=CSafeLoader):
                pass
        except MarkedYAMLError as fault:
            place = _place(fault.problem_mark, self.first_line)
            return edits if place is not None and place[0] > self.place[0] + _FURTHER else ()
        except YAMLError:
            return ()
        return edits

    def whole_text(self, number: int) -> str:
        """Say how to quote the whole value on a line."""
        line = KEY_AND_VALUE.match(self.line(number))
        if not self.quoting(number) or line is None or len(line[0]) > _LONGEST_SHOWN:
            return "put quotation marks around the whole text"
        return f"write {line['key']}: {quoted(line['value'])}"

    def writing(self, number: int, column: int, value: str) -> str:
        """Say what to write for a value that begins at a column, with its key where that stands before it."""
        key = _KEY_BEFORE.search(self.line(number)[: column - 1])
        if len(value) > _LONGEST_SHOWN:
            return f"write {value[:_LONGEST_SHOWN]}…"
        return f"write {key[1]}: {value}" if key else f"write {value}"

    def quoting(self, number: int) -> tuple[Edit, ...]:
        """Return the change that quotes the whole value on a line; none where a comment or a key may stand in it."""
        line = KEY_AND_VALUE.match(self.line(number))
        if line is None or " #" in line["value"] or _KEY_AGAIN.match(line["value"]):
            return ()
        return self.edit(number, *line.span("value"), quoted(line["value"]))


def complaint_of(
    fault: YAMLError, text: str, path: str, first_line: int, last_scalar: LastScalar | None
) -> Complaint:
    """Return libyaml's complaint about a text that begins on `first_line` of its file."""
    problem = str(getattr(fault, "problem", None) or getattr(fault, "reason", None) or "it cannot be read")
    place, context_place = (first_line, 1), None
    if isinstance(fault, MarkedYAMLError):
        place = _place(fault.problem_mark, first_line) or place
        context_place = _place(fault.context_mark, first_line)
    lines = re.split(r"\r\n|\r|\n", text)
    return Complaint(problem, place, context_place, lines, path, first_line, last_scalar)


def _place(mark: Mark | None, first_line: int) -> tuple[int, int] | None:
    return (mark.line + first_line, mark.column + 1) if mark else None
