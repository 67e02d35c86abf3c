"""Values to bytes: JSON verbatim, tables guarded, XML and text without what they cannot hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.render.documents import CHUNK_CHARACTERS, chunks


def serialise(path: str, document: object) -> bytes:
    return b"".join(chunks(path, document))


ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
@example("\ud800 \udfff")
@example("\x00\ufffe\u202e")
def test_json_gives_back_any_text_lone_surrogates_too(text: str):
    written = serialise("a.json", {"text": text, text: [text]})
    assert json.loads(written.decode("utf-8")) == {"text": text, text: [text]}


def test_json_keeps_the_order_of_keys_and_ends_in_a_line_break():
    assert serialise("a.json", {"b": 1, "a": ["é"]}) == '{\n "b": 1,\n "a": [\n  "é"\n ]\n}\n'.encode()


@pytest.mark.parametrize("value", [None, True, False, 0, 1, -7, 10**30, 0.5, 1.0, [], {}])
def test_plain_values_are_written_as_python_writes_them(value: object) -> None:
    document = {"a": value, "b": [value, [value, "x"]]}
    assert serialise("a.json", document).decode() == json.dumps(document, indent=1) + "\n"


def test_a_list_of_numbers_stands_on_one_line_and_words_that_look_like_one_stay() -> None:
    document = {"a": [[0, -12], [3, 4.5]], "b": ["[\n 1,\n 2\n]"]}
    written = serialise("a.json", document).decode()
    assert ' "a": [\n  [0, -12],\n  [3, 4.5]\n ],\n' in written
    assert json.loads(written) == document


@given(st.lists(st.lists(st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT)))
def test_lists_are_read_back_as_they_were(value: list[list[object]]) -> None:
    assert json.loads(serialise("a.json", {"a": value})) == {"a": value}


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_read_back_as_they_were(value: float) -> None:
    assert json.loads(serialise("a.json", {"a": value})) == {"a": value}


@given(ANY_TEXT)
@example("\ud800 \udfff")
@example("\x00\ufffe\u202e")
def test_a_table_is_read_back_cell_by_cell_and_no_cell_is_a_formula(text: str):
    written = serialise("a.csv", (("head", "other"), (text, "x")))
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), strict=True))
    assert [len(row) for row in rows] == [2, 2]
    assert not rows[1][0].startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(text: str):
    rows = list(csv.reader(io.StringIO(serialise("a.csv", ((text,),)).decode("utf-8-sig"), newline="")))
    assert rows == [[f"'{text}"]]


def test_a_table_begins_with_a_byte_order_mark_and_its_lines_end_as_the_standard_says():
    assert (
        serialise("a.csv", (("a", "b"), ('say "x"', "1\n2"))) == b'\xef\xbb\xbfa,b\r\n"say ""x""","1\n2"\r\n'
    )


@given(ANY_TEXT)
@example("\ud800 \udfff")
@example("\x00\ufffe\u202e")
def test_xml_is_well_formed_whatever_the_words(text: str):
    root = Element("root", {"name": text})
    SubElement(root, "child").text = text
    read = ET.fromstring(serialise("a.xml", root))
    assert read.tag == "root"
    assert len(read) == 1


def test_xml_keeps_markup_as_words():
    root = Element("root", {"name": '"<&'})
    root.text = "</root><x>"
    read = ET.fromstring(serialise("a.xml", root))
    assert (read.text, read.get("name")) == ("</root><x>", '"<&')


@given(ANY_TEXT)
@example("\ud800 \udfff")
@example("\x00\ufffe\u202e")
def test_text_is_always_utf_8(text: str):
    serialise("a.txt", text).decode("utf-8")


def test_what_is_no_document_is_refused():
    with pytest.raises(TypeError, match="object"):
        serialise("a.json", object())


def test_an_iterator_is_written_as_a_list_also_deep_inside():
    value = {"a": iter([1, {"b": []}]), "c": {"d": iter([])}, "e": iter(())}
    assert serialise("a.json", value) == serialise("a.json", {"a": [1, {"b": []}], "c": {"d": []}, "e": []})


def test_rows_are_handed_on_as_they_are_made_and_never_all_held():
    made: list[int] = []

    def rows() -> Iterator[dict[str, str]]:
        for number in range(100):
            made.append(number)
            yield {"text": "x" * (CHUNK_CHARACTERS // 4)}

    asked = [len(made) for _ in chunks("a.json", {"rows": rows()})]
    assert asked == [*range(4, 101, 4), 100]
    made.clear()
    asked = [len(made) for _ in chunks("a.csv", ([row["text"]] for row in rows()))]
    assert asked == [*range(4, 101, 4)]
