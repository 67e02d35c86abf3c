"""Bytes that are no UTF-8: what they seem to be, where that shows, and what to do about it."""

from __future__ import annotations

from builder.diagnostics import Problems, SourceSpan
from builder.load.notplain import as_plain_text, binary_format, file_format

SAVE_AS_UTF_8 = "save the file as UTF-8 (in Notepad: Save As, Encoding: UTF-8)"
_HIGH = 0x80
_LOOKED_AT = 4096


def decode_utf8(content: bytes, path: str, problems: Problems) -> str | None:
    """Return the text of a file of content, or None (and a problem with line and column)."""
    try:
        text: str | None = content.decode("utf-8")
        made_by, start = file_format(content.decode("utf-8")), 0
    except UnicodeDecodeError as fault:
        text, made_by, start = None, binary_format(content), fault.start
    if made_by is not None:
        code, message = "not-plain", f"this is {made_by}, and a record is plain text"
        if "UTF-16" in made_by:
            code, message = "not-utf-8", "the file is saved as UTF-16"
        problems.error(code, message, SourceSpan(path), as_plain_text(made_by))
        return None
    if text is None:
        line, column = place_of_bad_byte(content, start)
        problems.error(
            "not-utf-8",
            encoding_fault(content, start),
            SourceSpan(path, line, column, line, column + 1),
            SAVE_AS_UTF_8,
        )
    return text


def encoding_fault(content: bytes, offset: int) -> str:
    """Say what is wrong with bytes that are not UTF-8 at `offset`."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is saved as UTF-16"
    high = sum(byte >= _HIGH for byte in content[:_LOOKED_AT])
    encoding, name = ("cp1251", "1251") if high * 4 > len(content[:_LOOKED_AT]) else ("cp1252", "1252")
    sign = content[offset : offset + 1].decode(encoding, "replace")
    shown = (
        f"; in the older encoding Windows-{name} it is `{sign}`"
        if sign.isprintable() and sign != "\ufffd"
        else ""
    )
    return f"the byte 0x{content[offset]:02X} is not UTF-8{shown}"


def place_of_bad_byte(content: bytes, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of the first byte that is not UTF-8; columns count code points."""
    before = content[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "surrogatepass")) + 1
