"""Mistakes of layout that keep YAML from being read: tabs, odd spaces, dashes, lines too far in or out."""

from __future__ import annotations

import re
import unicodedata

from builder.diagnostics import Diagnostic, Edit
from builder.load.complaint import Complaint
from builder.regexes import regex

_ODD_SPACE = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
"""What looks like a space, or like nothing, and is no space to YAML: white space more than unseen signs."""
_ODD_SPACE_IN_LAYOUT = regex(rf"[ ]*(?:- +)*(?:[A-Za-z_][\w-]*:[ ]*|-[ ]*)?(?P<odd>[{_ODD_SPACE}])")
_DASH_WITHOUT_SPACE = regex(r"[ ]*(?:- +)*-(?=[A-Za-z_][\w-]*:(?: |$))")
_ENTRY = regex(r"(?P<indent>[ ]*)- +\S")
_TAB = 2
_KEY_AT = regex(r"(?P<before>[ ]*(?:- +)*)(?:[A-Za-z_][\w-]*:(?: |$)|- )")
_NEIGHBOURS = 60
"""Lines above that may show where a line belongs."""
_BLOCK_TEXT = regex(r"[ ]*(?:- +)*(?P<key>[A-Za-z_][\w-]*): +[>|][+-]?\s*$")


def tab(complaint: Complaint) -> Diagnostic | None:
    """A tab among the spaces at the head of the line, or where a value ought to begin."""
    number = complaint.place[0]
    head = re.match(r"[ \t]*", complaint.line(number))
    before = head[0] if head else ""
    if "\t" not in before:
        return None
    column = before.index("\t") + 1
    lines = range(number, complaint.first_line + len(complaint.lines))
    indents = {each: re.match(r"[ ]*\t[ \t]*", complaint.line(each)) for each in lines}
    edits = [
        complaint.edit(each, 0, found.end(), " " * _width(found[0], complaint, each))[0]
        for each, found in indents.items()
        if found
    ]
    return complaint.error(
        "tab-indent",
        "this line is indented with a tab",
        "indent with spaces, as many as the lines beside it have",
        (number, column),
        len(before) - column + 1,
        edits=complaint.fitting(tuple(edits)),
    )


def _width(indent: str, complaint: Complaint, number: int) -> int:
    """How many spaces a line is to have that has tabs: those of a neighbour that is indented, else two for each."""
    for other in (number + 1, number - 1):
        line = complaint.line(other)
        spaces = len(line) - len(line.lstrip(" "))
        if spaces and line.strip() and "\t" not in line[: spaces + 1] and indent.count("\t") == 1:
            return spaces
    return _TAB * indent.count("\t") + indent.count(" ")


def odd_space(complaint: Complaint) -> Diagnostic | None:
    """A no-break space, say, in the indentation or after a colon: it looks like a space and is none to YAML."""
    last = complaint.last_scalar
    is_block = last is not None and last.style in (">", "|")  # a block text may hold any space
    first = (last.end if is_block else last.start)[0] if last else complaint.first_line
    for number in range(first, complaint.place[0] + 1):
        match = _ODD_SPACE_IN_LAYOUT.match(complaint.line(number))
        if match:
            name = unicodedata.name(match["odd"]).lower()
            return complaint.error(
                "odd-space",
                f"this is a {name} (U+{ord(match['odd']):04X}), not a plain space",
                "delete it and press the space bar; such signs come along when text is copied from a web page",
                (number, match.start("odd") + 1),
                edits=complaint.edit(number, *match.span("odd"), " " * match["odd"].isspace()),
            )
    return None


def dash(complaint: Complaint) -> Diagnostic | None:
    """An entry of a list that lacks its dash, or the space after the dash."""
    for number in complaint.suspects():
        line = complaint.line(number)
        stuck = _DASH_WITHOUT_SPACE.match(line)
        if stuck:
            return complaint.error(
                "missing-dash",
                "a space is missing after the dash",
                "write `- key: value`",
                (number, stuck.end()),
                edits=complaint.edit(number, stuck.end(), stuck.end(), " "),
            )
    number = (complaint.context_place or complaint.place)[0]
    line, before = complaint.line(number), complaint.line(number - 1)
    entry = _ENTRY.match(before)
    indent = len(line) - len(line.lstrip(" "))
    if entry and indent == len(entry["indent"]) and line.strip() and ": " not in line and indent > 0:
        return complaint.error(
            "missing-dash",
            "this line stands in a list and does not begin with `- `",
            f"write `- {line.strip()}`",
            (number, indent + 1),
            len(line.strip()),
            edits=complaint.edit(number, indent, indent, "- "),
        )
    return None


def text_not_indented(complaint: Complaint) -> Diagnostic | None:
    """A long text after `>-` or `|` that does not stand further in than its key."""
    for number in complaint.suspects():
        opening = _BLOCK_TEXT.match(complaint.line(number - 1))
        line = complaint.line(number)
        if opening and line.strip():
            return complaint.error(
                "bad-indent",
                f"the text of `{opening['key']}` must stand further in than its key",
                "begin each line of the text with two more spaces than the key has",
                (number, len(line) - len(line.lstrip()) + 1),
                len(line.strip()),
                edits=complaint.fitting(_indented(complaint, number)),
            )
    return None


def _indented(complaint: Complaint, number: int) -> tuple[Edit, ...]:
    """Write two spaces before each line up to the next key."""
    edits: list[Edit] = []
    while number < complaint.first_line + len(complaint.lines):
        line = complaint.line(number)
        if _KEY_AT.match(line):
            break
        edits += complaint.edit(number, 0, 0, "  ") if line.strip() else ()
        number += 1
    return tuple(edits)


def indentation(complaint: Complaint) -> Diagnostic | None:
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
    fitting = _moved(complaint, number)
    return complaint.error(
        "bad-indent",
        "this line does not fit the lines before it",
        f"begin it with {_spaces(fitting[0].text)}, so that it stands in one column with the keys it belongs to"
        if fitting
        else "begin keys of one record in one column; lines of a list begin with `- `",
        (number, column),
        edits=fitting,
    )


def _spaces(indent: str) -> str:
    return f"{len(indent)} spaces" if len(indent) > 1 else "one space" if indent else "no space"


def _moved(complaint: Complaint, number: int) -> tuple[Edit, ...]:
    """Return the change that moves a line to the column of a key above it; none where several can be meant."""
    line = complaint.line(number)
    own = len(line) - len(line.lstrip(" "))
    above = (complaint.line(each) for each in range(max(number - _NEIGHBOURS, complaint.first_line), number))
    columns = {len(match["before"]) for match in map(_KEY_AT.match, above) if match}
    moves = (complaint.edit(number, 0, own, " " * column) for column in sorted(columns - {own}))
    found = [fitting for fitting in map(complaint.fitting, moves) if fitting]
    return found[0] if len(found) == 1 else ()
