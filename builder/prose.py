"""Joins editors' Markdown to the pages of one build: `render` knows markup, `pages` know addresses."""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname

from markupsafe import Markup

from builder.model.library import RECORD_KINDS, Library
from builder.pages.kinds import ProseRenderer, Routes
from builder.paths import SitePath
from builder.render.markdown import render_prose

_KINDS = frozenset(RECORD_KINDS)


def prose_renderer(library: Library, routes: Routes) -> ProseRenderer:
    """Return what turns Markdown into markup whose links to records are relative to the page that shows it."""

    @lru_cache(maxsize=65536)
    def render(text: str, neighbour: SitePath) -> Markup:
        def resolve(kind: str, record_id: str) -> tuple[str | None, str] | None:
            if kind not in RECORD_KINDS or record_id not in library.records(kind):
                return None
            return routes.href(neighbour, kind, record_id), library.name_of(kind, record_id)

        return render_prose(text, _KINDS, resolve)

    # All pages of a folder share their relative links, so a text is rendered once for each folder.
    return lambda text, page: render(text, SitePath(f"{dirname(page)}/_" if "/" in page else "_"))
