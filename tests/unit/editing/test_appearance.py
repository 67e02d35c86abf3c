"""`dossier quote --claim` adds the lines of one appearance to a claim, and changes no other line."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
import yaml

from builder.editing.appearance import Asked, with_appearance
from builder.editing.quote import Found
from builder.text import Span
from tests.site.dossiers import dossier, write

ROOT = Path(__file__).resolve().parents[3]
CLAIM = "statement: The river rose\nkind: event\n"
LISTS = {
    "none yet": CLAIM,
    "none yet, and no line end": CLAIM.rstrip(),
    "none yet, with what comes behind it": f"{CLAIM}explanation: >-\n  Two texts.\n",
    "an entry": f"{CLAIM}appearances:  # two\n  - article: one  # first\n    stance: asserts\n    quote: rose\n"
    "    # a remark\n\nreading: agree\n",
    "entries without indentation": f"{CLAIM}appearances:\n- article: one\n  stance: asserts\n  quote: >-\n    it\n    rose\n\n"
    "# the end\n",
    "entries between braces": f"{CLAIM}appearances:\n  -   {{article: one, stance: asserts, quote: rose}}   # so\n",
    "a list between brackets": f"{CLAIM}appearances: [{{article: one, stance: asserts, quote: rose}}] # so\n",
    "an empty list": f"{CLAIM}appearances: []\nreading: agree\n",
    "Windows' line ends": f"{CLAIM}appearances:\n  - article: one\n    stance: asserts\n    quote: rose\nreading: agree\n".replace(
        "\n", "\r\n"
    ),
}


def found(**words: str) -> Found:
    return Found("two", "seeds/two.txt", Span(0, 4), 1, tuple(words.items()))


def lines_changed(was: str, now: str) -> list[str]:
    """The lines that are no more as they were, but for a last line that had no end."""
    return [line for line in difflib.ndiff(was.splitlines(), now.splitlines()) if line.startswith("- ")]


@pytest.mark.parametrize("written", LISTS)
def test_the_appearance_is_the_last_of_the_list_and_all_else_stays(written):
    was = LISTS[written]
    words = found(quote="it: rose #1", prefix='say "so"')
    now, problems = with_appearance(was, "c", words, Asked("asserts", note="no"))
    assert problems == ()
    before, after = yaml.safe_load(was), yaml.safe_load(now)
    entry = {
        "article": "two",
        "stance": "asserts",
        "quote": "it: rose #1",
        "prefix": 'say "so"',
        "note": "no",
    }
    before["appearances"] = [*before.get("appearances", []), entry]
    assert after == before
    changed = lines_changed(was, now)
    assert changed == [] or "[" in changed[0]
    assert ("\r\n" in was) == ("\r\n" in now)
    assert now.count("\n") == now.count("\r\n") or "\r\n" not in was


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content" / "claims").glob("*.yaml")), ids=lambda path: path.stem
)
def test_in_the_worked_example_only_lines_are_added(path):
    was = path.read_text("utf-8")
    now, problems = with_appearance(was, path.stem, found(quote="rose"), Asked("mentions"))
    assert problems == ()
    assert lines_changed(was, now) == []
    entry = {"article": "two", "stance": "mentions", "quote": "rose"}
    added = yaml.safe_load(now)
    assert added["appearances"].pop() == entry
    assert added == yaml.safe_load(was)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Asked("attributes"), "bad-stance"),
        (Asked("contradicts"), "bad-stance"),
        (Asked("claims"), "unknown-choice"),
        (Asked("asserts", position="Not So"), "wrong-form"),
    ],
)
def test_what_the_model_refuses_is_told(asked, code):
    assert [one.code for one in with_appearance(CLAIM, "c", found(quote="rose"), asked)[1]] == [code]


FILES = {
    "content/dossier.yaml": "title: Quotes\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\n",
    "content/claims/rise.yaml": CLAIM,
    "seeds/first.txt": "The river rose. So it is. The mayor said so. So it is.\n",
}


def test_the_command_adds_what_stands_once_and_the_dossier_passes(tmp_path):
    root = write(tmp_path, FILES)
    done = dossier(root, "quote", "the river rose", "--claim", "rise", "--stance", "asserts")
    assert done.returncode == 0, done.stderr
    written = (root / "content/claims/rise.yaml").read_text("utf-8")
    assert (
        written
        == f"{CLAIM}appearances:\n  - article: first\n    stance: asserts\n    quote: The river rose\n"
    )
    assert dossier(root, "check").returncode == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["so it is"], "more than once"),
        (["the rivers rose"], "not the same words"),
        (["the river rose", "--article", "frist"], "did you mean `first`?"),
        (["the river rose", "--stance", "attributes"], "Nothing was added"),
        (
            ["the river rose", "--stance", "attributes", "--attributed-to", "mayor"],
            "no entity and no outlet `mayor`; make it with `dossier new entity mayor`",
        ),
        (["the river rose", "--attributed-to", "psot"], "no outlet `psot`; did you mean `post`?"),
        (["the river rose", "--position", "high"], "there is no position `high`"),
    ],
)
def test_the_command_adds_nothing_where_it_would_guess(tmp_path, typed, said):
    root = write(tmp_path, FILES)
    done = dossier(root, "quote", "--claim", "rise", "--stance", "asserts", *typed)
    assert done.returncode == 1
    assert said in done.stderr
    assert (root / "content/claims/rise.yaml").read_text("utf-8") == CLAIM


def test_a_claim_without_a_stance_is_a_wrong_usage(tmp_path):
    done = dossier(write(tmp_path, FILES), "quote", "rose", "--claim", "rise")
    assert done.returncode == 2
    assert "go together" in done.stderr
