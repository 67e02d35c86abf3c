"""What a page from disk may not do, looked for in every file of the built site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

ENGINE = "pagefind/"
AT_ANY_DEPTH = {"404.html"}  # a server shows it in every folder, so its links begin at the root
ON_THE_WEB = {"away", "save"}  # nothing of them happens from disk
TRANSPORT = {"search", *ON_THE_WEB}
LINKS = ("href", "src", "action", "data", "poster")
WORDS_OF_NETWORK = (
    r"\bfetch\(|XMLHttpRequest|EventSource|WebSocket|sendBeacon|serviceWorker|importScripts|\bimport\("
)


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """Every file of the site but those of the untouched engine, which only the web loads."""
    every = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(path for path in every if not path.startswith(ENGINE))


@pytest.fixture(scope="session")
def pages(site: Path, paths: list[str]) -> dict[str, HTMLParser]:
    """Every page, parsed."""
    return {path: HTMLParser((site / path).read_bytes()) for path in paths if path.endswith(".html")}


@pytest.fixture(scope="session")
def scripts(site: Path, paths: list[str]) -> dict[str, str]:
    """Our own scripts without their comments; those that hand over data are no code."""
    found = {
        path: (site / path).read_text("utf-8")
        for path in paths
        if path.startswith("assets/") and path.endswith(".js")
    }
    return {
        path: re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
        for path, text in found.items()
    }


def nodes(pages: dict[str, HTMLParser], selector: str) -> Iterator[tuple[str, Node]]:
    for path, page in pages.items():
        for node in page.css(selector):
            yield path, node


def links(pages: dict[str, HTMLParser]) -> Iterator[tuple[str, str]]:
    for path, page in pages.items():
        for node in page.css("*"):
            for name in LINKS:
                value = node.attributes.get(name)
                if value is not None:
                    yield path, value


def test_the_lint_sees_the_site(pages: dict[str, HTMLParser], scripts: dict[str, str]):
    assert len(pages) > 80
    assert len(list(links(pages))) > 2000
    assert any("/search." in path for path in scripts)


def test_no_script_is_a_module_and_none_is_inline(pages: dict[str, HTMLParser]):
    allowed = {"application/ld+json"}
    odd = [
        path
        for path, node in nodes(pages, "script")
        if node.attributes.get("type") not in {None, *allowed}
        or (node.attributes.get("type") is None and "src" not in node.attributes)
    ]
    assert odd == []


def test_nothing_asks_for_a_check_that_files_from_disk_cannot_pass(pages: dict[str, HTMLParser]):
    assert list(nodes(pages, "[crossorigin], [integrity], [nonce]")) == []


def test_nothing_is_loaded_ahead_by_ways_that_disk_does_not_know(pages: dict[str, HTMLParser]):
    rels = Counter(
        word for _, node in nodes(pages, "link[rel]") for word in str(node.attributes["rel"]).split()
    )
    assert set(rels) <= {"alternate", "canonical", "icon", "license", "stylesheet"}


def test_no_link_begins_at_the_root(pages: dict[str, HTMLParser]):
    inner = {path: page for path, page in pages.items() if path not in AT_ANY_DEPTH}
    assert [(path, link) for path, link in links(inner) if link.startswith("/")] == []


def test_every_link_inside_leads_to_a_file_and_to_a_place_in_it(site: Path, pages: dict[str, HTMLParser]):
    anchors = {path: {node.attributes.get("id") for node in page.css("[id]")} for path, page in pages.items()}
    broken: list[tuple[str, str]] = []
    for path, link in links({path: page for path, page in pages.items() if path not in AT_ANY_DEPTH}):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = (site / path).parent / unquote(parts.path) if parts.path else site / path
        inside = target.resolve().relative_to(site.resolve()).as_posix()
        if not target.is_file() or (
            parts.fragment and inside in anchors and unquote(parts.fragment) not in anchors[inside]
        ):
            broken.append((path, link))
    assert broken == []


def test_names_are_short_ascii_and_differ_by_more_than_case(paths: list[str]):
    assert [path for path in paths if not re.fullmatch(r"[A-Za-z0-9._/-]{1,160}", path)] == []
    assert [path for path, times in Counter(path.casefold() for path in paths).items() if times > 1] == []


def test_only_the_transport_of_search_loads_anything(scripts: dict[str, str]):
    loading = {
        Path(path).name.split(".")[0] for path, text in scripts.items() if re.search(WORDS_OF_NETWORK, text)
    }
    assert loading == TRANSPORT


def test_no_file_draws_on_another_site(site: Path, pages: dict[str, HTMLParser], paths: list[str]):
    loaded = "script[src], link[rel=stylesheet], link[rel=icon], img[src], iframe, object, embed, audio, video, source, use"
    outside = [
        (path, node.html)
        for path, node in nodes(pages, loaded)
        for name in (*LINKS, "xlink:href", "srcset")
        if "//" in str(node.attributes.get(name) or "")
    ]
    assert outside == []
    sheets = "".join((site / path).read_text("utf-8") for path in paths if path.endswith(".css"))
    assert [
        link
        for link in re.findall(r"(?:url|@import)\s*\(?\s*[\"']?([^)\"';]+)", sheets)
        if "//" in link or link.startswith("/")
    ] == []


def test_shapes_are_drawn_from_the_page_itself(pages: dict[str, HTMLParser]):
    hrefs = {
        str(node.attributes.get("href") or node.attributes.get("xlink:href"))
        for _, node in nodes(pages, "use")
    }
    assert {href for href in hrefs if not href.startswith("#")} == set()


def test_every_page_bears_one_policy_and_it_is_the_first_thing_after_its_encoding(
    pages: dict[str, HTMLParser],
):
    for path, page in pages.items():
        policies = page.css("meta[http-equiv=Content-Security-Policy]")
        assert len(policies) == 1, path
        head = [node.tag for node in page.css_first("head").iter()][:2]
        assert head == ["meta", "meta"], path


def test_only_local_storage_is_used_to_remember(scripts: dict[str, str]):
    words = (
        r"indexedDB|caches\.|BroadcastChannel|crypto\.subtle|navigator\.locks|document\.cookie|sessionStorage"
    )
    found = {Path(path).name.split(".")[0] for path, text in scripts.items() if re.search(words, text)}
    assert found == ON_THE_WEB


def test_what_keeps_pages_on_the_web_gives_up_at_once_from_disk(scripts: dict[str, str]):
    (away,) = (text for path, text in scripts.items() if path.startswith("assets/away."))
    before, guard, _ = away.partition("/^https?:$/.test(location.protocol)")
    assert guard
    assert not re.search(r"caches\.|register\(|fetch\(", before)
