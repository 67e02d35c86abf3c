"""Every member of a closed list has its word, and words that are joined are joined as the language of the site does."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import copy_context
from enum import StrEnum
from gettext import NullTranslations

import pytest

from builder.model.claim import ClaimKind, DisagreementKind, Reading, Stance
from builder.model.dates import DateBasis
from builder.model.entity import EntityKind
from builder.model.marks import MarkKind
from builder.model.outlet import OutletKind
from builder.pages.parts import words
from builder.pages.parts.counts import count_part
from builder.pages.shapes.small import CountPart
from builder.wording import in_clauses, in_row, listed, marked_many, speak


@pytest.mark.parametrize(
    ("members", "table"),
    [
        (Stance, words.STANCE_WORDS),
        (Stance, words.STANCE_MEANINGS),
        (Reading, words.READING_WORDS),
        (Reading, words.READING_MEANINGS),
        (DisagreementKind, words.DISAGREEMENT_WORDS),
        (ClaimKind, words.CLAIM_KIND_SENTENCES),
        (EntityKind, words.ENTITY_KIND_WORDS),
        (EntityKind, words.ENTITY_GROUP_WORDS),
        (OutletKind, words.OUTLET_KIND_WORDS),
        (DateBasis, words.BASIS_WORDS),
        (MarkKind, words.MARK_WORDS),
    ],
)
def test_every_member_of_a_closed_list_has_its_word(members: type[StrEnum], table: Mapping[str, str]) -> None:
    assert [member for member in members if not table.get(member)] == []


class _Arabic(NullTranslations):
    """A language whose counts follow their noun, and whose lists have their own joints."""

    def gettext(self, message: str) -> str:
        return {", ": "، ", "; ": "؛ ", "{list} and {last}": "{list} و{last}"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "مقالات: {count}"


def test_lists_have_the_joints_of_the_language() -> None:
    assert (listed([]), listed(["a"]), listed(("a", "b", "c"))) == ("", "a", "a, b and c")
    assert (in_row(["a", None, "b"]), in_clauses([None, "a", "b"])) == ("a, b", "a; b")

    def told() -> tuple[str, str, str]:
        speak(_Arabic())
        return listed(["أ", "ب", "ت"]), in_row("أب"), in_clauses("أب")

    assert copy_context().run(told) == ("أ، ب وت", "أ، ب", "أ؛ ب")


def test_a_number_stands_out_where_the_sentence_begins_with_it() -> None:
    articles = marked_many("{count} article", "{count} articles")
    assert count_part(1, *articles) == CountPart("1", "article")
    assert count_part(1046, *articles) == CountPart("1,046", "articles")

    def told() -> CountPart:
        speak(_Arabic())
        return count_part(1046, *articles)

    assert copy_context().run(told) == CountPart(None, "مقالات: 1,046")
