"""The reliability table: what is judged of each outlet and of single articles, ours and others' side by side."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.claimfindings import RecordKey
from builder.analysis.findings import Findings
from builder.languages import name_order
from builder.model.article import Article
from builder.model.base import ArticleId, OutletId
from builder.model.datewords import date_words
from builder.model.library import Library
from builder.model.outlet import Outlet
from builder.pages.kinds import At, PagedView, PageKind, Subject
from builder.pages.parts.grades import OUTLET, TEXT, grade_views, outlet_aside, rating_views, response_view
from builder.pages.parts.links import record_link
from builder.pages.parts.names import sigled_name
from builder.pages.parts.paging import PROSE_ROWS, Paging, cuts, filter_words, page_subjects
from builder.pages.shapes.small import RecordHeadView
from builder.pages.shapes.tables import ReliabilityRow, ReliabilityView
from builder.paths import SitePath
from builder.wording import marked, say

STANDFIRST = marked(
    "Dated, signed notes with what they rest on. A letter describes a source in this dossier; it says nothing of any "
    "one claim, and “not judged” means that there is no basis, not that a source is bad."
)


class SourcesView(PagedView, frozen=True, kw_only=True):
    """One page of the reliability notes."""

    outlets: ReliabilityView | None
    """Notes on outlets, by name; None where this page has none."""
    articles: ReliabilityView | None
    """Notes on single articles, by date; None where this page has none."""
    unjudged: tuple[ReliabilityRow, ...]
    """Outlets and articles of which all notes say that there is no basis for a judgement; may be empty."""


def _subjects(library: Library, findings: Findings) -> tuple[Subject, ...]:
    return page_subjects(len(_judged(library, findings.article_order)), PROSE_ROWS)


def _judged(library: Library, order: Iterable[ArticleId]) -> tuple[RecordKey, ...]:
    """Kind and id of every outlet and every article on which there is a note, outlets by name, articles by date."""
    outlets = [outlet for outlet in library.outlets.values() if _is_judged(outlet)]
    outlets.sort(key=lambda outlet: (name_order(outlet.name), outlet.id))
    articles = (article for article in order if library.articles[article].assessments)
    return (*(("outlet", outlet.id) for outlet in outlets), *(("article", article) for article in articles))


def _is_judged(outlet: Outlet) -> bool:
    return bool(outlet.assessments or outlet.response)


def _view(at: At, subject: Subject) -> SourcesView:
    judged = _judged(at.library, at.findings.article_order)
    paging = Paging(judged, lambda record: at.library.name_of(*record), cuts([1] * len(judged), PROSE_ROWS))
    held = paging.rows(subject)
    outlets = tuple(
        _outlet_row(at, at.library.outlets[OutletId(record)]) for kind, record in held if kind == "outlet"
    )
    articles = tuple(
        _article_row(at, at.library.articles[ArticleId(record)]) for kind, record in held if kind == "article"
    )
    return SourcesView(
        title=paging.title(say("Sources"), subject),
        description=say("Reliability notes on outlets and articles, ours and others’, with date and basis"),
        head=RecordHeadView(
            say("Sources"), None, say("How reliable are the sources?"), standfirst=say(STANDFIRST)
        ),
        outlets=_outlets(tuple(row for row in outlets if not _is_open(row))),
        articles=_articles(tuple(row for row in articles if not _is_open(row))),
        unjudged=tuple(row for row in (*outlets, *articles) if _is_open(row)),
        pages=paging.links(at, "sources"),
        filter=filter_words(len(held)),
    )


def _path(subject: Subject) -> SitePath:
    return SitePath(f"sources-{subject}.html" if subject else "sources.html")


def _is_open(row: ReliabilityRow) -> bool:
    """Whether there is nothing on a record but notes that it is not judged."""
    return all(grade.open for grade in row.grades) and not (row.ratings or row.response)


def _outlets(rows: tuple[ReliabilityRow, ...]) -> ReliabilityView | None:
    labels = (say("Outlet"), say("Our note"), say("Others’ judgements, and the outlet’s answer"))
    return _table(say("Reliability notes on outlets"), labels, rows)


def _table(
    caption: str, labels: tuple[str, str, str], rows: tuple[ReliabilityRow, ...]
) -> ReliabilityView | None:
    others = any(row.ratings or row.response for row in rows)
    return ReliabilityView(caption, labels[: 3 if others else 2], rows) if rows else None


def _outlet_row(at: At, outlet: Outlet) -> ReliabilityRow:
    response = response_view(at, outlet.response)
    return ReliabilityRow(
        anchor=f"outlet-{outlet.id}",
        outlet=record_link(at, "outlet", outlet.id),
        aside=outlet_aside(at.context, outlet),
        grades=grade_views(at, outlet.assessments, OUTLET),
        ratings=rating_views(at, outlet.assessments),
        response=response.text if response else None,
        response_signed=response.signed if response else None,
    )


def _articles(rows: tuple[ReliabilityRow, ...]) -> ReliabilityView | None:
    labels = (say("Article"), say("Our note on this text"), say("Others’ judgements"))
    return _table(say("Reliability notes on articles"), labels, rows)


def _article_row(at: At, article: Article) -> ReliabilityRow:
    return ReliabilityRow(
        anchor=f"article-{article.id}",
        outlet=record_link(at, "article", article.id),
        source=sigled_name(at.library, ArticleId(article.id)),
        aside=date_words(article.published.edtf),
        grades=grade_views(at, article.assessments, TEXT),
        ratings=rating_views(at, article.assessments),
    )


KIND = PageKind("sources", "pages/sources.html", "sources", _subjects, _path, _view)
