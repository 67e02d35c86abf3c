"""Countries and languages are told by their names, in the language of the site."""

from __future__ import annotations

from contextvars import copy_context
from gettext import NullTranslations

import pytest

from builder.pages.parts.coded import NAMES, country_name, language_name
from builder.wording import speak


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("sr", "Serbian"),
        ("sr-Cyrl", "Serbian, Cyrillic script"),
        ("zh-Hant-TW", "Chinese, traditional characters, Taiwan"),
        ("en-GB", "English, United Kingdom"),
        ("tlh-Latn", "tlh-Latn"),
    ],
)
def test_a_language_is_told_in_words_as_far_as_it_is_known(tag: str, words: str) -> None:
    assert language_name(tag) == words


def test_a_country_is_told_by_its_name_or_its_code() -> None:
    assert (country_name("NO"), country_name("NA"), country_name("XK")) == ("Norway", "Namibia", "XK")


def test_tables_hold_a_name_for_each_code() -> None:
    sizes = {context: len(names) for context, names in NAMES.items()}
    assert sizes == {"country": 249, "language": 87, "script": 5}
    lengths = {context: {len(code) for code in names} for context, names in NAMES.items()}
    assert lengths == {"country": {2}, "language": {2, 3}, "script": {4}}
    assert all(name == name.strip() and name for names in NAMES.values() for name in names.values())


def test_a_translation_names_each_by_its_own_words() -> None:
    class German(NullTranslations):
        def pgettext(self, context: str, message: str) -> str:
            names = {("country", "Georgia"): "Georgien", ("language", "Georgian"): "Georgisch"}
            return names.get((context, message), message)

    def told() -> str:
        speak(German())
        return language_name("ka-GE")

    assert copy_context().run(told) == "Georgisch, Georgien"
