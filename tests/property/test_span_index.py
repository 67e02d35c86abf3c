"""An index of ranges finds what a look at each of them finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.text import Span, SpanIndex, meets_any

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda made: Span(made[0], sum(made)))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_ranges_that_may_overlap_are_found_by_what_they_meet(spans: list[Span], wanted: Span) -> None:
    expected = [place for place, span in enumerate(spans) if span.meets(wanted)]
    assert SpanIndex(spans).meeting(wanted) == expected


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 5)), max_size=8), SPANS)
def test_whether_any_of_disjoint_ranges_is_met_is_told_by_the_nearest(
    steps: list[tuple[int, int]], wanted: Span
) -> None:
    spans: list[Span] = []
    for gap, length in steps:
        start = (spans[-1].end if spans else 0) + gap
        spans.append(Span(start, start + length))
    assert meets_any(wanted, spans) == any(span.meets(wanted) for span in spans)
