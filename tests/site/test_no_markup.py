"""What editors and strangers write is text on every page and markup on none."""

from __future__ import annotations

import json
import re

import pytest

from tests.site.dossiers import build, files_of, pages_of, write
from tests.site.marked import ATTACK, marked_dossier

FILES, NAMES = marked_dossier()


@pytest.fixture(scope="module")
def marked_site(tmp_path_factory):
    return build(write(tmp_path_factory.mktemp("marked"), FILES))


@pytest.fixture(scope="module")
def shown(marked_site):
    """All text that readers see, tags taken away, and all values of the data."""
    words = [page.root.text(deep=True) for page in pages_of(marked_site).values()]
    values = [
        json.dumps(json.loads(content), ensure_ascii=False)
        for name, content in files_of(marked_site).items()
        if name.endswith(".json")
    ]
    return "\n".join(words + values)


@pytest.mark.parametrize("name", sorted(set(NAMES)))
def test_every_text_is_shown(shown, name):
    assert f"⟦{name}⟧" in shown


def test_no_text_becomes_a_tag_or_an_attribute(marked_site):
    for path, page in pages_of(marked_site).items():
        assert not page.css("img"), path
        handlers = [name for node in page.css("*") for name in node.attributes if name.startswith("on")]
        assert not handlers, path


def test_no_text_is_run_as_a_template(marked_site):
    assert not [
        name
        for name, content in files_of(marked_site).items()
        if b"49" in re.findall(rb"{{.{0,9}}}|\b49\b", content) and name.endswith(".html")
    ]


def test_the_attack_is_shown_letter_for_letter(marked_site):
    words = pages_of(marked_site)["claims/claim-one.html"].body.text(deep=True)
    assert "⟦claim.statement⟧ " + ATTACK in words


def test_feeds_and_tables_hold_it_as_text(marked_site):
    for name, content in files_of(marked_site).items():
        if name.endswith(".xml"):
            assert b"<img" not in content, name
