"""`dossier quote` finds what people type, and every find that it prints is accepted by the check."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml

from builder.editing.quote import MOST_SHOWN, Found, find_near, find_quotes
from builder.load import load_dossier
from tests.site.dossiers import write

FILES = {
    "content/dossier.yaml": "title: Quotes\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
}


def root_with(folder: Path, text: str, lines: str = "") -> Path:
    article = f"title: Flood\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\n{lines}"
    return write(folder, {**FILES, "content/articles/first.yaml": article, "seeds/first.txt": text})


def accepted(root: Path, found: tuple[Found, ...]) -> list[str]:
    """The codes of errors when every find is pasted into a claim of its own."""
    for number, each in enumerate(found):
        lines = "\n".join(f"  {line}" for line in each.yaml.split("\n"))
        claim = f"statement: S\nkind: detail\nappearances:\n{lines}\n    stance: asserts\n"
        write(root, {f"content/claims/claim-{number}.yaml": claim})
    return [one.code for one in load_dossier(root).settled() if one.severity == "error"]


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("didn't know how many", "didn’t know how many"),
        ("didn’t know", "didn't know"),
        ('"two metres"', "“two metres”"),
        ('said: "so"', "said: « so »"),
        ('"so"', "„so“"),
        ("''so''", '"so"'),
        ("6-8 May - we waited... and it", "6–8 May — we waited… and it"),
        ("shut -- we waited", "shut — we waited"),
        ("shut - we", "shut—we"),
        ("waited… and", "waited. . . and"),
        ("Sharm el-Sheikh", "Sharm el‑Sheikh"),
        ("THE RIVER ROSE", "the river rose"),
        ("the office", "the o\ufb03ce"),
        ("evacuation", "evacu\u00adation"),
        ("evacuation", "evacu\u200bation"),
        ("the café Müller", unicodedata.normalize("NFD", "the café Müller")),
        (unicodedata.normalize("NFD", "the café"), "the café"),
        ("10 000 people", "10\u202f000 people"),
        ("two  metres\nhigh", "two metres high"),
        ("Žena reče", "žena reče"),
        ("it's #1: yes", "it’s #1: yes"),
        ("null", "null"),
        ("over the hill, by the mill", "over the hill, by the mill"),
    ],
)
def test_what_is_typed_is_found_in_the_words_of_the_text_and_passes(tmp_path, typed, standing):
    root = root_with(tmp_path, f"Flood\n\nBefore that {standing} there.\n")
    found = find_quotes(load_dossier(root).library, typed)
    assert len(found) == 1
    assert found[0].remark == ""
    (printed,) = yaml.safe_load(found[0].yaml)
    assert unicodedata.normalize("NFC", printed["quote"]) in unicodedata.normalize("NFC", f" {standing} ")
    assert accepted(root, found) == []


@pytest.mark.parametrize(
    "typed", ["didnt know", "knew", "6-9 May", "cafe", "the rivers", "", "...", "-", "\u00ad"]
)
def test_other_letters_are_other_words(tmp_path, typed):
    root = root_with(tmp_path, "He didn’t know. 6–8 May… The river at the café.\n")
    assert find_quotes(load_dossier(root).library, typed) == ()


ENTRY = "The fire service says that the bridge is closed. Drivers take the northern road. The mayor speaks at noon."


@pytest.mark.parametrize(
    ("text", "typed", "places"),
    [
        (
            f"Live\n\n10:02\n\n{ENTRY}\n\nShare\n\n09:40\n\n{ENTRY}\n\nShare\n\n09:15\n\n{ENTRY}\n",
            "the mayor speaks at noon",
            3,
        ),
        ("Yes. Yes. Yes.", "yes", 3),
        ("He said so. She said so. They said so.", "said so", 3),
        ("A said so.\n\nB said so.", "said so", 2),
        ("said so. Then he said so, he said so again", "said so", 3),
        ("said so’s and said so", "said so", 2),
        ("“said so”. ‘said so’.", "said so", 2),
        (unicodedata.normalize("NFD", "né à é. né à é! né à é?"), "né à é", 3),
    ],
)
def test_every_find_of_words_that_stand_several_times_passes(tmp_path, text, typed, places):
    root = root_with(tmp_path, text)
    found = find_quotes(load_dossier(root).library, typed)
    assert len(found) == places
    assert all(each.yaml and not each.remark for each in found)
    assert accepted(root, found) == []
    library = load_dossier(root).library
    spans = [library.quote("claim", f"claim-{number}", "appearances", 0).span for number in range(places)]
    assert spans == [each.span for each in found]


def test_where_nothing_beside_the_words_tells_the_places_apart_it_is_said_and_nothing_printed(tmp_path):
    root = root_with(tmp_path, "Tick tock. " * 400)
    found = find_quotes(load_dossier(root).library, "tick tock")
    silent = [each for each in found if each.remark]
    assert len(found) == 400
    assert len(silent) == MOST_SHOWN
    assert not any(each.yaml for each in silent)
    assert all("quote more" in each.remark for each in silent)
    assert all(each.heading.splitlines()[1].startswith("# ") for each in silent)


def test_words_that_a_mark_folds_away_are_told_as_no_evidence(tmp_path):
    root = root_with(
        tmp_path,
        "Flood\n\nSubscribe to our letter",
        "marks:\n  - {kind: subscription, quote: Subscribe to our letter}\n",
    )
    (found,) = find_quotes(load_dossier(root).library, "subscribe to")
    assert found.yaml == ""
    assert "folds these words away" in found.remark


def test_words_with_a_control_character_among_them_are_told_as_such(tmp_path):
    root = root_with(tmp_path, "The river\x07 rose.")
    (found,) = find_quotes(load_dossier(root).library, "river\x07 rose")
    assert found.yaml == ""
    assert "control character" in found.remark


def test_the_draft_that_holds_the_words_is_named_as_a_draft(tmp_path):
    root = root_with(tmp_path, "The river rose.", "draft: true\n")
    (found,) = find_quotes(load_dossier(root, with_drafts=True).library, "river rose")
    assert found.remark == "the article is a draft"


@pytest.mark.parametrize(
    ("typed", "standing"),
    [
        ("the cafe Muller was shut", "the café Müller was shut"),
        ("about three hundred poeple left their homes", "About three hundred people left their homes"),
        ("the river rose two metres on Tuesday", "The river rose by two metres on Tuesday"),
    ],
)
def test_words_that_stand_nowhere_lead_to_the_likest_passage_and_what_differs(tmp_path, typed, standing):
    root = root_with(tmp_path, f"{standing}. Another sentence stands here.")
    library = load_dossier(root).library
    assert find_quotes(library, typed) == ()
    found = find_near(library, typed)
    assert found[0].remark.startswith("not the same words: ")
    assert standing in yaml.safe_load(found[0].yaml)[0]["quote"]
    assert accepted(root, found[:1]) == []


def test_nothing_like_the_words_is_said_as_that(tmp_path):
    assert find_near(load_dossier(root_with(tmp_path, "The river rose.")).library, "xylophone quartet") == ()
