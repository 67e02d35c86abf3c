"""A matrix cut into parts that a reader can take in: by event, then by the years of the texts, then by claims.

A column is a text that speaks to a claim or was read for one; all others are a count. What no text was read for has no
row in a part of those texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.findings import Findings
from builder.model.base import ArticleId, ClaimId, EventId
from builder.model.library import Library
from builder.pages.kinds import At
from builder.pages.parts.matrix import matrix_view
from builder.pages.parts.paging import cuts, range_words, year_of
from builder.pages.parts.whole import Whole
from builder.pages.shapes.small import Link
from builder.pages.shapes.tables import MatricesView, MatrixView
from builder.pages.shapes.whole import Shown
from builder.wording import marked, say, say_many

MOST_COLUMNS = 30
MOST_ROWS = 40
"""Of one table: with more a reader loses the place, and it is shown in parts."""
MOST_BYTES = 150_000
"""Of one table, as estimated: two make a page of 300 KB."""
BYTES_ON_A_PAGE = 200_000
BYTES_BESIDE_OTHERS = 80_000
"""Of all tables on one page: where they stand alone, and on the page of a record that has much else."""
MOST_LINKS = 60
"""To parts that stand elsewhere; with more of them links lead to the pages that hold them."""
BYTES_OF_TABLE, BYTES_OF_COLUMN, BYTES_OF_ROW, BYTES_OF_ENTRY, BYTES_OF_ABSENCE = 3_500, 260, 750, 600, 330
"""What a table, the head of a column, a claim, a stance without its quotation and a silence take; measured."""
ALL = marked("All claims")
NO_EVENT = marked("Claims about no event")


class MatrixPart(Struct, frozen=True):
    """A table: claims by agenda order, texts by date, and what tells it from the others."""

    number: int
    heading: str | None
    claims: tuple[ClaimId, ...]
    columns: tuple[ArticleId, ...]
    weight: int
    """About how many bytes it takes."""


def matrix_parts(
    library: Library,
    findings: Findings,
    claims: Sequence[ClaimId],
    among: frozenset[ArticleId] | None = None,
) -> tuple[MatrixPart, ...]:
    """Return the tables that together hold every stance and silence on some claims, of all texts or of those `among`.

    One table where it is small enough; nothing where no text was read.
    """
    cutter = _Cutter(library, findings, among)
    whole = cutter.part(None, tuple(claims))
    if not whole.columns:
        return ()
    if cutter.fits(whole):
        return (whole,)
    found = [part for event in cutter.by_event(whole) for part in cutter.cut(event)]
    return tuple(replace(part, number=number) for number, part in enumerate(found, start=1))


class _Cutter(Struct, frozen=True):
    library: Library
    findings: Findings
    among: frozenset[ArticleId] | None

    def part(
        self, heading: str | None, claims: Sequence[ClaimId], within: frozenset[ArticleId] | None = None
    ) -> MatrixPart:
        """The claims for which one of the texts was read, and those texts."""
        read = {claim: self._read(claim, within) for claim in claims}
        kept = tuple(claim for claim in claims if read[claim])
        columns = self.findings.in_article_order(article for claim in kept for article in read[claim])
        weight = BYTES_OF_TABLE + BYTES_OF_COLUMN * len(columns)
        weight += sum(self._weight(claim, read[claim]) for claim in kept)
        return MatrixPart(1, heading, kept, columns, weight)

    def _read(self, claim: ClaimId, within: frozenset[ArticleId] | None) -> frozenset[ArticleId]:
        source = self.findings.cell_sources[claim]
        return frozenset(
            article
            for article in (*source.coded, *source.sayings)
            if (self.among is None or article in self.among) and (within is None or article in within)
        )

    def _weight(self, claim: ClaimId, articles: Iterable[ArticleId]) -> int:
        sayings = self.findings.cell_sources[claim].sayings
        weight = BYTES_OF_ROW
        for article in articles:
            said = sayings.get(article, ())
            weight += BYTES_OF_ABSENCE if not said else 0
            weight += sum(BYTES_OF_ENTRY + len(saying.appearance.quote.encode()) for saying in said)
        return weight

    @staticmethod
    def fits(part: MatrixPart) -> bool:
        """Whether it is small enough for one table."""
        return (
            len(part.columns) <= MOST_COLUMNS and len(part.claims) <= MOST_ROWS and part.weight <= MOST_BYTES
        )

    def by_event(self, whole: MatrixPart) -> Iterator[MatrixPart]:
        """The claims about each event, by date; those about none stand last."""
        claims: dict[EventId | None, list[ClaimId]] = {}
        for claim in whole.claims:
            claims.setdefault(self.library.claims[claim].event, []).append(claim)
        events = self.findings.in_event_order(event for event in claims if event is not None)
        for event in events:
            yield self.part(self.library.events[event].title, claims[event])
        if None in claims:
            yield self.part(say(NO_EVENT) if events else None, claims[None])

    def cut(self, part: MatrixPart) -> Iterator[MatrixPart]:
        """A part, or by the years of its texts and then by its claims so many that each fits."""
        if self.fits(part):
            yield part
            return
        for period, columns in self._periods(part.columns):
            heading = say(", ").join(filter(None, (part.heading, period)))
            yield from self._by_claims(self.part(heading, part.claims, frozenset(columns)))

    def _periods(self, columns: tuple[ArticleId, ...]) -> Iterator[tuple[str, tuple[ArticleId, ...]]]:
        years = [year_of(self.library.articles[article].published.edtf) for article in columns]
        together = _whole_years(years)
        for held in together:
            words = range_words(years[held.start], years[held.stop - 1])
            number_of = -(-len(columns[held]) // MOST_COLUMNS)
            pieces = cuts([1] * len(columns[held]), -(-len(columns[held]) // number_of))
            for number, piece in enumerate(pieces, start=1):
                told = words if len(pieces) == 1 else say("{name}, part {number}", name=words, number=number)
                yield told, columns[held][piece]

    def _by_claims(self, part: MatrixPart) -> Iterator[MatrixPart]:
        if self.fits(part):
            yield part
            return
        within = frozenset(part.columns)
        weights = [self._weight(claim, self._read(claim, within)) for claim in part.claims]
        # A row weighs at least its share of the most that a table may hold.
        least = MOST_BYTES // MOST_ROWS
        for held in cuts([max(weight, least) for weight in weights], MOST_BYTES):
            words = say(
                "claims {first}–{last} of {all}", first=held.start + 1, last=held.stop, all=len(part.claims)
            )
            heading = say(", ").join(filter(None, (part.heading, words)))
            yield self.part(heading, part.claims[held], within)


def _whole_years(years: Sequence[str]) -> tuple[slice, ...]:
    """Runs of texts that end where a year ends, each of at most `MOST_COLUMNS`, or of one year."""
    ends = [place + 1 for place, year in enumerate(years) if years[place + 1 : place + 2] != [year]]
    starts = [0, *ends[:-1]]
    sizes = [end - start for start, end in zip(starts, ends, strict=True)]
    return tuple(slice(starts[held.start], ends[held.stop - 1]) for held in cuts(sizes, MOST_COLUMNS))


def part_view(at: At, part: MatrixPart, caption: str, *, brief: bool = False) -> MatrixView:
    """Return a part as a table; its anchor is unique among all parts of its matrix."""
    words = caption
    if part.heading:
        words = say("{caption}: {part}.", caption=caption.rstrip("."), part=part.heading)
    view = matrix_view(at, part.claims, part.columns, caption=words, anchor=_anchor(part), brief=brief)
    assert view is not None, "a part has claims and texts"
    return replace(view, heading=part.heading)


def _anchor(part: MatrixPart) -> str:
    return "matrix-table" if part.number == 1 else f"matrix-table-{part.number}"


def whole_matrix(
    owner: str,
    parts: Callable[[Library, Findings, str], tuple[MatrixPart, ...]],
    caption: Callable[[At, str], str],
) -> Whole[MatrixPart]:
    """Return the matrix of each record of a kind as a list of its parts."""
    return Whole(
        owner,
        "matrix",
        marked("Claim by text"),
        lambda count: say_many("{count} part of the table", "All {count} parts of the table", count),
        parts,
        lambda at, record, held: Shown(
            matrices=tuple(part_view(at, part, caption(at, record)) for part in held)
        ),
        lambda _, part: part.heading or say(ALL),
        weight=lambda _library, _findings, part: part.weight,
        first=BYTES_BESIDE_OTHERS,
        most=BYTES_ON_A_PAGE,
    )


def matrices(
    at: At,
    whole: Whole[MatrixPart],
    record: str,
    articles: Iterable[ArticleId],
    brief: str | None = None,
) -> MatricesView | None:
    """Return a record's matrix for its own page; None where there is none.

    `articles` are the record's texts. `brief` is the caption of tables without quotations, for a page that has these
    elsewhere.
    """
    parts = tuple(whole.entries(at.library, at.findings, record))
    if not parts:
        return None
    columns = frozenset(article for part in parts for article in part.columns)
    fits = whole.first_of(at, record).all is None
    return MatricesView(
        lead=say("Texts by date, contested claims first.") if fits else _parts_words(parts, len(columns)),
        tables=_tables(at, whole, record, parts, brief) if fits else (),
        elsewhere=() if fits else _elsewhere(at, whole, record, parts),
        rest=_rest_words(len(frozenset(articles) - columns)),
    )


def _tables(
    at: At, whole: Whole[MatrixPart], record: str, parts: tuple[MatrixPart, ...], brief: str | None
) -> tuple[MatrixView, ...]:
    if brief is None:
        return whole.shown(at, record, parts).matrices
    return tuple(part_view(at, part, brief, brief=True) for part in parts)


def _parts_words(parts: tuple[MatrixPart, ...], columns: int) -> str:
    claims = len({claim for part in parts for claim in part.claims})
    return say(
        "{claims} by {texts}, in {tables}.",
        claims=_claim_count(claims),
        texts=_text_count(columns),
        tables=say_many("{count} table", "{count} tables", len(parts)),
    )


def _claim_count(count: int) -> str:
    return say_many("{count} claim", "{count} claims", count)


def _text_count(count: int) -> str:
    return say_many("{count} text", "{count} texts", count)


def _elsewhere(
    at: At, whole: Whole[MatrixPart], record: str, parts: tuple[MatrixPart, ...]
) -> tuple[Link, ...]:
    """A link to every part, or to every page of them where they are many."""
    paging = whole.paging(at, record)
    if len(parts) > MOST_LINKS:
        return paging.links(at, whole.name, record)
    return tuple(
        Link(
            at.href(whole.name, subject, _anchor(part)),
            say(
                "{part} ({claims}, {texts})",
                part=part.heading or say(ALL),
                claims=_claim_count(len(part.claims)),
                texts=_text_count(len(part.columns)),
            ),
        )
        for subject, held in whole.pages(at, record)
        for part in held
    )


def _rest_words(count: int) -> str | None:
    if count <= 0:
        return None
    return say_many(
        "{count} other text here was read for none of these claims.",
        "{count} other texts here were read for none of these claims.",
        count,
    )
