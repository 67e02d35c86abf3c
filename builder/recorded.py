"""Remembers which values something was made from, so that it need not be made again while all of them are the same.

A frozen value has a twin that looks the same and notes every field and every key of a mapping that is asked for: a
*question*. What was made from some answers may be kept while the same questions have the same answers, told by their
digests. This module does not know what the values are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import Enum
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter, methodcaller
from typing import Final, TypeVar, cast, overload

from msgspec import Struct
from msgspec.structs import asdict, astuple

Question = tuple[str, Hashable]
"""The name of a field and the key that was looked up there: a text or a tuple; None for the field as a whole, which is
its keys where it is a mapping."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Other = TypeVar("Other")
Made = TypeVar("Made")
Method = TypeVar("Method", bound=Callable[..., object])

_DIGEST_BYTES: Final = 12
_COUNT: Final = ", how many"
"""Asks for the number of keys alone."""
_NOTHING: Final = b"no such key!"
"""The answer where a mapping has no such key."""


def order(method: Method) -> Method:
    """Mark a method that returns those given to it in an order: what matters is that order, not the place of each."""
    method.__dict__["is_order"] = True
    return method


class Recorder:
    """Notes questions, and answers them. `twin` makes what is asked."""

    def __init__(self) -> None:
        self.read: dict[Question, None] = {}
        """What is noted now, in the order in which it was asked first."""
        self._sources: dict[str, Callable[[Hashable], object]] = {}

    @contextmanager
    def noting(self) -> Iterator[dict[Question, None]]:
        """Give what is asked within the block, as keys of a mapping in the order in which it was asked first."""
        outer, self.read = self.read, {}
        try:
            yield self.read
        finally:
            self.read = outer

    def note(self, questions: Iterable[Question]) -> None:
        """Note questions that were asked before, by what is taken over."""
        self.read.update(dict.fromkeys(questions))

    def answer(self, question: Question) -> bytes | None:
        """Return the digest of an answer; None where there is no such question any more, or no digest of its answer."""
        name, key = question
        source = self._sources.get(name)
        if source is None:
            return None
        try:
            return bytes.fromhex(digest(source(key)))
        except LookupError:
            return _NOTHING
        except TypeError:
            return None

    def mapping(self, name: str, mapping: Mapping[Key, Value]) -> Mapping[Key, Value]:
        """Return a mapping that looks the same and notes what is asked of it."""
        self._sources[f"{name}{_COUNT}"] = lambda _key: len(mapping)
        self._sources[name] = lambda key: tuple(mapping) if key is None else mapping[cast("Key", key)]
        return _Watched(mapping, name, self)

    def twin(self, name: str, value: Made) -> Made:
        """Return a value that looks like a frozen struct and notes what is asked of its fields, and of theirs.

        Its methods run on the twin, so they note what they read; cached properties count as fields.
        """
        kind = type(value)
        assert isinstance(value, Struct)
        values = asdict(value)
        members: dict[str, object] = {
            field: self._field(f"{name}.{field}", its_value) for field, its_value in values.items()
        }
        for base in kind.__mro__:
            for attribute, member in vars(base).items():
                if isinstance(member, cached_property) and attribute not in members:
                    members[attribute] = self._derived(f"{name}.{attribute}", attrgetter(attribute), value)
                elif getattr(member, "is_order", False) and attribute not in members:
                    members[attribute] = self._ordered(f"{name}.{attribute}", getattr(value, attribute))
        meta = cast("Callable[..., Callable[..., Made]]", type(kind))
        return meta(kind.__name__, (kind,), members)(**values)

    def _field(self, name: str, value: object) -> property:
        if isinstance(value, Mapping):
            watched = self.mapping(name, value)
            return property(lambda _twin: watched)
        if isinstance(value, Struct) and any(isinstance(one, Mapping) for one in astuple(value)):
            twin = self.twin(name, value)
            return property(lambda _twin: twin)
        question = (name, None)
        self._sources[name] = lambda _key: value

        def whole(_twin: object) -> object:
            self.read[question] = None
            return value

        return property(whole)

    def _derived(self, name: str, of: Callable[[object], object], value: object) -> property:
        """Return a cached property of the twin: it is computed once, of the value itself."""
        made: list[property] = []
        self._sources[f"{name}{_COUNT}"] = lambda _key: _derived_answer(of(value), None, count=True)
        self._sources[name] = lambda key: _derived_answer(of(value), key)

        def derive(twin: object) -> object:
            if not made:
                made.append(self._field(name, of(value)))
            return made[0].__get__(twin)

        return property(derive)

    def _ordered(
        self, name: str, method: Callable[[Iterable[Hashable]], tuple[Hashable, ...]]
    ) -> Callable[..., object]:
        self._sources[name] = lambda members: method(cast("Iterable[Hashable]", members))

        def ordered(_twin: object, members: Iterable[Hashable]) -> tuple[Hashable, ...]:
            found = method(members)
            self.read[name, found] = None
            return found

        return ordered


def _derived_answer(value: object, key: Hashable, *, count: bool = False) -> object:
    if not isinstance(value, Mapping):
        return value
    if key is not None:
        return value[key]
    return len(value) if count else tuple(value)


class _Watched(Mapping[Key, Value]):
    """Notes the keys that are looked up; who goes through all of them has asked for the keys as a whole too."""

    __slots__ = ("_mapping", "_name", "_recorder")

    def __init__(self, mapping: Mapping[Key, Value], name: str, recorder: Recorder) -> None:
        self._mapping = mapping
        self._name = name
        self._recorder = recorder

    def __getitem__(self, key: Key) -> Value:
        self._recorder.read[self._name, key] = None
        return self._mapping[key]

    @overload
    def get(self, key: Key) -> Value | None: ...
    @overload
    def get(self, key: Key, default: Value | Other) -> Value | Other: ...
    def get(self, key: Key, default: Value | Other | None = None) -> Value | Other | None:
        """As of any mapping, in one step."""
        self._recorder.read[self._name, key] = None
        return self._mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._recorder.read[self._name, key] = None
        return key in self._mapping

    def __iter__(self) -> Iterator[Key]:
        self._recorder.read[self._name, None] = None
        return iter(self._mapping)

    def __len__(self) -> int:
        self._recorder.read[f"{self._name}{_COUNT}", None] = None
        return len(self._mapping)


def content_digest(content: bytes) -> str:
    """Return a digest of bytes."""
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def digest(value: object) -> str:
    """Return a digest that two values share only where they are equal, whatever process made them.

    Raises `TypeError` for a value that is neither plain, nor a struct, a model or a collection of such.
    """
    return content_digest(repr(_plain(value)).encode("utf-8", "surrogatepass"))


_Tell = Callable[[object], object]
_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})
_TELLING: dict[type, _Tell] = {tuple: lambda value: tuple(map(_plain, cast("tuple[object, ...]", value)))}
"""How values of each type are told; filled as types are met."""


def _plain(value: object) -> object:
    """Return a value as nested tuples, which are written the same in every process."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    tell = _TELLING.get(kind)
    if tell is None:
        tell = _TELLING[kind] = _telling(kind)
    return tell(value)


def _telling(kind: type) -> _Tell:
    if issubclass(kind, str) and not issubclass(kind, Enum):
        return str
    name, parts = kind.__qualname__, _parts(kind)
    return lambda value: (name, *map(_plain, parts(value)))


def _parts(kind: type) -> Callable[[object], Iterable[object]]:
    """Return what takes a value apart; an odd value is told by its type's own `told_for_digest`."""
    if hasattr(kind, "told_for_digest"):
        return methodcaller("told_for_digest")
    if issubclass(kind, Enum):
        return _alone(attrgetter("name"))
    if issubclass(kind, date):
        return _alone(methodcaller("isoformat"))
    if issubclass(kind, Mapping):
        return methodcaller("items")
    if issubclass(kind, (frozenset, set)):
        return lambda value: sorted(map(_plain, cast("frozenset[object]", value)), key=repr)
    if issubclass(kind, (tuple, list)):
        return lambda value: cast("tuple[object, ...]", value)
    names = kind.__struct_fields__ if issubclass(kind, Struct) else tuple(getattr(kind, "model_fields", ()))
    if not names:
        raise TypeError(f"no digest tells {kind.__qualname__} values apart")
    every = attrgetter(*names)
    return every if len(names) > 1 else _alone(every)


def _alone(part: Callable[[object], object]) -> Callable[[object], Iterable[object]]:
    return lambda value: (part(value),)
