"""Word, PDF and rich text give their words; lists give an article for each entry."""

from __future__ import annotations

import io
import json

import pytest

from builder.intake.found import Found, FoundDate
from builder.intake.reading import read_file


def pdf(*pages: str) -> bytes:
    """The smallest PDF with these pages, a line of text for each line."""
    count = len(pages)
    objects = ["<</Type/Catalog/Pages 2 0 R>>"]
    objects.append(
        f"<</Type/Pages/Kids[{' '.join(f'{3 + 2 * n} 0 R' for n in range(count))}]/Count {count}>>"
    )
    for number, page in enumerate(pages):
        words = " ".join(f"({line}) Tj T*" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 50 800 Td 14 TL {words} ET"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 2 * number} 0 R/Resources<</Font<</F1 {3 + 2 * count} 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    written, offsets = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (
        f"{written}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    ).encode()


def one(content: bytes, name: str) -> Found:
    return read_file(content, name)[0]


def test_pages_of_a_pdf_are_parted_by_a_blank_line() -> None:
    found = one(pdf("River floods old town\nAbout 300 people left.", "Second page."), "a.pdf")
    assert (found.title, found.text) == (
        "River floods old town",
        "River floods old town\nAbout 300 people left.\n\nSecond page.\n",
    )


def test_paragraphs_and_tables_of_a_word_document() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("River floods old town")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "left", "300"
    document.add_paragraph("Nobody was hurt.")
    stream = io.BytesIO()
    document.save(stream)
    found = one(stream.getvalue(), "a.docx")
    assert found.text == "River floods old town\n\nleft\t300\n\nNobody was hurt.\n"
    assert (found.byline, found.published) == ("", None)


def test_rich_text_in_the_signs_of_its_code_page() -> None:
    written = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}{\*\generator x}\f0 \'d0\'e5\'ea\'e0\par It\rquote s \b bold\b0  and \u233?t\u233?\emdash ok\{\}\par}"
    assert one(written, "a.rtf").text == "Река\n\nIt’s bold and été—ok{}\n"


MILLER = ("River floods", "The Post", "https://a.example/x", "Jane Miller")


@pytest.mark.parametrize(
    ("name", "content", "edtf"),
    [
        ("a.csv", "Title;Source;Date;URL;Author\nRiver floods;The Post;2015-11-03;https://a.example/x;Jane Miller\n", "2015-11-03"),
        ("a.csv", "\ufefftitle,publication,published,link,byline\nRiver floods,The Post,2015,https://a.example/x,Jane Miller\n", "2015"),
        ("a.ris", "TY  - NEWS\nTI  - River floods\nT2  - The Post\nPY  - 2015/11/03/\nAU  - Miller, Jane\nUR  - https://a.example/x\nER  - \n", "2015-11-03"),
        ("a.bib", '@article{a, title={River {f}loods}, author={Miller, Jane}, journal={The Post}, year=2015, month=nov, url={https://a.example/x}}', "2015-11"),
        (
            "a.json",
            json.dumps([{"type": "article-newspaper", "title": "River floods", "container-title": "The Post", "author": [{"family": "Miller", "given": "Jane"}], "issued": {"date-parts": [["2015", 11, 3]]}, "URL": "https://a.example/x"}]),
            "2015-11-03",
        ),
    ],
)  # fmt: skip
def test_an_entry_of_a_list(name: str, content: str, edtf: str) -> None:
    found = one(content.encode(), name)
    assert (found.title, found.outlet, found.url, found.byline) == MILLER
    assert isinstance(found.published, FoundDate)
    assert found.published.edtf == edtf
    assert found.published.cue
    assert found.text == ""


def test_a_table_may_hold_the_texts_themselves() -> None:
    found = one(b'title,text\nRiver floods,"First line.\nSecond line."\n', "a.csv")
    assert found.text == "First line.\nSecond line.\n"
