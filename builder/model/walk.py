"""The one walk over records: over the types of their fields, and over the texts that stand in them.

It finds; what writes something for each type (a JSON Schema, the reference) takes the types apart by its own rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar, get_args

from msgspec import Struct
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from builder.diagnostics import FieldPath
from builder.model.base import IsAddress, IsName, IsOutside, IsPrinted, IsProse, RefersTo


class Declared(Struct, frozen=True):
    """A field of a model: its attribute, its key in a file, and every type and marker that it is made of."""

    name: str
    key: str
    info: FieldInfo
    parts: tuple[object, ...]

    @property
    def models(self) -> tuple[type[BaseModel], ...]:
        """The models of the values that it may hold."""
        return tuple(part for part in self.parts if isinstance(part, type) and issubclass(part, BaseModel))


_Marker = TypeVar("_Marker", bound=RefersTo | IsProse | IsPrinted | IsName | IsAddress | IsOutside)
_Tag = TypeVar("_Tag")
_Tagged = tuple[str, str, _Tag | None]
"""A field by attribute and key, with what is to be known of its texts."""


@cache
def declared_fields(model: type[BaseModel]) -> tuple[Declared, ...]:
    """Return the fields of a model in its order."""
    fields: Mapping[str, FieldInfo] = model.model_fields
    return tuple(
        Declared(name, info.alias or name, info, tuple(_parts([*info.metadata, info.annotation])))
        for name, info in fields.items()
    )


def _parts(hints: Iterable[object]) -> Iterator[object]:
    """Unfold `Annotated`, lists and optional types."""
    for hint in hints:
        yield hint
        yield from getattr(hint, "__metadata__", ())
        yield from _parts(inner for inner in get_args(hint) if inner is not type(None))


def field_at(model: type[BaseModel], step: str | int) -> Declared | None:
    """Return the field of a model with this key or attribute, or None."""
    return next((field for field in declared_fields(model) if step in (field.key, field.name)), None)


def models_within(models: Iterable[type[BaseModel]]) -> tuple[type[BaseModel], ...]:
    """Return some models and those of all values inside them, each once."""
    found: dict[type[BaseModel], None] = {}
    waiting = [*models]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting += [inner for field in declared_fields(model) for inner in field.models]
    return tuple(found)


def marked_fields(value: BaseModel, marker: type[_Marker]) -> list[tuple[FieldPath, _Marker, str]]:
    """Return (path, marker, text) of every text in a model whose field carries a marker of the given type."""
    found: list[tuple[FieldPath, _Marker | None, str]] = []
    _collect(value, None, (), lambda model: _marks(model, marker), found)  # type: ignore[arg-type]  # classes are hashable
    return [(path, mark, text) for path, mark, text in found if mark is not None]


def texts_in(value: BaseModel, but: frozenset[str]) -> Iterator[tuple[FieldPath, str]]:
    """Yield every text in a model with its path, keys of mappings too; fields named in `but` are left out."""
    found: list[tuple[FieldPath, None, str]] = []
    _collect(value, None, (), lambda model: _all_but(model, but), found)
    return ((path, text) for path, _, text in found)


def marked_keys(model: type[BaseModel], marker: type[_Marker]) -> frozenset[str]:
    """Return the keys of a model's fields that carry a marker of the given type themselves."""
    return frozenset(key for _, key, mark in _marks(model, marker) if mark is not None)  # type: ignore[arg-type]


@cache
def _marks(model: type[BaseModel], marker: type[_Marker]) -> tuple[_Tagged[_Marker], ...]:
    """Every field that has a marker, itself or in a model that it holds."""
    found: list[_Tagged[_Marker]] = []
    for field in declared_fields(model):
        mark = next((part for part in field.parts if isinstance(part, marker)), None)
        inner = (each for held in models_within(field.models) for each in declared_fields(held))
        if mark is not None or any(isinstance(part, marker) for each in inner for part in each.parts):
            found.append((field.name, field.key, mark))
    return tuple(found)


@cache
def _all_but(model: type[BaseModel], but: frozenset[str]) -> tuple[_Tagged[None], ...]:
    return tuple((field.name, field.key, None) for field in declared_fields(model) if field.name not in but)


def _collect(
    value: object,
    tag: _Tag | None,
    path: FieldPath,
    fields: Callable[[type[BaseModel]], Iterable[_Tagged[_Tag]]],
    found: list[tuple[FieldPath, _Tag | None, str]],
) -> None:
    """Add the texts in a value, each with the tag of the field that holds it; keys of mappings have none."""
    if isinstance(value, str):
        found.append((path, tag, value))
    elif isinstance(value, BaseModel):
        for name, key, inner_tag in fields(type(value)):
            inner = getattr(value, name)
            if inner:
                _collect(inner, inner_tag, (*path, key), fields, found)
    elif isinstance(value, tuple):
        for index, element in enumerate(value):
            _collect(element, tag, (*path, index), fields, found)
    elif isinstance(value, Mapping):
        for key, element in value.items():
            found.append(((*path, key), None, str(key)))
            _collect(element, tag, (*path, key), fields, found)
