"""Dates are never more exact than their source."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.edtf import EdtfError, Precision, parse_edtf


@pytest.mark.parametrize(
    ("text", "lower", "upper", "widened"),
    [
        ("2015-11-12", date(2015, 11, 12), date(2015, 11, 12), date(2015, 11, 12)),
        ("2015-11-13?", date(2015, 11, 13), date(2015, 11, 13), date(2015, 11, 16)),
        ("2014-09-03~", date(2014, 9, 3), date(2014, 9, 3), date(2014, 9, 6)),
        ("2014-09%", date(2014, 9, 1), date(2014, 9, 30), date(2014, 10, 31)),
        ("2014?", date(2014, 1, 1), date(2014, 12, 31), date(2015, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), date(2016, 2, 29)),
        ("2016-07-31/2016-08-01", date(2016, 7, 31), date(2016, 8, 1), date(2016, 8, 1)),
        ("2014/..", date(2014, 1, 1), date.max, date.max),
        ("/2014-05", date.min, date(2014, 5, 31), date(2014, 5, 31)),
        ("9999?", date(9999, 1, 1), date(9999, 12, 31), date.max),
        ("9999-12-31~", date(9999, 12, 31), date(9999, 12, 31), date.max),
    ],
)
def test_bounds_follow_precision_and_qualifier(text, lower, upper, widened):
    edtf = parse_edtf(text)
    assert (edtf.lower, edtf.upper, edtf.widened_upper) == (lower, upper, widened)


def test_an_open_end_is_told_from_an_unknown_one():
    assert parse_edtf("2014/..").open_end
    assert not parse_edtf("2014/").open_end


@pytest.mark.parametrize(
    "text",
    [
        "2015-02-29",
        "2015-13",
        "2015-00-01",
        "0000",
        "12:30",
        "010",
        "NO",
        "1e3",
        "15",
        "2015-1-2",
        "12.11.2015",
        "2016/2015",
        "/",
        "../..",
        "",
        "2015-11-12T10:00",
        "２０１５",
        "2015-11-12 ",
        "1709251200",
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text):
    with pytest.raises(EdtfError, match=r"\w"):
        parse_edtf(text)


def test_the_reason_helps_with_other_orders():
    with pytest.raises(EdtfError, match="year first"):
        parse_edtf("12.11.2015")


@given(st.dates(), st.sampled_from(Precision), st.sampled_from("?~% "))
def test_every_date_lies_within_its_own_bounds(day, precision, sign):
    shown = {
        Precision.DAY: day.isoformat(),
        Precision.MONTH: day.isoformat()[:7],
        Precision.YEAR: day.isoformat()[:4],
    }
    edtf = parse_edtf(shown[precision] + sign.strip())
    assert edtf.lower <= day <= edtf.upper <= edtf.widened_upper
