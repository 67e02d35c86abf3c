"""What files were made from is kept, and tells which of them need not be made again."""

from __future__ import annotations

import json
from array import array
from pathlib import Path

import pytest

from builder.output.kept import Keeping, KeptFiles, MadeBlock, load_kept, save_kept
from builder.output.state import write_record

ANSWERS = {("a", None): "1", ("a", "k"): "2", ("b", ("x", 3, ("y",))): "3"}
A, K, B = ANSWERS


def kept() -> KeptFiles:
    keeping = Keeping(KeptFiles())
    keeping.add("one.html", "d1", "f", [A, K])
    keeping.add("two.html", "d2", "f", [B])
    keeping.add("three.html", "d3", "f", [])
    return keeping.kept(ANSWERS.get)


@pytest.mark.parametrize(
    ("changed", "unchanged"),
    [
        (None, {"one.html", "two.html", "three.html"}),
        (A, {"two.html", "three.html"}),
        (K, {"two.html", "three.html"}),
        (B, {"one.html", "three.html"}),
    ],
)
@pytest.mark.parametrize("other", ["other", None])
def test_a_file_is_unchanged_while_all_its_answers_are(tmp_path: Path, changed, unchanged, other):
    save_kept(tmp_path / "r", "m", kept())
    found = load_kept(tmp_path / "r", "m")
    assert found == kept()
    assert (
        set(found.unchanged(lambda question: other if question == changed else ANSWERS[question]).files)
        == unchanged
    )


def test_a_question_that_had_no_answer_keeps_nothing():
    keeping = Keeping(KeptFiles())
    keeping.add("one.html", "d1", "f", [A])
    assert keeping.kept(lambda _question: None).unchanged(lambda _question: None).files == {}


def in_blocks() -> KeptFiles:
    keeping = Keeping(KeptFiles())
    keeping.add("rows.csv", "d1", "", [A])
    keeping.add_block("rows.csv", "first", 5, 10, "d2", [K])
    keeping.add_block("rows.csv", "second", 15, 3, "d3", [B])
    return keeping.kept(ANSWERS.get)


@pytest.mark.parametrize(
    ("changed", "files", "blocks"),
    [
        (None, {"rows.csv"}, {"first", "second"}),
        (A, set(), {"first", "second"}),
        (B, set(), {"first"}),
    ],
)
def test_a_file_is_unchanged_while_all_its_blocks_are_and_each_block_for_itself(
    tmp_path: Path, changed, files, blocks
):
    save_kept(tmp_path / "r", "m", in_blocks())
    kept = load_kept(tmp_path / "r", "m")
    assert kept == in_blocks()
    found = kept.unchanged(lambda question: "new" if question == changed else ANSWERS[question])
    assert (set(found.files), set(found.blocks["rows.csv"])) == (files, blocks)


def test_a_block_that_is_what_it_was_keeps_its_questions_at_its_new_place():
    keeping = Keeping(in_blocks())
    keeping.add("rows.csv", "d4", "", [])
    keeping.add_block("rows.csv", "second", 9, 3, "d3", None)
    after = keeping.kept(ANSWERS.get)
    assert after.answers == {B: "3"}
    assert list(after.blocks["rows.csv"].values()) == [MadeBlock(9, 3, "d3", array("I", [0]))]


def test_a_file_taken_over_keeps_its_blocks():
    keeping = Keeping(in_blocks())
    keeping.take_over("rows.csv")
    assert keeping.kept(ANSWERS.get) == in_blocks()


def test_what_is_taken_over_is_known_as_before_and_the_rest_is_forgotten():
    keeping = Keeping(kept())
    keeping.add("new.html", "d4", "f", [B])
    keeping.take_over("two.html")
    after = keeping.kept(ANSWERS.get)
    assert (set(after.files), [*after.answers]) == ({"new.html", "two.html"}, [B])
    assert after.files["two.html"].digest == "d2"


def test_questions_that_no_file_asks_any_more_go_and_the_others_keep_their_answers():
    keeping = Keeping(kept())
    for path in ("one.html", "three.html"):
        keeping.take_over(path)
    after = keeping.kept(ANSWERS.get)
    assert after.answers == {A: "1", K: "2"}
    found = after.unchanged(lambda question: "new" if question == K else ANSWERS[question])
    assert set(found.files) == {"three.html"}


def test_another_program_knows_nothing(tmp_path: Path):
    save_kept(tmp_path / "r", "m", kept())
    assert load_kept(tmp_path / "r", "n") == load_kept(tmp_path / "none", "m") == KeptFiles()


GOOD = {
    "names": ["a"], "name": [0], "key": [None], "answer": ["1"], "files": {"one.html": ["d", "f", "AAAAAA=="]},
    "blocks": {"one.html": [["key", 0, 2, "d", "AAAAAA=="]]},
}  # fmt: skip


@pytest.mark.parametrize(
    "record",
    [
        [], {}, GOOD | {"names": None}, GOOD | {"names": []}, GOOD | {"key": []}, GOOD | {"answer": ["1", "2"]},
        GOOD | {"name": ["0"]}, GOOD | {"files": []}, GOOD | {"files": {"one.html": ["d", "f"]}},
        GOOD | {"files": {"one.html": ["d", "f", [0]]}}, GOOD | {"name": 1},
        GOOD | {"name": [0, 0], "key": [None, None], "answer": ["1", "2"]},
        GOOD | {"files": {"one.html": ["d", "f", "AQAAAA=="]}}, GOOD | {"files": {"one.html": ["d", "f", "AAAA"]}},
        GOOD | {"files": {"one.html": ["d", "f", "AA AA"]}}, GOOD | {"blocks": []}, GOOD | {"blocks": {"a": [["k"]]}},
        GOOD | {"blocks": {"a": [["k", "0", 2, "d", "AAAAAA=="]]}},
        GOOD | {"blocks": {"a": [["k", 0, 2, "d", "AQAAAA=="]]}},
    ],
    ids=json.dumps,
)  # fmt: skip
def test_a_record_that_is_wrong_in_any_way_is_none(tmp_path: Path, record):
    write_record(tmp_path / "r", "m", GOOD)
    assert load_kept(tmp_path / "r", "m").files
    write_record(tmp_path / "r", "m", record)
    assert load_kept(tmp_path / "r", "m") == KeptFiles()
