"""Texts that have nothing to do with a story, in any number, take no passage from it."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analysis import analyse
from builder.analysis.comparisonfindings import PairComparison
from builder.analysis.passages import find
from builder.model.library import Library
from tests.property.steps import steps
from tests.unit.analysis import make

STORY = (
    "bridge river mayor night police morning water council road truck hospital nurse fire smoke crowd".split()
)
OTHERS = (
    "league goal season coach striker penalty budget tax harvest wheat export price rain score cup".split()
)


def _prose(draw: Random, words: list[str], count: int) -> str:
    return " ".join(f"{draw.choice(words)}{draw.randint(0, 40)}" for _ in range(count))


def _story(seed: int, size: int) -> tuple[dict[str, str], dict[str, object]]:
    """Texts of one topic, years apart, that share short runs: nothing that the rule of a whole site would see."""
    draw = Random(seed)
    shared = [_prose(draw, STORY, 9) for _ in range(3)]
    texts = {
        f"s{place}": f"{_prose(draw, STORY, 30)} {draw.choice(shared)} {_prose(draw, STORY, 30)} {draw.choice(shared)}"
        for place in range(size)
    }
    return texts, {
        name: make.article(published=str(1990 + place), topics=["t"]) for place, name in enumerate(texts)
    }


def _library(seed: int, size: int, others: int) -> Library:
    texts, articles = _story(seed, size)
    draw = Random(seed + 1)
    wire = _prose(draw, OTHERS, 40)
    for place in range(others):
        day = f"{draw.randint(1980, 2020)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        texts[f"u{place:03}"] = f"{_prose(draw, OTHERS, 20)} {wire if draw.random() < 0.3 else ''}"
        articles[f"u{place:03}"] = make.article(published=day)
    return make.library(texts, articles=articles, topics={"t": {"name": "T"}})


def _pairs(library: Library) -> dict[tuple[str, ...], PairComparison]:
    pairs = analyse(library).comparison.pairs
    return {names: pair for names, pair in pairs.items() if not any(name.startswith("u") for name in names)}


@settings(max_examples=12, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 1_000), st.integers(2, 12), st.integers(1, 60) | st.sampled_from([401, 500]))
def test_unrelated_texts_change_no_passage_of_a_story(seed: int, size: int, others: int) -> None:
    alone = _pairs(_library(seed, size, 0))
    assert _pairs(_library(seed, size, others)) == alone
    assert {pair.rule for pair in alone.values()} <= {"dossier"}


def _copies(prefix: str, seed: int, size: int) -> dict[str, str]:
    draw = Random(seed)
    shared = _prose(draw, STORY, 20)
    return {f"{prefix}{place:02}": f"{_prose(draw, STORY, 8)} {shared}" for place in range(size)}


def _with_others(others: dict[str, str]) -> dict[tuple[str, ...], PairComparison]:
    """What texts of one topic share, a year between each two, with others in the middle of those years."""
    story = _copies("s", 1, 30)
    articles = {
        name: make.article(published=f"{1950 + place}-01", topics=["t"], outlet=f"o{place}")
        for place, name in enumerate(story)
    }
    articles |= {
        name: make.article(published=f"{1950 + place}-07", topics=["u"]) for place, name in enumerate(others)
    }
    topics = {name: {"name": name.upper()} for name in ("t", "u")}
    outlets = {f"o{place}": {"name": f"O{place}"} for place in range(len(story))} | {"o": {"name": "O"}}
    return _pairs(make.library(story | others, articles=articles, topics=topics, outlets=outlets))


def test_where_a_story_has_too_many_words_of_pairs_texts_among_its_own_take_none(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(find, "LEAST_WORDS", 6_000)
    monkeypatch.setattr(find, "WORDS_FOR_A_TEXT", 0)
    alone = _with_others({})
    assert 50 < len(alone) < 30 * 29 // 2
    draw = Random(2)
    assert _with_others({f"u{place:02}": _prose(draw, OTHERS, 30) for place in range(12)}) == alone


def test_another_story_takes_no_seeds_from_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(find, "MOST_SEEDS", 8_000)
    alone = _with_others({})
    assert len(alone) == 30 * 29 // 2
    assert _with_others(_copies("u", 5, 30)) == alone


def test_a_story_like_these_has_passages_that_could_be_lost() -> None:
    assert len(_pairs(_library(3, 10, 0))) > 5


def test_twice_the_stories_take_twice_the_steps() -> None:
    counts = []
    for stories in (20, 40, 80):
        texts: dict[str, str] = {}
        articles: dict[str, object] = {}
        for story in range(stories):
            for name, text in _story(story, 5)[0].items():
                texts[f"x{story}{name}"] = text
                articles[f"x{story}{name}"] = make.article(published=str(1900 + story), topics=[f"t{story}"])
        topics = {f"t{story}": {"name": f"T{story}"} for story in range(stories)}
        library = make.library(texts, articles=articles, topics=topics)
        counts.append(steps(lambda library=library: analyse(library)))
    assert all(after <= 2.3 * before for before, after in pairwise(counts)), counts
