"""What the indexer is given of a page: its `main`, with words written out as a search needs them.

The page itself stays as it is. Places keep their addresses and their order, so that a hit still leads to its paragraph.
"""

from __future__ import annotations

import re
from html import escape, unescape

from builder.regexes import regex
from builder.search.folding import END, written_out
from builder.search.indexer import LEFT_OUT

_TITLE = regex(rb"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = regex(rb"<[^>]*>")
_WORD = regex(r"[^\W_]")
_BODY = b"data-pagefind-body"
_LEFT_OUT = "|".join(name[1:] for name in LEFT_OUT if name.startswith("."))
_WITHIN = "(?:a|b|bdi|em|i|q|span|time)"
_TEXT_OF_PAGE = regex(
    r">([^<]+)(?=<((?:(?:/(?:a|abbr|b|bdi|cite|em|i|mark|q|small|span|strong|sub|sup|time)>"
    rf"|(?:a|span) class=\"(?:{_LEFT_OUT})\b[^>]*>[^<]*(?:<{_WITHIN}\b[^>]*>[^<]*</{_WITHIN}>[^<]*)*)\s*<)*/?"
    r"(?:blockquote|caption|d[dlt]|div|fig(?:ure|caption)|h[1-6]|li|ol|p|section|summary|t[dhr]|ul)\b)?)"
)
"""The words between two tags, and whether a block ends or begins behind them and behind what is not indexed."""
_ALSO = regex(r' data-also="([^"]*)"')


def indexed_part(page: bytes) -> bytes | None:
    """Return the `main` of a page that is to be found by its words; None for any other page."""
    start, end = page.find(b"<main"), page.rfind(b"</main>")
    if start < 0 or page.find(_BODY, start, page.find(b">", start)) < 0:
        return None
    return page[start:end]


def has_words(part: bytes) -> bool:
    """Whether the `main` of a page has a title that is sure to be indexed; without one, whether it has any word."""
    title = _TITLE.search(part)
    told = _TAG.sub(b"", title[1] if title else part).decode("utf-8")
    return _WORD.search(unescape(told)) is not None


def fed(part: bytes, language: str) -> str:
    """Return the document that the indexer is given for the `main` of a page."""
    main = _TEXT_OF_PAGE.sub(_fed_words, part.decode("utf-8"))
    main = _ALSO.sub(lambda match: f' data-also="{_written(match[1])}"', main, count=1)
    return f'<!doctype html><html lang="{language}"><body>{main}</main></body></html>'


def _fed_words(match: re.Match[str]) -> str:
    words = _written(match[1])
    return f">{words.rstrip()}{END}" if match[2] and not words.isspace() else f">{words}"


def _written(text: str) -> str:
    return text if text.isascii() else escape(written_out(unescape(text)))
