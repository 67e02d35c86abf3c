"""What each text says of a claim, as cells of a matrix, rows of a table or rungs of a ladder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from builder.analysis.claimfindings import Cell, CellKind, Ladder, LadderRung, Rung, Saying
from builder.analysis.findings import AgendaGroup
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Claim, Stance
from builder.model.datewords import date_words
from builder.pages.kinds import At, Context
from builder.pages.parts.answers import answer_line, disagreement_line, group_reading
from builder.pages.parts.links import numbered_link, siglum_of, siglum_view, source_view, source_words
from builder.pages.parts.names import outlet_name, sigled_name
from builder.pages.parts.quotes import (
    absent_view,
    appearance_quote,
    on_whose_word,
    saying_phrase,
    saying_place,
    stance_view,
    through_names,
    through_words,
    told_names,
    translation_view,
)
from builder.pages.parts.rows import title_link
from builder.pages.parts.words import STANCE_WORDS
from builder.pages.shapes.claims import WitnessesView, WitnessStance, WitnessView
from builder.pages.shapes.small import Link, StanceView
from builder.pages.shapes.tables import (
    ColumnView,
    LadderView,
    MatrixCell,
    MatrixEntry,
    MatrixGroup,
    MatrixRow,
    MatrixView,
    PopQuote,
    RungCell,
    RungSaying,
    RungView,
)
from builder.wording import in_row, listed, marked, say, say_many

MAX_TABLE_COLUMNS = 8
"""With more texts than this a table no longer fits a page, and each claim is a card with all of them."""

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

    Claims stand in groups by reading, what is contested first; inside a group they keep the order given. A brief
    table has stances that lead to their sentences, but no answers and quotations: its page has these elsewhere.
    """
    columns = at.findings.in_article_order(articles)
    if not claims or not columns:
        return None
    groups = tuple(
        _group(at, group, claims, columns, anchor, quoted=not brief) for group in at.findings.agenda(claims)
    )
    cards = len(columns) > MAX_TABLE_COLUMNS
    return MatrixView(
        id=anchor,
        caption=caption,
        head=say("Claim"),
        layout="cards" if cards else "table",
        brief=brief,
        key=_key(groups),
        key_words=say(KEY_WORDS),
        switch=None if brief or cards else say("Show the quotations in the table"),
        columns=tuple(column_view(at, article) for article in columns),
        groups=groups,
    )


def column_view(at: At, article: ArticleId) -> ColumnView:
    """Return an article as the head of a column; without a siglum its outlet carries the link."""
    record = at.library.articles[article]
    siglum = siglum_view(at, article)
    return ColumnView(
        siglum=siglum,
        outlet=outlet_name(at.library, record.outlet),
        date=date_words(record.published.edtf),
        href=None if siglum else at.href("article", article),
    )


def _group(
    at: At,
    group: AgendaGroup,
    claims: Sequence[ClaimId],
    columns: tuple[ArticleId, ...],
    anchor: str,
    *,
    quoted: bool,
) -> MatrixGroup:
    members = frozenset(group.claims)
    rows = tuple(_row(at, claim, columns, anchor, quoted=quoted) for claim in claims if claim in members)
    return MatrixGroup(
        group_reading(group.reading), say_many("{count} claim", "{count} claims", len(rows)), rows
    )


def _row(at: At, claim: ClaimId, columns: tuple[ArticleId, ...], anchor: str, *, quoted: bool) -> MatrixRow:
    """A row; on a card the texts that were not read for its claim are one count, in a table each has its sign."""
    cells = tuple(at.findings.cell(claim, article) for article in columns)
    is_card = len(columns) > MAX_TABLE_COLUMNS
    unread = frozenset(cell.article for cell in cells if is_card and _is_unread(at, cell))
    return MatrixRow(
        anchor=anchor.replace("matrix-table", "row") + f"-{claim}",
        claim=numbered_link(at, "claim", claim),
        answer=answer_line(at.context, at.library.claims[claim]) if quoted else None,
        disagreement=disagreement_line(at.context, claim),
        cells=tuple(_cell(at, cell, is_counted=cell.article in unread, quoted=quoted) for cell in cells),
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


def _cell(at: At, cell: Cell, *, is_counted: bool, quoted: bool) -> MatrixCell:
    column = source_words(at.context, cell.article) if quoted else siglum_of(at.context, cell.article)
    if is_counted:
        return MatrixCell(column, None, ())
    if cell.kind is not CellKind.STANCES:
        return MatrixCell(column, absent_stance(cell.kind), ())
    return MatrixCell(column, None, tuple(_entries(at, cell, quoted=quoted)))


def absent_stance(kind: CellKind) -> StanceView:
    """Return how a text is absent from a claim."""
    return absent_view(kind.value, say(PUBLISHED_BEFORE) if kind is CellKind.NOT_APPLICABLE else None)


def _entries(at: At, cell: Cell, *, quoted: bool) -> list[MatrixEntry]:
    """One entry for each run of appearances that say the same in the same way; a rise always changes the way."""
    runs = groupby(cell.sayings, key=lambda saying: stance_view(at.context, saying, noted=False))
    return [_entry(at, stance, tuple(sayings), quoted=quoted) for stance, sayings in runs]


def _entry(at: At, stance: StanceView, sayings: tuple[Saying, ...], *, quoted: bool) -> MatrixEntry:
    first = sayings[0]
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
            for saying in (sayings if quoted else ())
        ),
        source=sigled_name(at.library, first.article),
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


LEAD = marked("By date.")
LEAD_CODED = marked("By date. Silence is recorded too, and kept apart from texts published before the event.")


def witnesses_view(
    at: At, claim: Claim, cells: Sequence[Cell], above: frozenset[int] = frozenset()
) -> WitnessesView | None:
    """Return some of the texts that speak to a claim, were read for it or report its event; None where there is none.

    Other texts are counted, not listed: a large dossier has thousands of them for every claim. Appearances whose
    places are in `above` are quoted above on the page.
    """
    if not cells:
        return None
    listed = len(at.findings.cells(ClaimId(claim.id)))
    return WitnessesView(
        lead=say(LEAD_CODED if claim.coded else LEAD),
        caption=say("What each text says of this claim: {claim}", claim=claim.statement),
        heads=(say("Text"), say("What it says")),
        rows=tuple(
            WitnessView(
                source=source_view(at, cell.article),
                title=title_link(at, cell.article),
                stances=_stances(at, cell, above),
            )
            for cell in cells
        ),
        rest=_rest_words(len(at.library.articles) - listed) if claim.coded else None,
    )


def _rest_words(count: int) -> str | None:
    if count <= 0:
        return None
    return say_many(
        "{count} other text of this dossier is not listed: not read for this claim, so nothing is said of their"
        " silence.",
        "{count} other texts of this dossier are not listed: not read for this claim, so nothing is said of their"
        " silence.",
        count,
    )


def _stances(at: At, cell: Cell, above: frozenset[int]) -> tuple[WitnessStance, ...]:
    if cell.kind is not CellKind.STANCES:
        return (WitnessStance(absent_stance(cell.kind)),)
    return tuple(_stance(at, saying, is_above=saying.index in above) for saying in cell.sayings)


def _stance(at: At, saying: Saying, *, is_above: bool) -> WitnessStance:
    stance = stance_view(at.context, saying, noted=False)
    if is_above:
        return WitnessStance(stance, above=Link("#side-by-side", say("quoted above")))
    return WitnessStance(stance, appearance_quote(at, saying, sourced=False))


RUNG_WORDS: dict[Rung, tuple[Stance, str, str]] = {
    Rung.ASSERTS: (Stance.ASSERTS, marked("asserts"), marked("in its own voice")),
    Rung.ASSERTS_HEDGED: (
        Stance.ASSERTS,
        marked("asserts, hedged"),
        marked("in its own voice, with softening words"),
    ),
    Rung.ATTRIBUTES: (Stance.ATTRIBUTES, marked("attributes"), marked("on somebody’s word")),
    Rung.IMPLIES: (Stance.IMPLIES, marked("implies"), marked("without saying so")),
}
"""Each rung: the shape that it wears, its word and what makes it so."""


MOST_TEXTS = 12
"""A ladder of more texts than this is a wall; those that stand on several rungs are shown, then the earliest.

The others are counted, and the claim's page says what each text says.
"""


def ladder_view(at: At, claim: ClaimId, *, worded: bool = True) -> LadderView | None:
    """Return the ladder of a claim, firmest rung first, or None where all texts speak alike.

    Not `worded` it leads to the words of the texts and does not repeat them, for pages that have them elsewhere.
    """
    whole = at.findings.claims[claim].ladder
    if len(whole.rungs) < 2:
        return None
    ladder = _first_texts(whole)
    record = at.library.claims[claim]
    columns = tuple(source_words(at.context, article) for article in ladder.articles)
    left_out = len(whole.articles) - len(ladder.articles)
    return LadderView(
        caption=say("How firmly each text answers: {statement}", statement=record.statement)
        if record.positions
        else say("How firmly each text says: {statement}", statement=record.statement),
        head=say("How firmly"),
        columns=tuple(column_view(at, article) for article in ladder.articles),
        rungs=tuple(_rung(at, rung, columns, worded=worded) for rung in ladder.rungs),
        rest=_rest(at, claim, left_out) if left_out else None,
    )


def _rest(at: At, claim: ClaimId, count: int) -> Link:
    words = say_many(
        "{count} more text: what each text says", "{count} more texts: what each text says", count
    )
    return Link(at.href("claim", claim, "every-text"), words)


def _first_texts(ladder: Ladder) -> Ladder:
    """The ladder as far as it is shown: texts that climb never fall behind others."""
    if len(ladder.articles) <= MOST_TEXTS:
        return ladder
    places = range(len(ladder.articles))
    rungs = [sum(bool(rung.sayings[place]) for rung in ladder.rungs) for place in places]
    shown = sorted(sorted(places, key=lambda place: -rungs[place])[:MOST_TEXTS])
    return Ladder(
        tuple(ladder.articles[place] for place in shown),
        tuple(
            LadderRung(
                rung.rung,
                tuple(rung.sayings[place] for place in shown),
                tuple(rung.passed[place] for place in shown),
            )
            for rung in ladder.rungs
        ),
    )


def hardening_words(context: Context, claim: ClaimId) -> str | None:
    """Return which texts grow firmer within themselves, in one sentence, or None."""
    rising = dict.fromkeys(
        saying.article for saying in context.findings.claims[claim].sayings if saying.hardens
    )
    if not rising:
        return None
    names = [
        context.library.articles[article].siglum
        or context.library.outlets[context.library.articles[article].outlet].name
        for article in rising
    ]
    return say_many(
        "{texts} grows firmer within the same text.",
        "{texts} grow firmer within the same text.",
        len(names),
        texts=listed(names),
    )


def _rung(at: At, rung: LadderRung, columns: tuple[str, ...], *, worded: bool) -> RungView:
    stance, word, meaning = RUNG_WORDS[rung.rung]
    cells = zip(columns, rung.passed, rung.sayings, strict=True)
    return RungView(
        stance=stance.value,
        word=say(word),
        meaning=say(meaning),
        cells=tuple(
            RungCell(column, passed, tuple(_saying(at, saying, worded=worded) for saying in sayings))
            for column, passed, sayings in cells
        ),
    )


def _saying(at: At, saying: Saying, *, worded: bool) -> RungSaying:
    href, place = saying_place(at, saying)
    rises = say("firmer than before in the same text") if saying.hardens else None
    word = in_row((on_whose_word(at.context, saying.appearance), through_words(at.context, saying)))
    position = at.library.claims[saying.claim].positions.get(saying.appearance.position or "")
    words = saying_phrase(at.context, saying) if worded else None
    names = (*told_names(at.context, saying.appearance), *through_names(at.context, saying))
    return RungSaying(words, href, place, rises, word or None, position, names)
