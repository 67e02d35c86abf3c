"""How often each article uses which name of an entity: counts, side by side, without a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.analysis.findings import ArticleNames, NamingRow, NamingTable
from builder.analysis.lexicon import Form, forms_of
from builder.model.base import ArticleId, EntityId
from builder.model.library import Library

_Row = tuple[EntityId, str]
_Counts = dict[_Row, dict[ArticleId, int]]


def naming_tables(
    library: Library, names: Mapping[ArticleId, ArticleNames], article_order: Iterable[ArticleId]
) -> Mapping[EntityId, NamingTable]:
    """Return the table of each entity that some text names."""
    row_of, forms_by_row = _rows(library)
    shown: _Counts = {}
    folded: _Counts = {}
    articles: dict[EntityId, dict[ArticleId, None]] = {}
    for article in article_order:
        if article not in names:
            continue
        for mention in names[article].mentions:
            _count(shown, row_of[mention.entity, mention.form], article)
            articles.setdefault(mention.entity, {})[article] = None
        for entity, form in names[article].folded:
            _count(folded, row_of[entity, form], article)
    return {
        entity: NamingTable(
            entity,
            tuple(
                NamingRow(forms, shown.get(row, {}), folded.get(row, {}))
                for row, forms in forms_by_row[entity].items()
                if row in shown or row in folded
            ),
            tuple(articles[entity]),
        )
        for entity in sorted(articles)
    }


def _count(table: _Counts, row: _Row, article: ArticleId) -> None:
    counts = table.setdefault(row, {})
    counts[article] = counts.get(article, 0) + 1


def _rows(
    library: Library,
) -> tuple[Mapping[_Row, _Row], Mapping[EntityId, Mapping[_Row, tuple[str, ...]]]]:
    """Return the row of each (entity, name), and each entity's rows with their names, in the written order."""
    row_of: dict[_Row, _Row] = {}
    forms_by_row: dict[EntityId, dict[_Row, tuple[str, ...]]] = {}
    for entity_id in sorted(library.entities):
        rows = forms_by_row.setdefault(entity_id, {})
        for form in forms_of(library.entities[entity_id]):
            row = (entity_id, _row_key(form))
            row_of[entity_id, form.text] = row
            rows[row] = tuple(dict.fromkeys((*rows.get(row, ()), form.text)))
    return row_of, forms_by_row


def _row_key(form: Form) -> str:
    """Names that differ in capitals only stand in one row, unless their capitals matter."""
    return form.text if form.exact else form.text.casefold()
