"""A date as a record states it: known, bounded or not known, with a time and its offset."""

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from builder.model.article import Article
from builder.model.dates import PublicationDate
from builder.model.event import Event


def published(written: Any) -> PublicationDate:
    return Article(title="A", outlet="o", published=written).published


def test_the_short_form_of_an_unknown_date_is_its_long_form() -> None:
    assert published("unknown") == published({"unknown": True}) == published({"unknown": "true"})


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("unknown", ""),
        ({"unknown": True, "before": "2026-05-20"}, "../2026-05-20"),
        ({"unknown": True, "after": "2026-05"}, "2026-05/.."),
        ({"unknown": True, "after": "2026-05", "before": "2026-05-20"}, "2026-05/2026-05-20"),
        ("../2026-05-20", "../2026-05-20"),
        ("2026-05-20/", "2026-05-20/"),
    ],
)
def test_what_bounds_an_unknown_date_is_kept(written: Any, text: str) -> None:
    edtf = published(written).edtf
    assert edtf.is_unknown
    assert edtf.text == text


def test_an_event_may_last_to_an_open_end_and_its_date_may_be_unknown() -> None:
    assert not Event(title="E", date="2015-09-30/..").date.edtf.is_unknown
    assert Event(title="E", date="unknown").date.edtf.is_unknown


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"time": "16:17"}, "`edtf` is missing"),
        ({"edtf": "2015", "before": "2016"}, "not known"),
        ({"edtf": "2015", "unknown": True}, "beside `unknown: true`"),
        ({"unknown": True, "time": "16:17"}, "beside `unknown: true`"),
        ({"unknown": True, "before": "2015/2016"}, "one date, not an interval"),
        ({"unknown": True, "after": "2016", "before": "2015"}, "after the one and before the other"),
    ],
)
def test_a_statement_says_one_thing_about_when(written: Any, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        published(written)


@pytest.mark.parametrize("time", ["16:17", "16:17:05", "16:17Z", "16:17+02:00", "16:17:05-09:30"])
def test_a_time_may_carry_its_offset(time: str) -> None:
    assert published({"edtf": "2015-11-12", "time": time}).time == time


@pytest.mark.parametrize(
    "time", ["4 pm", "16.17", "24:00", "16:17+2", "16:17+0200", "16:17 CET", "16:17+15:00"]
)
def test_no_other_form_of_a_time_is_read(time: str) -> None:
    with pytest.raises(ValidationError):
        published({"edtf": "2015-11-12", "time": time})


def test_a_moment_is_known_where_day_time_and_offset_are() -> None:
    moment = published({"edtf": "2015-11-12", "time": "01:30+02:00"}).instant
    assert moment == datetime(2015, 11, 11, 23, 30, tzinfo=UTC)
    assert published({"edtf": "2015-11-12", "time": "01:30"}).instant is None
    assert published({"edtf": "2015-11-12?", "time": "01:30Z"}).instant is None
