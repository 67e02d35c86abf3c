"""Claim × article: every appearance on a row of its own, and every cell of the matrix."""

from __future__ import annotations

from collections.abc import Iterator

from builder.analysis.claimfindings import Cell, ClaimFindings, Saying
from builder.analysis.excerpts import prints
from builder.analysis.origins import attributed_record
from builder.model.claim import Claim
from builder.model.library import PlacedQuote
from builder.pages.documents.datevalues import date_text
from builder.pages.documents.kinds import DATA, DocumentKind, Json, JsonObject, Rows
from builder.pages.documents.published import printed_words
from builder.pages.documents.records import envelope
from builder.pages.documents.tables import joined
from builder.pages.kinds import Context
from builder.pages.parts.places import placed_saying
from builder.pages.parts.sourcing import through_words
from builder.pages.parts.stances import on_whose_word
from builder.paths import SitePath
from builder.text import Span

Row = dict[str, str | int | bool | None]


def appearance_rows(context: Context) -> Iterator[Row]:
    """Yield every appearance, by claim as numbered by the agenda, then article by date, then place in the text."""
    for claim_id in context.findings.claim_order:
        claim, found = context.library.claims[claim_id], context.findings.claims[claim_id]
        for saying in found.sayings:
            yield {
                **_claim(context, claim, found),
                **_article(context, saying),
                **_stance(context, claim, saying),
                **_quote(context, saying),
            }


def _claim(context: Context, claim: Claim, found: ClaimFindings) -> Row:
    return {
        "claim": claim.id,
        "claim_number": claim.number,
        "statement": claim.statement,
        "claim_kind": claim.kind.value,
        "reading": found.reading.value if found.reading else None,
        "disagreement": joined(kind.value for kind in found.disagreement) or None,
        "claim_page": context.routes.path("claim", claim.id),
    }


def _article(context: Context, saying: Saying) -> Row:
    article = context.library.articles[saying.article]
    return {
        "article": saying.article,
        "siglum": article.siglum,
        "outlet": article.outlet,
        "outlet_name": context.library.outlets[article.outlet].name,
        "published": date_text(article.published.edtf),
    }


def _stance(context: Context, claim: Claim, saying: Saying) -> Row:
    appearance = saying.appearance
    attributed = appearance.attributed_to
    record = attributed_record(context.library, attributed)
    name = context.library.name_of(*record) if record else attributed.described if attributed else None
    return {
        "stance": appearance.stance.value,
        "position": appearance.position,
        "position_label": claim.positions.get(appearance.position) if appearance.position else None,
        "attributed_to": f"{record[0]}:{record[1]}" if record else None,
        "attributed_to_name": "unstated" if attributed and attributed.unstated else name,
        "on_whose_word": on_whose_word(context, appearance),
        "through": through_words(context, saying),
        "hedge": appearance.hedge,
        "hardens": saying.hardens,
        "note": appearance.note,
    }


def _quote(context: Context, saying: Saying) -> Row:
    placed, checked = placed_saying(context, saying), saying.appearance.checked
    may_print = _may_print(context, placed)
    translation = saying.appearance.translation
    text = context.library.texts.get(placed.article)
    paragraph = text.paragraph_at(placed.span.start) if text and placed.span else None
    return {
        "quote": printed_words(_published(context, placed), placed) if may_print else None,
        "stress": joined(saying.appearance.stress) or None if may_print else None,
        "start": placed.span.start if placed.span else None,
        "end": placed.span.end if placed.span else None,
        "paragraph": paragraph.number if paragraph else None,
        "lang": saying.appearance.lang or context.library.language_of(saying.article),
        "translation": translation.text if translation else None,
        "translation_by": translation.by if translation else None,
        "checked_by": f"{checked.by}, {checked.date}" if checked else None,
        "address": f"{context.routes.path('article', placed.article)}{f'#{placed.anchor}' if placed.span else ''}",
    }


def _may_print(context: Context, placed: PlacedQuote) -> bool:
    text = context.library.texts.get(placed.article)
    return placed.span is None or text is None or prints(text, _published(context, placed), placed.span)


def _published(context: Context, placed: PlacedQuote) -> tuple[Span, ...]:
    return context.findings.published.get(placed.article, ())


def cell_rows(context: Context) -> Iterator[Row]:
    """Yield the cells of every claim: stances in text order, or silent, not applicable, not read."""
    for claim_id in context.findings.claim_order:
        claim = context.library.claims[claim_id]
        for cell in context.findings.cells(claim_id):
            yield {
                "claim": claim_id,
                "claim_number": claim.number,
                "article": cell.article,
                "siglum": context.library.articles[cell.article].siglum,
                "state": cell.kind.value,
                "stances": joined(_stance_words(claim, cell)) or None,
                "hardens": cell.hardens,
            }


def _stance_words(claim: Claim, cell: Cell) -> Iterator[str]:
    """Each stance with the words of its position: a short name of it would say nothing by itself."""
    for saying in cell.sayings:
        position = claim.positions.get(saying.appearance.position or "")
        yield f"{saying.stance.value} ({position})" if position else saying.stance.value


def name_rows(context: Context) -> Iterator[Row]:
    """Yield how often each article uses each name of each entity."""
    for entity, table in context.findings.naming.items():
        for row in table.rows:
            for article in context.findings.in_article_order({*row.counts, *row.folded}):
                yield {
                    "entity": entity,
                    "entity_name": context.library.entities[entity].name,
                    "name": " / ".join(row.forms),
                    "article": article,
                    "siglum": context.library.articles[article].siglum,
                    "count": row.counts.get(article, 0),
                    "folded": row.folded.get(article, 0),
                }


APPEARANCE = (
    *("claim", "claim_number", "statement", "claim_kind", "reading", "disagreement", "claim_page"),
    *("article", "siglum", "outlet", "outlet_name", "published"),
    *(
        "stance",
        "position",
        "position_label",
        "attributed_to",
        "attributed_to_name",
        "on_whose_word",
        "through",
        "hedge",
        "hardens",
        "note",
    ),
    *("quote", "stress", "start", "end", "paragraph"),
    *("lang", "translation", "translation_by", "checked_by", "address"),
)
CELL = ("claim", "claim_number", "article", "siglum", "state", "stances", "hardens")
NAME = ("entity", "entity_name", "name", "article", "siglum", "count", "folded")


def _table(columns: tuple[str, ...], rows: Iterator[Row]) -> Rows:
    return (columns, *(tuple(_cell(row[column]) for column in columns) for row in rows))


def _cell(value: str | int | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def _present(row: Row) -> JsonObject:
    return {key: value for key, value in row.items() if value is not None}


def _appearances(context: Context) -> JsonObject:
    rows: list[Json] = [_present(row) for row in appearance_rows(context)]
    return {**envelope(context, "appearances"), "appearances": rows}


def _matrix(context: Context) -> JsonObject:
    rows: list[Json] = [_present(row) for row in cell_rows(context)]
    return {**envelope(context, "matrix"), "cells": rows}


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        SitePath(f"{DATA}appearances.csv"),
        "Claim by article, with every quotation (CSV)",
        lambda context: _table(APPEARANCE, appearance_rows(context)),
    ),
    DocumentKind(
        SitePath(f"{DATA}appearances.json"),
        "Claim by article, with every quotation (JSON)",
        _appearances,
        "appearances",
    ),
    DocumentKind(
        SitePath(f"{DATA}matrix.csv"),
        "The cells of claim by article, silence included (CSV)",
        lambda context: _table(CELL, cell_rows(context)),
    ),
    DocumentKind(
        SitePath(f"{DATA}matrix.json"),
        "The cells of claim by article, silence included (JSON)",
        _matrix,
        "matrix",
    ),
    DocumentKind(
        SitePath(f"{DATA}naming.csv"),
        "Names that the texts use (CSV)",
        lambda context: _table(NAME, name_rows(context)),
    ),
)
