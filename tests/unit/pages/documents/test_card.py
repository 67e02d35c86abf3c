"""Which cells the picture of a dossier has, and which pages tell of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from builder.analysis import analyse
from builder.load import load_dossier
from builder.pages.documents.card import PATH, card_rows
from builder.pages.kinds import Context
from builder.pages.table import plan_documents, routes_of
from builder.render.card import SIGNS
from tests.unit.pages.small import PROJECT, SmallDossier, dossier, with_base

BASE = "https://dossier.example/x/"


def build(folder: Path, **settings: object) -> SmallDossier:
    articles = {
        name: {
            "title": name.upper(),
            "outlet": "paper",
            "published": f"201{place}",
        }
        for place, name in enumerate(("one", "two"))
    }
    return dossier(
        folder,
        {"one": "The bridge fell on Monday.", "two": "The bridge did not fall at all."},
        dossier={"settings": settings},
        outlets={"paper": {"name": "Paper"}},
        articles=articles,
        claims={
            "fell": {
                "statement": "The bridge fell",
                "kind": "event",
                "appearances": [
                    {"article": "one", "stance": "asserts", "quote": "The bridge fell on Monday."},
                    {"article": "two", "stance": "disputes", "quote": "The bridge did not fall at all."},
                ],
                "reading": "conflict",
                "disagreement": ["priority"],
            },
            "monday": {
                "statement": "It was a Monday",
                "kind": "chronology",
                "appearances": [{"article": "one", "stance": "asserts", "quote": "on Monday"}],
                "reading": "one-article",
            },
        },
    )


def test_featured_claims_come_first_with_a_sign_for_each_text(tmp_path: Path):
    small = build(tmp_path, featured=["monday"])
    first, second = card_rows(small.context)
    assert first == (len("It was a Monday"), ("asserts", "not-read"))
    assert second == (len("The bridge fell"), ("asserts", "disputes"))


def test_without_claims_the_texts_stand_for_the_dossier(tmp_path: Path):
    small = dossier(
        tmp_path,
        outlets={"paper": {"name": "Paper"}},
        articles={"a": {"title": "Abc", "outlet": "paper", "published": "2015"}},
    )
    assert card_rows(small.context) == ((len("[Abc]"), ()),)


def test_every_sign_of_the_worked_example_can_be_drawn():
    library = load_dossier(PROJECT).library
    assert library is not None
    rows = card_rows(Context(library, analyse(library), routes_of(())))
    assert len(rows) == 6
    assert {sign for _, signs in rows for sign in signs} <= SIGNS.keys()


@pytest.mark.parametrize("base", [None, BASE])
def test_pages_tell_of_the_picture_by_its_whole_address_or_not_at_all(tmp_path: Path, base: str | None):
    small = build(tmp_path)
    paths = [document.path for document in plan_documents(base)]
    assert (PATH in paths) is (base is not None)
    small = replace(small, context=structs.replace(small.context, routes=routes_of(small.pages, paths)))
    markup = (with_base(small, base) if base else small).markup("claims/fell.html")
    assert (f'<meta property="og:image" content="{BASE}card.png">' in markup) is (base is not None)
    assert ("og:image" in markup) is (base is not None)
    assert '<meta property="og:title" content="The bridge fell">' in markup
    assert '<meta property="og:site_name" content="Small">' in markup
