"""Lines that are neither a key nor an entry of a list: the rest of a title on the line before, or a remark."""

from __future__ import annotations

import re

from builder.diagnostics import Diagnostic, Edit, SourceSpan, did_you_mean
from builder.load.complaint import KEY_AND_VALUE, Complaint
from builder.regexes import regex
from builder.yamltext import quoted

_KEY_LINE = regex(r"[ ]*(?:- +)*[A-Za-z_][\w-]*:(?: |$)")
_ENTRY_LINE = regex(r"[ ]*-(?: |$)")
_OTHER_COMMENT = regex(r"\s*(?://+|--+|;+|%+|<!--)\s*(?P<words>\S.*?)\s*(?:-->)?$")
_FENCE = regex(r"\s*(?:```|~~~)")
_LONGEST_SHOWN = 400


def unclear_line(complaint: Complaint, keys: frozenset[str]) -> Diagnostic | None:
    """A line that cannot be read as it begins with no key; `keys` are all that a record may have."""
    for number in (*complaint.suspects(), complaint.place[0], complaint.place[0] - 1):
        line = complaint.line(number)
        if (
            not line.strip()
            or _KEY_LINE.match(line)
            or _ENTRY_LINE.match(line)
            or line.lstrip()[0] in "#[]{}&*!|>'\"%@"
        ):
            continue
        word = re.match(r"\s*([A-Za-z_]\w*)", line)
        if word and (word[1] in keys or did_you_mean(word[1], keys) is not None):
            continue
        return _fence(complaint, number) or _comment(complaint, number) or _rest(complaint, number)
    return None


def colon_in_rest(complaint: Complaint) -> Diagnostic | None:
    """A colon on the second line of a text: `name: The bridge⏎  and its crack: a story`."""
    last, (number, column) = complaint.last_scalar, complaint.place
    if complaint.problem != "mapping values are not allowed in this context" or last is None or last.style:
        return None
    if last.start[0] >= number or KEY_AND_VALUE.match(complaint.line(number)):
        return None
    first = complaint.line(last.start[0])[last.start[1] - 1 :]
    return complaint.error(
        "quote-the-text",
        "a text that holds a colon and a space needs quotation marks",
        f"write it on one line between quotation marks: {_joined(complaint, last.start[0], first, number)}",
        (number, column),
        edits=_joining(complaint, last.start, first, number),
    )


def _fence(complaint: Complaint, number: int) -> Diagnostic | None:
    line = complaint.line(number)
    if not _FENCE.match(line):
        return None
    fences = [index for index, text in enumerate(complaint.lines) if _FENCE.match(text)]
    return complaint.error(
        "unclear-line",
        "this line marks a stretch of code in Markdown; a record is written without it",
        f"remove the lines that begin with {line.strip()[:3]}",
        (number, 1),
        len(line),
        edits=tuple(_without_line(complaint, index + complaint.first_line) for index in fences),
    )


def _comment(complaint: Complaint, number: int) -> Diagnostic | None:
    match = _OTHER_COMMENT.match(complaint.line(number))
    if match is None:
        return None
    written = f"# {match['words']}"
    line = complaint.line(number)
    return complaint.error(
        "unclear-line",
        "a remark for editors begins with `#` here",
        f"write `{written}`",
        (number, len(line) - len(line.lstrip()) + 1),
        len(line.strip()),
        edits=complaint.edit(number, len(line) - len(line.lstrip()), len(line), written),
    )


def _rest(complaint: Complaint, number: int) -> Diagnostic:
    line, before = complaint.line(number), number - 1
    while before > complaint.first_line and not complaint.line(before).strip():
        before -= 1
    match = KEY_AND_VALUE.match(complaint.line(before))
    place = (number, len(line) - len(line.lstrip()) + 1)
    message = "this line begins with no key, so it is not clear what it is"
    if match is None or match["value"][:1] in "\"'[{|>&*!#":
        remark = f"# {line.strip()[:_LONGEST_SHOWN]}"
        hint = f"write a key before it, such as `description: …`, or if it is a remark for editors: {remark}"
        return complaint.error("unclear-line", message, hint, place, len(line.strip()))
    return complaint.error(
        "unclear-line",
        message,
        "if it goes on with the line before, write"
        f" {match['key']}: {_joined(complaint, before, match['value'], number)}",
        place,
        len(line.strip()),
    )


def _joined(complaint: Complaint, first: int, words: str, number: int) -> str:
    rest = [complaint.line(each).strip() for each in range(first + 1, number + 1)]
    return quoted(" ".join([words.strip(), *filter(None, rest)]))


def _joining(complaint: Complaint, start: tuple[int, int], words: str, number: int) -> tuple[Edit, ...]:
    """Write a text on its first line; the others are left empty."""
    line = complaint.line(start[0])
    first = Edit(
        SourceSpan(complaint.path, *start, start[0], len(line) + 1),
        _joined(complaint, start[0], words, number),
    )
    rest = (
        Edit(SourceSpan(complaint.path, each, 1, each, len(complaint.line(each)) + 1), "")
        for each in range(start[0] + 1, number + 1)
    )
    return (first, *rest)


def _without_line(complaint: Complaint, number: int) -> Edit:
    return Edit(SourceSpan(complaint.path, number, 1, number, len(complaint.line(number)) + 1), "")
