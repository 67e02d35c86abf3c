"""Values to the bytes of a document, chunk by chunk: JSON, CSV, XML and plain text, the same on every machine; SQLite
too, the same by one version of it.

JSON stays verbatim. A table guards the cells that a spreadsheet would take for a formula. XML and plain text show
characters that they cannot hold.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape
from json.encoder import encode_basestring
from typing import NamedTuple
from xml.etree.ElementTree import Element

from msgspec.json import encode
from msgspec.json import format as indented

from builder.blocks import Blocks, Rows
from builder.regexes import regex
from builder.render import card, database
from builder.render.card import card_bytes
from builder.render.database import database_bytes
from builder.render.visible import visible
from builder.signs import BYTE_ORDER_MARK

REGISTER = "dossier.takeProof"
"""What a page calls the function that takes in the value of a `.js`."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
CHUNK_CHARACTERS = 1 << 16
"""So much is handed on at once: large enough to be cheap, small enough to be nothing beside a build."""
_NUMBERS = regex(r"\[\n +(-?[\d.]+(?:,\n +-?[\d.]+)*)\n +\]")
"""A list of numbers as it is laid out, each on its line; in words no line ends."""
_CONTROLS = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class _Block(NamedTuple):
    """Rows of a list together, as bytes."""

    key: str
    content: bytes


Piece = str | _Block
Ask = Callable[[str, Callable[[], bytes]], bytes]
"""Returns a block by its key, from before or made."""


def chunks(path: str, document: object, blocks: Blocks | None = None) -> Iterator[bytes]:
    """Yield the bytes of a document in chunks; the end of its path says what it is written as.

    `.json`: dicts, lists and plain values; an iterator in it is written as a list, one element after the other. `.js`:
    the same, handed to a function, or a text that is a script. `.csv`: rows of texts. `.xml`: an Element. `.sqlite`:
    statements with rows, a file that is held whole. `.png`: rows of a table of signs, held whole too. All else: a text,
    or several. Nothing is held but one chunk, or one block of a list of `Rows`, which may stand in each but `.xml`,
    `.sqlite` and `.png`; an empty line parts several texts.
    """
    blocks = blocks or Blocks()
    held: list[str] = []
    size = written = 0
    for piece in _WRITERS.get(path.rpartition(".")[2], _text)(document, blocks.block):
        if isinstance(piece, str):
            held.append(piece)
            size += len(piece)
        if held and (size >= CHUNK_CHARACTERS or not isinstance(piece, str)):
            chunk = _encoded(held)
            written += len(chunk)
            yield chunk
            held, size = [], 0
        if not isinstance(piece, str):
            blocks.stands(piece.key, written)
            written += len(piece.content)
            yield piece.content
    if held:
        yield _encoded(held)


def made_with(path: str) -> str:
    """Return what the bytes of a document depend on besides the document."""
    return _VERSIONS.get(path.rpartition(".")[2], str)()


def _encoded(pieces: Iterable[str], between: str = "") -> bytes:
    """Only JSON has lone surrogates left here: they become its escapes."""
    return between.join(pieces).encode("utf-8", errors="backslashreplace")


def _blocks(rows: Rows[str], ask: Ask, name: str = "", between: str = "") -> Iterator[_Block]:
    """The blocks of a list in which something stands; `name` tells the list from others of its document."""
    for key, members in rows.blocks():
        whole = f"{name} {key}"
        content = ask(whole, partial(_encoded, members, between))
        if content:
            yield _Block(whole, content)


def _text(document: object, ask: Ask) -> Iterator[Piece]:
    if isinstance(document, Rows):
        between = ""
        for block in _blocks(document.map(visible), ask, between="\n"):
            yield between
            yield block
            between = "\n"
        return
    assert isinstance(document, Iterable)
    yield from map(visible, (document,) if isinstance(document, str) else document)


def _json(document: object, ask: Ask) -> Iterator[Piece]:
    """Canonical JSON: keys in the order of the value, one space of indent, numbers of a list on one line, a lone
    surrogate as its escape.
    """
    yield from _json_pieces(document, "\n", "", ask)
    yield "\n"


def _json_pieces(value: object, line: str, name: str, ask: Ask) -> Iterator[Piece]:
    """`line` begins a new line where the value stands, `name` is its key."""
    inner, before = line + " ", ""
    if isinstance(value, dict) and value:
        for key, each in value.items():
            yield f"{before or '{'}{inner}{encode_basestring(key)}: "
            yield from _json_pieces(each, inner, f"{name} {key}", ask)
            before = ","
        yield f"{line}}}"
    elif isinstance(value, Rows):
        written = value.map(partial(_json_text, line=inner))
        for block in _blocks(written, ask, name, f",{inner}"):
            yield f"{before or '['}{inner}"
            yield block
            before = ","
        yield f"{line}]" if before else "[]"
    elif isinstance(value, Iterator):
        for each in value:
            yield f"{before or '['}{inner}{_json_text(each, inner)}"
            before = ","
        yield f"{line}]" if before else "[]"
    else:
        yield _json_text(value, line)


def _json_text(value: object, line: str) -> str:
    """A value with an indent of 1. No line ends but those of the layout stand in it: in words they are escapes."""
    try:
        written = indented(encode(value), indent=1).decode()
    except (
        UnicodeEncodeError,
        OverflowError,
    ):  # half of a pair of surrogates, or a number of more than 64 bits
        written = json.dumps(value, indent=1, ensure_ascii=False)
    return _NUMBERS.sub(_on_one_line, written).replace("\n", line)


def _on_one_line(numbers: re.Match[str]) -> str:
    """Thousands of ranges would otherwise be indent for the most part."""
    return f"[{', '.join(map(str.strip, numbers[1].split(',')))}]"


class _Echo:
    """Hands back what is written to it, so that a row is there as soon as it is made."""

    def write(self, text: str) -> str:
        return text


def _csv(document: object, ask: Ask) -> Iterator[Piece]:
    """RFC 4180 in UTF-8 with a byte order mark, which spreadsheets need to read it as such."""
    assert isinstance(document, Iterable)
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")

    def written(row: Iterable[str]) -> str:
        line: str = writer.writerow([_cell(cell) for cell in row])
        return line

    yield BYTE_ORDER_MARK
    for row in document:
        if isinstance(row, Rows):
            yield from _blocks(row.map(written), ask)
        else:
            yield written(row)


def _cell(text: str) -> str:
    """A cell that a spreadsheet would calculate gets a leading apostrophe; what UTF-8 cannot hold is shown."""
    shown = _CONTROLS.sub(lambda match: visible(match[0]), text)
    return f"'{shown}" if shown.startswith(FORMULA_STARTS) else shown


def _script(document: object, ask: Ask) -> Iterator[Piece]:
    """A value that a page takes in as a script, which it may also from disk, where it may read no file."""
    if isinstance(document, str):  # a script already
        yield document
        return
    yield f"{REGISTER}("
    yield from _json_pieces(document, "\n", "", ask)
    yield ");\n"


def _sqlite(document: object, _ask: Ask) -> Iterator[Piece]:
    """A database is made whole; what UTF-8 cannot hold is shown, as in a table."""
    assert isinstance(document, Iterable)

    def held(values: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(
            _CONTROLS.sub(lambda match: visible(match[0]), value) if isinstance(value, str) else value
            for value in values
        )

    told = ((statement, rows and map(held, rows)) for statement, rows in document)
    yield _Block("", database_bytes(told))


def _xml(document: object, _ask: Ask) -> Iterator[Piece]:
    assert isinstance(document, Element)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield from _element(document, "")


def _element(element: Element, indent: str) -> Iterator[str]:
    attributes = "".join(f" {name}={_quoted(visible(str(value)))}" for name, value in element.items())
    head = f"{indent}<{element.tag}{attributes}"
    if len(element):
        yield f"{head}>\n"
        for child in element:
            yield from _element(child, indent + " ")
        yield f"{indent}</{element.tag}>\n"
        return
    # markup is text here, and would escape once more by itself
    words = escape(visible(str(element.text or "")), quote=False)
    yield f"{head}>{words}</{element.tag}>\n" if words else f"{head}/>\n"


def _quoted(value: str) -> str:
    """A parser makes spaces of the line ends and tabs in an attribute that do not stand there by number."""
    return f'"{escape(value).translate(_WHITE_BY_NUMBER)}"'


_WHITE_BY_NUMBER = {ord(sign): f"&#{ord(sign)};" for sign in "\n\r\t"}


def _png(document: object, ask: Ask) -> Iterator[Piece]:
    assert isinstance(document, Iterable)
    yield _Block("", card_bytes(document))


_WRITERS: dict[str, Callable[[object, Ask], Iterator[Piece]]] = {
    "json": _json,
    "js": _script,
    "csv": _csv,
    "xml": _xml,
    "sqlite": _sqlite,
    "png": _png,
}
_VERSIONS: dict[str, Callable[[], str]] = {"sqlite": database.version, "png": card.version}
"""What makes the bytes of a form, and may change."""
