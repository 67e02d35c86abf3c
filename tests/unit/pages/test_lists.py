"""The lists of articles, outlets and entities."""

from __future__ import annotations

from pathlib import Path

from builder.pages.articles import ArticlesView
from builder.pages.entities import EntitiesView
from builder.pages.outlets import OutletsView
from builder.pages.parts.paging import ROWS
from tests.unit.pages.small import SmallDossier, dossier


def build(folder: Path) -> SmallDossier:
    return dossier(
        folder,
        {"new": "Ann met Ben in Rome.\n"},
        outlets={"paper": {"name": "Paper"}},
        articles={
            "new": {"title": "New", "outlet": "paper", "published": "2016", "summary": "What *it* says."},
            "old": {"title": "Old", "outlet": "paper", "published": "2014-03", "siglum": "001"},
            "mid": {"title": "Middle", "outlet": "paper", "published": "2015"},
        },
        entities={
            "rome": {"name": "Rome", "kind": "place"},
            "ben": {"name": "Ben", "kind": "person"},
            "ann": {"name": "Ann", "kind": "person"},
            "zoe": {"name": "Zoe", "kind": "person"},
        },
    )


def articles(small: SmallDossier) -> ArticlesView:
    found = small.view("articles/index.html")
    assert isinstance(found, ArticlesView)
    return found


def test_articles_stand_in_date_order_with_outlet_date_and_summary(tmp_path: Path):
    page = articles(build(tmp_path))
    assert [(row.link.label, row.aside) for row in page.rows] == [
        ("[Old]", "Paper, Mar 2014"),
        ("[Middle]", "Paper, 2015"),
        ("[New]", "Paper, 2016"),
    ]
    assert "<em>it</em>" in page.rows[2].words.__html__()  # type: ignore[union-attr]
    assert page.pages == ()


def test_entities_are_grouped_by_kind_and_say_how_often_they_are_named(tmp_path: Path):
    page = build(tmp_path).view("entities/index.html")
    assert isinstance(page, EntitiesView)
    assert [
        (group.heading, [(row.link.label, row.aside) for row in group.rows]) for group in page.groups
    ] == [
        ("People", [("Ann", "named once in 1 article"), ("Ben", "named once in 1 article"), ("Zoe", None)]),
        ("Places", [("Rome", "named once in 1 article")]),
    ]


def test_a_long_list_is_cut_into_pages_that_link_to_each_other(tmp_path: Path):
    small = dossier(tmp_path, outlets={f"o{n:03d}": {"name": f"Outlet {n:03d}"} for n in range(ROWS + 1)})
    first, second = small.view("outlets/index.html"), small.view("outlets/page-2.html")
    assert isinstance(first, OutletsView)
    assert isinstance(second, OutletsView)
    assert [row.link.label for row in second.rows] == ["Outlet 500"]
    assert len(first.rows) == ROWS
    assert [(link.label, link.href) for link in first.pages] == [("Page 1", None), ("Page 2", "page-2.html")]
    assert [(link.label, link.href) for link in second.pages] == [("Page 1", "index.html"), ("Page 2", None)]


def test_a_dossier_without_entities_has_no_list_of_them(tmp_path: Path):
    assert not dossier(tmp_path, outlets={"paper": {"name": "Paper"}}).has("entities/index.html")
