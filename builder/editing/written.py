"""Changes what editors wrote, by exact ranges: comments, order and every other line stay as they are.

Texts go in and texts come out; what is to be written is known to be right by whoever asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from builder.diagnostics import Edit, SourceSpan
from builder.load.nodes import LINE_BREAK, Mapping, Node, Scalar
from builder.load.nodes import Sequence as ListNode
from builder.regexes import regex
from builder.signs import BYTE_ORDER_MARK
from builder.yamltext import scalar

Pairs = Sequence[tuple[str, str]]
"""Keys and values to write, in order; an empty value is left out."""

_DASH = regex(r"(?P<indent>[ ]*)-(?P<gap>[ ]+)")


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a file's text with ranges of it replaced. Of edits that meet, the first one is made."""
    starts = (0, *(match.end() for match in LINE_BREAK.finditer(text)))
    mark = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0

    def offset(line: int, column: int) -> int:
        if line > len(starts):
            return len(text)
        return min(starts[line - 1] + column - 1 + (mark if line == 1 else 0), len(text))

    line_end = "\r\n" if "\r\n" in text else "\n"
    parts: list[str] = []
    reached = 0
    for edit in sorted(edits):
        span = edit.span
        start, end = offset(span.line, span.column), offset(span.end_line, span.end_column)
        if start >= reached:
            parts += text[reached:start], edit.text.replace("\n", line_end)
            reached = max(start, end)
    return "".join(parts) + text[reached:]


def with_entry(text: str, root: Mapping, key: str, pairs: Pairs, order: Sequence[str]) -> str:
    """Return a record's text with one more entry, of keys and values, at the end of its list `key`.

    A list that is not there yet is begun behind the keys that stand before it in `order`. Only lines are added, but
    where the list is written between brackets: there its line grows.
    """
    pairs = [(name, value) for name, value in pairs if value]
    if key not in root.entries:
        return _with_lines(text, last_line(text, _before(root, key, order)), [f"{key}:", *_entry(pairs)])
    listed = root.entries[key][1]
    if not isinstance(listed, ListNode):
        return text
    if not _is_block(text, listed):
        return _with_flow_entry(text, listed, pairs)
    last = listed.items[-1]
    dash = _DASH.match(lines_of(text)[_start_line(last) - 1])
    indent, gap = (dash["indent"], dash["gap"]) if dash else ("  ", " ")
    return _with_lines(text, last_line(text, last), _entry(pairs, indent, gap))


def _entry(pairs: Pairs, indent: str = "  ", gap: str = " ") -> list[str]:
    inner = " " * (len(indent) + 1 + len(gap))
    lines = [f"{inner}{name}: {value}" for name, value in pairs]
    return [f"{indent}-{gap}{lines[0].lstrip()}", *lines[1:]]


def _with_flow_entry(text: str, listed: ListNode, pairs: Pairs) -> str:
    line, column = listed.end
    written = "{" + ", ".join(f"{name}: {value}" for name, value in pairs) + "}"
    place = SourceSpan("", line, column - 1, line, column - 1)
    return with_edits(text, [Edit(place, f", {written}" if listed.items else written)])


def _is_block(text: str, listed: ListNode) -> bool:
    """Whether a list is written an entry a line, not between brackets."""
    line, column = listed.start
    return bool(listed.items) and lines_of(text)[line - 1][column - 1 : column] != "["


def _before(root: Mapping, key: str, order: Sequence[str]) -> Node:
    """Return the value behind which a new key belongs."""
    rank = {name: place for place, name in enumerate(order)}
    known = [name for name in root.entries if rank.get(name, 0) < rank.get(key, len(order))]
    return root.entries[known[-1] if known else list(root.entries)[-1]][1]


def _start_line(node: Node) -> int:
    if isinstance(node, Mapping) and node.entries:
        return next(iter(node.entries.values()))[0].start[0]
    return node.start[0]


def last_line(text: str, node: Node) -> int:
    """Return the number of the last line that a value stands on; blank lines and comments behind it are not its."""
    leaf = node
    while not isinstance(leaf, Scalar):
        inner = [value for _, value in leaf.entries.values()] if isinstance(leaf, Mapping) else leaf.items
        if not inner or lines_of(text)[leaf.start[0] - 1][leaf.start[1] - 1 :][:1] in ("[", "{"):
            break
        leaf = inner[-1]
    line, column = leaf.end
    lines = lines_of(text)
    if column == 1 and line > leaf.start[0]:  # a text of several lines ends where the next value begins
        line -= 1
    while line > leaf.start[0] and not lines[min(line, len(lines)) - 1].strip():
        line -= 1
    return line


def _with_lines(text: str, after: int, lines: Sequence[str]) -> str:
    """Return a text with lines added behind its line number `after`, ended as its own lines are."""
    end = "\r\n" if "\r\n" in text else "\n"
    starts = [match.end() for match in LINE_BREAK.finditer(text)]
    added = end.join(lines)
    if after > len(starts):
        return f"{text}{end}{added}{end}"
    at = starts[after - 1]
    return f"{text[:at]}{added}{end}{text[at:]}"


@lru_cache(maxsize=4)
def lines_of(text: str) -> list[str]:
    """Return the lines of a file without their ends and without a byte order mark."""
    return LINE_BREAK.split(text.removeprefix(BYTE_ORDER_MARK))


def written_pairs(values: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return keys with their values as YAML; an empty one is left out."""
    return [(name, scalar(value)) for name, value in values if value]
