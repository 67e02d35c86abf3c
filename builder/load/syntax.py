"""What is wrong where YAML cannot be read: libyaml's complaint turned into an editor's words and the right place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from unicodedata import name

from yaml import YAMLError

from builder.diagnostics import Diagnostic, Related, SourceSpan, did_you_mean
from builder.load import brackets, layout
from builder.load.complaint import KEY_AND_VALUE, Complaint, LastScalar, complaint_of
from builder.load.listsigns import list_sign
from builder.load.wrapped import colon_in_rest, unclear_line
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.walk import declared_fields, models_within
from builder.regexes import regex
from builder.yamltext import quoted

_IN_CURLY = regex(r"[“„«‘‹](?P<words>[^“”„«»‘’‹›]+)[”“»’›]")
"""A whole text between curly quotation marks, with none inside."""
_FAR = 400
"""How many characters around a place are looked at: a line may be as long as a file."""
_KEY_BEFORE = regex(r"([A-Za-z_][\w-]*): *$")
_NOTHING_FOLLOWS = regex(r"[ \t]*(?:$|[ \t]#|[],}])")
_CURLY = ("”", "“", "„", "’", "»", "«")
_LONGEST_SHOWN = 400
"""A longer line is not written out as it should be."""
_KEY_WITHOUT_SPACE = regex(r"[ ]*(?:- +)*[A-Za-z_][\w-]*:\S")
_OTHER_COLON = regex(
    r"[ ]*(?:- +)*(?P<key>[A-Za-z_][\w-]*)(?P<colon> *[：﹕ː∶︓꞉][ \u00a0\u3000]*| +:[ ]*)(?=\S)"
)
"""A key with a sign for its colon that is none, or with a space before it."""
_KEY_LINE = regex(r"[ ]*(?:- +)*[A-Za-z_][\w-]*:(?: |$)|---|$")
_KEY_WITHOUT_COLON = regex(r"[ ]*(?:- +)*(?P<key>[A-Za-z_]\w*)(?P<gap> *= *| +)\S")


@cache
def _keys() -> frozenset[str]:
    """Every key that a record may have: any other word at the head of a line may go on a text."""
    models = models_within([Dossier, *(kind.model for kind in RECORD_KINDS.values())])
    return frozenset(field.key for model in models for field in declared_fields(model))


def title_key(path: str) -> str:
    """Return the first key that a record of the folder in which `path` lies cannot do without."""
    folder = path.split("/")[1:2]
    model = next((kind.model for kind in RECORD_KINDS.values() if [kind.plural] == folder), Dossier)
    return next(field.key for field in declared_fields(model) if field.info.is_required())


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
    number, column = opening
    text = complaint.line(number).rstrip()
    closed = text[:-1] if text[-1:] in _CURLY else text
    key = _KEY_BEFORE.search(text[: column - 1])
    related: tuple[Related, ...] = ()
    if complaint.place[0] > opening[0] and complaint.line(complaint.place[0]).strip():
        here = SourceSpan(complaint.path, *complaint.place, *complaint.place)
        related = (Related(here, "it was read as far as here"),)
    return complaint.error(
        "unclosed-quote",
        f"the quotation mark {sign} is opened here and not closed on this line",
        f"write {key[1]}: {closed[column - 1 :][:_LONGEST_SHOWN]}{sign}"
        + (f"; {text[-1]} closes nothing here" if closed != text else "")
        if key and _KEY_LINE.match(complaint.line(number + 1))
        else f"close it with {sign} at the end of the text",
        opening,
        1,
        related,
        complaint.fitting(complaint.edit(number, len(closed), len(text), sign)),
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
    number, column = last.start
    line = complaint.line(number).rstrip()
    whole, sign = line[column - 1 :], last.style
    is_within = last.start[0] == last.end[0] and whole.endswith(sign) and len(whole) > last.end[1] - column
    words = whole[1:-1] if is_within else whole
    if sign == "'":
        words = words.replace("''", "'")
    written = quoted(words)
    edits = complaint.fitting(complaint.edit(number, column - 1, len(line), written))
    return complaint.error(
        "quote-the-text",
        "the text goes on after its closing quotation mark",
        complaint.writing(number, column, written)
        if edits
        else f"put {other_mark(sign)} around the whole text, or double the marks inside it",
        complaint.place,
        edits=edits,
    )


def other_mark(sign: str) -> str:
    """Return the quotation mark that does not stand in a text between these."""
    return '"' if sign == "'" else "'"


def _colon_in_text(complaint: Complaint) -> Diagnostic | None:
    """A second colon on the line of a value: `title: Flood: the facts`."""
    if complaint.problem != "mapping values are not allowed in this context":
        return None
    number, column = complaint.place
    line = KEY_AND_VALUE.match(complaint.line(number))
    if line is None or column - 1 <= line.end("key"):
        return None
    curly = _IN_CURLY.fullmatch(line["value"])
    if curly:
        return complaint.error(
            "curly-marks",
            "curly quotation marks do not hold a text together here",
            f"write {line['key']}: {quoted(curly['words'])}",
            (number, line.start("value") + 1),
            len(line["value"]),
            edits=complaint.edit(number, *line.span("value"), quoted(curly["words"])),
        )
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
        other = _OTHER_COLON.match(line)
        if other and other["key"] in _keys():
            return _other_colon(complaint, number, other)
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
        if match and (match["key"] in _keys() or did_you_mean(match["key"], _keys())):
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


def _other_colon(complaint: Complaint, number: int, match: re.Match[str]) -> Diagnostic:
    sign = match["colon"].strip()
    return complaint.error(
        "missing-colon",
        f"a key is followed by a colon and a space, here by {name(sign).lower()}"
        if sign != ":"
        else "the colon stands right behind its key, and a space behind the colon",
        f"write `{match['key']}: {complaint.line(number)[match.end() :].strip()[:_LONGEST_SHOWN]}`",
        (number, match.start("colon") + 1),
        edits=complaint.edit(number, *match.span("colon"), ": "),
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
        "mapping keys are not allowed",
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
        complaint.whole_text(number) if after_key else f'put quotation marks around the text: "{sign}…"',
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
        "write \\\\ for it; between ' instead of \" it stands as it is",
        place,
        edits=complaint.edit(place[0], place[1] - 1, place[1] - 1, "\\") if start >= 0 else (),
    )


def _unclear_line(complaint: Complaint) -> Diagnostic | None:
    signs = (
        "could not find expected ':'",
        "mapping values are not allowed",
        "cannot start any token",
        "<document start>",
    )
    if not any(sign in complaint.problem for sign in signs):
        return None
    return unclear_line(complaint, _keys())


_EXPLANATIONS: tuple[Callable[[Complaint], Diagnostic | None], ...] = (
    layout.tab,
    layout.odd_space,
    list_sign,
    _unclosed_quote,
    _text_after_quote,
    layout.dash,
    layout.text_not_indented,
    _colon_in_text,
    colon_in_rest,
    _missing_colon,
    brackets.colon_in_bracket,
    brackets.cut_in_bracket,
    brackets.nothing_between_commas,
    brackets.unclosed_bracket,
    brackets.text_after_bracket,
    _sign_for_nothing,
    _unclear_line,
    _odd_beginning,
    _backslash,
    layout.indentation,
)
