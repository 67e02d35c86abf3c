"""The record of what each file of the site was made from, so that a file is made again only when that has changed.

What a file was made from is a list of *questions* about the dossier with a digest of each answer; what they mean is
not known here. The record only saves time: whatever is wrong with it, every file is made.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from sys import intern
from typing import Final, NamedTuple, Protocol, cast

from msgspec import Raw, Struct, ValidationError, field
from msgspec.json import decode

from builder.output.state import Json, read_bytes, write_record

Question = tuple[str, Hashable]
"""A name and a key: None, a text, a number, or a tuple of keys."""
_ENOUGH_ASKED = 0.9
_PLACE: Final = "I"
DIGEST_BYTES = 12
"""How long the digest of an answer is."""
_NO_ANSWER = bytes(DIGEST_BYTES)
Answers = Callable[[str, Collection[Hashable]], Sequence[bytes | None]]
"""Tells for a name the digest of the answer for each key; None where the question makes no sense any more."""


class Made(NamedTuple):
    """One file: its content, and what it was made from."""

    digest: str
    """SHA-256 of its content, in hex."""
    frame: str
    """A digest of whatever it shows that no question asks for."""
    questions: bytes
    """Places of questions, as `Questions` gives them: of a large site there are millions."""


class MadeBlock(NamedTuple):
    """A part of a file that can be made by itself: where its bytes are, a digest of them, and what it was made from."""

    start: int
    size: int
    digest: str
    questions: bytes


Blocks = Mapping[str, MadeBlock]
"""The blocks of a file by their keys."""


class Questions:
    """Gives each question a place, a number, in the order in which they come.

    They stand by their names: a tuple for each of hundreds of thousands would take more than all of this.
    """

    def __init__(self, by_name: dict[str, dict[Hashable, int]] | None = None) -> None:
        self.by_name = by_name or {}
        """The places of the keys of each name."""
        self._count = sum(map(len, self.by_name.values()))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[tuple[Question, int]]:
        for name, places in self.by_name.items():
            for key, place in places.items():
                yield (name, key), place

    def places(self, questions: Iterable[Question]) -> bytes:
        """Return the places of questions, as bytes; their keys may be as JSON tells them."""
        found = array(_PLACE)
        for name, key in questions:
            places = self.by_name.get(name)
            if places is None:
                places = self.by_name[intern(name)] = {}
            place = places.get(key if type(key) is str else hashable(key))
            if place is None:
                place = places[hashable(key)] = self._count
                self._count += 1
            found.append(place)
        return found.tobytes()


class Unchanged(Struct, frozen=True):
    """What of the last build is made from what is still so: whole files, and blocks of the others."""

    files: Mapping[str, Made]
    blocks: Mapping[str, Blocks]
    """By the path of their file."""


class KeptFiles(Struct, frozen=True):
    """What the last build made, by path."""

    questions: Questions = field(default_factory=Questions)
    """Those without an answer were asked by a build that came to no end."""
    answers: bytes | bytearray = b""
    """The digest of each answer, in the order of the questions' places."""
    files: Mapping[str, Made] = field(default_factory=dict)
    blocks: Mapping[str, Blocks] = field(default_factory=dict)
    """Those of files that have some: what they were made from does not count among what the rest of the file was."""

    def without(self, changed: set[int]) -> Unchanged:
        """Return what is made from no answer that has changed, by the places of the questions."""
        blocks = {
            path: {key: made for key, made in of_file.items() if changed.isdisjoint(_numbers(made.questions))}
            for path, of_file in self.blocks.items()
        }
        files = {
            path: made
            for path, made in self.files.items()
            if changed.isdisjoint(_numbers(made.questions))
            and len(blocks.get(path, ())) == len(self.blocks.get(path, ()))
        }
        return Unchanged(files, blocks)

    def asked(self) -> bytearray:
        """Return for each place of a question whether something was made from it."""
        asked = bytearray(len(self.questions))
        for places in _all_places(self.files, self.blocks):
            for place in _numbers(places):
                asked[place] = True
        return asked

    def with_questions(self, asked: bytearray) -> KeptFiles:
        """Return the same with those questions alone, which then have other places."""
        now = array(_PLACE, accumulate(asked, initial=0))

        def moved(places: bytes) -> bytes:
            return array(_PLACE, [now[place] for place in _numbers(places)]).tobytes()

        return KeptFiles(
            Questions(
                {
                    name: {key: now[place] for key, place in places.items() if asked[place]}
                    for name, places in self.questions.by_name.items()
                }
            ),
            b"".join(self.answers[_range(place)] for place, is_asked in enumerate(asked) if is_asked),
            {path: made._replace(questions=moved(made.questions)) for path, made in self.files.items()},
            {
                path: {key: made._replace(questions=moved(made.questions)) for key, made in of_file.items()}
                for path, of_file in self.blocks.items()
            },
        )


def _all_places(files: Mapping[str, Made], blocks: Mapping[str, Blocks]) -> Iterator[bytes]:
    yield from (made.questions for made in files.values())
    yield from (made.questions for of_file in blocks.values() for made in of_file.values())


def _numbers(places: bytes) -> memoryview[int]:
    return memoryview(places).cast(_PLACE)


def _range(place: int) -> slice:
    return slice(place * DIGEST_BYTES, (place + 1) * DIGEST_BYTES)


class Keeping:
    """Gathers what the files of this build were made from; those taken over keep their questions, by their places."""

    def __init__(self, before: KeptFiles, answers: Answers) -> None:
        self._answered = answers
        self._questions = before.questions
        self._answers = bytearray(before.answers)
        self._known = len(before.answers) // DIGEST_BYTES
        self.unchanged = before.without(self._renewed())
        """What need not be made again."""
        self._files: dict[str, Made] = {}
        self._blocks: dict[str, dict[str, MadeBlock]] = {}

    def _renewed(self) -> set[int]:
        """Give known questions the answers of today; return the places of those that had another, or none."""
        changed: set[int] = set()
        for name, places in self._questions.by_name.items():
            known = {key: place for key, place in places.items() if place < self._known}
            for place, now in zip(known.values(), self._answered(name, known), strict=True):
                where = _range(place)
                if now is None or now != self._answers[where]:
                    changed.add(place)
                    self._answers[where] = now or _NO_ANSWER
        return changed

    def take_over(self, path: str) -> None:
        """Keep what is known of a file that is not made again."""
        self._files[path] = self.unchanged.files[path]
        if path in self.unchanged.blocks:
            self._blocks[path] = {**self.unchanged.blocks[path]}

    def add_block(
        self, path: str, key: str, start: int, size: int, digest: str, questions: Iterable[Question] | None
    ) -> None:
        """Take note of a block of a file; None for the questions of one that is what it was."""
        places = (
            self.unchanged.blocks[path][key].questions
            if questions is None
            else self._questions.places(questions)
        )
        self._blocks.setdefault(path, {})[key] = MadeBlock(start, size, digest, places)

    def add(self, path: str, digest: str, frame: str, questions: Iterable[Question]) -> None:
        """Take note of a file that was made; the keys of questions may be as JSON tells them."""
        self._files[path] = Made(digest, frame, self._questions.places(questions))

    def kept(self) -> KeptFiles:
        """Return all of it, for the next build. Questions that no file asks any more go once they are a tenth."""
        answers = self._answers
        answers += bytes(len(self._questions) * DIGEST_BYTES - len(answers))
        for name, places in self._questions.by_name.items():
            new = {key: place for key, place in places.items() if place >= self._known}
            for place, answer in zip(new.values(), self._answered(name, new), strict=True):
                answers[_range(place)] = answer or _NO_ANSWER
        kept = KeptFiles(self._questions, answers, self._files, self._blocks)
        asked = kept.asked()
        return kept.with_questions(asked) if sum(asked) < len(asked) * _ENOUGH_ASKED else kept


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
    except (LookupError, TypeError, ValueError):  # msgspec's own error is one of the latter
        return KeptFiles()


def save_kept(path: Path, made_by: str, kept: KeptFiles) -> None:
    """Write the record; raises `OutputRefused`. Places and answers are given as bytes, told in Base64."""
    by_name = kept.questions.by_name
    record = {
        "keys": {name: [*places] for name, places in by_name.items()},
        "places": {name: memoryview(array(_PLACE, places.values())) for name, places in by_name.items()},
        "answers": memoryview(kept.answers),
        "files": kept.files,
        "blocks": kept.blocks,
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
    """A record as it is told: of each name the keys that were asked for, and their places in turn."""

    keys: dict[str, Raw]
    """A list for each: equal texts become one before the next is read."""
    places: dict[str, bytes]
    answers: bytes
    files: dict[str, Made]
    blocks: dict[str, dict[str, MadeBlock]]


def _decoded(body: memoryview) -> KeptFiles:
    told = decode(body, type=_Told)
    questions = Questions(
        {intern(name): _placed(keys, told.places[name]) for name, keys in told.keys.items()}
    )
    is_there = bytearray(len(questions))
    for _, place in questions:
        is_there[place] = True
    if not all(is_there) or len(told.answers) != len(questions) * DIGEST_BYTES:
        raise ValueError("not every place has one question and one answer")
    for places in _all_places(told.files, told.blocks):
        if places and max(array(_PLACE, places)) >= len(questions):
            raise ValueError("a file names a question that is not there")
    return KeptFiles(questions, told.answers, told.files, told.blocks)


def _keys(told: Raw) -> list[Hashable]:
    try:  # nearly all are texts
        return [key and intern(key) for key in decode(told, type=list[str | None])]
    except ValidationError:
        return [hashable(key) for key in decode(told, type=list[object])]


def _placed(told: Raw, places: bytes) -> dict[Hashable, int]:
    keys = _keys(told)
    placed = dict(zip(keys, array(_PLACE, places), strict=True))
    if len(placed) != len(keys):
        raise ValueError("a question stands there twice")
    return placed
