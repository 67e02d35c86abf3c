"""Documents of small dossiers, made and serialised as a build makes them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from msgspec.structs import replace

from builder.analysis import analyse
from builder.load import load_dossier
from builder.pages.documents.database import PATH
from builder.pages.kinds import Context, Edition
from builder.pages.table import plan_documents, plan_pages, routes_of
from builder.prose import prose_renderer
from builder.render.documents import chunks
from tests.unit.pages.small import PROJECT, SmallDossier

HOSTILE = "</script><b>\"a\" & 'b'</b>\r\n=cmd|' /C calc'!A0\t{\\x} %1 $2 #3 _4 ~5 ^6 שלום 😀 @misc{x,"
"""A title that tries to be markup, a formula, BibTeX and a line of RIS."""

Files = dict[str, bytes]


def files_of(small: SmallDossier, base_url: str | None = None) -> Files:
    """Return every document of a small dossier by its address."""
    return _files(small.context, base_url)


def showcase_files(base_url: str | None = None) -> Files:
    """Return every document of the worked example."""
    library = load_dossier(PROJECT).library
    assert library is not None
    findings = analyse(library)
    routes = routes_of(plan_pages(library, findings))
    return _files(Context(library, findings, routes, prose_renderer(library, routes)), base_url)


def _files(context: Context, base_url: str | None) -> Files:
    planned = plan_documents(base_url, frozenset({PATH}))
    pages = plan_pages(context.library, context.findings)
    routes = routes_of(pages, tuple(document.path for document in planned))
    whole = replace(context, routes=routes, edition=Edition(base_url=base_url))
    return {document.path: b"".join(chunks(document.path, document.make(whole))) for document in planned}


def json_of(files: Files, path: str) -> object:
    """Return a JSON document as a value."""
    found: object = json.loads(files[path])
    return found


def rows_of(files: Files, path: str) -> list[dict[str, str]]:
    """Return a CSV document as an independent reader reads it."""
    text = files[path].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def schema_of(files: Files, path: str) -> object:
    """Return the schema of a JSON document."""
    name = Path(path).stem
    return json_of(files, f"data/schemas/{name}.schema.json")
