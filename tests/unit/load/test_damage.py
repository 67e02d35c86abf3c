"""Texts that were damaged on the way are told, each kind once and with its place; honest texts are not."""

from __future__ import annotations

import pytest

from builder.load.damage import damages
from builder.load.mojibake import find_mojibake
from builder.load.notplain import binary_format, markup_format
from builder.text import paragraphs

SOURCES = (
    "The mayor didn’t know.",
    "The Café was closed.",
    "“Yes” – he said",
    "L'été à Paris",
    "voilà, tout",
    "coração e não",
    "Łódź jest duża",
    "Příliš žluťoučký kůň",
    "Привет, мир",
    "Ελλάδα σήμερα",
    "שלום עולם",
    "مرحبا بكم",
    "避難指示が出た",
    "한국어 뉴스",
    "हिन्दी समाचार",
    "ไทยแลนด์",
    "It is 5 € now",
    "Größe der Straße",
    "blåbær på bordet",
    "İstanbul’da yağmur",
    "😀 emoji",
    "«oui»",
)
HONEST = (
    "The mayor didn't know. “Nobody was hurt,” she said – and left… It's €5, £5, 20 °C, naïve, 5 Å±0.1, CAFÉ™, Rosé®",
    "Après l’été, la forêt était assurée… « Oui » dit-il : « c’est là… » À Noël, l'Âge d'or ; CÔTÉ ; « DÉJÀ » ; VOILÀ…",
    "Où ? à… » ; é… » ; l’Île ; NOËL ; « À » ; ÇA ; CAFÈ ; naïf ; œuvre ; cœur",
    "A IRMÔ disse “NÃO”; “IRMÃ”; IRMÃ…; MAÇÃ »; coração, São Paulo; “SÃO”; ALEMÃ; amanhã… “irmã»",
    "Thủ tướng nói: “Xã hội”… “XÔ XÃ” ĐÃ… Việt Nam; ngã…” ; lâ… ; bê… ; ê…” ; Ủy ban",
    "Die Buchstaben „Ä“ und „Ö“ und „Ü“ – Äpfel, Öl; GROẞ; Straße; ‚Ärzte‘; „Größe“; 5 µm; Fußärzte",
    "Å ha det; ÅRSMØTE “PÅ”; blåbærsyltetøy; Ø½; «BLÅ»; ÆØÅ… ; PÅ »; það á ðá; ÞAÐ” ; ÍÐ »",
    "Łódź; Żółć – „Zażółć gęślą jaźń”; Příliš žluťoučký kůň „ÚPĚL“; ĎÁBELSKÉ; Đurđević; ČŠŽ”",
    "Привет, мир! «Россия» – Рівне, Сірі; Їжак; її; дії… надії; «СІЦІЛІЇ»; НІЧІЇ; Срби Рј Сј; вљ… ; ў; МАРІЇ… »; ґ",
    "Ελλάδα «ΑΘΗΝΑ» – Ό,τι; Η ΠΟΛΗ…; ΐ; İstanbul’da “ŞİİR” ığüşöç; ÇAĞRI”; ĞÜ…",
    '"Ã" is a letter. Â is a letter. Ð and Ñ; ESPAÑA”; MAÑANA »; «Ñ»; AÑO; ¿Qué? ¡Sí! años…',
    "שלום עולם ×½ ; العربية «نعم»… ; हिन्दी ; 避難 我们 発表 ; 한국어 ; ไทย ; √π r ; ├─ src ; ¬p ; f(x)≈3; ƒ",
    "România „coborâ…” hotărâ… » COBORÂ” «Â» “ÎNȚ”; HOTĂRÂ…” ; õüü öäü Õhtu; jäääär; TÖÖ”",
)
ENCODINGS = {
    "cp1252": "UTF-8 read as Windows-1252",
    "latin-1": "UTF-8 read as Windows-1252",
    "cp1251": "UTF-8 read as Windows-1251",
    "cp1250": "UTF-8 read as Windows-1250",
    "mac_roman": "UTF-8 read as Mac OS Roman",
    "cp437": "UTF-8 read as code page 437",
    "cp850": "UTF-8 read as code page 850",
}


def misread(text: str, encoding: str) -> str:
    """A text whose UTF-8 was read as another encoding; bytes that it has no sign for stay as control characters."""
    return "".join(
        bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in text.encode()
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("source", SOURCES)
def test_utf_8_that_was_read_as_something_else_is_told(source, encoding):
    found = find_mojibake(f"Before. {misread(source, encoding)}")
    assert found is not None
    assert found.meant in source


@pytest.mark.parametrize(("encoding", "reading"), ENCODINGS.items())
def test_the_encoding_it_was_read_in_is_named_and_a_word_read_back(encoding, reading):
    found = find_mojibake(misread("The Café didn’t open.", encoding))
    assert found is not None
    assert found.reading == reading
    assert (found.count, found.meant) == (2, "Café")
    assert found.shown == misread("Café", encoding)


@pytest.mark.parametrize(
    "source", ["The mayor didn’t", "Café", "L'été", "“Yes” – no", "Привет, мир", "voilà, tout"]
)
def test_what_was_misread_twice_is_told_as_twice(source):
    found = find_mojibake(misread(misread(source, "cp1252"), "cp1252"))
    assert found is not None
    assert found.reading.endswith("Windows-1252, twice")


@pytest.mark.parametrize("text", HONEST)
def test_honest_texts_of_many_languages_are_not_taken_for_damaged(text):
    assert find_mojibake(text) is None
    assert list(damages(text, paragraphs(text))) == []


def test_one_alphabet_shown_as_another_is_told():
    shown = "Мэр сказал, что никто не пострадал".encode("cp1251").decode("cp1252")
    found = find_mojibake(shown)
    assert found is not None
    assert found.reading == "another alphabet read as Windows-1252"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (r"{\rtf1\ansi\ansicpg1252 {\b Third report}\par The river fell.\par}", "rich text (RTF)"),
        ("\ufeff{\\rtf1 text}", "rich text (RTF)"),
        ("<!DOCTYPE html>\n<html><body><p>The river fell.</p></body></html>", "a web page (HTML)"),
        ('<?xml version="1.0"?>\n<html xmlns="x"><body>The river</body></html>', "a web page (HTML)"),
        ("<!-- saved -->\n<HTML>The river", "a web page (HTML)"),
        (
            "<p>The river fell.</p>\n<p class='x'>It rose.<br />Twice.</p>",
            "text with tags of a web page (HTML)",
        ),
        ("The <b>river</b> <i>fell</i>.", "text with tags of a web page (HTML)"),
        ("%PDF-1.4\n1 0 obj", "a PDF or PostScript file"),
        (
            "MIME-Version: 1.0\nContent-Type: multipart/related; x\n\n<p>",
            "a page or mail as it was sent (MIME)",
        ),
        ("\0".join("The river fell."), "text saved as UTF-16"),
        ("The river fell <5 m and > 3 m; a<b and c>d; <3 hearts", None),
        ("He wrote <p> in his letter.", None),
        ("I said {\\rtf} once", None),
        ("From: the mayor\nTo: all\n\nThe river fell.", None),
    ],
)
def test_what_no_plain_text_is_is_told_by_its_name(raw, words):
    found = markup_format(raw)
    assert (found[0] if found else None) == words


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04..word/document.xml\xff", "a document of Microsoft Word (.docx)"),
        (
            b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text\xff",
            "a document of LibreOffice (.odt)",
        ),
        (b"PK\x03\x04..mimetypeapplication/epub+zip\xff", "an e-book (EPUB)"),
        (b"PK\x03\x04..a.txt\xff", "a packed file (ZIP)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "a document of Microsoft Office (.doc, .xls or .msg)"),
        (b"\x89PNG\r\n", "a picture (PNG)"),
        (b"Caf\xe9", None),
    ],
)
def test_files_of_other_programs_are_told_by_what_they_are(load_seed, content, words):
    assert binary_format(content) == words
    [problem] = load_seed(content).settled()
    assert problem.severity == "error"
    if words:
        assert problem.code == "seed-not-plain"
        assert words in problem.message
        assert "plain text" in problem.hint
    else:
        assert problem.code == "not-utf-8"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("The mayor didn&#8217;t know. AT&amp;T.", "2 times: `&#8217;` for `’`"),
        ("Five&nbsp;metres", "once: `&nbsp;`"),
        ("A &lt;b&gt; &hellip;", "3 times: `&lt;` for `<`"),
        ("A &#x2014; B", "once: `&#x2014;` for `—`"),
        ("He said =E2=80=9CYes=E2=80=9D", "2 times: `=E2=80=9C`"),
        ("The river=20\nrose=20\nagain", "2 times"),
        (r"He said \u201cYes\u201d", r"2 times: `\u201c`"),
    ],
)
def test_codes_left_in_a_text_are_told_with_what_they_stand_for(raw, words):
    [damage] = damages(raw, paragraphs(raw))
    assert damage.code == "seed-codes"
    assert words in damage.message


@pytest.mark.parametrize(
    "raw",
    [
        "R&D; Q&A",
        "Smith & Sons;",
        "?a=1&copy=2",
        "x = 20",
        "a=B&c=D;",
        r"C:\users\x",
        "1+1=2=2",
        "&unknownname;",
    ],
)
def test_ampersands_equals_signs_and_backslashes_of_texts_are_no_codes(raw):
    assert list(damages(raw, paragraphs(raw))) == []


LONG = "The river rose by two metres on Tuesday and reached the old town."
OTHER = "About three hundred people had to leave their homes, said the mayor."


@pytest.mark.parametrize(
    "raw",
    [
        f"Flood\n\n{LONG}\n\n{OTHER}\n\nFlood\n\n{LONG}\n\n{OTHER}\n",
        f"Flood\n{LONG}\n{OTHER}\n\n\nFlood\n{LONG}\n{OTHER}",
        f"By A. Writer\n{LONG}\n{OTHER}\n{LONG}\n{OTHER}",
        f"Flood\n{LONG} {OTHER}\n{LONG}  {OTHER}\nShare",
    ],
)
def test_a_text_that_stands_in_its_file_twice_is_told_where(raw):
    [damage] = damages(raw, paragraphs(raw))
    assert damage.code == "seed-twice"
    assert raw[damage.span.start :].startswith(("Flood", LONG))
    assert raw[: damage.span.start].count(LONG) == 1


@pytest.mark.parametrize(
    "raw",
    [
        f"Live\n\n10:02\n{LONG}\nShare\n\n09:40\n{LONG}\nShare\n\n09:15\n{LONG}\nShare",
        f"{LONG}\n{OTHER}\nThe night was calm, and nobody slept in the school of the village.\n{LONG}",
        "Yes.\nYes.\nYes.\nYes.",
        LONG,
        "",
    ],
)
def test_what_a_text_repeats_is_no_second_copy(raw):
    assert list(damages(raw, paragraphs(raw))) == []


def test_every_damage_is_a_warning_at_the_article_with_the_place_in_the_text_and_can_be_answered(
    load_seed, told
):
    raw = "Flood\n\nThe mayor didnâ€™t know. AT&amp;T was closed, and <b>so</b> was the <i>school</i>."
    loaded = load_seed(raw.encode())
    found = {one.code: one for one in loaded.settled()}
    assert set(found) == {"seed-misread", "seed-not-plain"}
    problem = found["seed-misread"]
    assert problem.severity == "warning"
    assert problem.span.path == "content/articles/one.yaml"
    assert "(first at 3:15)" in problem.message
    assert "`didnâ€™t` was `didn’t`" in problem.message
    assert (problem.related[0].span.path, problem.related[0].span.line) == ("seeds/a.txt", 3)
    answer = "".join(f"  - {{code: {code}, reason: The page had it so}}\n" for code in found)
    assert told(load_seed(raw.encode(), f"acknowledge:\n{answer}")) == []


def test_hostile_texts_are_looked_through_in_one_pass():
    for raw in (
        "Ã" * 300_000,
        "&" * 300_000,
        "<" * 300_000,
        "=E2" * 100_000,
        "<p " * 100_000,
        f"{LONG}\n" * 10_000,
    ):
        assert len(list(damages(raw, paragraphs(raw)))) <= 2


ARTICLE = "title: {name}\noutlet: news\npublished: 2025\n"


@pytest.mark.parametrize(
    ("one", "two", "is_told"),
    [
        ("https://example.org/a", "https://example.org/a", True),
        ("https://example.org/a", "http://EXAMPLE.org:80/a/#top", True),
        ("https://example.org", "https://example.org:443/", True),
        ("https://example.org/a?x=1", "https://example.org/a?x=2", False),
        ("https://example.org/a", "https://www.example.org/a", False),
        ("https://example.org/a", "https://example.org/A", False),
        ("https://example.org/#!/a", "https://example.org/#!/b", False),
        ("https://example.org:8080/a", "https://example.org/a", False),
    ],
)
def test_one_address_of_two_articles_is_told(load, told, one, two, is_told):
    files = {
        "content/articles/one.yaml": ARTICLE.format(name="One") + f"url: '{one}'\n",
        "content/articles/two.yaml": ARTICLE.format(name="Two") + f"url: '{two}'\n",
    }
    assert told(load(files)) == (["content/articles/two.yaml:4:6 same-address"] if is_told else [])


@pytest.mark.parametrize("second", [b"Words of one text.", b"Words  of one text.\r\n"])
def test_two_files_that_hold_the_same_words_are_told(load, second):
    files = {
        "content/articles/one.yaml": ARTICLE.format(name="One") + "text: seeds/a.txt\n",
        "content/articles/two.yaml": ARTICLE.format(name="Two") + "text: seeds/b.txt\n",
        "seeds/a.txt": b"Words of one text.",
        "seeds/b.txt": second,
    }
    [problem] = [one for one in load(files).settled() if one.code == "seed-shared"]
    assert problem.span.path == "content/articles/two.yaml"
    assert "the words of `seeds/b.txt` are the text of the article `one` too" in problem.message
