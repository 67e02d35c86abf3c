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


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("New York Times.yml", "rename it to new-york-times.yaml"),
        ("New York Times.yaml", "rename it to new-york-times.yaml"),
        ("Überschwemmung in Łódź.yaml", "rename it to uberschwemmung-in-lodz.yaml"),
        ("flood.yaml.txt", "rename it to flood.yaml"),
        ("Поплава.yaml", "rename it, such as `flood-of-2015.yaml`"),
        ("con.yaml", "rename it, such as `flood-of-2015.yaml`"),
        ("flood.zip", "move it out of content"),
        (
            "flood.pdf",
            "make a text and an article of it with `dossier import content/topics/flood.pdf`, or move it out of content",
        ),
    ],
)
def test_the_name_that_is_proposed_is_one_for_a_record(load, name: str, hint: str):
    (told,) = load({f"content/topics/{name}": TOPIC}).problems
    assert told.hint == hint


@pytest.mark.parametrize("name", ["Flood.yaml", "flood.yml", "FLOOD.YAML.TXT"])
def test_a_name_that_is_taken_is_not_proposed(load, name: str):
    (told,) = load({"content/topics/flood.yaml": TOPIC, f"content/topics/{name}": TOPIC}).problems
    assert "`flood.yaml` is there already: keep one of the two" in told.hint


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
def test_a_text_is_found_whatever_form_its_name_has_on_this_disk(load, form, on_disk):
    name, path = (unicodedata.normalize(each, "Élan/Žuta kuća.txt") for each in (form, on_disk))
    record = f"title: A\noutlet: news\npublished: 2015\ntext: 'seeds/{name}'\n"
    loaded = load({"content/articles/one.yaml": record, f"seeds/{path}": "One two three.\n"})
    assert [one.code for one in loaded.problems] == ["seed-not-pinned"]
    assert loaded.library.texts["one"].path == f"seeds/{path}"


def test_capitals_of_a_name_still_count(load):
    record = "title: A\noutlet: news\npublished: 2015\ntext: 'seeds/žuta.txt'\n"
    loaded = load({"content/articles/one.yaml": record, "seeds/Žuta.txt": "One two three.\n"})
    (told,) = (one for one in loaded.problems if one.code == "file-not-found")
    assert "write seeds/Žuta.txt" in told.hint


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("t\u043epics: []", "unknown-field", "o (U+006F, Latin) for \u043e (U+043E, Cyrillic)"),
        ("top\u200bics: []", "unknown-field", "a zero width space (U+200B) is too many"),
        ("publish: fu\u2113l", "unknown-choice", ""),
        ("publish: \u0435xcerpt", "unknown-choice", "e (U+0065, Latin) for \u0435 (U+0435, Cyrillic)"),
        ("topics: [fl\u043eod]", "unknown-id", "o (U+006F, Latin) for \u043e (U+043E, Cyrillic)"),
        ("text: seeds/\u0430rticle.txt", "file-not-found", "a (U+0061, Latin) for \u0430 (U+0430, Cyrillic)"),
        ("topics: [floods]", "unknown-id", ""),
    ],
)
def test_a_word_that_only_looks_like_the_right_one_is_told_by_its_code_points(load, line, code, said):
    record = f"title: A\noutlet: news\npublished: 2015\n{line}\n"
    loaded = load(
        {"content/articles/one.yaml": record, "content/topics/flood.yaml": TOPIC, "seeds/article.txt": "W."}
    )
    (told,) = (one for one in loaded.problems if one.code == code)
    assert ("They look alike and differ" in told.message + told.hint) == bool(said)
    assert said in told.message + told.hint
