"""Every example of a code gives that code somewhere in the small dossier, and what the message says mends it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.build import check_dossier
from builder.codes import codes
from builder.diagnostics import Diagnostic
from builder.editing.written import with_edits
from tests.mistakes.mistakes import HERE

RIGHT_FORMS = {
    "file-not-found", "quote-not-checked", "cue-needs-article", "bad-redaction", "ambiguous-id", "renamed-record",
    "no-dossier", "static-unlisted",
}  # fmt: skip
"""Their examples show how it is written rightly."""
ELSEWHERE = {
    "address-taken": "a path, not a line",
    "not-withdrawn": "a correction as a whole",
    "stress-not-found": "needs a quote of the same entry",
    "quote-not-found": "needs the entry of an appearance",
    "bad-versions": "needs stored texts of its own",
    "bad-quoted-from": "needs words that are quoted",
    "dated-ahead": "needs a dossier without `as_of`",
    "dissent-undecided": "needs a second reading",
    "bad-path": "needs an article without another text",
}  # fmt: skip
"""Examples that are told by tests of their own, since one line does not make them."""
EXAMPLES = {
    code.code: code.example
    for code in codes().values()
    if code.example and code.code not in RIGHT_FORMS | ELSEWHERE.keys()
}


def planted(text: str, example: str) -> Iterator[str]:
    """Yield a record's text with the lines of an example in place of its own key, at its end, or in an entry."""
    key = re.match(r"[\w-]+", example)
    if key:
        own = re.compile(rf"^(?P<indent> *(?:- )?){key[0]}: .*$", re.MULTILINE)
        for match in own.finditer(text):
            yield text[: match.end("indent")] + example + text[match.end() :]
    first, rest = text.split("\n", 1)
    yield f"{first}\n{example}\n{rest}"
    yield f"{text}{example}\n"
    yield f"{example}\n{rest}"


def found(code: str, example: str, root: Path) -> Diagnostic | None:
    """Return the problem of that code which an example makes somewhere."""
    for path in sorted((root / "content").rglob("*.yaml")):
        text = path.read_text("utf-8")
        for changed in planted(text, example):
            path.write_text(changed, "utf-8")
            told = [one for one in check_dossier(root).problems if one.code == code]
            if told:
                return told[0]
        path.write_text(text, "utf-8")
    return None


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_gives_its_code_and_the_message_mends_it(code: str, tmp_path):
    root = tmp_path / "dossier"
    shutil.copytree(HERE / "dossier", root)
    problem = found(code, EXAMPLES[code], root)
    assert problem is not None
    assert problem.hint
    if problem.edits:
        path = root / problem.span.path
        path.write_text(with_edits(path.read_text("utf-8"), problem.edits), "utf-8")
        left = [(one.code, one.message) for one in check_dossier(root).problems]
        assert (problem.code, problem.message) not in left


def test_every_exception_is_a_code_with_an_example():
    assert {*RIGHT_FORMS, *ELSEWHERE} <= {code.code for code in codes().values() if code.example}
