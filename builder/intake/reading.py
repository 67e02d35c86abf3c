"""Tells what a file is by how it begins, by its name where that says nothing, and has it read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from builder.intake.containers import SavedPage, from_mhtml, from_webarchive, is_mhtml
from builder.intake.decoding import decode
from builder.intake.found import MOST_TEXT_BYTES, Found, Unreadable
from builder.intake.office import read_docx, read_pdf, read_rtf
from builder.intake.references import read_bibtex, read_csl, read_csv, read_ris
from builder.intake.webpage import read_page
from builder.regexes import regex

_LEAST_LETTERS: Final = 3
"""What has fewer is no text and no title."""
_PLAIN: Final = "save it as plain text (UTF-8) in its program, and import that"
_ELSE: Final = (
    "name a saved web page, a PDF, a .docx, .rtf or .txt file, or a list as .csv, .json, .ris or .bib"
)
_REFUSED: Final = (
    (
        b"\xd0\xcf\x11\xe0",
        "it is a document of an old Office program",
        "save it as .docx or as plain text, and import that",
    ),
    (b"\x89PNG", "it is a picture", _ELSE),
    (b"\xff\xd8\xff", "it is a picture", _ELSE),
    (b"GIF8", "it is a picture", _ELSE),
    (b"RIFF", "it is a picture or a sound", _ELSE),
    (b"\x1f\x8b", "it is a packed file", "unpack it, and name what is in it"),
    (b"7z\xbc\xaf", "it is a packed file", "unpack it, and name what is in it"),
    (b"Rar!", "it is a packed file", "unpack it, and name what is in it"),
    (b"%!PS", "it is a PostScript file", _PLAIN),
    (b"\x7fELF", "it is a program", _ELSE),
    (b"MZ", "it is a program", _ELSE),
)
_BY_BEGINNING: Final[tuple[tuple[bytes, Callable[[bytes], Found]], ...]] = (
    (b"%pdf-", read_pdf),
    (b"pk\x03\x04", read_docx),
    (b"bplist00", lambda content: read_page(from_webarchive(content))),
    (b"{\\rtf", read_rtf),
)
_PAGE: Final = regex(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|table|p)\b", re.IGNORECASE)
_BY_NAME: Final[dict[str, Callable[[bytes], tuple[Found, ...]]]] = {
    "csv": read_csv,
    "tsv": read_csv,
    "json": read_csl,
    "ris": read_ris,
    "bib": read_bibtex,
    "bibtex": read_bibtex,
}


def read_file(content: bytes, name: str, encoding: str = "") -> tuple[Found, ...]:
    """Return the articles of a file; raises `Unreadable` with the reason and the way out."""
    found = _read(content, name, encoding)
    for each in found:
        if sum(map(str.isalpha, each.text or each.title)) < _LEAST_LETTERS:
            raise Unreadable("no words are in it", _ELSE)
    return found


def _read(content: bytes, name: str, encoding: str) -> tuple[Found, ...]:
    if not content.strip():
        raise Unreadable("it is empty", "save it again")
    for beginning, reason, fix in _REFUSED:
        if content.startswith(beginning):
            raise Unreadable(reason, fix)
    for beginning, read in _BY_BEGINNING:
        if content.lstrip()[: len(beginning)].lower() == beginning:
            return (read(content),)
    suffix = name.rpartition(".")[2].lower()
    if suffix in _BY_NAME:
        return _BY_NAME[suffix](content)
    if is_mhtml(content):
        return (read_page(from_mhtml(content)),)
    if suffix in ("htm", "html", "xhtml", "php", "asp", "aspx") or _looks_like_page(content):
        return (read_page(SavedPage(content, encoding)),)
    if suffix in ("txt", "text", "md"):
        return (_plain_text(content, encoding),)
    raise Unreadable("it is no kind of file that can be read", _ELSE)


def _looks_like_page(content: bytes) -> bool:
    head = content[:4096]
    return (
        _PAGE.search(head.replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head) is not None
    )


def _plain_text(content: bytes, encoding: str) -> Found:
    text, _, remark = decode(content, encoding)
    if len(content) > MOST_TEXT_BYTES:
        raise Unreadable(f"it has more than {MOST_TEXT_BYTES >> 20} MiB", "import a part of it")
    text = re.sub(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "", text.replace("\r\n", "\n").replace("\r", "\n")
    ).strip()
    if not text:
        raise Unreadable("it holds no words", "save it again")
    first = text.split("\n", 1)[0].strip()[:200]
    return Found(
        title=first,
        headline=first,
        text=f"{text}\n",
        sources=("title: its first line",),
        remarks=(remark,) if remark else (),
    )
