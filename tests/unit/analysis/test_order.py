import random
from typing import Any

import pytest

from builder.analysis import analyse
from builder.analysis.order import is_before
from builder.model.article import Article
from tests.unit.analysis.make import article, library
from tests.unit.pages.test_gaps import random_date, random_day


def test_articles_stand_by_first_day_then_last_day_then_time_then_id() -> None:
    found = analyse(
        library(
            articles={
                "f": article("2015-11-13?"),
                "e": article({"edtf": "2015-11-12"}),
                "d": article({"edtf": "2015-11-12"}),
                "c": article({"edtf": "2015-11-12", "time": "16:17"}),
                "b": article({"edtf": "2015-11-12", "time": "09:00"}),
                "a": article("2015-11"),
                "z": article("../2015-11-12"),
            }
        )
    )
    assert found.article_order == ("a", "b", "c", "d", "e", "f", "z")


def test_what_has_no_known_date_stands_last_whatever_bounds_it() -> None:
    found = analyse(
        library(
            articles={
                "a": article("unknown"),
                "b": article("../2015-11-12"),
                "c": article("2015-11-12/.."),
                "d": article({"unknown": True, "after": "2015", "before": "2015"}),
                "e": article("201X"),
                "f": article("2026"),
            },
            events={"a": {"title": "A", "date": "../2014"}, "b": {"title": "B", "date": "2016-03/.."}},
        )
    )
    assert found.article_order[:2] == ("e", "f")
    assert set(found.article_order[2:]) == {"a", "b", "c", "d"}
    assert found.event_order == ("b", "a")


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("2015-11-12", "2015-11-13", True),
        ("2015-11-12", "2015-11-12", False),
        ("2017-11", "2017-11-17", False),
        ("2015-11-13?", "2015-11-16", False),
        ("2015-11-13?", "2015-11-17", True),
        ("2015-11-12", "2015-11-16~", True),
        ("2015-11-12", "2015-11-15~", False),
        ("../2015-11-12", "2015-11-13", True),
        ("unknown", "2015-11-13", False),
        ({"edtf": "2015-11-12", "time": "09:00Z"}, {"edtf": "2015-11-12", "time": "16:17Z"}, True),
        ({"edtf": "2015-11-12", "time": "16:17+05:00"}, {"edtf": "2015-11-12", "time": "12:00Z"}, True),
        ({"edtf": "2015-11-12", "time": "23:00-05:00"}, {"edtf": "2015-11-13", "time": "01:00+03:00"}, False),
        ({"edtf": "2015-11-13", "time": "01:00+03:00"}, {"edtf": "2015-11-12", "time": "23:00-05:00"}, True),
        ({"edtf": "2015-11-12", "time": "09:00"}, {"edtf": "2015-11-12", "time": "16:17Z"}, False),
        ({"edtf": "2015-11-12", "time": "09:00"}, {"edtf": "2015-11-12", "time": "16:17"}, False),
    ],
)
def test_an_order_is_known_only_where_the_dates_prove_it(one: Any, other: Any, known: bool) -> None:
    first, second = (Article(title="A", outlet="o", published=each).published for each in (one, other))
    assert is_before(first, second) is known
    assert not (known and is_before(second, first))


def test_a_proved_order_holds_for_every_two_days_that_the_dates_may_mean() -> None:
    chance = random.Random(12)
    proved = 0
    for _ in range(2_000):
        edtf = random_date(chance), random_date(chance)
        first, second = (Article(title="A", outlet="o", published=each.text).published for each in edtf)
        if is_before(first, second):
            proved += 1
            days = [(random_day(chance, edtf[0]), random_day(chance, edtf[1])) for _ in range(4)]
            assert all(one < other for one, other in days), edtf
    assert proved > 300


def test_times_without_an_offset_are_compared_where_one_outlet_printed_both() -> None:
    first, second = (
        Article(title="A", outlet="o", published={"edtf": "2015-11-12", "time": time}).published
        for time in ("09:00", "16:17")
    )
    assert is_before(first, second, same_clock=True)
    assert not is_before(second, first, same_clock=True)


def test_the_order_does_not_depend_on_the_order_of_the_mapping() -> None:
    forward = {"a": article("2016"), "b": article("2015"), "c": article("2015")}
    backward = dict(reversed(forward.items()))
    assert (
        analyse(library(articles=forward)).article_order == analyse(library(articles=backward)).article_order
    )


def test_events_stand_by_date() -> None:
    found = analyse(
        library(events={"a": {"title": "A", "date": "2016-03-14"}, "b": {"title": "B", "date": "2016-03"}})
    )
    assert found.event_order == ("b", "a")


def test_a_subset_is_returned_in_article_order_each_once() -> None:
    found = analyse(library(articles={"a": article("2016"), "b": article("2015")}))
    assert found.in_article_order(["a", "b", "a"]) == ("b", "a")
