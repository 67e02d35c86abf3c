"""How texts name whom they speak of, and on whom they rely: a table for each entity, a chain for each article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from builder.analysis.chains import chain_of
from builder.analysis.findings import ChainStep, StepKind, StepPlace
from builder.model.article import Relation
from builder.model.base import ArticleId
from builder.model.dates import DateBasis
from builder.pages.documents.computed import Named, record
from builder.pages.documents.kinds import Column, DataKind, Part, table
from builder.pages.documents.places import siglum_of
from builder.pages.documents.published import Quote, place_of_quote
from builder.pages.documents.rows import Row, row_of
from builder.pages.kinds import Context
from builder.wording import marked


class NameCounts(Row, frozen=True, kw_only=True):
    """One name of an entity; names that differ in capitals only are one."""

    names: Annotated[tuple[str, ...], "How it is written."]
    counts: Annotated[Mapping[ArticleId, int], "How often each article uses it, by the article's id."]
    folded: Annotated[Mapping[ArticleId, int], "How often folded words have it besides."]


class Naming(Row, frozen=True, kw_only=True):
    """How texts name an entity."""

    entity: Annotated[str, "The id of the entity."]
    name: Annotated[str, "Its name in this dossier."]
    rows: Annotated[tuple[NameCounts, ...], "One for each name that some text uses."]


def naming(context: Context) -> Iterator[Naming]:
    """Yield the naming table of every entity that some text names."""
    for entity, found in context.findings.naming.items():
        rows = tuple(row_of(NameCounts, row, names=row.forms) for row in found.rows)
        yield Naming(entity=entity, name=context.library.entities[entity].name, rows=rows)


InTable = tuple[Naming, NameCounts, ArticleId]


def _in_tables(context: Context) -> Iterator[InTable]:
    for named in naming(context):
        for row in named.rows:
            for article in context.findings.in_article_order({*row.counts, *row.folded}):
                yield named, row, article


NAMES: tuple[Column[InTable], ...] = (
    ("entity", lambda _, row: row[0].entity),
    ("entity_name", lambda _, row: row[0].name),
    ("name", lambda _, row: " / ".join(row[1].names)),
    ("article", lambda _, row: row[2]),
    ("siglum", lambda context, row: siglum_of(context, row[2])),
    ("count", lambda _, row: row[1].counts.get(row[2], 0)),
    ("folded", lambda _, row: row[1].folded.get(row[2], 0)),
)
NAMING = DataKind(
    "naming",
    marked("Names that the texts use"),
    (Part("naming", Iterator[Naming], naming),),
    marked("how often each text uses each name"),
    table=table(NAMES, _in_tables),
)


class AgentRow(Row, frozen=True, kw_only=True):
    """A person who did a step."""

    role: Annotated[str, "What they did: `translator`."]
    name: Annotated[str, "Their name as the text gives it."]


class Cue(Row, frozen=True, kw_only=True):
    """The words that a relation was read from."""

    article: Annotated[str, "The id of the article in which they stand."]
    quote: Annotated[Quote, "The words and where they stand."]


class ChainRow(Row, frozen=True, kw_only=True):
    """A step from an article back to the first hand."""

    index: Annotated[int, "Its place in the chain."]
    parent: Annotated[int | None, "The index of the step that relies on it; null for the article itself."]
    depth: Annotated[int, "How many steps it is from the article."]
    kind: Annotated[StepKind, "What the step is."]
    place: Annotated[StepPlace, "Where its text can be read."]
    record: Annotated[Named | None, "The record that was relied on."] = None
    what: Annotated[str | None, "What of it, or its name where there is no record."] = None
    agent: Annotated[AgentRow | None, "Who did the step."] = None
    relation: Annotated[Relation | None, "How the text relies on it."] = None
    basis: Annotated[DateBasis | None, "What that is known from."] = None
    written_in: Annotated[str | None, "The id of the article in whose record the editors wrote it."] = None
    cue: Annotated[Cue | None, "The words that it was read from."] = None
    note: Annotated[str | None, "What the editors note on it."] = None


class Chain(Row, frozen=True, kw_only=True):
    """On whom an article relies, step by step."""

    article: Annotated[str, "The id of the article."]
    steps: Annotated[tuple[ChainRow, ...], "The nearest steps, depth first."]
    more: Annotated[int, "How many steps there are beyond those."] = 0


def provenance(context: Context) -> Iterator[Chain]:
    """Yield the chain of every article that has one, by date."""
    lengths = context.findings.chain_lengths
    for article in context.findings.article_order:
        if article in lengths:
            steps = chain_of(context.library, context.library.articles[article])
            rows = tuple(_step(context, step) for step in steps)
            yield Chain(article=article, steps=rows, more=lengths[article] - (len(steps) - 1))


def _step(context: Context, step: ChainStep) -> ChainRow:
    origin = step.origin if step.kind is StepKind.ORIGIN else None
    cue = context.library.quote("article", step.owner, *step.path, "cue") if origin else None
    return row_of(
        ChainRow,
        step,
        record=record(context, step.record) if step.record else None,
        what=step.what or None,
        agent=row_of(AgentRow, step.agent) if step.agent else None,
        relation=origin.relation if origin else None,
        basis=origin.basis if origin else None,
        written_in=step.owner if origin else None,
        cue=Cue(article=cue.article, quote=place_of_quote(context, cue)) if cue else None,
        note=(origin.note or None) if origin else None,
    )


PROVENANCE = DataKind(
    "provenance",
    marked("Who relied on whom"),
    (Part("provenance", Iterator[Chain], provenance),),
    marked("the chain of each article, step by step"),
)
