"""Dates as pages print them: the day, the time of day, and the very words."""

from __future__ import annotations

from datetime import date

import pytest

from builder.intake.dates import printed_dates
from builder.intake.months import month_of
from builder.intake.publication import read_field

DAY = date(2015, 11, 3)


@pytest.mark.parametrize(
    ("line", "language", "time", "cue"),
    [
        ("Published 3 Nov. 2015 14:05 GMT", "en", "14:05Z", "3 Nov. 2015 14:05 GMT"),
        ("Nov 3, 2015 at 2:05pm EST", "en", "14:05-05:00", "Nov 3, 2015 at 2:05pm EST"),
        ("14:05, 3 November 2015", "en", "14:05", "14:05, 3 November 2015"),
        ("Tuesday, November 03, 2015", "en", "", "November 03, 2015"),
        ("3. November 2015, 14:05 Uhr", "de", "14:05", "3. November 2015, 14:05 Uhr"),
        ("03.11.15 14:05", "de", "14:05", "03.11.15 14:05"),
        ("Publié le 3 novembre 2015 à 14h05", "fr", "14:05", "3 novembre 2015 à 14h05"),
        ("3 de noviembre de 2015 14:05 CET", "es", "14:05+01:00", "3 de noviembre de 2015 14:05 CET"),
        ("14:05, 3 ноября 2015", "ru", "14:05", "14:05, 3 ноября 2015"),
        ("уторак, 3. новембра 2015.", "sr", "", "3. новембра 2015"),
        ("3. novembra 2015. u 14:05", "sr", "14:05", "3. novembra 2015. u 14:05"),
        ("3 Kasım 2015 Salı", "tr", "", "3 Kasım 2015"),
        ("٣ نوفمبر ٢٠١٥ - 14:05", "ar", "14:05", "٣ نوفمبر ٢٠١٥ - 14:05"),
        ("٣ تشرين الثاني ٢٠١٥", "ar", "", "٣ تشرين الثاني ٢٠١٥"),
        ("2015年11月3日 14:05", "zh", "14:05", "2015年11月3日 14:05"),
        ("2015年11月3日 午後2時05分", "ja", "14:05", "2015年11月3日 午後2時05分"),
        ("입력 2015.11.03 오후 2:05", "ko", "14:05", "2015.11.03 오후 2:05"),
        ("2015년 11월 3일", "ko", "", "2015년 11월 3일"),
        ("11/3/2015", "en-US", "", "11/3/2015"),
        ("3/11/2015", "en-GB", "", "3/11/2015"),
    ],
)
def test_a_date_in_the_languages_of_news(line: str, language: str, time: str, cue: str) -> None:
    found = list(printed_dates(line, language))
    assert [(each.day, each.time, line[each.start : each.end]) for each in found] == [(DAY, time, cue)]


@pytest.mark.parametrize("language", ["", "en"])
def test_a_date_that_may_mean_two_days_says_so(language: str) -> None:
    assert [(each.day, each.other) for each in printed_dates("03/11/2015", language)] == [
        (DAY, date(2015, 3, 11))
    ]


@pytest.mark.parametrize(
    "line",
    ["31 February 2015", "13/13/2015", "3 Boats 2015", "call 03 11 2015", "2015", "in 300 days", "99.99.99"],
)
def test_what_is_no_date_gives_none(line: str) -> None:
    assert list(printed_dates(line, "en")) == []


def test_a_word_is_read_in_the_language_of_the_page_first() -> None:
    assert (month_of("listopad", "hr"), month_of("listopad", "cs"), month_of("listopad", "pl")) == (
        10,
        11,
        11,
    )


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2015-11-03T14:05:00.000Z", ("2015-11-03", "14:05Z")),
        ("2015-11-03T14:05:00+0100", ("2015-11-03", "14:05+01:00")),
        ("2015-11-03T00:00:00", ("2015-11-03", "")),
        ("20151103", ("2015-11-03", "")),
        ("1446559500", ("2015-11-03", "")),
        ("Tue, 03 Nov 2015 14:05:00 GMT", ("2015-11-03", "14:05Z")),
        ("Tue Nov 03 15:05:56 CET 2015", ("2015-11-03", "15:05+01:00")),
        ("2015-13-03", None),
        ("yesterday", None),
    ],
)
def test_a_field_for_programs(value: str, read: tuple[str, str] | None) -> None:
    assert read_field(value) == read
