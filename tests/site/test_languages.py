"""Our own words say that they are English, whatever the language of the dossier; the editors' words say theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.site.dossiers import build, pages_of, write

OURS = ("Skip to content", "Articles", "Search", "Citation", "Topics", "Data")


def dossier(root: Path, language: str, words: str) -> Path:
    return write(
        root,
        {
            "content/dossier.yaml": f"title: {words}\nlanguage: {language}\npublish: full\ndescription: '{words} *{words}*.'\n",
            "content/outlets/blatt.yaml": "name: Blatt\n",
            "content/topics/flut.yaml": f"name: {words}\ndescription: {words}.\n",
            "content/articles/a.yaml": f"title: {words}\noutlet: blatt\npublished: 2026-05-12\ntext: seeds/a.txt\ntopics: [flut]\n",
            "seeds/a.txt": f"{words} {words}.\n",
        },
    )


def language_of(node: LexborNode | None) -> str | None:
    """The language that a screen reader takes a node to be in."""
    while node is not None:
        if node.attributes.get("lang"):
            return node.attributes["lang"]
        node = node.parent
    return None


def holders(page: LexborHTMLParser, words: str) -> list[LexborNode]:
    """The innermost elements that hold just these words."""
    return [
        node
        for node in page.css("body *:not(.cite *)")  # a citation is one line, in our form
        if node.text(deep=False, strip=True) == words and node.tag not in ("script", "style")
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("it", "La piena di maggio"), ("ar", "فيضان أيار"), ("en", "The flood")]
)
def test_every_word_of_ours_is_english_and_titles_of_the_editors_are_in_their_language(
    tmp_path: Path, language: str, words: str
):
    pages = pages_of(build(dossier(tmp_path / "d", language, words)))
    for path, page in pages.items():
        assert page.css_first("html").attributes["lang"] == "en", path
        assert page.css_first("html").attributes["dir"] == "ltr", path
        for ours in OURS:
            assert {language_of(node) for node in holders(page, ours)} <= {"en"}, (path, ours)
    for path in ("index.html", "topics/flut.html", "articles/a.html"):
        theirs = holders(pages[path], words) + holders(pages[path], f"[{words}]")
        assert {language_of(node) for node in theirs} == {language}, path
    assert language_of(pages["index.html"].css_first("em")) == language


def test_search_is_in_the_language_of_the_dossier(tmp_path: Path):
    site = build(dossier(tmp_path / "d", "de", "Die Flut im Mai"))
    assert list((site / "pagefind").glob("pagefind.de_*.pf_meta"))
    assert pages_of(site)["search.html"].css_first("html").attributes["data-language"] == "de"
