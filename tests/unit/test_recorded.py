"""What is asked of a value is noted, and its answers are told apart by their digests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from enum import Enum, StrEnum
from functools import cached_property
from pathlib import Path

import pytest
from msgspec import Struct, field
from msgspec.structs import replace

from builder.analysis import analyse
from builder.load import load_dossier
from builder.making import watched
from builder.pages.kinds import Context
from builder.pages.table import plan_documents, plan_pages, routes_of
from builder.recorded import Recorder, digest, order
from builder.render.documents import chunks

PROJECT = Path(__file__).resolve().parents[2]
GOLDEN = PROJECT / "tests/golden/dossier"


class Colour(Enum):
    RED = 1


class Word(StrEnum):
    RED = "red"


class Shelf(Struct, frozen=True):
    books: Mapping[str, int] = field(default_factory=dict)


class House(Struct, frozen=True, dict=True):
    name: str
    rooms: Mapping[str, tuple[str, ...]]
    shelf: Shelf = Shelf()
    rank: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def doors(self) -> Mapping[str, int]:
        return {room: len(each) for room, each in self.rooms.items()}

    def first(self, room: str) -> str:
        return self.rooms[room][0]

    @order
    def in_order(self, members: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(members, key=self.rank.__getitem__))


HOUSE = House("H", {"a": ("x", "y"), "b": ("z",)}, Shelf({"m": 1}), {"x": 1, "y": 5, "z": 9})


def answer(recorder: Recorder, question: tuple[str, Hashable]) -> bytes | None:
    (told,) = recorder.answers(question[0], [question[1]])
    return told


def read(house: House, act: object) -> tuple[list[tuple[str, object]], list[str | None]]:
    recorder = Recorder()
    twin = recorder.twin("house", house)
    with recorder.noting() as asked:
        act(twin)  # type: ignore[operator]
    return list(asked), [answer(recorder, question) for question in asked]


@pytest.mark.parametrize(
    ("act", "questions"),
    [
        (lambda house: house.name, [("house.name", None)]),
        (lambda house: house.rooms["a"], [("house.rooms", "a")]),
        (lambda house: house.rooms.get("none"), [("house.rooms", "none")]),
        (lambda house: "none" in house.rooms, [("house.rooms", "none")]),
        (lambda house: len(house.rooms), [("house.rooms, how many", None)]),
        (
            lambda house: any(room == () for room in house.rooms.values()),
            [("house.rooms", None), ("house.rooms", "a"), ("house.rooms", "b")],
        ),
        (lambda house: house.first("b"), [("house.rooms", "b")]),
        (lambda house: house.doors["a"], [("house.doors", "a")]),
        (lambda house: len(house.doors), [("house.doors, how many", None)]),
        (lambda house: house.shelf.books["m"], [("house.shelf.books", "m")]),
        (lambda house: house.in_order("zx"), [("house.in_order", ("x", "z"))]),
    ],
)
def test_what_is_asked_is_noted(act, questions):
    assert read(HOUSE, act)[0] == questions


def test_a_twin_answers_as_the_value_does():
    twin = Recorder().twin("house", HOUSE)
    assert isinstance(twin, House)
    assert (twin.name, dict(twin.rooms), dict(twin.doors), twin.first("a")) == (
        HOUSE.name, dict(HOUSE.rooms), dict(HOUSE.doors), "x",
    )  # fmt: skip
    assert twin.rooms.get("none", ()) == ()


def test_an_answer_changes_with_its_value_alone():
    other = replace(HOUSE, rooms={"a": ("x", "new"), "b": ("z",)})

    def both(act):
        return read(HOUSE, act)[1] == read(other, act)[1]

    assert both(lambda house: house.rooms["b"])
    assert both(lambda house: len(house.rooms))
    assert both(lambda house: house.doors["a"])
    assert not both(lambda house: house.rooms["a"])
    assert not both(lambda house: list(house.rooms.values()))


def test_an_order_is_the_same_answer_while_it_is_the_same_order():
    later = replace(HOUSE, rank={"x": 3, "y": 5, "z": 11})
    turned = replace(HOUSE, rank={"x": 3, "y": 5, "z": 1})
    asked = ("house.in_order", ("x", "z"))
    told = []
    for house in (HOUSE, later, turned):
        recorder = Recorder()
        recorder.twin("house", house)
        told.append(answer(recorder, asked))
    assert told[0] == told[1] != told[2]


def test_what_is_no_longer_there_is_an_answer_and_what_can_no_longer_be_asked_is_none():
    recorder = Recorder()
    recorder.twin("house", HOUSE)
    assert (
        answer(recorder, ("house.rooms", "none"))
        == answer(recorder, ("house.in_order", ("none",)))
        is not None
    )
    assert answer(recorder, ("house.doors, how many", None)) == bytes.fromhex(digest(2))
    assert answer(recorder, ("garden", None)) is None


def test_what_is_taken_over_is_noted_for_whom_it_is_taken_over():
    recorder = Recorder()
    twin = recorder.twin("house", HOUSE)
    with recorder.noting() as outer:
        with recorder.noting() as inner:
            assert twin.name == "H"
        assert dict(outer) == {}
        recorder.note(inner)
    assert list(outer) == [("house.name", None)]


def test_digests_tell_values_apart():
    values = [
        None, True, 1, 1.0, "1", "", (), (1,), ((1,),), (1, 2), (2, 1), Colour.RED, Word.RED, "red",
        date(2020, 1, 1), "2020-01-01", HOUSE, Shelf(), frozenset(), frozenset({"a"}), {"a": 1}, {"a": 2},
        {("a", "b"): 1}, {"a": 1, "b": 2}, {"b": 2, "a": 1},
    ]  # fmt: skip
    assert len({digest(value) for value in values}) == len(values)
    assert digest(House("H", dict(HOUSE.rooms), Shelf({"m": 1}), dict(HOUSE.rank))) == digest(HOUSE)
    with pytest.raises(TypeError, match="no digest tells object values apart"):
        digest(object())
    with pytest.raises(TypeError, match="characters that no file can have"):
        digest("\ud800")


def test_a_digest_is_the_same_in_every_process():
    told = {
        subprocess.run(
            [sys.executable, "-c", "from builder.recorded import digest; print(digest(frozenset('abcdef')), digest({'b': 1}))"],
            cwd=PROJECT, env={"PYTHONHASHSEED": seed, "PATH": ""}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(told) == 1
    assert "" not in told


def test_all_that_pages_and_documents_of_a_dossier_ask_has_an_answer():
    """A value without a digest would have its pages made again in every build."""
    library = load_dossier(GOLDEN).library
    assert library is not None
    findings = analyse(library)
    pages, data = plan_pages(library, findings), plan_documents("https://example.org/")
    routes = routes_of(pages, [document.path for document in data])
    recorder = Recorder()
    context = watched(Context(library, findings, routes), recorder)
    with recorder.noting() as asked:
        for page in pages:
            page.view(context)
        for document in data:
            list(chunks(document.path, document.make(context)))
    assert len(asked) > 800
    assert [question for question in asked if answer(recorder, question) is None] == []
