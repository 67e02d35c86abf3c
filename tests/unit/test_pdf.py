"""A page as PDF: the same bytes in every process, and nothing asked for."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from builder.onefile import pdf
from builder.output.refusal import OutputRefused
from tests.programs import find_program

PAGE = """<!doctype html><html lang="en"><head><title>Dossier</title>
<style>h1 { string-set: chapter content() } .footnote { float: footnote }</style></head>
<body><h1 id="a">Head</h1><p>Words<span class="footnote">A note.</span> <a href="#a">up</a></p></body></html>"""
MAKE = "import sys; from builder.onefile.pdf import pdf_of; sys.stdout.buffer.write(pdf_of(sys.stdin.buffer.read()))"


LISTENED = """<!doctype html><html lang="en"><head><title>Dossier</title>
<style>@page { @top-left { content: "Running head" } } .footnote { float: footnote } dd { display: inline }</style></head>
<body><h1 id="a">Head</h1><p>Words<span class="footnote">A note.</span> <a href="#a">up <cite>there</cite></a></p>
<dl><div><dt>Outlet</dt><dd>Post</dd></div><div><dt>Day</dt><dd><div>Monday</div></dd></div></dl>
<table><thead><tr><th>Claim</th><th>Text</th></tr></thead>
<tbody><tr><th scope="row">One</th><td>asserts</td></tr></tbody></table></body></html>"""


def made(seed: str, page: str = PAGE) -> bytes:
    pytest.importorskip(
        "weasyprint", reason="WeasyPrint is not installed: the extra `print`", exc_type=ImportError
    )
    return subprocess.run(
        [sys.executable, "-c", MAKE],
        input=page.encode(),
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
    ).stdout


def test_two_processes_make_the_same_bytes():
    first = made("1")
    assert first.startswith(b"%PDF-1.7")
    assert sha256(first).hexdigest() == sha256(made("2")).hexdigest()


def listened(folder: Path) -> list[tuple[str, str]]:
    """The tags as poppler reads them, each with the way to it; words and attributes too."""
    (folder / "page.pdf").write_bytes(made("1", LISTENED))
    program = find_program("pdfinfo", "poppler-utils")
    told = subprocess.run(
        [program, "-struct-text", folder / "page.pdf"], capture_output=True, text=True, check=True
    ).stdout
    found: list[tuple[str, str]] = []
    ways: list[str] = []
    for line in filter(None, told.splitlines()):
        depth = (len(line) - len(line.lstrip())) // 2
        name = line.split()[0].rstrip(":") if line.lstrip()[0] not in '"/' else line.strip()
        ways = [*ways[:depth], name]
        found.append((" ".join(ways[:-1]), name))
    return found


def test_items_of_a_list_are_its_own_whatever_groups_or_splits_them(tmp_path: Path):
    tags = listened(tmp_path)
    assert {name for way, name in tags if way.split()[-1:] == ["L"]} == {"LI"}
    assert {name for way, name in tags if way.split()[-1:] == ["LI"]} == {"LBody"}
    words = [name for way, name in tags if " L LI LBody" in way and name.startswith('"')]
    assert words == ['"Outlet"', '"Post"', '"Day"', '"Monday"']


def test_a_head_of_a_table_says_what_it_heads_and_whatever_leads_on_is_a_link(tmp_path: Path):
    tags = listened(tmp_path)
    scopes = [name for _, name in tags if name.startswith("/Scope")]
    assert scopes == ["/Scope /Column", "/Scope /Column", "/Scope /Row"]
    assert {way.split()[-1] for way, name in tags if name == "Object"} == {"Link"}


def test_what_runs_along_the_edge_of_pages_is_no_part_of_the_text(tmp_path: Path):
    assert not any("Running" in name for _, name in listened(tmp_path))
    content = (tmp_path / "page.pdf").read_bytes()
    streams = re.findall(rb"stream\n(.*?)\nendstream", content, re.DOTALL)
    (drawn,) = [
        zlib.decompress(each) for each in streams if each[:1] == b"x" and b"BT" in zlib.decompress(each)
    ]
    assert drawn.count(b"/Type /Pagination") == 1
    told = re.findall(rb"/MCID (\d+)", drawn)
    assert len(told) == len(set(told)) == sum(name.startswith('"') for _, name in listened(tmp_path))


def test_a_page_that_asks_for_more_is_refused():
    with pytest.raises(ValueError, match="asks for nothing"):
        pdf._refused("file:///etc/passwd")


def test_where_weasyprint_is_missing_one_line_names_the_extra(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    with pytest.raises(OutputRefused, match=r"WeasyPrint.* is not installed") as refused:
        pdf.require_weasyprint()
    assert "news-dossier[print]" in refused.value.hint
