"""Hundreds of hostile and awkward texts in every text field: pages are built as if they were plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.build import build_site
from builder.load import load_dossier
from tests.site.dossiers import pages_of, write
from tests.site.marked import marked_dossier
from tests.site.payloads import LINKS, PAYLOADS, UNSEEN, batches, harmless

ATTACKS = batches(1_500)
ATTACKS_IN_PROSE = batches(1_500, (*UNSEEN, *PAYLOADS))
MARKDOWN = {
    "p",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "br",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "em",
    "strong",
    "code",
}
OUTWARD = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\")
ALLOWED = re.compile(r"https?://|mailto:|data:,$")  # the last holds nothing: a tab without a picture

Tag = tuple[str, tuple[str, ...]]


def site_of(root: Path, attack: str, prose: str) -> dict[str, LexborHTMLParser]:
    files, _ = marked_dossier(attack, prose)
    built = build_site(write(root, files))
    errors = [one for one in built.checked.problems if one.severity == "error"]
    assert not errors, errors[:3]
    return pages_of(root / "site")


def skeleton(page: LexborHTMLParser) -> list[Tag]:
    """Every tag of a page in its order, each with the names of its attributes."""
    return [(node.tag, tuple(sorted(node.attributes))) for node in page.css("*")]


def addresses(page: LexborHTMLParser) -> Iterator[str]:
    """Everything of a page that a browser may follow or fetch."""
    for name in (
        "href",
        "src",
        "action",
        "formaction",
        "data",
        "srcset",
        "poster",
        "cite",
        "ping",
        "background",
    ):
        for node in page.css(f"[{name}]"):
            yield str(node.attributes[name] or "").strip()


@pytest.mark.parametrize("number", range(len(ATTACKS)))
def test_a_page_has_the_same_tags_and_attributes_as_with_harmless_words(tmp_path, number):
    attack = ATTACKS[number]
    hostile = site_of(tmp_path / "hostile", attack, "words")
    plain = site_of(tmp_path / "plain", harmless(attack), "words")
    assert hostile.keys() == plain.keys()
    for feed in (tmp_path / "hostile" / "site").glob("*.xml"):
        ET.parse(feed)
    for path, page in hostile.items():
        assert skeleton(page) == skeleton(plain[path]), path
        assert not [one for one in addresses(page) if OUTWARD.match(one) and not ALLOWED.match(one)], path


@pytest.mark.parametrize("number", range(len(ATTACKS_IN_PROSE)))
def test_markdown_makes_no_other_tags_than_markdown_has(tmp_path, number):
    hostile = site_of(
        tmp_path / "hostile", "words", "\n\n".join(re.split(r"(?<=\S) (?=\S)", ATTACKS_IN_PROSE[number]))
    )
    plain = site_of(tmp_path / "plain", "words", "words")
    known = {tag for page in plain.values() for tag in skeleton(page)}
    for path, page in hostile.items():
        strange = {tag for tag in skeleton(page) if tag not in known}
        assert {(name, attributes) for name, attributes in strange if name not in MARKDOWN or attributes} <= {
            ("ol", ("start",))
        }, path
        assert not [one for one in addresses(page) if OUTWARD.match(one) and not ALLOWED.match(one)], path


def test_no_link_with_a_scheme_that_acts_passes(tmp_path):
    """Each is refused with its place, or is no link to Markdown and stays text."""
    pages = {
        f"content/pages/p{number}.md": f"---\ntitle: T\n---\n\n{link}\n" for number, link in enumerate(LINKS)
    }
    basis = {"content/dossier.yaml": "title: T\n"}
    refused = {one.span.path for one in load_dossier(write(tmp_path / "all", basis | pages)).problems}
    assert len(refused) > len(LINKS) / 2
    kept = {path: text for path, text in pages.items() if path not in refused}
    root = write(tmp_path / "kept", basis | kept)
    build_site(root)
    for path, page in pages_of(root / "site").items():
        assert not [one for one in addresses(page) if OUTWARD.match(one) and not ALLOWED.match(one)], path


def test_there_are_some_hundred_of_them():
    assert len(PAYLOADS) + len(LINKS) >= 450
