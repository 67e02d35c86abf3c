"""What holds for quotations, figures and dates whatever the text is."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analysis import analyse
from builder.analysis.suggestions import suggest
from tests.unit.analysis import make

PARTS = st.sampled_from(
    list("\"'“”‘’„“«»`\n.,?!-–% $€:;² \u00a0\u0660\U0001f30a")
    + """said|SITE|the|mayor|according to|we will go|5|1,000|two hundred and|million|between|and|to|hundreds of|2015
    |May 5|12:30|years old|killed|days ago|Moscow|PutinA|cafe\u0301|東京|It came""".split("|")
)
TEXTS = st.lists(PARTS, max_size=80).map("".join) | st.lists(PARTS, max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_every_range_lies_in_its_text_and_is_in_order(first: str, second: str) -> None:
    texts = {"a": first, "b": second}
    comparison = analyse(make.library(texts)).comparison
    for article, text in texts.items():
        quotations = comparison.quotations[article]
        for quotation in quotations:
            assert 0 <= quotation.span.start < quotation.words_span.start <= quotation.words_span.end
            assert quotation.words_span.end <= quotation.span.end <= len(text)
            assert quotation.words_span.of(text) == quotation.words
            for part in (quotation.speaker, quotation.cue):
                assert part is None or (part.of(text).strip() and not part.meets(quotation.span))
        starts = [quotation.span for quotation in quotations]
        assert starts == sorted(starts)
        assert all(not one.meets(other) for one, other in pairwise(starts))
        figures = comparison.figures[article]
        for figure in figures:
            assert figure.span.of(text).strip()
            assert 0 <= figure.low <= figure.high < math.inf
            assert figure.sentence.holds(figure.span)
            assert not any(figure.span.meets(date.span) for date in comparison.dates[article])
        spans = [figure.span for figure in figures]
        assert all(not one.meets(other) for one, other in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_suggestions_of_the_same_texts_are_the_same_and_have_places(first: str, second: str) -> None:
    def made() -> tuple[object, ...]:
        library = make.library({"a": first, "b": second})
        return suggest(library, analyse(library))

    found = made()
    assert found == made()
    for suggestion in found:
        assert suggestion.places  # type: ignore[attr-defined]
        assert suggestion.yaml.endswith("\n")  # type: ignore[attr-defined]
