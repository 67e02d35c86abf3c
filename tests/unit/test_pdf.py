"""A page as PDF: the same bytes in every process, and nothing asked for."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256

import pytest

from builder.onefile import pdf
from builder.output.refusal import OutputRefused

PAGE = """<!doctype html><html lang="en"><head><title>Dossier</title>
<style>h1 { string-set: chapter content() } .footnote { float: footnote }</style></head>
<body><h1 id="a">Head</h1><p>Words<span class="footnote">A note.</span> <a href="#a">up</a></p></body></html>"""
MAKE = "import sys; from builder.onefile.pdf import pdf_of; sys.stdout.buffer.write(pdf_of(sys.stdin.buffer.read()))"


def made(seed: str) -> bytes:
    pytest.importorskip(
        "weasyprint", reason="WeasyPrint is not installed: the extra `print`", exc_type=ImportError
    )
    return subprocess.run(
        [sys.executable, "-c", MAKE],
        input=PAGE.encode(),
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
    ).stdout


def test_two_processes_make_the_same_bytes():
    first = made("1")
    assert first.startswith(b"%PDF-1.7")
    assert sha256(first).hexdigest() == sha256(made("2")).hexdigest()


def test_a_page_that_asks_for_more_is_refused():
    with pytest.raises(ValueError, match="asks for nothing"):
        pdf._refused("file:///etc/passwd")


def test_where_weasyprint_is_missing_one_line_names_the_extra(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "find_spec", lambda _name: None)
    with pytest.raises(OutputRefused, match=r"WeasyPrint.* is not installed") as refused:
        pdf.require_weasyprint()
    assert "news-dossier[print]" in refused.value.hint
