"""Linked data: what the page says, in JSON that no browser can take for markup."""

from __future__ import annotations

import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from builder.model.base import ArticleId, ClaimId
from builder.pages.kinds import At
from builder.pages.parts.linked_data import article_data, claim_data, collection_data, dataset
from builder.paths import SitePath
from tests.unit.pages.small import SmallDossier, dossier, with_base

BREAKING = "</script><script>alert(1)</script><!-- & '\""
BASE = "https://example.org/x/"


def build(folder: Path, title: str = "Rivers", **article: object) -> SmallDossier:
    shared = {"title": title, "outlet": "paper", "published": "2015-11-13?", "language": "en", **article}
    small = dossier(
        folder,
        {"text": "The river is red. The sea may be red.\n"},
        outlets={"paper": {"name": title, "url": "https://paper.example/"}, "original": {"name": "Politika"}},
        articles={"text": shared},
        claims={
            "red": {
                "statement": title,
                "number": "c01",
                "kind": "detail",
                "appearances": [
                    {"article": "text", "stance": "asserts", "quote": "The river is red"},
                    {"article": "text", "stance": "doubts", "quote": "The sea may be red"},
                ],
            }
        },
    )
    return with_base(small, BASE)


def test_no_title_can_leave_its_script_element(tmp_path: Path):
    small = build(tmp_path, BREAKING)
    written = claim_data(At(small.context, SitePath("claims/red.html")), ClaimId("red")).__html__()
    named = collection_data(At(small.context, SitePath("topics/x.html")), "line\u2028break", ()).__html__()
    assert not any(character in written + named for character in "<>&\u2028")
    assert json.loads(named)["name"] == "line\u2028break"
    page = LexborHTMLParser(f'<script type="application/ld+json">{written}</script>')
    (element,) = page.css("script")
    assert json.loads(element.text())["mainEntity"]["text"] == BREAKING


def test_a_claim_names_only_the_articles_that_say_it(tmp_path: Path):
    small = build(tmp_path)
    data = json.loads(claim_data(At(small.context, SitePath("claims/red.html")), ClaimId("red")).json)
    assert data["mainEntity"]["identifier"] == "C01"
    assert [each["url"] for each in data["mainEntity"]["appearance"]] == [f"{BASE}articles/text.html"]
    steps = [step["item"] for step in data["breadcrumb"]["itemListElement"]]
    assert steps == [f"{BASE}index.html", f"{BASE}claims/index.html", f"{BASE}claims/red.html"]


def test_an_article_is_the_outlets_and_a_translation_names_its_original(tmp_path: Path):
    small = build(
        tmp_path,
        origins=[
            {
                "relation": "translates",
                "of": {"outlet": "original", "what": "Article in Serbian"},
                "basis": "inferred",
                "note": "It says so elsewhere.",
                "agent": {"role": "translator", "name": "Цвеја"},
            }
        ],
    )
    article = small.context.library.articles[ArticleId("text")]
    data = json.loads(article_data(At(small.context, SitePath("articles/text.html")), article).json)
    entity = data["mainEntity"]
    assert entity["publisher"] == {"@type": "Organization", "name": "Rivers", "url": "https://paper.example/"}
    assert entity["translator"] == {"@type": "Person", "name": "Цвеја"}
    assert entity["translationOfWork"]["publisher"]["name"] == "Politika"
    assert "datePublished" not in entity, "the vocabulary cannot say that a date is uncertain"
    assert "rating" not in json.dumps(data).lower()


def test_a_collection_lists_its_parts_and_a_data_set_its_files(tmp_path: Path):
    small = build(tmp_path)
    page = SitePath("topics/x.html")
    data = json.loads(
        collection_data(At(small.context, page), "X", (("claim", "red"), ("article", "text"))).json
    )
    assert [part["url"] for part in data["hasPart"]] == [
        f"{BASE}claims/red.html",
        f"{BASE}articles/text.html",
    ]
    assert json.loads(dataset(At(small.context, SitePath("data/index.html"))).json)["@type"] == "Dataset"
