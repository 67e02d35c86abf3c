"""Who says what on whose word, as documents: claim by article, names by text, chain by article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from builder.analysis.chains import chain_of
from builder.analysis.claimfindings import Cell, CellKind, ClaimFindings, Saying
from builder.analysis.findings import ChainStep, StepKind, StepPlace
from builder.analysis.origins import attributed_record
from builder.blocks import Rows
from builder.model.article import Relation
from builder.model.base import ArticleId, ClaimId, EntityId, OutletId
from builder.model.claim import Claim, ClaimKind, Reading, Stance
from builder.model.dates import DateBasis
from builder.pages.documents.comparing import siglum_of
from builder.pages.documents.computed import Named, record
from builder.pages.documents.kinds import DataKind, Part
from builder.pages.documents.published import Quote, place_of_quote
from builder.pages.documents.rows import Row, cell, date_text, joined, names_of, row_of
from builder.pages.documents.tables import Told, table
from builder.pages.kinds import Context
from builder.pages.parts.cutter import printed_quote
from builder.pages.parts.quotes import on_whose_word, placed_saying, through_words
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


def naming(context: Context) -> Rows[Naming]:
    """Return the naming table of every entity that some text names."""
    tables = context.findings.naming

    def of(entity: EntityId) -> Iterator[Naming]:
        rows = tuple(row_of(NameCounts, row, names=row.forms) for row in tables[entity].rows)
        yield Naming(entity=entity, name=context.library.entities[entity].name, rows=rows)

    return Rows(tables, of)


InTable = tuple[Naming, NameCounts, ArticleId]


def _in_tables(context: Context) -> Rows[InTable]:
    def rows(named: Naming) -> Iterator[InTable]:
        for row in named.rows:
            for article in context.findings.in_article_order({*row.counts, *row.folded}):
                yield named, row, article

    return naming(context).spread(rows)


NAMES: tuple[Told[InTable], ...] = (
    ("entity", lambda _, row: row[0].entity, EntityId),
    ("entity_name", lambda _, row: row[0].name),
    ("name", lambda _, row: " / ".join(row[1].names)),
    ("article", lambda _, row: row[2], ArticleId),
    ("siglum", lambda context, row: siglum_of(context, row[2])),
    ("count", lambda _, row: row[1].counts.get(row[2], 0), int),
    ("folded", lambda _, row: row[1].folded.get(row[2], 0), int),
)
NAMING = DataKind(
    "naming",
    marked("Names that the texts use"),
    (Part("naming", Iterator[Naming], naming),),
    marked("how often each text uses each name"),
    table=table(tuple, NAMES, _in_tables, key=("entity", "name", "article")),
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


def provenance(context: Context) -> Rows[Chain]:
    """Return the chain of every article that has one, by date."""
    lengths = context.findings.chain_lengths

    def of(article: ArticleId) -> Iterator[Chain]:
        if article in lengths:
            steps = chain_of(context.library, context.library.articles[article])
            rows = tuple(_step(context, step) for step in steps)
            yield Chain(article=article, steps=rows, more=lengths[article] - (len(steps) - 1))

    return Rows(context.findings.article_order, of)


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


InChain = tuple[ArticleId, ChainRow]


def _in_chains(context: Context) -> Rows[InChain]:
    return provenance(context).spread(
        lambda chain: ((ArticleId(chain.article), step) for step in chain.steps)
    )


STEPS: tuple[Told[InChain], ...] = (
    ("article", lambda _, row: row[0], ArticleId),
    ("step", lambda _, row: row[1].index, int),
    ("relied_on_by", lambda _, row: row[1].parent, int),
    ("depth", lambda _, row: row[1].depth, int),
    ("kind", lambda _, row: row[1].kind),
    ("place", lambda _, row: row[1].place),
    ("record_kind", lambda _, row: row[1].record and row[1].record.kind),
    ("record", lambda _, row: row[1].record and row[1].record.id),
    ("record_name", lambda _, row: row[1].record and row[1].record.name),
    ("what", lambda _, row: row[1].what),
    ("agent", lambda _, row: row[1].agent and f"{row[1].agent.name} ({row[1].agent.role})"),
    ("relation", lambda _, row: row[1].relation),
    ("basis", lambda _, row: row[1].basis),
    ("written_in", lambda _, row: row[1].written_in, ArticleId),
    ("cue", lambda _, row: row[1].cue and row[1].cue.quote.exact),
    ("note", lambda _, row: row[1].note),
)
PROVENANCE = DataKind(
    "provenance",
    marked("Who relied on whom"),
    (Part("provenance", Iterator[Chain], provenance),),
    marked("the chain of each article, step by step"),
    table=table(tuple, STEPS, _in_chains, key=("article", "step")),
)


class AppearanceRow(Row, frozen=True, kw_only=True):
    """One appearance of a claim in an article, with its quotation."""

    claim: Annotated[ClaimId, "The id of the claim."]
    claim_number: Annotated[str | None, "The number of the claim."] = None
    statement: Annotated[str, "What the claim states."]
    claim_kind: Annotated[ClaimKind, "What sort of claim it is."]
    reading: Annotated[Reading | None, "What the texts do to each other."] = None
    disagreement: Annotated[str | None, "In what they disagree."] = None
    claim_page: Annotated[str, "The address of the claim's page, from the root of the site."]
    article: Annotated[ArticleId, "The id of the article."]
    siglum: Annotated[str | None, "The short mark of the article."] = None
    outlet: Annotated[OutletId, "The id of the outlet."]
    outlet_name: Annotated[str, "The name of the outlet."]
    published: Annotated[str, "When the article was published, in EDTF, or `unknown`."]
    stance: Annotated[Stance, "What the article does with the statement."]
    position: Annotated[str | None, "The id of the position that it takes."] = None
    position_label: Annotated[str | None, "That position in words."] = None
    attributed_to: Annotated[str | None, "The record on whose word it is said: `entity:mayor`."] = None
    attributed_to_name: Annotated[str | None, "Its name, else how the article describes it."] = None
    on_whose_word: Annotated[str | None, "The same as pages print it."] = None
    through: Annotated[str | None, "Through whom the article has the words, nearest first."] = None
    hedge: Annotated[str | None, "The words that soften it."] = None
    hardens: Annotated[bool, "Whether certainty rises here, within the article."]
    note: Annotated[str | None, "What the editors note on it."] = None
    quote: Annotated[str | None, "The words, where they may be published."] = None
    stress: Annotated[str | None, "The words that the editors stress in it."] = None
    start: Annotated[int | None, "Its first code point in the stored text."] = None
    end: Annotated[int | None, "The code point after its last."] = None
    paragraph: Annotated[int | None, "The number of its paragraph, from 1."] = None
    lang: Annotated[str, "The language of the words."]
    translation: Annotated[str | None, "The words in the language of the dossier."] = None
    translation_by: Annotated[str | None, "Who translated them."] = None
    checked_by: Annotated[str | None, "Who compared them with an original that is not kept, and when."] = None
    address: Annotated[str, "Where the words stand on this site."]


def appearance_rows(context: Context) -> Rows[AppearanceRow]:
    """Return every appearance, by claim as numbered by the agenda, then article by date, then place in the text."""

    def rows(claim_id: ClaimId) -> Iterator[AppearanceRow]:
        claim, found = context.library.claims[claim_id], context.findings.claims[claim_id]
        return (_appearance(context, claim, found, saying) for saying in found.sayings)

    return Rows(context.findings.claim_order, rows)


def _appearance(context: Context, claim: Claim, found: ClaimFindings, saying: Saying) -> AppearanceRow:
    appearance, article = saying.appearance, context.library.articles[saying.article]
    placed, checked, translation = placed_saying(context, saying), appearance.checked, appearance.translation
    text, span = context.library.texts.get(placed.article), placed.span
    words = printed_quote(context, placed)
    paragraph = text.paragraph_at(span.start) if text and span else None
    return row_of(
        AppearanceRow,
        appearance,
        claim=ClaimId(claim.id),
        claim_number=claim.number,
        statement=claim.statement,
        claim_kind=claim.kind,
        reading=found.reading,
        disagreement=cell(found.disagreement) or None,
        claim_page=str(context.routes.path("claim", claim.id)),
        article=saying.article,
        siglum=article.siglum,
        outlet=article.outlet,
        outlet_name=context.library.outlets[article.outlet].name,
        published=date_text(article.published.edtf),
        position_label=claim.positions.get(appearance.position) if appearance.position else None,
        attributed_to=_attributed(context, saying)[0],
        attributed_to_name=_attributed(context, saying)[1],
        on_whose_word=on_whose_word(context, appearance),
        through=through_words(context, saying),
        hardens=saying.hardens,
        quote=words,
        stress=cell(appearance.stress) or None if words is not None else None,
        start=span.start if span else None,
        end=span.end if span else None,
        paragraph=paragraph.number if paragraph else None,
        lang=appearance.lang or context.library.language_of(saying.article),
        translation=translation.text if translation else None,
        translation_by=translation.by if translation else None,
        checked_by=f"{checked.by}, {checked.date}" if checked else None,
        address=f"{context.routes.path('article', placed.article)}{f'#{placed.anchor}' if span else ''}",
    )


def _attributed(context: Context, saying: Saying) -> tuple[str | None, str | None]:
    """The record on whose word something is said, and its name; the article's words where there is no record."""
    attributed = saying.appearance.attributed_to
    record = attributed_record(context.library, attributed)
    if record is None:
        unstated = bool(attributed and attributed.unstated)
        return None, "unstated" if unstated else attributed.described if attributed else None
    return ":".join(record), context.library.name_of(*record)


class CellRow(Row, frozen=True, kw_only=True):
    """What one article says to one claim."""

    claim: Annotated[ClaimId, "The id of the claim."]
    claim_number: Annotated[str | None, "The number of the claim."] = None
    article: Annotated[ArticleId, "The id of the article."]
    siglum: Annotated[str | None, "The short mark of the article."] = None
    state: Annotated[CellKind, "Stances, or why there are none."]
    stances: Annotated[str | None, "The stances with their positions, in text order."] = None
    hardens: Annotated[bool, "Whether certainty rises within the article."]


def cell_rows(context: Context) -> Rows[CellRow]:
    """Return the cells of every claim: stances in text order, or silent, not applicable, not read."""

    def rows(claim_id: ClaimId) -> Iterator[CellRow]:
        claim = context.library.claims[claim_id]
        for found in context.findings.cells(claim_id):
            yield CellRow(
                claim=claim_id,
                claim_number=claim.number,
                article=found.article,
                siglum=context.library.articles[found.article].siglum,
                state=found.kind,
                stances=joined(_stance_words(claim, found)) or None,
                hardens=found.hardens,
            )

    return Rows(context.findings.claim_order, rows)


def _stance_words(claim: Claim, found: Cell) -> Iterator[str]:
    """Each stance with the words of its position: a short name of it would say nothing by itself."""
    for saying in found.sayings:
        position = claim.positions.get(saying.appearance.position or "")
        yield f"{saying.stance.value} ({position})" if position else saying.stance.value


APPEARANCES = DataKind(
    "appearances",
    marked("Claim by article"),
    (Part("appearances", Iterator[AppearanceRow], appearance_rows),),
    marked("every stance with its quotation and its place"),
    table=table(AppearanceRow, names_of(AppearanceRow), appearance_rows),
)
MATRIX = DataKind(
    "matrix",
    marked("Cells of the matrix"),
    (Part("cells", Iterator[CellRow], cell_rows),),
    marked("stances, silence, not applicable"),
    table=table(CellRow, names_of(CellRow), cell_rows, key=("claim", "article")),
)
