"""Feeds, the sitemap and the notes for robots, read by independent parsers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from msgspec import structs

from builder.pages.table import routes_of
from builder.paths import SitePath
from tests.unit.pages.documents.made import HOSTILE, files_of, showcase_files
from tests.unit.pages.small import SmallDossier, dossier, with_base

BASE = "https://example.org/a/b/"


def build(folder: Path, title: str = "One") -> SmallDossier:
    return dossier(
        folder,
        dossier={"settings": {"title": title, "editors": [title], "as_of": "2020-01-01"}},
        outlets={"paper": {"name": title, "former_ids": ["papper"]}},
        articles={
            "old": {
                "title": title,
                "outlet": "paper",
                "published": "2014",
                "summary": "See [[outlet:paper]].",
            },
            "new": {"title": title, "outlet": "paper", "published": "2015-05-04?"},
        },
        corrections={
            "slip": {
                "date": "2016-02-03",
                "kind": "correction",
                "about": "article:old",
                "was": title,
                "reason": "A slip.",
                "by": "A. B.",
            }
        },
    )


@pytest.mark.parametrize("title", ["One", HOSTILE])
@pytest.mark.parametrize("base", [None, BASE])
def test_an_atom_reader_finds_every_article_newest_first(tmp_path: Path, title: str, base: str | None):
    feed = feedparser.parse(files_of(build(tmp_path, title), base)["feed.xml"])
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert [entry.updated for entry in feed.entries] == ["2015-05-04T00:00:00Z", "2014-01-01T00:00:00Z"]
    assert [entry.link for entry in feed.entries] == [
        f"{base or ''}articles/{each}.html" for each in ("new", "old")
    ]
    assert feed.feed.updated == "2020-01-01T00:00:00Z"
    assert "<b>" not in feed.entries[0].title or title == HOSTILE


def test_titles_reach_the_reader_letter_for_letter(tmp_path: Path):
    root = ET.fromstring(files_of(build(tmp_path, HOSTILE))["feed.xml"])
    titles = [node.text for node in root.iterfind("{*}entry/{*}title")]
    shown = " ".join(HOSTILE.split())
    assert titles == [f"[{shown}]"] * 2


def test_links_in_a_summary_lead_to_the_site(tmp_path: Path):
    feed = feedparser.parse(files_of(build(tmp_path), BASE)["feed.xml"])
    assert f'href="{BASE}outlets/paper.html"' in feed.entries[1].content[0].value


def test_links_in_a_summary_are_whole_where_a_reader_does_not_know_what_they_begin_with(tmp_path: Path):
    told = ET.fromstring(files_of(build(tmp_path), BASE)["feed.xml"]).findtext("{*}entry[2]/{*}content")
    assert f'<a href="{BASE}outlets/paper.html"' in str(told)


@pytest.mark.parametrize(("base", "is_told"), [(None, True), (BASE, False)])
def test_readers_are_told_where_a_feed_has_no_whole_addresses(
    tmp_path: Path, base: str | None, is_told: bool
):
    small = build(tmp_path)
    routes = routes_of(small.pages, [SitePath("feed.xml")])
    small = replace(small, context=structs.replace(small.context, routes=routes))
    markup = (with_base(small, base) if base else small).markup("data/index.html")
    assert "feed.xml" in markup
    assert ("A feed reader needs whole addresses" in markup) is is_told


def test_a_list_of_news_shows_words_where_the_site_has_links(tmp_path: Path):
    item = json.loads(files_of(build(tmp_path))["feed.json"])["items"][1]
    assert item["content_text"] == "One, 2014. See One."


def test_changes_have_a_feed_of_their_own(tmp_path: Path):
    feed = feedparser.parse(files_of(build(tmp_path), BASE)["changes.xml"])
    (entry,) = feed.entries
    assert entry.title == "Correction: [One]"
    assert entry.link == f"{BASE}corrections.html#slip"
    assert "A slip." in entry.summary


def test_ids_stay_when_the_site_moves(tmp_path: Path):
    small = build(tmp_path)
    here, there = (json.loads(files_of(small, base)["feed.json"]) for base in (None, BASE))
    assert [item["id"] for item in here["items"]] == [item["id"] for item in there["items"]]
    assert len({item["id"] for item in here["items"]}) == 2
    assert here["items"][0]["url"] == "articles/new.html"
    assert there["items"][0]["url"] == f"{BASE}articles/new.html"


def test_the_sitemap_has_every_page_once_and_no_page_that_only_leads_on(tmp_path: Path):
    files = files_of(build(tmp_path), BASE)
    root = ET.fromstring(files["sitemap.xml"])
    addresses = [node.text for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(addresses) == len(set(addresses))
    assert f"{BASE}articles/new.html" in addresses
    assert not any(
        "404" in (each or "") or "papper" in (each or "") or (each or "").endswith(".json")
        for each in addresses
    )
    assert f"Sitemap: {BASE}sitemap.xml\n" in files["robots.txt"].decode()


def test_without_an_address_there_is_no_sitemap(tmp_path: Path):
    files = files_of(build(tmp_path))
    assert "sitemap.xml" not in files
    assert "Sitemap" not in files["robots.txt"].decode()


def test_the_feeds_of_the_worked_example_are_whole():
    files = showcase_files(BASE)
    feed = feedparser.parse(files["feed.xml"])
    assert not feed.bozo
    assert len(feed.entries) == 5
    assert len(json.loads(files["feed.json"])["items"]) == 5
    assert not feedparser.parse(files["changes.xml"]).bozo
