"""Editors' Markdown to markup that cannot act: CommonMark without raw HTML, own link rules, and nh3 as the last gate.

Links to records are written `[words](claim:id)` or `[[claim:id]]`; the page they stand on decides their address.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import urlsplit

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from builder.links import record_address
from builder.lookalikes import decoded_host, shown_host
from builder.markdown import blocks_of, is_nameless, parser, words_of
from builder.render.quotations import Cite, no_citations, with_citations
from builder.render.visible import visible
from builder.urls import has_scheme, link_fault, web_url_fault

ResolveRecord = Callable[[str, str], tuple[str | None, str] | None]
"""Gives (href or None, name) of the record of a kind and id, or None where there is no such record."""

_BLOCKS = {"p", "pre", "blockquote", "ul", "ol", "li", "br", "hr", "h2", "h3", "h4", "h5", "h6"}
_TAGS = _BLOCKS | {"a", "em", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "span"}
_OUTGOING = "noopener noreferrer nofollow"
_FIRST_HEADING, _MAX_HEADING = 2, 6


def render_prose(
    text: str,
    kinds: frozenset[str],
    resolve: ResolveRecord,
    cite: Cite = no_citations,
    *,
    relocate: Callable[[str], str] = str,
    lang: str | None = None,
) -> Markup:
    """Return the markup of editors' Markdown; `kinds` are the kinds of record that a link may name.

    Headings begin at level 2, so that prose never breaks a page's order. A link that may not be
    followed is printed as its words. `relocate` turns a relative link as it is written into the one that leads there
    from the page. Each block says its language where `lang` is given.
    """
    tokens = parser().parse(text)
    _shift_headings(tokens)
    for block in blocks_of(tokens):
        block.children = with_citations(block.children or (), cite)
    _say_language(tokens, lang)
    markup = _Renderer(kinds, resolve, relocate).render(tokens, parser().options, {})
    return Markup(
        nh3.clean(
            markup,
            tags=_TAGS,
            attributes={"a": {"href", "rel"}, "ol": {"start"}, "*": {"lang", "dir"}},
            allowed_classes={"span": {"aside"}},
            link_rel=None,
            url_schemes={"http", "https", "mailto"},
        )
    )


def _say_language(tokens: Sequence[Token], lang: str | None) -> None:
    for token in tokens if lang else ():
        if token.level == 0 and token.nesting >= 0:
            token.attrSet("lang", str(lang))
            token.attrSet("dir", "auto")


def _shift_headings(tokens: Sequence[Token]) -> None:
    """Let the highest heading that a text uses be `_FIRST_HEADING` and leave out no level below it."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    levels = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(_FIRST_HEADING + levels.index(token.tag), _MAX_HEADING)}"


class _Renderer(RendererHTML):
    """Writes text with hidden characters shown, and links by our own rules."""

    def __init__(self, kinds: frozenset[str], resolve: ResolveRecord, relocate: Callable[[str], str]) -> None:
        super().__init__()
        self._relocate = relocate
        self._kinds = kinds
        self._resolve = resolve
        self._open: list[str] = []
        self._name: str | None = None

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Write a text; the name of a record stands in where a link to it gives no words."""
        token = tokens[idx]
        name = self._name if is_nameless(token) else None
        return escape(visible(name or token.content))

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
        href = str(tokens[idx].attrGet("href") or "")
        attributes = self._attributes(href)
        self._open.append(f"</a>{_host_beside(href, _words_in(tokens, idx))}" if attributes else "")
        return f"<a{attributes}>" if attributes else ""

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Close what `link_open` opened, and say where it leads: words alone could claim any address."""
        return self._open.pop()

    def quotation_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Open the link of a quotation to where its words stand."""
        return f'<a href="{escape(str(tokens[idx].attrGet("href")))}">'

    def quotation_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Close what `quotation_open` opened."""
        return "</a>"

    def _attributes(self, href: str) -> str:
        record = record_address(href, self._kinds)
        if record is None:
            href = href if link_fault(href) or has_scheme(href) else self._relocate(href)
            return "" if link_fault(href) else f' href="{escape(href)}"{_rel(href)}'
        found = self._resolve(*record)
        self._name = found[1] if found else None
        return f' href="{escape(found[0])}"' if found and found[0] else ""


def _rel(href: str) -> str:
    return f' rel="{_OUTGOING}"' if ":" in href.split("/", maxsplit=1)[0] else ""


def _words_in(tokens: Sequence[Token], idx: int) -> str:
    """Return the words of the link that opens at a token."""
    end = next((at for at in range(idx, len(tokens)) if tokens[at].type == "link_close"), len(tokens))
    return words_of(tokens[idx:end])


def _host_beside(href: str, words: str) -> str:
    """Return the markup of the host that a link leads to, where it leads out and its words do not begin with it."""
    leads_out = has_scheme(href) and web_url_fault(href) is None
    host = shown_host(decoded_host(urlsplit(href).hostname or "")) if leads_out else ""
    is_said = words.removeprefix("https://").removeprefix("http://").removeprefix("www.").startswith(host)
    return "" if is_said else f' <span class="aside">({escape(visible(host))})</span>'
