"""Which texts are compared as those of one story: it follows from their own records, however many others there are."""

from __future__ import annotations

import pytest

from builder.analysis.comparedtext import compared_texts
from builder.analysis.order import article_order
from builder.analysis.passages import stories
from builder.analysis.passages.stories import stories_of
from builder.memory import Memory
from tests.unit.analysis import make


def related(articles: dict[str, object], **records: object) -> set[tuple[str, str]]:
    library = make.library(dict.fromkeys(articles, "Some words."), articles=articles, **records)
    texts = compared_texts(library, article_order(library), Memory())
    return {
        tuple(sorted((texts[one].article, texts[other].article)))
        for story in stories_of(library, texts)
        for place, one in enumerate(story)
        for other in story[place + 1 :]
    }


def test_texts_of_one_topic_event_claim_or_comparison_tell_one_story():
    apart = {
        name: make.article(published=f"20{year}-01-01")
        for name, year in zip("abcdef", range(10, 16), strict=True)
    }
    assert related(apart) == set()
    named = apart | {
        "a": make.article(published="2010-01-01", topics=["t"], events=["e"]),
        "b": make.article(published="2011-01-01", topics=["t"]),
        "c": make.article(published="2012-01-01", events=["e"]),
    }
    records = {
        "topics": {"t": {"name": "T"}},
        "events": {"e": {"title": "E", "date": "2009"}},
        "comparisons": {"k": {"title": "K", "question": "Q?", "articles": ["d", "e"]}},
    }
    claims = {
        "one": make.claim(make.says("e"), make.says("f")),
        "two": make.claim(make.says("b"), event="e"),
    }
    found = {("a", "b"), ("a", "c"), ("d", "e")}
    assert related(named, **records) == found
    assert related(named, **records, claims=claims) == {*found, ("b", "c"), ("e", "f")}


@pytest.mark.parametrize(
    ("one", "other", "are_near"),
    [
        ("2015-03-10", "2015-03-10", True),
        ("2015-03-10", "2015-03-13", True),
        ("2015-02-28", "2015-03-03", True),
        ("2015-03-10", "2015-03-17", False),
        ("2015-03", "2015-03-20", True),
        ("2015", "2015", True),
        ("2015", "2016", False),
        ("2015", "2015-03-20", False),
        ("201X", "201X", False),
    ],
)
def test_texts_published_within_three_days_tell_one_story(one: str, other: str, are_near: bool):
    for turned in ((one, other), (other, one)):
        articles = {name: make.article(published=date) for name, date in zip("ab", turned, strict=True)}
        assert bool(related(articles)) is are_near


def test_texts_of_every_day_are_near_those_of_the_next_three():
    days = [f"2016-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 29)]
    articles = {f"a{place:02}": make.article(published=day) for place, day in enumerate(days[:28])}
    found = related(articles)
    assert all((f"a{place:02}", f"a{place + more:02}") in found for place in range(24) for more in (1, 2, 3))
    assert not any((f"a{place:02}", f"a{place + 6:02}") in found for place in range(22))


def test_a_story_of_very_many_texts_is_cut_into_stretches_that_overlap(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stories, "MOST_TEXTS", 10)
    names = [f"a{place:02}" for place in range(37)]
    articles = {
        name: make.article(published=str(1950 + place), topics=["t"]) for place, name in enumerate(names)
    }
    found = related(articles, topics={"t": {"name": "T"}})
    assert all((names[place], names[place + more]) in found for place in range(32) for more in range(1, 5))
    assert (names[0], names[10]) not in found


def test_a_text_of_very_many_stories_is_compared_within_the_smallest(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stories, "MOST_STORIES", 2)
    articles = {
        name: make.article(published=f"20{year}-01-01", topics=topics)
        for year, (name, topics) in enumerate(
            {
                "a": ["s", "t", "u"],
                "b": ["s"],
                "c": ["t"],
                "d": ["t"],
                "e": ["u"],
                "f": ["u"],
                "g": ["u"],
            }.items(),
            start=10,
        )
    }
    found = related(articles, topics={name: {"name": name.upper()} for name in "stu"})
    assert found == {("a", "b"), ("a", "c"), ("a", "d"), ("c", "d"), ("e", "f"), ("e", "g"), ("f", "g")}
