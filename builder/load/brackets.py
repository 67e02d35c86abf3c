"""Mistakes between brackets and braces that keep YAML from being read: none that closes, or a text without marks."""

from __future__ import annotations

from builder.diagnostics import Diagnostic, Related, SourceSpan
from builder.load.complaint import Complaint
from builder.regexes import regex
from builder.yamltext import quoted

_FAR = 400
"""How many characters around a place are looked at: a line may be as long as a file."""
_BRACKET_WANTED = regex(r"expected ',' or '([]}])'")
_CUT_IN_BRACKET = regex(
    r"(?:(?P<key>[A-Za-z_][\w-]*): +|[\[,{] *)"
    r"(?P<value>[^\s\[\]{},\"'#:][^\[\]{},#\":]*[ \t](?P<sign>#)[^\W_][^\[\]{},]*)"
)
_VALUE_BEFORE = regex(r"[{,]\s*(?P<key>[A-Za-z_][\w-]*): +(?P<value>[^\s{}\[\],\"'][^{}\[\],\"']*)$")
_TO_BRACKET = regex(r"[^{}\[\],\"']*")


def colon_in_bracket(complaint: Complaint) -> Diagnostic | None:
    """A colon inside a text between braces: `{what: Report: the facts}`."""
    number, column = complaint.place
    line = complaint.line(number)
    if not _BRACKET_WANTED.search(complaint.problem) or line[column - 1 : column] != ":":
        return None
    start = _VALUE_BEFORE.search(line[max(column - _FAR, 0) : column - 1])
    if start is None:
        return None
    first = max(column - _FAR, 0) + start.start("value")
    end = column - 1 + len(_TO_BRACKET.match(line[column - 1 :])[0].rstrip())  # type: ignore[index]  # it may be empty
    return complaint.error(
        "quote-the-text",
        "a text that holds a colon and a space needs quotation marks",
        f"write {start['key']}: {quoted(line[first:end])}",
        complaint.place,
        edits=complaint.edit(number, first, end, quoted(line[first:end])),
    )


def nothing_between_commas(complaint: Complaint) -> Diagnostic | None:
    """Two commas with nothing between them: `[floods, , storms]`."""
    number, column = complaint.place
    line = complaint.line(number)
    before = line[: column - 1].rstrip()
    if line[column - 1 : column] != "," or before[-1:] not in (",", "[", "{"):
        return None
    return complaint.error(
        "empty-value",
        "nothing stands before this comma",
        "write a value before it, or remove the comma",
        complaint.place,
        edits=complaint.edit(number, column - 1, column + (line[column : column + 1] == " "), ""),
    )


def cut_in_bracket(complaint: Complaint) -> Diagnostic | None:
    """A list or mapping on one line whose bracket stands behind a `#`: `{what: Report #1}`."""
    if not _BRACKET_WANTED.search(complaint.problem) or complaint.context_place is None:
        return None
    number, column = complaint.context_place
    match = _CUT_IN_BRACKET.search(complaint.line(number), column - 1, column + _FAR)
    if match is None:
        return None
    key = f"{match['key']}: " if match["key"] else ""
    value = match["value"].rstrip()
    return complaint.error(
        "lost-to-comment",
        "from the `#` on this line is read as a comment, the bracket at its end too",
        f"write {key}{quoted(value)}",
        (number, match.start("sign") + 1),
        edits=complaint.edit(number, match.start("value"), match.start("value") + len(value), quoted(value)),
    )


def unclosed_bracket(complaint: Complaint) -> Diagnostic | None:
    """A list or mapping on one line whose bracket nothing closes."""
    wanted = _BRACKET_WANTED.search(complaint.problem)
    if wanted is None or complaint.context_place is None:
        return None
    opening = "[" if wanted[1] == "]" else "{"
    number, column = complaint.context_place
    line = complaint.line(number).rstrip()
    closed = line[:-1] if line[-1:] in ")]}" and line[column - 1 :].count(line[-1]) == 1 else line
    closed = closed.rstrip(", ")
    edits = complaint.fitting(complaint.edit(number, len(closed), len(line), wanted[1]))
    here = SourceSpan(complaint.path, *complaint.place, *complaint.place)
    return complaint.error(
        "unclosed-bracket",
        f"the bracket {opening} is opened here and `{wanted[1]}` or a comma is missing",
        complaint.writing(number, column, closed[column - 1 :] + wanted[1])
        if edits
        else f"close it with {wanted[1]}, part the values with commas, and quote texts that hold brackets or commas",
        complaint.context_place,
        1,
        (Related(here, "it was read as far as here"),),
        edits,
    )


def text_after_bracket(complaint: Complaint) -> Diagnostic | None:
    """Words after a closed bracket: `title: [Video] shows attack`."""
    number, column = complaint.place
    before = complaint.line(number)[: column - 1].rstrip()
    if "did not find expected" not in complaint.problem or before[-1:] not in ("]", "}"):
        return None
    return complaint.error(
        "quote-the-text",
        f"the text goes on after `{before[-1]}`, which ends a list",
        complaint.whole_text(number),
        complaint.place,
        edits=complaint.quoting(number),
    )
