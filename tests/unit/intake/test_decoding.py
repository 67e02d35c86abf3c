"""Bytes become signs by a written rule: what a page says of itself counts where it fits, and a lie is told."""

from __future__ import annotations

import pytest

from builder.intake.decoding import decode
from builder.intake.found import Unreadable

HEAD = b'<html lang="%s"><head><meta charset="%s"></head><body>'


@pytest.mark.parametrize(
    ("said", "language", "words", "codec"),
    [
        ("windows-1251", "ru", "Привет, мир", "windows-1251"),
        ("Shift_JIS", "ja", "旧市街が浸水～", "cp932"),
        ("iso-8859-1", "en", "“quoted” – café", "cp1252"),
        ("euc-kr", "ko", "구시가지 침수", "cp949"),
        ("gb2312", "zh", "老城区", "gb18030"),
        ("iso-8859-9", "tr", "Kasım", "cp1254"),
        ("utf-8", "de", "Größe", "utf-8"),
    ],
)
def test_what_a_page_says_counts_where_it_fits(said: str, language: str, words: str, codec: str) -> None:
    content = HEAD % (language.encode(), said.encode()) + words.encode(codec)
    text, name, remark = decode(content)
    assert text.endswith(words)
    assert (name, remark) == (codec, "")


def test_utf_8_is_read_as_such_whatever_the_page_says() -> None:
    text, name, remark = decode(HEAD % (b"fr", b"iso-8859-1") + "café".encode())
    assert (text[-4:], name) == ("café", "utf-8")
    assert "it is UTF-8" in remark


def test_a_page_without_a_name_is_read_as_its_language_used_to_be_and_that_is_told() -> None:
    text, name, remark = decode(b'<html lang="ru"><body>' + "Привет".encode("cp1251"))
    assert (text[-6:], name) == ("Привет", "cp1251")
    assert "names no encoding" in remark


def test_a_lying_name_is_passed_over_and_told() -> None:
    text, name, remark = decode(HEAD % (b"ja", b"utf-8") + "旧市街が浸水".encode("cp932"))
    assert (text[-6:], name) == ("旧市街が浸水", "cp932")
    assert "the page says it is utf-8, which it is not" in remark


@pytest.mark.parametrize(
    "label", ["utf-7", "rot13", "hex", "base64", "zlib", "idna", "x" * 40, "unicode_escape"]
)
def test_names_that_are_no_encoding_of_pages_decode_nothing(label: str) -> None:
    text, name, _ = decode(HEAD % (b"en", label.encode()) + b"+ADw-script+AD4- \\u003c \xff")
    assert name == "cp1252"
    assert "<script>" not in text


def test_a_byte_order_mark_wins_and_goes() -> None:
    assert decode("\ufeffcafé".encode("utf-16-le"))[0] == "café"
    assert decode(b"\xef\xbb\xbfcaf\xc3\xa9")[0] == "café"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="no text of any encoding"):
        decode(bytes(range(256)) * 10)
