"""What pages call an article is found out once."""

from __future__ import annotations

import pytest

from builder.model import library as module
from builder.model.base import ArticleId
from tests.unit.analysis import make


def test_titles_are_compared_with_texts_once_however_many_pages_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    library = make.library({"a": "A title\n\nWords.", "b": "Other words."})
    compared: list[str] = []

    def counting(words: str) -> str:
        compared.append(words)
        return words

    monkeypatch.setattr(module, "_bare", counting)
    first = [(library.title_of(each), library.headline_of(each)) for each in library.articles]
    counted = len(compared)
    assert counted > 0
    assert [(library.title_of(each), library.headline_of(each)) for each in library.articles] == first
    assert len(compared) == counted
    with pytest.raises(KeyError):
        library.title_of(ArticleId("c"))
