"""Long pages, the page for lost readers, and the former addresses of records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.analysis import analyse
from builder.pack import carries_policy
from builder.pages.table import AddressTaken, plan_pages
from tests.unit.pages.small import SmallDossier, dossier, with_base

OUTLETS = {"paper": {"name": "Paper"}}


def with_page(folder: Path, name: str, text: str, **records: dict[str, dict[str, object]]) -> SmallDossier:
    path = folder / f"content/pages/{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return dossier(folder, **{"outlets": OUTLETS, **records})


def test_a_long_page_is_prose_with_links_to_records(tmp_path: Path):
    small = with_page(tmp_path, "about", "---\ntitle: About\n---\nSee [[outlet:paper]]. <b>no</b>\n")
    markup = small.markup("about.html")
    assert 'See <a href="outlets/paper.html">Paper</a>.' in markup
    assert "&lt;b&gt;no&lt;/b&gt;" in markup


@pytest.mark.parametrize(("base", "root"), [("https://a.example/", "/"), ("https://a.example/x/y/", "/x/y/")])
def test_the_page_for_lost_readers_works_at_any_depth(tmp_path: Path, base: str, root: str):
    small = dossier(
        tmp_path, outlets=OUTLETS, dossier={"settings": {"repository": "https://code.example/dossier"}}
    )
    markup = with_base(small, base).markup("404.html")
    assert f'<link rel="stylesheet" href="{root}assets/site.css">' in markup
    assert f'href="{root}outlets/index.html"' in markup
    assert f'class="dossier" href="{root}index.html"' in markup
    assert 'href="https://code.example/dossier"' in markup
    assert 'name="robots" content="noindex"' in markup


def test_without_an_address_the_page_for_lost_readers_asks_for_nothing_beside_it(tmp_path: Path):
    markup = dossier(tmp_path, outlets=OUTLETS).markup("404.html")
    assert re.findall(r'\s(?:href|src)="([^"]*)"', markup) == ["data:,"]
    assert "does not know at which address" in markup
    assert carries_policy(markup.encode())
    assert "<svg" not in markup
    assert 'name="robots" content="noindex"' in markup


def test_a_former_address_leads_to_where_the_record_lives_now(tmp_path: Path):
    small = dossier(tmp_path, outlets={"paper": {"name": "Paper", "former_ids": ["papper"]}})
    markup = with_base(small, "https://a.example/x/").markup("outlets/papper.html")
    assert '<meta http-equiv="refresh" content="0; url=paper.html">' in markup
    assert '<link rel="canonical" href="https://a.example/x/outlets/paper.html">' in markup
    assert '<a href="paper.html">Paper</a>' in markup
    assert "noindex" in markup


def test_a_renamed_event_takes_its_comparison_along(tmp_path: Path):
    shared = {"outlet": "paper", "published": "2015", "events": ["rain"]}
    small = dossier(
        tmp_path,
        outlets=OUTLETS,
        events={"rain": {"title": "Rain", "date": "2015", "former_ids": ["shower"]}},
        articles={"a": {"title": "A", **shared}, "b": {"title": "B", **shared}},
        claims={"wet": {"statement": "It rained", "kind": "event", "event": "rain"}},
    )
    assert "url=rain.html" in small.markup("events/shower.html")
    assert "url=event--rain.html" in small.markup("comparisons/event--shower.html")


def test_an_address_that_another_page_has_is_never_overwritten(tmp_path: Path):
    small = dossier(tmp_path, outlets={"paper": {"name": "Paper"}, "herald": {"name": "Herald"}})
    outlets = dict(small.context.library.outlets)
    outlets["paper"] = outlets["paper"].model_copy(update={"former_ids": ("herald",)})  # type: ignore[index]
    library = replace(small.context.library, outlets=outlets)
    with pytest.raises(AddressTaken):
        plan_pages(library, analyse(library))


def test_a_former_id_that_is_no_id_makes_no_page_anywhere(tmp_path: Path):
    small = dossier(tmp_path, outlets={"paper": {"name": "Paper"}})
    outlets = {
        "paper": small.context.library.outlets["paper"].model_copy(update={"former_ids": ("../x", "A")})
    }  # type: ignore[index]
    library = replace(small.context.library, outlets=outlets)
    assert not any(page.kind.name == "former" for page in plan_pages(library, analyse(library)))
