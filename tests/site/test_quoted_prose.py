"""Quotations in the editors' words lead a reader to where they stand, or say that they stand nowhere here."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.dossiers import build, pages_of, write

FILES = {
    "content/dossier.yaml": "title: Quoting\npublish: {publish}\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\n",
    "content/claims/two-metres.yaml": (
        "statement: It rose\nkind: number\nappearances:\n"
        "  - {article: first, stance: asserts, quote: The river rose by two metres}\n"
        "explanation: First “the river rose”, then *“nobody was hurt”*; the Echo has “nine”, and not “nine” alone.\n"
        "quoted: [{exact: nine, from: {publisher: The Echo, date: 2026-05-13, url: 'https://example.org/9'}}]\n"
    ),
    "content/events/flood.yaml": (
        "title: The “great flood” of May\ndate: 2026-05\n"
        "quoted: [{exact: great flood, from: {outlet: post, what: Poster, date: 2026}}]\n"
    ),
    "seeds/first.txt": "The river rose by two metres on Tuesday.\n\nNobody was hurt, the mayor said.\n",
}


def page(tmp_path, path: str, publish: str = "full") -> LexborHTMLParser:
    files = {name: text.replace("{publish}", publish) for name, text in FILES.items()}
    return pages_of(build(write(tmp_path, files), "--no-search"))[path]


def links(found: LexborHTMLParser) -> dict[str, str | None]:
    return {node.text(): node.attributes["href"] for node in found.css(".prose a")}


@pytest.mark.parametrize(
    ("publish", "second"), [("full", "../articles/first.html#p-2"), ("excerpt", "../articles/first.html")]
)
def test_a_verified_quotation_leads_to_its_paragraph_as_far_as_that_is_published(tmp_path, publish, second):
    found = links(page(tmp_path, "claims/two-metres.html", publish))
    assert found["“the river rose”"] == "../articles/first.html#p-1"
    assert found["“nobody was hurt”"] == second
    assert found["The Echo, 13 May 2026"] == "https://example.org/9"


def test_words_from_outside_say_that_no_text_of_the_dossier_has_them(tmp_path):
    claim = page(tmp_path / "a", "claims/two-metres.html")
    assert (
        "“nine” [The Echo, 13 May 2026 (example.org); in no text of this dossier]"
        in claim.css_first(".prose").text()
    )
    assert claim.css_first(".prose").text().count("in no text of this dossier") == 1
    assert not claim.css("#quoted")
    event = page(tmp_path / "b", "events/flood.html")
    assert " ".join(event.css_first("#quoted").text().split()) == (
        "Quoted from outside great flood, The Morning Post, Poster, 2026; in no text of this dossier"
    )
