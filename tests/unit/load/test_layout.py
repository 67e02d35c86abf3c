"""Where the layout of a file keeps it from being read, the place to mend is named and not the place that was noticed."""

import pytest

from builder.diagnostics import Problems, did_you_mean
from builder.load.content import RecordFile
from builder.load.page import read_record_nodes
from builder.load.yaml_reader import read_mapping


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("name= Egypt\nkind: agency\n", (1, 1), "missing-colon"),
        ("kind: agency\nname= Egypt\nurl: x\n", (2, 1), "missing-colon"),
        ("claims:\n  - one\n  two\n  - three\n", (3, 3), "missing-dash"),
        ("notes:\n  -source: F\n    by: x\n", (2, 3), "missing-dash"),
        ("name: E\ntext: >-\nAt the margin\nkind: a\n", (3, 1), "bad-indent"),
        ("name: - Egypt\n", (1, 7), "quote-the-text"),
        ("name: [Video] shows attack\n", (1, 15), "quote-the-text"),
        ("name: {a: b} news\n", (1, 14), "quote-the-text"),
        ("name: > Egypt\n", (1, 7), "quote-the-text"),
        ("name: |Egypt\n", (1, 7), "quote-the-text"),
        ("name:\u00a0Egypt\nkind: agency\n", (1, 6), "odd-space"),
        ("a:\n\u2003\u2003- s: F\n    by: x\n", (2, 1), "odd-space"),
        ("a:\n  - s: F\n\u00a0\u00a0\u00a0 by: x\n    d: y\n", (3, 1), "odd-space"),
        ("a: [{b: c, d\ne: f\n", (1, 5), "unclosed-bracket"),
        ("a: >-\n  text\n  \u00a0text\nkind c\nd: e\n", (4, 1), "missing-colon"),
    ],
)
def test_the_place_to_mend_is_told(text: str, place: tuple[int, int], code: str):
    problems = Problems()
    read_mapping(text, "a.yaml", problems)
    assert [(one.code, one.span.line, one.span.column) for one in problems] == [(code, *place)]
    assert all(one.hint for one in problems)


def test_a_proposed_line_is_the_line_that_was_meant():
    problems = Problems()
    read_mapping("kind place\na: b\n", "a.yaml", problems)
    read_mapping("kind:place\na: b\n", "b.yaml", problems)
    assert [one.hint for one in problems] == ["write `kind: place`"] * 2


@pytest.mark.parametrize("kind", ["page", "topic"])
def test_the_two_sides_of_a_merge_are_not_published(kind: str):
    text = "---\ntitle: A\n---\n\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch\n"
    problems = Problems()
    assert read_record_nodes(RecordFile(kind, "a", "a.md", text), problems) is None
    assert [(one.code, one.span.line) for one in problems] == [("merge-conflict", 5)]


def test_what_seems_a_side_of_a_merge_and_has_no_other_is_text():
    text = "---\ntitle: A\n---\n\n<<<<<<< HEAD\nA heading\n=======\n"
    assert read_record_nodes(RecordFile("page", "a", "a.md", text), Problems()) is not None


@pytest.mark.parametrize(
    ("word", "candidates", "proposed"),
    [
        ("outlet", ["note", "kind"], None),
        ("sinai", ["syria", "sinai-peninsula"], "sinai-peninsula"),
        ("topcs", ["topics", "events"], "topics"),
        ("Kind", ["kind"], "kind"),
    ],
)
def test_only_a_near_word_is_proposed(word: str, candidates: list[str], proposed: str | None):
    assert did_you_mean(word, candidates) == proposed


def test_a_lost_dash_or_a_file_pasted_twice_is_one_mistake():
    problems = Problems()
    read_mapping("a:\n  - b: 1\n    c: 2\n    d: 3\n    b: 4\n    c: 5\n    d: 6\n", "a.yaml", problems)
    read_mapping("a: 1\nb: 2\nc: 3\na: 1\nb: 2\nd: 4\nc: 3\n", "b.yaml", problems)
    assert [(one.code, one.span.path, one.span.line) for one in problems] == [
        ("duplicate-key", "a.yaml", 5),
        ("duplicate-key", "b.yaml", 4),
        ("duplicate-key", "b.yaml", 7),
    ]
    assert [("`- " in one.hint) for one in problems] == [True, False, False]
