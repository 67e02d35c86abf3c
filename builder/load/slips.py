"""Slips that YAML lets through, as the lines of the file show them: what to write instead, and the change that does it.

Each answer is a hint with its change; the reader of YAML, which notices, knows nodes and places and no words.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from builder.diagnostics import Edit, SourceSpan
from builder.load.complaint import KEY_AND_VALUE
from builder.load.nodes import LINE_BREAK, Mapping, Position, Scalar
from builder.regexes import regex
from builder.yamltext import quoted

_KEY_AND_STUCK = regex(r"[A-Za-z_][\w-]*:(?=\S)")
_COMMENT_AS_VALUE = regex(r"[ \t]+(?P<words>#[^\W_].*?)\s*$")


class Way(Struct, frozen=True):
    """A way out: what to do in words, and the change of the file that does it, if it is safe."""

    hint: str
    edits: tuple[Edit, ...] = ()


class Slip(Struct, frozen=True):
    """What is wrong between two places of a file, and the way out."""

    code: str
    message: str
    start: Position
    end: Position
    way: Way


class Lines:
    """The lines of a file as an editor counts them; `first` is the number of the first one."""

    def __init__(self, text: str, path: str, first: int) -> None:
        self._lines = LINE_BREAK.split(text)
        self._path = path
        self._first = first

    def every(self) -> Iterator[tuple[int, str]]:
        """Yield each line with its number."""
        return enumerate(self._lines, self._first)

    def line(self, number: int) -> str:
        """Return a line by its number; empty where there is none."""
        index = number - self._first
        return self._lines[index] if 0 <= index < len(self._lines) else ""

    def edit(self, start: tuple[int, int], end: tuple[int, int], text: str) -> tuple[Edit, ...]:
        """Return the change of a range."""
        return (Edit(SourceSpan(self._path, *start, *end), text),)

    def without_line(self, number: int) -> tuple[Edit, ...]:
        """Return the change that takes a line out."""
        return self.edit((number, 1), (number + 1, 1), "")

    def quoting(self, start: tuple[int, int], end: tuple[int, int]) -> Way:
        """Say how to quote what stands in a range of one line, between brackets or alone behind its key."""
        line = self.line(start[0])
        whole = KEY_AND_VALUE.match(line)
        if whole and whole.start("value") == start[1] - 1 and " #" not in whole["value"]:
            written = quoted(whole["value"])
            edits = self.edit(
                (start[0], whole.start("value") + 1), (start[0], whole.end("value") + 1), written
            )
            return Way(f"write {whole['key']}: {written}", edits)
        if start[0] != end[0]:
            return Way("quote the text")
        written = quoted(line[start[1] - 1 : end[1] - 1].strip())
        return Way(f"write {written}", self.edit(start, end, written))

    def cut_by_comma(self, name: Scalar, value: Scalar, last: Scalar) -> Way:
        """Say how to hold together a text between braces that commas cut, up to the `last` of keys that are none."""
        line, column = value.start
        written = quoted(self.line(line)[column - 1 : last.end[1] - 1])
        return Way(f"write {name.text}: {written}", self.edit(value.start, last.end, written))

    def as_list(self, node: Mapping) -> Way:
        """Say how to write a list that stands between braces."""
        written = "[" + ", ".join(key for key in node.entries) + "]"
        if node.start[0] != node.end[0]:
            return Way(f"write {written}")
        return Way(f"write {written}", self.edit(node.start, node.end, written))

    def stuck_colon(self, key: Scalar) -> Way | None:
        """Say how to part a key between braces from its value: `{stance:asserts}`."""
        match = _KEY_AND_STUCK.match(key.text)
        if match is None or key.start[0] != key.end[0]:
            return None
        place = key.start[0], key.start[1] + match.end()
        return Way(f"write `{match[0]} {key.text[match.end() :]}`", self.edit(place, place, " "))

    def value_as_comment(self, key: Scalar) -> tuple[Way, int] | None:
        """Say how to write a value that begins with `#`, with the column of that sign."""
        line = self.line(key.end[0])
        match = _COMMENT_AS_VALUE.match(line, key.end[1])
        if match is None:
            return None
        written = quoted(match["words"])
        hint = f"write {key.text}: {written}; if it is a remark, a value before it and a space after `#`"
        return Way(hint), match.start("words") + 1

    def repeated(self, first: Scalar, key: Scalar, parent: Mapping, *, in_list: bool) -> Way:
        """Say what to do about a key that stands a second time."""
        line = self.line(key.start[0])
        if line == self.line(first.start[0]) and line.strip() and key.start[0] != first.start[0]:
            return Way("remove this line: it says the same again", self.without_line(key.start[0]))
        is_first = next(iter(parent.entries.values()))[0] is first
        if in_list and is_first and line[: key.start[1] - 1].isspace():
            return Way(
                f"if another entry of the list begins here, write `- {line.strip()}`, else keep one of the two"
            )
        if in_list:
            return Way("keep one of the two; a further entry of the list begins with `- `")
        return Way("keep one of the two, and remove the line of the other")

    def another_document(self, number: int) -> Way:
        """Say what to do about a line `---` that stands inside a file."""
        below = [self.line(each) for each in range(number + 1, self._first + len(self._lines))]
        if not any(line.strip().strip("-") for line in below):
            return Way("remove this line", self.without_line(number))
        return Way(
            "remove this line; words for readers stand under a key, such as `description: …`, and another record"
            " in a file of its own"
        )
