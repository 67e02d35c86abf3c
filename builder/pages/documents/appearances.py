"""Claim × article: every appearance on a row of its own, and every cell of the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from builder.analysis.claimfindings import Cell, CellKind, ClaimFindings, Saying
from builder.analysis.origins import attributed_record
from builder.model.claim import Claim, ClaimKind, Reading, Stance
from builder.pages.documents.kinds import DataKind, Part, table
from builder.pages.documents.rows import Row, cell, date_text, joined, names_of, row_of
from builder.pages.kinds import Context
from builder.pages.parts.cutter import printed_quote
from builder.pages.parts.places import placed_saying
from builder.pages.parts.sourcing import through_words
from builder.pages.parts.stances import on_whose_word
from builder.wording import marked


class AppearanceRow(Row, frozen=True, kw_only=True):
    """One appearance of a claim in an article, with its quotation."""

    claim: Annotated[str, "The id of the claim."]
    claim_number: Annotated[str | None, "The number of the claim."] = None
    statement: Annotated[str, "What the claim states."]
    claim_kind: Annotated[ClaimKind, "What sort of claim it is."]
    reading: Annotated[Reading | None, "What the texts do to each other."] = None
    disagreement: Annotated[str | None, "In what they disagree."] = None
    claim_page: Annotated[str, "The address of the claim's page, from the root of the site."]
    article: Annotated[str, "The id of the article."]
    siglum: Annotated[str | None, "The short mark of the article."] = None
    outlet: Annotated[str, "The id of the outlet."]
    outlet_name: Annotated[str, "The name of the outlet."]
    published: Annotated[str, "When the article was published, in EDTF, or `unknown`."]
    stance: Annotated[Stance, "What the article does with the statement."]
    position: Annotated[str | None, "The id of the position that it takes."] = None
    position_label: Annotated[str | None, "That position in words."] = None
    attributed_to: Annotated[str | None, "The record on whose word it is said: `entity:mayor`."] = None
    attributed_to_name: Annotated[str | None, "Its name, else how the article describes it."] = None
    on_whose_word: Annotated[str | None, "The same as pages print it."] = None
    through: Annotated[str | None, "Through whom the article has the words, nearest first."] = None
    hedge: Annotated[str | None, "The words that soften it."] = None
    hardens: Annotated[bool, "Whether certainty rises here, within the article."]
    note: Annotated[str | None, "What the editors note on it."] = None
    quote: Annotated[str | None, "The words, where they may be published."] = None
    stress: Annotated[str | None, "The words that the editors stress in it."] = None
    start: Annotated[int | None, "Its first code point in the stored text."] = None
    end: Annotated[int | None, "The code point after its last."] = None
    paragraph: Annotated[int | None, "The number of its paragraph, from 1."] = None
    lang: Annotated[str, "The language of the words."]
    translation: Annotated[str | None, "The words in the language of the dossier."] = None
    translation_by: Annotated[str | None, "Who translated them."] = None
    checked_by: Annotated[str | None, "Who compared them with an original that is not kept, and when."] = None
    address: Annotated[str, "Where the words stand on this site."]


def appearance_rows(context: Context) -> Iterator[AppearanceRow]:
    """Yield every appearance, by claim as numbered by the agenda, then article by date, then place in the text."""
    for claim_id in context.findings.claim_order:
        claim, found = context.library.claims[claim_id], context.findings.claims[claim_id]
        for saying in found.sayings:
            yield _appearance(context, claim, found, saying)


def _appearance(context: Context, claim: Claim, found: ClaimFindings, saying: Saying) -> AppearanceRow:
    appearance, article = saying.appearance, context.library.articles[saying.article]
    placed, checked, translation = placed_saying(context, saying), appearance.checked, appearance.translation
    text, span = context.library.texts.get(placed.article), placed.span
    words = printed_quote(context, placed)
    paragraph = text.paragraph_at(span.start) if text and span else None
    return row_of(
        AppearanceRow,
        appearance,
        claim=claim.id,
        claim_number=claim.number,
        statement=claim.statement,
        claim_kind=claim.kind,
        reading=found.reading,
        disagreement=cell(found.disagreement) or None,
        claim_page=str(context.routes.path("claim", claim.id)),
        article=saying.article,
        siglum=article.siglum,
        outlet=article.outlet,
        outlet_name=context.library.outlets[article.outlet].name,
        published=date_text(article.published.edtf),
        position_label=claim.positions.get(appearance.position) if appearance.position else None,
        attributed_to=_attributed(context, saying)[0],
        attributed_to_name=_attributed(context, saying)[1],
        on_whose_word=on_whose_word(context, appearance),
        through=through_words(context, saying),
        hardens=saying.hardens,
        quote=words,
        stress=cell(appearance.stress) or None if words is not None else None,
        start=span.start if span else None,
        end=span.end if span else None,
        paragraph=paragraph.number if paragraph else None,
        lang=appearance.lang or context.library.language_of(saying.article),
        translation=translation.text if translation else None,
        translation_by=translation.by if translation else None,
        checked_by=f"{checked.by}, {checked.date}" if checked else None,
        address=f"{context.routes.path('article', placed.article)}{f'#{placed.anchor}' if span else ''}",
    )


def _attributed(context: Context, saying: Saying) -> tuple[str | None, str | None]:
    """The record on whose word something is said, and its name; the article's words where there is no record."""
    attributed = saying.appearance.attributed_to
    record = attributed_record(context.library, attributed)
    if record is None:
        unstated = bool(attributed and attributed.unstated)
        return None, "unstated" if unstated else attributed.described if attributed else None
    return ":".join(record), context.library.name_of(*record)


class CellRow(Row, frozen=True, kw_only=True):
    """What one article says to one claim."""

    claim: Annotated[str, "The id of the claim."]
    claim_number: Annotated[str | None, "The number of the claim."] = None
    article: Annotated[str, "The id of the article."]
    siglum: Annotated[str | None, "The short mark of the article."] = None
    state: Annotated[CellKind, "Stances, or why there are none."]
    stances: Annotated[str | None, "The stances with their positions, in text order."] = None
    hardens: Annotated[bool, "Whether certainty rises within the article."]


def cell_rows(context: Context) -> Iterator[CellRow]:
    """Yield the cells of every claim: stances in text order, or silent, not applicable, not read."""
    for claim_id in context.findings.claim_order:
        claim = context.library.claims[claim_id]
        for found in context.findings.cells(claim_id):
            yield CellRow(
                claim=claim_id,
                claim_number=claim.number,
                article=found.article,
                siglum=context.library.articles[found.article].siglum,
                state=found.kind,
                stances=joined(_stance_words(claim, found)) or None,
                hardens=found.hardens,
            )


def _stance_words(claim: Claim, found: Cell) -> Iterator[str]:
    """Each stance with the words of its position: a short name of it would say nothing by itself."""
    for saying in found.sayings:
        position = claim.positions.get(saying.appearance.position or "")
        yield f"{saying.stance.value} ({position})" if position else saying.stance.value


APPEARANCES = DataKind(
    "appearances",
    marked("Claim by article"),
    (Part("appearances", Iterator[AppearanceRow], appearance_rows),),
    marked("every stance with its quotation and its place"),
    table=table(names_of(AppearanceRow), appearance_rows),
)
MATRIX = DataKind(
    "matrix",
    marked("Cells of the matrix"),
    (Part("cells", Iterator[CellRow], cell_rows),),
    marked("stances, silence, not applicable"),
    table=table(names_of(CellRow), cell_rows),
)
