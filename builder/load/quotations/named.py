"""Which texts a sentence names: by siglum, title, outlet or link.

An outlet stands for its articles here and for those that say that they rest on it; one without an article here stands
for none, since what it wrote is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.links import record_address
from builder.load.decode import Records
from builder.load.quotations.printed import Block
from builder.model.article import Article, Origin
from builder.model.base import IsPrinted, Record
from builder.model.outlet import Outlet
from builder.model.walk import marked_fields
from builder.regexes import regex
from builder.text import Span

_WORD = regex(r"\w+")
_KEY_WORDS = 3
_LINKED = frozenset({"article", "outlet"})
_ARTICLES = ("The ", "the ")
_COMMON_SIGLUM = regex(r"[A-Z]|[1-9][0-9]?")
"""Sigla that prose uses for other things too: one letter, a small number."""


class Named(Struct, frozen=True):
    """The articles that a sentence names. Where it speaks of one text or outlet alone, `only` are that one's."""

    articles: frozenset[str]
    only: frozenset[str]


class NamedTexts:
    """Names of texts and outlets by their first words, so that a sentence is read once."""

    def __init__(self, records: Records) -> None:
        self._of_outlet: dict[str, list[str]] = {}
        publishers: set[str] = set()
        self._first_words: set[str] = set()
        self._names: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = {}
        for kind, record_id, record in records.every():
            if kind == "article" and isinstance(record, Article):
                publishers.add(record.outlet)
                for outlet in dict.fromkeys(_outlets_of(record)):
                    self._of_outlet.setdefault(outlet, []).append(record_id)
        self._of_outlet = {outlet: self._of_outlet[outlet] for outlet in publishers & self._of_outlet.keys()}
        for kind, record_id, record in records.every():
            for name in _names_of(kind, record):
                self._add(name, self._articles(kind, record_id))

    def in_sentence(self, block: Block, sentence: Span, quotation: Span) -> Named:
        """Return the articles that a sentence of a block names or links outside a quotation."""
        groups: list[tuple[str, ...]] = []
        for link in block.links:
            address = record_address(link.href, _LINKED)
            if address and sentence.start <= link.start < sentence.end:
                groups.append(self._articles(*address))
        for part in (Span(sentence.start, quotation.start), Span(quotation.end, sentence.end)):
            groups.extend(self._in_words(part.of(block.words)))
        groups = [group for group in groups if group]
        common = frozenset(groups[0]).intersection(*groups[1:]) if groups else frozenset()
        return Named(frozenset(article for group in groups for article in group), common)

    def _in_words(self, text: str) -> Iterator[tuple[str, ...]]:
        words = list(_WORD.finditer(text))
        for place, first in enumerate(words):
            if first[0] not in self._first_words:
                continue
            for length in range(1, _KEY_WORDS + 1):
                key = tuple(word[0] for word in words[place : place + length])
                for name, articles in self._names.get(key, ()) if len(key) == length else ():
                    end = first.start() + len(name)
                    if text.startswith(name, first.start()) and not text[end : end + 1].isalnum():
                        yield articles

    def _add(self, name: str, articles: tuple[str, ...]) -> None:
        key = tuple(word[0] for word in _WORD.finditer(name))[:_KEY_WORDS]
        if key and articles:
            self._first_words.add(key[0])
            self._names.setdefault(key, []).append((name, articles))

    def _articles(self, kind: str, record_id: str) -> tuple[str, ...]:
        return (record_id,) if kind == "article" else tuple(self._of_outlet.get(record_id, ()))


def _names_of(kind: str, record: Record) -> Iterator[str]:
    """Names as sentences use them; a title of one word is no name of a text."""
    if kind == "article" and isinstance(record, Article):
        titles = [text for path, _, text in marked_fields(record, IsPrinted) if path[0] == "title"]
        yield from (title for title in (*titles, record.headline) if title and " " in title)
        if record.siglum and not _COMMON_SIGLUM.fullmatch(record.siglum):
            yield record.siglum
    elif kind == "outlet" and isinstance(record, Outlet) and record.name:
        yield record.name.removeprefix(_ARTICLES[0]).removeprefix(_ARTICLES[1])


def _outlets_of(article: Article) -> Iterator[str]:
    """The outlet that published an article and those that its text rests on."""
    if article.outlet:
        yield article.outlet
    waiting: list[Origin] = list(article.origins)
    while waiting:
        origin = waiting.pop()
        if origin.of.outlet is not None:
            yield origin.of.outlet
        waiting.extend(origin.origins)
