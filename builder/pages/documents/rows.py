"""Rows: what documents tell, as frozen values whose fields say what they mean.

JSON, tables and schemas all follow from the fields of a row; nothing is told of it anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, TypeVar, cast, dataclass_transform, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct, to_builtins

from builder.blocks import Rows
from builder.model.dates import UNKNOWN
from builder.model.edtf import Edtf

Json = str | int | float | bool | None | Iterator["Json"] | Rows["Json"] | list["Json"] | dict[str, "Json"]
"""A JSON value; keys stand in the order in which they are told, and an iterator or `Rows` is a list that is never held.
"""
JsonObject = dict[str, Json]
SEPARATOR = "; "
"""Between several values in one cell."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Row(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen value that a document tells; each of its fields is `Annotated` with a line of help.

    A field that has a default is left out where it has it. A field without one is always told, as null where it is
    None. Beside the help may stand the JSON Schema of the field where its type says too little. What JSON calls the
    field is its name, or that which `msgspec.field` gives it.
    """


class RowField(Struct, frozen=True):
    """What is known of a field: its name, key, type and help; `default` is `NODEFAULT` where it is always told."""

    name: str
    key: str
    hint: object
    help: str | None
    default: object


def fields_of(row: type) -> tuple[RowField, ...]:
    """Return the fields of a row, or of a frozen value of another room, of which all is told."""
    return _fields_of(row)


@cache
def _fields_of(row: type) -> tuple[RowField, ...]:
    hints = get_type_hints(row, include_extras=True)
    assert issubclass(row, Struct)
    names, keys, defaults = row.__struct_fields__, row.__struct_encode_fields__, row.__struct_defaults__
    always_told = [NODEFAULT] * (len(names) - len(defaults) if issubclass(row, Row) else len(names))
    return tuple(
        RowField(name, key, hints[name], _help(hints[name]), default)
        for name, key, default in zip(names, keys, (*always_told, *defaults), strict=False)
    )


def _help(hint: object) -> str | None:
    said = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((each for each in said if isinstance(each, str)), None)


def one_of(values: Iterable[str]) -> JsonObject:
    """Return the schema of one of some words."""
    return {"enum": [*dict.fromkeys(str(value) for value in values)]}


def like(pattern: str) -> JsonObject:
    """Return the schema of a text of some form."""
    return {"type": "string", "pattern": pattern}


Made = TypeVar("Made", bound=Row)


def row_of(kind: type[Made], source: object, **others: object) -> Made:
    """Return a row whose fields are those of the same name in `source`, but for the others that are given."""
    taken = {each.name: getattr(source, each.name) for each in fields_of(kind) if each.name not in others}
    return kind(**taken, **others)


def told(value: object) -> Json:
    """Return a value as JSON has it: a row as its fields, a range as its two ends; a list that is made piece by piece
    stays one.
    """
    if isinstance(value, Rows):
        return value.map(told)
    if isinstance(value, Iterator):
        return map(told, value)
    return cast("Json", to_builtins(value, str_keys=True, enc_hook=_told_mapping))


def _told_mapping(value: object) -> dict[object, object]:
    assert isinstance(value, Mapping), f"{type(value).__name__} is not told"
    return dict(value)


def told_object(row: Row) -> JsonObject:
    """Return a row as JSON has it."""
    value = told(row)
    assert isinstance(value, dict)
    return value


def cell(value: object) -> str:
    """Return a value as a table has it: yes or nothing, nothing for what is absent, several values as one."""
    if value is None or isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Edtf):
        return date_text(value)
    return joined(map(cell, value)) if isinstance(value, tuple) else str(value)


def joined(values: Iterator[str]) -> str:
    """Return several values as one cell."""
    return SEPARATOR.join(values)


def date_text(edtf: Edtf) -> str:
    """Return a date in EDTF, or `unknown`; what bounds an unknown one stands beside it."""
    return UNKNOWN if edtf.is_unknown else edtf.text


def names_of(row: type[Row]) -> tuple[str, ...]:
    """Return the names of all fields of a row."""
    return tuple(each.name for each in fields_of(row))
