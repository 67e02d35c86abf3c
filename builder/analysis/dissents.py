"""Second readings beside the first: which places two readers judged, where they chose other words, and who decided.

A place is an article and a claim for which the first reading signs. Its words are the stances of the article's
appearances, or `silent`; a second reader who chose any of them agrees. What is still `open`, is older than the event,
or was judged by one person twice is not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from builder.analysis.claimfindings import Cell, CellKind
from builder.model.base import ArticleId, ClaimId, CodingId
from builder.model.claim import Claim
from builder.model.coding import Coding, SecondWord
from builder.model.library import Library


class SecondPlace(Struct, frozen=True):
    """What a second reader found at one place, beside the first reading."""

    coding: CodingId
    index: int
    """Its place in the coding's `readings`."""
    claim: ClaimId
    article: ArticleId
    first: tuple[str, ...]
    """The words of the first reading, in text order: stances, or `silent` alone; never empty."""
    second: str
    """The second reader's word."""
    decided: tuple[int, ...] = ()
    """Which of the claim's `decided` answer it."""

    @property
    def differs(self) -> bool:
        """Whether the first reading has other words alone."""
        return self.second not in self.first


class SecondReadings(Struct, frozen=True):
    """All that second readers found."""

    by_coding: Mapping[CodingId, tuple[SecondPlace, ...]] = field(default_factory=dict)
    """Every place that is compared, by agenda, then by date of the articles."""
    dissents: Mapping[ClaimId, tuple[SecondPlace, ...]] = field(default_factory=dict)
    """Those where the words differ, by date of the articles, then by coding."""
    units: tuple[tuple[str, ...], ...] = ()
    """The words of all readers for each place, the first reading's first: what agreement is reckoned from."""
    first_words: Mapping[tuple[ClaimId, ArticleId], str] = field(default_factory=dict)
    """Which word of the first reading stands in `units`: one that a second reader chose, else the first in the text."""


CellOf = Callable[[ClaimId, ArticleId], Cell]


def second_readings(
    library: Library, claims: Sequence[ClaimId], articles: Mapping[ArticleId, int], cell: CellOf
) -> SecondReadings:
    """Return what second readers found; `claims` are in agenda order, `articles` have their place by date."""
    if not library.codings:
        return SecondReadings()
    rank = {claim: place for place, claim in enumerate(claims)}

    def in_order(place: SecondPlace) -> tuple[int, int, str]:
        return rank[place.claim], articles[place.article], place.coding

    first = FirstReadings(library, cell)
    by_coding = {
        coding: tuple(sorted(_places(library, library.codings[coding], first), key=in_order))
        for coding in sorted(library.codings)
    }
    every = sorted((place for places in by_coding.values() for place in places), key=in_order)
    dissents: dict[ClaimId, list[SecondPlace]] = {}
    together: dict[tuple[ClaimId, ArticleId], list[SecondPlace]] = {}
    for place in every:
        together.setdefault((place.claim, place.article), []).append(place)
        if place.differs:
            dissents.setdefault(place.claim, []).append(place)
    words = {key: _first_word(places) for key, places in together.items()}
    return SecondReadings(
        by_coding,
        {claim: tuple(places) for claim, places in dissents.items()},
        tuple((words[key], *(place.second for place in places)) for key, places in together.items()),
        words,
    )


class FirstReadings:
    """Knows the words of the first reading at any place, and which decisions are about it."""

    def __init__(self, library: Library, cell: CellOf) -> None:
        self._cell = cell
        self._signed = {
            claim: frozenset(record.coded.articles if record.coded else ())
            for claim, record in library.claims.items()
        }
        self._decided: dict[tuple[ClaimId, ArticleId], list[tuple[int, CodingId | None]]] = {}
        for claim, record in library.claims.items():
            for index, decided in enumerate(record.decided):
                self._decided.setdefault((claim, decided.article), []).append((index, decided.coding))

    def is_signed(self, claim: ClaimId, article: ArticleId) -> bool:
        """Whether somebody signs that the article was read for the claim."""
        return article in self._signed[claim]

    def words(self, claim: ClaimId, article: ArticleId) -> tuple[str, ...]:
        """Return the words for a place; none where nobody signs for it, or the article is older than the event."""
        found = self._cell(claim, article) if self.is_signed(claim, article) else None
        if found is not None and found.kind is CellKind.STANCES:
            return tuple(dict.fromkeys(saying.stance.value for saying in found.sayings))
        is_silent = found is not None and found.kind is CellKind.SILENT
        return (SecondWord.SILENT.value,) if is_silent else ()

    def decided(self, claim: ClaimId, article: ArticleId, coding: CodingId) -> tuple[int, ...]:
        """Return which of the claim's decisions answer what a coding has at a place."""
        held = self._decided.get((claim, article), ())
        return tuple(index for index, about in held if about in (None, coding))


def is_own(coding: Coding, claim: Claim) -> bool:
    """Whether the second reader is among the first: nobody agrees or disagrees with themselves."""
    return claim.coded is not None and coding.by in claim.coded.by


def _places(library: Library, coding: Coding, first: FirstReadings) -> Iterator[SecondPlace]:
    coding_id = CodingId(coding.id)
    seen: set[tuple[ClaimId, ArticleId]] = set()
    for index, reading in enumerate(coding.readings):
        key = reading.claim, reading.article
        words = first.words(*key)
        is_skipped = reading.stance is SecondWord.OPEN or is_own(coding, library.claims[reading.claim])
        if words and not is_skipped and key not in seen:
            seen.add(key)
            second = reading.stance.value
            decided = first.decided(*key, coding_id) if second not in words else ()
            yield SecondPlace(coding_id, index, *key, words, second, decided)


def _first_word(places: Sequence[SecondPlace]) -> str:
    chosen = {place.second for place in places}
    return next((word for word in places[0].first if word in chosen), places[0].first[0])
