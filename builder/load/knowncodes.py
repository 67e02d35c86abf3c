"""Codes of countries and languages that have the form of one and are none: `UK`, `jp`."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Edit, FieldPath, Problems
from builder.load.places import RecordPlaces
from builder.load.words import country_meant, is_country, is_language, language_meant
from builder.model.article import Article, Title
from builder.model.base import Record
from builder.model.dossier import Dossier
from builder.model.outlet import Outlet


def check_codes(kind: str, record_id: str, record: Record, places: RecordPlaces, problems: Problems) -> None:
    """Refuse a code that no country and no language has."""
    if isinstance(record, Outlet) and record.country is not None and not is_country(record.country):
        _refuse(
            kind, record_id, ("country",), record.country, country_meant(record.country), places, problems
        )
    for path, tag in _tags(record):
        if tag is not None and not is_language(tag):
            _refuse(kind, record_id, path, tag, language_meant(tag), places, problems)


def _tags(record: Record) -> Iterator[tuple[FieldPath, str | None]]:
    if isinstance(record, Article | Outlet | Dossier):
        yield ("language",), record.language
    if isinstance(record, Article):
        title: Title | None = record.title  # a record with mistakes may have none
        yield ("title", "lang"), title.lang if title is not None else None


def _refuse(
    kind: str,
    record_id: str,
    path: FieldPath,
    code: str,
    meant: str | None,
    places: RecordPlaces,
    problems: Problems,
) -> None:
    what, form = (
        ("country", "write the two capital letters of ISO 3166, like `IL`")
        if path == ("country",)
        else ("language", "write its code, like `en`, `sr-Cyrl` or `pt-BR`")
    )
    span = places.span(kind, record_id, path)
    meant = None if meant == code else meant
    problems.error(
        "wrong-form",
        f"`{code}` is the code of no {what}",
        span,
        f"write `{meant}`" if meant else form,
        edits=(Edit(span, meant),) if meant else (),
    )
