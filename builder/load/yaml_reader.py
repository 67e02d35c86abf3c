"""Reads YAML into nodes over libyaml's events (YAML 1.1 syntax).

The bounds are checked event by event: libyaml's own composer recurses and dies of 100,000 opening brackets. Refused
are the parts of YAML that surprise people: tags, anchors, aliases, merge keys, keys written twice, several documents,
values left empty. The reader goes on after each, so that one run names them all; a node with a mistake is `faulty`,
and nothing more is said about it.
"""

from __future__ import annotations

from functools import cached_property

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # its stub does not re-export it
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.diagnostics import Diagnostic, Edit, Problems, Related, Severity, SourceSpan
from builder.load.braces import slips_between_braces
from builder.load.characters import refuse_characters
from builder.load.complaint import LastScalar
from builder.load.listsigns import sign_at
from builder.load.nodes import Mapping, Node, Position, Scalar, Sequence
from builder.load.roots import whole_record
from builder.load.slips import Lines
from builder.load.syntax import explain_syntax
from builder.regexes import regex
from builder.signs import BYTE_ORDER_MARK

MAX_DEPTH = 32
MAX_NODES = 100_000
MAX_MISTAKES = 100
BOOLEAN_WORDS = frozenset({"on", "off", "yes", "no", "y", "n"})

FORBIDDEN_IN_TEXT = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_CUT = regex(r"[ \t]+#[^\W_][^\r\n]*")
_YAML_TAGS = "tag:yaml.org,2002:"
_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


def read_mapping(text: str, path: str, problems: Problems, first_line: int = 1) -> Mapping | None:
    """Return the mapping that a YAML text holds, or None (and a problem) where it cannot be read at all.

    `first_line` is the line of the file on which the text begins. Mistakes that leave the rest readable are added to
    `problems`, and their nodes are faulty.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if refuse_characters(text, path, problems, first_line):
        return None
    told = Problems()
    reader = _Reader(text, path, told, first_line)
    try:
        return reader.read()
    except YAMLError as fault:
        mistake = explain_syntax(fault, text, path, first_line, reader.last_scalar)
        told.add(mistake)
        if reader.left_empty is not None and reader.left_empty.span.line >= mistake.span.line - 1:
            told.discard(reader.left_empty)  # its value is what could not be read
    except _Refused:
        pass  # the reason is among the problems already
    finally:
        problems.extend(told)
    return None


class _Refused(Exception):
    """Ends the reading of one file; why is among the problems."""


class _Reader:
    """Turns the events of one file into nodes; `stack` holds the collections that are open."""

    def __init__(self, text: str, path: str, problems: Problems, first_line: int) -> None:
        self._text = text
        self._path = path
        self._problems = problems
        self._first_line = first_line
        self._stack: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._repeating: list[bool] = []
        self._unvalued: list[list[Scalar]] = []
        """Of each mapping between braces the keys without a value that are not told yet."""
        self._root: Node | None = None
        self._count = 0
        self._has_comments = "#" in text
        self._mistakes = 0
        self._between_braces: set[int] = set()
        self.left_empty: Diagnostic | None = None
        """What was told of the last value that was left empty."""
        self._last: Scalar | None = None
        self._last_style = ""

    def read(self) -> Mapping | None:
        parser = CParser(self._text)
        documents = 0
        while (event := parser.get_event()) is not None:
            if isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, _STARTS):
                self._open(event)
            elif isinstance(event, _ENDS):
                self._close(event)
            elif isinstance(event, AliasEvent):
                self._alias(event)
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse_document(event)
        return whole_record(self._root, self._path, self._first_line, self._problems)

    def _refuse_document(self, event: Event) -> None:
        start, end = self._places(event)
        way = self._lines.another_document(start[0])
        self._problems.error(
            "several-documents",
            "a line `---` ends a record, and another one begins here",
            self._span(start, end),
            way.hint,
            edits=way.edits,
        )
        raise _Refused

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text, self._path, self._first_line)

    def _scalar(self, event: ScalarEvent) -> None:
        start, end = self._places(event)
        text: str = event.value
        style: str = event.style or ""
        node = self._last = Scalar(text, start, end, is_plain=not style)
        self._last_style = style
        if event.anchor or event.tag:
            self._refuse_properties(event, node)
        if style == '"' and FORBIDDEN_IN_TEXT.search(text):
            self._error(
                node, "forbidden-character", "the text holds a control character", "take the escape out"
            )
        elif not style and self._begins_list(text, start):
            self._tell_list_sign(node)
        elif not style and self._has_comments and event.end_mark is not None:
            cut = _CUT.match(self._text, event.end_mark.index)
            node.cut = cut[0].rstrip() if cut else ""
        self._add(node, is_left_empty=not (text or style or node.faulty))

    def _begins_list(self, text: str, start: Position) -> bool:
        """Whether a text stands on a line of its own below its key, and begins as an entry of a list may."""
        key = self._keys[-1] if self._keys else None
        return key is not None and key.end[0] < start[0] and not (text[:1].isalpha() or text[:1] in "\"'")

    def _tell_list_sign(self, node: Scalar) -> None:
        told = sign_at(self._lines, node.start[0], self._path)
        if told is not None:
            self._error(node, told.code, told.message, told.way.hint, edits=told.way.edits)

    @property
    def last_scalar(self) -> LastScalar | None:
        """The last text that was read, for explaining what came after it."""
        return LastScalar(self._last.start, self._last.end, self._last_style) if self._last else None

    def _alias(self, event: AliasEvent) -> None:
        node = Scalar("", *self._places(event))
        way = self._lines.quoting(node.start, node.end)
        self._error(
            node,
            "yaml-alias",
            f"`*{event.anchor}` repeats another value, which content may not do",
            f"{way.hint} if the text begins with `*`; else write the value itself",
            edits=() if f"&{event.anchor}" in self._text else way.edits,
        )
        self._add(node)

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        start, end = self._places(event)
        node: Sequence | Mapping = (
            Mapping(start, end) if isinstance(event, MappingStartEvent) else Sequence(start, end)
        )
        self._refuse_properties(event, node)
        self._add(node)
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(
                event,
                "too-deep",
                f"values stand more than {MAX_DEPTH} levels inside each other",
                "no record needs that; check the brackets and the indentation",
            )
        self._stack.append(node)
        self._keys.append(None)
        self._repeating.append(False)
        self._unvalued.append([])
        if isinstance(event, MappingStartEvent) and event.flow_style:
            self._between_braces.add(id(node))

    def _close(self, event: Event) -> None:
        node = self._stack.pop()
        self._keys.pop()
        self._repeating.pop()
        node.end = self._places(event)[1]
        self._tell_unvalued(node, self._unvalued.pop())
        if isinstance(node, Sequence) and len(node.items) == 1 and self._in_sequence:
            node.faulty = (
                node.faulty or node.items[0].faulty
            )  # `- -`: an entry that is empty, no list in a list

    def _add(self, node: Node, *, is_left_empty: bool = False) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            self._problems.error(
                "too-many-values",
                f"this file holds more than {MAX_NODES:,} values",
                self._span(node.start, node.end),
                "split the record",
            )
            raise _Refused
        parent = self._stack[-1] if self._stack else None
        if parent is None:
            if not is_left_empty:
                self._root = node
        elif isinstance(parent, Sequence):
            if is_left_empty:
                self._error(
                    node, "empty-value", "this entry of the list is empty", "write a value or remove the `-`"
                )
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._take_key(node)
        else:
            self._take_value(parent, self._keys[-1], node, is_left_empty=is_left_empty)
            self._keys[-1] = None

    def _take_key(self, node: Node) -> None:
        if isinstance(node, Scalar):
            self._keys[-1] = node
            return
        self._error(node, "bad-key", "a key must be a single text", "write `key: value`")
        self._keys[-1] = Scalar("", node.start, node.end, faulty=True)

    def _take_value(self, parent: Mapping, key: Scalar, value: Node, *, is_left_empty: bool) -> None:
        if key.faulty or self._key_is_refused(key, parent):
            parent.lacks_keys = True
            return
        parent.entries[key.text] = (key, value)
        if not is_left_empty:
            return
        value.faulty = True
        if id(parent) in self._between_braces:
            self._unvalued[-1].append(key)
        else:
            self._tell_left_empty(key)

    def _tell_left_empty(self, key: Scalar) -> None:
        comment = self._lines.value_as_comment(key) if self._has_comments else None
        if comment is None:
            self.left_empty = self._error(
                key, "empty-value", f"`{key.text}` has no value", "write a value or remove the key"
            )
            return
        way, column = comment
        place = Scalar("", (key.end[0], column), (key.end[0], column + 1))
        self.left_empty = self._error(
            place,
            "lost-to-comment",
            f"what follows is read as a comment, so that `{key.text}` has no value",
            way.hint,
            edits=way.edits,
        )

    def _tell_unvalued(self, node: Node, keys: list[Scalar]) -> None:
        """Tell keys between braces that have no value: a list was meant, or a comma stands inside a text."""
        if not isinstance(node, Mapping):
            return
        for key, slip in slips_between_braces(node, keys, self._lines):
            if slip is None:
                self._tell_left_empty(key)
            else:
                self.left_empty = self._error(
                    Scalar("", slip.start, slip.end),
                    slip.code,
                    slip.message,
                    slip.way.hint,
                    edits=slip.way.edits,
                )

    def _key_is_refused(self, key: Scalar, parent: Mapping) -> bool:
        if key.text in parent.entries:
            self._refuse_repetition(key, parent)
            return True
        self._repeating[-1] = False
        if key.text == "<<":
            self._error(
                key,
                "merge-key",
                "`<<` merges another mapping in, which content may not do",
                "write the keys out",
            )
        elif key.text.lower() in BOOLEAN_WORDS:
            self._error(
                key,
                "forbidden-key",
                f"`{key.text}` cannot be a key: many programs read it as true or false",
                "use another word",
            )
        elif not key.text:
            self._error(key, "bad-key", "a key is missing before the colon", "write `key: value`")
        return key.faulty

    def _refuse_repetition(self, key: Scalar, parent: Mapping) -> None:
        """Tell a key that stands twice; of several in a row, which one lost dash or one paste makes, only the first."""
        key.faulty = True
        if self._repeating[-1]:
            return
        self._repeating[-1] = True
        first = parent.entries[key.text][0]
        way = self._lines.repeated(first, key, parent, in_list=self._in_list)
        self._error(
            key,
            "duplicate-key",
            f"the key `{key.text}` stands here a second time",
            way.hint,
            (Related(self._span(first.start, first.end), "it first stands here"),),
            edits=way.edits,
        )

    @property
    def _in_sequence(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1], Sequence)

    @property
    def _in_list(self) -> bool:
        return len(self._stack) > 1 and isinstance(self._stack[-2], Sequence)

    def _refuse_properties(
        self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, node: Node
    ) -> None:
        """Refuse the anchor or the tag of a value, which stand before it."""
        way = self._lines.quoting(node.start, node.end)
        if event.anchor is not None:
            self._error(
                node,
                "yaml-anchor",
                f"`&{event.anchor}` names a value for repetition, which content may not do",
                f"{way.hint} if the text begins with `&`; else remove it",
            )
        elif event.tag is not None:
            name = event.tag.replace(_YAML_TAGS, "!!")
            self._error(
                node,
                "yaml-tag",
                f"`{name}` is a type tag, which content may not have",
                "remove it"
                if name.startswith("!!")
                else f"{way.hint} if the text begins with `!`; else remove it",
                edits=way.edits if isinstance(node, Scalar) and not name.startswith("!!") else (),
            )

    def _error(
        self,
        node: Node,
        code: str,
        message: str,
        hint: str,
        related: tuple[Related, ...] = (),
        edits: tuple[Edit, ...] = (),
    ) -> Diagnostic:
        node.faulty = True
        self._mistakes += 1
        if self._mistakes > MAX_MISTAKES:
            code, related, edits = "too-many-mistakes", (), ()
            message = f"this file has more than {MAX_MISTAKES} mistakes; the rest of it was not read"
            hint = "mend those above first"
        span = self._span(node.start, node.end)
        mistake = Diagnostic(code, Severity.ERROR, message, span, hint, related, edits=edits)
        self._problems.add(mistake)
        if self._mistakes > MAX_MISTAKES:
            raise _Refused
        return mistake

    def _refuse(self, event: Event, code: str, message: str, hint: str) -> None:
        self._problems.error(code, message, self._span(*self._places(event)), hint)
        raise _Refused

    def _places(self, event: Event) -> tuple[Position, Position]:
        first = self._first_line
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return (first, 1), (first, 1)
        return (start.line + first, start.column + 1), (end.line + first, end.column + 1)

    def _span(self, start: Position, end: Position) -> SourceSpan:
        return SourceSpan(self._path, *start, *end)
