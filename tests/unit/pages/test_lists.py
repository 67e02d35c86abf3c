"""The lists of articles, outlets and entities."""

from __future__ import annotations

from pathlib import Path

from builder.pages.lists import ListView
from builder.pages.parts.paging import ROWS, Paging
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


def articles(small: SmallDossier) -> ListView:
    found = small.view("articles/index.html")
    assert isinstance(found, ListView)
    return found


def test_articles_stand_in_date_order_with_outlet_date_and_summary(tmp_path: Path):
    page = articles(build(tmp_path))
    assert [(row.link.label, row.aside) for row in page.sections[0].rows] == [
        ("[Old]", "Paper, Mar 2014"),
        ("[Middle]", "Paper, 2015"),
        ("[New]", "Paper, 2016"),
    ]
    assert "<em>it</em>" in page.sections[0].rows[2].words.__html__()  # type: ignore[union-attr]
    assert page.pages == ()


def test_entities_are_grouped_by_kind_and_say_how_often_they_are_named(tmp_path: Path):
    page = build(tmp_path).view("entities/index.html")
    assert isinstance(page, ListView)
    assert [
        (group.heading, [(row.link.label, row.aside) for row in group.rows]) for group in page.sections
    ] == [
        ("People", [("Ann", "named once in 1 article"), ("Ben", "named once in 1 article"), ("Zoe", None)]),
        ("Places", [("Rome", "named once in 1 article")]),
    ]


def test_a_long_list_is_cut_into_pages_that_link_to_each_other(tmp_path: Path):
    names = {f"o{n:03d}": {"name": f"Outlet {n:03d}"} for n in range(ROWS + 1)}
    texts = {"a": {"title": "A", "outlet": "o007", "published": "2016"}}
    small = dossier(tmp_path, outlets=names, articles=texts)
    first, second = small.view("outlets/index.html"), small.view("outlets/page-2.html")
    assert isinstance(first, ListView)
    assert isinstance(second, ListView)
    assert [row.link.label for row in second.sections[0].rows] == [f"Outlet {ROWS}"]
    assert first.sections[0].rows[0].link.label == "Outlet 007"
    assert (first.title.partition(" · ")[0], second.title.partition(" · ")[0]) == (
        "Outlets",
        "Outlets, 0 texts",
    )
    assert len(first.sections[0].rows) == ROWS
    assert [(link.label, link.href) for link in first.pages] == [
        ("1 text – 0 texts", None),
        ("0 texts", "page-2.html"),
    ]
    assert [(link.label, link.href) for link in second.pages] == [
        ("1 text – 0 texts", "index.html"),
        ("0 texts", None),
    ]


def test_a_dossier_without_entities_has_no_list_of_them(tmp_path: Path):
    assert not dossier(tmp_path, outlets={"paper": {"name": "Paper"}}).has("entities/index.html")


def test_pages_of_a_list_by_date_are_named_by_their_years_and_equal_ones_by_number():
    years = ["2012"] * ROWS + ["2013"] * (2 * ROWS) + ["2014", "date unknown"]
    paging = Paging(years, str)
    assert [paging.title("Articles", subject) for subject in ("", "2", "3", "4")] == [
        "Articles",
        "Articles, 2013, part 1",
        "Articles, 2013, part 2",
        "Articles, 2014 – date unknown",
    ]
