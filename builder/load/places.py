"""Where each value of each record was written. The files are read again only when a problem asks for a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from functools import lru_cache

from msgspec import Struct

from builder.diagnostics import Edit, FieldPath, Problems, SourceSpan
from builder.load.content import RecordFile, record_path
from builder.load.mended import adding
from builder.load.nodes import LINE_BREAK, Mapping, Node, Position, Scalar, child
from builder.load.page import read_record_nodes
from builder.load.written import offset_in_yaml
from builder.signs import BYTE_ORDER_MARK
from builder.text import Span

KeptIndexes = MappingOf[FieldPath, tuple[int, ...]]
"""For each list that lost entries with mistakes: the places its remaining entries have in the file."""


REDACTING, WITHDRAWING = "redac", "withhold"
WITHHOLDING = (REDACTING, WITHDRAWING)
"""No record keeps words from readers whose file has none of these in it, whatever else is wrong with it."""


class KnownPlaces(Struct, frozen=True):
    """What is known of where a record is written, once its file has been decoded."""

    kept: KeptIndexes | None
    tops: MappingOf[str, tuple[int, int, int, int]] | None
    withholds: bool
    """Whether its text has one of `WITHHOLDING` in it."""


class RecordPlaces:
    """Implements `diagnostics.Places` over the files of content."""

    def __init__(self) -> None:
        self._files: dict[tuple[str, str], RecordFile] = {}
        self._nodes: dict[tuple[str, str], Mapping | None] = {}
        self._kept: dict[tuple[str, str], KeptIndexes] = {}
        self._tops: dict[tuple[str, str], MappingOf[str, tuple[int, int, int, int]]] = {}
        self._by_path: dict[str, RecordFile] = {}
        self._open: set[tuple[str, str]] = set()
        """Records whose files are known to have none of `WITHHOLDING`."""

    def remember(self, file: RecordFile, kept: KeptIndexes | None = None) -> None:
        """Know a record's file, and which entries of its lists were left out when it was decoded."""
        self._files[file.kind, file.record_id] = self._by_path[file.path] = file
        if kept:
            self._kept[file.kind, file.record_id] = kept

    def remember_tops(self, file: RecordFile, nodes: Mapping) -> None:
        """Know where the values of a record's own keys stand, and under no key where the record does.

        Most problems are about one of these, and what most records lack is told of each: no file is read twice for it.
        """
        tops = {key: _place(value) for key, (_, value) in nodes.entries.items()}
        self._tops[file.kind, file.record_id] = {**tops, "": _place(nodes)}

    def known(self, file: RecordFile) -> KnownPlaces:
        """Return what is known of a file that was decoded."""
        address = (file.kind, file.record_id)
        text = (file.text or "").casefold()
        withholds = any(word in text for word in WITHHOLDING)
        return KnownPlaces(self._kept.get(address), self._tops.get(address), withholds)

    def take_over(self, file: RecordFile, known: KnownPlaces) -> None:
        """Know of a file what an earlier load knew of the same."""
        self.remember(file, known.kept)
        if known.tops is not None:
            self._tops[file.kind, file.record_id] = known.tops
        if not known.withholds:
            self._open.add((file.kind, file.record_id))

    def span(self, kind: str, record_id: str, path: FieldPath = (), *, key: bool = False) -> SourceSpan:
        """Return where the value at `path` stands (or its key); the nearest parent where the value is absent."""
        file_path = self.path(kind, record_id)
        tops = self._tops.get((kind, record_id))
        if tops is not None and not key and (len(path) < 2 or path[0] not in tops):
            return SourceSpan(file_path, *(tops.get(str(path[0])) if path else None) or tops[""])
        root = self._root(kind, record_id)
        if root is None:
            return SourceSpan(file_path)
        return span_of(root, as_written(path, self._kept.get((kind, record_id), {})), file_path, key=key)

    def has(self, kind: str, record_id: str, path: FieldPath) -> bool:
        """Whether a record writes a value at `path`."""
        node: Node | None = self._root(kind, record_id)
        for step in path:
            node = child(node, step) if node is not None else None
        return node is not None

    def adding(self, kind: str, record_id: str, path: FieldPath, added: str) -> tuple[Edit, ...]:
        """Return the change that writes one more key, given with its value, behind the one at `path`."""
        root = self._root(kind, record_id)
        written = as_written(path, self._kept.get((kind, record_id), {}))
        return adding(root, written, added, self.path(kind, record_id)) if root is not None else ()

    def spans_of_words(self, kind: str, record_id: str, path: FieldPath, words: str) -> Iterator[SourceSpan]:
        """Yield where `words` stand inside the value at `path`, in order; then the value's place, for ever."""
        whole = self.span(kind, record_id, path)
        text = (self._files[kind, record_id].text or "").removeprefix(BYTE_ORDER_MARK)
        offset, end = _offset(text, whole.line, whole.column), _offset(text, whole.end_line, whole.end_column)
        while words and (found := text.find(words, offset, end)) >= 0:
            offset = found + len(words)
            yield SourceSpan(whole.path, *_position(text, found), *_position(text, offset))
        while True:
            yield whole

    def span_of_part(self, kind: str, record_id: str, path: FieldPath, value: str, part: Span) -> SourceSpan:
        """Return where a part of the text at `path` is written; `value` is the text, `part` a range of it."""
        whole = self.span(kind, record_id, path)
        text = (self._files[kind, record_id].text or "").removeprefix(BYTE_ORDER_MARK)
        start = _offset(text, whole.line, whole.column)
        source = text[start : _offset(text, whole.end_line, whole.end_column)]
        first, last = (offset_in_yaml(source, value, offset) for offset in (part.start, part.end - 1))
        return SourceSpan(whole.path, *_position(text, start + first), *_position(text, start + last + 1))

    def path(self, kind: str, record_id: str) -> str:
        """Return the file of a record, from the dossier's root."""
        file = self._files.get((kind, record_id))
        return file.path if file else record_path(kind, record_id)

    def files_with(self, kind: str, word: str) -> Iterator[tuple[RecordFile, Mapping | None]]:
        """Yield each file of a kind whose text has a word in it, with its values; None where they cannot be read.

        The word is one of `WITHHOLDING`.
        """
        for (each, record_id), file in self._files.items():
            is_open = (each, record_id) in self._open
            if each == kind and not is_open and word in (file.text or "").casefold():
                yield file, self._root(kind, record_id)

    def texts_of(self, addresses: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield the texts of the files of records, by kind and id, as far as they could be read."""
        for address in addresses:
            file = self._files.get(address)
            if file is not None and file.text is not None:
                yield file.text

    def text_of(self, path: str) -> str | None:
        """Return the text of a file of content, or None."""
        file = self._by_path.get(path)
        return file.text if file is not None else None

    def _root(self, kind: str, record_id: str) -> Mapping | None:
        address = (kind, record_id)
        if address not in self._nodes:
            file = self._files.get(address)
            self._nodes[address] = read_record_nodes(file, Problems()) if file else None
        return self._nodes[address]


def as_written(path: FieldPath, kept: KeptIndexes) -> FieldPath:
    """Return the way to a value in the file, for a way in a record whose lists lost entries."""
    written: FieldPath = ()
    for step in path:
        places = kept.get(written)
        if places is not None and isinstance(step, int) and step < len(places):
            step = places[step]
        written = (*written, step)
    return written


def span_of(root: Mapping, path: FieldPath, file_path: str, *, key: bool = False) -> SourceSpan:
    """Return the place of the value at `path` (or of its key); of the nearest parent where it is absent."""
    node: Node = root
    key_node: Scalar | None = None
    for step in path:
        inner = child(node, step)
        if inner is None:
            break
        key_node = node.entries[str(step)][0] if isinstance(node, Mapping) else None
        node = inner
    if key and key_node is not None:
        node = key_node
    return node_span(node, file_path)


def node_span(node: Node, file_path: str) -> SourceSpan:
    """Return the place of a node; for a mapping, of its first key."""
    return SourceSpan(file_path, *_place(node))


def _place(node: Node) -> tuple[int, int, int, int]:
    if isinstance(node, Mapping) and node.entries:
        node = next(iter(node.entries.values()))[0]
    return (*node.start, *node.end)


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """The offsets at which the lines of a file begin; a file with many problems is asked for them again and again."""
    return (0, *(line_break.end() for line_break in LINE_BREAK.finditer(text)))


def _offset(text: str, line: int, column: int) -> int:
    starts = _line_starts(text)
    return min(starts[line - 1] + column - 1, len(text)) if line <= len(starts) else len(text)


def _position(text: str, offset: int) -> Position:
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
