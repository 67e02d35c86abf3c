"""Words that editors choose to mark stand in their quote, or are told with the nearest words of it."""

import re

import pytest

TEXT = "It has not yet rained.\u00a0The cafe\u0301 stayed open, and open it was."


def files(quote: str, stress: str, *, kept: bool = True) -> dict[str, str | bytes]:
    text = "text: seeds/a.txt\n" if kept else ""
    checked = "" if kept else ", checked: {by: E, date: 2026}"
    return {
        "content/articles/one.yaml": f"title: One\noutlet: news\npublished: 2025\n{text}",
        "seeds/a.txt": TEXT.encode(),
        "content/claims/c.yaml": (
            "statement: S\nkind: event\nappearances:\n"
            f"  - {{article: one, stance: asserts, quote: {quote}, stress: {stress}{checked}}}\n"
        ),
    }


def of_stress(loaded):
    return [one for one in loaded.settled() if one.code == "stress-not-found"]


@pytest.mark.parametrize("stress", ["[not yet rained]", "[It, rained]", "[]"])
def test_words_of_the_quote_pass(load, stress):
    assert of_stress(load(files("It has not yet rained", stress))) == []


def test_another_form_of_the_same_letters_passes(load):
    assert of_stress(load(files('"The cafe\\u0301 stayed open"', "[caf\u00e9]"))) == []


@pytest.mark.parametrize("stress", ["[rain]", "[it]", "[stayed open]"])
def test_parts_of_words_other_capitals_and_words_outside_the_quote_do_not(load, stress):
    (problem,) = of_stress(load(files("It has not yet rained", stress)))
    assert (problem.span.path, problem.span.line) == ("content/claims/c.yaml", 4)


def test_the_nearest_words_are_a_fix_that_passes_as_printed(load):
    (problem,) = of_stress(load(files("It has not yet rained", "[has not yet rainde]")))
    assert "has not yet rained" in problem.message
    fix = re.fullmatch(r"write (.+)", problem.hint)
    assert fix
    assert of_stress(load(files("It has not yet rained", f"[{fix[1]}]"))) == []


def test_each_of_several_slips_is_told_at_its_place(load):
    found = of_stress(load(files("It has not yet rained", "[snow, It, hail]")))
    assert len({problem.span.column for problem in found}) == 2


def test_of_many_slips_three_are_told_with_the_nearest_words(load):
    found = of_stress(load(files("It has not yet rained", "[raind, no yet, as not, has nt]")))
    assert ["which says" in problem.message for problem in found] == [True, True, True, False]


def test_a_quote_that_is_not_found_is_told_alone(load):
    loaded = load(files("It has not rained", "[snow]"))
    assert [one.code for one in loaded.settled() if one.severity.value == "error"] == ["quote-not-found"]


def test_a_quote_of_a_text_that_is_not_kept_is_held_to_the_same(load):
    assert of_stress(load(files("It may have rained", "[may have]", kept=False))) == []
    assert len(of_stress(load(files("It may have rained", "[had]", kept=False)))) == 1
