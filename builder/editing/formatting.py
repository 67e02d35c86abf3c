"""Brings the keys of a record into their order and quotes what other readers of YAML would take for a number or a word.

Comments stay with the key below them, and every line that need not change stays as it is. What comes out holds the
same values: where it would not, the text is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from builder.diagnostics import Edit, Problems, SourceSpan
from builder.editing.written import last_line, lines_of, with_edits
from builder.load.content import RecordFile, read_content
from builder.load.fields import fields_of
from builder.load.files import SourceTree
from builder.load.nodes import Mapping, Node, Plain, Sequence, plain
from builder.load.page import read_record_nodes
from builder.model.base import Record
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.marks import Mark
from builder.model.walk import field_at
from builder.regexes import regex
from builder.yamltext import quoted

_FIRST: Final = ("article", "position", "stance", "attributed_to")
"""Keys that stand before the words which a value quotes."""
_FIRST_OF_MARK: Final = ("kind", "prefix", "quote", "suffix")
_LAST: Final = ("quoted", "acknowledge", "former_ids", "draft", "private")
"""Keys that any record may have; they stand behind its own."""
_READ_OTHERWISE: Final = regex(
    r"0\d+|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|\d+_[\d_]*|\d+\.\d*0|[-+]?\d+(?:\.\d*)?[eE][-+]?\d+|0[xob][\da-fA-F_]+"
    r"|(?:y|n|yes|no|on|off)|\.(?:inf|nan)",
    re.IGNORECASE,
)
"""Plain values that YAML 1.1 reads as numbers, times or truth, so that they are written back otherwise."""


def order_of(model: type[BaseModel]) -> list[str]:
    """Return the keys of a value in the order in which they are written."""
    keys = fields_of(model)
    wanted = _FIRST_OF_MARK if model is Mark else _FIRST if "quote" in keys else ()
    first = [key for key in wanted if key in keys]
    last = [key for key in _LAST if key in keys] if issubclass(model, Record) else ["private"]
    others = [key for key in keys if key not in (*first, *last, "note")]
    if "note" in keys:  # what is to be said of all the others, but for the long list below an origin
        others.insert(others.index("origins") if "origins" in others else len(others), "note")
    return [*first, *others, *last]


def formatted(text: str, path: str, kind: str, model: type[BaseModel]) -> str:
    """Return a record's file as it should be written; as it is where it cannot be read."""
    root = _read(text, path, kind)
    if root is None:
        return text
    found = with_edits(text, _requoted(text, root))
    depth = max((depth for depth, _, _ in _mappings(root, model, 0)), default=0)
    for level in range(depth, -1, -1):  # the inner ones first: those around them move whole
        root = _read(found, path, kind)
        if root is None:
            return text
        level_edits = [
            edit
            for at, mapping, of in _mappings(root, model, 0)
            if at == level
            for edit in _reordered(found, mapping, order_of(of))
        ]
        found = with_edits(found, level_edits)
    return found if _is_same(text, found, path, kind) else text


def unformatted(root: Path) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield the path of each record's file that is not in order, its bytes, and what they should be.

    Files that cannot be read, or not as UTF-8, are passed over: a check tells of them.
    """
    problems = Problems()
    for file in read_content(SourceTree(root, problems), problems):
        if file.text is None:
            continue
        model = Dossier if file.kind == "dossier" else RECORD_KINDS[file.kind].model
        now = formatted(file.text, file.path, file.kind, model)
        if now != file.text:
            yield file.path, file.text.encode(), now.encode()


def _read(text: str, path: str, kind: str) -> Mapping | None:
    problems = Problems()
    root = read_record_nodes(RecordFile(kind, "", path, text), problems)
    return None if problems.has_errors else root


def _is_same(was: str, now: str, path: str, kind: str) -> bool:
    """Whether two texts hold the same values, and the same lines of comments."""
    values: list[Plain] = []
    for text in (was, now):
        root = _read(text, path, kind)
        if root is None:
            return False
        values.append(plain(root))
    comments = [Counter(line.strip() for line in lines_of(text) if "#" in line) for text in (was, now)]
    loose = [Counter({line: n for line, n in each.items() if line.startswith("#")}) for each in comments]
    return values[0] == values[1] and loose[0] == loose[1]


def _mappings(
    node: Node, model: type[BaseModel] | None, depth: int
) -> Iterator[tuple[int, Mapping, type[BaseModel]]]:
    """Yield every mapping whose keys are known, with its depth."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _mappings(item, model, depth + 1)
    elif isinstance(node, Mapping) and model is not None:
        yield depth, node, model
        for key, (_, value) in node.entries.items():
            field = field_at(model, key)
            yield from _mappings(value, next(iter(field.models), None) if field else None, depth + 1)


def _requoted(text: str, node: Node) -> Iterator[Edit]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _requoted(text, item)
    elif isinstance(node, Mapping):
        for _, value in node.entries.values():
            yield from _requoted(text, value)
    elif node.start[0] == node.end[0]:
        line = lines_of(text)[node.start[0] - 1]
        written = line[node.start[1] - 1 : node.end[1] - 1]
        is_other = node.is_plain and _READ_OTHERWISE.fullmatch(written) is not None
        wanted = quoted(node.text)
        if (is_other or written[:1] in ('"', "'")) and written != wanted:
            yield Edit(SourceSpan("", *node.start, *node.end), wanted)


def _reordered(text: str, mapping: Mapping, order: list[str]) -> Iterator[Edit]:
    rank = {key: place for place, key in enumerate(order)}
    keys = list(mapping.entries)
    wanted = sorted(keys, key=lambda key: rank.get(key, len(order)))
    if keys == wanted:
        return
    entries = [mapping.entries[key] for key in keys]
    first = entries[0][0]
    if first.start != mapping.start:
        yield from _reordered_in_line(text, mapping, wanted)
        return
    lines = lines_of(text)
    lasts = [last_line(text, value) for _, value in entries]
    starts = [first.start[0], *(last + 1 for last in lasts[:-1])]
    above = {
        key: lines[start - 1 : entry[0].start[0] - 1]
        for key, entry, start in zip(keys, entries, starts, strict=True)
    }
    body = {
        key: [lines[entry[0].start[0] - 1][entry[0].start[1] - 1 :], *lines[entry[0].start[0] : last]]
        for key, entry, last in zip(keys, entries, lasts, strict=True)
    }
    head = lines[first.start[0] - 1][: first.start[1] - 1]
    indent = " " * len(head)
    new = [*above[wanted[0]], head + body[wanted[0]][0], *body[wanted[0]][1:]]
    for key in wanted[1:]:
        new += [*above[key], indent + body[key][0], *body[key][1:]]
    end = lasts[-1]
    yield Edit(SourceSpan("", first.start[0], 1, end, len(lines[end - 1]) + 1), "\n".join(new))


def _reordered_in_line(text: str, mapping: Mapping, wanted: list[str]) -> Iterator[Edit]:
    """Exchange the entries of a mapping between braces; one that runs over lines is left as it is."""
    entries = list(mapping.entries.values())
    if any(key.start[0] != value.end[0] for key, value in entries) or mapping.start[0] != mapping.end[0]:
        return
    line = lines_of(text)[mapping.start[0] - 1]
    parts = {key: line[at.start[1] - 1 : value.end[1] - 1] for key, (at, value) in mapping.entries.items()}
    for key, (at, value) in zip(wanted, entries, strict=True):
        number = at.start[0]
        yield Edit(SourceSpan("", number, at.start[1], number, value.end[1]), parts[key])
