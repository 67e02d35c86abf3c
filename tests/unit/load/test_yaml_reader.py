"""YAML of every sort, friendly and hostile: values or one problem with a place, quickly, and never an exception."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Problems
from builder.load.content import decode_utf8
from builder.load.nodes import plain
from builder.load.yaml_reader import read_mapping

HOSTILE = {
    "brackets": "a: " + "[" * 100_000,
    "brackets and braces": "a: " + "[{a: " * 20_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "nested lines": "".join(" " * depth + "a:\n" for depth in range(1_000)),
    "closing brackets": "a: " + "]" * 100_000,
    "many values": "a: [" + "x," * 300_000 + "]",
    "many keys": "".join(f"k{number}: v\n" for number in range(80_000)),
    "one key again and again": "a: b\n" * 60_000,
    "a text of one mebibyte": "a: " + "x" * 1_000_000,
    "a key of one mebibyte": "a" * 1_000_000 + ": b",
    "an open quotation mark": 'a: "' + "x\n" * 300_000,
    "open quotation marks": "a: '" * 100_000,
    "colons": "a: " + ": " * 100_000,
    "laughs": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(1_000)),
    "merge keys": "a: &a {b: c}\n" + "".join(f"d{n}: {{<<: *a}}\n" for n in range(1_000)),
    "python object": "a: !!python/object/apply:os.system [ls]\n",
    "python name": "!!python/name:os.system x: y\n",
    "own tag": "a: !thing b\n",
    "tags": "a: " + "! " * 10_000 + "b\n",
    "long tag": "a: !<" + "x" * 500_000 + "> b\n",
    "undefined tag handle": "a: !e!x y\n",
    "directives": "%YAML 1.1\n" * 1_000 + "---\na: b\n",
    "tag directives": "".join(f"%TAG !{n}! tag:x,{n}:\n" for n in range(5_000)) + "---\na: b\n",
    "documents": "a: b\n---\n" * 50_000,
    "document ends": "a: b\n" + "...\n" * 100_000,
    "comments": "#\n" * 500_000,
    "blank lines": "\n" * 1_000_000 + "a: b",
    "spaces": "a:" + " " * 1_000_000 + "b",
    "tabs": "\t" * 1_000_000,
    "NUL": "a: b\0c\n",
    "escape": "a: \x1b[2J\n",
    "escaped NUL": 'a: "\\0"\n',
    "escaped surrogate": 'a: "\\ud800"\n',
    "escaped nothing": 'a: "\\U00110000"\n',
    "anchor alone": "&a",
    "alias to nothing": "a: *b\n",
    "alias to itself": "a: &a [*a]\n",
    "alias as a key": "*a : b\n",
    "block scalar": "a: |" + "9" * 1_000 + "\n x\n",
    "list as a key": "? [a, b]\n: c\n",
    "mapping as a key": "{a: b}: c\n",
    "empty": "",
    "byte order mark": "\ufeff",
    "byte order mark inside": "a: b\ufeff\n",
    "huge number": "a: " + "9" * 5_000,
    "impossible date": "a: 2024-99-99\n",
}


CATASTROPHE_SECONDS = 10.0
"""Far above what any of these takes, far below the minutes of a reader that walks such files to their end."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_yaml_is_read_or_refused_at_once(name: str):
    problems = Problems()
    begun = time.process_time()
    read_mapping(HOSTILE[name], "a.yaml", problems)
    assert time.process_time() - begun < CATASTROPHE_SECONDS
    assert len(problems) < 60_001


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("country: NO", "NO"),
        ("time: 12:30", "12:30"),
        ("id: 010", "010"),
        ("v: 1_000", "1_000"),
        ("v: 1e3", "1e3"),
        ("version: 1.10", "1.10"),
        ("date: 2024-13-45", "2024-13-45"),
        ("answer: yes", "yes"),
        ("nothing: null", "null"),
        ("nothing: ~", "~"),
        ("v: 0x1F", "0x1F"),
        ("v: .inf", ".inf"),
        ("v: 1:30:00", "1:30:00"),
    ],
)
def test_a_scalar_stays_the_text_that_was_written(text: str, expected: str):
    problems = Problems()
    node = read_mapping(text, "a.yaml", problems)
    assert node is not None
    assert list(plain(node).values()) == [expected]  # type: ignore[union-attr]
    assert not len(problems)


def codes_of(text: str) -> list[tuple[str, int, int]]:
    problems = Problems()
    read_mapping(text, "a.yaml", problems)
    return [(one.code, one.span.line, one.span.column) for one in problems]


def test_columns_count_code_points_also_after_wide_characters_and_windows_line_ends():
    assert codes_of("a: 洪水😀\r\n洪水😀: !t x\r\n") == [("yaml-tag", 2, 6)]


def test_both_places_of_a_key_that_stands_twice_are_told():
    problems = Problems()
    read_mapping("a: b\nc: d\na: e\n", "a.yaml", problems)
    [problem] = problems
    assert (problem.span.line, problem.related[0].span.line) == (3, 1)


def test_one_run_tells_every_refused_part_of_a_file():
    text = "a: !t b\nc: *d\ne: &f g\nno: h\ni:\n<<: {j: k}\na: l\n"
    assert [code for code, _, _ in codes_of(text)] == [
        "yaml-tag", "yaml-alias", "yaml-anchor", "forbidden-key", "empty-value", "merge-key", "duplicate-key",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["on", "Off", "YES", "no", "y", "N", '"no"'])
def test_words_that_programs_read_as_true_or_false_cannot_be_keys(word: str):
    assert codes_of(f"{word}: x\n") == [("forbidden-key", 1, 1)]


@pytest.mark.parametrize(
    ("content", "place"), [(b"a: b\nc: \xe4\n", (2, 4)), ("a: é\nc: é\xe4".encode("latin-1"), (1, 4))]
)
def test_bytes_that_are_not_utf_8_are_told_with_line_and_column(content: bytes, place: tuple[int, int]):
    problems = Problems()
    assert decode_utf8(content, "a.yaml", problems) is None
    [problem] = problems
    assert (problem.code, problem.span.line, problem.span.column) == ("not-utf-8", *place)


@given(st.one_of(st.text(), st.text(alphabet="ab:-[]{}'\"\n \t#&*!|>%@?,\\0"), st.binary().map(repr)))
def test_any_text_is_values_or_problems_and_never_an_exception(text: str):
    problems = Problems()
    node = read_mapping(text, "a.yaml", problems)
    assert node is not None or problems.has_errors
    for problem in problems:
        assert 1 <= problem.span.line <= text.count("\n") + text.count("\r") + 2
        assert problem.span.column >= 1


@given(st.binary())
def test_any_bytes_are_text_or_one_problem(content: bytes):
    problems = Problems()
    assert (decode_utf8(content, "a.yaml", problems) is None) == (len(problems) == 1)
