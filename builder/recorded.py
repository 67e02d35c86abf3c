"""Remembers which values something was made from, so that it need not be made again while all of them are the same.

A frozen value has a twin that looks the same and notes every field and every key of a mapping that is asked for: a
*question*. What was made from some answers may be kept while the same questions have the same answers, told by their
digests. This module does not know what the values are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter
from typing import Final, TypeVar, cast, overload

from msgspec import Struct
from msgspec.json import Encoder
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

    def answers(self, name: str, keys: Iterable[Hashable]) -> list[bytes | None]:
        """Return the digest of the answer for each key; None where there is no such question any more, or no digest."""
        source = self._sources.get(name)
        if source is None:
            return [None for _ in keys]
        return [_answer(source, key) for key in keys]

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


def _answer(source: Callable[[Hashable], object], key: Hashable) -> bytes | None:
    try:
        return blake2b(_told(source(key)), digest_size=_DIGEST_BYTES).digest()
    except LookupError:
        return _NOTHING
    except TypeError:
        return None


def content_digest(content: bytes) -> str:
    """Return a digest of bytes."""
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def digest(value: object) -> str:
    """Return a digest that two values share only where they are equal, whatever process made them.

    What they hold is told apart by its type where it is declared to be of one, and by the names of fields in structs.
    Raises `TypeError` for a value that is neither plain, nor a struct, a model or a collection of such.
    """
    return content_digest(_told(value))


def _told(value: object) -> bytes:
    """Return a value as JSON beside its type: a mapping in its own order, which pages may follow, a set in any one."""
    try:
        told = _ENCODER.encode(sorted(value, key=repr) if isinstance(value, AbstractSet) else value)
    except UnicodeEncodeError as unwritten:
        raise TypeError("no digest tells characters that no file can have") from unwritten
    return told + type(value).__qualname__.encode()


def _parts(value: object) -> object:
    """Take apart what JSON has no sign for; an odd value is told by its type's own `told_for_digest`."""
    kind = type(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return repr(value)  # a key: any other JSON has a sign for
    tell: Callable[[], object] | None = getattr(value, "told_for_digest", None)
    if tell is not None:
        return kind.__qualname__, tell()
    if isinstance(value, Mapping):
        return tuple(value.items())
    if isinstance(value, Sequence):
        return tuple(value)
    names = tuple(getattr(kind, "model_fields", ()))
    if not names:
        raise TypeError(f"no digest tells {kind.__qualname__} values apart")
    return (kind.__qualname__, *(getattr(value, name) for name in names))


_ENCODER: Final = Encoder(enc_hook=_parts)
