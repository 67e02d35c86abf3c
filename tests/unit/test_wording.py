"""Readers' words: keys are English, places are named, the form follows the count."""

from __future__ import annotations

import re
from contextvars import copy_context
from gettext import NullTranslations
from pathlib import Path

import pytest

from builder.wording import (
    decimal,
    language,
    marked,
    marked_as,
    marked_many,
    numbered,
    say,
    say_as,
    say_many,
    speak,
)

PAGES = Path(__file__).resolve().parents[2] / "builder" / "pages"


class _Backwards(NullTranslations):
    """A language that puts the place first, and has one form for all counts."""

    def gettext(self, message: str) -> str:
        return " ".join(reversed(message.split(" ")))

    def pgettext(self, context: str, message: str) -> str:
        return f"{message} ({context})"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{msgid2}!"


def test_without_a_catalogue_words_are_english() -> None:
    assert say("Told by {name}", name="A. N.") == "Told by A. N."
    assert say("{braces} alone") == "{braces} alone"
    assert say_as("stance", "silent") == "silent"
    assert say_many("{count} text", "{count} texts", 1) == "1 text"
    assert say_many("{count} text", "{count} texts", 1046) == "1,046 texts"


def test_a_catalogue_orders_a_sentence_its_own_way() -> None:
    def told() -> tuple[str, ...]:
        speak(_Backwards())
        return (
            say("Told by {name}", name="A. N."),
            say(marked("one two")),
            say_as(*marked_as("stance", "silent")),
            say_many(*marked_many("{count} text", "{count} texts"), 1),
            say_many("{count} text", "{count} texts of {name}", 1, name="A"),
        )

    assert copy_context().run(told) == (
        "A. N. by Told",
        "two one",
        "silent (stance)",
        "1 texts!",
        "1 texts of A!",
    )


def test_the_language_is_that_of_the_catalogue() -> None:
    def told() -> str:
        catalogue = NullTranslations()
        catalogue._info["language"] = "pt_BR"  # type: ignore[attr-defined]
        speak(catalogue)
        return language()

    assert language() == "en"
    assert copy_context().run(told) == "pt-BR"


class _Signs(NullTranslations):
    """A language by the signs of its numbers."""

    def __init__(self, thousands: str, point: str, four: str) -> None:
        super().__init__()
        self._signs = {
            "between thousands": thousands,
            "before decimals": point,
            "number of four digits": four,
        }

    def pgettext(self, context: str, message: str) -> str:
        return self._signs[context]


@pytest.mark.parametrize(
    ("signs", "told"),
    [
        (None, "7 999 1,004 10,015 1,234,567 −1,234 1,000.50 −0.25"),
        ((".", ",", "{thousand}.{rest}"), "7 999 1.004 10.015 1.234.567 −1.234 1.000,50 −0,25"),
        ((".", ",", "{thousand}{rest}"), "7 999 1004 10.015 1.234.567 −1.234 1000,50 −0,25"),
        (("’", ".", "{thousand}’{rest}"), "7 999 1’004 10’015 1’234’567 −1’234 1’000.50 −0.25"),
    ],
    ids=["English", "German", "Spanish", "Swiss"],
)
def test_numbers_are_parted_and_pointed_as_the_language_does(
    signs: tuple[str, str, str] | None, told: str
) -> None:
    def numbers() -> str:
        if signs:
            speak(_Signs(*signs))
        whole = (numbered(each) for each in (7, 999, 1004, 10015, 1234567, -1234))
        return " ".join((*whole, decimal(1000.5), decimal(-0.25)))

    assert copy_context().run(numbers) == told


def test_no_page_parts_a_number_in_its_own_way() -> None:
    found = [
        path.name for path in PAGES.rglob("*.py") if re.search(r":(?:,|\.\df)\}", path.read_text("utf-8"))
    ]
    assert found == []
