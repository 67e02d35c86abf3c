"""The golden dossier in one file: every page is in it, every link of it leads somewhere, and nothing is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.golden.golden import build_golden
from tests.site.dossiers import dossier, pages_of

NOT_IN_FILE = {"404.html", "search.html", "plan.html", "outlets/courier.html", "articles/courier-ferry.html"}
"""What only a site needs, a page of the publisher's own, and former addresses, which lead to the present ones."""
ONLY_WITH_SCRIPT = "button, form, script, .needs-script, [data-pagefind-ignore]"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden dossier, built and written as one file beside its site."""
    root = tmp_path_factory.mktemp("one-file") / "dossier"
    build_golden(root)
    done = dossier(root, "pack", "--single-file", "dossier.html")
    assert done.returncode == 0, done.stderr
    pages = len(pages_of(root / "site")) - len(NOT_IN_FILE)
    assert re.search(rf"\b{pages} pages, \d\.\d MB", done.stderr), done.stderr
    return root


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    """The file as it is stored."""
    return (root / "dossier.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def whole(text: str) -> LexborHTMLParser:
    """The file, parsed."""
    return LexborHTMLParser(text)


def words(node) -> str:
    return re.sub(r"\s+", " ", node.text(separator=" ")).strip()


def test_every_page_is_a_chapter_with_all_that_it_tells(root: Path, whole: LexborHTMLParser):
    chapters = {node.attributes["id"]: node for node in whole.css("section.chapter")}
    pages = {path: page for path, page in pages_of(root / "site").items() if path not in NOT_IN_FILE}
    assert sorted(chapters) == sorted(pages)
    for path, page in pages.items():
        main = page.css_first("main")
        for node in main.css(ONLY_WITH_SCRIPT):
            node.decompose()
        assert words(chapters[path]) == words(main), path


def test_every_id_is_there_once_and_every_link_within_the_file_leads_to_one(whole: LexborHTMLParser):
    from urllib.parse import unquote

    ids = [node.attributes["id"] for node in whole.css("[id]")]
    assert len(ids) == len(set(ids))
    asked = {
        node.attributes["href"].removeprefix("#")
        for node in whole.css("a[href], use[href]")
        if node.attributes["href"].startswith("#")
    }
    asked |= {
        name
        for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls")
        for node in whole.css(f"[{attribute}]")
        for name in node.attributes[attribute].split()
    }
    assert len(asked) > 500
    assert [name for name in asked if unquote(name) not in ids] == []


def test_links_between_pages_are_as_many_as_on_the_site(root: Path, whole: LexborHTMLParser):
    claim = "claims/cause-of-the-stop.html"
    page = LexborHTMLParser((root / "site" / claim).read_text(encoding="utf-8"))
    on_site = [
        node.attributes["href"]
        for node in page.css("main a[href]")
        if not node.attributes["href"].startswith(("http", "../data/", "#"))
    ]
    in_file = [
        node.attributes["href"]
        for node in whole.css(f'section.chapter[id="{claim}"] a[href^="#"]')
        if not node.attributes["href"].startswith(f"#{claim}")
    ]
    assert len(on_site) == len(in_file) > 20
    assert "../articles/wire-overnight.html" in on_site
    assert "#articles/wire-overnight.html" in in_file


def test_the_contents_name_every_chapter_first_the_first_page_and_articles_by_date(whole: LexborHTMLParser):
    links = [node.attributes["href"] for node in whole.css("nav.whole-contents li a")]
    assert links == [f"#{node.attributes['id']}" for node in whole.css("section.chapter")]
    assert links[0] == "#index.html"
    assert words(whole.css_first("nav.whole-contents li a")) == "The night of the Sabah"
    claims = [words(node) for node in whole.css("nav.whole-contents li a") if words(node).startswith("C")]
    assert [claim[:3] for claim in claims if re.match(r"C\d\d", claim)] == [f"C{n:02}" for n in range(1, 15)]
    arabic = whole.css_first('nav.whole-contents a[href="#articles/sawt-sand.html"]')
    assert arabic.attributes["lang"] == "ar"


def test_it_asks_for_nothing_and_runs_nothing(whole: LexborHTMLParser, text: str):
    assert whole.css("script, link, img, iframe, object, embed, form, [style], [src]") == []
    policy = whole.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'", policy
    )
    assert "url(" not in text[text.index("<style>") : text.index("</style>")]


def test_a_group_of_choices_is_one_of_its_own_page(whole: LexborHTMLParser):
    groups: dict[str, set[str]] = {}
    for node in whole.css("section.chapter input[type=radio]"):
        chapter = node
        while "chapter" not in (chapter.attributes.get("class") or "").split():
            chapter = chapter.parent
        groups.setdefault(node.attributes["name"], set()).add(chapter.attributes["id"])
    assert len(groups) > 1
    assert all(len(chapters) == 1 for chapters in groups.values())


def test_it_is_the_same_bytes_again_and_takes_no_file_that_is_not_its_own(root: Path, text: str):
    assert dossier(root, "pack", "--single-file", "dossier.html").returncode == 0
    assert (root / "dossier.html").read_text(encoding="utf-8") == text
    (root / "letter.html").write_text("<p>mine</p>", encoding="utf-8")
    refused = dossier(root, "pack", "--single-file", "letter.html")
    assert refused.returncode == 1
    assert "letter.html is there already" in refused.stderr
    assert (root / "letter.html").read_text(encoding="utf-8") == "<p>mine</p>"
    assert not list(root.glob("*.zip"))
