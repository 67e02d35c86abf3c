"""What files were made from is kept, and tells which of them need not be made again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.output.kept import (
    DIGEST_BYTES,
    Answers,
    Keeping,
    KeptFiles,
    MadeBlock,
    Question,
    Unchanged,
    load_kept,
    save_kept,
)
from builder.output.state import write_record

ANSWERS = {("a", None): b"1" * 12, ("a", "k"): b"2" * 12, ("b", ("x", 3, ("y",))): b"3" * 12}
A, K, B = ANSWERS
OTHER = b"o" * 12


def by_name(answer: Callable[[Question], bytes | None]) -> Answers:
    return lambda name, keys: [answer((name, key)) for key in keys]


TODAY = by_name(ANSWERS.get)


def unchanged(kept: KeptFiles, answers: Answers) -> Unchanged:
    return Keeping(kept, answers).unchanged


def told(kept: KeptFiles) -> tuple[dict[Question, bytes], object, object]:
    """The answers by their questions, and all else, which a record keeps as it is."""
    parts = (
        kept.answers[first : first + DIGEST_BYTES] for first in range(0, len(kept.answers), DIGEST_BYTES)
    )
    answers = list(map(bytes, parts))
    return {question: answers[place] for question, place in kept.questions}, kept.files, kept.blocks


def unchanged_but(changed: Question | None, other: bytes | None = OTHER) -> Answers:
    return by_name(lambda question: other if question == changed else ANSWERS[question])


def kept() -> KeptFiles:
    keeping = Keeping(KeptFiles(), TODAY)
    keeping.add("one.html", "d1", "f", [A, K])
    keeping.add("two.html", "d2", "f", [B])
    keeping.add("three.html", "d3", "f", [])
    return keeping.kept()


@pytest.mark.parametrize(
    ("changed", "files"),
    [
        (None, {"one.html", "two.html", "three.html"}),
        (A, {"two.html", "three.html"}),
        (K, {"two.html", "three.html"}),
        (B, {"one.html", "three.html"}),
    ],
)
@pytest.mark.parametrize("other", [OTHER, None])
def test_a_file_is_unchanged_while_all_its_answers_are(tmp_path: Path, changed, files, other):
    save_kept(tmp_path / "r", "m", kept())
    found = load_kept(tmp_path / "r", "m")
    assert told(found) == told(kept())
    answer = unchanged_but(changed, other)
    assert set(unchanged(found, answer).files) == files


def test_a_question_that_had_no_answer_keeps_nothing():
    keeping = Keeping(KeptFiles(), by_name(lambda _question: None))
    keeping.add("one.html", "d1", "f", [A])
    for answer in (by_name(lambda _question: None), TODAY):
        assert unchanged(keeping.kept(), answer).files == {}


def in_blocks() -> KeptFiles:
    keeping = Keeping(KeptFiles(), TODAY)
    keeping.add("rows.csv", "d1", "", [A])
    keeping.add_block("rows.csv", "first", 5, 10, "d2", [K])
    keeping.add_block("rows.csv", "second", 15, 3, "d3", [B])
    return keeping.kept()


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
    assert told(kept) == told(in_blocks())
    found = unchanged(kept, unchanged_but(changed))
    assert (set(found.files), set(found.blocks["rows.csv"])) == (files, blocks)


def test_a_block_that_is_what_it_was_keeps_its_questions_at_its_new_place():
    keeping = Keeping(in_blocks(), TODAY)
    keeping.add("rows.csv", "d4", "", [])
    keeping.add_block("rows.csv", "second", 9, 3, "d3", None)
    answers, _, blocks = told(keeping.kept())
    assert answers == {B: ANSWERS[B]}
    assert blocks == {"rows.csv": {"second": MadeBlock(9, 3, "d3", bytes(4))}}


def test_a_file_taken_over_keeps_its_blocks():
    keeping = Keeping(in_blocks(), TODAY)
    keeping.take_over("rows.csv")
    assert told(keeping.kept()) == told(in_blocks())


def test_what_is_taken_over_is_known_as_before_and_the_rest_is_forgotten():
    keeping = Keeping(kept(), TODAY)
    keeping.add("new.html", "d4", "f", [B])
    keeping.take_over("two.html")
    after = keeping.kept()
    assert (set(after.files), [*told(after)[0]]) == ({"new.html", "two.html"}, [B])
    assert after.files["two.html"].digest == "d2"


def test_questions_that_no_file_asks_any_more_go_and_the_others_keep_their_answers():
    keeping = Keeping(kept(), TODAY)
    for path in ("one.html", "three.html"):
        keeping.take_over(path)
    after = keeping.kept()
    assert told(after)[0] == {A: ANSWERS[A], K: ANSWERS[K]}
    assert set(unchanged(after, unchanged_but(K)).files) == {"three.html"}
    assert set(unchanged(after, TODAY).files) == {"one.html", "three.html"}


def test_answers_are_kept_as_they_are_now_beside_files_that_are_made_again():
    keeping = Keeping(kept(), unchanged_but(A))
    assert set(keeping.unchanged.files) == {"two.html", "three.html"}
    keeping.add("one.html", "d5", "f", [A, K])
    keeping.take_over("two.html")
    after = keeping.kept()
    assert told(after)[0] == ANSWERS | {A: OTHER}
    assert set(unchanged(after, unchanged_but(A)).files) == {"one.html", "two.html"}


def test_each_question_is_asked_once_in_a_build():
    asked = []

    def answer(question: Question) -> bytes | None:
        asked.append(question)
        return ANSWERS[question]

    keeping = Keeping(in_blocks(), by_name(answer))
    keeping.take_over("rows.csv")
    after = keeping.kept()
    assert (asked, told(after)) == ([*ANSWERS], told(in_blocks()))


def test_a_build_that_came_to_no_end_leaves_what_was_known():
    before = kept()
    Keeping(before, TODAY).add("new.html", "d4", "f", [("c", None)])
    again = Keeping(before, TODAY)
    assert set(again.unchanged.files) == {"one.html", "two.html", "three.html"}
    for path in again.unchanged.files:
        again.take_over(path)
    assert told(again.kept()) == told(kept())


def test_another_program_knows_nothing(tmp_path: Path):
    save_kept(tmp_path / "r", "m", kept())
    assert (
        told(load_kept(tmp_path / "r", "n")) == told(load_kept(tmp_path / "none", "m")) == told(KeptFiles())
    )


GOOD = {
    "keys": {"a": [None, "k"]}, "places": {"a": "AQAAAAAAAAA="}, "answers": "A" * 32,
    "files": {"one.html": ["d", "f", "AAAAAA=="]}, "blocks": {"one.html": {"key": [0, 2, "d", "AQAAAA=="]}},
}  # fmt: skip


@pytest.mark.parametrize(
    "record",
    [
        [], {}, GOOD | {"keys": None}, GOOD | {"keys": {}}, GOOD | {"keys": {"b": [None, "k"]}},
        GOOD | {"keys": {"a": [None]}}, GOOD | {"keys": {"a": ["k", "k"]}}, GOOD | {"keys": {"a": [None, {}]}},
        GOOD | {"places": {}}, GOOD | {"places": {"a": "AAAAAAAAAAA="}}, GOOD | {"places": {"a": "AgAAAAAAAAA="}},
        GOOD | {"places": {"a": "AQAA"}}, GOOD | {"places": {"a": [1, 0]}}, GOOD | {"answers": "AAAA"},
        GOOD | {"answers": "A" * 48}, GOOD | {"answers": ["1", "2"]}, GOOD | {"files": []},
        GOOD | {"files": {"one.html": ["d", "f"]}}, GOOD | {"files": {"one.html": ["d", "f", [0]]}},
        GOOD | {"files": {"one.html": ["d", "f", "AgAAAA=="]}}, GOOD | {"files": {"one.html": ["d", "f", "AAAA"]}},
        GOOD | {"files": {"one.html": ["d", "f", "AA AA"]}}, GOOD | {"blocks": []}, GOOD | {"blocks": {"a": ["k"]}},
        GOOD | {"blocks": {"a": {"k": ["0", 2, "d", "AAAAAA=="]}}},
        GOOD | {"blocks": {"a": {"k": [0, 2, "d", "AgAAAA=="]}}},
    ],
    ids=json.dumps,
)  # fmt: skip
def test_a_record_that_is_wrong_in_any_way_is_none(tmp_path: Path, record):
    write_record(tmp_path / "r", "m", GOOD)
    assert load_kept(tmp_path / "r", "m").files
    write_record(tmp_path / "r", "m", record)
    assert told(load_kept(tmp_path / "r", "m")) == told(KeptFiles())
