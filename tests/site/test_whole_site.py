"""The site of the worked example, walked whole."""

from __future__ import annotations

import itertools

import pytest

from tests.site.dossiers import broken_links, pages_of

KINDS = ("outlets", "articles", "topics", "events", "entities", "claims", "comparisons")


@pytest.mark.parametrize(
    "base", ["http://a.example/", "http://a.example/some/base/", "file:///media/stick/a dossier/"]
)
def test_every_link_and_anchor_leads_somewhere_wherever_the_site_stands(site, base):
    faults = broken_links(site, base)
    assert not faults, "\n".join(faults[:20])


@pytest.mark.parametrize("folder", KINDS)
def test_every_record_has_a_page(showcase, site, folder):
    records = {path.stem for path in (showcase / "content" / folder).glob("*.yaml")}
    assert records
    assert records <= {path.stem for path in (site / folder).glob("*.html")}


def test_no_page_has_an_anchor_twice(site):
    for path, page in pages_of(site).items():
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), (path, sorted({each for each in ids if ids.count(each) > 1}))


def test_every_page_has_its_policy_first_and_nothing_inline(site):
    for path, page in pages_of(site).items():
        policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
        assert policy is not None, path
        assert "default-src 'none'" in policy.attributes["content"]
        assert not page.css("style, [style]"), path
        assert all(
            node.attributes.get("src")
            or node.attributes.get("type") in ("application/json", "application/ld+json")
            for node in page.css("script")
        ), path
        handlers = [name for node in page.css("*") for name in node.attributes if name.startswith("on")]
        assert not handlers, path


def test_every_page_is_complete(site):
    for path, page in pages_of(site).items():
        assert page.css_first("title").text(strip=True), path
        assert page.css_first("html").attributes.get("lang"), path
        assert len(page.css("h1")) == 1, path
        assert page.css_first("main") is not None, path


def test_headings_never_skip_a_level_and_none_is_empty(site):
    for path, page in pages_of(site).items():
        levels = [(int(node.tag[1]), node.text(strip=True)) for node in page.css("h1, h2, h3, h4, h5, h6")]
        assert all(words for _, words in levels), path
        steps = itertools.pairwise(levels)
        assert all(after[0] <= before[0] + 1 for before, after in steps), (path, levels)


def test_no_page_claims_confirmation(site):
    for path, page in pages_of(site).items():
        if path != "methodology.html":
            assert "confirmed by" not in page.body.text(deep=True).casefold().replace(
                "confirmed by other sources", ""
            ), path
