"""Places that look damaged or foreign: fused words, lost spaces, odd spaces, page furniture.

Looked for in the clean view, so that what an editor has marked is not found again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.analysis.suggestions.suggestion import Suggestion, SuggestionKind, article_file, made
from builder.analysis.suggestions.yamltext import item, passage_lines, quote_lines
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.marks import MarkKind
from builder.regexes import regex
from builder.text import Span, paragraphs
from builder.yamltext import quoted


class _Damage(Struct, frozen=True):
    """A place of a clean view; `read` is how a repair would show it."""

    kind: MarkKind
    span: Span
    message: str
    read: str | None = None


_FURNITURE: tuple[tuple[MarkKind, str, str], ...] = (
    (
        MarkKind.COMMENTS,
        "a comment form",
        (
            r"leave a (?:reply|comment)|your email address will not be published|required fields are marked.*"
            r"|post a comment|(?:log|sign) in to comment|\d+ comments?"
        ),
    ),
    (
        MarkKind.APPEAL,
        "an appeal to readers",
        r"dear readers?,|.*\bwe ask you to\b.*|.*\b(?:donate|become a member|support our journalism|support us)\b.*",
    ),
    (
        MarkKind.SUBSCRIPTION,
        "a link to subscribe",
        (
            r".*\b(?:subscribe (?:now|to|here)|sign up for|newsletter|premium plus|for (?:just |only )?\$\d+ a month)"
            r"\b.*|.*\bclick here\W*"
        ),
    ),
    (
        MarkKind.RELATED,
        "a block of other headlines",
        r"(?:related|recommended|most read|read (?:more|also|next))\b.{0,30}",
    ),
    (
        MarkKind.WIDGET,
        "a widget of the page",
        r"\d+[- ]min(?:ute)?s?\.? read\.?|share (?:this|on)\b.{0,40}|advertisement|follow us\b.{0,40}|tweet|print",
    ),
    (
        MarkKind.WIDGET,
        "a notice about cookies",
        r"(?=.*\bcookies?\b).*\b(?:we use|our use of|uses? cookies|accept|consent|settings)\b.*",
    ),
    (
        MarkKind.BYLINE,
        "a line that names the author",
        r"(?i:author|by|written by):? [A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,3}",
    ),
)
_FUSED = regex(r"\b[^\W\d_]{0,40}[^\W\d_A-Z]{3}(?P<second>[A-Z][a-z]{0,40})\b")
_CAMEL = regex(r"^(?:Ma?c|De|Le|La|Van|O[\u2019'])[A-Z]|Tube|Book|Phone|Press|News|Times|Point|Pal\b|Fi\b")
_SENTENCE_OPENERS = frozenset(
    "A An And As At But By For He I If In It On She The They This To We When".split()
)
_STOP = regex(r"\b[^\W\d_]{0,40}[a-z]{2}[.!?](?P<second>[A-Z][a-z]+)\b")
_SPACES = regex(r"[ ]*\u00a0[ \u00a0]*")
_WORD = regex(r"\b[a-z]{7,24}\b")
_JOINERS = frozenset(
    """the and that will would have has had been was were are from this they them their his soon very also then than
    which because could should about said with for""".split()
)
_OPEN_NO_WORD = frozenset("about because been could from soon they very were which would".split())
"""Small words that no other long word begins with."""
_PART = 4
_KNOWN = 2
"""A word that the dossier uses so often is a word."""
_ALT_TEXT = 60
"""So far into a paragraph a fused word may be the end of an image's text."""


def damaged_places(library: Library, findings: Findings) -> Iterator[Suggestion]:
    """Yield a mark for every place that looks damaged, by article, in text order."""
    known = _vocabulary(library)
    for article in findings.article_order:
        if article in library.texts:
            yield from damages_of(library, article, known)


def damages_of(library: Library, article: ArticleId, known: Counter[str]) -> Iterator[Suggestion]:
    """Yield a mark for every place of one text that looks damaged; `known` counts the words that are words."""
    text = library.texts[article].clean.text
    found = [
        *_furniture(text),
        *_fused(text),
        *_lost_spaces(text),
        *_odd_spaces(text),
        *_run_together(text, known),
    ]
    for damage in _apart(found):
        yield _suggestion(library, article, damage)


def _apart(found: list[_Damage]) -> list[_Damage]:
    """Of damages that overlap the longer stays; in text order."""
    kept: list[_Damage] = []
    for damage in sorted(found, key=lambda one: (-len(one.span), one.span)):
        if not any(one.span.meets(damage.span) for one in kept):
            kept.append(damage)
    return sorted(kept, key=lambda one: one.span)


def _vocabulary(library: Library) -> Counter[str]:
    return Counter(
        word.casefold()
        for article in sorted(library.texts)
        for word in re.findall(r"[^\W\d_]+", library.texts[article].clean.text)
    )


def _furniture(text: str) -> Iterator[_Damage]:
    for line in paragraphs(text):
        for kind, message, pattern in _FURNITURE:
            flags = re.NOFLAG if kind is MarkKind.BYLINE else re.IGNORECASE
            if re.fullmatch(pattern, line.of(text).lstrip("\u2022* ").rstrip(".!: "), flags):
                yield _Damage(kind, line, message)
                break


def _fused(text: str) -> Iterator[_Damage]:
    for match in _FUSED.finditer(text):
        second = match.start("second")
        if _is_brand(match[0], match["second"]):
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        if second - line <= _ALT_TEXT and not re.search(r"[.!?]\s", text[line:second]):
            message = (
                f"\u201c{text[line:second]}\u201d looks like the text of an image, fused to the sentence"
            )
            yield _Damage(MarkKind.ALT_TEXT, Span(line, second), message)
        else:
            yield _lost_space(match, second)


def _is_brand(word: str, second: str) -> bool:
    """Whether a capital inside a word belongs there: YouTube, McDonald, SouthFront."""
    return _CAMEL.search(word) is not None or (word[0].isupper() and second not in _SENTENCE_OPENERS)


def _lost_spaces(text: str) -> Iterator[_Damage]:
    for match in _STOP.finditer(text):
        yield _lost_space(match, match.start("second"))


def _lost_space(match: re.Match[str], cut: int) -> _Damage:
    words = match[0]
    read = f"{words[: cut - match.start()]} {words[cut - match.start() :]}"
    return _Damage(
        MarkKind.LOST_SPACE, Span(*match.span()), f"a space seems lost in \u201c{words}\u201d", read
    )


def _odd_spaces(text: str) -> Iterator[_Damage]:
    for match in _SPACES.finditer(text):
        if len(match[0]) > 1:
            yield _Damage(
                MarkKind.NO_BREAK_SPACE,
                Span(*match.span()),
                "a no-break space stands beside another space",
                " ",
            )


def _run_together(text: str, known: Counter[str]) -> Iterator[_Damage]:
    for match in _WORD.finditer(text):
        word = match[0]
        if known[word] >= _KNOWN:
            continue
        for cut in range(3, len(word) - 2):
            left, right = word[:cut], word[cut:]
            if _could_be_two(left, right, known):
                yield _lost_space(match, match.start() + cut)
                break


def _could_be_two(left: str, right: str, known: Counter[str]) -> bool:
    """Whether one of the parts is a small word and the other one a word of this dossier."""
    if left in _OPEN_NO_WORD and len(right) > _PART:
        return True
    if left in _JOINERS and left not in ("for", "with"):
        return len(right) >= _PART and known[right] >= 1
    return right in _JOINERS and len(right) > 2 and len(left) >= _PART and known[left] >= _KNOWN


def _suggestion(library: Library, article: ArticleId, damage: _Damage) -> Suggestion:
    stored = library.texts[article]
    span = stored.clean.to_raw(damage.span)
    lines = [f"kind: {damage.kind.value}"]
    if damage.read is None:
        lines += passage_lines(stored, span)
    else:
        lines += [*quote_lines(stored, span), f"read: {quoted(damage.read)}"]
    message = damage.message[0].upper() + damage.message[1:]
    yaml = "marks:\n" + item(lines)
    return made(library, SuggestionKind.DAMAGE, ((article, span),), message, article_file(article), yaml)
