"""The record of what each file of the site was made from, so that a file is made again only when that has changed.

What a file was made from is a list of *questions* about the dossier with a digest of each answer; what they mean is
not known here. The record only saves time: whatever is wrong with it, every file is made.
"""

from __future__ import annotations

from array import array
from base64 import b64decode
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from sys import intern
from typing import NamedTuple, Protocol, cast

from msgspec import Struct, field

from builder.output.state import Json, read_record, write_record

Question = tuple[str, Hashable]
"""A name and a key: None, a text, a number, or a tuple of keys."""
_ENOUGH_ASKED = 0.9
_PLACE = "I"
Answer = Callable[[Question], str | None]
"""Tells the digest of an answer; None where the question makes no sense any more."""


class Made(NamedTuple):
    """One file: its content, and what it was made from."""

    digest: str
    """SHA-256 of its content, in hex."""
    frame: str
    """A digest of whatever it shows that no question asks for."""
    questions: array[int]
    """Places in the record's list of questions: of a large site there are millions."""


class KeptFiles(Struct, frozen=True):
    """What the last build made, by path."""

    answers: Mapping[Question, str | None] = field(default_factory=dict)
    """The digest of each answer, in the order of the questions' places."""
    files: Mapping[str, Made] = field(default_factory=dict)

    def unchanged(self, answer: Answer) -> Mapping[str, Made]:
        """Return the files that are made from what is still so."""
        changed = {
            number
            for number, (question, before) in enumerate(self.answers.items())
            if before is None or answer(question) != before
        }
        return {path: made for path, made in self.files.items() if changed.isdisjoint(made.questions)}


class Keeping:
    """Gathers what the files of this build were made from; those taken over keep their questions, by their places."""

    def __init__(self, before: KeptFiles) -> None:
        self._before = before.files  # not the answers, which may go once they have told what is unchanged
        self._places = {question: place for place, question in enumerate(before.answers)}
        self._files: dict[str, Made] = {}

    def take_over(self, path: str) -> None:
        """Keep what is known of a file that is not made again."""
        self._files[path] = self._before[path]

    def add(self, path: str, digest: str, frame: str, questions: Iterable[Question]) -> None:
        """Take note of a file that was made; the keys of questions may be as JSON tells them."""
        places = self._places
        numbers = array(_PLACE)
        for name, key in questions:
            place = places.get((name, key if type(key) is str else hashable(key)))
            if place is None:
                place = places[intern(name), hashable(key)] = len(places)
            numbers.append(place)
        self._files[path] = Made(digest, frame, numbers)

    def kept(self, answer: Answer) -> KeptFiles:
        """Return all of it, for the next build. Questions that no file asks any more go once they are a tenth."""
        asked = set[int]().union(*(made.questions for made in self._files.values()))
        questions, files = list(self._places), self._files
        if len(asked) < len(questions) * _ENOUGH_ASKED:
            places = {before: now for now, before in enumerate(sorted(asked))}
            questions = [questions[place] for place in places]
            files = {
                path: made._replace(questions=array(_PLACE, [places[number] for number in made.questions]))
                for path, made in files.items()
            }
        del asked  # a set of many numbers, which takes as much as the answers
        return KeptFiles({question: answer(question) for question in questions}, files)


class KeptRecord(Protocol):
    """Where it is kept what the files of a site were made from, until the next one is made."""

    def load(self, made_by: str) -> KeptFiles:
        """Return what the same program kept; nothing where there is none."""

    def save(self, made_by: str, kept: KeptFiles) -> None:
        """Keep it; raises `OutputRefused`."""


class KeptOnDisk(Struct, frozen=True):
    """The record of a site that is published from disk."""

    path: Path
    """The file that holds it."""

    def load(self, made_by: str) -> KeptFiles:
        """Return what the same program kept."""
        return load_kept(self.path, made_by)

    def save(self, made_by: str, kept: KeptFiles) -> None:
        """Keep it; raises `OutputRefused`."""
        save_kept(self.path, made_by, kept)


def load_kept(path: Path, made_by: str) -> KeptFiles:
    """Return what a build by the same program recorded; nothing where there is none, or whatever is wrong with it."""
    record = read_record(path, made_by)
    try:
        return _decoded(record) if isinstance(record, dict) else KeptFiles()
    except (LookupError, TypeError, ValueError):
        return KeptFiles()


def save_kept(path: Path, made_by: str, kept: KeptFiles) -> None:
    """Write the record; raises `OutputRefused`. It is told in columns: no list is made for each of many questions.

    Places are given as bytes, which a record tells in Base64: as texts all of them would be held beside it.
    """
    names = {name: place for place, name in enumerate(dict.fromkeys(name for name, _ in kept.answers))}
    record = {
        "names": [*names],
        "name": [names[name] for name, _ in kept.answers],
        "key": [key for _, key in kept.answers],
        "answer": [*kept.answers.values()],
        "files": {
            file: [made.digest, made.frame, memoryview(made.questions)] for file, made in kept.files.items()
        },
    }
    write_record(path, made_by, cast("Json", record))


def hashable(key: Json | Hashable) -> Hashable:
    """Return a key as it was before it was written: lists were tuples.

    Equal texts become one: twenty questions ask for an article.
    """
    if type(key) is str:
        return intern(key)
    return tuple([hashable(each) for each in key]) if isinstance(key, list | tuple) else cast("Hashable", key)


def _decoded(record: Mapping[str, Json]) -> KeptFiles:
    names, name, keys, told = (_list(record[column]) for column in ("names", "name", "key", "answer"))
    answers = {
        (str(names[_number(place)]), hashable(key)): None if answer is None else str(answer)
        for place, key, answer in zip(name, keys, told, strict=True)
    }
    if len(answers) != len(told):
        raise ValueError("a question stands there twice")
    files = record["files"]
    if not isinstance(files, dict):
        raise TypeError("files are told by path")
    return KeptFiles(answers, {file: _made(_list(made), len(answers)) for file, made in files.items()})


def _made(entry: Sequence[Json], places: int) -> Made:
    digest, frame, told = entry
    questions = array(_PLACE, b64decode(str(told), validate=True))
    if questions and max(questions) >= places:
        raise ValueError("a file names a question that is not there")
    return Made(str(digest), str(frame), questions)


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError("it is no list")
    return value


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError("a place is a number")
    return value
