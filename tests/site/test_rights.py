"""What may not be published is in no file of the site."""

from __future__ import annotations

import pytest

from tests.site.dossiers import build, files_of, write

SECRET = "xylophonist"
EVIDENCE = "The river rose by two metres"
FILES = {
    "content/dossier.yaml": "title: Rights\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/entities/mayor.yaml": "name: Mayor\nkind: person\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\npublish: {publish}\n",
    "content/claims/two-metres.yaml": (
        "statement: It rose\nkind: number\nappearances:\n"
        f"  - {{article: first, stance: asserts, quote: {EVIDENCE}}}\n"
    ),
    "seeds/first.txt": (
        f"A {SECRET} opened the evening. {EVIDENCE} on Tuesday, a neighbour says. The mayor and a {SECRET} left.\n"
        f"\nAnother {SECRET} paragraph.\n"
    ),
}


def site_of(tmp_path, publish):
    return files_of(
        build(write(tmp_path, {name: text.replace("{publish}", publish) for name, text in FILES.items()}))
    )


def everything(files):
    return b"\n".join(files.values()).decode("utf-8", "replace")


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_the_rest_of_the_text_is_in_no_file(tmp_path, publish):
    assert SECRET not in everything(site_of(tmp_path, publish))


def test_an_excerpt_keeps_the_sentence_of_the_evidence(tmp_path):
    assert "a neighbour says" in everything(site_of(tmp_path, "excerpt"))


def test_a_link_keeps_the_quote_alone(tmp_path):
    words = everything(site_of(tmp_path, "link"))
    assert EVIDENCE in words
    assert "a neighbour says" not in words


def test_the_default_is_an_excerpt(tmp_path):
    files = {name: text.replace("publish: {publish}\n", "") for name, text in FILES.items()}
    assert SECRET not in everything(files_of(build(write(tmp_path, files))))


def test_full_is_full(tmp_path):
    assert SECRET in everything(site_of(tmp_path, "full"))
