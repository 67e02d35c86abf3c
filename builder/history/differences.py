"""How two states of one record differ, value by value.

Entries of a list are matched by the records that they name and by what they share, never by their place: an entry that
moved is the same entry. What may not be shown is decided by a `Veil`, which every word passes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Final, Protocol

from msgspec import Struct
from pydantic import BaseModel

from builder.model.base import RefersTo
from builder.model.walk import Declared, declared_fields, marked_fields

Where = tuple[str, ...]
"""The way to a value: keys as editors write them; for an entry of a list its label in guillemets, `«First report»`."""
Leaf = tuple[Where, str]

UNTOLD: Final = "…"
"""Stands for what is not told."""
_MOST_LABEL_CHARS: Final = 60
_MOST_PAIRS: Final = 40_000
_DIGEST: Final = "sha256"


class Veil(Protocol):
    """Says what may be told, and what records are called."""

    def words(self, text: str) -> str:
        """Return words as they may be shown."""

    def is_withdrawn(self, kind: str, record_id: str) -> bool:
        """Whether nothing may be told of a record and of what rests on it."""

    def name(self, kind: str, record_id: str) -> str:
        """Return what a record is called; nothing where there is none."""

    def withheld(self) -> str:
        """Return what stands for the words of an entry that rests on a withdrawn record."""


class Difference(Struct, frozen=True):
    """A value that is otherwise: what it was and is in words, None where it is not there.

    Words are whole here; what prints them shortens them. Where both are the same, only that something differs is told:
    the order of a list, a digest, the words of an entry that rests on a withdrawn record.
    """

    where: Where
    was: str | None
    now: str | None


def differences(
    was: BaseModel, now: BaseModel, veil: Veil, without: frozenset[str] = frozenset()
) -> tuple[Difference, ...]:
    """Return how a record differs, in the order of its fields; keys in `without` are passed over everywhere."""
    return tuple(_Comparison(veil, without).of_models(was, now, ()))


def described(
    record: BaseModel, veil: Veil, without: frozenset[str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what a record says as pairs of a key and its words, an entry each; keys in `without` are passed over."""
    return tuple(_Comparison(veil, without).described(record))


def leaves(value: object) -> Iterator[Leaf]:
    """Yield each single value with the keys on its way; places in lists are no part of it."""
    return _leaves(value, ())


def _leaves(value: object, where: Where) -> Iterator[Leaf]:
    if isinstance(value, BaseModel):
        for field in _fields(value):
            yield from _leaves(getattr(value, field.name), (*where, field.key))
    elif isinstance(value, Mapping):
        for key in value:
            yield from _leaves(value[key], (*where, str(key)))
    elif isinstance(value, tuple):
        for each in value:
            yield from _leaves(each, where)
    elif not _is_absent(value):
        yield where, _text(value)


def _fields(value: BaseModel) -> Iterator[Declared]:
    return (field for field in declared_fields(type(value)) if field.name != "id")


def _is_absent(value: object) -> bool:
    return value is None or value is False or value in ("", ()) or value == {}


def _text(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return "true" if value is True else str(value)


class _Comparison:
    def __init__(self, veil: Veil, without: frozenset[str]) -> None:
        self._veil = veil
        self._without = without

    def of_models(self, was: BaseModel, now: BaseModel, where: Where) -> Iterator[Difference]:
        for field in _fields(now):
            if field.key not in self._without:
                pair = getattr(was, field.name, None), getattr(now, field.name)
                yield from self._of_values(*pair, (*where, field.key), field)

    def described(self, record: BaseModel) -> Iterator[tuple[str, tuple[str, ...]]]:
        for field in _fields(record):
            value = getattr(record, field.name)
            if field.key in self._without or _is_absent(value):
                continue
            entries = value if isinstance(value, tuple) else (value,)
            words = (self._words(each, field) for each in entries)
            yield field.key, tuple(each for each in words if each is not None)

    def _of_values(self, was: object, now: object, where: Where, field: Declared) -> Iterator[Difference]:
        if was == now or (_is_absent(was) and _is_absent(now)):
            return
        if isinstance(was, BaseModel) and isinstance(now, BaseModel):
            yield from self._of_entries(was, now, where)
        elif isinstance(was, Mapping) and isinstance(now, Mapping):
            for key in dict.fromkeys([*was, *now]):
                yield from self._of_values(
                    was.get(key), now.get(key), (*where, self._veil.words(str(key))), field
                )
        elif isinstance(was, tuple) and isinstance(now, tuple):
            yield from self._of_lists(was, now, where, field)
        elif field.key == _DIGEST:
            # with the digest of a text that is redacted by now somebody could try out guesses
            yield Difference(where, None if _is_absent(was) else UNTOLD, None if _is_absent(now) else UNTOLD)
        else:
            yield Difference(where, self._words(was, field), self._words(now, field))

    def _of_entries(self, was: BaseModel, now: BaseModel, where: Where) -> Iterator[Difference]:
        """Compare two states of one entry; of one that rests on a withdrawn record it is told only that it differs."""
        if self._rests_on_withdrawn(was) or self._rests_on_withdrawn(now):
            yield Difference(where, self._veil.withheld(), self._veil.withheld())
        else:
            yield from self.of_models(was, now, where)

    def _of_lists(
        self, was: Sequence[object], now: Sequence[object], where: Where, field: Declared
    ) -> Iterator[Difference]:
        pairs, gone, new = _matched(was, now)
        for old, young in pairs:
            yield from self._of_entries(old, young, (*where, self._label(young)))
        if not pairs and not gone and not new:
            yield Difference(where, UNTOLD, UNTOLD)
        yield from (Difference(where, self._words(each, field), None) for each in gone)
        yield from (Difference(where, None, self._words(each, field)) for each in new)

    def _label(self, entry: BaseModel) -> str:
        """What an entry is called: the record that it names, else its first words."""
        for _, marker, target in marked_fields(entry, RefersTo):
            return f"«{self._name(marker, target)}»"
        first = next((text for _, text in leaves(entry)), "")
        words = " ".join(self._veil.words(first).split())
        return f"«{words if len(words) <= _MOST_LABEL_CHARS else words[: _MOST_LABEL_CHARS - 1] + '…'}»"

    def _name(self, marker: RefersTo, target: str) -> str:
        names = (self._veil.name(kind, target) for kind in marker.kinds)
        return next((name for name in names if name), target)

    def _rests_on_withdrawn(self, value: BaseModel) -> bool:
        return any(
            self._veil.is_withdrawn(kind, target)
            for _, marker, target in marked_fields(value, RefersTo)
            for kind in marker.kinds
        )

    def _words(self, value: object, field: Declared) -> str | None:
        """Return a value in words, an entry with all its values."""
        if _is_absent(value):
            return None
        if isinstance(value, BaseModel):
            if self._rests_on_withdrawn(value):
                return self._veil.withheld()
            told = (self._words(getattr(value, each.name), each) for each in self._told_fields(value))
            return " · ".join(words for words in told if words is not None)
        if isinstance(value, tuple):
            return "; ".join(words for each in value if (words := self._words(each, field)) is not None)
        if isinstance(value, Mapping):
            pairs = ((self._veil.words(str(key)), self._words(each, field)) for key, each in value.items())
            return "; ".join(f"{key}: {words}" for key, words in pairs)
        marker = _marker(field)
        text = _text(value)
        return self._name(marker, text) if marker is not None else self._veil.words(text)

    def _told_fields(self, value: BaseModel) -> list[Declared]:
        """The fields of an entry that are told where it is told whole, the records that it names first."""
        told = (each for each in _fields(value) if each.key != _DIGEST and each.key not in self._without)
        return sorted(told, key=lambda field: _marker(field) is None)


def _marker(field: Declared) -> RefersTo | None:
    return next((part for part in field.parts if isinstance(part, RefersTo)), None)


Pairs = list[tuple[BaseModel, BaseModel]]


def _matched(was: Sequence[object], now: Sequence[object]) -> tuple[Pairs, list[object], list[object]]:
    """Return the entries that changed, as pairs in the order of the later list, then those gone and the new ones."""
    gone, new = _without_same(was, now)
    olds = [each for each in gone if isinstance(each, BaseModel)]
    youngs = [each for each in new if isinstance(each, BaseModel)]
    if not olds or not youngs or len(olds) * len(youngs) > _MOST_PAIRS:
        return [], gone, new
    facts = {id(each): (Counter(leaves(each)), _references(each)) for each in (*olds, *youngs)}
    ranked = sorted(
        (
            (-likeness, at, place)
            for at, young in enumerate(youngs)
            for place, old in enumerate(olds)
            if (likeness := _likeness(facts[id(old)], facts[id(young)]))
        ),
    )
    taken: set[int] = set()
    found: dict[int, int] = {}
    for _, at, place in ranked:
        if at not in found and place not in taken:
            found[at] = place
            taken.add(place)
    pairs = [(olds[found[at]], youngs[at]) for at in sorted(found)]
    matched = {id(each) for pair in pairs for each in pair}
    return (
        pairs,
        [each for each in gone if id(each) not in matched],
        [each for each in new if id(each) not in matched],
    )


def _without_same(was: Sequence[object], now: Sequence[object]) -> tuple[list[object], list[object]]:
    """Leave out what stands in both lists, each entry as often as it does."""
    left: dict[tuple[Leaf, ...], list[int]] = {}
    for place, each in enumerate(was):
        left.setdefault(tuple(leaves(each)), []).append(place)
    new: list[object] = []
    for each in now:
        same = left.get(tuple(leaves(each)))
        if same:
            same.pop(0)
        else:
            new.append(each)
    return [was[place] for place in sorted(place for places in left.values() for place in places)], new


_Facts = tuple[Counter[Leaf], tuple[str, ...]]


def _references(entry: BaseModel) -> tuple[str, ...]:
    return tuple(target for _, _, target in marked_fields(entry, RefersTo))[:1]


def _likeness(one: _Facts, other: _Facts) -> float:
    """How much two entries share, from 0 to 1, and 1 more where both name the same record first."""
    shared = (one[0] & other[0]).total() / max(one[0].total(), other[0].total(), 1)
    if one[1] or other[1]:
        return shared + 1 if one[1] == other[1] else 0
    return shared if shared >= 1 / 2 else 0


def with_present_ids(value: object, renamed: Mapping[tuple[str, str], str]) -> object:
    """Return a value whose references to renamed records, by kind and former id, name them by their present ids."""
    if isinstance(value, tuple):
        return tuple(with_present_ids(each, renamed) for each in value)
    if not isinstance(value, BaseModel):
        return value
    changed: dict[str, object] = {}
    for field in _fields(value):
        inner = getattr(value, field.name)
        marker = _marker(field)
        if marker is None or not inner:
            changed[field.name] = with_present_ids(inner, renamed)
        elif isinstance(inner, tuple):
            changed[field.name] = tuple(_present(each, marker, renamed) for each in inner)
        else:
            changed[field.name] = _present(inner, marker, renamed)
    return value.model_copy(update=changed)


def _present(target: object, marker: RefersTo, renamed: Mapping[tuple[str, str], str]) -> object:
    """Return the id by which a reference names its record today."""
    return next(
        (now for kind in marker.kinds if (now := renamed.get((kind, str(target)))) is not None), target
    )
