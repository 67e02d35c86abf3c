"""The lines of help are those of the source; dates are read once."""

from __future__ import annotations

import sys

import pytest

from builder.model.base import Model
from builder.model.helplines import help_lines
from builder.model.kinds import RECORD_KINDS


class _First(Model):
    one: str = ""
    """The first,
    in two lines."""
    two: str = ""
    three: str = ""
    "The third."


class _Second(_First):
    two: str = ""
    """Said later."""
    three: str = ""
    """Said anew."""


def test_a_field_has_the_text_under_it_and_keeps_it_in_models_that_follow() -> None:
    private = Model.model_fields.keys() & help_lines(Model).keys()
    assert private == {"private"}
    said = {
        "private": help_lines(Model)["private"],
        "one": "The first,\nin two lines.",
        "three": "The third.",
    }
    assert help_lines(_First) == said
    assert help_lines(_Second) == {**said, "two": "Said later.", "three": "Said anew."}


def test_a_model_without_a_source_has_no_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    class Sourceless(Model):
        one: str = ""

    monkeypatch.setitem(sys.modules, "no_source", type(sys)("no_source"))
    Sourceless.__module__ = "no_source"
    assert help_lines(Sourceless) == help_lines(Model)


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_the_parts_of_a_date_are_not_validated_again_in_each_model(kind: str) -> None:
    assert "'type': 'dataclass'" not in repr(RECORD_KINDS[kind].model.__pydantic_core_schema__)
