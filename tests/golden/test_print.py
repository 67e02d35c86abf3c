"""The golden dossier on paper: what a reader reads, in one file that pages well, and as PDF."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.golden.golden import build_golden
from tests.programs import find_program
from tests.site.dossiers import dossier, pages_of

READ_ON_PAPER = ("articles", "claims", "comparisons", "topics", "events", "entities", "outlets")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden dossier with its site and its print edition."""
    root = tmp_path_factory.mktemp("print") / "dossier"
    build_golden(root)
    done = dossier(root, "pack", "--print", "print.html")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module")
def whole(root: Path) -> LexborHTMLParser:
    """The print edition, parsed."""
    return LexborHTMLParser((root / "print.html").read_text(encoding="utf-8"))


def words(node) -> str:
    return re.sub(r"\s+", " ", node.text(separator=" ")).strip()


def test_every_record_is_in_it_and_no_list_raw_text_or_search(root: Path, whole: LexborHTMLParser):
    shown = {node.attributes["id"] for node in whole.css("section.chapter")}
    records = {
        path
        for path in pages_of(root / "site")
        if re.fullmatch(rf"({'|'.join(READ_ON_PAPER)})/(?!index|pair--|courier)[^/]+\.html", path)
    }
    assert len(records) > 60
    assert records - shown == set()
    assert {path for path in shown if "index" in path or "received" in path} == {"index.html"}
    assert not {"search.html", "404.html", "data/index.html"} & shown


def test_nothing_that_acts_or_is_drawn_is_in_it(whole: LexborHTMLParser):
    assert (
        whole.css(
            "script, link, img, svg, nav, form, button, input, fieldset, label, .picture, [src], [style]"
        )
        == []
    )


def test_links_lead_to_chapters_of_it_and_ids_are_there_once(whole: LexborHTMLParser):
    ids = [node.attributes["id"] for node in whole.css("[id]")]
    assert len(ids) == len(set(ids))
    asked = {node.attributes["href"][1:] for node in whole.css('a[href^="#"]')}
    assert {unquote(name) for name in asked} - set(ids) == set()


def test_a_matrix_is_whole(root: Path, whole: LexborHTMLParser):
    topic = "topics/night-of-the-sabah.html"
    page = LexborHTMLParser((root / "site" / topic).read_text(encoding="utf-8"))
    on_site = [len(table.css("td")) for table in page.css("table.matrix")]
    assert on_site == [len(table.css("td")) for table in whole.css(f'[id="{topic}"] table.matrix')]
    assert sum(on_site) > 20


def test_a_source_is_told_at_the_foot_once_a_chapter_and_never_in_a_table(whole: LexborHTMLParser):
    claim = whole.css_first('section.chapter[id="claims/cause-of-the-stop.html"]')
    notes = [words(note) for note in claim.css(".footnote")]
    assert len(notes) == len(set(notes)) > 1
    assert any("The Mirana Courier" in note and "4 March 2019" in note for note in notes)
    assert whole.css("table .footnote") == []
    article = whole.css_first('section.chapter[id="articles/courier-eleven-hours.html"]')
    assert not any("Ferry stands off Mirana" in words(note) for note in article.css(".footnote"))


def test_the_contents_lead_to_every_chapter(whole: LexborHTMLParser):
    links = [node.attributes["href"] for node in whole.css(".whole-contents a")]
    assert links == [f"#{node.attributes['id']}" for node in whole.css("section.chapter")]


@pytest.mark.slow
def test_the_pdf_has_page_numbers_in_its_contents_running_heads_and_tags(root: Path):
    pytest.importorskip(
        "weasyprint", reason="WeasyPrint is not installed: the extra `print`", exc_type=ImportError
    )
    done = dossier(root, "pack", "--pdf", "dossier.pdf")
    assert done.returncode == 0, done.stderr
    told = {
        program: subprocess.run(
            [find_program(program.split()[0], "poppler-utils"), *options],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for program, options in (
            ("pdfinfo", ["dossier.pdf"]),
            ("pdftotext", ["-layout", "dossier.pdf", "-"]),
            ("pdfinfo -struct", ["-struct", "dossier.pdf"]),
        )
    }
    assert re.search(r"Tagged: +yes", told["pdfinfo"])
    pages = told["pdftotext"].split("\f")
    found = re.search(r"C03 A failed pump stopped the Sabah \.+ (\d+)", "".join(pages[1:3]))
    assert found, pages[1]
    assert "A failed pump stopped the Sabah" in pages[int(found[1]) - 1]
    assert pages[int(found[1])].lstrip().startswith("The night of the Sabah")
    assert "The Sabah" not in pages[0].splitlines()[0]
    tags = told["pdfinfo -struct"].splitlines()
    levels = [int(found[1]) for line in tags if (found := re.match(r" *H(\d) \(", line))]
    assert levels[0] == 1
    assert max(deeper - level for level, deeper in pairwise(levels)) == 1
    assert children_of("L", tags) <= {"LI", "L"}
    assert children_of("LI", tags) <= {"LBody", "Lbl"}
    heads = [place for place, line in enumerate(tags) if line.lstrip().startswith("TH ")]
    assert len(heads) > 50
    assert [tags[place] for place in heads if "/Scope" not in "".join(tags[place + 1 : place + 4])] == []


def children_of(kind: str, tags: list[str]) -> set[str]:
    """What stands right below a kind of element."""
    found: set[str] = set()
    ways: list[str] = []
    for line in tags:
        depth = (len(line) - len(line.lstrip())) // 2
        name = line.split()[0].rstrip(":")
        ways = [*ways[:depth], name]
        if ways[-2:-1] == [kind]:
            found.add(name)
    return found
