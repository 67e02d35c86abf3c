"""Words that were left in English are found wherever a reader meets them; what is no word, or a text's, is not taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.words.leftovers import leftovers
from tests.words.pseudo import LANGUAGE, told


def found(tmp_path: Path, body: str, head: str = "") -> list[str]:
    (tmp_path / "claims").mkdir()
    page = (
        f'<!doctype html><html lang="{LANGUAGE}"><head>{head}</head><body><main>{body}</main></body></html>'
    )
    (tmp_path / "claims/a.html").write_text(page, "utf-8")
    runs = leftovers(tmp_path, LANGUAGE, ("The Sabah",))
    assert all(paths == ["claims/a.html"] for paths in runs.values())
    return list(runs)


@pytest.mark.parametrize(
    ("body", "run"),
    [
        (f"<p>{told('Read by')} nobody</p>", "nobody"),
        ("<p>Абц, not read</p>", "not read"),
        ('<ul aria-label="Key to the stances"></ul>', "Key to the stances"),
        ('<a href="a.html" title="Paragraph">¶</a>', "Paragraph"),
        ('<input placeholder="Search">', "Search"),
        ('<table><td data-label="In its sentence"></table>', "In its sentence"),
        ('<div data-pagefind-filter="kind[data-f1]" data-f1="Article"></div>', "Article"),
        ("<svg><title>Timeline</title></svg>", "Timeline"),
        ("<svg><text>March</text></svg>", "March"),
        ("<p hidden>silent</p>", "silent"),
        ("<details><summary>s</summary></details>", "s"),
        ("<p>12 articles</p>", "articles"),
        ("<p>on a scale from A to F</p>", "on a scale from"),
        ('<p lang="en">Ferry <span lang="qaa">late</span></p>', "late"),
        ("<p>The Sabah waits</p>", "waits"),
    ],
)
def test_a_word_that_was_left_is_found(tmp_path: Path, body: str, run: str) -> None:
    assert run in found(tmp_path, body)


@pytest.mark.parametrize("head", ["<title>Claims</title>", '<meta name="description" content="Claims">'])
def test_the_head_of_a_page_is_read_too(tmp_path: Path, head: str) -> None:
    assert found(tmp_path, "", head) == ["Claims"]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{told('Skip to content')} Абц</p>",
        '<p lang="en">Ferry late</p>',
        "<script>var words = 1;</script>",
        '<a class="fact" href="data/a.json">seeds/a.txt</a>',
        "<p>SHA-256 <span>0123456789abcdef</span> · C07 · A · EDTF</p>",
        "<p>the sabah</p>",
        '<meta name="viewport" content="width=device-width">',
        "<p>https://courier.example/news</p>",
    ],
)
def test_what_is_no_word_or_is_a_texts_is_passed_over(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, body) == []
