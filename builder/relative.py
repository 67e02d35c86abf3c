"""Relative links in editors' prose: where each begins, and where it leads.

A link begins at the page of the record that it stands in, also where other pages print the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote

from builder.diagnostics import FieldPath
from builder.model.base import IsProse, Record
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.walk import marked_fields
from builder.pages.kinds import Routes
from builder.paths import SitePath, relative_href
from builder.regexes import regex

_MAY_BE_RELATIVE = regex(r"\]\(\s*<?(?![a-zA-Z][a-zA-Z0-9+.-]*:|#)[^)\s]|^ {0,3}\[[^\]\n]+\]:", re.MULTILINE)
_PARTS = regex(r"([^?#]*)(.*)", re.DOTALL)


def relative_prose(library: Library) -> Iterator[tuple[str, str, FieldPath, str]]:
    """Yield (kind, id, path, text) of every Markdown text that may hold a relative link."""
    for kind, record_id, record in _records(library):
        for path, _, text in marked_fields(record, IsProse):
            if may_be_relative(text):
                yield kind, record_id, path, text


def may_be_relative(text: str) -> bool:
    """Whether a Markdown text may hold a relative link."""
    return _MAY_BE_RELATIVE.search(text) is not None


def home_of(kind: str, record_id: str, routes: Routes) -> SitePath:
    """Return the page at which the relative links of a record begin: its own, or the one that lists its kind."""
    if kind == "dossier":
        return SitePath("index.html")
    return routes.path(kind, record_id) or SitePath(f"{RECORD_KINDS[kind].plural}.html")


def target_of(href: str, home: SitePath) -> SitePath | None:
    """Return the file of the site that a relative link leads to from `home`; None for one that leaves the site.

    A link that is a fragment or a query alone leads to the page itself.
    """
    path = unquote(_split(href)[0])
    found = normpath(join(dirname(home), path)) if path else home
    return None if found.startswith(("../", "/")) or found == ".." else SitePath(found)


def relocated(href: str, home: SitePath, page: SitePath) -> str:
    """Return a relative link, written for `home`, as it leads to the same file from `page`."""
    target = target_of(href, home)
    path, rest = _split(href)
    if not path or target is None or dirname(home) == dirname(page):
        return href
    return relative_href(SitePath(quote(target)), page) + rest


def _split(href: str) -> tuple[str, str]:
    match = _PARTS.fullmatch(href)
    return (match[1], match[2]) if match else (href, "")


def _records(library: Library) -> Iterator[tuple[str, str, Record]]:
    yield "dossier", "", library.dossier
    for kind in RECORD_KINDS:
        for record_id, record in library.records(kind).items():
            yield kind, record_id, record
