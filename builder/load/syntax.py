"""What is wrong where YAML cannot be read: libyaml's complaint turned into an editor's words and the right place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from yaml import YAMLError

from builder.diagnostics import Diagnostic, Related, SourceSpan
from builder.load import layout
from builder.load.complaint import KEY_AND_VALUE, Complaint, LastScalar, complaint_of
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.walk import declared_fields, models_within
from builder.yamltext import quoted

_FAR = 400
"""How many characters around a place are looked at: a line may be as long as a file."""
_KEY_BEFORE = re.compile(r"([A-Za-z_][\w-]*): *$")
_NOTHING_FOLLOWS = re.compile(r"[ \t]*(?:$|[ \t]#|[],}])")
_BRACKET_WANTED = re.compile(r"expected ',' or '([]}])'")
_CUT_IN_BRACKET = re.compile(
    r"(?:(?P<key>[A-Za-z_][\w-]*): +|[\[,{] *)"
    r"(?P<value>[^\s\[\]{},\"'#:][^\[\]{},#\":]*[ \t](?P<sign>#)[^\W_][^\[\]{},]*)"
)
_LONGEST_SHOWN = 400
"""A longer line is not written out as it should be."""
_KEY_WITHOUT_SPACE = re.compile(r"[ ]*(?:- +)*[A-Za-z_][\w-]*:\S")
_KEY_WITHOUT_COLON = re.compile(r"[ ]*(?:- +)*(?P<key>[A-Za-z_]\w*)(?P<gap> *= *| +)\S")


@cache
def _keys() -> frozenset[str]:
    """Every key that a record may have: any other word at the head of a line may go on a text."""
    models = models_within([Dossier, *(kind.model for kind in RECORD_KINDS.values())])
    return frozenset(field.key for model in models for field in declared_fields(model))


def explain_syntax(
    fault: YAMLError, text: str, path: str, first_line: int, last_scalar: LastScalar | None
) -> Diagnostic:
    """Return the one diagnostic for a text that is not YAML."""
    complaint = complaint_of(fault, text, path, first_line, last_scalar)
    for explain in _EXPLANATIONS:
        found = explain(complaint)
        if found is not None:
            return found
    return complaint.error(
        "yaml-syntax",
        f"this cannot be read: {complaint.problem}",
        "check quotation marks, brackets, colons and the indentation of this line and the one before",
        complaint.context_place if complaint.waits and complaint.context_place else complaint.place,
    )


def _unclosed_quote(complaint: Complaint) -> Diagnostic | None:
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
    if complaint.place[0] > opening[0] and complaint.line(complaint.place[0]).strip():
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


def _text_after_quote(complaint: Complaint) -> Diagnostic | None:
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


def _colon_in_text(complaint: Complaint) -> Diagnostic | None:
    """A second colon on the line of a value: `title: Flood: the facts`."""
    if complaint.problem != "mapping values are not allowed in this context":
        return None
    number, column = complaint.place
    line = KEY_AND_VALUE.match(complaint.line(number))
    if line is None or column - 1 <= line.end("key"):
        return None
    return complaint.error(
        "quote-the-text",
        "a text that holds a colon and a space needs quotation marks",
        f"write {line['key']}: {quoted(line['value'])}"
        if len(line[0]) <= _LONGEST_SHOWN
        else "put quotation marks around the whole text",
        complaint.place,
        edits=complaint.quoting(number),
    )


def _missing_colon(complaint: Complaint) -> Diagnostic | None:
    """A line that begins with a key and lacks the colon, or the space after it; noticed on the next line."""
    if complaint.problem not in (
        "could not find expected ':'",
        "mapping values are not allowed in this context",
        "did not find expected key",
    ):
        return None
    for number in complaint.suspects():
        line = complaint.line(number)
        if ": " in line or line.rstrip().endswith(":") or not line.strip():
            continue
        colon = _KEY_WITHOUT_SPACE.match(line)
        if colon:
            key, _, value = line.strip().removeprefix("- ").partition(":")
            return complaint.error(
                "missing-colon",
                "a space is missing after the colon",
                f"write `{key}: {value.strip()}`"
                if len(line) <= _LONGEST_SHOWN
                else f"write `{key[:_LONGEST_SHOWN]}: ` with a space",
                (number, line.index(":") + 1),
                edits=complaint.edit(number, line.index(":") + 1, line.index(":") + 1, " "),
            )
        match = _KEY_WITHOUT_COLON.match(line)
        if match:
            key = match["key"]
            return complaint.error(
                "missing-colon",
                f"a colon is missing after `{key}`",
                f"write `{key}: {line[match.end() - 1 :].strip()}`"
                if len(line) <= _LONGEST_SHOWN
                else f"write `{key}: ` before its value",
                (number, match.start("key") + 1),
                len(key),
                edits=complaint.edit(number, *match.span("gap"), ": ") if key in _keys() else (),
            )
    return None


def _cut_in_bracket(complaint: Complaint) -> Diagnostic | None:
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


def _unclosed_bracket(complaint: Complaint) -> Diagnostic | None:
    """A list or mapping on one line whose bracket nothing closes."""
    wanted = _BRACKET_WANTED.search(complaint.problem)
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


def _text_after_bracket(complaint: Complaint) -> Diagnostic | None:
    """Words after a closed bracket: `title: [Video] shows attack`."""
    number, column = complaint.place
    before = complaint.line(number)[: column - 1].rstrip()
    if "did not find expected" not in complaint.problem or before[-1:] not in ("]", "}"):
        return None
    return complaint.error(
        "quote-the-text",
        f"the text goes on after `{before[-1]}`, which ends a list",
        "put quotation marks around the whole text",
        complaint.place,
        edits=complaint.quoting(number),
    )


def _sign_for_nothing(complaint: Complaint) -> Diagnostic | None:
    """A dash or a question mark that stands for no value, and begins a list or a key to YAML: `byline: -`."""
    number, column = complaint.place
    line = complaint.line(number)
    sign = line[column - 1 : column]
    if sign not in ("-", "?") or not _NOTHING_FOLLOWS.match(line, column):
        return None
    key = _KEY_BEFORE.search(line[max(column - _FAR, 0) : column - 1])
    return complaint.error(
        "empty-value",
        f"`{sign}` says that there is nothing",
        f'write a value or remove it; if the sign itself is meant, quote it: {f"{key[1]}: " if key else ""}"{sign}"',
        complaint.place,
    )


def _odd_beginning(complaint: Complaint) -> Diagnostic | None:
    """A text that begins with a sign of YAML's own: @ ` % & * or a bracket."""
    signs = (
        "cannot start any token",
        "expected alphabetic or numeric",
        "tag URI",
        "undefined tag handle",
        "node content",
        "expected comment or line break",
    )
    number, column = complaint.context_place or complaint.place
    sign = complaint.line(number)[column - 1 : column]
    after_key = complaint.line(number)[: column - 1].rstrip().endswith(":")
    is_dash = after_key and "block sequence entries are not allowed" in complaint.problem
    if not sign.strip() or not (is_dash or any(sign in complaint.problem for sign in signs)):
        return None
    return complaint.error(
        "quote-the-text",
        f"a value cannot begin with `{sign}`",
        f'put quotation marks around the text: "{sign}…"',
        (number, column),
        edits=complaint.quoting(number) if after_key else (),
    )


def _backslash(complaint: Complaint) -> Diagnostic | None:
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


_EXPLANATIONS: tuple[Callable[[Complaint], Diagnostic | None], ...] = (
    layout.tab,
    layout.odd_space,
    _unclosed_quote,
    _text_after_quote,
    layout.dash,
    layout.text_not_indented,
    _colon_in_text,
    _missing_colon,
    _cut_in_bracket,
    _unclosed_bracket,
    _text_after_bracket,
    _sign_for_nothing,
    _odd_beginning,
    _backslash,
    layout.indentation,
)
