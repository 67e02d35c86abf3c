"""Editors' Markdown to markup that cannot act: CommonMark without raw HTML, own link rules, and nh3 as the last gate.

Links to records are written `[words](claim:id)` or `[[claim:id]]`; the page they stand on decides their address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from builder.render.visible import visible
from builder.urls import link_fault

ResolveRecord = Callable[[str, str], tuple[str | None, str] | None]
"""Gives (href or None, name) of the record of a kind and id, or None where there is no such record."""

WIKI_LINK = re.compile(r"\[\[([a-z]+):([a-z0-9-]+)(?:\|([^\[\]|]+))?\]\]")
_RECORD_LINK = re.compile(r"([a-z]+):([a-z0-9]+(?:-[a-z0-9]+)*)")
_TAGS = {
    "p",
    "a",
    "em",
    "strong",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "br",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
_OUTGOING = "noopener noreferrer nofollow"
_MAX_HEADING = 6


@dataclass(frozen=True, slots=True)
class RecordScheme:
    """The kinds of record that a link may name."""

    kinds: frozenset[str]

    def parse(self, href: str) -> tuple[str, str] | None:
        """Return kind and id of a record link, or None when it is another kind of link."""
        match = _RECORD_LINK.fullmatch(href)
        return (match[1], match[2]) if match and match[1] in self.kinds else None


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt(
        "commonmark", {"html": False, "linkify": False, "typographer": False, "maxNesting": 20}
    )
    parser.enable("table")
    parser.disable("image")
    # Every link passes the parser; `_Renderer` decides, so that a refused one stays in the text as words.
    parser.validateLink = _let_through  # type: ignore[method-assign]
    return parser


def _let_through(url: str) -> bool:
    return True


def render_prose(
    text: str, records: RecordScheme, resolve: ResolveRecord, *, first_heading: int = 2
) -> Markup:
    """Return the markup of editors' Markdown.

    Headings begin at level `first_heading`, so that prose never breaks a page's order. A link that may not be
    followed is printed as its words.
    """
    tokens = _parser().parse(_long_links(text))
    _shift_headings(tokens, first_heading)
    markup = _Renderer(records, resolve).render(tokens, _parser().options, {})
    return Markup(
        nh3.clean(
            markup,
            tags=_TAGS,
            attributes={"a": {"href", "rel"}, "ol": {"start"}},
            link_rel=None,
            url_schemes={"http", "https", "mailto"},
            generic_attribute_prefixes=None,
        )
    )


def _long_links(text: str) -> str:
    """Turn `[[claim:id]]` into an ordinary link without words; the renderer fills in the record's name."""
    return WIKI_LINK.sub(
        lambda match: f"[{match[3] or match[2]}]({match[1]}:{match[2]}{'' if match[3] else '#name'})", text
    )


def _shift_headings(tokens: Sequence[Token], first_heading: int) -> None:
    """Let the highest heading that a text uses be `first_heading` and leave out no level below it."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    levels = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(first_heading + levels.index(token.tag), _MAX_HEADING)}"


class _Renderer(RendererHTML):
    """Writes text with hidden characters shown, and links by our own rules."""

    def __init__(self, records: RecordScheme, resolve: ResolveRecord) -> None:
        super().__init__()
        self._records = records
        self._resolve = resolve
        self._open: list[bool] = []
        self._name: str | None = None

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Write a text; inside `[[…]]` the record's name stands in for it."""
        if self._name is not None:
            name, self._name = self._name, None
            return escape(visible(name))
        return escape(visible(tokens[idx].content))

    def code_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Write code."""
        return f"<code>{escape(visible(tokens[idx].content))}</code>"

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Write a block of code."""
        return f"<pre><code>{escape(visible(tokens[idx].content))}</code></pre>\n"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Write a fenced block; what stands behind its fence is dropped."""
        return self.code_block(tokens, idx, options, env)

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Open a link, or nothing where its target may not be followed."""
        attributes = self._attributes(str(tokens[idx].attrGet("href") or ""))
        self._open.append(bool(attributes))
        return f"<a{attributes}>" if attributes else ""

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Close what `link_open` opened."""
        return "</a>" if self._open.pop() else ""

    def _attributes(self, href: str) -> str:
        address, _, wants_name = href.partition("#name")
        record = self._records.parse(address)
        if record is None:
            return "" if link_fault(href) else f' href="{escape(href)}"{_rel(href)}'
        found = self._resolve(*record)
        if found is None:
            return ""
        if wants_name or href.endswith("#name"):
            self._name = found[1]
        return f' href="{escape(found[0])}"' if found[0] else ""


def _rel(href: str) -> str:
    return f' rel="{_OUTGOING}"' if ":" in href.split("/", maxsplit=1)[0] else ""
