"""Values to the bytes of a document: JSON, CSV, XML and plain text, each the same on every machine.

JSON stays verbatim. A table guards the cells that a spreadsheet would take for a formula. XML and plain text show
characters that they cannot hold.
"""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from json.encoder import encode_basestring
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from builder.render.visible import visible

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def serialise(path: str, document: object) -> bytes:
    """Return the bytes of a document; its value decides, and must fit what the path says.

    dict or list: JSON. tuple of rows: CSV. Element: XML. str: text.
    """
    if isinstance(document, dict | list):
        return _json(document)
    if isinstance(document, tuple):
        return _csv(document)
    if isinstance(document, Element):
        return _xml(document)
    if isinstance(document, str):
        return visible(document).encode("utf-8")
    raise TypeError(f"{path}: {type(document).__name__} is no document")


def _json(value: object) -> bytes:
    """Canonical JSON: keys in the order of the value, one space of indent, a lone surrogate as its escape."""
    return (_json_text(value, "\n") + "\n").encode("utf-8", errors="backslashreplace")


def _json_text(value: object, line: str) -> str:
    """What `json.dumps` writes with an indent of 1, five times as fast: with one its own writer is pure Python.

    `line` begins a new line where the value stands.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inner = line + " "
    if isinstance(value, dict) and value:
        members = [f"{encode_basestring(key)}: {_json_text(each, inner)}" for key, each in value.items()]
        return f"{{{inner}{f',{inner}'.join(members)}{line}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([_json_text(each, inner) for each in value])}{line}]"
    return json.dumps(value, allow_nan=False)


def _csv(rows: tuple[tuple[str, ...], ...]) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, which spreadsheets need to read it as such."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + stream.getvalue()).encode("utf-8")


def _cell(text: str) -> str:
    """A cell that a spreadsheet would calculate gets a leading apostrophe; what UTF-8 cannot hold is shown."""
    shown = _CONTROLS.sub(lambda match: visible(match[0]), text)
    return f"'{shown}" if shown.startswith(FORMULA_STARTS) else shown


def _xml(root: Element) -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?>\n{_element(root, "")}\n'.encode()


def _element(element: Element, indent: str) -> str:
    attributes = "".join(f" {name}={quoteattr(visible(str(value)))}" for name, value in element.items())
    head = f"{indent}<{element.tag}{attributes}"
    children = [_element(child, indent + " ") for child in element]
    if children:
        return "\n".join([f"{head}>", *children, f"{indent}</{element.tag}>"])
    words = escape(
        visible(str(element.text or ""))
    )  # markup is text here, and would escape once more by itself
    return f"{head}>{words}</{element.tag}>" if words else f"{head}/>"
