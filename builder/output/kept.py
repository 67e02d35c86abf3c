"""The record of what each file of the site was made from, so that a file is made again only when that has changed.

What a file was made from is a list of *questions* about the dossier with a digest of each answer; what they mean is
not known here. The record only saves time: whatever is wrong with it, every file is made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from msgspec import Struct, field

from builder.output.state import Json, read_record, write_record

Question = tuple[str, Hashable]
"""A name and a key: None, a text, a number, or a tuple of keys."""
Answer = Callable[[Question], str | None]
"""Tells the digest of an answer; None where the question makes no sense any more."""


class Made(NamedTuple):
    """One file: its content, and what it was made from."""

    digest: str
    """SHA-256 of its content, in hex."""
    frame: str
    """A digest of whatever it shows that no question asks for."""
    questions: tuple[int, ...]
    """Places in the record's list of questions."""


class KeptFiles(Struct, frozen=True):
    """What the last build made, by path."""

    questions: tuple[Question, ...] = ()
    answers: tuple[str | None, ...] = ()
    files: Mapping[str, Made] = field(default_factory=dict)

    def unchanged(self, answer: Answer) -> Mapping[str, Made]:
        """Return the files that are made from what is still so."""
        changed = {
            number
            for number, (question, before) in enumerate(zip(self.questions, self.answers, strict=True))
            if before is None or answer(question) != before
        }
        return {path: made for path, made in self.files.items() if changed.isdisjoint(made.questions)}


class Keeping:
    """Gathers what the files of this build were made from; those taken over keep their questions."""

    def __init__(self, before: KeptFiles) -> None:
        self._before = before
        self._places: dict[Question, int] = {}
        self._files: dict[str, Made] = {}

    def take_over(self, path: str) -> None:
        """Keep what is known of a file that is not made again."""
        made = self._before.files[path]
        questions = (self._before.questions[number] for number in made.questions)
        self._files[path] = made._replace(questions=self._numbered(questions))

    def add(self, path: str, digest: str, frame: str, questions: Iterable[Question]) -> None:
        """Take note of a file that was made."""
        self._files[path] = Made(digest, frame, self._numbered(questions))

    def kept(self, answer: Answer) -> KeptFiles:
        """Return all of it, for the next build."""
        questions = tuple(self._places)
        return KeptFiles(questions, tuple(map(answer, questions)), self._files)

    def _numbered(self, questions: Iterable[Question]) -> tuple[int, ...]:
        places = self._places
        return tuple([places.setdefault(question, len(places)) for question in questions])


def load_kept(path: Path, made_by: str) -> KeptFiles:
    """Return what a build by the same program recorded; nothing where there is none, or whatever is wrong with it."""
    record = read_record(path, made_by)
    try:
        return _decoded(record) if isinstance(record, dict) else KeptFiles()
    except (LookupError, TypeError, ValueError):
        return KeptFiles()


def save_kept(path: Path, made_by: str, kept: KeptFiles) -> None:
    """Write the record; raises `OutputRefused`."""
    names = {name: place for place, name in enumerate(dict.fromkeys(name for name, _ in kept.questions))}
    questions = [
        [names[name], cast("Json", key), answer]
        for (name, key), answer in zip(kept.questions, kept.answers, strict=True)
    ]
    files = {file: list(made) for file, made in kept.files.items()}
    write_record(path, made_by, cast("Json", {"names": list(names), "questions": questions, "files": files}))


def hashable(key: Json) -> Hashable:
    """Return a key as it was before it was written: lists were tuples."""
    return tuple([hashable(each) for each in key]) if isinstance(key, list) else cast("Hashable", key)


def _decoded(record: Mapping[str, Json]) -> KeptFiles:
    names = [str(name) for name in _list(record["names"])]
    questions = [_list(question) for question in _list(record["questions"])]
    files = record["files"]
    if not isinstance(files, dict):
        raise TypeError("files are told by path")
    return KeptFiles(
        tuple([(names[_number(name)], hashable(key)) for name, key, _ in questions]),
        tuple([None if answer is None else str(answer) for *_, answer in questions]),
        {file: _made(_list(made)) for file, made in files.items()},
    )


def _made(entry: Sequence[Json]) -> Made:
    digest, frame, questions = entry
    return Made(str(digest), str(frame), tuple(map(_number, _list(questions))))


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError("it is no list")
    return value


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError("a place is a number")
    return value
