"""Begins a second reading: what there is to read and where it stands, without a word of what the first reader found.

What a second reader may see is a claim's statement and positions and which texts to read for it. Even the order tells
nothing: claims stand by id, texts by date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from builder.analysis.dissents import FirstReadings
from builder.analysis.findings import Findings
from builder.diagnostics import Places
from builder.model.base import ArticleId, ClaimId, CodingId
from builder.model.claim import Claim
from builder.model.coding import Coding, SecondWord
from builder.model.library import Library
from builder.yamltext import flow, scalar

MEANINGS: Final[Mapping[SecondWord, str]] = {
    SecondWord.ASSERTS: "says so in its own voice",
    SecondWord.ATTRIBUTES: "says that somebody says so",
    SecondWord.IMPLIES: "says something that holds only if it is so",
    SecondWord.DOUBTS: "says that it may not be so",
    SecondWord.DISPUTES: "argues that it is not so",
    SecondWord.CONTRADICTS: "says what cannot hold together with it",
    SecondWord.MENTIONS: "speaks of the matter and takes no side",
    SecondWord.SILENT: "says nothing of it",
    SecondWord.OPEN: "not judged yet",
}
"""What each word says of a text, for who chooses one."""
_WIDTH: Final = max(map(len, MEANINGS)) + 2
MOST_PLACES: Final = 3_000
"""With more, ids of full length would fill more than the mebibyte that a file of content may have."""

ToRead = Mapping[ClaimId, tuple[ArticleId, ...]]


def to_read(library: Library, findings: Findings, reader: str, chosen: Collection[str]) -> ToRead:
    """Return the articles of each claim that a second reader can judge, by id; of all claims where none is chosen.

    Left out are claims that the reader read first, and articles that are older than the claim's event.
    """
    first = FirstReadings(library, findings.cell)
    found: dict[ClaimId, tuple[ArticleId, ...]] = {}
    for claim_id in sorted(library.claims):
        claim = library.claims[claim_id]
        if claim.coded is None or reader in claim.coded.by or (chosen and claim_id not in chosen):
            continue
        articles = findings.in_article_order(claim.coded.articles)
        read = tuple(each for each in articles if first.words(claim_id, each))
        if read:
            found[claim_id] = read
    return found


def coding_file(library: Library, reader: str, today: date, places: ToRead) -> str:
    """Return the file of a second reading that has not begun: every place is `open`."""
    return (
        "\n".join([*_head(reader), *_signature(library, reader, today), *_readings(library, places)]) + "\n"
    )


def _head(reader: str) -> Iterator[str]:
    yield f"# A second reading, by {_in_one_line(reader)}."
    yield "# Read each text whole, then write one of these words in the place of `open`:"
    yield from (f"#   {word:<{_WIDTH}}{meaning}" for word, meaning in MEANINGS.items())
    yield "# Leave content/claims/ closed until you are done: the first reading stands there."


def _signature(library: Library, reader: str, today: date) -> Iterator[str]:
    as_of = library.dossier.as_of  # nothing may be dated later than the dossier
    yield f"by: {scalar(reader)}"
    yield f"date: {as_of.text if as_of is not None and as_of.upper < today else today.isoformat()}"


def _readings(library: Library, places: ToRead) -> Iterator[str]:
    yield "readings:"
    for claim_id, articles in places.items():
        yield from _claim(library, library.claims[claim_id], articles)


def _claim(library: Library, claim: Claim, articles: tuple[ArticleId, ...]) -> Iterator[str]:
    yield f"  # {_in_one_line(claim.statement)}"
    yield from (f"  #   answer: {_in_one_line(words)}" for words in claim.positions.values())
    yield from (f"  #   {article}: {_where(library, article)}" for article in articles)
    for article in articles:
        yield f"  - {flow({'claim': claim.id, 'article': article, 'stance': SecondWord.OPEN.value})}"


def _where(library: Library, article: ArticleId) -> str:
    record = library.articles[article]
    if record.text is not None:
        return _in_one_line(record.text.file)
    return f"no text is kept here; {_in_one_line(record.url)}" if record.url else "no text is kept here"


def _in_one_line(words: str) -> str:
    """A comment ends with its line, whatever sign ends that."""
    return " ".join(words.split())


class Begun(Struct, frozen=True):
    """A second reading that stands already: its open places by file and line, and what it could have besides."""

    open: tuple[str, ...]
    judged: int
    lacking: tuple[str, ...]
    """Entries of places that were coded since, ready to paste."""


def begun(coding: Coding, places: Places, wanted: ToRead) -> Begun:
    """Return how far a second reading has come; `wanted` is what could be read now."""
    still_open = tuple(
        f"{span.path}:{span.line} {reading.article}, {reading.claim}"
        for index, reading in enumerate(coding.readings)
        if reading.stance is SecondWord.OPEN
        for span in [places.span("coding", CodingId(coding.id), ("readings", index, "stance"))]
    )
    held = {(reading.claim, reading.article) for reading in coding.readings}
    lacking = tuple(
        f"  - {flow({'claim': claim, 'article': article, 'stance': SecondWord.OPEN.value})}"
        for claim, articles in wanted.items()
        for article in articles
        if (claim, article) not in held
    )
    return Begun(still_open, len(coding.readings) - len(still_open), lacking)
