"""A claim's answer in one line, from stances and positions alone: how many texts say what, and how many do not.

Numbers count texts, as the cells of the claim do. Nothing here says who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.analysis.answers import Answer, AnswerKind, AnswerPart, answer_of
from builder.analysis.claimfindings import CellKind
from builder.model.base import ClaimId
from builder.model.claim import Claim, Stance
from builder.pages.kinds import Context
from builder.pages.parts.stances import on_whose_word
from builder.pages.parts.words import in_row, listed
from builder.pages.shapes.small import AnswerRun, AnswerView
from builder.wording import marked_many, say, say_many

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
    AnswerKind(Stance.ASSERTS): marked_many("{texts} asserts:", "{texts} assert:"),
    AnswerKind(Stance.ASSERTS, hedged=True): marked_many(
        "{texts} asserts with a hedge:", "{texts} assert with a hedge:"
    ),
    AnswerKind(Stance.ATTRIBUTES): marked_many("{texts} attributes:", "{texts} attribute:"),
    AnswerKind(Stance.IMPLIES): marked_many("{texts} implies:", "{texts} imply:"),
    AnswerKind(Stance.DOUBTS): marked_many("{texts} doubts:", "{texts} doubt:"),
    AnswerKind(Stance.DISPUTES): marked_many("{texts} disputes:", "{texts} dispute:"),
    AnswerKind(Stance.CONTRADICTS): marked_many(
        "{texts} says what cannot hold together with:", "{texts} say what cannot hold together with:"
    ),
}
"""The same before the answers that it is about; what is missing needs no answer to stand beside it."""

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
            clause[0] = AnswerRun(say("; ") + clause[0].text, clause[0].label)
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
        texts = say_many("{count} text", "{count} texts", count) if is_first else f"{count:,}"
        is_first = False
        if labelled and kind in ANSWERED:
            yield _labelled(context, claim, say_many(*ANSWERED[kind], count, texts=texts), parts)
        else:
            said = say_many(*SAID[kind], count, texts=texts)
            yield (AnswerRun(_with_names(context, said, parts[0]) if kind in ANSWERED else said),)
    yield from ((AnswerRun(note),) for note in _notes(answer))


def _with_names(context: Context, said: str, part: AnswerPart) -> str:
    names = _names(context, part)
    is_one = len(part.articles) == 1 and part.kind.state is Stance.ATTRIBUTES
    return f"{said} {names}" if is_one and names else in_row((said, names))


def _labelled(
    context: Context, claim: Claim, said: str, parts: tuple[AnswerPart, ...]
) -> Iterator[AnswerRun]:
    """Each answer once, with how many texts give it where that is not one each."""
    articles = [article for part in parts for article in part.articles]
    counted = len(articles) != len(parts) or len(frozenset(articles)) != len(articles)
    yield AnswerRun(f"{said} ")
    for number, part in enumerate(parts):
        if number:
            yield AnswerRun(" / ")
        yield AnswerRun(claim.positions[part.position or ""], label=True)
        count = f"{len(part.articles):,}" if counted and len(parts) > 1 else None
        aside = in_row((count, _names(context, part)))
        if aside:
            yield AnswerRun(f" ({aside})")


def _names(context: Context, part: AnswerPart) -> str | None:
    """On whose word the texts of a part speak, as far as they say so."""
    words = tuple(
        dict.fromkeys(
            words
            for saying in part.sayings
            if (words := on_whose_word(context, saying.appearance)) is not None
        )
    )
    if len(words) > MOST_NAMES:
        others = say_many("{count} other", "{count} others", len(words) - MOST_NAMES + 1)
        return listed((*words[: MOST_NAMES - 1], others))
    return listed(words) or None


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
