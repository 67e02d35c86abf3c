"""Lists as people write them on paper: with en dashes, bullets, asterisks or numbers at the head of their lines."""

from __future__ import annotations

import re
import unicodedata

from builder.diagnostics import Diagnostic, Edit, SourceSpan
from builder.load.complaint import Complaint
from builder.load.slips import Lines, Slip, Way
from builder.regexes import regex

_SIGN = regex(
    r"(?P<indent>[ ]*)(?P<sign>[–—−•·‣◦▪●○*+]|\d{1,3}[.)])(?P<gap>[ \u00a0\t]+)(?P<rest>\S.*)"
    r"|(?P<stuck_indent>[ ]+)(?P<stuck>-)(?=[^\W\d_])(?P<stuck_rest>.+)"
)
_LONGEST_SHOWN = 200


def list_sign(complaint: Complaint) -> Diagnostic | None:
    """A line that cannot be read and begins with a sign that ought to be a dash."""
    last = complaint.last_scalar
    first = last.start[0] if last and last.style not in (">", "|") else complaint.place[0]
    lines = Lines("\n".join(complaint.lines), complaint.path, complaint.first_line)
    for number in range(first, complaint.place[0] + 1):
        told = sign_at(lines, number, complaint.path)
        if told is not None:
            width = told.end[1] - told.start[1]
            edits = told.way.edits
            return complaint.error(told.code, told.message, told.way.hint, told.start, width, edits=edits)
    return None


def sign_at(lines: Lines, number: int, path: str) -> Slip | None:
    """Return what is wrong with the sign at the head of a line, with all like it from there on; None where nothing."""
    match = _SIGN.match(lines.line(number))
    if match is None:
        return None
    matches = ((each, _SIGN.match(line)) for each, line in lines.every() if each >= number)
    edits = tuple(
        _edit(path, each, other) for each, other in matches if other and _column(other) == _column(match)
    )
    rest = (match["rest"] or match["stuck_rest"])[:_LONGEST_SHOWN].strip()
    sign = match["sign"] or "-"
    message = "a space is missing after the dash" if match["stuck"] else _not_a_dash(sign)
    column = _column(match)
    way = Way(f"write `- {rest}`", edits)
    return Slip("missing-dash", message, (number, column), (number, column + len(sign)), way)


def _column(match: re.Match[str]) -> int:
    return match.start("sign" if match["sign"] else "stuck") + 1


def _not_a_dash(sign: str) -> str:
    if sign[0].isdigit():
        return f"an entry of a list begins with a hyphen and a space, not with `{sign}`"
    return f"this is {_named(sign)}; an entry of a list begins with a hyphen and a space"


def _named(sign: str) -> str:
    name = unicodedata.name(sign).lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} ({sign})"


def _edit(path: str, number: int, match: re.Match[str]) -> Edit:
    if match["stuck"]:
        column = match.end("stuck") + 1
        return Edit(SourceSpan(path, number, column, number, column), " ")
    return Edit(SourceSpan(path, number, match.start("sign") + 1, number, match.end("gap") + 1), "- ")
