"""A tag tells a language's script and direction; a name that is written otherwise is not taken for a word of it."""

from __future__ import annotations

import pytest

from builder.languages import direction_of, is_written_in, name_order


@pytest.mark.parametrize("language", ["ar", "ar-EG", "he", "fa", "ur", "yi", "az-Arab", "ku-Arab", "dv"])
def test_these_run_from_right_to_left(language: str) -> None:
    assert direction_of(language) == "rtl"


@pytest.mark.parametrize(
    "language", [None, "en", "de-AT", "sr-Cyrl", "sr-Latn", "ar-Latn", "zh-Hans", "ku", "qaa"]
)
def test_these_do_not(language: str | None) -> None:
    assert direction_of(language) == "ltr"


@pytest.mark.parametrize(
    ("words", "language", "is_so"),
    [
        ("صوت المضيق", "ar", True),
        ("«صوت» 24", "ar", True),
        ("Sawt al-Madiq", "ar", False),
        ("BBC عربي", "ar", False),
        ("Политика", "sr", True),
        ("Politika", "sr", True),
        ("Politika", "sr-Latn", True),
        ("Politika", "sr-Cyrl", False),
        ("Известия", "ru", True),
        ("Izvestia", "ru", False),
        ("人民日报", "zh-Hans", True),
        ("朝日新聞", "ja", True),
        ("あさひ", "ja", True),
        ("Τα Νέα", "el", True),
        ("Die Zeit", "de", True),
        ("Die Zeit", "he", False),
        ("42", "de", False),
        ("", "de", False),
    ],
)
def test_a_name_is_written_as_a_language_is_or_not(words: str, language: str, is_so: bool) -> None:
    assert is_written_in(words, language) is is_so


@pytest.mark.parametrize(
    "names",
    [
        ["Abel", "Äbel", "Abendblatt", "Ärzte", "Ofen", "Öffner", "Straße", "Strasser", "Zeit"],
        ["Ćao", "čas", "Đak", "Danas", "dom", "šuma", "Trg"],
        ["Ilija", "Ivan"],
        ["Иван", "Ильин", "Йод", "Кино"],
        ["أحمد", "باسم", "تامر"],
    ],
)
def test_marks_part_names_only_where_their_letters_are_the_same(names: list[str]) -> None:
    assert sorted(set(names), key=name_order) == names
