"""Claim by source: what every text says of every claim, contested claims first, texts by date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from builder.analysis.claimfindings import Cell, CellKind, Saying
from builder.analysis.findings import AgendaGroup
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Stance
from builder.pages.kinds import At
from builder.pages.parts.answers import answer_line
from builder.pages.parts.dates import date_words
from builder.pages.parts.links import numbered_link, siglum_view, source_words
from builder.pages.parts.places import saying_phrase, saying_place
from builder.pages.parts.quotes import translation_view
from builder.pages.parts.readings import disagreement_line, group_reading
from builder.pages.parts.stances import absent_view, stance_view
from builder.pages.parts.words import STANCE_WORDS
from builder.pages.shapes.small import StanceView
from builder.pages.shapes.tables import (
    ColumnView,
    MatrixCell,
    MatrixEntry,
    MatrixGroup,
    MatrixRow,
    MatrixView,
    PopQuote,
)
from builder.wording import marked, say, say_many

MAX_TABLE_COLUMNS = 8
"""With more texts than this a table no longer fits a page, and each claim is a card."""

KEY_WORDS = marked(
    "Round goes with the claim, diamond against it; the fuller the shape, the firmer the words. "
    "Each stance leads to its sentence."
)
HARDENS = marked("then, in the same text")
PUBLISHED_BEFORE = marked("published before")
STATES = (*Stance, CellKind.SILENT, CellKind.NOT_APPLICABLE, CellKind.NOT_READ)


def matrix_view(
    at: At,
    claims: Sequence[ClaimId],
    articles: Iterable[ArticleId],
    *,
    caption: str,
    anchor: str = "matrix-table",
    brief: bool = False,
) -> MatrixView | None:
    """Return one table, or None where there is no claim or no text; `anchor` is unique on its page.

    Claims stand in groups by reading, what is contested first; inside a group they keep the order given.
    """
    columns = at.findings.in_article_order(articles)
    if not claims or not columns:
        return None
    groups = tuple(_group(at, group, claims, columns, anchor) for group in at.findings.agenda(claims))
    return MatrixView(
        id=anchor,
        caption=caption,
        head=say("Claim"),
        layout="cards" if len(columns) > MAX_TABLE_COLUMNS else "table",
        brief=brief,
        key=_key(groups),
        key_words=say(KEY_WORDS),
        switch=say("Show the quotations in the table"),
        columns=tuple(column_view(at, article) for article in columns),
        groups=groups,
    )


def column_view(at: At, article: ArticleId) -> ColumnView:
    """Return an article as the head of a column; without a siglum its outlet carries the link."""
    record = at.library.articles[article]
    siglum = siglum_view(at, article)
    return ColumnView(
        siglum=siglum,
        outlet=at.library.outlets[record.outlet].name,
        date=date_words(record.published.edtf),
        href=None if siglum else at.href("article", article),
    )


def _group(
    at: At,
    group: AgendaGroup,
    claims: Sequence[ClaimId],
    columns: tuple[ArticleId, ...],
    anchor: str,
) -> MatrixGroup:
    members = frozenset(group.claims)
    rows = tuple(_row(at, claim, columns, anchor) for claim in claims if claim in members)
    return MatrixGroup(
        group_reading(group.reading), say_many("{count} claim", "{count} claims", len(rows)), rows
    )


def _row(at: At, claim: ClaimId, columns: tuple[ArticleId, ...], anchor: str) -> MatrixRow:
    """A row; on a card the texts that were not read for its claim are one count, in a table each has its sign."""
    cells = tuple(at.findings.cell(claim, article) for article in columns)
    is_card = len(columns) > MAX_TABLE_COLUMNS
    unread = frozenset(cell.article for cell in cells if is_card and _is_unread(at, cell))
    return MatrixRow(
        anchor=anchor.replace("matrix-table", "row") + f"-{claim}",
        claim=numbered_link(at, "claim", claim),
        answer=answer_line(at.context, at.library.claims[claim]),
        disagreement=disagreement_line(at.context, claim),
        cells=tuple(_cell(at, cell, is_counted=cell.article in unread) for cell in cells),
        unread=_unread_words(len(unread)) if unread else None,
    )


def _unread_words(count: int) -> str:
    return say_many(
        "{count} other text here not read for it", "{count} other texts here not read for it", count
    )


def _is_unread(at: At, cell: Cell) -> bool:
    """Whether nobody read the text for the claim, be it because it is older than the event."""
    coded = at.findings.cell_sources[cell.claim].coded
    return cell.kind is not CellKind.STANCES and cell.article not in coded


def _cell(at: At, cell: Cell, *, is_counted: bool) -> MatrixCell:
    column = source_words(at.context, cell.article)
    if is_counted:
        return MatrixCell(column, None, ())
    if cell.kind is not CellKind.STANCES:
        return MatrixCell(column, absent_stance(cell.kind), ())
    return MatrixCell(column, None, tuple(_entries(at, cell)))


def absent_stance(kind: CellKind) -> StanceView:
    """Return how a text is absent from a claim."""
    return absent_view(kind.value, say(PUBLISHED_BEFORE) if kind is CellKind.NOT_APPLICABLE else None)


def _entries(at: At, cell: Cell) -> list[MatrixEntry]:
    """One entry for each run of appearances that say the same in the same way; a rise always changes the way."""
    runs = groupby(cell.sayings, key=lambda saying: stance_view(at.context, saying, noted=False))
    return [_entry(at, stance, tuple(sayings)) for stance, sayings in runs]


def _entry(at: At, stance: StanceView, sayings: tuple[Saying, ...]) -> MatrixEntry:
    first = sayings[0]
    article = at.library.articles[first.article]
    outlet = at.library.outlets[article.outlet].name
    return MatrixEntry(
        stance=stance,
        href=saying_place(at, first)[0],
        quote_id=f"pop-{first.claim}-{first.index}",
        quotes=tuple(
            PopQuote(
                saying_phrase(at.context, saying),
                saying_place(at, saying)[1],
                translation_view(at.context, saying.appearance),
            )
            for saying in sayings
        ),
        source=" ".join(filter(None, (article.siglum, outlet))),
        hardens=say(HARDENS) if first.hardens else None,
    )


def _key(groups: tuple[MatrixGroup, ...]) -> tuple[StanceView, ...]:
    cells = [cell for group in groups for row in group.rows for cell in row.cells]
    shown = {cell.absent.stance for cell in cells if cell.absent}
    shown.update(entry.stance.stance for cell in cells for entry in cell.entries)
    return tuple(
        StanceView(stance=state.value, word=say(STANCE_WORDS[state.value]))
        for state in STATES
        if state.value in shown
    )
