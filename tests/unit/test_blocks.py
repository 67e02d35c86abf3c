"""Lists of documents fall into blocks by their subjects, and a block from before stands where it was made anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from builder.blocks import Blocks, Rows
from builder.render.documents import chunks

SUBJECTS = [f"article-{number}" for number in range(300)]


def rows(subjects: list[str], made: list[str] | None = None) -> Rows[str]:
    def of(subject: str) -> Iterator[str]:
        if made is not None:
            made.append(subject)
        if not subject.endswith("7"):
            yield f"{subject} é\n"

    return Rows(subjects, of)


def keys(subjects: list[str]) -> list[str]:
    return [key for key, _ in rows(subjects).blocks()]


def test_one_subject_more_or_less_changes_one_block_or_parts_it():
    before = keys(SUBJECTS)
    assert 5 <= len(before) <= 20
    for place in range(0, 300, 17):
        for after in (
            [*SUBJECTS[:place], "new", *SUBJECTS[place:]],
            [*SUBJECTS[:place], *SUBJECTS[place + 1 :]],
        ):
            assert len(set(before) ^ set(keys(after))) in (2, 3)


def test_blocks_hold_all_rows_in_order_and_make_none_before_it_is_asked_for():
    made: list[str] = []
    blocks = list(rows(SUBJECTS, made).blocks())
    assert made == []
    assert [row for _, each in blocks for row in each] == list(rows(SUBJECTS))


def test_rows_can_be_changed_and_spread():
    changed = rows(SUBJECTS).spread(lambda row: (row, row)).map(str.upper)
    assert list(changed) == [row.upper() for row in rows(SUBJECTS) for _ in range(2)]
    assert [key for key, _ in changed.blocks()] == keys(SUBJECTS)


class Remembering(Blocks):
    """Hands out what stood in an earlier document."""

    def __init__(self, known: dict[str, bytes]) -> None:
        self.known = known
        self.told: dict[str, bytes] = {}
        self.starts: dict[str, int] = {}

    def block(self, key: str, make: Callable[[], bytes]) -> bytes:
        self.told[key] = self.known[key] if key in self.known else make()
        return self.told[key]

    def stands(self, key: str, start: int) -> None:
        self.starts[key] = start


FORMS = {
    "a.json": lambda made: {"head": 1, "rows": rows(SUBJECTS, made), "more": {"rows": rows(SUBJECTS[:40])}, "none": rows([])},
    "b.json": lambda made: rows(SUBJECTS, made),
    "c.csv": lambda made: iter([("head",), rows(SUBJECTS, made).map(lambda row: (row, row))]),
    "d.bib": lambda made: rows(SUBJECTS, made),
}  # fmt: skip


@pytest.mark.parametrize("path", FORMS)
def test_a_document_of_known_blocks_is_what_it_would_be_made_anew(path):
    first, made = Remembering({}), list[str]()
    whole = b"".join(chunks(path, FORMS[path](made), first))
    assert whole == b"".join(chunks(path, FORMS[path](None)))
    assert len(made) == 300
    for key, start in first.starts.items():
        assert whole[start:].startswith(first.told[key]), key
    changed = next(key for key in reversed(first.starts))
    made.clear()
    again = Remembering({key: content for key, content in first.told.items() if key != changed})
    assert b"".join(chunks(path, FORMS[path](made), again)) == whole
    assert len(made) < 100
    assert again.starts == first.starts


def test_blocks_are_written_as_rows_one_by_one_are():
    subjects = [subject for subject in SUBJECTS if not subject.endswith("7")]
    plain = [f"{subject} é\n" for subject in subjects]
    assert (
        b"".join(chunks("a.json", rows(SUBJECTS)))
        == (json.dumps(plain, indent=1, ensure_ascii=False) + "\n").encode()
    )
    assert b"".join(chunks("a.bib", rows(SUBJECTS))) == "\n".join(plain).encode()
    table = [(row, "x") for row in plain]
    assert b"".join(chunks("a.csv", iter([rows(SUBJECTS).map(lambda row: (row, "x"))]))) == b"".join(
        chunks("a.csv", table)
    )
    assert b"".join(chunks("a.json", rows(["article-7"]))) == b"[]\n"
