"""Two dossiers: what their editors quote passes, and what nobody said is refused in every field that prints."""

import re
from pathlib import Path

import pytest

from builder.load import load_dossier
from tests.unit.load.quotations.planting import (
    PASSAGE,
    PROJECT,
    copied,
    plant,
    printed_places,
    quotations,
    read,
    refused,
)

HONEST = PROJECT / "tests/cases/honest"
"""A dossier of another story, in five languages, whose editors quote a great deal and honestly."""
FROM_NO_TEXT = ("we will come to Russia", "The editors")


@pytest.mark.parametrize(("root", "least"), [(PROJECT, 110), (HONEST, 300)])
def test_what_a_dossier_quotes_honestly_raises_no_false_alarm(root: Path, least: int):
    quoted = quotations(read(root))
    alarms = [one for one in load_dossier(root).settled() if "quotation" in one.code or "quoted" in one.code]
    assert len(quoted) >= least
    assert len(alarms) <= len(quoted) * 0.02
    assert [f"{one.span.path}:{one.span.line}:{one.span.column}" for one in alarms] == []


@pytest.mark.parametrize(("root", "count"), [(PROJECT, 50), (HONEST, 70)])
def test_invented_quotations_in_every_prose_field_are_refused_at_their_place_with_the_nearest_passage(
    root: Path, count: int, tmp_path: Path
):
    places = printed_places(read(root), count)
    assert len({(kind, path[0]) for kind, _, path in places}) >= 20
    expected = plant(copied(root, tmp_path), places)
    told = refused(tmp_path)
    assert len(expected) == count
    assert {(one.span.path, one.span.line, one.span.column) for one in told} == expected
    assert [one.message for one in told if not PASSAGE.search(one.message)] == []


def test_a_near_miss_of_every_longer_quotation_is_refused_with_the_passage_and_what_differs(tmp_path: Path):
    root = copied(PROJECT, tmp_path)
    longer = {
        words: re.compile("(?<=[“‘])" + r"\s+".join(map(re.escape, words.split())) + "(?=[”’])")
        for words in quotations(read(root))
        if len(words.split()) >= 4 and not words.startswith(FROM_NO_TEXT)
    }
    changed = 0
    for path in sorted(root.rglob("content/**/*.*")):
        text = path.read_text("utf-8")
        for words, form in longer.items():
            word = max(words.split(), key=len).strip(".,;")
            text, count = form.subn(lambda at, word=word: at[0].replace(word, f"{word[:-1]}x"), text)
            changed += count
        path.write_text(text, "utf-8")
    told = refused(root)
    assert len(told) == changed >= 30
    assert [one.message for one in told if "differs:" not in one.message] == []
