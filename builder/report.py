"""The only formatter of problems: frames for people, lines for machines, annotations for continuous integration.

Nothing that a file or a record holds reaches a terminal as it is: control characters are written out, so that no text
can move the cursor, change a title or pose as a line of ours.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from msgspec.structs import asdict, replace

from builder.diagnostics import MOST_IN_A_FILE, Diagnostic, Severity, SourceSpan, fold, more_in_file
from builder.logs import safe, safe_line, safe_lines
from builder.regexes import regex
from builder.signs import BYTE_ORDER_MARK

ReadSource = Callable[[str], str | None]
"""Gives the text of a source file by its path, or None where it is not at hand."""

MAX_LINE_CELLS = 110
MOST_IN_A_TERMINAL = 50
"""Problems of one code that people are told one by one, over all files."""
_LEFT_CONTEXT_CELLS = 30
_LINE_BREAK = regex(r"\r\n|\r|\n")
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33"}
_BLUE, _BOLD, _CYAN = "34", "1", "36"


class OutputFormat(StrEnum):
    """How problems are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"


def format_diagnostics(
    diagnostics: Iterable[Diagnostic],
    source: ReadSource,
    output_format: OutputFormat = OutputFormat.FULL,
    *,
    colour: bool = False,
) -> str:
    """Return all problems, sorted, as one text with a final line break; empty where there are none.

    `full` frames each with its line of the source; `concise` has one line each; both end with a count. `json` is one
    object a line with `code, severity, message, path, line, column, end_line, end_column, hint, related`, and with
    `edits` or `moved_to` where one change mends it. `github` is one workflow command a line. Of one code
    `MOST_IN_A_FILE` are told one by one in each file, and the first two formats, which people read, tell
    `MOST_IN_A_TERMINAL`; the rest is one more with its `count`.
    """
    words = _formatted(diagnostics, source, output_format, colour=colour)
    return safe_lines(words, colour=colour, annotations=output_format is OutputFormat.GITHUB)


def _formatted(
    diagnostics: Iterable[Diagnostic], source: ReadSource, output_format: OutputFormat, *, colour: bool
) -> str:
    found = fold(
        sorted(diagnostics, key=lambda one: one.sort_key),
        MOST_IN_A_FILE,
        lambda one: (one.span.path, one.code, one.severity),
        more_in_file,
    )
    if not found:
        return ""
    if output_format is OutputFormat.JSON:
        return "".join(_json_line(one) for one in found)
    if output_format is OutputFormat.GITHUB:
        return "".join(_github_line(one) for one in found)
    count = _count_line(found)
    found = fold(found, MOST_IN_A_TERMINAL, lambda one: (one.code, one.severity), _more)
    paint = _paint if colour else _leave
    if output_format is OutputFormat.CONCISE:
        return "".join(_concise_line(one) for one in found) + count + "\n"
    lines = lru_cache(maxsize=64)(lambda path: _lines_of(source(path)))
    return "".join(_frame(one, lines, paint) + "\n" for one in found) + paint(_BOLD, count) + "\n"


def seen_from_above(
    diagnostics: Iterable[Diagnostic], source: ReadSource, folder: str
) -> tuple[tuple[Diagnostic, ...], ReadSource]:
    """Return problems and sources with paths that begin at a folder above the dossier, which is `folder` in it."""
    if not folder:
        return tuple(diagnostics), source

    def span(one: SourceSpan) -> SourceSpan:
        return replace(one, path=f"{folder}/{one.path}")

    moved = tuple(
        replace(
            one,
            span=span(one.span),
            related=tuple(replace(related, span=span(related.span)) for related in one.related),
            edits=tuple(replace(edit, span=span(edit.span)) for edit in one.edits),
            moved_to=f"{folder}/{one.moved_to}" if one.moved_to else "",
        )
        for one in diagnostics
    )
    return moved, lambda path: source(path.removeprefix(f"{folder}/"))


def count_words(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many problems there are, in words: `3 errors, 1 warning in 2 files`."""
    return _count_line(list(diagnostics))


def _more(first: Diagnostic, count: int) -> Diagnostic:
    """Return the problem that stands for many of one code in several files."""
    return replace(
        first,
        message=f"{count:,} more of this kind, the first of them here",
        hint="mend those above first; --output-format json tells all",
        related=(),
        count=count,
    )


Paint = Callable[[str, str], str]
Lines = Callable[[str], tuple[str, ...]]


def _frame(one: Diagnostic, lines: Lines, paint: Paint) -> str:
    span = one.span
    head = paint(_COLOURS[one.severity], f"{one.severity.value}[{one.code}]")
    rows = [f"{head} {paint(_BOLD, safe(span.path))}:{span.line}:{span.column}"]
    line = _line_at(lines, span)
    number = str(span.line)
    gutter = " " * len(number)
    if line is not None:
        shown, start, width = _window(line, span)
        rows.append(paint(_BLUE, f" {number} |") + f" {shown}".rstrip())
        pointer = " " * start + paint(_COLOURS[one.severity], "^" * width + " " + safe(one.message))
        rows.append(paint(_BLUE, f" {gutter} |") + f" {pointer}")
    else:
        rows.append(paint(_BLUE, f" {gutter} |") + " " + paint(_COLOURS[one.severity], safe(one.message)))
    rows.extend(_related_rows(one, lines, gutter, paint))
    more = f"{paint(_CYAN, '= more:')} dossier explain {one.code}"
    if one.hint:
        rows.append(f" {gutter} {paint(_CYAN, '= fix:')} {safe(one.hint)}        {more}")
    else:
        rows.append(f" {gutter} {more}")
    return "\n".join(rows) + "\n"


def _related_rows(one: Diagnostic, lines: Lines, gutter: str, paint: Paint) -> list[str]:
    rows = []
    for related in one.related:
        span = related.span
        place = f"{safe(span.path)}:{span.line}:{span.column}"
        rows.append(f" {gutter} {paint(_CYAN, '= see:')} {place}: {safe(related.message)}")
        line = _line_at(lines, span)
        if line is not None:
            shown, start, width = _window(line, span)
            number = str(span.line)
            rows.append(paint(_BLUE, f" {gutter}   {number} |") + f" {shown}".rstrip())
            rows.append(
                paint(_BLUE, f" {gutter}   {' ' * len(number)} |")
                + " "
                + " " * start
                + paint(_CYAN, "^" * width)
            )
    return rows


def _line_at(lines: Lines, span: SourceSpan) -> str | None:
    every = lines(span.path)
    return every[span.line - 1] if 0 < span.line <= len(every) else None


def _lines_of(text: str | None) -> tuple[str, ...]:
    return () if text is None else tuple(_LINE_BREAK.split(text.removeprefix(BYTE_ORDER_MARK)))


def _window(line: str, span: SourceSpan) -> tuple[str, int, int]:
    """Return the line as shown, and where in terminal cells the pointer begins and how wide it is.

    A long line is cut around the place, with `…` for what is left out.
    """
    first = min(max(span.column - 1, 0), len(line))
    last = min(max(span.end_column - 1, first), len(line)) if span.end_line == span.line else len(line)
    while last - 1 > first and line[last - 1].isspace():
        last -= 1
    from_start, to_end = _cut(line, first)
    before = safe_line(line[from_start:first])
    marked = safe_line(line[first : min(last, to_end)])
    after = safe_line(line[min(last, to_end) : to_end])
    lead, tail = "…" if from_start else "", "…" if to_end < len(line) else ""
    return f"{lead}{before}{marked}{after}{tail}", _cells(lead + before), max(_cells(marked), 1)


def _cut(line: str, first: int) -> tuple[int, int]:
    """The part of a long line to show: some of what stands before the place, and what fits after it."""
    if _cells(safe_line(line[: MAX_LINE_CELLS * 2])) <= MAX_LINE_CELLS:
        return 0, len(line)
    start, room = first, _LEFT_CONTEXT_CELLS
    while start > 0 and (room := room - _cells(safe_line(line[start - 1]))) >= 0:
        start -= 1
    end, room = start, MAX_LINE_CELLS
    while end < len(line) and (room := room - _cells(safe_line(line[end]))) >= 0:
        end += 1
    return start, end


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes; rich knows the wide and the combining characters."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _concise_line(one: Diagnostic) -> str:
    place = f"{safe(one.span.path)}:{one.span.line}:{one.span.column}"
    fix = f" (fix: {safe(one.hint)})" if one.hint else ""
    return f"{place}: {one.severity.value}[{one.code}] {safe(one.message)}{fix}\n"


def _json_line(one: Diagnostic) -> str:
    fields = {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        **asdict(one.span),
        "hint": one.hint,
        "related": [{**asdict(related.span), "message": related.message} for related in one.related],
        **({"count": one.count} if one.count > 1 else {}),
        **({"edits": [{**asdict(edit.span), "text": edit.text} for edit in one.edits]} if one.edits else {}),
        **({"moved_to": one.moved_to} if one.moved_to else {}),
    }
    return json_line(fields)


def json_line(fields: Mapping[str, object]) -> str:
    """Return an object as one line of JSON in plain ASCII that no runner takes for a command."""
    text = json.dumps(fields, ensure_ascii=True)
    return text.replace("\x7f", "\\u007f").replace("##[", "\\u0023#[") + "\n"


def _github_line(one: Diagnostic) -> str:
    """One workflow command; GitHub shows a column only where a problem lies on one line."""
    span = one.span
    where = {"file": span.path, "line": str(span.line), "endLine": str(max(span.end_line, span.line))}
    if span.end_line <= span.line:
        where |= {"col": str(span.column), "endColumn": str(max(span.end_column - 1, span.column))}
    where["title"] = one.code
    properties = ",".join(f"{name}={_escaped_property(value)}" for name, value in where.items())
    message = one.message + (f"\nfix: {one.hint}" if one.hint else "")
    return f"::{one.severity.value} {properties}::{_escaped_message(message)}\n"


def _escaped_message(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return safe(escaped)


def _escaped_property(text: str) -> str:
    return _escaped_message(text).replace(":", "%3A").replace(",", "%2C")


def _count_line(found: list[Diagnostic]) -> str:
    counts = [
        f"{count} {severity.value}{'' if count == 1 else 's'}"
        for severity in Severity
        if (count := sum(one.count for one in found if one.severity is severity))
    ]
    files = len({one.span.path for one in found})
    return f"{', '.join(counts) or 'no problems'} in {files} file{'' if files == 1 else 's'}"


def _paint(colour: str, text: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"


def _leave(colour: str, text: str) -> str:
    return text
