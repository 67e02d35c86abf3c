"""What the texts answer to a claim, as the reading, the line of answers or the words of one source.

Numbers count texts, as the cells of the claim do. Nothing here says who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from builder.analysis.answers import Answer, AnswerKind, AnswerPart, answer_of
from builder.analysis.claimfindings import CellKind, Saying
from builder.model.base import ClaimId
from builder.model.claim import Claim, Reading, Stance
from builder.pages.kinds import At, Context
from builder.pages.parts.links import numbered_link
from builder.pages.parts.quotes import (
    appearance_quote,
    disagreement_words,
    reading_view,
    told_names,
    whose_name,
    word_of,
)
from builder.pages.parts.rows import signed
from builder.pages.parts.words import DISAGREEMENT_WORDS, READING_MEANINGS
from builder.pages.shapes.lists import BacklinkView
from builder.pages.shapes.small import AnswerRun, AnswerView, FindingView, Phrase, ReadingView
from builder.wording import in_row, listed, marked, marked_many, numbered, say, say_as, say_many

NO_SIDE = ReadingView("mentions", marked("No side taken"))
NO_SIDE_MEANING = marked("the texts speak of the matter and take no side")

GROUP_WORDS: dict[Reading | None, str] = {
    Reading.CONFLICT: marked("What is contested"),
    Reading.DIFFER: marked("Answered differently"),
    Reading.COMPATIBLE: marked("Details that fit together"),
    Reading.VARIANT: marked("The same in other words"),
    Reading.AGREE: marked("The same in several articles"),
    Reading.ONE_ARTICLE: marked("In one article only"),
    None: marked("Mentioned, no side taken"),
}
"""Headings for the claims of one reading."""


def claim_reading(context: Context, claim: ClaimId) -> ReadingView:
    """Return a claim's reading with its disagreement."""
    found = context.findings.claims[claim]
    return reading_view(found.reading, found.disagreement) if found.reading else no_side()


def no_side() -> ReadingView:
    """Return what stands for a reading where no text takes a side."""
    return replace(NO_SIDE, word=say(NO_SIDE.word))


def group_reading(reading: Reading | None) -> ReadingView:
    """Return a reading without any one claim's disagreement."""
    return reading_view(reading) if reading else no_side()


def reading_meaning(reading: Reading | None) -> str:
    """Return what a reading means, in one clause."""
    return say(READING_MEANINGS[reading] if reading else NO_SIDE_MEANING)


def disagreement_line(context: Context, claim: ClaimId) -> str | None:
    """Return reading and disagreement in one line, `Conflict: chronology`, or None where nothing disagrees."""
    found = context.findings.claims[claim]
    if not found.disagreement:
        return None
    reading = claim_reading(context, claim).word
    return say("{reading}: {matters}", reading=reading, matters=disagreement_words(found.disagreement))


def finding_views(claim: Claim) -> tuple[FindingView, ...]:
    """Return what the editors say of a claim beneath its reading, signed; nothing where they say nothing."""
    coder = signed(claim.coded.by, claim.coded.date) if claim.coded else None
    views: list[FindingView] = []
    if claim.finding is not None:
        own = claim.finding
        signature = signed(own.by, own.date) if own.by and own.date else coder
        assert signature is not None, f"nobody signs the finding of claim {claim.id}"
        views.append(FindingView(own.says, signature))
    for each in claim.disagreement:
        if each.says is not None:
            assert coder is not None, f"nobody signs the disagreement of claim {claim.id}"
            views.append(FindingView(each.says, coder, say(DISAGREEMENT_WORDS[each.kind])))
    return tuple(views)


SAID: dict[AnswerKind, tuple[str, str]] = {
    AnswerKind(Stance.ASSERTS): marked_many("{texts} asserts it", "{texts} assert it"),
    AnswerKind(Stance.ASSERTS, hedged=True): marked_many(
        "{texts} asserts it with a hedge", "{texts} assert it with a hedge"
    ),
    AnswerKind(Stance.ATTRIBUTES): marked_many("{texts} attributes it", "{texts} attribute it"),
    AnswerKind(Stance.IMPLIES): marked_many("{texts} implies it", "{texts} imply it"),
    AnswerKind(Stance.DOUBTS): marked_many("{texts} doubts it", "{texts} doubt it"),
    AnswerKind(Stance.DISPUTES): marked_many("{texts} disputes it", "{texts} dispute it"),
    AnswerKind(Stance.CONTRADICTS): marked_many(
        "{texts} says what cannot hold together with it", "{texts} say what cannot hold together with it"
    ),
    AnswerKind(Stance.MENTIONS): marked_many(
        "{texts} mentions it and takes no side", "{texts} mention it and take no side"
    ),
    AnswerKind(CellKind.SILENT): marked_many("{texts} does not say", "{texts} do not say"),
    AnswerKind(CellKind.NOT_APPLICABLE): marked_many(
        "{texts} is older than the event", "{texts} are older than the event"
    ),
    AnswerKind(CellKind.NOT_READ): marked_many("{texts} was not read for it", "{texts} were not read for it"),
}
"""What one text does with the statement, and what several do."""

ANSWERED: dict[AnswerKind, tuple[str, str]] = {
    AnswerKind(Stance.ASSERTS): marked_many("{texts} asserts: {answers}", "{texts} assert: {answers}"),
    AnswerKind(Stance.ASSERTS, hedged=True): marked_many(
        "{texts} asserts with a hedge: {answers}", "{texts} assert with a hedge: {answers}"
    ),
    AnswerKind(Stance.ATTRIBUTES): marked_many(
        "{texts} attributes: {answers}", "{texts} attribute: {answers}"
    ),
    AnswerKind(Stance.IMPLIES): marked_many("{texts} implies: {answers}", "{texts} imply: {answers}"),
    AnswerKind(Stance.DOUBTS): marked_many("{texts} doubts: {answers}", "{texts} doubt: {answers}"),
    AnswerKind(Stance.DISPUTES): marked_many("{texts} disputes: {answers}", "{texts} dispute: {answers}"),
    AnswerKind(Stance.CONTRADICTS): marked_many(
        "{texts} says what cannot hold together with: {answers}",
        "{texts} say what cannot hold together with: {answers}",
    ),
}
"""The same with the answers that it is about; what is missing needs no answer to stand beside it."""
_ANSWERS = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a sentence where answers, in words of the editors, are set apart from ours around them."""

TO_WHOM = marked_many("{texts} attributes it to {names}", "{texts} attribute it to {names}")
TO_NOBODY = marked_many(
    "{texts} attributes it without saying to whom", "{texts} attribute it without saying to whom"
)
"""What a text does that attributes the statement, and names one or several or nobody."""

MOST_NAMES = 3
"""So many of those on whose word texts speak are named in the line; the evidence names them all."""


def answer_line(context: Context, claim: Claim) -> AnswerView:
    """Return what the texts answer to a claim, in one line."""
    answer = answer_of(context.findings.cells(ClaimId(claim.id)), claim.positions)
    clauses = [list(clause) for clause in _clauses(context, claim, answer)]
    if not clauses:
        return AnswerView((AnswerRun(say("no text was read for it")),))
    for number, clause in enumerate(clauses):
        if number:
            clause[0] = replace(clause[0], text=say("; ") + clause[0].text)
    return AnswerView(tuple(run for clause in clauses for run in clause))


def answer_words(context: Context, claim: Claim) -> str:
    """Return a claim's answer as plain words."""
    return answer_line(context, claim).words


def _clauses(context: Context, claim: Claim, answer: Answer) -> Iterator[Iterable[AnswerRun]]:
    is_first = True
    for (kind, labelled), found in groupby(
        answer.parts, key=lambda part: (part.kind, part.position in claim.positions)
    ):
        parts = tuple(found)
        count = len({article for part in parts for article in part.articles})
        texts = say_many("{count} text", "{count} texts", count) if is_first else numbered(count)
        is_first = False
        if labelled and kind in ANSWERED:
            yield _labelled(
                context, claim, say_many(*ANSWERED[kind], count, texts=texts, answers=_ANSWERS), parts
            )
        else:
            is_named = kind in ANSWERED
            words = _said(context, texts, parts[0]) if is_named else say_many(*SAID[kind], count, texts=texts)
            yield (AnswerRun(words, names=_foreign(context, parts[0]) if is_named else ()),)
    yield from ((AnswerRun(note),) for note in _notes(answer))


def _said(context: Context, texts: str, part: AnswerPart) -> str:
    """Say what texts do with the statement, and on whose word; one text that attributes it says to whom at once."""
    words, count = _on_whose_words(context, part), len(part.articles)
    if count == 1 and part.kind.state is Stance.ATTRIBUTES:
        if words == (None,):
            return say_many(*TO_NOBODY, count, texts=texts)
        if words and None not in words:
            return say_many(*TO_WHOM, count, texts=texts, names=_named(words))
    return in_row((say_many(*SAID[part.kind], count, texts=texts), _aside(context, part)))


def _labelled(
    context: Context, claim: Claim, said: str, parts: tuple[AnswerPart, ...]
) -> Iterator[AnswerRun]:
    """Each answer once, with how many texts give it where that is not one each."""
    articles = [article for part in parts for article in part.articles]
    counted = len(articles) != len(parts) or len(frozenset(articles)) != len(articles)
    before, _, after = said.partition(_ANSWERS)
    yield AnswerRun(before)
    for number, part in enumerate(parts):
        if number:
            yield AnswerRun(say_as("between answers", " / "))
        count = numbered(len(part.articles)) if counted and len(parts) > 1 else None
        aside = in_row((count, _aside(context, part)))
        words = say("{answer} ({aside})", answer=_ANSWERS, aside=aside) if aside else _ANSWERS
        opening, _, closing = words.partition(_ANSWERS)
        names = _foreign(context, part)
        if opening:
            yield AnswerRun(opening, names=names)
        yield AnswerRun(claim.positions[part.position or ""], label=True)
        if closing:
            yield AnswerRun(closing, names=names)
    if after:
        yield AnswerRun(after)


def _foreign(context: Context, part: AnswerPart) -> tuple[Phrase, ...]:
    names = (name for saying in part.sayings for name in told_names(context, saying.appearance))
    return tuple(dict.fromkeys(names))


def _on_whose_words(context: Context, part: AnswerPart) -> tuple[str | None, ...]:
    """Return on whose word the texts of a part speak, each once; None where they do not say on whose."""
    return tuple(
        dict.fromkeys(
            whose_name(context, saying.appearance)
            for saying in part.sayings
            if saying.appearance.attributed_to is not None
        )
    )


def _aside(context: Context, part: AnswerPart) -> str | None:
    """Say on whose word the texts of a part speak, as far as they say so."""
    words, state = _on_whose_words(context, part), part.kind.state
    if not words or not isinstance(state, Stance):
        return None
    names = _named(words)
    told = (word_of(state, names) if names else None, word_of(state, None) if None in words else None)
    return listed(tuple(filter(None, told)))


def _named(words: Iterable[str | None]) -> str:
    """Name the first of those who are named, and count the others."""
    names = [name for name in words if name is not None]
    if len(names) > MOST_NAMES:
        others = len(names) - MOST_NAMES + 1
        names = [*names[: MOST_NAMES - 1], say_many("{count} other", "{count} others", others)]
    return listed(names)


def _notes(answer: Answer) -> Iterator[str]:
    if answer.hardening:
        yield say_many(
            "{count} grows firmer in the same text",
            "{count} grow firmer in the same text",
            len(answer.hardening),
        )
    if answer.several:
        yield say_many(
            "{count} says more than one of these", "{count} say more than one of these", len(answer.several)
        )


def attribution_views(
    at: At, sayings: Iterable[Saying], *, sentences: bool = True
) -> tuple[BacklinkView, ...]:
    """Return statements that rest on the word of a record, each sentence once; further ones of it are its words alone.

    Without `sentences` all are their words alone, for a page that has the sentences elsewhere.
    """
    return tuple(_attributions(at, sayings, sentences=sentences))


def _attributions(at: At, sayings: Iterable[Saying], *, sentences: bool) -> Iterator[BacklinkView]:
    told: set[str] = set()
    for saying in sayings:
        quote = appearance_quote(at, saying)
        sentence = "".join((quote.before, *(run.text for run in quote.exact), quote.after))
        if sentence in told or not sentences:
            quote = replace(quote, before="", after="")
        told.add(sentence)
        yield BacklinkView(
            title=numbered_link(at, "claim", saying.claim),
            quote=quote,
            reading=claim_reading(at.context, saying.claim),
        )
