"""Bounds of what one stored text may hold and of what its quotes may mean, told where they are met."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.diagnostics import Severity
from builder.load import Loaded
from builder.load.overfull import MOST_LINES, MOST_MARKS, MOST_SINGLE_MARKS, overfull
from builder.load.sifting import MOST_STEPS
from tests.unit.load.conftest import Load

LoadSeed = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("unit", "most", "what"),
    [
        ("a\n", MOST_LINES, "lines with words"),
        ("“", MOST_MARKS, "quotation marks"),
        ("'", MOST_SINGLE_MARKS, "apostrophes and single quotation marks"),
    ],
)
def test_a_text_may_hold_so_many_of_a_thing_and_not_one_more(unit: str, most: int, what: str) -> None:
    assert overfull(unit * most) is None
    found = overfull(f"{unit * most}{unit}")
    assert found is not None
    assert (found.what, found.count, found.most, found.start) == (what, most + 1, most, most * len(unit))


def test_a_text_that_holds_too_much_is_told_with_file_line_and_bound(load_seed: LoadSeed) -> None:
    loaded = load_seed(b"a\n" * (MOST_LINES + 5), "")
    [problem] = [one for one in loaded.settled() if one.code == "seed-overfull"]
    assert (problem.span.path, problem.span.line) == ("content/articles/one.yaml", 4)
    assert "holds 80,005 lines with words, at most 80,000 are allowed" in problem.message
    assert f"{MOST_LINES + 1}:1" in problem.message
    [related] = problem.related
    assert (related.span.path, related.span.line) == ("seeds/a.txt", MOST_LINES + 1)


def test_quotes_that_mean_too_many_places_are_told_and_looked_up_no_further(
    load_seed: LoadSeed,
) -> None:
    quotes = "".join(f"  - {{kind: sic, quote: a, prefix: z{number}}}\n" for number in range(3))
    loaded = load_seed(b"a" * 1_000_000, f"marks:\n{quotes}")
    found = [(one.code, one.span.line) for one in loaded.settled()]
    assert found == [("too-many-places", line) for line in (6, 7, 8)]


REDACTION = "kind: redact, reason: r, by: M, date: 2020-01-14"


def test_redactions_that_mean_too_many_places_are_told_once(load_seed: LoadSeed) -> None:
    marks = "".join(f"  - {{quote: a{number}, {REDACTION}}}\n" for number in range(9))
    loaded = load_seed(b"a1b " * 400_000, f"marks:\n{marks}")
    found = [(one.code, one.span.line) for one in loaded.settled() if one.severity is Severity.ERROR]
    assert found == [("quote-not-found", 6), ("too-many-places", 7)]


def test_so_many_redactions_as_an_editor_may_need_are_made_in_the_largest_text(load_seed: LoadSeed) -> None:
    words = [f"n{number:06}" for number in range(200_000)]
    marks = "".join(f"  - {{quote: {word}, {REDACTION}}}\n" for word in words[::500])
    loaded = load_seed(" ".join(words).encode(), f"marks:\n{marks}")
    assert [one.code for one in loaded.settled() if one.severity is Severity.ERROR] == []


def test_an_earlier_state_that_holds_redacted_words_in_too_many_places_is_told(load: Load) -> None:
    article = (
        "title: A\noutlet: news\npublished: 2015\ntext: seeds/a.txt\n"
        "versions:\n  - {captured: 2015-01-01, file: seeds/b.txt}\n"
        f"marks:\n  - {{quote: ab, {REDACTION}}}\n"
    )
    seeds = {"seeds/a.txt": "Nobody but ab knows.\n", "seeds/b.txt": "ab so " * (MOST_STEPS + 1)}
    loaded = load({"content/articles/one.yaml": article, **seeds})
    told = [(one.code, one.span.line) for one in loaded.settled() if one.severity is Severity.ERROR]
    assert told == [("too-many-places", 6)]


def test_the_twenty_fifth_misquote_of_a_text_is_told_without_the_nearest_words(load_seed: LoadSeed) -> None:
    quotes = "".join(f"  - {{kind: sic, quote: the yellow boat{number}}}\n" for number in range(30))
    loaded = load_seed(b"They saw the yellow boats in the evening.\n", f"marks:\n{quotes}")
    told = [one for one in loaded.settled() if one.code == "quote-not-found"]
    assert ["the nearest are at" in one.message for one in told] == [True] * 24 + [False] * 6


def test_a_mistake_on_a_line_as_long_as_a_file_is_told_in_a_few_words(load: Load) -> None:
    for line in ("name: a: " + "b: " * 100_000, "name a" + " b" * 100_000, "name:a" + " b" * 100_000):
        [problem] = load({"content/topics/t.yaml": f"kind: x\n{line}\n"}).problems
        assert problem.span.line == 2
        assert len(problem.message) + len(problem.hint) < 600
