"""What each text calls the same person, group or place: counts, without a word of ours."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from builder.analysis.findings import NamingRow, NamingTable
from builder.model.base import ArticleId
from builder.pages.kinds import At
from builder.pages.parts.links import record_link
from builder.pages.parts.names import form_name, short_name
from builder.pages.parts.whole import First
from builder.pages.shapes.claims import NameCount, NamingUse, NamingView
from builder.pages.shapes.small import Link, Phrase
from builder.pages.shapes.tables import TableCell
from builder.wording import numbered, say, say_many

MAX_COLUMNS = 12
"""With more texts than this counts are a wall; those that use the names most are told, and all are counted."""
Columns = Collection[ArticleId]
"""Texts, of which it is quickly told whether one is among them."""
MAX_ENTITIES = 12
"""A comparison shows the names that occur most; an entity's own page has all of its names."""


def naming_views(
    at: At, articles: Iterable[ArticleId], elsewhere: str | None, most: int = MAX_ENTITIES
) -> First[NamingView]:
    """Return the names of each entity that two or more of these texts name, by several names; most uses first.

    Of more than `most` entities the others are a number that leads `elsewhere`, to a list of entities; the page of
    each has its names.
    """
    columns = dict.fromkeys(at.findings.in_article_order(articles))
    named = dict.fromkeys(
        entity for article in columns for entity in at.findings.backlinks.entities_by_article.get(article, ())
    )
    tables = (at.findings.naming.get(entity) for entity in named)
    varied = [table for table in tables if table is not None and _is_told_differently(table, columns)]
    varied.sort(key=lambda table: (-_uses(table, columns), table.entity))
    shown = tuple(_naming_view(at, table, columns) for table in varied[:most])
    left = len(varied) - len(shown)
    words = say_many(
        "{count} more that the texts call by several names, on its page",
        "{count} more that the texts call by several names, each on its page",
        left,
    )
    return First(shown, Link(elsewhere, words) if left else None)


def _is_told_differently(table: NamingTable, columns: Columns) -> bool:
    """Whether two or more of the texts name the entity, by two or more names."""
    return len(_rows_of(table, columns)) > 1 and len(_users(table, columns)) > 1


def _users(table: NamingTable, columns: Columns) -> tuple[ArticleId, ...]:
    return tuple(
        article
        for article in table.articles
        if article in columns and any(row.counts.get(article) for row in table.rows)
    )


def _rows_of(table: NamingTable, columns: Columns) -> tuple[NamingRow, ...]:
    return tuple(
        row for row in table.rows if any(article in columns for article in (*row.counts, *row.folded))
    )


def _uses(table: NamingTable, columns: Columns) -> int:
    return sum(count for row in table.rows for article, count in row.counts.items() if article in columns)


def _naming_view(at: At, table: NamingTable, columns: Columns) -> NamingView:
    every = _users(table, columns)
    users = _first_users(table, every)
    return NamingView(
        entity=record_link(at, "entity", table.entity),
        uses=tuple(_use(at, table, article) for article in users),
        cut=_cut_words(len(users), len(every)) if len(users) < len(every) else None,
    )


def _use(at: At, table: NamingTable, article: ArticleId) -> NamingUse:
    names = tuple(
        _count(form_name(at.library, table.entity, row.forms), row, article)
        for row in table.rows
        if row.uses_in(article)
    )
    text = short_name(at.library, article)
    return NamingUse(Link(at.href("article", article), text.text, text.lang), names)


def _count(name: Phrase, row: NamingRow, article: ArticleId) -> NameCount:
    count, folded = row.uses_in(article), row.folded.get(article, 0)
    return NameCount(name, numbered(count), _folded_words(count, folded) if folded else None)


def _cut_words(shown: int, count: int) -> str:
    return say_many(
        "The {shown} of {count} text that name it most.",
        "The {shown} of {count} texts that name it most.",
        count,
        shown=shown,
    )


def _first_users(table: NamingTable, users: tuple[ArticleId, ...]) -> tuple[ArticleId, ...]:
    """The texts that name an entity most, as many as a table has columns, by date."""
    chosen = set(sorted(users, key=lambda article: -_uses(table, {article}))[:MAX_COLUMNS])
    return tuple(article for article in users if article in chosen)


def uses_cell(count: int, folded: int, label: str) -> TableCell:
    """Return how often a name stands somewhere; words folded as furniture are counted, and told apart."""
    return TableCell(
        numbered(count),
        number=True,
        label=label,
        quiet=not count,
        note=_folded_words(count, folded) if folded else None,
    )


def _folded_words(count: int, folded: int) -> str:
    if folded == count:
        return say("around the article, not in it")
    return say_many(
        "{count} of them around the article, not in it",
        "{count} of them around the article, not in it",
        folded,
    )
