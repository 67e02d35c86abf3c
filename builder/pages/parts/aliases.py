"""The names of an entity: what editors list, and what each source uses, counted and left uncommented."""

from __future__ import annotations

from builder.analysis.findings import NamingRow, NamingTable
from builder.model.base import ArticleId, EntityId
from builder.model.entity import Alias, AliasCase, Entity
from builder.pages.kinds import Context
from builder.pages.parts.links import siglum_of
from builder.pages.parts.naming import uses_cell
from builder.pages.parts.words import in_row, listed
from builder.pages.shapes.mentions import AliasView
from builder.pages.shapes.small import Link, Phrase
from builder.pages.shapes.tables import TableCell, TableHead, TableRow, TableView
from builder.wording import say

MAX_COLUMNS = 8
"""With more articles than this the table has no column for each, and gives totals."""


def alias_views(context: Context, entity: Entity) -> tuple[AliasView, ...]:
    """Return the other names as editors wrote them, each with where it means this entity."""
    return tuple(
        AliasView(Phrase(alias.text, alias.language), _alias_aside(context, alias))
        for alias in entity.aliases
    )


def _alias_aside(context: Context, alias: Alias) -> str | None:
    only = context.findings.in_article_order(alias.only)
    texts = listed([siglum_of(context, article) for article in only])
    where = say("only in {texts}", texts=texts) if only else None
    case = say("in these capitals") if alias.case is AliasCase.EXACT else None
    return in_row((case, where)) or None


def names_table(context: Context, entity: Entity) -> TableView | None:
    """Return which name stands how often in which article, or None where no text names the entity."""
    table = context.findings.naming.get(EntityId(entity.id))
    if table is None:
        return None
    rows = tuple(row for row in table.rows if any(row.uses_in(article) for article in table.articles))
    heads = _heads(context, table.articles)
    return TableView(
        caption=say("How often each text uses each name of {name}", name=entity.name),
        caption_hidden=True,
        heads=(TableHead(say("Name")), *(TableHead(head, number=True) for head in heads)),
        rows=tuple(
            TableRow(None, Link(None, " / ".join(row.forms)), _cells(context, table, row)) for row in rows
        ),
    )


def _cells(context: Context, table: NamingTable, row: NamingRow) -> tuple[TableCell, ...]:
    """One number for each head, in the same order."""
    uses = [(article, row.uses_in(article), row.folded.get(article, 0)) for article in table.articles]
    total, folded = sum(count for _, count, _ in uses), sum(folded_here for _, _, folded_here in uses)
    if len(table.articles) > MAX_COLUMNS:
        users = sum(count > 0 for _, count, _ in uses)
        return uses_cell(users, 0, say("Articles")), uses_cell(total, folded, say("Times"))
    cells = (
        uses_cell(count, folded_here, siglum_of(context, article)) for article, count, folded_here in uses
    )
    return (*cells, uses_cell(total, folded, say("All")))


def _heads(context: Context, articles: tuple[ArticleId, ...]) -> tuple[str, ...]:
    if len(articles) > MAX_COLUMNS:
        return say("Articles"), say("Times")
    return (*(siglum_of(context, article) for article in articles), say("All"))
