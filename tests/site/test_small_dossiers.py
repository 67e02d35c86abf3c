"""Every layer is optional: the smallest dossiers are complete and good to read."""

from __future__ import annotations

import pytest

from tests.site.dossiers import broken_links, build, dossier, pages_of, write

SMALLEST = {
    "content/dossier.yaml": "title: The flood of May\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/topics/flood.yaml": "name: Flood\n",
    "content/articles/first.yaml": "title: Flood reaches the old town\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\n",
    "seeds/first.txt": "Flood reaches the old town\n\nThe river rose by two metres on Tuesday. Nobody was hurt, the mayor said.\n",
}
CLAIM = {
    "content/claims/nobody-hurt.yaml": (
        "statement: Nobody was hurt\nkind: detail\nappearances:\n"
        "  - {article: first, stance: asserts, quote: Nobody was hurt}\n"
    ),
}
EVENT = {"content/events/rise.yaml": "title: The river rises\ndate: 2026-05-12\n"}
WITHOUT_TEXT = {
    "content/articles/second.yaml": "title: A report that may not be kept\noutlet: post\npublished: 2026-05\n",
    "content/claims/two-metres.yaml": (
        "statement: The river rose by two metres\nkind: number\nreading: agree\nappearances:\n"
        "  - {article: first, stance: asserts, quote: The river rose by two metres}\n"
        "  - {article: second, stance: asserts, quote: two metres, checked: {by: An editor, date: 2026-05-13}}\n"
    ),
}
DOSSIERS = {
    "one four-line article": SMALLEST,
    "no claims": SMALLEST | EVENT,
    "no events": SMALLEST | CLAIM,
    "an article without text": SMALLEST | EVENT | WITHOUT_TEXT,
    "no articles at all": {name: text for name, text in SMALLEST.items() if "first" not in name},
}


@pytest.fixture(params=DOSSIERS.values(), ids=DOSSIERS.keys())
def small_site(request, tmp_path):
    return build(write(tmp_path, request.param))


def test_it_builds_without_a_broken_link(small_site):
    faults = broken_links(small_site, "http://a.example/x/")
    assert not faults


def test_no_section_is_empty(small_site):
    for path, page in pages_of(small_site).items():
        for section in page.css("section"):
            headings = {node.text(deep=True) for node in section.css("h1, h2, h3, h4")}
            rest = section.text(deep=True)
            for words in headings:
                rest = rest.replace(words, "")
            assert rest.strip() or section.css("svg, input"), (path, headings)
        assert not [node for node in page.css("ul, ol, dl, table") if not node.text(strip=True)], path


def test_nothing_hints_at_what_is_missing(small_site):
    for path, page in pages_of(small_site).items():
        words = page.body.text(deep=True)
        assert "None" not in words, path
        assert "0 claims" not in words, path


def test_a_text_that_is_not_kept_is_quoted_as_checked_by_hand(tmp_path):
    site = build(write(tmp_path, SMALLEST | WITHOUT_TEXT))
    claim = (site / "claims/two-metres.html").read_text(encoding="utf-8")
    assert "checked by hand" in claim
    assert (site / "articles/second.html").is_file()


def test_a_long_page_cannot_take_the_address_of_another_page(tmp_path):
    page = {"content/pages/timeline.md": "---\ntitle: Ours\n---\nWords.\n"}
    done = dossier(write(tmp_path, SMALLEST | page), "check", "--output-format", "concise")
    assert done.returncode == 1
    assert "content/pages/timeline.md:2:1: error[address-taken]" in done.stdout
