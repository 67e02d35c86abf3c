"""Bytes that are no UTF-8: what they seem to be, where that shows, and what to do about it."""

from __future__ import annotations

from builder.diagnostics import Problems, SourceSpan


def decode_utf8(content: bytes, path: str, problems: Problems) -> str | None:
    """Return the text of a file of content, or None (and a problem with line and column)."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line, column = place_of_bad_byte(content, fault.start)
        problems.error(
            "not-utf-8",
            f"{encoding_fault(content, fault.start)}",
            SourceSpan(path, line, column, line, column + 1),
            "save the file as UTF-8",
        )
        return None


def encoding_fault(content: bytes, offset: int) -> str:
    """Say what is wrong with bytes that are not UTF-8 at `offset`."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is saved as UTF-16"
    return f"the byte 0x{content[offset]:02X} is not UTF-8"


def place_of_bad_byte(content: bytes, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of the first byte that is not UTF-8; columns count code points."""
    before = content[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "surrogatepass")) + 1
