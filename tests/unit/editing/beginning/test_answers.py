"""Every question of a new dossier has an option, and a default where nobody can be asked."""

from __future__ import annotations

import pytest

from builder.arguments import RIGHTS as TYPED_RIGHTS
from builder.editing.beginning.answers import RIGHTS, Answers, answered, title_from


def asked_with(*lines: str) -> tuple[Answers, list[str]]:
    questions: list[str] = []
    said = iter(lines)

    def ask(question: str) -> str:
        questions.append(question)
        return next(said) + "\n"

    return answered("flood-of-may", None, None, None, (), ask), questions


def test_without_a_terminal_everything_has_a_default() -> None:
    assert answered("flood-of-may", None, None, None, (), None) == Answers(
        "Flood of may", "en", "excerpt", ("The editors",)
    )


def test_a_terminal_is_asked_for_all_four_and_told_the_defaults() -> None:
    answers, questions = asked_with("The flood", "de", "link", "A. Editor, B. Editor,")
    assert answers == Answers("The flood", "de", "link", ("A. Editor", "B. Editor"))
    assert ["[Flood of may]" in questions[0], "[en]" in questions[1], "[excerpt]" in questions[2]] == [
        True
    ] * 3
    assert asked_with("", "", "", "")[0] == answered("flood-of-may", None, None, None, (), None)


def test_rights_are_asked_again_until_they_are_one_of_the_three() -> None:
    answers, questions = asked_with("", "", "all of it", "Full", "")
    assert answers.rights == "full"
    assert len(questions) == 5


def test_what_was_said_is_not_asked() -> None:
    def ask(question: str) -> str:
        raise AssertionError(question)

    assert answered("x", "T", "sr-Cyrl", "full", ["A, B"], ask) == Answers("T", "sr-Cyrl", "full", ("A, B",))


@pytest.mark.parametrize(
    ("folder", "title"),
    [("a_b", "A b"), ("потоп", "Потоп"), ('it"s', "A new dossier"), ("", "A new dossier"), ("x\u200b", "A new dossier")],
)  # fmt: skip
def test_the_title_comes_from_the_folder_where_that_is_words(folder: str, title: str) -> None:
    assert title_from(folder) == title


def test_the_command_line_knows_the_same_rights() -> None:
    assert sorted(RIGHTS) == sorted(TYPED_RIGHTS)
