"""Words that a mark folds away or lifts to the head of the page are no part of a sentence that may be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.dossiers import build, dossier, write
from tests.site.readable import holders

LIFTED, FOLDED, EVIDENCE, AROUND = "Quillworth", "Sprockheim", "rose by two metres", "neighbour"
FILES = {
    "content/dossier.yaml": "title: Rights\n",
    "content/outlets/post.yaml": "name: Post\n",
    "content/articles/flood.yaml": (
        "title: Flood\noutlet: post\npublished: 2026-05-12\ntext: seeds/flood.txt\npublish: {publish}\n"
        f"marks:\n  - {{kind: byline, quote: {LIFTED}}}\n  - {{kind: widget, quote: {FOLDED}}}\n"
    ),
    "content/claims/rose.yaml": (
        f"statement: It rose\nkind: number\nappearances:\n  - {{article: flood, stance: asserts, quote: {EVIDENCE}}}\n"
    ),
    "seeds/flood.txt": f"The river {LIFTED} {EVIDENCE} on {FOLDED} Tuesday, a {AROUND} said.\n",
}


def site_of(root: Path, publish: str) -> Path:
    return build(write(root, {name: text.replace("{publish}", publish) for name, text in FILES.items()}))


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_they_are_in_no_file_of_the_site_of_its_index_and_of_the_zip(tmp_path: Path, publish: str) -> None:
    site = site_of(tmp_path, publish)
    assert dossier(tmp_path, "pack", "--out", "site.zip").returncode == 0
    assert holders(site, LIFTED, FOLDED) == []
    assert holders(tmp_path, LIFTED, FOLDED) == [
        f"content/articles/flood.yaml: {LIFTED}",
        f"content/articles/flood.yaml: {FOLDED}",
        f"seeds/flood.txt: {LIFTED}",
        f"seeds/flood.txt: {FOLDED}",
    ]


def test_the_words_around_them_are_there_in_pages_index_and_zip(tmp_path: Path) -> None:
    site = site_of(tmp_path, "excerpt")
    assert dossier(tmp_path, "pack", "--out", "site.zip").returncode == 0
    found = {place.partition("/")[0] for place in holders(site, AROUND)}
    assert {"articles", "claims", "data", "pagefind", "pagefind-offline"} <= found
    assert f"site.zip: {AROUND}" in holders(tmp_path, AROUND)


def test_where_all_is_published_they_stand_on_the_page(tmp_path: Path) -> None:
    site = site_of(tmp_path, "full")
    assert [place for place in holders(site, LIFTED, FOLDED) if place.startswith("articles/flood")] == [
        f"articles/flood.html: {LIFTED}",
        f"articles/flood.html: {FOLDED}",
        f"articles/flood/received.html: {LIFTED}",
        f"articles/flood/received.html: {FOLDED}",
    ]
    assert holders(site / "pagefind", FOLDED) == []
