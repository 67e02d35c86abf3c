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
from builder.pages.parts.words import listed
from builder.pages.shapes.small import AnswerRun, AnswerView

VERBS: dict[AnswerKind, tuple[str, str, str]] = {
    AnswerKind(Stance.ASSERTS): ("asserts", "assert", ""),
    AnswerKind(Stance.ASSERTS, hedged=True): ("asserts", "assert", " with a hedge"),
    AnswerKind(Stance.ATTRIBUTES): ("attributes", "attribute", ""),
    AnswerKind(Stance.IMPLIES): ("implies", "imply", ""),
    AnswerKind(Stance.DOUBTS): ("doubts", "doubt", ""),
    AnswerKind(Stance.DISPUTES): ("disputes", "dispute", ""),
    AnswerKind(Stance.CONTRADICTS): (
        "says what cannot hold together with",
        "say what cannot hold together with",
        "",
    ),
}
"""What one text does with the statement or with an answer to it, what several do, and what stands behind it."""

WHOLE: dict[AnswerKind, tuple[str, str, str]] = {
    AnswerKind(Stance.MENTIONS): ("mentions it and takes", "mention it and take", " no side"),
    AnswerKind(CellKind.SILENT): ("does", "do", " not say"),
    AnswerKind(CellKind.NOT_APPLICABLE): ("is", "are", " older than the event"),
    AnswerKind(CellKind.NOT_READ): ("was", "were", " not read for it"),
}
"""What needs no statement and no answer to stand beside it."""

MOST_NAMES = 3
"""So many of those on whose word texts speak are named in the line; the evidence names them all."""
NOBODY = "no text was read for it"


def answer_line(context: Context, claim: Claim) -> AnswerView:
    """Return what the texts answer to a claim, in one line."""
    answer = answer_of(context.findings.cells(ClaimId(claim.id)), claim.positions)
    clauses = [list(clause) for clause in _clauses(context, claim, answer)]
    if not clauses:
        return AnswerView((AnswerRun(NOBODY),))
    for number, clause in enumerate(clauses):
        if number:
            clause[0] = AnswerRun(f"; {clause[0].text}", clause[0].label)
    return AnswerView(tuple(run for clause in clauses for run in clause))


def answer_words(context: Context, claim: Claim) -> str:
    """Return a claim's answer as plain words."""
    return answer_line(context, claim).words


def _clauses(context: Context, claim: Claim, answer: Answer) -> Iterator[Iterable[AnswerRun]]:
    noun = " text"
    for (kind, labelled), found in groupby(
        answer.parts, key=lambda part: (part.kind, part.position in claim.positions)
    ):
        parts = tuple(found)
        count = len({article for part in parts for article in part.articles})
        one, many, behind = (WHOLE if kind in WHOLE else VERBS)[kind]
        subject = f"{count:,}{noun}{'s' if noun and count != 1 else ''} {one if count == 1 else many}"
        noun = ""
        if kind in WHOLE:
            yield (AnswerRun(subject + behind),)
        elif labelled:
            yield _labelled(context, claim, subject + behind, parts)
        else:
            yield (AnswerRun(f"{subject} it{behind}{_words_behind(context, parts[0])}"),)
    yield from ((AnswerRun(note),) for note in _notes(answer))


def _words_behind(context: Context, part: AnswerPart) -> str:
    names = _names(context, part)
    if names is None:
        return ""
    is_one = len(part.articles) == 1 and part.kind.state is Stance.ATTRIBUTES
    return f" {names}" if is_one else f", {names}"


def _labelled(
    context: Context, claim: Claim, verb: str, parts: tuple[AnswerPart, ...]
) -> Iterator[AnswerRun]:
    """Each answer once, with how many texts give it where that is not one each."""
    articles = [article for part in parts for article in part.articles]
    counted = len(articles) != len(parts) or len(frozenset(articles)) != len(articles)
    yield AnswerRun(f"{verb}: ")
    for number, part in enumerate(parts):
        if number:
            yield AnswerRun(" / ")
        yield AnswerRun(claim.positions[part.position or ""], label=True)
        count = f"{len(part.articles):,}" if counted and len(parts) > 1 else None
        aside = ", ".join(filter(None, (count, _names(context, part))))
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
        return listed((*words[: MOST_NAMES - 1], f"{len(words) - MOST_NAMES + 1:,} others"))
    return listed(words) or None


def _notes(answer: Answer) -> Iterator[str]:
    if answer.hardening:
        grows = "grows" if len(answer.hardening) == 1 else "grow"
        yield f"{len(answer.hardening):,} {grows} firmer in the same text"
    if answer.several:
        says = "says" if len(answer.several) == 1 else "say"
        yield f"{len(answer.several):,} {says} more than one of these"
