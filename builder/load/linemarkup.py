"""Marks that no page renders: Markdown and HTML in a text of one line, and tags of HTML in Markdown."""

from __future__ import annotations

import re
from html import unescape

from builder.diagnostics import Edit, FieldPath, Problems
from builder.load.places import RecordPlaces
from builder.model.base import IsName, IsPrinted, Record
from builder.model.walk import marked_fields
from builder.regexes import regex
from builder.yamltext import scalar

_TAG = regex(
    r"</?(?P<name>b|strong|i|em|u|br|p|span|div|sup|sub|small|big|font|center|h[1-6]|blockquote|ul|ol|li)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_IN_A_LINE = (
    (regex(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*|__(?=\S)([^_]+?)(?<=\S)__"), "emphasis of Markdown"),
    (regex(r"\[([^\[\]]+)\]\((?:https?:|mailto:)[^()\s]+\)"), "a link of Markdown"),
    (regex(r"^(?:#{1,6} +)([^\W\d].*)$"), "a heading of Markdown"),
    (
        regex(r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});"),
        "a code of HTML",
    ),
    (_TAG, "a tag of HTML"),
)
_PERHAPS = regex(r"[*_\[#&<]")
_IN_MARKDOWN = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def check_markup(kind: str, record_id: str, record: Record, places: RecordPlaces, problems: Problems) -> None:
    """Warn of marks that readers would see as they are written."""
    for path, marker, text in marked_fields(record, IsPrinted):
        if marker.is_markdown:
            _check_prose(kind, record_id, path, text, places, problems)
        else:
            _check_line(kind, record_id, path, text, places, problems)
    for path, _, text in marked_fields(record, IsName):
        _check_line(kind, record_id, path, text, places, problems)


def _check_line(
    kind: str, record_id: str, path: FieldPath, text: str, places: RecordPlaces, problems: Problems
) -> None:
    if not _PERHAPS.search(text):
        return
    found = [words for pattern, words in _IN_A_LINE if pattern.search(text)]
    if not found:
        return
    plain = text
    for pattern, _ in _IN_A_LINE:
        plain = pattern.sub(_words_of, plain)
    plain = " ".join(plain.split())
    span = places.span(kind, record_id, path)
    fits = bool(plain) and plain != text and span.line == span.end_line
    problems.warning(
        "markup-in-line",
        f"a text of one line is printed as it is written, and so is {found[0]}",
        span,
        f"write {scalar(plain)}" if plain else "write it in plain words",
        edits=(Edit(span, scalar(plain)),) if fits else (),
    )


def _words_of(match: re.Match[str]) -> str:
    if match[0].startswith("&"):
        return unescape(match[0])
    return next((group for group in match.groups() if group and match.re.pattern != _TAG.pattern), "")


def _check_prose(
    kind: str, record_id: str, path: FieldPath, text: str, places: RecordPlaces, problems: Problems
) -> None:
    match = _TAG.search(text) if "<" in text else None
    if match is None:
        return
    sign = _IN_MARKDOWN.get(match["name"].lower())
    whole = re.search(rf"{re.escape(match[0])}([^<>]+)</{match['name']}>", text, re.IGNORECASE)
    written = f"{sign}{whole[1]}{sign}" if sign and whole else None
    words = whole[0] if whole and written else match[0]
    span = next(places.spans_of_words(kind, record_id, path, words))
    is_there = span.line == span.end_line and span.end_column - span.column == len(words)
    problems.warning(
        "markup-in-line",
        "tags of HTML are printed as they are written; texts of the editors are Markdown",
        span,
        f"write {written}" if written else "take the tag out, or write what it stands for in Markdown",
        edits=(Edit(span, written),) if written and is_there else (),
    )
