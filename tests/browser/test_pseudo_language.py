"""What scripts say comes out of the catalogue too, from disk as on the web: search and the filter of a list, as they speak."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pages.parts.paging import ENOUGH_TO_FILTER
from tests.site.dossiers import build, write
from tests.words.pseudo import LANGUAGE, build_pseudo, told, write_catalogue

SPOKEN = "[data-status], .search-also, .search-name p:not(.result-kind), .result-places, .facet-rest summary, [data-list-count]"
"""Where scripts speak; what else they show comes from the pages."""
_LATIN = re.compile(r"[A-Za-z]+")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden dossier in the language that nobody speaks, with search."""
    return build_pseudo(tmp_path_factory.mktemp("pseudo") / "dossier")


def said(page: Page, *not_ours: str) -> str:
    """What scripts say on a page, without words that are not theirs."""
    words = " | ".join(page.locator(SPOKEN).all_inner_texts())
    for each in not_ours:
        words = words.replace(each, "")
    return words


def ask(page: Page, site: Path, question: str, status: str) -> None:
    page.goto(f"{(site / 'search.html').as_uri()}?{question}")
    expect(page.get_by_role("status")).to_contain_text(status)


def latin(page: Page, *not_ours: str) -> list[str]:
    return _LATIN.findall(said(page, *not_ours))


def many(words: str, count: int, /, **places: str) -> str:
    """A sentence of a count, in the form that the made-up language has for it."""
    form = 0 if count == 1 else 1 if 2 <= count % 10 <= 4 else 2
    return told(words, "¹²³"[form]).format(count=count, **places)


def test_search_says_what_it_found_in_the_language_of_the_site(page: Page, site: Path) -> None:
    ask(page, site, "q=the", "“the”")
    count = int(re.findall(r"\d+", page.get_by_role("status").inner_text())[0])
    shape = "{count} result for “{words}”." if count == 1 else "{count} results for “{words}”."
    expect(page.get_by_role("status")).to_have_text(many(shape, count, words="the"))
    assert page.locator(".result-places").count() > 0
    assert latin(page, "the") == []


def test_search_says_what_it_did_not_find_and_what_it_knows_by_name(page: Page, site: Path) -> None:
    ask(page, site, "q=Ferri+Forbes", "Forbes")
    assert told("No page of this dossier has “{word}”.").format(word="Forbes") in said(page)
    assert latin(page, "Forbes", "Ferri", "ferry", "Ferry") == []
    ask(page, site, "q=MIRANA", "MIRANA")
    expect(page.locator(".search-also a")).to_be_visible()
    names = ("MIRANA", "Mirana")
    assert latin(page, *names) == []
    page.locator(".search-also a").click()
    expect(page.locator(".search-also")).to_contain_text(told("The letters alone were searched."))
    assert latin(page, *names) == []


def test_an_index_that_is_missing_is_told_in_the_language_of_the_site(
    page: Page, site: Path, tmp_path: Path
) -> None:
    copy = write(tmp_path, {"search.html": (site / "search.html").read_text("utf-8")})
    for path in (site / "assets").iterdir():
        (copy / "assets").mkdir(exist_ok=True)
        (copy / "assets" / path.name).write_bytes(path.read_bytes())
    ask(page, copy, "q=ferry", told("The search index is missing from this copy, or a part of it is."))
    assert latin(page) == []


def test_the_filter_of_a_list_counts_in_the_language_of_the_site(page: Page, tmp_path: Path) -> None:
    rows = ENOUGH_TO_FILTER + 6
    files = {
        "content/dossier.yaml": f"title: Ц\nlanguage: {LANGUAGE}\n",
        **{f"content/outlets/o{n:02}.yaml": f"name: Газета {n:02}\n" for n in range(rows)},
        "content/articles/a.yaml": "title: Ц\noutlet: o00\npublished: 2016\n",
    }
    root = write(tmp_path / "d", files)
    write_catalogue(root)
    page.goto((build(root, "--no-search") / "outlets/index.html").as_uri())
    page.locator("[data-list-filter]").fill("газета 0")
    count = told("{count} of {all} here").format(count=12, all=rows)
    expect(page.locator("[data-list-count]")).to_have_text(count)
