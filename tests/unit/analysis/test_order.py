from builder.analysis import analyse
from tests.unit.analysis.make import article, library


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
    assert found.article_order == ("z", "a", "b", "c", "d", "e", "f")


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
