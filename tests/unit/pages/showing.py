"""Views and pages of small libraries, made as a build makes them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser

from builder.analysis.assemble import analyse
from builder.model.library import Library
from builder.pages.kinds import Context, PageView
from builder.pages.table import PlannedPage, plan_documents, plan_pages, routes_of
from builder.prose import prose_renderer
from builder.render.templates import Templates

PROJECT = Path(__file__).resolve().parents[3]
View = TypeVar("View", bound=PageView)


def context_of(library: Library) -> Context:
    """Analyse a library and give every page and every document its address."""
    findings = analyse(library)
    documents = [document.path for document in plan_documents()]
    routes = routes_of(plan_pages(library, findings), documents)
    return Context(library, findings, routes, prose_renderer(library, routes))


def planned(library: Library, kind: str, subject: str = "") -> PlannedPage:
    """Return one page of the plan."""
    pages = plan_pages(library, analyse(library))
    return next(page for page in pages if (page.kind.name, page.subject) == (kind, subject))


def view_of(library: Library, kind: str, subject: str, expected: type[View]) -> View:
    """Return the view of one page."""
    view = planned(library, kind, subject).view(context_of(library))
    assert isinstance(view, expected)
    return view


def page_of(library: Library, kind: str, subject: str = "") -> LexborHTMLParser:
    """Return one page as a reader's browser would read it."""
    page, context = planned(library, kind, subject), context_of(library)
    rendered = Templates(PROJECT).render(page.kind.template, page.view(context), page.site(context))
    return LexborHTMLParser(rendered.decode("utf-8"))


def words_of(page: LexborHTMLParser, selector: str) -> list[str]:
    """Return the words of every element that a selector finds, white space made single."""
    return [" ".join(node.text().split()) for node in page.css(selector)]


def reached(pages: Mapping[str, str], record: str) -> set[str]:
    """Return all that links lead to from a record's page and from the pages of its own lists.

    `pages` have the markup of each by address; every page of the record's lists must be among those that links lead to.
    """
    found, waiting = set[str](), [f"{record}.html"]
    seen = set(waiting)
    while waiting:
        page = waiting.pop()
        for node in LexborHTMLParser(pages[page]).css("main a[href]"):
            path, _, fragment = (node.attributes["href"] or "").partition("#")
            target = normpath(str(PurePosixPath(page).parent / path)) if path else page
            found.add(f"{target}#{fragment}" if fragment else target)
            if target.startswith(f"{record}/") and target not in seen:
                seen.add(target)
                waiting.append(target)
    assert seen >= {page for page in pages if page.startswith(f"{record}/")}, "a page that no link leads to"
    return found
