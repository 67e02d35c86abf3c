"""Second versions that programs make are told as what they are; names that other systems take for one are refused."""

from __future__ import annotations

import unicodedata

import pytest

TOPIC = "name: The flood\n"


@pytest.mark.parametrize(
    "name",
    [
        "flood (conflicted copy 2026-05-20)",
        "flood (Anna's conflicted copy 2026-05-20)",
        "flood (in Konflikt stehende Kopie von Anna 2026-05-20)",
        "flood (Copie en conflit de Anna 2026-05-20)",
        "flood.sync-conflict-20260520-101010-ABCDEF7",
        "flood_conflict-20260520-101010",
        "flood - Copy",
        "flood - Copy (2)",
        "flood – Kopie",
        "flood copy 3",
        "Copy of flood",
        "Kopie von flood",
        "flood (1)",
        "flood[2]",
        "flood 2",
        "flood-DESKTOP-7GK2L",
    ],
)
def test_a_second_version_is_one_mistake_and_no_record(load, name: str):
    loaded = load({"content/topics/flood.yaml": TOPIC, f"content/topics/{name}.yaml": TOPIC})
    (told,) = (problem for problem in loaded.problems if problem.span.path.startswith("content/topics/"))
    assert (told.code, told.span.path) == ("second-version", f"content/topics/{name}.yaml")
    assert "`flood.yaml`" in told.message
    assert "keep what is right in `flood.yaml`" in told.hint


def test_a_copy_whose_first_version_is_gone_gets_its_name_back(load):
    (told,) = load({"content/topics/flood (1).yaml": TOPIC}).problems
    assert (told.code, told.hint) == ("second-version", "rename it to flood.yaml")


@pytest.mark.parametrize(
    "name", ["flood-2", "copy-of-the-flood", "flood-of-2015", "flood-desktop-1", "conflict-in-may"]
)
def test_a_name_that_only_sounds_like_one_is_a_record(load, name: str):
    loaded = load({f"content/topics/{name}.yaml": TOPIC})
    assert [problem.code for problem in loaded.problems] == []
    assert loaded.library is not None
    assert list(loaded.library.topics) == [name]


@pytest.mark.parametrize(
    "name", ["~$flood.yaml", "flood.yaml.bak", "flood.yaml~", ".#flood.yaml", "flood.yaml.lock"]
)
def test_locks_and_backups_are_passed_over(load, name: str):
    assert load({"content/topics/flood.yaml": TOPIC, f"content/topics/{name}": "x"}).problems == ()


def two_texts(first: str, second: str) -> dict[str, str]:
    files = {"content/outlets/o.yaml": "name: O\n", first: "One two three.\n", second: "Four five six.\n"}
    for article, seed in (("a", first), ("b", second)):
        files[f"content/articles/{article}.yaml"] = f"title: A\noutlet: o\npublished: 2015\ntext: '{seed}'\n"
    return files


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("seeds/Third.txt", "seeds/third.txt", "capitals only"),
        (f"seeds/{unicodedata.normalize('NFD', 'café')}.txt", "seeds/café.txt", "how accents are written"),
    ],
)
def test_names_that_windows_and_macos_take_for_one_are_refused(load, first: str, second: str, said: str):
    loaded = load(two_texts(first, second))
    (told,) = (problem for problem in loaded.problems if problem.code == "names-alike")
    assert told.span.path == second
    assert said in told.message


def test_names_that_differ_in_a_letter_are_two_everywhere(load):
    loaded = load(two_texts("seeds/third.txt", "seeds/thirds.txt"))
    assert "names-alike" not in {problem.code for problem in loaded.problems}
