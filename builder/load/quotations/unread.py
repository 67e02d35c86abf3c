"""Texts that a mistake keeps from being read: what may stand in one is judged once it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from builder.diagnostics import FieldPath
from builder.load.decode import Records
from builder.load.quotations.printed import Block
from builder.model.article import Article
from builder.model.base import Record, RefersTo
from builder.model.seedtext import SeedText
from builder.model.walk import marked_fields


class Unsettled(Struct, frozen=True):
    """What has mistakes that have been told: texts by article that are not those on record, refused quotes, values."""

    changed: Mapping[str, SeedText]
    refused: Sequence[str]
    values: AbstractSet[tuple[str, str, FieldPath]]
    """Values of records, by kind, id and path."""
    earlier: Sequence[str] = ()
    """States in which texts were before: no mistake, but words that stand in one only have no place to lead to."""

    @property
    def words(self) -> Iterator[str]:
        """The words themselves."""
        yield from (text.raw for text in self.changed.values())
        yield from self.refused
        yield from self.earlier

    @property
    def articles(self) -> frozenset[str]:
        """The articles whose texts could be read all the same."""
        return frozenset(self.changed)


class Unread:
    """The articles whose stored texts could not be read at all."""

    def __init__(self, records: Records, read: frozenset[str]) -> None:
        self._articles = frozenset(_unread_articles(records, read))

    def concern(self, block: Block, record: Record, named: frozenset[str]) -> bool:
        """Whether a quotation in a block may stand in a text that could not be read."""
        if not self._articles:
            return False
        refers = any(
            "article" in marker.kinds and target in self._articles
            for _, marker, target in marked_fields(record, RefersTo)
        )
        links = any(f":{article}" in block.value for article in self._articles)
        return refers or links or bool(named & self._articles) or self._is_one(block)

    def _is_one(self, block: Block) -> bool:
        return block.kind == "article" and block.record_id in self._articles


def _unread_articles(records: Records, read: frozenset[str]) -> list[str]:
    found = []
    for article in records.known["article"] - read:
        record = records.find("article", article)
        is_whole = article in records.whole["article"]
        if not is_whole or (isinstance(record, Article) and record.text is not None):
            found.append(article)
    return sorted(found)
