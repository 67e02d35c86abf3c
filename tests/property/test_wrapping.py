"""Wrapping a text at any common width changes no sentence of it."""

import re
from itertools import pairwise
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.lines import LineEnds
from builder.model.seedtext import SeedText
from builder.text import Span, paragraphs, sentences

WIDTHS = range(44, 81)
LEAST_PROSE = 100
"""Shorter lines of the seeds are headings, bylines, signatures and furniture, not prose."""


def shown_sentences(raw):
    clean = SeedText("seeds/a.txt", raw, "", 0).clean.text
    return [sentence.of(clean) for sentence in sentences(clean)]


def prose_of(raw):
    lines = (" ".join(span.of(raw).split()) for span in paragraphs(raw))
    return [line for line in lines if len(line) >= LEAST_PROSE]


@pytest.fixture(scope="module")
def proses(project):
    return [prose_of(seed.read_text(encoding="utf-8")) for seed in sorted((project / "seeds").glob("*.txt"))]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_showcase_has_the_same_sentences_at_every_width(proses, end):
    for prose in proses:
        expected = shown_sentences("\n\n".join(prose))
        for width in WIDTHS:
            wrapped = "\n\n".join(fill(paragraph, width, break_long_words=False) for paragraph in prose)
            assert shown_sentences(wrapped.replace("\n", end)) == expected, width


def test_chinese_has_the_same_sentences_at_every_width():
    first = "市长星期三没有说有五百多人在河水漫过堤岸时离开了家园，也没有说有多少人留在城里。消防部门一直数到半夜，"
    second = "市议会中午开会，决定由没有修过大坝的人来检查大坝，并在月底以前公布结果。没有人受伤，但是河边的房子都要登记。"
    third = "并向市政府要求派船。船是星期四早上从海边到的。"
    prose = [f"{first}{third}{second}", second, f"{third}{second}{second}"]
    expected = shown_sentences("\n\n".join(prose))
    for width in range(20, 41):
        wrapped = "\n\n".join(
            "\n".join(text[at : at + width] for at in range(0, len(text), width)) for text in prose
        )
        assert shown_sentences(wrapped) == expected, width


TEXTS = st.text(st.sampled_from("ab .,-\n\r\x0c\u00adA9-•>字。|\t"), max_size=120)


@given(TEXTS, st.sampled_from([None, *LineEnds]))
def test_no_way_of_reading_lines_loses_or_moves_a_letter(raw, way):
    text = SeedText("seeds/a.txt", raw, "", 0).with_line_ends(way)
    shown = text.clean.text
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", raw)
    for at, letter in enumerate(shown):
        if not letter.isspace():
            assert text.clean.to_raw(Span(at, at + 1)).of(raw) == letter


@given(TEXTS, st.sampled_from([None, *LineEnds]))
def test_paragraphs_hold_every_word_once_and_are_numbered_from_one(raw, way):
    found = SeedText("seeds/a.txt", raw, "", 0).with_line_ends(way).paragraphs
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert "".join("".join(each.span.of(raw).split()) for each in found) == "".join(raw.split())


@given(TEXTS)
def test_each_paragraph_is_one_line_of_the_clean_view(raw):
    text = SeedText("seeds/a.txt", raw, "", 0)
    lines = [span.of(text.clean.text) for span in paragraphs(text.clean.text)]
    shown = [text.clean.to_clean(each.span).of(text.clean.text) for each in text.paragraphs]
    assert shown == lines
