"""Readers' words: keys are English, places are named, the form follows the count."""

from __future__ import annotations

from contextvars import copy_context
from gettext import NullTranslations

from builder.wording import language, marked, marked_as, marked_many, say, say_as, say_many, speak


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
