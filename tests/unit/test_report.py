"""Frames, lines and annotations: the right place under the right words, and nothing that acts on a terminal."""

import json
import re

import pytest

from builder.diagnostics import Diagnostic, Related, Severity, SourceSpan
from builder.report import MAX_LINE_CELLS, OutputFormat, format_diagnostics


def problem(line: str, column: int, width: int, message: str = "m", **more) -> Diagnostic:
    span = SourceSpan("content/a.yaml", 1, column, 1, column + width)
    return Diagnostic("a-code", more.pop("severity", Severity.ERROR), message, span, **more)


def frame(line: str, column: int, width: int, **more) -> list[str]:
    return format_diagnostics([problem(line, column, width, **more)], lambda path: line).splitlines()


def test_a_frame_shows_place_line_pointer_fix_and_where_to_read_more():
    text = "title: T\noutlet: o\npublished: 2025\ntopcs: [floods]\n"
    found = Diagnostic(
        "unknown-field", Severity.ERROR, "unknown field; did you mean `topics`?",
        SourceSpan("content/articles/a3.yaml", 4, 1, 4, 6), "rename to `topics`",
    )  # fmt: skip
    assert format_diagnostics([found], lambda path: text) == (
        "error[unknown-field] content/articles/a3.yaml:4:1\n"
        " 4 | topcs: [floods]\n"
        "   | ^^^^^ unknown field; did you mean `topics`?\n"
        "   = fix: rename to `topics`        = more: dossier explain unknown-field\n"
        "\n"
        "1 error in 1 file\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "width", "pointer"),
    [
        ("a: bad", 4, 3, "   ^^^"),
        ("洪水: bad", 5, 3, "      ^^^"),
        ("a: 洪水", 4, 2, "   ^^^^"),
        ("😀: x", 4, 1, "    ^"),
        ("e\u0301: x", 5, 1, "   ^"),
        ("a:\tx", 4, 1, "      ^"),
        ("\tx", 1, 1, "^^^^"),
        ("a: x", 5, 0, "    ^"),
        ("a: \x1b[2J", 4, 1, "   ^^"),
        ("a: x", 99, 3, "    ^"),
    ],
)
def test_the_pointer_stands_under_the_words_whatever_their_width(line, column, width, pointer):
    assert frame(line, column, width)[2] == f"   | {pointer} m"


def test_a_long_line_is_cut_around_the_place():
    rows = frame("x" * 5_000 + "bad" + "y" * 5_000, 5_001, 3)
    assert len(rows[1]) < MAX_LINE_CELLS + 10
    start = rows[2].index("^")
    assert rows[1][start : start + 3] == "bad"
    assert rows[1].endswith("…")


EVIL = "\x1b[2J\x1b]0;t\x07\r\n\x9b31m\u202e\u200b\ud800\x00"


def test_no_text_of_a_record_reaches_the_terminal_as_a_command():
    found = Diagnostic(
        "a-code", Severity.ERROR, EVIL, SourceSpan(f"a{EVIL}.yaml", 1, 1, 1, 2), EVIL,
        (Related(SourceSpan("b.yaml", 1, 1, 1, 2), EVIL),),
    )  # fmt: skip
    for output_format in OutputFormat:
        text = format_diagnostics([found], lambda path: EVIL, output_format)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b\ud800]", text), output_format
    concise = format_diagnostics([found], lambda path: EVIL, OutputFormat.CONCISE)
    assert concise.count("\n") == 2
    github = format_diagnostics([found], lambda path: EVIL, OutputFormat.GITHUB)
    assert github.count("\n") == 1


def test_an_annotation_escapes_what_would_end_its_parts():
    found = Diagnostic("a-code", Severity.WARNING, "50% a:b,c\nd", SourceSpan("a,b:c.yaml", 2, 3, 2, 6), "e")
    assert format_diagnostics([found], lambda path: None, OutputFormat.GITHUB) == (
        "::warning file=a%2Cb%3Ac.yaml,line=2,endLine=2,col=3,endColumn=5,title=a-code::50%25 a:b,c%0Ad%0Afix: e\n"
    )


def test_a_problem_of_a_whole_file_is_annotated_at_its_first_line():
    found = Diagnostic("a-code", Severity.ERROR, "m", SourceSpan("content/a.yaml"), "")
    github = format_diagnostics([found], lambda path: None, OutputFormat.GITHUB)
    assert github.startswith("::error file=content/a.yaml,line=1,endLine=1,col=1,")


def test_json_has_one_object_a_line_with_every_field():
    text = format_diagnostics(
        [problem("a", 1, 1, "m\nn", hint="h")] * 2, lambda path: None, OutputFormat.JSON
    )
    first, second = (json.loads(line) for line in text.splitlines())
    assert first == second
    assert first == {
        "code": "a-code", "severity": "error", "message": "m\nn", "path": "content/a.yaml", "line": 1, "column": 1,
        "end_line": 1, "end_column": 2, "hint": "h", "related": [],
    }  # fmt: skip


def test_problems_are_sorted_by_place_and_counted():
    several = [
        Diagnostic("b-b", Severity.WARNING, "m", SourceSpan("b.yaml", 1, 1, 1, 1)),
        Diagnostic("a-a", Severity.ERROR, "m", SourceSpan("a.yaml", 10, 1, 10, 1)),
        Diagnostic("a-a", Severity.ERROR, "m", SourceSpan("a.yaml", 9, 1, 9, 1)),
    ]
    lines = format_diagnostics(several, lambda path: None, OutputFormat.CONCISE).splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["a.yaml:9:1:", "a.yaml:10:1:", "b.yaml:1:1:"]
    assert lines[3] == "2 errors, 1 warning in 2 files"


@pytest.mark.parametrize("output_format", list(OutputFormat))
def test_nothing_found_is_nothing_said(output_format):
    assert format_diagnostics([], lambda path: None, output_format) == ""


def test_colour_adds_nothing_but_colour():
    plain = format_diagnostics([problem("a: b", 1, 1, hint="h")], lambda path: "a: b")
    painted = format_diagnostics([problem("a: b", 1, 1, hint="h")], lambda path: "a: b", colour=True)
    assert painted != plain
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == plain


def test_a_place_without_a_source_still_tells_its_message():
    text = format_diagnostics([problem("", 1, 1, "no such file")], lambda path: None)
    assert text.startswith("error[a-code] content/a.yaml:1:1\n   | no such file\n")
