"""The stops of the tour lead somewhere, and each mistake in them is told once, in its place, with what was meant."""

from __future__ import annotations

import pytest

CLAIM = """\
statement: It rained
kind: event
appearances:
  - {article: one, stance: asserts, quote: It rained, checked: {by: E, date: 2025}}
"""
FILES = {
    "content/claims/it-rained.yaml": CLAIM,
    "content/articles/two.yaml": "title: Two\noutlet: news\npublished: 2025\n",
    "content/topics/rain.yaml": "name: Rain\n",
}
MISTAKES = {
    "an id that is nearly one": ("{claim: it-rains}", "3:13 unknown-id", "write `it-rained`"),
    "a short form that is nearly one": ("it-raind", "3:5 unknown-id", "write `it-rained`"),
    "a page that is nearly one": ("{built: timelin}", "3:13 unknown-choice", "write `timeline`"),
    "nothing": ("{says: See}", "3:6 bad-stop", "write it like"),
    "two records": ("{claim: it-rained, topic: rain}", "3:6 bad-stop", "write it like"),
    "an article beside a topic": ("{topic: rain, article: one}", "3:6 bad-stop", "write it like"),
    "an article that is not quoted": (
        "{claim: it-rained, article: two}",
        "3:33 bad-stop",
        "write one that it quotes: one",
    ),
}


@pytest.mark.parametrize(
    "stop", ["it-rained", "{claim: it-rained, article: one, says: See}", "{built: timeline}"]
)
def test_a_stop_is_a_record_the_words_of_one_article_or_a_page(load, stop: str):
    loaded = load(FILES | {"content/dossier.yaml": f"title: T\ntour:\n  - {stop}\n"})
    assert [one for one in loaded.settled() if one.severity.name == "ERROR"] == []


@pytest.mark.parametrize(("stop", "place", "fix"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistaken_stop_is_told_once_in_its_place(load, stop: str, place: str, fix: str):
    loaded = load(FILES | {"content/dossier.yaml": f"title: T\ntour:\n  - {stop}\n"})
    (found,) = [one for one in loaded.settled() if one.severity.name == "ERROR"]
    assert f"{found.span.line}:{found.span.column} {found.code}" == place
    assert (found.hint or "").startswith(fix)


def test_a_draft_is_no_stop(load, told):
    draft = {"content/topics/rain.yaml": "name: Rain\ndraft: true\n"}
    found = told(load(FILES | draft | {"content/dossier.yaml": "title: T\ntour: [rain]\n"}))
    assert "content/dossier.yaml:2:8 refers-to-draft" in found
