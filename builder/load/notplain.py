"""Files that are no plain text though they are stored as one: what program made them, by how they begin.

The beginnings are those that the formats prescribe (the `file` program's magic numbers).
"""

from __future__ import annotations

import re
from typing import Final

from builder.regexes import regex

_BEGINNINGS: Final = (
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of Microsoft Office (.doc, .xls or .msg)"),
    (b"bplist00", "a web archive of Safari (.webarchive)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture or a sound (RIFF)"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"7z\xbc\xaf", "a packed file (7z)"),
    (b"Rar!", "a packed file (RAR)"),
    (b"%!PS", "a PostScript file"),
)
_INSIDE_ZIPS: Final = (
    (b"word/", "a document of Microsoft Word (.docx)"),
    (b"xl/", "a table of Microsoft Excel (.xlsx)"),
    (b"ppt/", "slides of Microsoft PowerPoint (.pptx)"),
    (b"opendocument", "a document of LibreOffice (.odt)"),
    (b"epub", "an e-book (EPUB)"),
    (b"Index/", "a document of Apple Pages (.pages)"),
)
_HEAD_BYTES: Final = 65_536
_RTF: Final = regex(r"[\ufeff\s]*\{\\rtf")
_HTML: Final = regex(
    r"[\ufeff\s]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = regex(
    r"</?(?:p|div|span|a|br|hr|h[1-6]|ul|ol|li|table|tr|td|th|strong|em|b|i|u|img|figure|figcaption|blockquote|section"
    r"|article|script|style|meta|link|iframe|font|sup|sub)(?:\s+[\w-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+))?)*"
    r"\s*/?>",
    re.IGNORECASE,
)
_LEAST_TAGS: Final = 3
_MAIL_PAGE: Final = regex(
    r"[\ufeff\s]*(?:From: |MIME-Version: )(?:.*\n){0,20}?Content-Type: multipart/", re.IGNORECASE
)


def binary_format(content: bytes) -> str | None:
    """Return what a file is whose bytes are no text of any encoding, in words; None where it may be one."""
    if content.startswith(b"PK\x03\x04"):
        head = content[:_HEAD_BYTES]
        return next((words for inside, words in _INSIDE_ZIPS if inside in head), "a packed file (ZIP)")
    return next((words for beginning, words in _BEGINNINGS if content.startswith(beginning)), None)


def file_format(raw: str) -> str | None:
    """Return what a decoded file is as a whole that some program wrote for itself; None where it is plain text."""
    if _RTF.match(raw):
        return "rich text (RTF)"
    if raw.count("\0", 0, _HEAD_BYTES) > max(len(raw[:_HEAD_BYTES]) * 2 // 5, _LEAST_TAGS):
        return "text saved as UTF-16"
    return "a web page (HTML)" if _HTML.match(raw) else None


def markup_format(raw: str) -> tuple[str, int] | None:
    """Return what a decoded text is that holds instructions of a program among its words, and where that shows."""
    if _RTF.match(raw):
        return "rich text (RTF)", raw.index("{")
    if raw.startswith(("%PDF-", "%!PS")):
        return "a PDF or PostScript file", 0
    if raw.count("\0", 0, _HEAD_BYTES) > max(len(raw[:_HEAD_BYTES]) * 2 // 5, _LEAST_TAGS):
        return "text saved as UTF-16", raw.index("\0")
    if "<" in raw:
        if _HTML.match(raw):
            return "a web page (HTML)", raw.index("<")
        tags = list(_first_tags(raw))
        if len(tags) == _LEAST_TAGS:
            return "text with tags of a web page (HTML)", tags[0]
    if _MAIL_PAGE.match(raw):
        return "a page or mail as it was sent (MIME)", 0
    return None


def _first_tags(raw: str) -> list[int]:
    found: list[int] = []
    for match in _TAG.finditer(raw):
        found.append(match.start())
        if len(found) == _LEAST_TAGS:
            break
    return found


_WAYS: Final = (
    ("Word", "in Word: Save As, Plain Text (*.txt), encoding UTF-8"),
    ("Excel", "in Excel: Save As, CSV UTF-8"),
    ("Microsoft Office", "in Word: Save As, Plain Text (*.txt), encoding UTF-8"),
    ("LibreOffice", "in LibreOffice: Save As, Text - Choose Encoding, UTF-8"),
    ("Pages", "in Pages: Export To, Plain Text"),
    ("RTF", "in TextEdit: Format, Make Plain Text; in WordPad: Save As, Text Document"),
    ("PDF", "copy its words into a text file saved as UTF-8"),
    ("UTF-16", "in its editor: Save As, encoding UTF-8"),
    ("HTML", "copy the words as the page shows them into a text file saved as UTF-8"),
    ("archive", "copy the words as the page shows them into a text file saved as UTF-8"),
    ("picture", "type or copy its words into a text file saved as UTF-8"),
)
_IMPORTED: Final = ("(.docx)", "PDF", "HTML")


def as_plain_text(made_by: str, path: str = "") -> str:
    """Say how to have the words of such a file as plain text; `path` is where `dossier import` finds it, if it may."""
    way = next(
        (words for sign, words in _WAYS if sign in made_by),
        "in its own program",
    )
    way = f"save it as plain text ({way})"
    importing = any(sign in made_by for sign in _IMPORTED)
    return f"{way}; or take it in with `dossier import {path}`" if importing and path else way
