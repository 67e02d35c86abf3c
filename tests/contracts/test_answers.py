"""What pages ask of the library and the findings is of types whose values a digest tells apart, in any process.

A digest is made of JSON, which has no sign for the order of a set, nor for which of two types a value is of.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from types import NoneType, UnionType
from typing import NamedTuple, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from pydantic import BaseModel

from builder.analysis.findings import Findings
from builder.analysis.keyness import WordCounts
from builder.model.library import Library
from builder.model.seedtext import SeedText

_SETS = frozenset({set, frozenset, AbstractSet})
_ANSWERS_IN_ORDER = frozenset({"Library.sources_beside_words", "ComparisonFindings.unread_figures"})
"""Sets that are an answer as a whole: a digest puts them in order."""
_PLAIN = frozenset({str, int, float})
"""Written so that no two are the same. A value of an enumeration looks like a text, and so does a date."""


class Found(Struct, frozen=True):
    """A type, and the field where it stands."""

    where: str
    kind: object


def types_in(kind: object, where: str, seen: set[object]) -> Iterator[Found]:
    """Yield every type that values of a type may hold; what stands in a struct, once."""
    yield Found(where, kind)
    for part in get_args(kind):
        yield from types_in(part, where, seen)
    if isinstance(kind, type) and get_origin(kind) is None and kind not in seen and _has_fields(kind):
        seen.add(kind)
        derived = {name: each for name, each in vars(kind).items() if isinstance(each, cached_property)}
        held = {name: get_type_hints(each.func)["return"] for name, each in derived.items()}
        for name, its_kind in {**get_type_hints(kind), **held}.items():
            yield from types_in(its_kind, f"{kind.__name__}.{name}", seen)


def _has_fields(kind: type) -> bool:
    return issubclass(kind, (Struct, BaseModel)) or hasattr(kind, "_fields")


def faults_in(*kinds: type) -> set[str]:
    """The fields that hold a set, or one of two types between which JSON does not tell."""
    seen: set[object] = set()
    return {
        found.where
        for kind in kinds
        for found in types_in(kind, kind.__name__, seen)
        if _is_set(found.kind) or _is_ambiguous(found.kind)
    }


def _is_set(kind: object) -> bool:
    return kind in _SETS or get_origin(kind) in _SETS


def _is_ambiguous(kind: object) -> bool:
    if get_origin(kind) not in (Union, UnionType):
        return False
    others = [part for part in get_args(kind) if part is not NoneType and part not in _PLAIN]
    return bool(others) and len(get_args(kind)) - (NoneType in get_args(kind)) > 1


def test_no_answer_holds_a_set_or_either_of_two_kinds_of_value() -> None:
    assert faults_in(Library, Findings) == _ANSWERS_IN_ORDER


def test_the_walk_comes_to_what_pages_show_and_finds_what_is_forbidden() -> None:
    class Leaf(NamedTuple):
        members: tuple[frozenset[str], ...]
        either: Struct | str | None
        number: int | float | str | None

    assert faults_in(Leaf) == {"Leaf.members", "Leaf.either"}
    reached: set[object] = {found.kind for found in types_in(Findings, "", set())}
    assert WordCounts in reached
    assert SeedText in {found.kind for found in types_in(Library, "", set())}


def test_what_tells_its_own_digest_is_no_struct_whose_fields_would_be_told_instead() -> None:
    reached = {found.kind for kind in (Library, Findings) for found in types_in(kind, "", set())}
    own = {kind for kind in reached if isinstance(kind, type) and hasattr(kind, "told_for_digest")}
    assert own >= {WordCounts, SeedText}
    assert not [kind for kind in own if issubclass(kind, Struct)]
