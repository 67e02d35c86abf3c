"""Every text that is printed for pasting reads back letter for letter, in a block and between brackets."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from builder.diagnostics import Problems
from builder.load.nodes import plain
from builder.load.yaml_reader import read_mapping
from builder.yamltext import flow, quoted, scalar

AWKWARD = st.text(
    alphabet=st.sampled_from("ab :#,-[]{}&*!|>%@`'\"\\?~=<é\u0301\u00ad\u00a0\u200b\u2028\ufeff\n\t\r😀ж")
)
ANY = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))
"""What a file of content may hold; control characters are refused even as escapes."""


def read(source: str) -> object:
    """The values of a file of content, by our reader; and what any other reader of YAML makes of it."""
    problems = Problems()
    node = read_mapping(source, "a.yaml", problems)
    assert node is not None, [one.message for one in problems]
    assert not len(problems), [one.message for one in problems]
    values = plain(node)
    assert yaml.safe_load(source) == values
    return values


@given(st.one_of(ANY, AWKWARD).filter(lambda text: text != ""))
@example("Mayor, council and the flood")
@example("no")
@example("null")
@example("1.0")
@example("2026-05-20")
@example("0x1f")
@example("12:30")
@example("- item")
@example("key: value")
@example("a #b")
@example("trailing ")
@example("...")
@example("---")
@example("=")
@example("<<")
@example('it\'s "so"')
@example("\\u0041")
def test_any_text_reads_back_as_it_is(text):
    assert read(f"k: {scalar(text)}\nl: {quoted(text)}\n") == {"k": text, "l": text}
    assert read(f"k: {flow({'a': text, 'b': text})}\nl: [{scalar(text)}, {quoted(text)}]\n") == {
        "k": {"a": text, "b": text},
        "l": [text, text],
    }


@given(
    st.one_of(ANY, AWKWARD).filter(lambda text: text != ""),
    st.sampled_from(["cp1252", "cp437", "ascii", "utf-8"]),
)
def test_any_text_reads_back_from_a_console_that_writes_signs_as_escapes(text, encoding):
    shown = f"k: {scalar(text)}\n".encode(encoding, "backslashreplace").decode(encoding)
    assert read(shown) == {"k": text}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("the river rose", "the river rose"),
        ("seeds/a.txt", "seeds/a.txt"),
        ("seeds/Mayor, council.txt", '"seeds/Mayor, council.txt"'),
        ('He said "no"', "'He said \"no\"'"),
        ("It’s", '"It’s"'),
        ("a\u00a0b", '"a\\u00a0b"'),
        ("co\u00adop", '"co\\u00adop"'),
        (unicodedata.normalize("NFD", "café"), '"cafe\\u0301"'),
        ("café", '"café"'),
        ("हिन्दी", '"हिन्दी"'),
        ("\u0301x", '"\\u0301x"'),
        ("yes", '"yes"'),
        ("N/A", '"N/A"'),
        ("2026", '"2026"'),
    ],
)
def test_a_text_is_written_as_a_person_would(text, written):
    assert scalar(text) == written


def test_signs_may_be_asked_for_as_escapes():
    assert quoted("p\u0430per", {1}) == '"p\\u0430per"'
