"""The golden dossier uses every word, field and form of date that the models have; a new one must be taken in."""

from __future__ import annotations

from functools import cache

import pytest

from builder.load import load_dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.marks import EFFECTS
from tests.golden import used
from tests.golden.golden import DOSSIER

NOT_USED: dict[str, str] = {
    "Record.draft": "a draft is in no library; the dossier has one, and test_withheld.py looks for its words",
}
"""Fields and words that the golden dossier leaves out, each with the reason."""


@cache
def library() -> Library:
    loaded = load_dossier(DOSSIER)
    assert loaded.library is not None
    return loaded.library


def missing(declared: frozenset[str], found: frozenset[str]) -> list[str]:
    return sorted(declared - found - NOT_USED.keys())


def test_every_kind_of_record_is_used():
    assert used.kinds_used(library()) == RECORD_KINDS.keys()


def test_every_word_of_every_closed_list_is_used():
    words = used.closed_words()
    assert {
        "Stance.doubts",
        "MarkKind.sic",
        "Publish.link",
        "Relation.translates",
        "OutletKind.party",
    } <= words
    assert not missing(words, used.words_used(library()))


def test_every_effect_of_a_mark_is_used():
    assert used.effects_used(library()) == {effect.value for effect in EFFECTS.values()}


def test_every_field_is_written():
    names = used.field_names()
    assert {"Dossier.featured", "Origin.agent", "Record.acknowledge", "DateStatement.before"} <= names
    assert not missing(names, used.fields_used(library()))


def test_every_form_of_date_is_used():
    forms = used.date_forms()
    assert {"open_end", "is_unknown", "month", "uncertain_parts: day"} <= forms
    assert not missing(forms, used.date_forms_used(library()))


def test_texts_stand_in_two_languages_of_which_one_runs_from_right_to_left():
    assert {article.language for article in library().articles.values()} >= {"en", "ar"}


@pytest.mark.parametrize("name", sorted(NOT_USED))
def test_what_is_left_out_is_still_there_and_still_not_used(name: str):
    library_uses = used.words_used(library()) | used.fields_used(library()) | used.date_forms_used(library())
    assert name in used.closed_words() | used.field_names() | used.date_forms()
    assert name not in library_uses
