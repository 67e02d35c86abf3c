"""The reliability table: what is judged of each outlet and of single articles, ours and others' side by side."""

from __future__ import annotations

from dataclasses import dataclass

from builder.analysis.findings import Findings
from builder.model.article import Article
from builder.model.library import Library
from builder.model.outlet import Outlet
from builder.pages.kinds import At, Context, PageKind, PageView, Subject
from builder.pages.parts.dates import date_words
from builder.pages.parts.grades import grade_views, rating_views
from builder.pages.parts.links import record_link
from builder.pages.parts.publishers import outlet_aside, response_view
from builder.pages.shapes.small import RecordHeadView
from builder.pages.shapes.tables import ReliabilityRow, ReliabilityView
from builder.paths import SitePath

PATH = SitePath("sources.html")
STANDFIRST = (
    "Dated, signed notes with what they rest on. A letter describes a source in this dossier; it says nothing of any "
    "one claim, and “not judged” means that there is no basis, not that a source is bad."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView(PageView):
    """The reliability notes on outlets and on articles."""

    head: RecordHeadView
    outlets: ReliabilityView | None
    articles: ReliabilityView | None


def _subjects(library: Library, _findings: Findings) -> tuple[Subject, ...]:
    judged = any(_is_judged(outlet) for outlet in library.outlets.values())
    return ("",) if judged or any(article.assessments for article in library.articles.values()) else ()


def _is_judged(outlet: Outlet) -> bool:
    return bool(outlet.assessments or outlet.response)


def _view(at: At, _subject: Subject) -> SourcesView:
    return SourcesView(
        title="Sources",
        description="Reliability notes on outlets and articles, ours and others’, with date and basis",
        head=RecordHeadView("Sources", None, "How reliable are the sources?", standfirst=STANDFIRST),
        outlets=_outlets(at.context),
        articles=_articles(at.context),
    )


def _outlets(context: Context) -> ReliabilityView | None:
    judged = [outlet for outlet in context.library.outlets.values() if _is_judged(outlet)]
    judged.sort(key=lambda outlet: (outlet.name.casefold(), outlet.id))
    rows = tuple(_outlet_row(context, outlet) for outlet in judged)
    labels = ("Outlet", "Our note", "Others’ judgements, and the outlet’s answer")
    return ReliabilityView("Reliability notes on outlets", labels, rows) if rows else None


def _outlet_row(context: Context, outlet: Outlet) -> ReliabilityRow:
    response = response_view(At(context, PATH), outlet.response)
    return ReliabilityRow(
        anchor=f"outlet-{outlet.id}",
        outlet=record_link(At(context, PATH), "outlet", outlet.id),
        aside=outlet_aside(context, outlet),
        grades=grade_views(At(context, PATH), outlet.assessments, "this outlet"),
        ratings=rating_views(At(context, PATH), outlet.assessments),
        response=response.text if response else None,
        response_signed=response.signed if response else None,
    )


def _articles(context: Context) -> ReliabilityView | None:
    articles = (context.library.articles[article] for article in context.findings.article_order)
    rows = tuple(_article_row(context, article) for article in articles if article.assessments)
    labels = ("Article", "Our note on this text", "Others’ judgements")
    return ReliabilityView("Reliability notes on articles", labels, rows) if rows else None


def _article_row(context: Context, article: Article) -> ReliabilityRow:
    outlet = context.library.outlets[article.outlet].name
    source = " ".join(filter(None, (article.siglum, outlet)))
    return ReliabilityRow(
        anchor=f"article-{article.id}",
        outlet=record_link(At(context, PATH), "article", article.id),
        aside=f"{source}, {date_words(article.published.edtf)}",
        grades=grade_views(At(context, PATH), article.assessments, "this text"),
        ratings=rating_views(At(context, PATH), article.assessments),
    )


KIND = PageKind("sources", "pages/sources.html", "sources", _subjects, lambda _subject: PATH, _view)
