"""The lists of articles, outlets and entities."""

from __future__ import annotations

from pathlib import Path

from builder.pages.claims import RegisterView
from builder.pages.corrections import CorrectionsView
from builder.pages.lists import ListView
from builder.pages.outlet import OutletView
from builder.pages.parts.paging import PROSE_ROWS, ROWS, Paging
from builder.pages.shapes.small import Phrase
from builder.pages.sources import SourcesView
from builder.pages.topics import TopicsView
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
    assert [(row.link.label, row.outlet, row.aside) for row in page.sections[0].rows] == [
        ("[Old]", Phrase("Paper"), "Mar 2014"),
        ("[Middle]", Phrase("Paper"), "2015"),
        ("[New]", Phrase("Paper"), "2016"),
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


def test_the_register_of_claims_is_cut_into_pages_that_say_how_many_of_a_reading_there_are(tmp_path: Path):
    claims = {f"c{n:03d}": {"statement": f"Claim {n}", "kind": "event"} for n in range(ROWS + 2)}
    small = dossier(tmp_path, claims=claims)
    first, second = small.view("claims/index.html"), small.view("claims/page-2.html")
    assert isinstance(first, RegisterView)
    assert isinstance(second, RegisterView)
    assert [group.count for group in second.groups] == [f"2 of {ROWS + 2} claims"]
    shown = [
        each.claim.link.label for page in (first, second) for group in page.groups for each in group.claims
    ]
    assert sorted(shown) == sorted(record["statement"] for record in claims.values())
    assert len(first.pages) == 2
    assert first.filter == f"Filter the {ROWS} rows of this page"
    assert second.filter is None


def test_a_branch_of_topics_that_a_page_cuts_goes_on_under_its_widest_topic(tmp_path: Path):
    narrower = {f"t{n:03d}": {"name": f"Part {n:03d}", "broader": "all"} for n in range(ROWS + 5)}
    small = dossier(tmp_path, topics={"all": {"name": "All"}, "own": {"name": "Own"}, **narrower})
    pages = [small.view("topics/index.html"), small.view("topics/page-2.html")]
    branches = [branch for page in pages if isinstance(page, TopicsView) for branch in page.branches]
    assert [(branch.topic.link.label, len(branch.narrower)) for branch in branches] == [
        ("All", ROWS - 1),
        ("All", 6),
        ("Own", 0),
    ]


def test_notes_on_sources_and_changes_are_paged_and_a_link_to_a_change_finds_its_page(tmp_path: Path):
    note = {"by": "E", "date": "2026", "source": "B", "basis": "Read."}
    change = {"about": "outlet:o000", "kind": "correction", "by": "E", "reason": "Why."}
    small = dossier(
        tmp_path,
        outlets={
            f"o{n:03d}": {"name": f"Outlet {n:03d}", "assessments": [note]} for n in range(PROSE_ROWS + 1)
        },
        corrections={f"x{n:03d}": {**change, "date": f"{1900 + n}"} for n in range(PROSE_ROWS + 1)},
    )
    second = small.view("sources-2.html")
    assert isinstance(second, SourcesView)
    assert second.outlets is not None
    assert [row.outlet.label for row in second.outlets.rows] == [f"Outlet {PROSE_ROWS}"]
    oldest = small.view("corrections-2.html")
    assert isinstance(oldest, CorrectionsView)
    assert [change.anchor for change in oldest.corrections] == ["x000"]
    outlet = small.view("outlets/o000.html")
    assert isinstance(outlet, OutletView)
    assert {row.link.href for row in outlet.corrections if row.link.href} >= {
        "../corrections-2.html#x000",
        "../corrections.html#x001",
    }
