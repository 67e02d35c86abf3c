"""The editors' printed words, block by block, as a reader sees them, and where each block was written.

Which fields print is said by the models (`IsPrinted`), never by a list here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.diagnostics import FieldPath, SourceSpan
from builder.load.nodes import LINE_BREAK
from builder.load.places import RecordPlaces
from builder.load.prose import is_too_nested
from builder.load.quotations.glyphs import has_signs
from builder.load.written import offset_in_markdown
from builder.markdown import MOST_REMEMBERED, LinkedWords, blocks_of, links_of, parser, words_of
from builder.model.article import Article
from builder.model.base import IsPrinted, Record
from builder.model.walk import marked_fields
from builder.text import Span


class Block(Struct, frozen=True):
    """A paragraph, heading or line of a printed text. `words` are what a reader sees of it.

    `value` is the whole text of the field, and `start` the offset in it at which the block's Markdown begins.
    """

    kind: str
    record_id: str
    path: FieldPath
    value: str
    words: str
    links: tuple[LinkedWords, ...] = ()
    start: int = 0
    is_markdown: bool = False

    def place(self, part: Span, places: RecordPlaces) -> SourceSpan:
        """Return where a part of its words is written."""
        if self.is_markdown:
            first, last = (
                offset_in_markdown(self.value, self.start, self.words, offset)
                for offset in (part.start, part.end - 1)
            )
            part = Span(first, max(last, first) + 1)
        return places.span_of_part(self.kind, self.record_id, self.path, self.value, part)


def printed_blocks(kind: str, record_id: str, record: Record) -> Iterator[tuple[Block, ...]]:
    """Yield the blocks of each printed text of a record that may hold quotation marks."""
    for path, marker, text in marked_fields(record, IsPrinted):
        if path[0] == "title" and isinstance(record, Article) and record.text is None:
            continue  # the headline of a text that is not kept: nothing could hold its words
        if not marker.is_markdown:
            if has_signs(text):
                yield (Block(kind, record_id, path, text, text),)
        elif (has_signs(text) or "&" in text) and not is_too_nested(text):
            yield _blocks_of_markdown(kind, record_id, path, text)


@lru_cache(maxsize=MOST_REMEMBERED)
def _blocks_of_markdown(kind: str, record_id: str, path: FieldPath, text: str) -> tuple[Block, ...]:
    found: list[Block] = []
    starts = [0, *(line_break.end() for line_break in LINE_BREAK.finditer(text))]
    for token in blocks_of(parser().parse(text)):
        children = token.children or []
        first = token.map[0] if token.map else 0
        words = words_of(children)
        found.append(
            Block(kind, record_id, path, text, words, links_of(children), starts[first], is_markdown=True)
        )
    return tuple(found)
