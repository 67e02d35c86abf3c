"""Seasons, unspecified digits and doubts about one part: EDTF levels 1 and 2 as far as news needs them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.edtf import EdtfError, as_unknown, parse_edtf, unknown_date


@pytest.mark.parametrize(
    ("text", "lower", "upper", "earliest", "latest"),
    [
        ("201X", "2010-01-01", "2019-12-31", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31", "2000-01-01", "2099-12-31"),
        ("201X~", "2010-01-01", "2019-12-31", "2000-01-01", "2029-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31", "2004-01-01", "2004-12-31"),
        ("2004-06-XX", "2004-06-01", "2004-06-30", "2004-06-01", "2004-06-30"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31", "2004-01-01", "2004-12-31"),
        ("2004-02-3X", None, None, None, None),
        ("156X-12-25", "1560-12-25", "1569-12-25", "1560-12-25", "1569-12-25"),
        ("20XX-02-29", "2000-02-29", "2096-02-29", "2000-02-29", "2096-02-29"),
        ("2004-06?-11", "2004-06-11", "2004-06-11", "2004-05-11", "2004-07-11"),
        ("2004-06-~11", "2004-06-11", "2004-06-11", "2004-06-08", "2004-06-14"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11", "2003-06-11", "2005-06-11"),
        ("2015-33", "2015-01-01", "2015-03-31", "2015-01-01", "2015-03-31"),
        ("2015-41", "2015-07-01", "2015-12-31", "2015-07-01", "2015-12-31"),
        ("2015-25", "2015-03-01", "2015-06-21", "2015-03-01", "2015-06-21"),
        ("2015-29", "2015-09-01", "2015-12-22", "2015-09-01", "2015-12-22"),
        ("2015-21", "2015-03-01", "2015-12-22", "2015-03-01", "2015-12-22"),
        ("2015-24", "2014-12-01", "2016-03-21", "2014-12-01", "2016-03-21"),
        ("2015-33?", "2015-01-01", "2015-03-31", "2014-10-01", "2015-06-30"),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", "2004-06-01", "2004-07-03"),
    ],
)
def test_bounds_hold_every_day_that_may_be_meant(text, lower, upper, earliest, latest):
    if lower is None:
        with pytest.raises(EdtfError, match="no day"):
            parse_edtf(text)
        return
    edtf = parse_edtf(text)
    found = (edtf.lower, edtf.upper, edtf.widened_lower, edtf.widened_upper)
    assert [day.isoformat() for day in found] == [lower, upper, earliest, latest]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2015", (2015,)),
        ("2015-24", (2015,)),
        ("2004-XX-XX", (2004,)),
        ("2014/2016", (2014, 2015, 2016)),
        ("0001/9999", (1, 9999)),
        ("2015-09-30/..", (2015,)),
        ("201X", ()),
        ("../2026-05-20", ()),
        ("201X/2015", ()),
        ("2015/201X", ()),
    ],
)
def test_a_year_is_named_only_where_it_is_known(text, years):
    assert parse_edtf(text).years == years


def test_a_season_is_listed_where_it_begins_in_the_north_and_its_bounds_hold_both_hemispheres():
    seasons = [parse_edtf(f"2015-{code}") for code in (21, 22, 23, 24)]
    assert [season.listed_at.month for season in seasons] == [3, 6, 9, 12]
    assert all(season.lower <= season.listed_at <= season.upper for season in seasons)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("XXXX", "century"),
        ("XX15", "century"),
        ("2015-21-03", "part of the year"),
        ("2015-13", "no month 13"),
        ("2015-2X", "no month 2X"),
        ("20155", "four digits"),
        ("Y170000002", "four digits"),
        ("-0043", "four digits"),
        ("[2015-05-13,2015-05-14]", "interval"),
        ("{1667,1668,1670..1672}", "interval"),
    ],
)
def test_what_is_not_read_of_edtf_is_refused_with_its_reason(text, reason):
    with pytest.raises(EdtfError, match=reason):
        parse_edtf(text)


def test_an_unknown_date_has_bounds_and_neither_year_nor_place():
    bounded = unknown_date(after=parse_edtf("2026-05"), before=parse_edtf("2026-05-20"))
    assert (bounded.lower, bounded.upper) == (date(2026, 5, 1), date(2026, 5, 20))
    assert (bounded.years, bounded.listed_at, bounded.exact_day) == ((), None, None)
    assert unknown_date().text == ""


@pytest.mark.parametrize(
    ("text", "unknown"), [("../2015", True), ("2015/", True), ("2015", False), ("2015/2016", False)]
)
def test_an_open_interval_that_stands_for_one_date_is_a_bound_and_no_date(text, unknown):
    assert as_unknown(parse_edtf(text)).is_unknown is unknown


@given(st.dates(date(1000, 1, 1), date(9990, 1, 1)), st.data())
def test_every_day_lies_within_whatever_is_left_unspecified_of_it(day, data):
    shown = list(day.isoformat())
    for place in (3, 6, 8, 9):
        if data.draw(st.booleans()):
            shown[place] = "X"
    shown[5:7] = "XX" if shown[6] == "X" else shown[5:7]
    sign = data.draw(st.sampled_from(["", "?", "~", "%"]))
    edtf = parse_edtf("".join(shown) + sign)
    assert edtf.widened_lower <= edtf.lower <= day <= edtf.upper <= edtf.widened_upper
    if sign:
        assert edtf.widened_lower <= day - timedelta(days=3)
        assert day + timedelta(days=3) <= edtf.widened_upper
