"""Relative links in prose that lead to no file of the site, each with the link that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename

from builder.diagnostics import Diagnostic, Severity, SourceSpan
from builder.links import record_address
from builder.load import Loaded
from builder.load.prose import record_meant, targets_of
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.pages.kinds import Routes
from builder.pages.table import PlannedPage, plan_documents, routes_of
from builder.paths import SitePath, relative_href
from builder.regexes import regex
from builder.relative import home_of, relative_prose, target_of
from builder.urls import has_scheme, link_fault, mended_url

_KINDS = frozenset(RECORD_KINDS)
_PERHAPS = regex(r"comparisons/(?:index|page-\d+|pair--[0-9a-f]+)\.html")
"""Pages that follow from what texts have in common."""
_RECORD_PAGE = regex(r"(?:.*/)?[a-z]+/[a-z0-9-]+(?:\.html?)?/?")


def dead_links(
    loaded: Loaded, library: Library, pages: tuple[PlannedPage, ...], *, compared: bool
) -> tuple[Diagnostic, ...]:
    """Return an error for each relative link that leads from the page of its record to no file of the site.

    Where other mistakes may have kept a record from the site, nothing is said of links to records; nor, where texts
    were not `compared`, of links to pages that there may be because of what they share.
    """
    routes = routes_of(pages)
    documents = (document.path for document in plan_documents("https://any.example/"))
    static = (SitePath(file.path) for file in loaded.static if file.is_copied)
    files: _Files = {}
    for made in sorted({*(page.path for page in pages), *documents, *static}):
        files.setdefault(basename(made), []).append(made)
    return tuple(_dead(loaded, library, routes, files, compared=compared))


_Files = dict[str, list[SitePath]]
"""The files of the site by the last part of their path."""


def _dead(
    loaded: Loaded, library: Library, routes: Routes, files: _Files, *, compared: bool
) -> Iterator[Diagnostic]:
    for kind, record_id, path, text in relative_prose(library):
        home = home_of(kind, record_id, routes)
        spans: dict[str, Iterator[SourceSpan]] = {}
        for href in _relative(text):
            target = target_of(href, home)
            is_record = loaded.has_errors and _RECORD_PAGE.fullmatch(_bare(href)) is not None
            is_perhaps = not compared and target is not None and _PERHAPS.fullmatch(target) is not None
            if is_record or is_perhaps or (target is not None and target in files.get(basename(target), ())):
                continue
            # Asked for only here: a place in a file of content costs reading the file again.
            found = spans.setdefault(href, loaded.places.spans_of_words(kind, record_id, path, href))
            yield Diagnostic(
                "dead-link",
                Severity.ERROR,
                f"this link leads nowhere: the site has no file `{target or href}`",
                next(found),
                _meant(href, home, library, files),
            )


def _relative(text: str) -> Iterator[str]:
    for href, is_image in targets_of(text):
        own = is_image or has_scheme(href) or record_address(href, _KINDS) or link_fault(href)
        if not own:
            yield href


def _meant(href: str, home: SitePath, library: Library, files: _Files) -> str:
    record = record_meant(href, {kind: library.records(kind) for kind in RECORD_KINDS})
    mended = mended_url(href)
    alike = files.get(basename(_bare(href)), ())
    if record:
        return f"write {record}"
    if mended:
        return f"write {mended}"
    if len(alike) == 1:
        return f"write {relative_href(alike[0], home)}"
    return (
        "link to a record such as claim:first-personal-threat, to a file of `static/`, or to a whole address"
    )


def _bare(href: str) -> str:
    return re.split(r"[?#]", href, maxsplit=1)[0]
