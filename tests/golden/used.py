"""What of the editorial models a dossier uses: words of closed lists, fields, forms of dates. All found from the models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from inspect import get_annotations

from msgspec import Struct
from msgspec.structs import fields
from pydantic import BaseModel

from builder.model.base import Model
from builder.model.datepoint import DatePoint, Precision
from builder.model.dates import DateStatement
from builder.model.dossier import Dossier
from builder.model.edtf import Edtf
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.marks import Mark
from builder.model.walk import declared_fields, models_within

RECORD_MODELS: tuple[type[Model], ...] = (Dossier, *(one.model for one in RECORD_KINDS.values()))


def models() -> tuple[type[BaseModel], ...]:
    """Return every model that a record can hold, the records themselves included."""
    return tuple(sorted(models_within(RECORD_MODELS), key=lambda model: model.__name__))


def field_names() -> frozenset[str]:
    """Return `Model.field` for every field that a file of content can hold; `Model` is the one that declares it."""
    return frozenset(
        _declared(model, field.name)
        for model in models()
        for field in declared_fields(model)
        if not field.info.exclude
    )


def closed_words() -> frozenset[str]:
    """Return `List.word` for every word of every closed list that a field takes."""
    lists = {
        part
        for model in models()
        for field in declared_fields(model)
        for part in field.parts
        if _is_list(part)
    }
    return frozenset(f"{words.__name__}.{word.value}" for words in lists for word in words)


def kinds_used(library: Library) -> frozenset[str]:
    """Return the kinds of records of which a dossier has one."""
    return frozenset(kind for kind in RECORD_KINDS if library.records(kind))


def fields_used(library: Library) -> frozenset[str]:
    """Return `Model.field` for every field that some record writes."""
    return frozenset(
        _declared(type(value), name)
        for value in values_of(library)
        if isinstance(value, Model)
        for name in value.model_fields_set
        if getattr(value, name) not in (None, (), "", {})
    )


def words_used(library: Library) -> frozenset[str]:
    """Return `List.word` for every word that some record writes."""
    return frozenset(
        f"{type(value).__name__}.{value.value}" for value in values_of(library) if isinstance(value, StrEnum)
    )


def effects_used(library: Library) -> frozenset[str]:
    """Return the effects that some mark has."""
    return frozenset(value.effect.value for value in values_of(library) if isinstance(value, Mark))


def date_forms() -> frozenset[str]:
    """Return the name of every form that a date can have, from what its two classes tell apart."""
    told = [field.name for field in fields(Edtf) if field.type is bool]
    points = [field.name for field in fields(DatePoint) if field.name.endswith("_parts")]
    parts = [part.value for part in Precision]
    return frozenset(
        [
            *told,
            *parts,
            "season",
            "digits not specified",
            *(f"{name}: {part}" for name in points for part in parts),
        ]
    )


def date_forms_used(library: Library) -> frozenset[str]:
    """Return the names of the forms that some date of the dossier has."""
    dates = [value for value in values_of(library) if isinstance(value, Edtf)]
    points = [point for date in dates for point in (date.start, date.end) if point]
    return frozenset(form for dated in (*dates, *points) for form in _forms(dated))


def _forms(dated: Edtf | DatePoint) -> Iterator[str]:
    if isinstance(dated, Edtf):
        yield from (field.name for field in fields(Edtf) if getattr(dated, field.name) is True)
        return
    yield "season" if dated.season else dated.precision.value
    if any("X" in digits for digits in dated.digits):
        yield "digits not specified"
    for field in fields(DatePoint):
        if field.name.endswith("_parts"):
            yield from (f"{field.name}: {part.value}" for part in getattr(dated, field.name))


def values_of(library: Library) -> Iterator[object]:
    """Every value that the records hold, however deep: models, dates, words, texts."""
    yield from _values(library.dossier)
    for kind in RECORD_KINDS:
        yield from _values(library.records(kind))


def _values(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, Model):
        for field in declared_fields(type(value)):
            yield from _values(getattr(value, field.name))
        if isinstance(value, DateStatement) and value.written is None:
            yield value.edtf
    elif isinstance(value, Mapping):
        yield from (inner for part in value.values() for inner in _values(part))
    elif isinstance(value, tuple):
        yield from (inner for part in value for inner in _values(part))
    elif isinstance(value, Struct) and not isinstance(value, Edtf):
        yield from (inner for field in fields(value) for inner in _values(getattr(value, field.name)))


def _declared(model: type[BaseModel], name: str) -> str:
    """Return a field's name behind that of the model that declares it; its heirs inherit it."""
    owner = next(part for part in reversed(model.__mro__) if name in get_annotations(part))
    return f"{owner.__name__}.{name}"


def _is_list(part: object) -> bool:
    return isinstance(part, type) and issubclass(part, StrEnum)
