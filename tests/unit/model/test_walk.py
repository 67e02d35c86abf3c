"""One walk finds the fields, the types and the texts of every record."""

from __future__ import annotations

from builder.model.article import Article, Origin
from builder.model.base import IsPrinted, Line, RefersTo
from builder.model.claim import Appearance, Claim
from builder.model.entity import Entity
from builder.model.walk import declared_fields, field_at, marked_fields, marked_keys, models_within, texts_in

CLAIM = Claim.model_validate(
    {
        "kind": "event",
        "statement": "The river rose.",
        "topics": ["flood"],
        "positions": {"high": "It was high.", "low": "It was low."},
        "appearances": [{"article": "one", "quote": "rose", "position": "high", "stance": "asserts"}],
        "private": "not to be told",
    }
)


def test_a_field_is_known_by_its_attribute_and_by_its_key() -> None:
    by_key, by_name = field_at(Entity, "not"), field_at(Entity, "not_")
    assert by_key is not None
    assert by_key == by_name
    assert field_at(Entity, "nothing") is None


def test_a_model_that_holds_itself_is_met_once() -> None:
    found = models_within([Article, Claim])
    assert len(set(found)) == len(found)
    assert {Claim, Appearance, Origin} <= set(found)


def test_the_parts_of_a_field_are_its_types_and_markers_however_deep() -> None:
    (positions,) = (field for field in declared_fields(Claim) if field.name == "positions")
    assert str in positions.parts
    assert any(isinstance(part, IsPrinted) for part in positions.parts)
    assert Line.__metadata__[0] in positions.parts
    assert positions.models == ()


def test_marked_texts_are_found_with_their_paths_and_keys_of_mappings_are_none() -> None:
    assert [(path, text) for path, _, text in marked_fields(CLAIM, IsPrinted)] == [
        (("statement",), "The river rose."),
        (("positions", "high"), "It was high."),
        (("positions", "low"), "It was low."),
    ]
    assert (("appearances", 0, "article"), "one") in [
        (path, text) for path, _, text in marked_fields(CLAIM, RefersTo)
    ]


def test_a_key_is_marked_by_its_own_field_not_by_what_stands_inside() -> None:
    assert "topics" in marked_keys(Claim, RefersTo)
    assert "appearances" not in marked_keys(Claim, RefersTo)


def test_every_text_is_found_but_those_of_fields_that_are_left_out() -> None:
    found = dict(texts_in(CLAIM, frozenset({"private"})))
    assert found["positions", "high"] in ("high", "It was high.")
    assert [text for _, text in texts_in(CLAIM, frozenset())].count("high") == 2
    assert "not to be told" not in found.values()
    assert ("private",) in dict(texts_in(CLAIM, frozenset()))
