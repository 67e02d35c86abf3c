"""The dossier as one document: all its records where it is small, else its settings and where the rest is.

Why, and from which size on: docs/decisions/0005-data-documents.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec.structs import replace

from builder.model.dossier import Dossier
from builder.pages.documents.comparing import KEYWORDS, PASSAGES
from builder.pages.documents.kinds import DataKind, DocumentKind, Entry, Part, Section
from builder.pages.documents.mentions import DATES, FIGURES, QUOTATIONS
from builder.pages.documents.published import published_fields
from builder.pages.documents.records import KINDS
from builder.pages.documents.relations import APPEARANCES, MATRIX, NAMING, PROVENANCE
from builder.pages.documents.rows import JsonObject, Row
from builder.pages.kinds import Context
from builder.wording import marked, say

WHOLE_UP_TO = 100
"""Articles up to which `dossier.json` holds every record: some megabytes at most, which one request may fetch.

Above, what it held would stand in two files, and it alone would grow to a hundred megabytes."""


class DataFile(Row, frozen=True, kw_only=True):
    """A document of the data."""

    name: Annotated[str, "What it is called: `articles`."]
    description: Annotated[str, "What it holds."]
    path: Annotated[str, "Its address, from the root of the site."]
    table: Annotated[str | None, "The address of the same as a table."] = None
    schema: Annotated[str, "The address of its schema."]
    count: Annotated[int | None, "How many records it holds, where it holds records."] = None


def _settings(context: Context) -> JsonObject:
    return published_fields(context, "dossier", "", context.library.dossier)


def _files(context: Context) -> Iterator[DataFile]:
    for kind in OTHERS:
        record = next((name for name, each in KINDS.items() if each is kind), None)
        yield DataFile(
            name=kind.name,
            description=kind.about or kind.title,
            path=kind.path,
            table=kind.table_path if kind.table else None,
            schema=kind.schema_path,
            count=len(context.library.records(record)) if record else None,
        )


OTHERS: tuple[DataKind, ...] = (
    *KINDS.values(),
    *(APPEARANCES, MATRIX, NAMING, PROVENANCE, PASSAGES, QUOTATIONS, FIGURES, DATES, KEYWORDS),
)
"""Every document of the data but the dossier's own."""
SETTINGS = Part("settings", Dossier, _settings)
WHOLE = DataKind(
    "dossier",
    marked("All data"),
    (SETTINGS, *(part for kind in (*KINDS.values(), NAMING, PROVENANCE) for part in kind.parts)),
    marked("every record with what follows from it"),
)
INDEX = replace(
    WHOLE, parts=(SETTINGS, Part("files", Iterator[DataFile], _files)), about=marked("where every record is")
)


def _chosen(context: Context) -> DataKind:
    return WHOLE if len(context.library.articles) <= WHOLE_UP_TO else INDEX


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        WHOLE.path,
        lambda context: _chosen(context).json(context),
        lambda context: Entry(Section.WHOLE, say("All data (JSON)"), say(_chosen(context).about)),
    ),
    DocumentKind(WHOLE.schema_path, lambda context: _chosen(context).schema()),
    *(document for kind in OTHERS for document in kind.files()),
)
