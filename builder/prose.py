"""Joins editors' Markdown to the pages of one build: `render` knows markup, `pages` know addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from posixpath import dirname
from types import MappingProxyType

from markupsafe import Markup

from builder.model.base import ArticleId, QuotedFrom
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library, PlacedQuote, QuotedInProse
from builder.pages.kinds import ProseRenderer, Routes, foreign_language
from builder.pages.parts.chain import REMARK, quoted_source
from builder.pages.parts.printed import fragment_of
from builder.paths import SitePath
from builder.recorded import Question, Recorder, digest
from builder.relative import home_of, may_be_relative, relative_prose, relocated
from builder.render.markdown import render_prose
from builder.render.quotations import Citation
from builder.text import Span
from builder.wording import say

_KINDS = frozenset(RECORD_KINDS)
Published = Mapping[ArticleId, tuple[Span, ...]]
"""What may be published of each text, in raw ranges."""


def prose_renderer(
    library: Library,
    routes: Routes,
    published: Published = MappingProxyType({}),
    recorder: Recorder | None = None,
) -> ProseRenderer:
    """Return what turns Markdown into markup whose links to records are relative to the page that shows it.

    A verified quotation leads to its paragraph, as far as that is `published`, else to its article. All pages
    of a folder share their relative links, so a text is rendered once for each; `recorder` notes what was read for it
    on behalf of every page that shows it.
    """
    recorder = recorder or Recorder()

    lang = foreign_language(library)
    homes = {digest(text): home_of(kind, of, routes) for kind, of, _, text in relative_prose(library)}
    homes_read = recorder.mapping("prose", homes)
    rendered: dict[tuple[str, SitePath], tuple[Markup, tuple[Question, ...]]] = {}

    def render(text: str, neighbour: SitePath) -> Markup:
        def resolve(kind: str, record_id: str) -> tuple[str | None, str] | None:
            if kind not in RECORD_KINDS or not library.is_known(kind, record_id):
                return None
            return routes.href(neighbour, kind, record_id), library.name_of(kind, record_id)

        def href(placed: PlacedQuote) -> str | None:
            fragment = fragment_of(library, published.get(placed.article, ()), placed)
            return routes.href(neighbour, "article", placed.article, fragment)

        noted: set[QuotedFrom] = set()

        def cite(words: str) -> Sequence[Citation]:
            quoted = library.prose_quotations.get(words, ())
            return [
                _citation(library, one, href(one.placed) if one.placed else None, noted) for one in quoted
            ]

        home = homes_read.get(digest(text), neighbour) if may_be_relative(text) else neighbour

        def relocate(href: str) -> str:
            return relocated(href, home, neighbour)

        return render_prose(text, _KINDS, resolve, cite, relocate=relocate, lang=lang)

    def remembered(text: str, page: SitePath) -> Markup:
        key = (text, SitePath(f"{dirname(page)}/_" if "/" in page else "_"))
        if key not in rendered:
            with recorder.noting() as read:
                markup = render(*key)
            rendered[key] = markup, tuple(read)
        markup, read_for_it = rendered[key]
        recorder.note(read_for_it)
        return markup

    return remembered


def _citation(library: Library, quoted: QuotedInProse, href: str | None, noted: set[QuotedFrom]) -> Citation:
    """Return what is to be done with a quotation; a text names an outside source once, `noted` grows."""
    start, end = quoted.span.start, quoted.span.end
    if quoted.outside is None or quoted.outside in noted:
        return Citation(start, end, href)
    noted.add(quoted.outside)
    source = quoted_source(library, quoted.outside)
    return Citation(start, end, source=source, source_href=quoted.outside.url, remark=f"; {say(REMARK)}")
