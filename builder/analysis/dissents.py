"""Second readings beside the first: which places two readers judged, where they chose other words, and who decided.

A place is an article and a claim for which the first reading signs. Its words are the stances of the article's
appearances, or `silent`; a second reader who chose any of them agrees. What is still `open`, is older than the event,
or was judged by one person twice is not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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

    by_coding = {
        coding: tuple(sorted(_places(library, library.codings[coding], cell), key=in_order))
        for coding in sorted(library.codings)
    }
    every = sorted((place for places in by_coding.values() for place in places), key=in_order)
    dissents: dict[ClaimId, list[SecondPlace]] = {}
    together: dict[tuple[ClaimId, ArticleId], list[SecondPlace]] = {}
    for place in every:
        together.setdefault((place.claim, place.article), []).append(place)
        if place.differs:
            dissents.setdefault(place.claim, []).append(place)
    first = {key: _first_word(places) for key, places in together.items()}
    return SecondReadings(
        by_coding,
        {claim: tuple(places) for claim, places in dissents.items()},
        tuple((first[key], *(place.second for place in places)) for key, places in together.items()),
        first,
    )


def _places(library: Library, coding: Coding, cell: CellOf) -> Iterator[SecondPlace]:
    seen: set[tuple[ClaimId, ArticleId]] = set()
    for index, reading in enumerate(coding.readings):
        claim = library.claims[reading.claim]
        first = first_words(claim, reading.article, cell)
        key = reading.claim, reading.article
        if first and reading.stance is not SecondWord.OPEN and key not in seen and not is_own(coding, claim):
            place = SecondPlace(CodingId(coding.id), index, *key, first, reading.stance.value)
            yield _decided(claim, place) if place.differs else place
            seen.add(key)


def first_words(claim: Claim, article: ArticleId, cell: CellOf) -> tuple[str, ...]:
    """Return the words of the first reading; none where nobody signs for the article, or it is older than the event."""
    if claim.coded is None or article not in claim.coded.articles:
        return ()
    found = cell(ClaimId(claim.id), article)
    if found.kind is CellKind.STANCES:
        return tuple(dict.fromkeys(saying.stance.value for saying in found.sayings))
    return (SecondWord.SILENT.value,) if found.kind is CellKind.SILENT else ()


def is_own(coding: Coding, claim: Claim) -> bool:
    """Whether the second reader is among the first: nobody agrees or disagrees with himself."""
    return claim.coded is not None and coding.by in claim.coded.by


def _decided(claim: Claim, place: SecondPlace) -> SecondPlace:
    answers = tuple(
        index
        for index, decided in enumerate(claim.decided)
        if decided.article == place.article and decided.coding in (None, place.coding)
    )
    return SecondPlace(
        place.coding, place.index, place.claim, place.article, place.first, place.second, answers
    )


def _first_word(places: Iterable[SecondPlace]) -> str:
    held = tuple(places)
    chosen = {place.second for place in held}
    return next((word for word in held[0].first if word in chosen), held[0].first[0])
