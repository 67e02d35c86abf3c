"""What the five seeds share, quote and count: the acceptance example, computed."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.analysis import analyse
from builder.analysis.comparison import ComparisonFindings
from builder.analysis.comparisonfindings import FigureStatus, RenderingRelation
from builder.analysis.suggestions import SuggestionKind, suggest
from builder.load import load_dossier
from builder.model.library import Library

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load_dossier(ROOT).library
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def comparison(library: Library) -> ComparisonFindings:
    return analyse(library).comparison


def test_two_texts_share_their_six_word_runs_and_no_others_share_any(
    library: Library, comparison: ComparisonFindings
) -> None:
    [(articles, pair)] = comparison.pairs.items()
    assert [library.articles[article].siglum for article in articles] == ["002", "003"]
    [passage] = pair.passages
    assert [run.words for run in passage.runs] == [6, 6]
    assert [span.of(library.texts[articles[1]].raw) for span in passage.runs_in(articles[1])] == [
        "Threatens Attacks Inside Russia ‘Very Soon",
        "Blood Will Spill Like an Ocean",
    ]
    assert passage.first_in is None


def test_the_two_wordings_of_the_refrain_are_one_utterance(
    library: Library, comparison: ComparisonFindings
) -> None:
    [rendering] = comparison.renderings(library.texts)
    assert [library.articles[article].siglum for article in rendering.articles] == ["002", "003", "000"]
    assert rendering.relation is RenderingRelation.VARIANT


def test_figures_agree_and_two_thousand_killed_is_another_matter(
    library: Library, comparison: ComparisonFindings
) -> None:
    groups = comparison.figure_groups(library.texts)
    assert [(group.matter, group.status, group.values) for group in groups] == [
        ("dead", FigureStatus.AGREE, ((224, 224),)),
        ("fighters", FigureStatus.AGREE, ((5000, 7000),)),
    ]
    assert [figure.counted for figure in groups[1].figures] == ["fighters", "youth"]


def test_nothing_is_believed_damaged_that_is_not_marked(library: Library) -> None:
    found = suggest(library, analyse(library))
    assert not [one for one in found if one.kind is SuggestionKind.DAMAGE]
