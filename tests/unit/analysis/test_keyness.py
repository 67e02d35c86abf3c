"""A word is told only where the numbers carry it, with the counts of every text."""

from __future__ import annotations

from typing import Any

import pytest

from builder.analysis import analyse, keyness
from builder.analysis.comparison import compare_texts
from builder.analysis.keyness import Keyword, Keywords, WordCounts, keywords, words_of
from builder.model.library import Library
from builder.recorded import digest
from tests.unit.analysis import make

PLAIN = "The council met in the hall and spoke of roads, schools and the coming winter. "
PLAIN_WORDS = {
    "The",
    "council",
    "met",
    "in",
    "the",
    "hall",
    "and",
    "spoke",
    "of",
    "roads",
    "schools",
    "coming",
    "winter",
}
TERROR = "The terrorists came. "


def told(texts: dict[str, str], **records: Any) -> list[Keyword]:
    return list(among(make.library(texts, **records)).found)


def among(library: Library) -> Keywords:
    return compare_texts(library, tuple(library.texts), {}).keywords(tuple(library.texts))


def test_a_word_that_one_text_uses_often_and_the_others_never_is_told_with_all_counts() -> None:
    texts = {"a": PLAIN * 30, "b": PLAIN * 30 + TERROR * 20, "c": PLAIN * 30 + TERROR}
    (came, terrorists) = told(texts)
    assert (came.word, terrorists.word) == ("came", "terrorists")
    assert (terrorists.article, terrorists.counts) == ("b", (0, 20, 1))


def test_the_numbers_are_those_of_the_formulas() -> None:
    texts = {"a": WordCounts.of(1000, {"word": 40}), "b": WordCounts.of(3000, {"word": 10})}
    (word,) = keywords(texts).found  # type: ignore[arg-type]
    assert (word.likelihood, word.log_ratio) == (66.62, 3.58)


def test_few_uses_tell_nothing_however_strange_the_word() -> None:
    assert told({"a": PLAIN * 100, "b": PLAIN * 5 + TERROR * 4}) == []


def test_a_small_difference_tells_nothing_however_many_the_uses() -> None:
    counts = {"a": WordCounts.of(100_000, {"word": 1900}), "b": WordCounts.of(100_000, {"word": 1000})}
    assert keywords(counts).found == ()  # type: ignore[arg-type]


def test_short_texts_tell_nothing() -> None:
    assert told({"a": PLAIN * 5, "b": PLAIN * 5 + TERROR * 5}) == []


def test_the_bar_rises_with_the_number_of_words_tested() -> None:
    few = {"word": 9}
    many = few | {f"w{letter}": 6 for letter in "abcdefghijklmnopqrstuvwxyz"}
    others = {word: 6 for word in many if word != "word"}
    alone = {"a": WordCounts.of(1000, few), "b": WordCounts.of(1000, {})}
    crowd = {"a": WordCounts.of(1000, many), "b": WordCounts.of(1000, others)}
    assert len(keywords(alone).found) == 1  # type: ignore[arg-type]
    assert keywords(crowd).found == ()  # type: ignore[arg-type]


def test_a_text_alone_and_no_text_at_all_tell_nothing() -> None:
    assert told({"a": TERROR * 50}) == []
    assert told({}) == []


def test_numbers_small_words_and_contractions_tell_nothing() -> None:
    assert (
        told({"a": PLAIN * 30, "b": PLAIN * 30 + "They won\u2019t, they\u2019re, 224, 1990s, with. " * 30})
        == []
    )


def test_names_of_entities_tell_nothing() -> None:
    made = make.library(
        {"a": PLAIN * 30, "b": PLAIN * 30 + "Putin\u2019s Kremlin. " * 20},
        entities={"putin": {"name": "Putin", "kind": "person"}},
        outlets={"o": {"name": "O"}},
    )
    found = analyse(made).comparison.keywords(("a", "b"))  # type: ignore[arg-type]
    assert [each.word for each in found.found] == ["kremlin"]


def test_capitals_and_the_shape_of_the_apostrophe_make_no_other_word() -> None:
    assert words_of("Militants MILITANTS\u2019 militants\u2019s O\u2019Neill o'neill") == {
        "militants",
        "o'neill",
    }


def test_folded_words_are_not_counted() -> None:
    appeal = "Subscribe now. " * 20
    marks = [{"kind": "appeal", "quote": appeal.strip()}]
    texts = {"a": PLAIN * 30, "b": appeal + PLAIN * 30}
    assert [each.word for each in told(dict(texts))] == ["subscribe"]
    assert told(texts, articles={"b": make.article(marks=marks)}) == []


def test_a_text_in_a_language_whose_small_words_are_not_known_takes_no_part() -> None:
    german = make.article(language="de")
    texts = {"a": PLAIN * 30, "b": "Der Rat kam und sprach. " * 40, "c": PLAIN * 30}
    found = among(make.library(texts, articles={"b": german}))
    assert (found.articles, found.found) == (("a", "c"), ())
    british = {"a": make.article(language="en-GB")}
    assert among(make.library({"a": PLAIN, "b": PLAIN}, articles=british)).articles == ("a", "b")


def test_a_word_is_spelled_once_however_often_it_stands_in_the_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    spelled: list[str] = []

    def counting(word: str) -> str:
        spelled.append(word)
        return word.lower()

    monkeypatch.setattr(keyness, "_spelled", counting)
    assert among(make.library({"a": PLAIN * 30, "b": PLAIN})).words == (450, 15)
    assert sorted(spelled) == sorted(PLAIN_WORDS)


def test_counts_of_a_text_are_told_the_same_whatever_the_other_texts_are() -> None:
    texts = {"a": TERROR, "b": PLAIN + TERROR}
    alone, second = (
        compare_texts(make.library(one), tuple(one), {}).counts["b"] for one in ({"b": texts["b"]}, texts)
    )
    assert (
        second.counts
        == alone.counts
        == dict.fromkeys(
            ("council", "met", "hall", "spoke", "roads", "schools", "coming", "winter", "terrorists", "came"),
            1,
        )
    )
    assert digest(second) == digest(alone)


def test_counts_of_a_text_take_a_few_bytes_for_each_word() -> None:
    texts = {f"a{number}": PLAIN + f"Nobody saw word{'x' * number}. " for number in range(40)}
    counts = compare_texts(make.library(texts), tuple(texts), {}).counts
    assert len(counts) == len(texts)
    for each in counts.values():
        held = [each.told, each.times]
        assert sum(len(part) * part.itemsize for part in held) == 2 * len(each.counts)
