"""What a message about a quote proposes is accepted when it is pasted as printed."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

import pytest
import yaml

from builder.yamltext import quoted

LIVE = "Live\n\n10:02\nThe bridge is closed. The mayor speaks.\nShare\n09:40\nThe bridge is closed. The mayor speaks.\n"
PROPOSED = re.compile(
    r"(?:write (?P<quote>\"(?:[^\"\\]|\\.)*\"|'[^']*')(?: with )?|to mean the first, (?:add|write) )?"
    r"(?:prefix: (?P<prefix>\"(?:[^\"\\]|\\.)*\"|'[^']*'))?(?: and )?(?:suffix: (?P<suffix>\"(?:[^\"\\]|\\.)*\"|'[^']*'))?"
)


def files(raw: str, appearance: dict[str, str]) -> dict[str, str]:
    digest = sha256(raw.encode()).hexdigest()
    written = ", ".join(f"{key}: {quoted(value)}" for key, value in appearance.items())
    return {
        "content/articles/one.yaml": "title: One\noutlet: news\npublished: 2025\n"
        f"text: {{file: seeds/a.txt, sha256: {digest}}}\n",
        "content/claims/c.yaml": "statement: S\nkind: event\nappearances:\n"
        f"  - {{article: one, stance: asserts, {written}}}\n",
        "seeds/a.txt": raw,
    }


def errors(loaded) -> list:
    return [one for one in loaded.settled() if one.severity == "error"]


@pytest.mark.parametrize(
    ("raw", "quote", "code"),
    [
        (LIVE, "The mayor speaks", "quote-not-unique"),
        (LIVE, "the mayor speaks", "quote-not-found"),
        (LIVE, "mayor speak", "quote-cuts-word"),
        ("Yes. Yes. Yes.", "Yes", "quote-not-unique"),
        ("A said so. B said so.", "said so", "quote-not-unique"),
        ("It stands. It stands", "It stands", "quote-not-unique"),
        ("The el-Sheikh road. The el-Sheikh bridge.", "The el-Shei", "quote-cuts-word"),
        ("It rose 7.5 metres, then 7.5 feet.", "7", "quote-cuts-word"),
        ("He said “two metres”. He said “two metres” again.", 'He said "two metres"', "quote-not-found"),
        ("The p\u0430per is here. The p\u0430per is there.", "The paper is", "quote-not-found"),
        (unicodedata.normalize("NFD", "Le café. Le café!"), "Le café", "quote-not-unique"),
        (unicodedata.normalize("NFD", "Le café était là."), "Le cafe", "quote-cuts-word"),
        ("The evacu\u00adation order. The evacu\u00adation plan.", "The evacuation", "quote-not-unique"),
        (
            "It’s here: “no #1”, 'yes' and \\ more",
            "It's here: \"no #1\", 'yes' and \\ more",
            "quote-not-found",
        ),
        ("More than\nfive hundred", "More than five hundred", "quote-not-found"),
    ],
)
def test_the_fix_of_a_quote_passes_as_printed(load, raw, quote, code):
    [problem] = errors(load(files(raw, {"quote": quote})))
    assert problem.code == code
    match = PROPOSED.fullmatch(problem.hint)
    assert match, problem.hint
    read = {key: yaml.safe_load(value) for key, value in match.groupdict().items() if value}
    assert errors(load(files(raw, {"quote": quote, **read}))) == []


def test_a_quote_that_nothing_beside_it_tells_apart_says_so(load):
    [problem] = errors(load(files("Tick tock. " * 400, {"quote": "Tick tock"})))
    assert problem.code == "quote-not-unique"
    assert "quote more words" in problem.hint
    assert "stand 400 times" in problem.message


def test_words_that_stand_in_a_text_without_end_are_counted_as_far_as_it_matters(load):
    [problem] = errors(load(files("so it is " * 3_000, {"quote": "so"})))
    assert "more than 1,000 times" in problem.message
