"""All records of a dossier, whole and kind by kind, with what follows from them."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.library import RECORD_KINDS
from builder.pages.documents.computed import article_findings, chain, claim_findings, entity_names
from builder.pages.documents.kinds import DATA, SCHEMAS, DocumentKind, Json, JsonObject
from builder.pages.documents.published import published_fields, published_record
from builder.pages.kinds import Context
from builder.paths import SitePath

COMPUTED: dict[str, Callable[[Context, str], JsonObject]] = {
    "article": article_findings,
    "claim": claim_findings,
}
"""Kinds whose records carry `computed`: what follows from them by rule, never written by an editor."""


def envelope(context: Context, schema: str) -> JsonObject:
    """Return what every document begins with: its schema, whose data it is, as of when, and under which terms."""
    dossier = context.library.dossier
    head: JsonObject = {
        "$schema": f"{SCHEMAS.removeprefix(DATA)}{schema}.schema.json",
        "dossier": dossier.title,
    }
    if dossier.as_of:
        head["as_of"] = dossier.as_of.text
    if dossier.licence:
        head["licence"] = dossier.licence.url or dossier.licence.name
    return head


def record_values(context: Context, kind: str) -> list[Json]:
    """Return all records of a kind by id."""
    return [_record(context, kind, record_id) for record_id in sorted(context.library.records(kind))]


def _record(context: Context, kind: str, record_id: str) -> JsonObject:
    value = published_record(context, kind, record_id)
    if kind in COMPUTED:
        value["computed"] = COMPUTED[kind](context, record_id)
    return value


def _of_kind(kind: str) -> DocumentKind:
    folder = RECORD_KINDS[kind][1]

    def make(context: Context) -> JsonObject:
        return {**envelope(context, folder), folder: record_values(context, kind)}

    return DocumentKind(SitePath(f"{DATA}{folder}.json"), f"All {folder} (JSON)", make, folder)


def _dossier(context: Context) -> JsonObject:
    return {
        **envelope(context, "dossier"),
        "settings": published_fields(context, "dossier", "", context.library.dossier),
        **{folder: record_values(context, kind) for kind, (_, folder) in RECORD_KINDS.items()},
        "naming": naming_values(context),
        "provenance": provenance_values(context),
    }


def naming_values(context: Context) -> list[Json]:
    """Return the naming table of every entity that some text names."""
    return [
        {
            "entity": entity,
            "name": context.library.entities[entity].name,
            "rows": entity_names(context, entity),
        }
        for entity in context.findings.naming
    ]


def provenance_values(context: Context) -> list[Json]:
    """Return the chain of every article that has one, by date."""
    articles = context.findings.article_order
    return [chain(context, article) for article in articles if article in context.findings.chain_lengths]


def _naming(context: Context) -> JsonObject:
    return {**envelope(context, "naming"), "naming": naming_values(context)}


def _provenance(context: Context) -> JsonObject:
    return {**envelope(context, "provenance"), "provenance": provenance_values(context)}


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(SitePath(f"{DATA}dossier.json"), "All data (JSON)", _dossier, "dossier"),
    *(_of_kind(kind) for kind in RECORD_KINDS),
    DocumentKind(SitePath(f"{DATA}naming.json"), "Names that the texts use (JSON)", _naming, "naming"),
    DocumentKind(SitePath(f"{DATA}provenance.json"), "Who relied on whom (JSON)", _provenance, "provenance"),
)
