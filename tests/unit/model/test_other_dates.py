"""Dates as people write them are refused with what to write instead, and that passes as it is printed."""

import re
from typing import Any

import pytest
from pydantic import ValidationError

from builder.load.wording import fault_of
from builder.model.article import Article
from builder.model.correction import Correction
from builder.model.datepoint import EdtfError
from builder.model.edtf import parse_edtf
from builder.model.otherdates import read_otherwise


def fix_of(published: Any) -> str:
    """What is told to do about the date of an article."""
    with pytest.raises(ValidationError) as caught:
        Article(title="A", outlet="o", published=published)
    [error] = caught.value.errors(include_url=False)
    return fault_of(error, Article).hint


@pytest.mark.parametrize(
    ("stamp", "day", "time"),
    [
        ("2026-05-13T20:57", "2026-05-13", "20:57"),
        ("2026-05-13 20:57", "2026-05-13", "20:57"),
        ("2026-05-13t20:57:00", "2026-05-13", "20:57"),
        ("2026-05-13T20:57:31", "2026-05-13", "20:57:31"),
        ("2026-05-13T20:57:00.000Z", "2026-05-13", "20:57Z"),
        ("2026-05-13T20:57:00+02:00", "2026-05-13", "20:57+02:00"),
        ("2026-05-13T20:57:00+0200", "2026-05-13", "20:57+02:00"),
        ("2026-05-13T20:57-03", "2026-05-13", "20:57-03:00"),
        ("2026-05-13 20:57:05 +05:45", "2026-05-13", "20:57:05+05:45"),
        ("2026-05-13, 8:57 p.m.", "2026-05-13", "20:57"),
        ("2026-05-13 12:05 AM", "2026-05-13", "00:05"),
        ("20260513T205700Z", "2026-05-13", "20:57Z"),
        ("2026/05/13 20:57", "2026-05-13", "20:57"),
        ("Wed, 13 May 2026 20:57:00 +0200", "2026-05-13", "20:57+02:00"),
        ("13 May 2026 20:57 GMT", "2026-05-13", "20:57Z"),
        ("Wed, 13 May 2026 20:57:00 EST", "2026-05-13", "20:57-05:00"),
        ("Wed, 13 May 2026 20:57:00 -0000", "2026-05-13", "20:57"),
        ("Wed May 13 20:57:00 2026", "2026-05-13", "20:57"),
        ("May 13, 2026 20:57", "2026-05-13", "20:57"),
        ("Wednesday, 13 May 2026, at 8:57 pm", "2026-05-13", "20:57"),
    ],
)
def test_a_timestamp_splits_into_date_and_time_by_a_fix_that_passes(stamp: str, day: str, time: str) -> None:
    assert fix_of(stamp) == f'write {{edtf: {day}, time: "{time}"}}'
    assert fix_of({"edtf": stamp}) == f'write {day}, and beside it time: "{time}"'
    mended = Article(title="A", outlet="o", published={"edtf": day, "time": time})  # type: ignore[arg-type]
    assert mended.published.time == time


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("12 November 2015", "2015-11-12"),
        ("Thursday, 12th of November, 2015", "2015-11-12"),
        ("Nov. 12, 2015", "2015-11-12"),
        ("12. November 2015", "2015-11-12"),
        ("2015 Nov 12", "2015-11-12"),
        ("12-Nov-2015", "2015-11-12"),
        ("November 2015", "2015-11"),
        ("2015-1-2", "2015-01-02"),
        ("2015-1", "2015-01"),
        ("2015/11/12", "2015-11-12"),
        ("2015.11.12.", "2015-11-12"),
        ("20151112", "2015-11-12"),
        ("12.11.2015", "2015-11-12"),
        ("13/11/2015", "2015-11-13"),
        ("11/13/2015", "2015-11-13"),
        ("spring 2015", "2015-21"),
        ("Fall 2015", "2015-23"),
        ("Q2 2015", "2015-34"),
        ("2015-Q3", "2015-35"),
        ("2010s", "201X"),
        ("the 1990's", "199X"),
        ("201x", "201X"),
        ("201?", "201X"),
        ("20??", "20XX"),
        ("2015-11-??", "2015-11-XX"),
        ("2015-xx-xx", "2015-XX-XX"),
        ("c. 2015", "2015~"),
        ("ca 2015-11", "2015-11~"),
        ("about November 2015", "2015-11~"),
        ("about 12 November 2015", "2015-11-12~"),
        ("2015-16", "2015/2016"),
        ("2015/16", "2015/2016"),
        ("2015-2016", "2015/2016"),
        ("2015-11-01 - 2015-11-03", "2015-11-01/2015-11-03"),
        ("2015-11-01 to 2015-11-03", "2015-11-01/2015-11-03"),
        ("[2015-05-13,2015-05-14]", "2015-05-13/2015-05-14"),
        ("[..1984]", "../1984"),
        (" 2015-11-12", "2015-11-12"),
    ],
)
def test_other_ways_to_write_a_date_are_told_as_edtf(written: str, edtf: str) -> None:
    assert fix_of(written) == f"write {edtf}"
    assert parse_edtf(edtf)


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("before 2015", "before: 2015"),
        ("not later than 20 May 2026", "before: 2026-05-20"),
        ("after 2015-11", "after: 2015-11"),
        ("since November 2015", "after: 2015-11"),
    ],
)
def test_a_limit_alone_is_an_unknown_date_with_a_bound(written: str, bounds: str) -> None:
    assert fix_of(written) == f"write {{unknown: true, {bounds}}}"


@pytest.mark.parametrize(
    "written",
    ["n.d.", "XXXX", "undated", "?", "????", "unbekannt", "s. d.", "без даты", "—", "XXXX-12-25", "no date"],
)
def test_a_date_that_nobody_knows_is_written_unknown(written: str) -> None:
    assert fix_of(written).startswith(
        "where the date is not known write `unknown`, or with what is known `{unknown: "
    )
    assert "`unknown: true, before: 2026-05-20` instead of `edtf`" in fix_of({"edtf": written})


def test_what_may_mean_two_days_is_not_decided() -> None:
    with pytest.raises(EdtfError, match=r"2015-11-12 or 2015-12-11") as caught:
        parse_edtf("12/11/2015")
    assert caught.value.other is None


@pytest.mark.parametrize("written", ["31 February 2015", "2015/02/30", "2015-02-30T10:00"])
def test_a_day_that_does_not_exist_is_proposed_in_no_form(written: str) -> None:
    with pytest.raises(EdtfError, match="2015-02 has no day"):
        parse_edtf(written)


@pytest.mark.parametrize(
    "written", ["2026-05-13T25:57", "2026-05-13T20:57+25:00", "2026-05-13T", "13 mai 2026 à 20h"]
)
def test_what_is_not_understood_is_proposed_nothing(written: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(written)
    assert caught.value.other is None


def test_a_date_that_holds_no_time_is_told_without_it() -> None:
    with pytest.raises(ValidationError) as caught:
        Correction(date="2026-05-13T20:57Z", kind="update", about="claim:c", reason="r", by="b")
    [error] = caught.value.errors(include_url=False)
    assert fault_of(error, Correction).hint == "write 2026-05-13"


def test_a_long_text_is_looked_at_only_so_far() -> None:
    assert read_otherwise("about " * 400_000 + "2015") is None
    assert re.match("about", "about ")


@pytest.mark.parametrize(
    ("written", "bound"), [("before 20 May 2026", "before"), ("not before 20 May 2026", "after")]
)
def test_a_limit_in_words_stays_a_limit(written: str, bound: str) -> None:
    assert fix_of(written) == f"write {{unknown: true, {bound}: 2026-05-20}}"
