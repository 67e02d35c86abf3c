"""Who speaks a quotation, and by which word the text says so."""

from __future__ import annotations

import re

from msgspec import Struct

from builder.analysis.quotations.cues import AFTER, BEFORE, CUE, HAS_CUE, OPENERS, PREPOSITIONS, PRONOUNS
from builder.text import Span

_STOP = re.compile(r"[.!?](?:\s|$)")
_NAME_STOP = re.compile(rf"\s*{CUE}\s+[A-Z]\w{{0,3}}\.$")
"""`said Mr.`: the stop belongs to the title."""
_SENTENCE_START = re.compile(r"(?<![A-Z][a-z])(?<!\b[A-Z])[.!?][\"\u201d]?\s+")
_CLAUSE_START = re.compile(
    r"(?:^|[.!?:;,\n\u201d\"]\s*(?:\b(?:and|but|while|as|when|so)\s+)?|\b(?:and|but|while|when)\s+)"
    r"(?:[A-Z][a-z]+\s+)?$"
)
_REACH = 400
"""So many characters from the marks at most a speaker is looked for."""
_SHORT = 12
"""A quotation of so many words may be followed by its speaker without a comma inside the marks."""


class Attribution(Struct, frozen=True, array_like=True):
    """The words for the speaker and the word that reports, by code points."""

    speaker: Span
    cue: Span
    stands_after: bool
    """Whether both follow the quotation."""
    is_named: bool


def attribution_after(text: str, span: Span, words: str) -> Attribution | None:
    """Return the attribution at the start of `span`, which follows a quotation of `words` to the next one."""
    if words.rstrip()[-1:] not in (",", "?", "!", "\u2014", "-") and len(words.split()) >= _SHORT:
        return None
    end = _sentence_end(text, Span(span.start, min(span.end, span.start + _REACH)))
    for form in AFTER:
        match = form.match(text, span.start, end)
        if match is not None:
            return _attribution(text, match, stands_after=True)
    return None


def _sentence_end(text: str, span: Span) -> int:
    stop = _STOP.search(text, span.start, span.end)
    if stop is None or _NAME_STOP.match(text, span.start, stop.start() + 1):
        return span.end
    return stop.start()


def attribution_before(text: str, span: Span) -> Attribution | None:
    """Return the attribution that `span`, the words since the last quotation, leads to a quotation with."""
    begin = max(span.start, span.end - _REACH)
    start = max((match.end() for match in _SENTENCE_START.finditer(text, begin, span.end)), default=begin)
    if not HAS_CUE.search(text, start, span.end):
        return None
    for form in BEFORE:
        match = form.search(text, start, span.end)
        if match is not None:
            return _attribution(text, match, stands_after=False)
    return None


def _attribution(text: str, match: re.Match[str], *, stands_after: bool) -> Attribution:
    start, end = match.span("speaker")
    is_subject = True
    while True:
        head, _, rest = text[start:end].partition(" ")
        if head not in OPENERS or not rest[:1].isupper():
            break
        is_subject = head not in PREPOSITIONS
        start += len(head) + 1
    speaker = Span(start, end)
    named = is_subject and _is_name(speaker.of(text)) and (stands_after or _opens_clause(text, start))
    return Attribution(speaker, Span(*match.span("cue")), stands_after, named)


def _is_name(words: str) -> bool:
    head = words.split(maxsplit=1)[0]
    return words[:1].isupper() and head not in OPENERS and head.casefold() not in {*PRONOUNS, "meanwhile"}


def _opens_clause(text: str, start: int) -> bool:
    """A name before a quotation is its speaker only as subject: not in "under X, …" or "reports that X said"."""
    line = text.rfind("\n", 0, start) + 1
    return _CLAUSE_START.search(text[max(start - 40, line) : start]) is not None
