"""Dates that have not come yet are told, by the dossier's clock or by the day of the check."""

from datetime import date

import pytest

from builder.load import load_dossier

TODAY = date(2026, 7, 1)


def ahead(root, today=TODAY):
    """(file, message, what to do) of every date that has not come yet."""
    found = load_dossier(root, day=today).settled()
    return [(one.span.path, one.message, one.hint) for one in found if one.code.startswith("dated-")]


def article(published: str) -> dict[str, str]:
    return {"content/articles/one.yaml": f"title: One\noutlet: news\npublished: {published}\n"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2105-11-12", "2015-11-12"), ("2062", "2026"), ("2205-03", "2025-03"), ("2105~", "2015~")],
)
def test_a_year_with_two_digits_exchanged_is_told_with_the_year_that_was_meant(write, typed, meant):
    [(path, message, hint)] = ahead(write(article(typed)))
    assert (path, message) == ("content/articles/one.yaml", f"{typed} lies in the future")
    assert hint == f"write {meant}, if that is the year that was meant"
    assert ahead(write(article(meant))) == []


@pytest.mark.parametrize(
    "published", ["2026-07-02", "2026", "2026-07", "202X", "unknown", "../2030", "2025/2027"]
)
def test_what_may_have_come_already_is_not_told(write, published):
    assert ahead(write(article(published))) == []


@pytest.mark.parametrize("published", ["2026-07-03", "2027", "{unknown: true, after: 2027}", "2027/2028"])
def test_what_cannot_have_come_is_told_as_a_warning(write, published):
    root = write(article(published))
    assert [hint for _, _, hint in ahead(root)] == ["correct the date"]
    assert not load_dossier(root, day=TODAY).has_errors


def test_with_a_clock_of_its_own_a_dossier_is_held_against_that_and_not_against_the_day(write):
    root = write({**article("2026-06-01"), "content/dossier.yaml": "title: T\nas_of: 2026-05-20\n"})
    assert [message for _, message, _ in ahead(root)] == [
        "2026-06-01 is later than the dossier's `as_of`, 2026-05-20"
    ]
    later = write({**article("2026-06-01"), "content/dossier.yaml": "title: T\nas_of: 2026-12-31\n"})
    assert ahead(later) == []


def test_a_plan_may_lie_five_years_ahead(write):
    events = {"near": "2031-05", "far": "2032-05"}
    files = {f"content/events/{name}.yaml": f"title: E\ndate: {day}\n" for name, day in events.items()}
    assert [path for path, _, _ in ahead(write(files))] == ["content/events/far.yaml"]


def test_a_clock_of_another_century_is_told(write):
    root = write({"content/dossier.yaml": "title: T\nas_of: 2206-11-22\n"})
    assert [path for path, _, _ in ahead(root)] == ["content/dossier.yaml"]


def test_an_answered_date_is_not_told(write):
    answer = "acknowledge: [{code: dated-ahead, reason: The games are planned}]\n"
    assert ahead(write({"content/events/games.yaml": f"title: Games\ndate: 2036\n{answer}"})) == []


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("content/corrections/a.yaml", "kind: update\nabout: outlet:news\nreason: R\nby: B\n"),
        ("content/codings/a.yaml", "by: B\n"),
    ],
)
def test_a_record_with_a_date_of_its_own_is_held_against_the_clock_too(write, path, record):
    assert [found[0] for found in ahead(write({path: f"{record}date: 2027-01-01\n"}))] == [path]
    assert ahead(write({path: f"{record}date: 2026-06-01\n"})) == []


def test_a_decision_is_held_against_the_clock_where_it_is_dated(write):
    claim = "statement: S\nkind: event\ndecided: [{article: one, by: B, date: %s, why: W}]\n"
    path = "content/claims/a.yaml"
    assert [found[0] for found in ahead(write({path: claim % "2027-01-01"}))] == [path]
    assert ahead(write({path: claim % "2026-06-01"})) == []
