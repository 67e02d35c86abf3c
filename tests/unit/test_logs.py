"""Whatever a file, a name or another program says: no line that is printed is a command, and none moves a cursor."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import cli
from builder.arguments import read_arguments
from builder.console import say
from builder.diagnostics import Diagnostic, Related, Severity, SourceSpan
from builder.logs import safe, safe_lines
from builder.report import OutputFormat, format_diagnostics
from builder.terminal import Progress
from tests.site.dossiers import dossier, write

EVIL = (
    "::add-mask::x",
    "##[error]x",
    "::",
    "##[",
    "%0A",
    "%",
    "\n",
    "\r",
    "\v",
    "\f",
    "\x85",
    "\u2028",
    "\u2029",
    "\x1b[2J",
)
WORDS = st.lists(st.sampled_from(EVIL) | st.text(max_size=3), max_size=5).map("".join)
SPANS = st.builds(
    SourceSpan, WORDS, st.integers(1, 3), st.integers(1, 4), st.integers(1, 3), st.integers(1, 4)
)
FOUND = st.builds(
    Diagnostic,
    WORDS,
    st.sampled_from(Severity),
    WORDS,
    SPANS,
    WORDS,
    st.lists(st.builds(Related, SPANS, WORDS), max_size=1).map(tuple),
)
OURS = re.compile(r"::(?:error|warning) file=")


def assert_harmless(printed: str, *, annotations: bool = False) -> None:
    for line in printed.split("\n"):
        assert not [sign for sign in line if category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")], ascii(line)
        if not (annotations and OURS.match(line)):
            assert not line.strip().startswith("::"), line
            assert "##[" not in line


@given(st.lists(FOUND, min_size=1, max_size=3), WORDS, st.sampled_from(OutputFormat))
def test_no_line_about_problems_is_a_command_or_acts_on_a_terminal(
    found: list[Diagnostic], source: str, output_format: OutputFormat
) -> None:
    printed = format_diagnostics(found, lambda _: source, output_format)
    assert_harmless(printed, annotations=output_format is OutputFormat.GITHUB)
    if output_format is OutputFormat.GITHUB:
        assert all(OURS.match(line) for line in printed.splitlines())
    if output_format is OutputFormat.JSON:
        told = [json.loads(line) for line in printed.splitlines()]
        assert sorted(one["message"] for one in told) == sorted(one.message for one in found)


@given(FOUND)
def test_an_annotation_gives_back_what_it_was_made_of(found: Diagnostic) -> None:
    printed = format_diagnostics([found], lambda _: None, OutputFormat.GITHUB)
    head, _, message = printed.removesuffix("\n")[2:].partition("::")
    properties = dict(part.split("=", 1) for part in head.partition(" ")[2].split(","))

    def decoded(text: str, *more: tuple[str, str]) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
            text = text.replace(code, sign)
        return text

    def kept(text: str) -> str:
        return "".join(part if part in ("\r", "\n") else safe(part) for part in re.split(r"([\r\n])", text))

    whole = found.message + (f"\nfix: {found.hint}" if found.hint else "")
    assert decoded(message) == kept(whole)
    assert decoded(properties["file"], ("%3A", ":"), ("%2C", ",")) == kept(found.span.path)


@given(WORDS, st.booleans())
def test_every_way_to_print_goes_through_the_gate(words: str, to_error: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        out = io.StringIO()
        patch.setattr(sys, "stderr" if to_error else "stdout", out)
        say(words, to_error=to_error)
        patch.setattr(sys, "stderr", out)
        with pytest.raises(SystemExit):
            read_arguments(["build", f"--jobs={words}x", words])
        try:
            raise RuntimeError(words)
        except RuntimeError:
            cli._tell_bug()
        progress = Progress(out, lambda: 0.0)
        progress.step(words)
        progress.say(words)
    assert_harmless(out.getvalue())


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("::error::x", "\\x3a:error::x"),
        (" \u3000 ::x", " \u3000 \\x3a:x"),
        ("a ::x", "a ::x"),
        ("###[x", "##\\x23[x"),
        ("a\n::x\r\n", "a\n\\x3a:x\\r\n"),
        ("\x1b[31mred", "\\e[31mred"),
        ("Цвеја – ok 😀", "Цвеја – ok 😀"),
    ],
)
def test_what_could_be_a_command_is_written_out_and_nothing_else(words: str, printed: str) -> None:
    assert safe_lines(words) == printed


def test_only_lines_that_are_annotations_of_ours_pass_as_such() -> None:
    lines = "::error file=a::b\n::add-mask::x\n"
    assert safe_lines(lines, annotations=True) == "::error file=a::b\n\\x3a:add-mask::x\n"
    assert safe_lines(lines) == "\\x3a:error file=a::b\n\\x3a:add-mask::x\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
@pytest.mark.parametrize(
    "arguments",
    [
        *(("check", "--output-format", each) for each in ("full", "concise", "json", "github")),
        ("check", "--suggest"),
        ("quote", "Цвеја сказал"),
        ("build", "--no-search"),
        ("pack",),
        ("--help",),
        ("pack", "--help"),
        ("pack", "--root", "Цвеја"),
    ],
    ids=" ".join,
)
def test_a_console_without_the_letters_costs_no_traceback(
    tmp_path: Path, encoding: str, arguments: tuple[str, ...]
) -> None:
    root = write(
        tmp_path,
        {
            "content/dossier.yaml": "title: Цвеја\n",
            "content/outlets/a.yaml": "name: Цвеја\nурл: x\n",
            "seeds/б.txt": "Цвеја сказал",
        },
    )
    done = dossier(root, *arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode in (0, 1, 2), done.stderr
    assert "Traceback" not in done.stdout + done.stderr
