"""The quotations of one text, with speaker and cue."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.analysis.quotations.attribution import Attribution, attribution_after, attribution_before
from builder.analysis.quotations.glyphs import Enclosed, enclosed, has_marks, opens_with_mark
from builder.text import Span, paragraphs

_WORD = re.compile(r"\w+")
_SPEECH_WORDS = 4
"""Fewer words are a term, unless a cue stands beside them."""
_CUED_WORDS = 2
_TITLE_WORDS = 8
"""So many words with capitals at most are a title."""
_SMALL = 3
"""A word of so many letters needs no capital in a title."""
_BETWEEN_HALVES = 60
"""So much text at most stands between the halves of a split quotation."""


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A quotation by code points of the text it was looked for in."""

    span: Span
    words_span: Span
    is_term: bool
    is_closed: bool
    attribution: Attribution | None


def quotations_in(text: str) -> tuple[FoundQuotation, ...]:
    """Return the quotations of a text in text order; quotations inside quotations are not listed."""
    if not has_marks(text):
        return ()
    lines = paragraphs(text)
    found: list[FoundQuotation] = []
    carried: Attribution | None = None
    for index, line in enumerate(lines):
        words = line.of(text)
        if not has_marks(words):
            carried = None
            continue
        goes_on = index + 1 < len(lines) and opens_with_mark(lines[index + 1].of(text))
        here = _of_paragraph(text, line, enclosed(words, goes_on), carried)
        carried = here[-1].attribution if here and not here[-1].is_closed else None
        found.extend(here)
    return tuple(found)


def _of_paragraph(
    text: str, line: Span, parts: tuple[Enclosed, ...], carried: Attribution | None
) -> list[FoundQuotation]:
    """`carried` speaks the first quotation, where it goes on from the paragraph before."""
    found: list[FoundQuotation] = []
    for index, part in enumerate(parts):
        whole = _moved(part.whole, line.start)
        before = Span(found[-1].span.end if found else line.start, whole.start)
        after = Span(
            whole.end, line.start + parts[index + 1].whole.start if index + 1 < len(parts) else line.end
        )
        said = _moved(part.words, line.start)
        speaks = attribution_after(text, after, said.of(text)) or attribution_before(text, before)
        if speaks is None and found:
            speaks = _continued(text, before, found[-1].attribution)
        if speaks is None and not found and not len(before):
            speaks = carried
        is_term = not _is_speech(text, line, part, speaks)
        found.append(FoundQuotation(whole, said, is_term, part.is_closed, speaks))
    return found


def _continued(text: str, between: Span, last: Attribution | None) -> Attribution | None:
    """The second half of a split quotation: "…," he said, "…"."""
    if last is None or not last.stands_after:
        return None
    words = between.of(text)
    joined = len(words) < _BETWEEN_HALVES or not re.search(r"[.!?]", words.rstrip().rstrip(".,"))
    return last if joined else None


def _is_speech(text: str, line: Span, part: Enclosed, speaks: Attribution | None) -> bool:
    said = _moved(part.words, line.start).of(text)
    count = len(_WORD.findall(said))
    if speaks is not None:
        return count >= _CUED_WORDS
    around = text[line.start : line.start + part.whole.start] + text[line.start + part.whole.end : line.end]
    is_headline = _WORD.search(around) is not None and _has_capitals(around)
    return count >= _SPEECH_WORDS and (is_headline or count > _TITLE_WORDS or not _has_capitals(said))


def _has_capitals(words: str) -> bool:
    """Whether all words but the small ones have capitals: a show, a book, a song, or a headline."""
    return all(part[0].isupper() or len(part) <= _SMALL for part in _WORD.findall(words))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
