"""Bytes of a page → its signs, by a written rule and no guessing.

The rule, the first that applies: a byte order mark; UTF-8, where all bytes are; what the editor or the page says
(labels mean what the Encoding Standard says: `iso-8859-1` is Windows-1252); what browsers take for a page in that
language that says nothing (HTML Standard); Windows-1252. A name that does not fit the bytes is passed over and told.
"""

from __future__ import annotations

import re
from typing import Final

from builder.intake.found import Unreadable
from builder.regexes import regex

_HEAD: Final = 4096
_DECLARED: Final = regex(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_LANGUAGE: Final = regex(rb"""<html[^>]{0,500}?\blang\s*=\s*["']?([A-Za-z]{2,3})""", re.IGNORECASE)
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MEANT: Final = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "iso8859-1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "windows-1252": "cp1252", "x-cp1252": "cp1252", "iso-8859-9": "cp1254", "shift_jis": "cp932",
    "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs",
    "unicode": "utf-16-le", "tis-620": "cp874", "x-mac-cyrillic": "mac-cyrillic",
}  # fmt: skip
_BY_LANGUAGE: Final = {
    "ru": "cp1251", "uk": "cp1251", "be": "cp1251", "bg": "cp1251", "mk": "cp1251", "sr": "cp1251", "ja": "cp932",
    "ko": "cp949", "zh": "gb18030", "tr": "cp1254", "az": "cp1254", "ar": "cp1256", "fa": "cp1256", "he": "cp1255",
    "el": "cp1253", "th": "cp874", "vi": "cp1258", "pl": "cp1250", "cs": "cp1250", "sk": "cp1250", "hu": "cp1250",
    "sl": "cp1250", "hr": "cp1250", "ro": "cp1250", "lt": "cp1257", "lv": "cp1257", "et": "cp1257",
}  # fmt: skip
_OF_PAGES: Final = regex(
    r"(?:windows-|cp)(?:125[0-8]|874|932|949|936|866)|iso-?8859-(?:[2-9]|1[0-6])|koi8-[ru]|euc-jp|iso-2022-jp|gb18030"
    r"|utf-16(?:-?[lb]e)?|macintosh|mac-cyrillic"
)
"""Names of the Encoding Standard that Python knows by the same name."""
_UNICODE: Final = ("utf-8", "utf8", "utf_8", "utf-8-sig")
_MOST_ODD: Final = 0.05
"""The part of control characters above which bytes are no text."""


def decode(content: bytes, said: str = "") -> tuple[str, str, str]:
    """Return the text, the name of the encoding, and a remark where that was not as the page says.

    `said` comes from outside the page (the editor, a mail's header). Raises `Unreadable` for what is no text.
    """
    text, name, remark = _decoded(content, said)
    odd = sum(1 for sign in text[:_HEAD] if sign < " " and sign not in "\t\n\r\f")
    if odd > _MOST_ODD * len(text[:_HEAD]):
        raise Unreadable(
            "it holds no text of any encoding", "save the page again as a web page or as plain text"
        )
    return text, name, remark


def _decoded(content: bytes, said: str) -> tuple[str, str, str]:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), name, ""
    declared = said or _declared(content)
    codec = _codec(declared)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        lies = codec not in ("", "utf-8") and not content.isascii()
        return text, "utf-8", f"the page says it is {declared}, and it is UTF-8" if lies else ""
    language = _LANGUAGE.search(content[:_HEAD])
    habit = _BY_LANGUAGE.get(language[1].decode("ascii").lower(), "cp1252") if language else "cp1252"
    for name in dict.fromkeys((codec, habit, "cp1252")):
        text = _strictly(content, name)
        if text:
            lies = name != codec
            says = (
                f"the page says it is {declared}, which it is not"
                if declared
                else "the page names no encoding"
            )
            return text, name, f"{says}; read as {name}: look whether all letters are right" if lies else ""
    return content.decode("cp1252", "replace"), "cp1252", (
        "some bytes fit no encoding and stand as \ufffd; save the page again as UTF-8"
    )  # fmt: skip


def _declared(content: bytes) -> str:
    found = _DECLARED.search(content[:_HEAD])
    return found[1].decode("ascii") if found else ""


def _codec(label: str) -> str:
    """The codec that a label means; nothing for labels that no page is written in (`rot13`, `utf-7`)."""
    plain = label.strip().lower()
    if plain in _UNICODE:
        return "utf-8"
    return _MEANT.get(plain) or (plain if _OF_PAGES.fullmatch(plain) else "")


def _strictly(content: bytes, name: str) -> str:
    """The text, or nothing where the bytes are not in that encoding. Windows-1252 has five bytes without a sign."""
    try:
        return content.decode(name) if name else ""
    except (UnicodeError, ValueError):
        return ""
