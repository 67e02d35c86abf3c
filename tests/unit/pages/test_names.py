"""A name says its language where that is not the page's, and only where it is written as that language is."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.model.base import ArticleId, OutletId
from builder.pages.parts.names import foreign, outlet_name, record_name, short_name, sigled_name, text_name
from builder.pages.shapes.small import Phrase
from tests.unit.pages.small import dossier


@pytest.mark.parametrize(
    ("name", "language", "lang"),
    [
        ("صوت المضيق", "ar", "ar"),
        ("Sawt al-Madiq", "ar", None),
        ("Политика", "sr-Cyrl", "sr-Cyrl"),
        ("Politika", "sr", "sr"),
        ("Daily", "en", None),
        ("Daily", None, None),
    ],
)
def test_an_outlet_is_called_in_its_language(
    tmp_path: Path, name: str, language: str | None, lang: str | None
) -> None:
    outlet = {"name": name} | ({"language": language} if language else {})
    article = {"title": "Rain", "outlet": "daily", "published": "2015", "siglum": "D"}
    library = dossier(tmp_path, outlets={"daily": outlet}, articles={"a": article}).context.library
    assert outlet_name(library, OutletId("daily")) == Phrase(name, lang)
    assert record_name(library, "outlet", "daily") == Phrase(name, lang)
    assert sigled_name(library, ArticleId("a")) == Phrase(f"D {name}", lang)
    assert short_name(library, ArticleId("a")) == record_name(library, "article", "a") == Phrase("D")
    assert text_name(library, ArticleId("a"), name) == Phrase(name, lang)


def test_foreign_names_are_told_once() -> None:
    ours, theirs = Phrase("Daily"), Phrase("Новости", "ru")
    assert foreign(ours, theirs, theirs) == (theirs,)
