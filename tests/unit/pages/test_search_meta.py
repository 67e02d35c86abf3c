"""What search is told of the worked example's pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.analysis import analyse
from builder.load import load_dossier
from builder.pages.kinds import At, Context
from builder.pages.parts.search_meta import SearchMeta, search_meta
from builder.pages.search import PATH, named_records, search_view
from builder.pages.table import plan_pages, routes_of
from builder.prose import prose_renderer


@pytest.fixture(scope="module")
def context(project: Path) -> Context:
    library = load_dossier(project).library
    assert library is not None
    findings = analyse(library)
    routes = routes_of(plan_pages(library, findings))
    return Context(library, findings, routes, prose_renderer(library, routes))


def told(context: Context, kind: str, subject: str) -> SearchMeta:
    found = search_meta(context, kind, subject)
    assert found is not None
    return found


def values(meta: SearchMeta, name: str) -> list[str]:
    return [each.value for each in meta.filters if each.name == name]


def line(meta: SearchMeta, name: str) -> str | None:
    return next((each.value for each in meta.lines if each.name == name), None)


def test_an_article_is_found_by_every_name_of_whom_it_names(context: Context):
    also = told(context, "article", "southfront-rivers-of-blood").also.split(" · ")
    assert {"Islamic State", "ISIS", "IS", "Sharm el-Sheikh", "Sahl el sheikh", "khalifat"} <= set(also)


def test_a_translator_who_stands_in_a_lifted_credit_is_among_the_names(context: Context):
    assert {"Цвеја", "Cveja"} <= set(told(context, "article", "southfront-rivers-of-blood").also.split(" · "))


def test_an_alias_that_holds_in_one_article_only_is_no_name_of_another(context: Context):
    assert "khalifat" not in told(context, "article", "antiwar-very-soon").also.split(" · ")


def test_an_article_has_its_facets_and_its_line(context: Context):
    meta = told(context, "article", "antiwar-very-soon")
    assert values(meta, "kind") == ["Article"]
    assert values(meta, "outlet") == ["Antiwar.com"]
    assert values(meta, "year") == ["2015"]
    assert values(meta, "reliability") == ["C, fairly reliable"]
    assert (line(meta, "siglum"), line(meta, "date")) == ("003", "12 Nov 2015")


def test_a_grade_without_basis_is_said_without_its_letter(context: Context):
    assert values(told(context, "article", "southfront-rivers-of-blood"), "reliability") == ["Not judged"]


def test_a_claim_has_the_stances_outlets_and_years_of_its_articles(context: Context):
    meta = told(context, "claim", "first-personal-threat")
    assert values(meta, "stance") == ["asserts", "contradicts"]
    assert values(meta, "reading") == ["Conflict"]
    assert values(meta, "year") == ["2014", "2016"]
    assert "Vladimir Putin" in values(meta, "entity")


def test_grades_are_no_part_of_any_order(context: Context):
    for kind, subject in (
        ("article", "antiwar-very-soon"),
        ("claim", "first-personal-threat"),
        ("topic", "metrojet-9268"),
    ):
        assert [each.name for each in told(context, kind, subject).sorts] == ["date", "oldest", "title"]


@pytest.mark.parametrize("kind", ["home", "claims", "articles", "search", "not-found"])
def test_lists_are_not_indexed(context: Context, kind: str):
    assert search_meta(context, kind, "") is None


@pytest.mark.parametrize(
    ("kind", "title"),
    [("timeline", "Timeline"), ("sources", "Sources"), ("tour", "Five findings in five minutes")],
)
def test_pages_that_gather_what_no_other_says_are_found(context: Context, kind: str, title: str):
    meta = told(context, kind, "")
    assert {line.name: line.value for line in meta.lines} == {"kind": "Page", "title": title}


def test_the_page_of_methods_is_found_by_what_it_is_whatever_it_is_called(context: Context):
    assert "Methodology" in told(context, "methodology", "").also


def test_numbers_name_their_records(context: Context):
    numbers = {record.number: record for record in named_records(context) if record.number}
    assert (numbers["c06"].kind, numbers["c06"].href) == ("Claim", "claims/first-personal-threat.html")
    assert numbers["002"].href == "articles/jpost-video-very-soon.html"
    assert len(numbers) == 5 + 25 + 17


def test_names_that_need_their_capitals_stand_apart(context: Context):
    records = {record.title: record for record in named_records(context)}
    state = records["Islamic State"]
    assert (state.names, state.exact_names) == (("Islamic State", "ISIS"), ("IS",))
    assert state.href == "entities/islamic-state.html"


def test_the_search_page_leads_to_every_list_that_there_is(context: Context):
    labels = [link.label for link in search_view(At(context, PATH), "").indexes]
    assert labels[:3] == ["Claims", "Comparisons", "Articles"]
