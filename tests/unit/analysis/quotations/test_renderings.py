"""One utterance in several texts: letter for letter, in part, in other words."""

from __future__ import annotations

from builder.analysis.comparison import compare_texts
from builder.analysis.comparisonfindings import Rendering, RenderingRelation
from tests.unit.analysis import make

OCEAN = '"Soon, very soon, the blood will spill like an ocean," SITE reported.'
RIVERS = "‘’Soon, very soon the rivers will run with blood’’, is the sentence spoken."
PART = "It vowed to see blood “spill like an ocean” in attacks."


def renderings(**texts: str) -> tuple[Rendering, ...]:
    library = make.library(texts)
    return compare_texts(library, sorted(texts), {}).renderings(texts)


def relation(first: str, second: str) -> RenderingRelation | None:
    found = renderings(a=first, b=second)
    return found[0].relation if found else None


def test_the_same_words_are_identical_whatever_their_marks() -> None:
    assert (
        relation(OCEAN, "They heard: ‘soon very soon the blood will spill like an ocean’.")
        is RenderingRelation.IDENTICAL
    )


def test_a_part_is_an_excerpt() -> None:
    assert relation(OCEAN, PART) is RenderingRelation.EXCERPT


def test_two_translations_are_variants() -> None:
    assert relation(OCEAN, RIVERS) is RenderingRelation.VARIANT


def test_all_renderings_of_one_utterance_stand_together_with_the_loosest_relation() -> None:
    [rendering] = renderings(a=OCEAN, b=RIVERS, c=PART)
    assert rendering.articles == ("a", "b", "c")
    assert rendering.relation is RenderingRelation.VARIANT


def test_quotations_on_the_same_subject_are_not_one_utterance() -> None:
    assert relation(OCEAN, '"The blood of our fathers made this land what it is today," he said.') is None


def test_small_words_alone_make_no_rendering() -> None:
    assert (
        relation('"It is what it is and that was that," he said.', '"That was what it is," she said.') is None
    )


def test_a_further_text_changes_nothing_about_the_others() -> None:
    assert (
        renderings(a=OCEAN, b=RIVERS)[0].pairs
        == renderings(a=OCEAN, b=RIVERS, c="“Blood and ocean” it said.")[0].pairs
    )


def test_what_only_one_text_says_twice_is_no_rendering() -> None:
    assert not renderings(a=f"{OCEAN} {OCEAN}", b="Nothing.")
