"""Pages speak as people do: words by which programs name things for themselves stand on none of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

SPEECH = (
    *("Kind: ", "found by rule", "site furniture", "to nobody named", "running text", "Telling words"),
    *("order unknown", "wikipedia-rsp", "us-treasury", "asserts_hedged", "one-article", "not-applicable"),
    *(" × ", "All 2 claims"),
)
"""As they were met on pages; the next that is met goes here."""
THEIRS = "q, blockquote, pre, script, style, .said, .block-words, .fold-text, .prose, .standfirst, .fact, svg"
DOUBLE = '"“”„‟«»「」『』'


def pages(site: Path) -> list[Path]:
    """The pages of a site; the document page names fields of files and may."""
    return [page for page in sorted(site.rglob("*.html")) if page.parent.name != "data"]


def speech(html: str) -> list[str]:
    page = LexborHTMLParser(html)
    for theirs in page.css(THEIRS):
        theirs.decompose()
    words = " ".join((page.body.text(separator=" ") if page.body else "").split())
    return [each for each in SPEECH if each in words]


def colliding(html: str) -> list[str]:
    """Words in marks of their own that the page would put into a second pair."""
    found = []
    for quote in LexborHTMLParser(html).css("q"):
        text, classes = quote.text(), (quote.attributes.get("class") or "").split()
        if ("opened" in classes) != (text[:1] in DOUBLE) or ("closed" in classes) != (text[-1:] in DOUBLE):
            found.append(text)
    return found


def test_no_page_of_the_worked_example_speaks_as_a_machine(site: Path):
    found = {page.name: speech(page.read_text("utf-8")) for page in pages(site)}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_quotation_has_two_pairs_of_marks(site: Path):
    quoted = [page.read_text("utf-8") for page in pages(site)]
    assert any(re.search(r'<q class="[^"]*opened', each) for each in quoted)
    assert [words for each in quoted for words in colliding(each)] == []


@pytest.mark.parametrize("words", ["found by rule", "Kind: number"])
def test_machine_speech_is_seen(words: str):
    assert len(speech(f"<body><p>Numbers, {words}.</p><q>site furniture</q>")) == 1


def test_a_collision_is_seen():
    assert colliding("<q>“So he said</q><q class='opened'>“So he said</q>") == ["“So he said"]
