"""Records as tables: one row for each, one column for each field that fits into a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from builder.model.article import Article
from builder.model.assessment import ADMIRALTY, Assessment
from builder.model.base import ArticleId, ClaimId, Record
from builder.model.claim import Claim
from builder.model.comparison import Comparison
from builder.model.correction import Correction
from builder.model.dates import DateStatement
from builder.model.dossier import Page
from builder.model.entity import Entity
from builder.model.event import Event
from builder.model.library import RECORD_KINDS
from builder.model.outlet import Outlet
from builder.model.topic import Topic
from builder.pages.documents.datevalues import bounds, date_text
from builder.pages.documents.kinds import DATA, DocumentKind, Rows
from builder.pages.kinds import Context
from builder.pages.parts.answers import answer_words
from builder.pages.parts.grades import NO_BASIS, grade_words
from builder.pages.parts.readings import finding_views
from builder.paths import SitePath

Kind = TypeVar("Kind", bound=Record)
Column = tuple[str, Callable[[Context, Kind], str]]
SEPARATOR = "; "
"""Between several values in one cell."""


def joined(values: Iterable[str]) -> str:
    """Return several values as one cell."""
    return SEPARATOR.join(values)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _grades(assessments: Iterable[Assessment], field: str) -> str:
    """Our own grades, each with its words and its date; F and 6 as words alone, because they judge nothing."""
    ours = (each for each in assessments if each.scale == ADMIRALTY)
    grades = (
        (each, each.source.grade if field == "source" and each.source else each.credibility) for each in ours
    )
    return joined(
        f"{_grade(grade.value, grade_words(each) or '')} ({each.by}, {each.date})"
        for each, grade in grades
        if grade is not None
    )


def _grade(grade: str, words: str) -> str:
    return words if grade in NO_BASIS else f"{grade}, {words}"


def _basis(statement: DateStatement) -> str:
    """What a date rests on; that nobody knows it rests on nothing."""
    return "" if statement.edtf.is_unknown and not statement.source else statement.basis.value


def _titled_by_editors(context: Context, article: Article) -> str:
    return "yes" if context.library.is_titled_by_editors(ArticleId(article.id)) else ""


def _characters(context: Context, article: Article) -> str:
    text = context.library.texts.get(ArticleId(article.id))
    return str(len(text.raw)) if text else ""


def _sha256(context: Context, article: Article) -> str:
    text = context.library.texts.get(ArticleId(article.id))
    return text.sha256 if text else ""


def _reading(context: Context, claim: Claim) -> str:
    reading = context.findings.claims[ClaimId(claim.id)].reading
    return reading.value if reading else ""


def _findings(_context: Context, claim: Claim) -> str:
    """What the editors say beneath the reading, each with who signs it."""
    return joined(
        f"{f'{each.matter}: ' if each.matter else ''}{each.says} ({each.by})" for each in finding_views(claim)
    )


def _origins(part: str) -> Callable[[Context, Claim], str]:
    return lambda context, claim: str(len(getattr(context.findings.claims[ClaimId(claim.id)].origins, part)))


def _independence(context: Context, claim: Claim) -> str:
    return "not established" if context.findings.claims[ClaimId(claim.id)].independence_open else ""


OUTLETS: tuple[Column[Outlet], ...] = (
    ("name", lambda _, outlet: outlet.name),
    ("kind", lambda _, outlet: outlet.kind.value),
    ("country", lambda _, outlet: _text(outlet.country)),
    ("language", lambda _, outlet: _text(outlet.language)),
    ("url", lambda _, outlet: _text(outlet.url)),
    ("owner", lambda _, outlet: _text(outlet.owner)),
    ("description", lambda _, outlet: _text(outlet.description)),
    ("source_grades", lambda _, outlet: _grades(outlet.assessments, "source")),
    ("assessments", lambda _, outlet: joined(each.basis for each in outlet.assessments)),
    ("response", lambda _, outlet: outlet.response.text if outlet.response else ""),
)
ARTICLES: tuple[Column[Article], ...] = (
    ("siglum", lambda _, article: _text(article.siglum)),
    ("title", lambda _, article: article.title.text),
    (
        "title_by_editors",
        _titled_by_editors,
    ),
    ("headline", lambda context, article: _text(context.library.headline_of(ArticleId(article.id)))),
    ("outlet", lambda _, article: article.outlet),
    ("outlet_name", lambda context, article: context.library.outlets[article.outlet].name),
    ("published", lambda _, article: date_text(article.published.edtf)),
    ("published_earliest", lambda _, article: bounds(article.published.edtf).get("earliest", "")),
    ("published_latest", lambda _, article: bounds(article.published.edtf).get("latest", "")),
    ("published_time", lambda _, article: _text(article.published.time)),
    ("published_basis", lambda _, article: _basis(article.published)),
    ("language", lambda context, article: context.library.language_of(ArticleId(article.id))),
    ("url", lambda _, article: _text(article.url)),
    ("archives", lambda _, article: joined(archive.url for archive in article.archives)),
    ("byline", lambda _, article: _text(article.byline)),
    ("translator", lambda _, article: _text(article.translator)),
    ("publish", lambda context, article: context.library.publish_of(ArticleId(article.id)).value),
    ("topics", lambda _, article: joined(article.topics)),
    ("events", lambda _, article: joined(article.events)),
    ("source_grades", lambda _, article: _grades(article.assessments, "source")),
    ("summary", lambda _, article: _text(article.summary)),
    ("characters", _characters),
    ("sha256", _sha256),
)
TOPICS: tuple[Column[Topic], ...] = (
    ("name", lambda _, topic: topic.name),
    ("broader", lambda _, topic: _text(topic.broader)),
    ("description", lambda _, topic: _text(topic.description)),
)
EVENTS: tuple[Column[Event], ...] = (
    ("number", lambda _, event: _text(event.number)),
    ("title", lambda _, event: event.title),
    ("date", lambda _, event: date_text(event.date.edtf)),
    ("date_earliest", lambda _, event: bounds(event.date.edtf).get("earliest", "")),
    ("date_latest", lambda _, event: bounds(event.date.edtf).get("latest", "")),
    ("date_basis", lambda _, event: _basis(event.date)),
    ("date_note", lambda _, event: _text(event.date.note)),
    ("place", lambda _, event: _text(event.place)),
    ("entities", lambda _, event: joined(event.entities)),
    ("topics", lambda _, event: joined(event.topics)),
    ("description", lambda _, event: _text(event.description)),
)
ENTITIES: tuple[Column[Entity], ...] = (
    ("name", lambda _, entity: entity.name),
    ("kind", lambda _, entity: entity.kind.value),
    ("aliases", lambda _, entity: joined(alias.text for alias in entity.aliases)),
    ("part_of", lambda _, entity: _text(entity.part_of)),
    ("description", lambda _, entity: _text(entity.description)),
    ("url", lambda _, entity: _text(entity.url)),
    ("same_as", lambda _, entity: joined(entity.same_as)),
)
CLAIMS: tuple[Column[Claim], ...] = (
    ("number", lambda _, claim: _text(claim.number)),
    ("statement", lambda _, claim: claim.statement),
    ("kind", lambda _, claim: claim.kind.value),
    ("answer", answer_words),
    ("reading", _reading),
    ("disagreement", lambda _, claim: joined(each.kind.value for each in claim.disagreement)),
    ("finding", _findings),
    ("event", lambda _, claim: _text(claim.event)),
    ("topics", lambda _, claim: joined(claim.topics)),
    ("positions", lambda _, claim: joined(f"{key}: {words}" for key, words in claim.positions.items())),
    ("articles", _origins("articles")),
    ("named_origins", _origins("named")),
    ("described_origins", _origins("described")),
    ("without_stated_origin", _origins("without")),
    ("independence", _independence),
    ("credibility", lambda _, claim: _grades(claim.assessments, "credibility")),
    ("coded_by", lambda _, claim: claim.coded.by if claim.coded else ""),
    ("coded_date", lambda _, claim: claim.coded.date.text if claim.coded else ""),
    ("explanation", lambda _, claim: _text(claim.explanation)),
)
COMPARISONS: tuple[Column[Comparison], ...] = (
    ("title", lambda _, comparison: comparison.title),
    ("question", lambda _, comparison: _text(comparison.question)),
    ("articles", lambda _, comparison: joined(comparison.articles)),
    ("claims", lambda _, comparison: joined(comparison.claims)),
    ("topics", lambda _, comparison: joined(comparison.topics)),
    ("commentary", lambda _, comparison: _text(comparison.commentary)),
)
CORRECTIONS: tuple[Column[Correction], ...] = (
    ("date", lambda _, correction: correction.date.text),
    ("kind", lambda _, correction: correction.kind.value),
    ("about", lambda _, correction: correction.about),
    ("was", lambda _, correction: _text(correction.was)),
    ("now", lambda _, correction: _text(correction.now)),
    ("reason", lambda _, correction: correction.reason),
    ("by", lambda _, correction: correction.by),
)
PAGES: tuple[Column[Page], ...] = (
    ("title", lambda _, page: page.title),
    ("description", lambda _, page: _text(page.description)),
    ("body", lambda _, page: page.body),
)


def _table(
    kind: str, columns: tuple[Column[Kind], ...], records: Callable[[Context], Iterable[Kind]]
) -> DocumentKind:
    folder = RECORD_KINDS[kind][1]

    def make(context: Context) -> Rows:
        head = ("id", "page", *(name for name, _ in columns))
        return (head, *(_row(context, kind, columns, record) for record in records(context)))

    return DocumentKind(SitePath(f"{DATA}{folder}.csv"), f"All {folder} (CSV)", make)


def _row(context: Context, kind: str, columns: tuple[Column[Kind], ...], record: Kind) -> tuple[str, ...]:
    page = context.routes.path(kind, record.id)
    return (record.id, page or "", *(cell(context, record) for _, cell in columns))


DOCUMENTS: tuple[DocumentKind, ...] = (
    _table("outlet", OUTLETS, lambda context: context.library.outlets.values()),
    _table("article", ARTICLES, lambda context: context.library.articles.values()),
    _table("topic", TOPICS, lambda context: context.library.topics.values()),
    _table("event", EVENTS, lambda context: context.library.events.values()),
    _table("entity", ENTITIES, lambda context: context.library.entities.values()),
    _table("claim", CLAIMS, lambda context: context.library.claims.values()),
    _table("comparison", COMPARISONS, lambda context: context.library.comparisons.values()),
    _table("correction", CORRECTIONS, lambda context: context.library.corrections.values()),
    _table("page", PAGES, lambda context: context.library.pages.values()),
)
