"""Relative links in prose begin at the page of their record, wherever they are printed, and lead to a file of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.build import check_dossier
from tests.site.dossiers import broken_links, build, pages_of, write

BASIS = {
    "content/dossier.yaml": "title: T\nlicence: CC0\n",
    "content/outlets/news.yaml": "name: News\n",
    "content/topics/floods.yaml": "name: Floods\n",
    "content/articles/one.yaml": "title: One\noutlet: news\npublished: 2025\ntopics: [floods]\n",
    "content/claims/it-rose.yaml": "statement: It rose\nkind: event\ntopics: [floods]\n",
}


def told(root: Path) -> list[tuple[str, int, int, str]]:
    """Return the file, place and hint of each dead link; nothing else may be wrong but what was not read."""
    problems = [one for one in check_dossier(root).problems if one.code != "not-coded"]
    assert {one.code for one in problems} <= {"dead-link"}
    return [(one.span.path, one.span.line, one.span.column, one.hint) for one in problems]


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("claims/it-rose.html", "write claim:it-rose"),
        ("../claim/it-rose.html", "write claim:it-rose"),
        ("../claims/it-rose", "write claim:it-rose"),
        ("content/claims/it-rose.yaml#a", "write claim:it-rose"),
        ("../../claims/it-rose.html", "write claim:it-rose"),
        ("it-rose", "write claim:it-rose"),
        ("floods.html", "write topic:floods"),
        ("timeline.html", "write ../timeline.html"),
        ("../claims/", "link to a record such as"),
        ("..", "link to a record such as"),
        ("static/map.pdf", "write ../map.pdf"),
        ("www.h.org/a", "write https://www.h.org/a"),
        ("../foo.html", "link to a record such as"),
    ],
)
def test_a_relative_link_that_leads_nowhere_is_told_with_the_link_that_is_meant(tmp_path, target, meant):
    article = BASIS["content/articles/one.yaml"] + f"summary: See [here]({target}).\n"
    root = write(tmp_path, {**BASIS, "content/articles/one.yaml": article, "static/map.pdf": "%PDF"})
    ((path, line, column, hint),) = told(root)
    assert (path, line, column) == ("content/articles/one.yaml", 5, len("summary: See [here](") + 1)
    assert hint.startswith(meant)
    if meant.startswith("write "):
        write(root, {"content/articles/one.yaml": article.replace(target, hint.removeprefix("write "))})
        assert told(root) == []


@pytest.mark.parametrize(
    "target",
    [
        "../claims/it-rose.html",
        "../claims/it-rose.html#a",
        "../timeline.html",
        "#p1",
        "../map.pdf",
        "./one.html?a=b",
        "../data/claims.json",
        "claim:it-rose",
        "https://h.org/x.html",
        "mailto:a@h.org",
    ],
)
def test_a_link_that_leads_to_a_file_of_the_site_or_says_where_it_begins_is_left_alone(tmp_path, target):
    article = BASIS["content/articles/one.yaml"] + f"summary: See [here]({target}).\n"
    files = {**BASIS, "content/articles/one.yaml": article, "static/map.pdf": "%PDF"}
    assert told(write(tmp_path, files)) == []


def test_prose_of_every_kind_of_record_is_looked_at(tmp_path):
    dead = "'[x](gone.html)'"
    files = {
        "content/dossier.yaml": f"title: T\ndescription: {dead}\n",
        "content/outlets/news.yaml": f"name: News\nassessments: [{{by: B, date: 2025, basis: {dead}}}]\n",
        "content/topics/floods.yaml": f"name: Floods\ndescription: {dead}\n",
        "content/claims/it-rose.yaml": BASIS["content/claims/it-rose.yaml"] + f"explanation: {dead}\n",
        "content/corrections/c.yaml": f"date: 2025\nkind: update\nabout: outlet:news\nreason: {dead}\nby: B\n",
        "content/pages/about.md": "---\ntitle: About\n---\n[x](gone.html)\n",
    }
    root = write(tmp_path, {**BASIS, **files})
    assert sorted({path for path, *_ in told(root)}) == sorted(files)


def test_a_relative_link_leads_to_the_same_file_from_every_page_that_prints_it(tmp_path):
    linked = "'[the plan](../map.pdf?a=b#c), [it](it-rose.html)'"
    outlet = f"name: News\nassessments: [{{by: B, date: 2025, basis: {linked.replace('it-rose', 'news')}}}]\n"
    files = {
        **BASIS,
        "content/outlets/news.yaml": outlet,
        "content/articles/one.yaml": BASIS["content/articles/one.yaml"]
        + "summary: '[the plan](../map.pdf)'\n",
        "static/map.pdf": "%PDF",
    }
    site = build(write(tmp_path, files), "--no-search")
    pages = pages_of(site)
    found = {
        (path, str(link.attributes["href"]))
        for path, page in pages.items()
        for link in page.css("a")
        if link.text() == "the plan"
    }
    assert {("outlets/news.html", "../map.pdf?a=b#c"), ("sources.html", "map.pdf?a=b#c")} <= found
    assert {("articles/one.html", "../map.pdf"), ("index.html", "map.pdf")} & found
    assert broken_links(site, "https://x.example/") == []


def test_a_link_that_begins_at_the_root_names_the_record_that_is_meant(tmp_path):
    article = BASIS["content/articles/one.yaml"] + "summary: See [here](/claims/it-rose.html).\n"
    (found,) = check_dossier(write(tmp_path, {**BASIS, "content/articles/one.yaml": article})).problems[:1]
    assert (found.code, found.hint) == ("bad-link", "write claim:it-rose")


def test_a_link_to_what_texts_may_share_is_judged_where_they_are_compared(tmp_path: Path) -> None:
    page = "---\ntitle: About\n---\nSee [what they share](comparisons/pair--00000000.html).\n"
    root = write(tmp_path, {**BASIS, "content/pages/about.md": page})
    codes = [one.code for one in check_dossier(root).problems]
    compared = [one.code for one in check_dossier(root, compare=True).problems]
    assert ("dead-link" in codes, "dead-link" in compared) == (False, True)
