"""The record of what each file of the site was made from, so that a file is made again only when that has changed.

What a file was made from is a list of *questions* about the dossier with a digest of each answer; what they mean is
not known here. The record only saves time: whatever is wrong with it, every file is made.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping
from pathlib import Path
from sys import intern
from typing import NamedTuple, Protocol, cast

from msgspec import Struct, field
from msgspec.json import decode
from msgspec.structs import replace

from builder.output.state import Json, read_bytes, write_record

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


class MadeBlock(NamedTuple):
    """A part of a file that can be made by itself: where its bytes are, a digest of them, and what it was made from."""

    start: int
    size: int
    digest: str
    questions: array[int]


Blocks = Mapping[str, MadeBlock]
"""The blocks of a file by their keys."""


class Unchanged(Struct, frozen=True):
    """What of the last build is made from what is still so: whole files, and blocks of the others."""

    files: Mapping[str, Made]
    blocks: Mapping[str, Blocks]
    """By the path of their file."""


class KeptFiles(Struct, frozen=True):
    """What the last build made, by path."""

    answers: Mapping[Question, str | None] = field(default_factory=dict)
    """The digest of each answer, in the order of the questions' places."""
    files: Mapping[str, Made] = field(default_factory=dict)
    blocks: Mapping[str, Blocks] = field(default_factory=dict)
    """Those of files that have some: what they were made from does not count among what the rest of the file was."""

    def unchanged(self, answer: Answer) -> Unchanged:
        """Return what is made from what is still so."""
        changed = {
            number
            for number, (question, before) in enumerate(self.answers.items())
            if before is None or answer(question) != before
        }
        blocks = {
            path: {key: made for key, made in of_file.items() if changed.isdisjoint(made.questions)}
            for path, of_file in self.blocks.items()
        }
        files = {
            path: made
            for path, made in self.files.items()
            if changed.isdisjoint(made.questions)
            and len(blocks.get(path, ())) == len(self.blocks.get(path, ()))
        }
        return Unchanged(files, blocks)

    def asked(self) -> set[int]:
        """Return the places of all questions that something was made from."""
        files = (made.questions for made in self.files.values())
        blocks = (made.questions for of_file in self.blocks.values() for made in of_file.values())
        return set[int]().union(*files, *blocks)

    def with_places(self, moved: Callable[[array[int]], array[int]]) -> KeptFiles:
        """Return the same with questions that have other places."""
        return KeptFiles(
            self.answers,
            {path: made._replace(questions=moved(made.questions)) for path, made in self.files.items()},
            {
                path: {key: made._replace(questions=moved(made.questions)) for key, made in of_file.items()}
                for path, of_file in self.blocks.items()
            },
        )


class Keeping:
    """Gathers what the files of this build were made from; those taken over keep their questions, by their places."""

    def __init__(self, before: KeptFiles) -> None:
        self._before = KeptFiles(
            {}, before.files, before.blocks
        )  # answers may go once they have told what is so
        self._places = {question: place for place, question in enumerate(before.answers)}
        self._files: dict[str, Made] = {}
        self._blocks: dict[str, dict[str, MadeBlock]] = {}

    def take_over(self, path: str) -> None:
        """Keep what is known of a file that is not made again."""
        self._files[path] = self._before.files[path]
        if path in self._before.blocks:
            self._blocks[path] = {**self._before.blocks[path]}

    def add_block(
        self, path: str, key: str, start: int, size: int, digest: str, questions: Iterable[Question] | None
    ) -> None:
        """Take note of a block of a file; None for the questions of one that is what it was."""
        places = self._before.blocks[path][key].questions if questions is None else self._placed(questions)
        self._blocks.setdefault(path, {})[key] = MadeBlock(start, size, digest, places)

    def add(self, path: str, digest: str, frame: str, questions: Iterable[Question]) -> None:
        """Take note of a file that was made; the keys of questions may be as JSON tells them."""
        self._files[path] = Made(digest, frame, self._placed(questions))

    def _placed(self, questions: Iterable[Question]) -> array[int]:
        places = self._places
        numbers = array(_PLACE)
        for name, key in questions:
            place = places.get((name, key if type(key) is str else hashable(key)))
            if place is None:
                place = places[intern(name), hashable(key)] = len(places)
            numbers.append(place)
        return numbers

    def kept(self, answer: Answer) -> KeptFiles:
        """Return all of it, for the next build. Questions that no file asks any more go once they are a tenth."""
        kept = KeptFiles({}, self._files, self._blocks)
        asked = kept.asked()
        questions = list(self._places)
        if len(asked) < len(questions) * _ENOUGH_ASKED:
            places = {before: now for now, before in enumerate(sorted(asked))}
            questions = [questions[place] for place in places]
            kept = kept.with_places(lambda before: array(_PLACE, [places[number] for number in before]))
        del asked  # a set of many numbers, which takes as much as the answers
        return replace(kept, answers={question: answer(question) for question in questions})


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
    body = read_bytes(path, made_by)
    try:
        return _decoded(body) if body is not None else KeptFiles()
    except (LookupError, ValueError):  # msgspec's own error is one of the latter
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
        "blocks": {
            file: [
                [key, made.start, made.size, made.digest, memoryview(made.questions)]
                for key, made in of_file.items()
            ]
            for file, of_file in kept.blocks.items()
        },
    }
    write_record(path, made_by, cast("Json", record))


def hashable(key: object) -> Hashable:
    """Return a key as it was before it was written: lists were tuples.

    Equal texts become one: twenty questions ask for an article.
    """
    if type(key) is str:
        return intern(key)
    return tuple([hashable(each) for each in key]) if isinstance(key, list | tuple) else key


class _Told(Struct, frozen=True):
    """A record as it is told, in columns."""

    names: list[str]
    name: list[int]
    key: list[object]
    answer: list[str | None]
    files: dict[str, tuple[str, str, bytes]]
    blocks: dict[str, list[tuple[str, int, int, str, bytes]]]


def _decoded(body: bytes) -> KeptFiles:
    told = decode(body, type=_Told)
    names = [intern(name) for name in told.names]
    keys = [intern(key) if type(key) is str else hashable(key) for key in told.key]
    asked = zip(map(names.__getitem__, told.name), keys, strict=True)
    answers = dict(zip(asked, told.answer, strict=True))
    if len(answers) != len(told.answer):
        raise ValueError("a question stands there twice")
    return KeptFiles(
        answers,
        {
            file: Made(digest, frame, _questions(places, len(answers)))
            for file, (digest, frame, places) in told.files.items()
        },
        {
            file: {
                key: MadeBlock(start, size, digest, _questions(places, len(answers)))
                for key, start, size, digest, places in every
            }
            for file, every in told.blocks.items()
        },
    )


def _questions(told: bytes, places: int) -> array[int]:
    questions = array(_PLACE, told)
    if questions and max(questions) >= places:
        raise ValueError("a file names a question that is not there")
    return questions
