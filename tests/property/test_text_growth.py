"""Twice as much of anything that a text, a quote or prose can say costs twice the steps.

Steps are calls, which a regular expression makes none of: those over whole texts have no run that is tried at each of
its signs and none that is given back (`++`, `*+`), and a run of stops alone is counted below by its matches.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from builder.analysis.comparison import ComparisonFindings
from builder.build import check_dossier
from tests.property.steps import steps

MOST_GROWTH = 2.3
Files = dict[str, bytes]


def _article(name: str, text: str, more: str = "") -> Files:
    stored = text.encode("utf-8", "surrogatepass")
    pinned = f"{{file: seeds/{name}.txt, sha256: {sha256(stored).hexdigest()}}}"
    record = f"title: {name}\noutlet: o\npublished: 2015\nlanguage: en\npublish: full\ntext: {pinned}\n{more}"
    return {f"content/articles/{name}.yaml": record.encode(), f"seeds/{name}.txt": stored}


def _texts(unit: str) -> Callable[[int], Files]:
    return lambda count: {**_article("a", unit * count), **_article("b", f"X {unit * count}")}


def _text(make: Callable[[int], str]) -> Callable[[int], Files]:
    return lambda count: _article("a", make(count))


def _claim(count: int, text: str, words: Callable[[int], str], more: str = "positions: {p: P}\n") -> Files:
    entries = "".join(
        f"  - {{article: a, position: p, stance: asserts, {words(number)}}}\n" for number in range(count)
    )
    claim = f"statement: S\nkind: event\n{more}appearances:\n{entries}"
    return {**_article("a", text), "content/claims/c.yaml": claim.encode()}


def _redacting(count: int, text: str, earlier: str = "") -> Files:
    marks = "".join(
        f"  - {{kind: redact, quote: word{number}, reason: r, by: M, date: 2020-01-14}}\n"
        for number in range(count)
    )
    versions = "versions:\n  - {captured: 2015-01-01, file: seeds/b.txt}\n" if earlier else ""
    return {**_article("a", text, f"{versions}marks:\n{marks}"), "seeds/b.txt": earlier.encode()}


def _page(unit: str) -> Callable[[int], Files]:
    return lambda count: {"content/pages/p.md": f"---\ntitle: P\n---\n{unit * count}\n".encode()}


def _numbered(count: int, unit: str) -> str:
    return "".join(unit.format(number, number + 3) for number in range(count))


def _spoken(count: int, step: int) -> str:
    return "".join(
        f"“We will send {13 + number * step % 9973} people to the river {number * step % 89} now,” said Anna Smith on"
        f" {1 + number * step % 28} May 2015.\n\n"
        for number in range(count)
    )


def _varied(count: int, every: int = 0) -> str:
    """So many words of a small vocabulary, in the same order each time; every so often a word of its own."""
    words = (f"w{number * number % 7919 % 31}" for number in range(count))
    return " ".join(
        f"z{number}" if every and not number % every else word for number, word in enumerate(words)
    )


INPUTS: dict[str, tuple[int, Callable[[int], Files]]] = {
    **{
        f"a text of {unit!r}": (600, _text(lambda count, unit=unit: f"{unit * count}a"))
        for unit in (
            ".", "… ", "?!", "St. ", "A.", "a.m. ", "Mr. A. ", "1.", "1,", "1 ", "1,000,", "$1 ", "one two ", "2 May 2015 ",
            "May 1, ", "yesterday ", "a", "A", "a-", "a\n", "a\n\n", "\n", " ", "\u00a0 ", "\u0301", "\u200b", "a\u00ad", "aя",
            "中", "中。", "ก", '"', "“", "'", "“‘", "“a” ", "“It is so”, Anna Smith said. ", "„a“ ", "’94 ", "-", "a-\n", "WORD ",
            "Anna Smith ", "J. R. ", "He said so. ", "not ", "- a\n", "Page 1\n\n", "Ã©", "&amp;", "<b>",
        )
    },
    **{
        f"two texts of {unit!r}": (300, _texts(unit))
        for unit in ("a ", "He said so. ", "5 people ", "$1 ", "1 May 2015, 20 dead. ", "word\n")
    },
    "different numbers and dates in two texts": (150, lambda n: {
        **_article("a", _numbered(n, "{0} people on 1 May 19{0:02}. ")), **_article("b", _numbered(n, "{1} people on 1 May 19{0:02}. "))
    }),
    **{
        f"two nearly equal texts, one word in {every} changed": (2000, lambda n, every=every: {
            **_article("a", _varied(n)), **_article("b", _varied(n, every))
        })
        for every in (5, 12, 40)
    },
    "two texts of one line repeated and numbered": (150, lambda n: {
        **_article("a", _numbered(n, "Then they said that number {0} would rain again in the north of the land.\n")),
        **_article("b", _numbered(n, "They said that number {0} would rain again in the north of that land.\n")),
    }),
    "two texts of one quotation with numbers": (60, lambda n: {
        **_article("a", _spoken(n, 7919)), **_article("b", _spoken(n, 6007))
    }),
    "different quotes of one text": (80, lambda n: _claim(n, _numbered(n, "word{0} "), lambda each: f"quote: word{each}")),
    "equal quotes of one text": (80, lambda n: _claim(n, "alpha " + "beta " * n, lambda _: "quote: alpha")),
    "quotes of one long sentence that negates": (80, lambda n: _claim(n, _numbered(n, "word{0} not "), lambda each: f"quote: word{each} not")),
    "misquotes": (80, lambda n: _claim(n, _numbered(n, "word{0} "), lambda each: f"quote: none{each}")),
    "quotes that stand often": (40, lambda n: _claim(n, "alpha " * 50, lambda _: "quote: alpha")),
    "one misquoted letter": (1500, lambda n: _claim(1, "a " * n, lambda _: "quote: b")),
    "a wrong prefix": (1500, lambda n: _claim(1, "a " * n, lambda _: "prefix: b, quote: a")),
    "wrong prefixes": (60, lambda n: _claim(n, "alpha " * 50, lambda each: f"prefix: w{each}, quote: alpha")),
    "unknown positions": (80, lambda n: _claim(n, "alpha", lambda _: "quote: alpha", f"positions: {{{', '.join(f'q{each}: Q' for each in range(n))}}}\n")),
    "marks": (60, lambda n: _article("a", _numbered(n, "word{0} "), "marks:\n" + "".join(f"  - {{kind: sic, quote: word{each} }}\n" for each in range(n)))),
    "redactions": (60, lambda n: _redacting(n, _numbered(n, "word{0} "))),
    "redactions of a text with an earlier state": (60, lambda n: _redacting(n, _numbered(n, "word{0} "), _numbered(n, "word{0} so "))),
    **{
        f"a page of {unit!r}": (200, _page(unit))
        for unit in ("[", "[a](b) ", "[a](../x) ", "[[claim:x]] ", "![", "*", "*a ", "**a", "_a", "`", "> ", "- ", "- a\n", "<a ", "&", "|a", "\\", "# a\n", "“a” ")
    },
}  # fmt: skip


def _write(folder: Path, files: Files) -> Path:
    every = {
        "content/dossier.yaml": b"title: T\nas_of: 2026-01-01\n",
        "content/outlets/o.yaml": b"name: O\n",
        **files,
    }
    for name, stored in every.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(stored)
    return folder


def _check(root: Path) -> None:
    """Check a dossier and look for all that its texts hold and have in common."""
    checked = check_dossier(root, compare=True)
    if checked.findings is not None and checked.loaded.library is not None:
        comparison: ComparisonFindings = checked.findings.comparison
        articles = tuple(checked.loaded.library.texts)
        comparison.figure_groups(articles)


@pytest.mark.slow
@pytest.mark.parametrize("name", INPUTS)
def test_doubling_what_texts_say_at_most_doubles_the_steps(tmp_path: Path, name: str) -> None:
    size, make = INPUTS[name]
    roots = [_write(tmp_path / str(times), make(size * times)) for times in (1, 2, 4, 8)]
    _check(
        _write(tmp_path / "first", make(3))
    )  # what is kept for a whole run is made before the count begins
    counts = [steps(lambda root=root: _check(root)) for root in roots]
    assert all(more <= MOST_GROWTH * less for less, more in pairwise(counts)), counts
