"""What a kind of page is, where its pages live, and what a page sees.

A page kind is one module in this package that ends in `KIND = PageKind(...)`; `table.KINDS` lists them all. Kinds know
the library and the findings; templates know only the view that a kind makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct, field

from builder.analysis.findings import Findings
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.shapes.small import Html, Link, MetaTag, OutsideQuote, RecordHeadView
from builder.paths import SitePath, relative_href
from builder.recorded import Recorder
from builder.wording import language

Subject = str
"""Which of a kind's pages: the id of a record, or empty where there is one page only."""


class PageView(Struct, frozen=True, kw_only=True):
    """What every page has.

    A view gives its own title, and no canonical address but another page's; the plan adds the dossier's title, and the
    page's own address.
    """

    title: str
    """For `<title>`: that of the record, with the dossier's own behind it (added by the plan)."""
    description: str
    """A sentence or two for search engines and previews."""
    canonical: str | None = None
    """Absolute address under which the page should be known; None where the site's is not known."""
    linked_data: Html | None = None
    """What the page says, as JSON-LD for machines; None where it says nothing that has a form there."""
    tags: tuple[MetaTag, ...] = ()
    """What citation managers and reading views look for in its head, and (added by the plan) what messengers do."""
    quoted: tuple[OutsideQuote, ...] = ()
    """Words from outside the dossier that a line of the page quotes."""


class PagedView(PageView, frozen=True, kw_only=True):
    """What every page of a long list has."""

    head: RecordHeadView
    """What is listed, and how much of it there is."""
    pages: tuple[Link, ...]
    """Links to all pages of the list, this one without address; empty where there is one."""
    filter: str | None
    """Label of the field that filters the rows; None where they are few."""


class Edition(Struct, frozen=True):
    """What the build decides for all pages: where the site will live and what it carries.

    `base_url` ends in `/`. Asset paths are relative to the site's root; a script that must run before the page is
    drawn stands apart.
    """

    base_url: str | None = None
    stylesheet: SitePath = SitePath("assets/site.css")
    early_script: SitePath = SitePath("assets/theme-early.js")
    scripts: tuple[SitePath, ...] = ()
    icon: SitePath = SitePath("assets/folder.svg")
    checking: tuple[SitePath, ...] = ()
    """The scripts that check a page when a reader asks for it, in their order."""
    saving: bool = False
    """Whether readers on the web can save the site."""


WITHDRAWN = "withdrawn"
"""The kind of the pages that stand in the place of withdrawn records; their subjects are `kind:id`."""


class Routes:
    """Knows the address of every page that this build makes."""

    def __init__(self, paths: Mapping[tuple[str, Subject], SitePath]) -> None:
        self._paths = paths

    def path(self, kind: str, subject: Subject = "") -> SitePath | None:
        """Return where a page lives, or what tells that its record was withdrawn; None where there is no such page."""
        return self._paths.get((kind, subject)) or self._paths.get((WITHDRAWN, f"{kind}:{subject}"))

    def href(self, page: SitePath, kind: str, subject: Subject = "", fragment: str = "") -> str | None:
        """Return the link from `page` to another page, or None where this build has no such page."""
        target = self.path(kind, subject)
        return relative_href(target, page, fragment) if target is not None else None

    def watched(self, recorder: Recorder) -> Routes:
        """Return the same routes; the recorder notes which are asked for."""
        return Routes(recorder.mapping("routes", self._paths))

    def __iter__(self) -> Iterator[tuple[tuple[str, Subject], SitePath]]:
        return iter(sorted(self._paths.items()))


ProseRenderer = Callable[[str, SitePath], Html]
"""Turns editors' Markdown into markup whose links to records are relative to the page."""


def _no_prose(_text: str, _page: SitePath) -> Html:
    raise AssertionError("frames have no prose")


class Context(Struct, frozen=True):
    """Everything that a view is made from."""

    library: Library
    findings: Findings
    routes: Routes
    prose: ProseRenderer = field(default=_no_prose)
    edition: Edition = field(default_factory=Edition)

    def href(self, page: SitePath, kind: str, subject: Subject = "", fragment: str = "") -> str | None:
        """Return the link from `page` to another page, or None where there is none."""
        return self.routes.href(page, kind, subject, fragment)

    def canonical(self, page: SitePath) -> str | None:
        """Return the absolute address of a page, where the site's address is known."""
        return self.edition.base_url + page if self.edition.base_url else None


class At(Struct, frozen=True):
    """Where a view is made: everything that it is made from, and the address of its page."""

    context: Context
    page: SitePath

    @property
    def library(self) -> Library:
        """The records."""
        return self.context.library

    @property
    def findings(self) -> Findings:
        """What follows from them."""
        return self.context.findings

    @property
    def routes(self) -> Routes:
        """The addresses of all pages."""
        return self.context.routes

    @property
    def edition(self) -> Edition:
        """What the build decides for all pages."""
        return self.context.edition

    @property
    def canonical(self) -> str | None:
        """The absolute address of this page, where the site's address is known."""
        return self.context.canonical(self.page)

    def href(self, kind: str, subject: Subject = "", fragment: str = "") -> str | None:
        """Return the link from here to another page, or None where there is none."""
        return self.context.href(self.page, kind, subject, fragment)

    def prose(self, text: str) -> Html:
        """Return editors' Markdown as markup whose links are relative to this page."""
        return self.context.prose(text, self.page)


class PageKind(Struct, frozen=True):
    """A kind of page.

    `name` is the record kind for pages of records (`claim`), else a word of its own (`claims`, `home`). `section` names
    the entry of the main navigation that its pages belong to. `at_any_depth` says that the page is shown at addresses
    that are not its own, so that the links of its frame begin at the root of the site.
    """

    name: str
    template: str
    section: str
    subjects: Callable[[Library, Findings], Iterable[Subject]]
    path: Callable[[Subject], SitePath]
    view: Callable[[At, Subject], PageView]
    at_any_depth: bool = False


def record_page(kind: str, section: str, view: Callable[[At, Subject], PageView]) -> PageKind:
    """Return the kind of the pages of one kind of record: one for each, where `RECORD_KINDS` has them."""
    return PageKind(
        kind,
        f"pages/{kind}.html",
        section,
        lambda library, _findings: tuple(library.records(kind)),
        RECORD_KINDS[kind].address,
        view,
    )


def told_language(tag: str) -> str | None:
    """Return the language of some words where it is not that of ours around them."""
    return None if tag == language() else tag


def foreign_language(library: Library) -> str | None:
    """Return the language of the editors' words where it is not that of ours, so that pages can say so."""
    own = library.dossier.language
    return None if own.split("-")[0] == language().split("-")[0] else own


def one_page(_library: Library, _findings: Findings) -> tuple[Subject, ...]:
    """Say that a kind has exactly one page."""
    return ("",)


METHODOLOGY = "methodology"
"""The id of the page record, `content/pages/methodology.md`, that opens the page of methodology."""
