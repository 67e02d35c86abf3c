"""Who speaks a quotation, by which word or form of words the text says so."""

from __future__ import annotations

import re

from msgspec import Struct

from builder.regexes import regex
from builder.text import Span

_VERBS = """
accused accuses accusing acknowledged acknowledges added adding adds admits admitted agreed agrees alleged alleges
announced announces announcing argued argues arguing asked asks asserted asserts blasted boasted branded branding
called calling calls cautioned characterized charged chanted claimed claiming claims commented complained conceded
concluded concludes confirmed confirms continued continues countered criticized declared declares declaring
denied denies described describes describing dismissed dismissing dubbed emphasized explained explains
insisted insists joked labeled labelled lamented mocked noted notes noting observed pledged posted praised predicted
promised put quipped quoted quoting reads read recalled referred reiterated remarked replied replies reported reports
responded responds said say saying says shouted slammed stated states stating stressed suggested suggests
tell telling tells testified threatened threatens told touted tweeted tweets urged urges vowed vowing vows
warned warning warns wrote write writes writing yelled
""".split()
CUE = rf"(?:{'|'.join(_VERBS)})"
"""A word that reports speech; what follows it in a form has to end the word, so their order tells nothing."""

_WORD = r"[A-Z][\w'\u2019-]*\.?"
_PROPER = rf"(?:{_WORD}(?:\s+(?:(?:of|for|de|der|den|al|bin|van|von|the|&)\s+){{0,2}}{_WORD})*)"
_ROLE = (
    r"(?:(?:the|a|an|one|another|his|her|their|its|this)\s+(?:[\w'\u2019-]+\s+){0,5}?[\w'\u2019-]+"
    r"|officials|they|he|she|it|who|i|we)"
)
_SPEAKER = rf"(?P<speaker>{_PROPER}|(?i:{_ROLE}))"
_ASIDE = r"(?:,[^,.\"\u201c\u201d]{2,90},)?"
_ADVERBS = r"(?:(?:also|later|then|once|has|have|had|who|reportedly|recently|repeatedly|[a-z]+ly)\s+){0,2}"
_CUE = rf"(?P<cue>{CUE})"
_ACCORDING = r"(?P<cue>(?i:according to))"

AFTER = (
    regex(rf"[\s,]*{_CUE}\s+(?P<speaker>{_PROPER}(?:\s+{_PROPER})*|(?i:{_ROLE}))"),
    regex(rf"[\s,]*{_SPEAKER}{_ASIDE}\s+{_ADVERBS}{_CUE}\b"),
    regex(rf"[\s,]*{_ACCORDING}\s+{_SPEAKER}"),
)
"""Forms that follow a quotation, tried in this order at its end."""

BEFORE = (
    regex(rf"{_SPEAKER}{_ASIDE}\s+{_ADVERBS}{_CUE}\b[^\"\u201c\u201d.!?]{{0,60}}$"),
    regex(rf"{_ACCORDING}\s+{_SPEAKER}[^\"\u201c\u201d.!?]{{0,40}}$"),
)
"""Forms that lead to a quotation, searched for in the words before it."""

HAS_CUE = regex(rf"(?i:\b(?:{CUE}|according to)\b)")
"""Whether any such word stands in a text."""

OPENERS = frozenset(
    """The A An In On At But And As When After Before For While If That This What So Yet Now Then Still Also Although
    Though By With Under From Of To Like Unlike""".split()
)
"""Words whose capital comes from the sentence they open."""

PREPOSITIONS = frozenset("At By For From In Like Of On To Under Unlike With".split())
"""A name after one of these is no subject."""

PRONOUNS = frozenset("he she they it who i we his her their its".split())
"""Words that stand for a speaker without a name."""


_STOP = regex(r"[.!?](?:\s|$)")
_NAME_STOP = regex(rf"\s*{CUE}\s+[A-Z]\w{{0,3}}\.$")
"""`said Mr.`: the stop belongs to the title."""
_SENTENCE_START = regex(r"(?<![A-Z][a-z])(?<!\b[A-Z])[.!?][\"\u201d]?\s+")
_CLAUSE_START = regex(
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
