"""What the texts answer to one claim, counted from its cells: articles, never appearances.

An article counts once for each position it speaks to, where it stands firmest, and once more where it also speaks
against it; one that only mentions the matter, or says nothing, counts as that and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from builder.analysis.claimfindings import Cell, CellKind, Rung, Saying
from builder.model.base import ArticleId
from builder.model.claim import Stance


class AnswerKind(Struct, frozen=True):
    """One way to answer: a stance, with softening words or without, or a way to say nothing."""

    state: Stance | CellKind
    hedged: bool = False


KINDS: tuple[AnswerKind, ...] = (
    AnswerKind(Stance.ASSERTS),
    AnswerKind(Stance.ASSERTS, hedged=True),
    *(AnswerKind(stance) for stance in Stance if stance is not Stance.ASSERTS),
    AnswerKind(CellKind.SILENT),
    AnswerKind(CellKind.NOT_APPLICABLE),
    AnswerKind(CellKind.NOT_READ),
)
"""Every way to answer, in the order in which they are told: firmest with the claim first, absence last."""


class AnswerPart(Struct, frozen=True):
    """The articles that answer in one way, on one position where the claim has positions.

    `sayings` are the appearances by which they do, in article order; none where they say nothing.
    """

    kind: AnswerKind
    position: str | None
    articles: tuple[ArticleId, ...]
    sayings: tuple[Saying, ...]


class Answer(Struct, frozen=True):
    """All that the texts answer, in the order of `KINDS` and, within each, of the claim's positions."""

    parts: tuple[AnswerPart, ...]
    hardening: tuple[ArticleId, ...]
    """Articles that grow firmer on one position from one place to a later one."""
    several: tuple[ArticleId, ...]
    """Articles that stand in more than one part."""


_Place = tuple[int, str | None]


def answer_of(cells: Sequence[Cell], positions: Iterable[str]) -> Answer:
    """Return what the cells of one claim answer together; `positions` are the claim's, in its order."""
    held: dict[_Place, list[Saying]] = {}
    members: dict[_Place, dict[ArticleId, None]] = {}
    for cell in cells:
        for place, sayings in _places(cell):
            held.setdefault(place, []).extend(sayings)
            members.setdefault(place, {})[cell.article] = None
    rank = {position: number for number, position in enumerate(positions)}
    ordered = sorted(
        members, key=lambda place: (place[0], rank.get(place[1] or "", len(rank)), place[1] or "")
    )
    parts = tuple(
        AnswerPart(KINDS[place[0]], place[1], tuple(members[place]), tuple(held[place])) for place in ordered
    )
    times = Counter(article for part in parts for article in part.articles)
    return Answer(
        parts=parts,
        hardening=tuple(cell.article for cell in cells if cell.hardens),
        several=tuple(cell.article for cell in cells if times[cell.article] > 1),
    )


def _places(cell: Cell) -> Iterator[tuple[_Place, list[Saying]]]:
    """Yield where an article counts, and by which of its appearances."""
    if cell.kind is not CellKind.STANCES:
        yield (KINDS.index(AnswerKind(cell.kind)), None), []
        return
    sides = [saying for saying in cell.sayings if saying.counts]
    if not sides:
        yield (KINDS.index(AnswerKind(Stance.MENTIONS)), None), list(cell.sayings)
        return
    for position in dict.fromkeys(saying.appearance.position for saying in sides):
        here = [saying for saying in sides if saying.appearance.position == position]
        for kind in dict.fromkeys(_kind(saying) for saying in _telling(here)):
            yield (
                (KINDS.index(kind), position),
                [saying for saying in _telling(here) if _kind(saying) == kind],
            )


def _telling(sayings: list[Saying]) -> list[Saying]:
    """The firmest of those that go with the position, and all others."""
    firmest = max((saying.rung for saying in sayings if saying.rung is not None), default=None)
    return [saying for saying in sayings if saying.rung is None or saying.rung == firmest]


def _kind(saying: Saying) -> AnswerKind:
    return AnswerKind(saying.stance, hedged=saying.rung is Rung.ASSERTS_HEDGED)
