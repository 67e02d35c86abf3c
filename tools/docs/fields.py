"""The models as plain facts about fields: name, kind of value in plain words, allowed words, meaning.

Read from the models themselves, so that a page made of it cannot say anything else. It knows nothing of Markdown.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from builder.model.article import Sha256, Siglum
from builder.model.assessment import ScaleName
from builder.model.base import (
    Boolean,
    BriefLine,
    LanguageTag,
    Line,
    Model,
    Name,
    Names,
    OutsideLine,
    OutsideProse,
    Prose,
    Record,
    RecordNumber,
    RefersTo,
    Remark,
    SiteUrl,
    Verbatim,
    WebUrl,
    WholeNumber,
)
from builder.model.claim import PositionId
from builder.model.correction import RecordAddress
from builder.model.dates import StatedDate, TimeOfDay
from builder.model.edtf import EdtfDate
from builder.model.helplines import help_lines
from builder.model.outlet import CountryCode
from builder.model.walk import declared_fields


@dataclass(frozen=True, slots=True)
class Field:
    """One key that an editor may write. `value` says in words what is written there.

    `inner` is the model of the parts of its value and `choices` the list its word is from, None where it has none.
    """

    key: str
    value: str
    is_required: bool
    default: str
    meaning: str
    inner: type[Model] | None = None
    choices: type[StrEnum] | None = None


VALUE_WORDS: tuple[tuple[object, str], ...] = (
    *((each, "text") for each in (Line, Name, Remark, OutsideLine)),
    (BriefLine, "text of at most 240 characters"),
    *((each, "Markdown") for each in (Prose, OutsideProse)),
    (Names, "text, or a list of texts"),
    (Verbatim, "words of a text, letter for letter"),
    (WebUrl, "web address"),
    (SiteUrl, "web address of a folder"),
    (Boolean, "`true` or `false`"),
    (WholeNumber, "whole number"),
    (EdtfDate, "date"),
    (StatedDate, "date"),
    (TimeOfDay, "time of day, `16:17` or `16:17+02:00`, in quotation marks"),
    (LanguageTag, "language tag, such as `en` or `sr-Cyrl`"),
    (CountryCode, "two capital letters"),
    (RecordNumber, "number such as `c06`"),
    (RecordAddress, "kind and id, such as `claim:nobody-hurt`"),
    (PositionId, "short name of a position"),
    (ScaleName, "short name of a scale"),
    (Sha256, "64 digits 0-9 and a-f"),
    (Siglum, "up to 6 characters without spaces"),
)
"""What editors write for each type of a single value."""


def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """Return what may be written in a value of this model; required keys first, then in the order of the model.

    What every record may have is left out of the records, and what every value may have of the values: see
    `common_fields`.
    """
    shared = set((Record if issubclass(model, Record) else Model).model_fields)
    found = [field for name, field in _declared(model).items() if name not in shared]
    return tuple(sorted(found, key=lambda field: not field.is_required))


def common_fields() -> tuple[Field, ...]:
    """Return what may be written in every record."""
    return tuple(_declared(Record).values())


def meanings_of(choices: type[StrEnum]) -> Mapping[str, str]:
    """Return the words of a list in its order, each with what the model says of it (empty where nothing)."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(choices))).body
    assert isinstance(tree, ast.ClassDef)
    meanings = {member.value: "" for member in choices}
    for statement, following in zip(tree.body, tree.body[1:], strict=False):
        name = ast.unparse(statement.targets[0]) if isinstance(statement, ast.Assign) else ""
        if name in choices.__members__ and isinstance(following, ast.Expr):
            meanings[choices[name].value] = str(ast.literal_eval(following.value))
    return meanings


def inner_models(models: tuple[type[Model], ...]) -> tuple[type[Model], ...]:
    """Return every model that stands inside others, in the order in which a reader first meets it."""
    found: dict[type[Model], None] = {}
    waiting = [
        field.inner for model in models for field in (*fields_of(model), *_common(model)) if field.inner
    ]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            waiting[:0] = [field.inner for field in fields_of(model) if field.inner]
    return tuple(found)


def _common(model: type[Model]) -> tuple[Field, ...]:
    return common_fields() if issubclass(model, Record) else ()


@cache
def _declared(model: type[Model]) -> Mapping[str, Field]:
    """Return the fields of a model by attribute. Type hints keep aliases such as `Line` whole; pydantic does not."""
    hints: Mapping[str, object] = get_type_hints(model, include_extras=True)
    found: dict[str, Field] = {}
    help_of = help_lines(model)
    for field in declared_fields(model):
        name, info = field.name, field.info
        if info.exclude:  # a record's id is the name of its file and never written in it
            continue
        value, inner, choices = _value_of(hints[name])
        required = info.is_required()
        default = "" if required else _written(info.get_default(call_default_factory=True))
        found[name] = Field(field.key, value, required, default, help_of.get(name, ""), inner, choices)
    return found


_Value = tuple[str, type[Model] | None, type[StrEnum] | None]


def _value_of(hint: object) -> _Value:
    """Return what is written for a type, the model of its parts and its list of words."""
    known = next((words for alias, words in VALUE_WORDS if alias == hint), None)
    if known is not None:
        return known, None, None
    parts = tuple(part for part in get_args(hint) if part not in (NoneType, Ellipsis))
    if get_origin(hint) is tuple:
        value, inner, choices = _value_of(parts[0])
        return f"list of: {value}", inner, choices
    if get_origin(hint) in (Union, UnionType):
        return _value_of(parts[0])
    if get_origin(hint) is Mapping:
        return (
            f"one `key: {_value_of(parts[1])[0]}` for each; a key is a {_value_of(parts[0])[0]}",
            None,
            None,
        )
    return _single_value_of(hint)


def _single_value_of(hint: object) -> _Value:
    kinds = [
        kind
        for mark in getattr(hint, "__metadata__", ())
        if isinstance(mark, RefersTo)
        for kind in mark.kinds
    ]
    if kinds:
        return (
            "id of " + " or ".join(f"an {kind}" if kind[0] in "aeo" else f"a {kind}" for kind in kinds),
            None,
            None,
        )
    if isinstance(hint, type) and issubclass(hint, Model):
        return "parts", hint, None
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one word", None, hint
    raise TypeError(f"{hint} has no words in VALUE_WORDS; an editor has to be told what to write")


def _written(default: object) -> str:
    """Return a default as an editor would write it; empty where leaving the key out means that there is nothing."""
    if default is False or default is True:
        return str(default).lower()
    return "" if default is None or default == () or default == {} else str(default)
