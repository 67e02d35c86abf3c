"""No two pages of a site share the title of their window."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.site.dossiers import build, copy_showcase, pages_of, write

SHARED = "The warden said that the lower gate had been left open for most of that night by somebody."


def titles(site: Path) -> Counter[str]:
    """How often each title stands, the pages of former addresses left out."""
    return Counter(
        page.css_first("title").text()
        for page in pages_of(site).values()
        if not page.css("meta[http-equiv=refresh]")
    )


def alike(root: Path) -> Path:
    """A dossier whose records are called the same wherever that is possible."""
    name = "The gate"
    article = "title: The gate\noutlet: {}\npublished: {}\ntext: seeds/{}.txt\nevents: [gate, other-gate]\ntopics: [gate]\n"
    files = {
        "content/dossier.yaml": "title: Gates\npublish: full\n",
        **{f"content/outlets/{paper}.yaml": f"name: {paper.title()}\n" for paper in ("post", "echo")},
        "content/topics/gate.yaml": f"name: {name}\n",
        "content/topics/other.yaml": f"name: {name}\n",
        "content/topics/claims.yaml": "name: Claims\n",
        "content/entities/gate.yaml": f"name: {name}\nkind: place\n",
        "content/events/gate.yaml": f"title: {name}\ndate: 2015\nformer_ids: [door]\n",
        "content/events/other-gate.yaml": f"title: {name}\ndate: 2015\n",
        "content/comparisons/gate.yaml": f"title: {name}\narticles: [a, b]\n",
        "content/pages/gate.md": f"---\ntitle: {name}\n---\nWords.\n",
        **{f"content/claims/{event}.yaml": claim(event) for event in ("gate", "other-gate")},
    }
    for number, (paper, date) in enumerate(
        [("post", "2015-03-01"), ("post", "2015-03-01"), ("echo", "2015-03-01"), ("echo", "2015-03-02")]
    ):
        letter = "abcd"[number]
        files[f"content/articles/{letter}.yaml"] = article.format(paper, date, letter)
        files[f"seeds/{letter}.txt"] = f"{SHARED}\n\nLetter {letter} of the four stands alone here.\n"
    return write(root, files)


def claim(event: str) -> str:
    return (
        f"statement: The gate\nkind: detail\nevent: {event}\nappearances:\n"
        f"  - {{article: a, stance: asserts, quote: the lower gate had been left open}}\n"
    )


@pytest.mark.parametrize("made", [alike, copy_showcase])
def test_no_two_pages_share_a_title(made, tmp_path: Path):
    found = titles(build(made(tmp_path / "d")))
    assert len(found) > 30
    assert not {title: count for title, count in found.items() if count > 1}


def test_a_title_says_only_what_is_needed_to_tell_it_apart(tmp_path: Path):
    found = titles(build(alike(tmp_path / "d"), "--no-search"))
    told = {title.removesuffix(" · Gates") for title in found}
    assert {
        "The gate (topic, gate)",
        "The gate (entity)",
        "The gate (comparison)",
        "[The gate] (Post, 1 Mar 2015, a)",
        "[The gate] (Echo, 1 Mar 2015)",
        "[The gate] (Echo, 2 Mar 2015)",
        "The gate (event, gate), text by text",
        "Claims (topic)",
        "Claims",
        "Post",
    } <= told


def test_the_headline_of_the_page_stays_as_it_is(tmp_path: Path):
    site = build(alike(tmp_path / "d"), "--no-search")
    assert pages_of(site)["topics/gate.html"].css_first("h1").text(strip=True) == "The gate"
