"""Whether second readings are of places that were read first, and whether what they find otherwise is decided."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.checks.told import error, warning
from builder.analysis.dissents import FirstReadings, is_own
from builder.analysis.findings import Findings
from builder.diagnostics import Diagnostic, Places
from builder.model.base import ArticleId, ClaimId
from builder.model.coding import Coding, SecondReading
from builder.model.library import Library


def repeated_readings(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A second reader has one word for each place."""
    for coding in library.codings.values():
        seen: set[tuple[ClaimId, ArticleId]] = set()
        for index, reading in enumerate(coding.readings):
            if (reading.claim, reading.article) in seen:
                yield error(
                    places,
                    coding,
                    ("readings", index, "article"),
                    "reading-twice",
                    f"`{reading.article}` is judged for `{reading.claim}` a second time here",
                    "remove one of the two",
                )
            seen.add((reading.claim, reading.article))


def unsigned_readings(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """What is read a second time was read a first time, by somebody else."""
    first = FirstReadings(library, findings.cell)
    for coding in library.codings.values():
        own = False
        for index, reading in enumerate(coding.readings):
            if is_own(coding, library.claims[reading.claim]):
                if not own:
                    yield warning(
                        places, coding, ("readings", index, "claim"), "reading-of-own", *_own(coding)
                    )
                own = True
            elif not first.words(reading.claim, reading.article):
                way = ("readings", index, "article")
                yield warning(places, coding, way, "reading-not-coded", *_unsigned(first, reading))


def _own(coding: Coding) -> tuple[str, str]:
    return (
        f"{coding.by} signs the first reading of this claim too, so nothing is compared",
        "remove the readings of claims that the same person read first, or correct `by`",
    )


def _unsigned(first: FirstReadings, reading: SecondReading) -> tuple[str, str]:
    if first.is_signed(reading.claim, reading.article):
        return (
            f"`{reading.article}` was published before the event of `{reading.claim}`, so nothing is compared",
            "remove this reading",
        )
    return (
        f"the first reading of `{reading.claim}` does not sign for `{reading.article}`, so nothing is compared",
        f"add `{reading.article}` to `coded.articles` of the claim, or remove this reading",
    )


def undecided_dissents(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Where a second reader chose another word, somebody decides and says why."""
    for coding, found in findings.second.by_coding.items():
        for place in found:
            if place.differs and not place.decided:
                file = places.span("claim", place.claim).path
                yield warning(
                    places,
                    library.codings[coding],
                    ("readings", place.index, "stance"),
                    "dissent-undecided",
                    f"`{place.article}` is `{place.second}` here and `{'`, `'.join(place.first)}` in {file};"
                    " nobody has decided",
                    f"look again together; then add to {file} decided:"
                    f" [{{article: {place.article}, by: …, date: …, why: …}}]",
                )


def idle_decisions(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """What is decided was read in two ways."""
    for claim in library.claims.values():
        answered = {
            index for place in findings.second.dissents.get(ClaimId(claim.id), ()) for index in place.decided
        }
        for index, decided in enumerate(claim.decided):
            if index not in answered:
                yield warning(
                    places,
                    claim,
                    ("decided", index, "article"),
                    "decided-no-dissent",
                    f"no second reading has another word for `{decided.article}` than stands here",
                    "remove this entry, or correct its `article` or `coding`; where the stance was changed since, tell"
                    " of that in a correction",
                )
