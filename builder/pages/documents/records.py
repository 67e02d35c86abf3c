"""The records of each kind: as JSON with what follows from them, and as a table of the fields that fit into a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import cast

from builder.analysis.dissents import SecondPlace
from builder.blocks import Rows
from builder.model.article import Article
from builder.model.assessment import ADMIRALTY, Assessment
from builder.model.base import ArticleId, ClaimId, CodingId, Record
from builder.model.claim import Claim
from builder.model.coding import Coding, SecondWord
from builder.model.correction import Correction
from builder.model.dates import DateStatement
from builder.model.dossier import Page
from builder.model.entity import Entity
from builder.model.event import Event
from builder.model.kinds import RECORD_KINDS
from builder.model.outlet import Outlet
from builder.model.seedtext import SeedText
from builder.pages.documents.computed import COMPUTED
from builder.pages.documents.kinds import DataKind, Part
from builder.pages.documents.published import bounds, published_record
from builder.pages.documents.rows import JsonObject, told
from builder.pages.documents.tables import Told, table
from builder.pages.kinds import Context
from builder.pages.parts.answers import answer_words, finding_views
from builder.pages.parts.grades import NO_BASIS, grade_words


def record_values(context: Context, kind: str) -> Rows[JsonObject]:
    """Return all records of a kind by id."""
    computed = COMPUTED.get(RECORD_KINDS[kind].model)

    def value(record_id: str) -> Iterator[JsonObject]:
        published = published_record(context, kind, record_id)
        yield {**published, "computed": told(computed.make(context, record_id))} if computed else published

    return Rows(sorted(context.library.records(kind)), value)


def _grades(assessments: Iterable[Assessment], field: str) -> tuple[str, ...]:
    """Our own grades, each with its words and its date; F and 6 as words alone, because they judge nothing."""
    ours = (each for each in assessments if each.scale == ADMIRALTY)
    grades = (
        (each, each.source.grade if field == "source" and each.source else each.credibility) for each in ours
    )
    return tuple(
        f"{_grade(grade.value, grade_words(each) or '')} ({each.by}, {each.date})"
        for each, grade in grades
        if grade is not None
    )


def _grade(grade: str, words: str) -> str:
    return words if grade in NO_BASIS else f"{grade}, {words}"


def _source_grades(_context: Context, record: Outlet | Article) -> tuple[str, ...]:
    return _grades(record.assessments, "source")


def _basis(statement: DateStatement) -> str:
    """What a date rests on; that nobody knows it rests on nothing."""
    return "" if statement.edtf.is_unknown and not statement.source else statement.basis.value


def _text(context: Context, article: Article) -> SeedText | None:
    return context.library.texts.get(ArticleId(article.id))


def _findings(_context: Context, claim: Claim) -> tuple[str, ...]:
    """What the editors say beneath the reading, each with who signs it."""
    return tuple(
        f"{f'{each.matter}: ' if each.matter else ''}{each.says} ({each.by})" for each in finding_views(claim)
    )


def _origins(part: str) -> Callable[[Context, Claim], int]:
    return lambda context, claim: len(getattr(context.findings.claims[ClaimId(claim.id)].origins, part))


def _independence(context: Context, claim: Claim) -> str:
    return "not established" if context.findings.claims[ClaimId(claim.id)].independence_open else ""


def _compared(context: Context, coding: Coding) -> tuple[SecondPlace, ...]:
    return context.findings.second.by_coding[CodingId(coding.id)]


def _words_of_places(context: Context, coding: Coding) -> tuple[str, ...]:
    """The two words for each place, as agreement is reckoned from them."""
    first = context.findings.second.first_words
    return tuple(
        f"{place.claim} {place.article} {first[place.claim, place.article]} {place.second}"
        for place in _compared(context, coding)
    )


OUTLETS: tuple[Told[Outlet], ...] = (
    *("name", "kind", "country", "language", "url", "owner", "description"),
    ("source_grades", _source_grades, tuple[str, ...]),
    ("assessments", lambda _, outlet: tuple(each.basis for each in outlet.assessments), tuple[str, ...]),
    ("response", lambda _, outlet: outlet.response and outlet.response.text),
)
ARTICLES: tuple[Told[Article], ...] = (
    "siglum",
    ("title", lambda _, article: article.title.text),
    (
        "title_by_editors",
        lambda context, article: context.library.is_titled_by_editors(ArticleId(article.id)),
        bool,
    ),
    ("headline", lambda context, article: context.library.headline_of(ArticleId(article.id))),
    "outlet",
    ("outlet_name", lambda context, article: context.library.outlets[article.outlet].name),
    ("published", lambda _, article: article.published.edtf),
    ("published_earliest", lambda _, article: bounds(article.published.edtf).earliest),
    ("published_latest", lambda _, article: bounds(article.published.edtf).latest),
    ("published_time", lambda _, article: article.published.time),
    ("published_basis", lambda _, article: _basis(article.published)),
    ("language", lambda context, article: context.library.language_of(ArticleId(article.id))),
    "url",
    ("archives", lambda _, article: tuple(archive.url for archive in article.archives), tuple[str, ...]),
    *("byline", "translator"),
    ("publish", lambda context, article: context.library.publish_of(ArticleId(article.id))),
    *("topics", "events"),
    ("source_grades", _source_grades, tuple[str, ...]),
    "summary",
    ("characters", lambda *of: len(text.raw) if (text := _text(*of)) else None, int),
    ("sha256", lambda *of: (text := _text(*of)) and text.sha256),
)
EVENTS: tuple[Told[Event], ...] = (
    *("number", "title"),
    ("date", lambda _, event: event.date.edtf),
    ("date_earliest", lambda _, event: bounds(event.date.edtf).earliest),
    ("date_latest", lambda _, event: bounds(event.date.edtf).latest),
    ("date_basis", lambda _, event: _basis(event.date)),
    ("date_note", lambda _, event: event.date.note),
    *("place", "entities", "topics", "description"),
)
ENTITIES: tuple[Told[Entity], ...] = (
    *("name", "kind"),
    ("aliases", lambda _, entity: tuple(alias.text for alias in entity.aliases), tuple[str, ...]),
    *("part_of", "description", "url", "same_as"),
)
CLAIMS: tuple[Told[Claim], ...] = (
    *("number", "statement", "kind"),
    ("answer", answer_words),
    ("reading", lambda context, claim: context.findings.claims[ClaimId(claim.id)].reading),
    ("disagreement", lambda _, claim: tuple(each.kind for each in claim.disagreement), tuple[str, ...]),
    ("finding", _findings, tuple[str, ...]),
    *("event", "topics"),
    (
        "positions",
        lambda _, claim: tuple(f"{key}: {words}" for key, words in claim.positions.items()),
        tuple[str, ...],
    ),
    ("articles", _origins("articles"), int),
    ("named_origins", _origins("named"), int),
    ("described_origins", _origins("described"), int),
    ("without_stated_origin", _origins("without"), int),
    ("independence", _independence),
    ("credibility", lambda _, claim: _grades(claim.assessments, "credibility"), tuple[str, ...]),
    ("coded_by", lambda _, claim: claim.coded and claim.coded.by),
    ("coded_date", lambda _, claim: claim.coded and claim.coded.date.text),
    "explanation",
)
CODINGS: tuple[Told[Coding], ...] = (
    "by",
    ("date", lambda _, coding: coding.date.text),
    ("places", lambda context, coding: len(_compared(context, coding)), int),
    ("otherwise", lambda context, coding: sum(place.differs for place in _compared(context, coding)), int),
    ("open", lambda _, coding: sum(each.stance is SecondWord.OPEN for each in coding.readings), int),
    ("claim_article_first_second", _words_of_places, tuple[str, ...]),
    "description",
)
CORRECTIONS: tuple[Told[Correction], ...] = (
    ("date", lambda _, correction: correction.date.text),
    *("kind", "about", "was", "now", "reason", "by"),
)
PAGES: tuple[Told[Page], ...] = ("title", "description", "body")


COLUMNS: Mapping[str, object] = {
    "outlet": OUTLETS,
    "article": ARTICLES,
    "event": EVENTS,
    "entity": ENTITIES,
    "claim": CLAIMS,
    "coding": CODINGS,
    "correction": CORRECTIONS,
    "page": PAGES,
}
"""The columns of kinds whose tables hold other things than the fields of their models, one by one."""


def _columns(kind: str, model: type[Record]) -> tuple[Told[Record], ...]:
    own = tuple(name for name in model.model_fields if name not in Record.model_fields)
    return cast("tuple[Told[Record], ...]", COLUMNS.get(kind, own))


def _records(kind: str, context: Context) -> Rows[Record]:
    records = context.library.records(kind)
    return Rows(records, lambda record_id: (records[record_id],))


def _kind(kind: str) -> DataKind:
    model, folder = RECORD_KINDS[kind].model, RECORD_KINDS[kind].plural
    head: tuple[Told[Record], ...] = (
        "id",
        ("page", lambda context, record: context.routes.path(kind, record.id)),
    )
    return DataKind(
        folder,
        f"All {folder} of a dossier",
        (Part(folder, Iterator[model], lambda context: record_values(context, kind)),),  # type: ignore[valid-type]
        table=table(model, (*head, *_columns(kind, model)), partial(_records, kind), key=("id",)),
        is_listed=False,
    )


KINDS: dict[str, DataKind] = {kind: _kind(kind) for kind in RECORD_KINDS}
"""The document of each kind of record."""
