"""Two texts that speak against each other on a claim, quotation facing quotation.

Words that editors chose (`stress`) come first. Else, where both texts name their positions in words, those words. A
mark never stops between a negation or a modal verb and what it belongs to, and a computed one never leaves a negation
or a modal of its quotation unmarked; where that cannot be told, nothing is marked. The rule knows English verbs only:
in other languages editors' words are marked as they are, and nothing is computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.matching import whole_words_in
from builder.model.base import ClaimId
from builder.model.datewords import date_words
from builder.model.edtf import Edtf
from builder.model.monthdays import months_away
from builder.pages.kinds import At, Context
from builder.pages.parts.answers import claim_reading
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.quotes import (
    appearance_quote,
    context_words,
    placed_saying,
    through_names,
    through_words,
)
from builder.pages.parts.sides import SIDED, collide, runs_of, sharpest_collision, telling_apart, wanted_spans
from builder.pages.shapes.texts import FacingSide, FacingView
from builder.text import Span, words
from builder.wording import in_row, listed, marked, marked_many, numbered, say, say_many

Sayings = tuple[Saying, ...]


def facing_sayings(context: Context, claim: ClaimId) -> tuple[Sayings, Sayings] | None:
    """Return what the two texts say that tell a conflict or difference best, the earlier text first, or None."""
    findings = context.findings.claims[claim]
    if findings.reading not in SIDED:
        return None
    pair = sharpest_collision(context, findings)
    if pair is None:
        return None
    return _against(findings.sayings, pair.first, pair.second), _against(
        findings.sayings, pair.second, pair.first
    )


def _against(sayings: Sayings, own: Saying, other: Saying) -> Sayings:
    return tuple(saying for saying in sayings if saying.article == own.article and collide(saying, other))


class Emphasis(Struct, frozen=True):
    """What is marked in each quotation of two sides, as ranges of its words, and why."""

    spans: Mapping[int, tuple[Span, ...]]
    """By the appearance's place in the claim; a quotation that is absent has no mark."""
    lead: str
    """What the marks are, in words; empty where nothing is marked."""


def facing_view(at: At, claim: ClaimId, *, brief: bool = False) -> FacingView | None:
    """Return the two texts that face each other on a claim, or None where no two collide.

    `brief` prints one quotation for each text and no notes, as the first page does.
    """
    found = _sharpest(at.context, claim) if brief else facing_sayings(at.context, claim)
    if found is None:
        return None
    marked = emphasis_of(at.context, claim, found).spans
    first, second = (_side(at, own, marked, noted=not brief) for own in found)
    gap, gap_words = time_between(_published(at.context, found[0][0]), _published(at.context, found[1][0]))
    return FacingView((first, second), gap, gap_words, claim_reading(at.context, claim))


def _sharpest(context: Context, claim: ClaimId) -> tuple[Sayings, Sayings] | None:
    findings = context.findings.claims[claim]
    pair = sharpest_collision(context, findings) if findings.reading in SIDED else None
    return ((pair.first,), (pair.second,)) if pair else None


def _published(context: Context, saying: Saying) -> Edtf:
    return context.library.articles[saying.article].published.edtf


STRESSED = marked("Marked: the words that the editors stress.")
APART = marked("Marked in each: the words that give its answer.")


def emphasis_of(context: Context, claim: ClaimId, sides: tuple[Sayings, Sayings]) -> Emphasis:
    """Return the words to mark in two sides: the editors' choice, else the answers in words, else nothing."""
    chosen = {
        saying.index: spans for side in sides for saying in side if (spans := _stressed(context, saying))
    }
    return Emphasis(chosen, say(STRESSED)) if chosen else _answers_apart(context, claim, sides)


def _stressed(context: Context, saying: Saying) -> tuple[Span, ...]:
    text = placed_saying(context, saying).words
    found = [place for places in whole_words_in(text, saying.appearance.stress) for place in places]
    if not _is_english(context, saying):
        return emphasised_as_they_are(text, found)
    return emphasised(text, found, _before(context, saying)) or ()


def _answers_apart(context: Context, claim: ClaimId, sides: tuple[Sayings, Sayings]) -> Emphasis:
    """Both sides name their answers in words, in English, and no mark parts a word from its negation; or nothing."""
    nothing = Emphasis({}, "")
    labels = context.library.claims[claim].positions
    answers = [labels.get(side[0].appearance.position or "", "") for side in sides]
    named_by: dict[int, tuple[Span, ...]] = {}
    for place, side in enumerate(sides):
        texts = [placed_saying(context, saying).words for saying in side]
        across = [placed_saying(context, saying).words for saying in sides[1 - place]]
        wanted = telling_apart(answers[place], answers[1 - place])
        named = apart_spans(texts, wanted, across)
        if not any(named) or not all(_is_english(context, saying) for saying in side):
            return nothing
        for saying, text, spans in zip(side, texts, named, strict=True):
            widened = emphasised(text, spans, _before(context, saying))
            if widened is None or (widened and not is_sure(text, widened)):
                return nothing
            named_by[saying.index] = widened
    return Emphasis(named_by, say(APART))


def _before(context: Context, saying: Saying) -> str:
    """What the page prints of the sentence before a quotation."""
    return context_words(context, placed_saying(context, saying))[0]


def _is_english(context: Context, saying: Saying) -> bool:
    library = context.library
    language = library.articles[saying.article].language or library.dossier.language
    return language.split("-")[0] == "en"


def _side(at: At, sayings: Sayings, marked: Mapping[int, tuple[Span, ...]], *, noted: bool) -> FacingSide:
    """One side; through whom its words come stands at its head where it holds for all of them, else at each."""
    first = sayings[0]
    dated = date_words(_published(at.context, first))
    together = len({through_words(at.context, saying) for saying in sayings}) == 1
    source = source_view(at, first.article, dated=False)
    if together:
        names = through_names(at.context, first)
        source = replace(source, through=through_words(at.context, first), names=names)
    return FacingSide(
        label=in_row((siglum_of(at.context, first.article), dated)),
        date=dated,
        source=source,
        quotes=tuple(
            replace(
                appearance_quote(at, saying, noted=noted, sourced=together),
                source=None,
                exact=runs_of(placed_saying(at.context, saying).words, marked.get(saying.index, ())),
            )
            for saying in sayings
        ),
    )


MONTHS_IN_DAYS = 2
"""Up to two months the time between two texts is told in days."""
MONTHS_IN_YEARS = 36
"""From three years on it is told in years."""

DAYS = marked_many("{count} day", "{count} days")
MONTHS = marked_many("{count} month", "{count} months")
YEARS = marked_many("{count} year", "{count} years")
Measure = tuple[int, tuple[str, str]]
"""A number and its unit: (22, MONTHS)."""


def time_between(first: Edtf, second: Edtf) -> tuple[str, str]:
    """Return the time between two dates in words: `22 months` or `between 1 and 17 days`, and `apart`.

    Where the dates do not prove which came first, nothing is said of the time between them.
    """
    if first.exact_day and second.exact_day:
        start, end = sorted((first.exact_day, second.exact_day))
        return (say("Same day"), say("two texts")) if start == end else (_exact(start, end), say("apart"))
    one, other = sorted((first, second), key=lambda each: (each.widened_lower, each.widened_upper))
    if one.widened_upper >= other.widened_lower:
        return say("Order unknown"), say("by their dates")
    least = _measure(one.widened_upper, other.widened_lower, up=False)
    if one.widened_lower == date.min or other.widened_upper == date.max:
        return say("at least {time}", time=_told(least)), say("apart")
    most = _measure(one.widened_lower, other.widened_upper, up=True)
    shown = numbered(least[0]) if least[1] == most[1] else _told(least)
    return say("between {least} and {most}", least=shown, most=_told(most)), say("apart")


def _told(measure: Measure) -> str:
    number, unit = measure
    return say_many(*unit, number)


def _exact(start: date, end: date) -> str:
    months = _whole_months(start, end)
    rest = (end - months_away(start, months)).days
    if months < MONTHS_IN_DAYS:
        return say_many(*DAYS, (end - start).days)
    if months < MONTHS_IN_YEARS:
        return listed([say_many(*MONTHS, months), *([say_many(*DAYS, rest)] if rest else [])])
    years = say_many(*YEARS, round(months / 12))
    return say("about {years}", years=years) if rest or months % 12 else years


def _measure(start: date, end: date, *, up: bool) -> Measure:
    """The time between two days in whole days, months or years, rounded up or down."""
    months = _whole_months(start, end)
    if months < MONTHS_IN_DAYS:
        return (end - start).days, DAYS
    months += up and months_away(start, months) != end
    if months < MONTHS_IN_YEARS:
        return months, MONTHS
    return -(-months // 12) if up else months // 12, YEARS


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


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
