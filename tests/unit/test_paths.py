"""Addresses: what may be an id, and how pages link to each other."""

from posixpath import dirname, relpath

import pytest

from builder.paths import SitePath, id_fault, propose_id, relative_href


@pytest.mark.parametrize("text", ["a", "first-personal-threat", "2015", "a-1-b", "x" * 80])
def test_a_telling_slug_is_an_id(text):
    assert id_fault(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "a--b",
        "-a",
        "a-",
        "a_b",
        "a/b",
        "..",
        "a.b",
        "é",
        "x" * 81,
        "index",
        "con",
        "lpt1",
        "a\n",
        "a b",
        "а",
    ],
)
def test_what_could_leave_the_folder_or_clash_is_no_id(text):
    assert id_fault(text)


@pytest.mark.parametrize(
    ("target", "page", "fragment", "href"),
    [
        ("claims/b.html", "claims/a.html", "", "b.html"),
        ("claims/b.html", "index.html", "", "claims/b.html"),
        ("index.html", "claims/a.html", "", "../index.html"),
        ("articles/a.html", "claims/a.html", "q-0123abcd", "../articles/a.html#q-0123abcd"),
        ("claims/a.html", "claims/a.html", "p-3", "#p-3"),
        ("claims/a.html", "claims/a.html", "", "a.html"),
        ("a/b/c.html", "x/y/z.html", "", "../../a/b/c.html"),
    ],
)
def test_links_are_relative_to_their_page(target, page, fragment, href):
    assert relative_href(SitePath(target), SitePath(page), fragment) == href


def test_a_link_between_any_two_pages_is_the_shortest_way():
    names = ("a", "ab", "b")
    pages = [*names, *(f"{x}/{y}" for x in names for y in names), "a/b/a", "a/b/ab", "ab/b/a"]
    for target in pages:
        for page in pages:
            way = relpath(f"{target}.html", dirname(page) or ".")
            assert relative_href(SitePath(f"{target}.html"), SitePath(f"{page}.html")) == way


def test_a_proposed_id_is_one():
    assert propose_id("  Islamic State: video 'very soon'! ") == "islamic-state-video-very-soon"
