"""The page of an outlet, and the table of sources: notes of ours and others' side by side."""

from __future__ import annotations

from pathlib import Path

from builder.pages.outlet import OutletView
from builder.pages.shapes.small import Phrase
from builder.pages.sources import SourcesView
from tests.unit.pages.small import SmallDossier, dossier

NOTE = {
    "source": "F",
    "by": "The editors",
    "date": "2016-01-02",
    "review": "2017-01-02",
    "basis": "One text **seen**.",
}
RATING = {"scale": "rsp", "rating": "Unreliable", "by": "They", "date": "2017", "basis": "A vote.",
          "source": {"publisher": "Their site", "url": "https://example.org/"}}  # fmt: skip
DAILY: dict[str, object] = {
    "name": "Daily",
    "kind": "agency",
    "country": "NO",
    "language": "nb",
    "assessments": [NOTE, RATING],
    "response": {"text": "We disagree.", "by": "The desk", "date": "2017-02-03"},
}
ORIGIN = {
    "relation": "based-on",
    "of": {"outlet": "weekly"},
    "basis": "inferred",
    "note": "Same words.",
    "origins": [{"relation": "quotes", "of": {"outlet": "daily", "what": "Wire"}, "cue": "Daily said"}],
}


def build(folder: Path, **outlet: object) -> SmallDossier:
    return dossier(
        folder,
        {"a": "It rained, Daily said.\n"},
        outlets={"daily": {**DAILY, **outlet}, "weekly": {"name": "Weekly", "owner": "daily"}},
        articles={"a": {"title": "Rain", "outlet": "weekly", "published": "2015", "origins": [ORIGIN]}},
    )


def view(small: SmallDossier, path: str = "outlets/daily.html") -> OutletView:
    found = small.view(path)
    assert isinstance(found, OutletView)
    return found


def test_facts_are_words_and_norway_stays_norway(tmp_path: Path):
    assert [(fact.label, fact.words) for fact in view(build(tmp_path)).facts] == [
        ("Kind", "news agency"),
        ("Country", "Norway"),
        ("Language", "Norwegian Bokmål"),
    ]


def test_owner_and_owned_lead_to_each_other(tmp_path: Path):
    small = build(tmp_path)
    owner = view(small, "outlets/weekly.html").owner
    assert owner is not None
    assert owner.href == "daily.html"
    assert [link.label for link in view(small).owned] == ["Weekly"]


def test_who_relied_on_it_at_second_hand_is_told_with_the_hands_between_and_the_words(tmp_path: Path):
    (use,) = view(build(tmp_path)).relied_on_by
    assert (use.relation, use.what, use.basis) == ("through Weekly: quotes it", "Wire", "stated")
    assert use.cue is not None
    assert (use.cue.text, use.locator) == ("Daily said", "paragraph 1")


def test_f_is_an_open_box_with_words_and_never_a_letter(tmp_path: Path):
    (grade,) = view(build(tmp_path)).grades
    assert (grade.mark, grade.open, grade.words) == (None, True, "Not judged")


def test_the_table_of_sources_sets_ours_beside_others_with_date_link_and_answer(tmp_path: Path):
    small = build(tmp_path)
    page = small.view("sources.html")
    assert isinstance(page, SourcesView)
    assert page.outlets is not None
    (row,) = page.outlets.rows
    assert (row.outlet.label, row.aside, len(row.grades)) == ("Daily", "news agency, Norway", 1)
    (rating,) = row.ratings
    assert (rating.rating, rating.by, rating.date) == ("Unreliable", "They", "2017")
    assert rating.source is not None
    assert rating.source.href == "https://example.org/"
    markup = small.markup("sources.html")
    assert "We disagree." in markup
    assert "The desk, 3 Feb 2017" in markup
    assert "A vote." in markup


def test_a_dossier_without_any_note_has_no_page_of_sources(tmp_path: Path):
    assert not dossier(tmp_path, outlets={"daily": {"name": "Daily"}}).has("sources.html")


def test_what_is_not_judged_is_told_once_with_what_each_note_rests_on(tmp_path: Path):
    articles = {"a": {"title": "Rain", "outlet": "daily", "published": "2015", "assessments": [NOTE]}}
    outlets = {"daily": {"name": "Daily", "assessments": [NOTE | {"source": "C"}]}}
    small = dossier(tmp_path, outlets=outlets, articles=articles)
    page = small.view("sources.html")
    assert isinstance(page, SourcesView)
    assert page.articles is None
    assert [row.outlet.label for row in page.unjudged] == ["[Rain]"]
    assert page.outlets is not None
    assert [row.outlet.label for row in page.outlets.rows] == ["Daily"]


def test_notes_on_single_articles_make_a_table_of_their_own(tmp_path: Path):
    note = NOTE | {"source": "C"}
    articles = {"a": {"title": "Rain", "outlet": "daily", "published": "2015", "assessments": [note]}}
    page = dossier(tmp_path, outlets={"daily": {"name": "Daily"}}, articles=articles).view("sources.html")
    assert isinstance(page, SourcesView)
    assert page.outlets is None
    assert page.articles is not None
    (row,) = page.articles.rows
    assert (row.outlet.label, row.source, row.aside) == ("[Rain]", Phrase("Daily"), "2015")
