"""`check` on random bytes as a stored text, as quotes of it, as prose and as YAML: it ends, and tells file and line."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.build import check_dossier
from builder.report import OutputFormat, format_diagnostics
from tests.property.steps import steps

MOST_STEPS = 3_000_000
"""Far more than any of these inputs takes, and some seconds at most."""
BOUNDED = settings(derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))

SIGNS = (
    ". … St. A. a.m. 1 1, $1 2 May Mr. Anna Smith said not “ ” \" ' ‘ ’ « » - — [ ] ( ) * ** _ ` ``` > # | & < > \\ ~ : ; ? !"
    " % 中 。 ก ع я 😀 ﬁ Ã© &amp; [[claim:x]] ](x) e\u0301 \u0301 \u00ad \u200b \u202e \ufeff \ufe0f \U000e0061 \ufffd \x00 \x1b[31m"
).split(" ")
UNITS = st.sampled_from([*SIGNS, " ", "\n", "\n\n", "\r\n", "\r", "\t", "\x0c", "\u00a0", "\u2028"])
RUNS = st.lists(st.tuples(UNITS, st.sampled_from([1, 1, 1, 2, 3, 40])), max_size=30).map(
    lambda runs: "".join(unit * times for unit, times in runs)
)
WORDS = st.one_of(RUNS, st.text(st.characters(exclude_categories=()), max_size=60))
BYTES = st.one_of(WORDS.map(lambda words: words.encode("utf-8", "surrogatepass")), st.binary(max_size=80))
LINES = st.sampled_from(
    b"- |? |: |key: |title: T\n|a: &b |*b |!t |\"|'|{|[|]|}|, |#|\n|\n  |---\n|...\n|>-\n  |%YAML 1.1\n|<<: |~|2015-01-01|\t|\x00|\xff|\xc2\x85".split(b"|")
)  # fmt: skip
YAML = st.one_of(st.lists(st.one_of(LINES, BYTES), max_size=25).map(b"".join), BYTES)


def _quoted(words: str) -> str:
    escaped = "".join(
        sign if sign.isascii() and sign.isalnum() else f"\\U{ord(sign):08X}" for sign in words or "a"
    )
    return f'"{escaped}"'


def _check(**files: bytes) -> None:
    """Check a small dossier with these files, named by `__` for `/` and `_` for the dot of their ending."""
    with tempfile.TemporaryDirectory() as folder:
        every = {
            "content__dossier_yaml": b"title: T\nas_of: 2026-01-01\n",
            "content__outlets__o_yaml": b"name: O\n",
        }
        for name, stored in {**every, **files}.items():
            path = Path(folder, ".".join(name.replace("__", "/").rsplit("_", 1)))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(stored)
        found = []
        assert steps(lambda: found.append(check_dossier(Path(folder), compare=True))) < MOST_STEPS
        [checked] = found
        for problem in checked.problems:
            assert Path(folder, problem.span.path).is_file(), problem
            assert problem.span.line >= 1
            assert problem.message
        for output_format in OutputFormat:
            format_diagnostics(checked.problems, checked.loaded.source, output_format)


def _article(text: bytes, more: str = "") -> bytes:
    pinned = f"text: {{file: seeds/a.txt, sha256: {sha256(text).hexdigest()}}}\n"
    return f"title: A\noutlet: o\npublished: 2015\n{pinned}{more}".encode()


@pytest.mark.slow
@settings(BOUNDED, max_examples=80)
@given(BYTES)
def test_any_bytes_are_a_text_or_told(text: bytes) -> None:
    _check(seeds__a_txt=text, content__articles__a_yaml=_article(text))


@pytest.mark.slow
@settings(BOUNDED, max_examples=70)
@given(RUNS, st.data())
def test_any_quote_of_a_text_has_its_place_or_is_told(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    inside = text[start : start + data.draw(st.integers(0, 12))]
    quote, prefix, suffix = data.draw(st.one_of(st.just(inside), WORDS)), data.draw(WORDS), data.draw(WORDS)
    words = [
        f"quote: {_quoted(quote)}",
        f"quote: {_quoted(quote)}, prefix: {_quoted(prefix)}, suffix: {_quoted(suffix)}",
    ]
    marks = "".join(f"  - {{kind: {kind}, {each}}}\n" for kind in ("sic", "byline") for each in words)
    stored = text.encode("utf-8", "surrogatepass")
    entries = "".join(f"  - {{article: a, stance: asserts, {each}}}\n" for each in words)
    _check(
        seeds__a_txt=stored,
        content__articles__a_yaml=_article(stored, f"headline: {_quoted(quote)}\nmarks:\n{marks}"),
        content__claims__c_yaml=f"statement: S\nkind: event\nappearances:\n{entries}".encode(),
    )


@pytest.mark.slow
@settings(BOUNDED, max_examples=60)
@given(BYTES)
def test_any_bytes_are_prose_or_told(prose: bytes) -> None:
    _check(content__pages__p_md=b"---\ntitle: P\n---\n" + prose, content__pages__q_md=prose)


@pytest.mark.slow
@settings(BOUNDED, max_examples=80)
@given(YAML)
def test_any_bytes_are_a_record_or_told(record: bytes) -> None:
    _check(content__articles__a_yaml=record, content__topics__t_yaml=b"name: T\n" + record)
