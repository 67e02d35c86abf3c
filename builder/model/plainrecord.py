"""Records as plain values, and back: what was validated once need not be validated again.

A record is told by the fields that its file sets. What comes back equals what was told; nothing is checked on the way,
so only what this very program has told may be given back.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Final, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel

from builder.model.base import Record
from builder.model.edtf import Edtf, parse_edtf

Plain = str | int | bool | list["Plain"] | dict[str, "Plain"] | None
_Restore = Callable[[object], object]
_Recorded = TypeVar("_Recorded", bound=Record)
_set: Final = object.__setattr__


def plain_record(record: Record) -> Plain:
    """Return a record as JSON can hold it, without its id."""
    return _plain(record)


def restored(model: type[_Recorded], record_id: str, plain: Mapping[str, object]) -> _Recorded:
    """Return the record that `plain_record` told."""
    record = _of_model(model)(plain)
    assert isinstance(record, model)
    record.__dict__["id"] = record_id
    record.__pydantic_fields_set__.add("id")
    return record


def _plain(value: object) -> Plain:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return {name: _plain(getattr(value, name)) for name in fields if name in _told(value)}
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Enum):
        return cast("str", value.value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    assert value is None or isinstance(value, str | int)
    return value


def _told(model: BaseModel) -> set[str]:
    return model.model_fields_set - {"id"} if isinstance(model, Record) else model.model_fields_set


class _Values:
    """Makes values of a model; its own validation would take five times as long."""

    def __init__(self, model: type[BaseModel]) -> None:
        fields = model.model_fields
        self._model = model
        self._absent = {
            name: None if field.is_required() else field.get_default(call_default_factory=True)
            for name, field in fields.items()
        }
        self._changing: list[tuple[str, _Restore]] | None = None

    def __call__(self, plain: object) -> object:
        """Return the value of which `plain` has the fields that were set."""
        told = cast("dict[str, object]", plain)
        if self._changing is None:  # asked for when it is needed: an origin has origins
            fields = self._model.model_fields.items()
            self._changing = [(name, way) for name, field in fields if (way := _way(field.annotation))]
        values = {**self._absent, **told}
        for name, way in self._changing:
            if name in told:
                values[name] = way(told[name])
        value = self._model.__new__(self._model)
        _set(value, "__dict__", values)
        _set(value, "__pydantic_fields_set__", set(told))
        _set(value, "__pydantic_extra__", None)
        _set(value, "__pydantic_private__", None)
        return value


@cache
def _of_model(model: type[BaseModel]) -> _Restore:
    return _Values(model)


def _way(kind: object) -> _Restore | None:
    """Return what makes a value of a type from a plain one; None where both are the same."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _way(inner[0])
    if origin in (Union, types.UnionType):
        (some,) = (each for each in inner if each is not type(None))
        way = _way(some)
        return way and _or_none(way)
    if origin is tuple:
        way = _way(inner[0])
        return _each(way) if way else _as_tuple
    if isinstance(origin, type) and issubclass(origin, Mapping):
        way = _way(inner[1])
        return way and _each_value(way)
    if not isinstance(kind, type):
        kind = kind.__supertype__  # type: ignore[attr-defined]  # a type of ids
    if kind in (str, int, bool):
        return None
    assert isinstance(kind, type)
    if issubclass(kind, BaseModel):
        return _of_model(kind)
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    assert kind is Edtf, f"nothing tells how a {kind.__name__} is kept"
    return cast("_Restore", parse_edtf)


def _as_tuple(value: object) -> object:
    return tuple(cast("list[object]", value))


def _each(way: _Restore) -> _Restore:
    return lambda value: tuple(map(way, cast("list[object]", value)))


def _each_value(way: _Restore) -> _Restore:
    return lambda value: {key: way(each) for key, each in cast("dict[str, object]", value).items()}


def _or_none(way: _Restore) -> _Restore:
    return lambda value: None if value is None else way(value)
