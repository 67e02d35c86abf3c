"""Twice as much of anything that records can say costs twice the steps, whether it is honest or not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from builder.analysis.chains import chain_of
from builder.build import check_dossier
from builder.model.base import ArticleId
from builder.report import OutputFormat, format_diagnostics
from tests.property.steps import steps

MOST_GROWTH = 2.3
Files = dict[str, str]
ARTICLE = "title: A\noutlet: o\npublished: 2015\n"
CLAIM = "statement: S\nkind: event\n"


def _article(more: str) -> Files:
    return {"articles/x.yaml": ARTICLE + more}


def _claim(more: str) -> Files:
    return {"articles/x.yaml": ARTICLE, "claims/x.yaml": CLAIM + more}


def _origins(*targets: str) -> str:
    steps_back = (
        f"  - {{relation: reports, basis: inferred, note: n, of: {{{each}}}}}\n" for each in targets
    )
    return "origins:\n" + "".join(steps_back) if targets else ""


def _citing(count: int, cited: Callable[[int], range]) -> Files:
    return {
        f"articles/a{number}.yaml": ARTICLE + _origins(*(f"article: a{each}" for each in cited(number)))
        for number in range(count)
    }


def _layers(count: int) -> Files:
    return _citing(
        count, lambda number: range(number // 2 * 2 - 2, number // 2 * 2) if number > 1 else range(0)
    )


def _entries(count: int, entry: Callable[[int], str], indent: str = "  - ") -> str:
    return "".join(f"{indent}{entry(number)}\n" for number in range(count))


def _hand(number: int, more: str = "") -> str:
    return f'{{article: x, stance: asserts, quote: "q{number}", checked: {{by: b, date: 2015}}{more}}}'


def _answers(count: int) -> Files:
    positions = _entries(count, lambda number: f"p{number}: w{number}", "  ")
    appearances = _entries(count, lambda number: _hand(number, f", position: p{number}"))
    return _claim(
        f"reading: differ\ndisagreement: [number]\npositions:\n{positions}appearances:\n{appearances}"
    )


def _independent(count: int, origins: str = "") -> Files:
    names = [f"a{number}" for number in range(count)]
    appearances = _entries(count, lambda number: _hand(number).replace("x,", f"a{number},", 1))
    finding = f"independence:\n  - {{between: [{', '.join(names)}], basis: b, by: b, date: 2015}}\n"
    return {
        **{f"articles/{name}.yaml": ARTICLE + origins for name in names},
        "claims/x.yaml": f"{CLAIM}appearances:\n{appearances}{finding}",
    }


def _carried(count: int) -> Files:
    """As many quotes of one article as carriers of its whole text."""
    carriers = _entries(count, lambda number: f"{{relation: translates, cue: c, of: {{what: w{number}}}}}")
    return _claim("appearances:\n" + _entries(count, _hand)) | _article("origins:\n" + carriers)


def _words_of_two(count: int) -> Files:
    """As many claims as articles that cite the ten before, each on the word of two people."""
    files = _citing(count, lambda number: range(max(0, number - 10), number))
    for who in "de":
        files[f"entities/{who}.yaml"] = f"name: {who}\nkind: person\n"
    said = _entries(
        2, lambda number: _hand(number, f", attributed_to: {'de'[number]}").replace("x,", f"a{count - 1},", 1)
    ).replace("asserts", "attributes")
    for number in range(count):
        files[f"claims/c{number}.yaml"] = f"{CLAIM}appearances:\n{said}"
    return files


def _wrong_ids(count: int) -> Files:
    topics = {f"topics/topic-{number}.yaml": f"name: T{number}\n" for number in range(count)}
    return {
        **topics,
        **_article("topics: [" + ", ".join(f"tpic-{number}x" for number in range(count)) + "]\n"),
    }


def _circle(count: int) -> Files:
    return _citing(count, lambda number: range((number + 1) % count, (number + 1) % count + 1))


EMPTY = {
    "origins": "articles", "marks": "articles", "assessments": "articles", "quoted": "articles", "topics": "articles",
    "appearances": "claims", "independence": "claims", "disagreement": "claims", "known_today": "claims",
    "aliases": "entities", "not": "entities", "sources": "events",
}  # fmt: skip
HEADS = {
    "articles": ARTICLE,
    "claims": CLAIM,
    "entities": "name: X\nkind: person\n",
    "events": "title: E\ndate: 2015\n",
}


def _empty(folder: str, key: str) -> Callable[[int], Files]:
    return lambda count: {f"{folder}/x.yaml": f"{HEADS[folder]}{key}: [{', '.join(['{}'] * count)}]\n"}


INPUTS: dict[str, tuple[int, Callable[[int], Files]]] = {
    "layers of two": (40, _layers),
    "each cites the ten before": (60, lambda n: _citing(n, lambda number: range(max(0, number - 10), number))),
    "a line of articles": (150, lambda n: _citing(n, lambda number: range(max(0, number - 1), number))),
    "a circle of articles": (150, _circle),
    "origins of one article": (200, lambda n: _article(_origins(*(f"what: w{number}" for number in range(n))))),
    "unknown keys": (300, lambda n: _article(_entries(n, lambda number: f"key{number}: v", ""))),
    "keys that are nearly known": (300, lambda n: _article(_entries(n, lambda number: f"outlet{number}: v", ""))),
    "one mistake in many records": (60, lambda n: {f"articles/a{each}.yaml": f"{ARTICLE}topcs: [x]\n" for each in range(n)}),
    "wrong ids": (400, _wrong_ids),
    "one wrong id": (300, lambda n: _article(f"topics: [{', '.join(['x'] * n)}]\n")),
    "words for nothing": (300, lambda n: _article(f"topics: [{', '.join(['~'] * n)}]\n")),
    "former ids that are taken": (200, lambda n: {
        f"articles/{name}.yaml": f"{ARTICLE}former_ids: [{', '.join(f'f{each}' for each in range(n))}]\n" for name in "ab"
    }),
    "acknowledgements of nothing": (200, lambda n: _article(
        "acknowledge:\n" + _entries(n, lambda number: f"{{code: c{number}, reason: r}}")
    )),
    "appearances of one article": (100, lambda n: _claim("appearances:\n" + _entries(n, _hand))),
    "answers": (80, _answers),
    "carriers of what is quoted": (80, _carried),
    "claims on the word of two": (40, _words_of_two),
    "independent articles": (60, _independent),
    "articles that are not independent": (60, lambda n: _independent(n, _origins("what: w"))),
    "claims of one topic": (100, lambda n: {
        "topics/t.yaml": "name: T\n",
        **{f"claims/c{each}.yaml": f"statement: S{each}\nkind: event\ntopics: [t]\n" for each in range(n)},
    }),
    **{f"empty {key}": (200, _empty(folder, key)) for key, folder in EMPTY.items()},
}  # fmt: skip


def _write(folder: Path, files: Files) -> Path:
    every = {"dossier.yaml": "title: T\nas_of: 2026-01-01\n", "outlets/o.yaml": "name: O\n", **files}
    for name, text in every.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _check(root: Path) -> str:
    """Check a dossier, draw every chain of it and word what was found."""
    checked = check_dossier(root)
    library, findings = checked.loaded.library, checked.findings
    if library is not None and findings is not None:
        for article in findings.chain_lengths:
            chain_of(library, library.articles[ArticleId(article)])
    return format_diagnostics(checked.problems, checked.loaded.source, OutputFormat.FULL)


@pytest.mark.slow
@pytest.mark.parametrize("name", INPUTS)
def test_doubling_what_records_say_at_most_doubles_the_steps(tmp_path: Path, name: str):
    size, make = INPUTS[name]
    roots = [_write(tmp_path / str(times), make(size * times)) for times in (1, 2, 4, 8)]
    _check(roots[0])  # what is kept for a whole run is made before the count begins
    counts = [steps(lambda root=root: _check(root)) for root in roots]
    assert all(more <= MOST_GROWTH * less for less, more in pairwise(counts)), counts


def test_the_steps_of_a_square_are_seen_to_grow():
    def square(count: int) -> None:
        for _ in range(count):
            for _ in range(count):
                len("")

    assert steps(lambda: square(40)) > MOST_GROWTH * steps(lambda: square(20))
