"""Titles that editors gave stand in brackets wherever they are printed; headlines of texts do not; each in its language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.pages.article import ArticleView
from tests.unit.pages.documents.made import files_of
from tests.unit.pages.small import SmallDossier, dossier

SEED = "Поплава стигла у град\n\nReka je porasla za dva metra.\n"


def made(folder: Path, seed: str = SEED, **article: object) -> SmallDossier:
    return dossier(
        folder,
        {"a": seed},
        outlets={"paper": {"name": "Paper", "language": "sr-Cyrl"}},
        articles={
            "a": {"title": "Flood reaches town", "outlet": "paper", "published": "2015-05-04", **article}
        },
    )


def head_of(small: SmallDossier) -> tuple[str, str, str | None]:
    view = small.view("articles/a.html")
    assert isinstance(view, ArticleView)
    return view.head.title, view.head.voice, view.head.title_lang


def test_a_title_without_a_headline_stands_in_brackets_and_says_so(tmp_path: Path):
    small = made(tmp_path)
    assert head_of(small) == ("[Flood reaches town]", "ours", None)
    assert "the title in brackets is the editors" in small.markup("articles/a.html")
    assert "[Flood reaches town]" in small.markup("articles/index.html")
    assert "<title>[Flood reaches town] · Small</title>" in small.markup("articles/a.html")


@pytest.mark.parametrize(
    "article",
    [
        {"title": "Поплава стигла у град", "headline": "Поплава стигла у град"},
        {"title": "Поплава  стигла у град"},  # typed as the text opens: a headline without a word said
    ],
)
def test_a_headline_stands_as_the_text_has_it_in_the_language_of_the_text(
    tmp_path: Path, article: dict[str, str]
):
    small = made(tmp_path, **article)
    assert head_of(small) == ("Поплава стигла у град", "theirs", "sr-Cyrl")
    assert "[" not in small.markup("articles/index.html").partition("<main")[2].partition("</main")[0]


def test_a_title_of_the_editors_may_have_a_language_of_its_own(tmp_path: Path):
    small = made(tmp_path, title={"text": "Die Flut", "lang": "de"})
    assert head_of(small) == ("[Die Flut]", "ours", "de")
    assert 'dir="auto" lang="de">[Die Flut]</a>' in small.markup("articles/index.html")


def test_a_title_that_is_none_of_the_text_s_words_is_no_headline_for_machines(tmp_path: Path):
    files = files_of(made(tmp_path))
    assert b"[Flood reaches town]" in files["data/bibliography.ris"]
    assert b"[Flood reaches town]" in files["data/bibliography.bib"]
    assert json.loads(files["data/bibliography.json"])[0]["title"] == "[Flood reaches town]"
    (record,) = json.loads(files["data/articles.json"])["articles"]
    assert (record["title"], record["title_by_editors"]) == ("Flood reaches town", True)
    markup = made(tmp_path / "again").markup("articles/a.html")
    assert '"headline"' not in markup
    assert '"name":"[Flood reaches town]"' in markup


def test_a_text_without_a_language_has_that_of_its_outlet_and_then_of_the_dossier(tmp_path: Path):
    library = made(tmp_path).context.library
    assert library.language_of("a") == "sr-Cyrl"
    library = made(tmp_path / "own", language="sr-Latn").context.library
    assert library.language_of("a") == "sr-Latn"
    plain = dossier(
        tmp_path / "plain",
        outlets={"paper": {"name": "Paper"}},
        articles={"a": {"title": "A", "outlet": "paper", "published": "2015"}},
        dossier={"settings": {"language": "de"}},
    )
    assert plain.context.library.language_of("a") == "de"


def test_a_quote_may_say_what_it_means_and_who_says_so(tmp_path: Path):
    quote = {
        "article": "a",
        "stance": "asserts",
        "quote": "Reka je porasla",
        "lang": "sr-Latn",
        "translation": {"text": "The river rose", "by": "A. Editor"},
    }
    small = dossier(
        tmp_path,
        {"a": SEED},
        outlets={"paper": {"name": "Paper", "language": "sr-Cyrl"}},
        articles={"a": {"title": "A", "outlet": "paper", "published": "2015"}},
        claims={"rose": {"statement": "The river rose", "kind": "event", "appearances": [quote]}},
    )
    markup = small.markup("claims/rose.html")
    assert '<blockquote dir="auto" lang="sr-Latn">' in markup
    assert '<span dir="auto" lang="en">The river rose</span>' in markup
    assert "Translation by A. Editor" in markup
    row = json.loads(files_of(small)["data/appearances.json"])["appearances"][0]
    assert (row["lang"], row["translation"], row["translation_by"]) == (
        "sr-Latn",
        "The river rose",
        "A. Editor",
    )
