"""Dates in words say all that is known and no more."""

from contextvars import copy_context
from gettext import NullTranslations
from typing import ClassVar

import pytest

from builder.model.datewords import date_words, month_forms
from builder.model.edtf import as_unknown, parse_edtf, unknown_date
from builder.pages.parts.dates import machine_date, time_words
from builder.wording import speak


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2015-11-12", "12 November 2015"),
        ("2014-09-03~", "about 3 September 2014"),
        ("2015-11-13?", "13 November 2015, uncertain"),
        ("2015%", "about 2015, uncertain"),
        ("201X", "in the 2010s"),
        ("201X?", "in the 2010s, uncertain"),
        ("201X~", "about the 2010s"),
        ("20XX", "some year from 2000 to 2099"),
        ("2004-XX", "some month in 2004"),
        ("2004-06-XX", "some day in June 2004"),
        ("2004-XX-XX", "some day in 2004"),
        ("2004-06-2X", "some day from 20 to 29 June 2004"),
        ("2004-1X", "some month from October to December 2004"),
        ("156X-12-25", "25 December in the 1560s"),
        ("2004-XX-25", "day 25 of some month in 2004"),
        ("2004-06?-11", "11 June 2004, year and month uncertain"),
        ("?2004-06-~11", "11 June 2004, day approximate, year uncertain"),
        ("2015-21", "spring 2015"),
        ("2015-30", "southern summer 2015"),
        ("2015-34", "second quarter of 2015"),
        ("2015-41", "second half of 2015"),
        ("2014-08-31/2014-09-02", "31 August to 2 September 2014"),
        ("2015-21/2015-22", "spring 2015 to summer 2015"),
        ("2015-09-30/..", "since 30 September 2015"),
        ("../201X", "until the 2010s"),
        ("/2014", "by 2014"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(text: str, words: str) -> None:
    assert date_words(parse_edtf(text), long=True) == words


def test_an_unknown_date_is_called_unknown_with_what_bounds_it() -> None:
    assert date_words(unknown_date()) == "date unknown"
    assert date_words(as_unknown(parse_edtf("../2026-05-20"))) == "date unknown, not after 20 May 2026"
    assert date_words(as_unknown(parse_edtf("2026-05/")), long=True) == "date unknown, not before May 2026"
    both = unknown_date(parse_edtf("2025"), parse_edtf("2026-05-20"))
    assert date_words(both) == "date unknown, not before 2025, not after 20 May 2026"


@pytest.mark.parametrize("text", ["2015", "2015-11", "2015-11-12"])
def test_machines_read_plain_dates_as_they_are(text: str) -> None:
    assert machine_date(parse_edtf(text)) == text


@pytest.mark.parametrize(
    "text", ["2015?", "201X", "2015-21", "2004-06-XX", "2014/2015", "../2015", "~2015-11"]
)
def test_machines_are_told_nothing_of_other_dates(text: str) -> None:
    assert machine_date(parse_edtf(text)) is None


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("16:17", "16:17"),
        ("16:17Z", "16:17 UTC"),
        ("16:17+00:00", "16:17 UTC"),
        ("16:17+02:00", "16:17 UTC+2"),
        ("16:17:05-09:30", "16:17:05 UTC−9:30"),
    ],
)
def test_a_time_is_told_with_its_offset_where_that_is_known(time: str, words: str) -> None:
    assert time_words(time) == words


class _French(NullTranslations):
    """A language with its own order of a date, a month for itself and one after a day."""

    WORDS: ClassVar = {
        "{day} {month} {year}": "le {day} {month} {year}",
        "{first} {first_month} to {last} {month} {year}": "du {first} {first_month} au {last} {month} {year}",
        "about {date}": "vers {date}",
        "in the {decade}s": "dans les années {decade}",
        "first half of {year}": "premier semestre {year}",
        "month November": "Novembre",
        "month of a day November": "novembre",
        "month of a day December": "décembre",
        "short month Nov": "nov.",
    }

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return self.WORDS.get(f"{context} {message}", message)


@pytest.mark.parametrize(
    ("text", "long", "words"),
    [
        ("2015-11-12", True, "le 12 novembre 2015"),
        ("2015-11-12~", False, "vers le 12 nov. 2015"),
        ("2015-11", True, "Novembre 2015"),
        ("2015-11-12/2015-12-02", True, "du 12 novembre au 2 décembre 2015"),
        ("201X", True, "dans les années 2010"),
        ("2015-40", True, "premier semestre 2015"),
    ],
)
def test_a_language_tells_dates_by_its_own_patterns(text: str, long: bool, words: str) -> None:
    def told() -> str:
        speak(_French())
        return date_words(parse_edtf(text), long=long)

    assert copy_context().run(told) == words


def test_the_forms_of_a_month_are_those_that_dates_have():
    day, alone, short = month_forms()[8]
    edtf = parse_edtf("2014-09-03")
    assert {date_words(edtf), date_words(edtf, long=True)} <= {f"3 {day} 2014", f"3 {short} 2014"}
    assert (len(month_forms()), alone) == (12, "September")
