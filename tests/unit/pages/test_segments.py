"""Flat segments: nothing nests, nothing is lost, every address stands once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.pages.parts.cutter import NamedRange, Overlay, QuotedRange, Sign, cut_segments
from builder.pages.shapes.texts import TagView
from builder.text import Span

TEXT = "The blood will spill like an ocean, SITE reported."
C1, C2 = TagView("C01", "c1.html", "one"), TagView("C02", "c2.html", "two")


def quote(words: str, anchor: str, *tags: TagView, evidence: bool = True) -> QuotedRange:
    start = TEXT.index(words)
    return QuotedRange(Span(start, start + len(words)), anchor, evidence, tags)


def cut(*quotes: QuotedRange, names: tuple[NamedRange, ...] = (), signs: tuple[Sign, ...] = ()):
    whole = Span(0, len(TEXT))
    return cut_segments(TEXT, whole, (whole,), Overlay(quotes, names, signs))


def test_two_quotes_that_overlap_become_flat_segments_each_with_its_own_address_and_tag():
    segments = cut(quote("blood will spill", "q-1", C1), quote("spill like an ocean", "q-2", C2))
    assert [(s.text, s.evidence, s.anchors, s.tags) for s in segments] == [
        ("The ", False, (), ()),
        ("blood will ", True, ("q-1",), ()),
        ("spill", True, ("q-2",), (C1,)),
        (" like an ocean", True, (), (C2,)),
        (", SITE reported.", False, (), ()),
    ]


def test_equal_quotes_share_one_address_and_keep_both_tags():
    segments = cut(quote("an ocean", "q-1", C1), quote("an ocean", "q-1", C2))
    (marked,) = [s for s in segments if s.evidence]
    assert (marked.anchors, marked.tags) == (("q-1",), (C1, C2))


def test_words_that_a_cue_quotes_have_an_address_and_no_marker():
    (cue,) = [s for s in cut(quote("SITE", "q-3", evidence=False)) if s.anchors]
    assert (cue.text, cue.evidence, cue.tags) == ("SITE", False, ())


def test_a_sign_stands_behind_its_word_and_a_name_inside_a_quote_keeps_its_link():
    start = TEXT.index("SITE")
    name = NamedRange(Span(start, start + 4), "site.html", "SITE Intelligence Group")
    segments = cut(quote("SITE reported", "q-1", C1), names=(name,), signs=(Sign(start + 4, "sic"),))
    linked = next(s for s in segments if s.href)
    assert (linked.text, linked.evidence, linked.sign, linked.anchors) == ("SITE", True, "sic", ("q-1",))


def test_left_out_words_are_told_by_a_sign_of_omission_before_between_and_after():
    first, second = TEXT.index("blood"), TEXT.index("SITE")
    shown = (Span(first, first + 5), Span(second, second + 4))
    segments = cut_segments(TEXT, Span(0, len(TEXT)), shown, Overlay())
    assert [s.text for s in segments] == ["[…] ", "blood", " […] ", "SITE", " […]"]


def test_a_quote_with_words_left_out_of_its_middle_has_its_address_once():
    shown = (Span(4, 9), Span(24, 29))
    segments = cut_segments(
        TEXT, Span(0, len(TEXT)), shown, Overlay((quote("blood will spill like an ocean", "q-1"),))
    )
    assert [segment.anchors for segment in segments if segment.evidence] == [("q-1",), ()]


ranges = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p) + 1))


@given(st.lists(ranges, max_size=6), st.lists(ranges, max_size=3))
def test_segments_joined_are_the_text_and_no_address_stands_twice(quotes: list[Span], names: list[Span]):
    overlay = Overlay(
        tuple(QuotedRange(span, f"q-{span.start}-{span.end}", True, (C1,)) for span in quotes),
        tuple(NamedRange(span, "e.html", None) for span in names),
    )
    segments = cut_segments(TEXT, Span(0, len(TEXT)), (Span(0, len(TEXT)),), overlay)
    anchors = [anchor for segment in segments for anchor in segment.anchors]
    assert "".join(segment.text for segment in segments) == TEXT
    assert len(anchors) == len(set(anchors))
    assert set(anchors) == {quote.anchor for quote in overlay.quotes if quote.span.start < len(TEXT)}
