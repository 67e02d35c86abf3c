"""The digest of a record: what pages may read in it changes it, and nothing else does."""

from __future__ import annotations

import pytest

from builder.model.article import Article
from builder.recorded import digest


def article(**changed: object) -> Article:
    """Return an article with other values than it would have."""
    values: dict[str, object] = {
        "id": "a",
        "title": "Waiting",
        "outlet": "post",
        "published": "2020-01-02",
        "text": {"file": "seeds/a.txt", "sha256": "0" * 64},
    }
    return Article.model_validate(values | changed)


@pytest.mark.parametrize(
    "changed",
    [{"title": "Sailing"}, {"id": "b"}, {"text": None}, {"text": "seeds/b.txt"}, {"published": "2020-01-03"}],
)
def test_what_pages_read_changes_it(changed: dict[str, object]) -> None:
    assert digest(article(**changed)) != digest(article())


def test_other_words_of_its_text_do_not() -> None:
    assert digest(article(text={"file": "seeds/a.txt", "sha256": "1" * 64})) == digest(article())


def test_a_copy_has_a_digest_of_its_own() -> None:
    first = article()
    assert digest(first.model_copy(update={"outlet": "times"})) == digest(article(outlet="times"))
    assert digest(first) == digest(article())
