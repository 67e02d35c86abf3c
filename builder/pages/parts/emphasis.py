"""Which words of two quotations that face each other are marked: those that give the answer, whole or not at all.

Words that editors chose (`stress`) come first. Else, where both texts name their positions in words, those words. A
mark never stops between a negation or a modal verb and what it belongs to, and a computed one never leaves a negation
or a modal of its quotation unmarked; where that cannot be told, nothing is marked. The rule knows English verbs only:
in other languages editors' words are marked as they are, and nothing is computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.pages.parts.meets import wanted_spans
from builder.text import Span, words

NEGATIONS = frozenset(
    "not no never nor neither none nobody nothing nowhere without hardly scarcely barely rarely seldom cannot unable "
    "unlikely fail fails failed failing refuse refuses refused refusing decline declines declined deny denies denied "
    "lack lacks lacked instead rather few little far".split()
)
"""Words that turn a statement round or nearly so."""
MODALS = frozenset("can could may might must shall should will would ought need dare yet".split())
"""Verbs that say how far something holds; `yet to` says that it does not."""
AUXILIARIES = frozenset("am is are was were be been being has have had having do does did to".split())
LIGHT = frozenset("already also ever even just now only still then soon first always often".split())
"""Small words that stand between an auxiliary and its verb, as adverbs in -ly do."""


def emphasised(text: str, spans: Iterable[Span], before: str = "") -> tuple[Span, ...] | None:
    """Widen ranges of a quotation until none stops beside a negation or a modal that belongs to it.

    `before` is what stands right before the quotation in its sentence; None where a range would have to begin there.
    """
    whole = before + text
    found = words(whole)
    places = [
        Span(len(before) + span.start, len(before) + span.end)
        for span in sorted(spans)
        if span.of(text).strip()
    ]
    widened: list[Span] = []
    for place in places:
        inside = [number for number, word in enumerate(found) if word.meets(place)]
        if not inside:
            widened.append(place)
            continue
        first = _first_of_verb(whole, found, inside[0])
        last = _last_of_verb(whole, found, inside[0], inside[-1])
        if found[first].start < len(before):
            return None
        widened.append(Span(min(place.start, found[first].start), max(place.end, found[last].end)))
    return emphasised_as_they_are(
        text, [Span(span.start - len(before), span.end - len(before)) for span in widened]
    )


def _first_of_verb(text: str, found: Sequence[Span], first: int) -> int:
    """The first word of the run before `first` that leads to it, where a negation or a modal is in that run."""
    reached, turned = first, first
    while reached and _touch(text, found[reached - 1], found[reached]) and _leads(text, found[reached - 1]):
        reached -= 1
        if _turns(found[reached].of(text)):
            turned = reached
    if turned == first:
        return first
    while turned > reached and _is_auxiliary(found[turned - 1].of(text)):
        turned -= 1
    return turned


def _last_of_verb(text: str, found: Sequence[Span], first: int, last: int) -> int:
    """The verb after a range that ends in its auxiliary or its negation, and a negation right after the range."""
    start = last
    while start >= first and _leads(text, found[start]):
        start -= 1
    following = last + 1 < len(found) and _touch(text, found[last], found[last + 1])
    turns = any(_turns(word.of(text)) for word in found[start + 1 : last + 1])
    if not turns and not (following and _plain(found[last + 1].of(text)) in NEGATIONS):
        return last
    while last + 1 < len(found) and _touch(text, found[last], found[last + 1]):
        last += 1
        if not _leads(text, found[last]):
            break
    return last


def _touch(text: str, one: Span, other: Span) -> bool:
    return not text[one.end : other.start].strip()


def _leads(text: str, word: Span) -> bool:
    """Whether a word leads on to a verb: an auxiliary, a modal, a negation or a light word."""
    plain = _plain(word.of(text))
    return (
        _turns(plain) or _is_auxiliary(plain) or plain in LIGHT or (len(plain) > 3 and plain.endswith("ly"))
    )


def _is_auxiliary(word: str) -> bool:
    return _plain(word) in AUXILIARIES


def _turns(word: str) -> bool:
    plain = _plain(word)
    return plain in NEGATIONS or plain in MODALS or plain.endswith(("n't", "'ll", "'d"))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").replace("ʼ", "'")


def is_sure(text: str, marked: Sequence[Span]) -> bool:
    """Whether every negation and modal of a quotation stands inside a marked range."""
    return all(any(span.holds(word) for span in marked) for word in words(text) if _turns(word.of(text)))


def apart_spans(texts: Sequence[str], own: Sequence[str], others: Sequence[str]) -> list[tuple[Span, ...]]:
    """Return for each text of one side where it names its position: words of its label, and of no text across."""
    across = {_plain(word.of(text)) for text in others for word in words(text)}
    wanted = tuple(word for word in own if word not in across)
    return [wanted_spans(text, wanted) for text in texts]


def emphasised_as_they_are(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return ranges of a text in order; those that meet, or that only white space parts, are one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip()):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
