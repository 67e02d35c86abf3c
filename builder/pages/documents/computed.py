"""What follows from the records, as JSON values: readings, origins lines, cells, chains, names."""

from __future__ import annotations

from collections.abc import Mapping

from builder.analysis.answers import answer_of
from builder.analysis.chains import chain_of
from builder.analysis.claimfindings import (
    Cell,
    ClaimFindings,
    NamedOrigin,
    PositionSupport,
    RecordKey,
    Saying,
)
from builder.analysis.findings import ChainStep, StepKind
from builder.model.base import ArticleId, ClaimId, EntityId
from builder.pages.documents.kinds import Json, JsonObject
from builder.pages.documents.published import place_of_quote
from builder.pages.kinds import Context
from builder.pages.parts.answers import answer_words


def claim_findings(context: Context, claim_id: str) -> JsonObject:
    """Return what follows from a claim's appearances."""
    found = context.findings.claims[ClaimId(claim_id)]
    line = found.origins
    return {
        "reading": found.reading.value if found.reading else None,
        "known_today": [known.when.value if known.when else None for known in found.known_today],
        "answer": _answer(context, found),
        "appearances": [_saying(context, saying) for saying in found.sayings],
        "origins": {
            "articles": list(line.articles),
            "named": [origin(context, each) for each in line.named],
            "linked": [origin(context, each) for each in line.linked],
            "meeting": [record_or_words(context, key) for key in line.meeting],
            "described": list(line.described),
            "without": list(line.without),
        },
        "support": [_support(support) for support in found.support],
        "cells": [cell_value(cell) for cell in context.findings.cells(found.claim)],
    }


def _answer(context: Context, found: ClaimFindings) -> JsonObject:
    """The line in words, and its parts: which articles answer in which way on which position."""
    claim = context.library.claims[found.claim]
    answer = answer_of(context.findings.cells(found.claim), claim.positions)
    return {
        "words": answer_words(context, claim),
        "parts": [
            {
                "state": part.kind.state.value,
                "hedged": part.kind.hedged,
                "position": part.position,
                "articles": list(part.articles),
            }
            for part in answer.parts
        ],
        "hardening": list(answer.hardening),
        "several": list(answer.several),
    }


def cell_value(cell: Cell) -> JsonObject:
    """Return a cell: its state, and for stances which appearances of the claim it holds."""
    value: JsonObject = {"article": cell.article, "state": cell.kind.value}
    if cell.sayings:
        value["appearances"] = [saying.index for saying in cell.sayings]
        value["hardens"] = cell.hardens
    return value


def _saying(context: Context, saying: Saying) -> JsonObject:
    value: JsonObject = {"index": saying.index, "article": saying.article, "stance": saying.stance.value}
    value["counts"] = saying.counts
    if saying.rung is not None:
        value["rung"] = saying.rung.name.lower().replace("_", "-")
    value["hardens"] = saying.hardens
    if saying.origin is not None:
        value["origin"] = origin(context, saying.origin)
    if saying.through:
        value["through"] = [
            {"relation": each.relation.value, **origin(context, each.origin)} for each in saying.through
        ]
    return value


def origin(context: Context, named: NamedOrigin) -> JsonObject:
    """Return a named origin: the record, where there is one, and what of it."""
    value: JsonObject = record_value(context, named.record) if named.record else {}
    return {**value, **({"what": named.what} if named.what else {})}


def record_or_words(context: Context, key: RecordKey) -> JsonObject:
    """Return what a key names: a record, or words where there is none."""
    return {"what": key[1]} if key[0] == "what" else record_value(context, key)


def record_value(context: Context, record: RecordKey) -> JsonObject:
    """Return kind, id and name of a record."""
    kind, record_id = record
    return {"kind": kind, "id": record_id, "name": context.library.name_of(kind, record_id)}


def _support(support: PositionSupport) -> JsonObject:
    return {
        "position": support.position,
        "articles": list(support.articles),
        "independence": support.independence.value,
    }


def article_findings(context: Context, article_id: str) -> JsonObject:
    """Return what follows from an article: what it leaves out, whom it names, which claims quote it."""
    article = ArticleId(article_id)
    silence = context.findings.silences.get(article)
    links = context.findings.backlinks
    return {
        "claims": list(links.claims_by_article.get(article, ())),
        "silent": list(silence.silent) if silence else [],
        "not_applicable": list(silence.not_applicable) if silence else [],
        "names": list(links.entities_by_article.get(article, ())),
    }


def entity_names(context: Context, entity_id: str) -> list[Json]:
    """Return how often each article uses which name of an entity; folded words are counted apart."""
    table = context.findings.naming.get(EntityId(entity_id))
    return [
        {"names": list(row.forms), "counts": _counts(row.counts), "folded": _counts(row.folded)}
        for row in (table.rows if table else ())
    ]


def _counts(counts: Mapping[ArticleId, int]) -> JsonObject:
    return {str(article): count for article, count in counts.items()}


def chain(context: Context, article: ArticleId) -> JsonObject:
    """Return the nearest steps from an article back to the first hand, depth first, and how many more there are.

    `parent` is the index of a step.
    """
    steps = chain_of(context.library, context.library.articles[article])
    more = context.findings.chain_lengths[article] - (len(steps) - 1)
    value: JsonObject = {"article": article, "steps": [_step(context, step) for step in steps]}
    return {**value, "more": more} if more else value


def _step(context: Context, step: ChainStep) -> JsonObject:
    value: JsonObject = {
        "index": step.index,
        "parent": step.parent,
        "depth": step.depth,
        "kind": step.kind.value,
    }
    value["place"] = step.place.value
    if step.record:
        value["record"] = record_value(context, step.record)
    if step.what:
        value["what"] = step.what
    if step.agent:
        value["agent"] = {"role": step.agent.role, "name": step.agent.name}
    if step.origin is not None and step.kind is StepKind.ORIGIN:
        value["relation"] = step.origin.relation.value
        value["basis"] = step.origin.basis.value
        value["written_in"] = step.owner
        cue = context.library.quote("article", step.owner, *step.path, "cue")
        if cue is not None:
            value["cue"] = {"article": cue.article, "quote": place_of_quote(context, cue)}
        if step.origin.note:
            value["note"] = step.origin.note
    return value
