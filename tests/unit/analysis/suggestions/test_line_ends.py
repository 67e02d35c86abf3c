"""What wrapping and paging leave in a text is proposed as marks, and the marks pass as they are printed."""

import re
from hashlib import sha256

import pytest
import yaml

from builder.analysis import analyse
from builder.analysis.suggestions import SuggestionKind, suggest
from builder.load import load_dossier

PAGES = (
    "The mayor did not say on Wednesday that more than five hundred people had\n"
    "left their homes when the river came over its banks. The evacu-\n"
    "ation took six hours, and the engineer of the city, who is called Peter\n"
    "Hall, counted the houses that stand below the line of the water until\n\n"
    "- 3 -\n\n\x0cmidnight. The council had been asked for boats and for blan\u00ad\n"
    "kets, for well-known reasons, and a spokeswoman who is not so well-\n"
    "known said so twice.\n"
)


@pytest.fixture
def suggested(tmp_path):
    """Gives the marks that are proposed for a text which has these marks already, and the clean view."""

    def suggest_for(raw, marks=""):
        files = {
            "content/dossier.yaml": "title: T\n",
            "content/outlets/o.yaml": "name: O\n",
            "content/articles/a.yaml": (
                "title: A\noutlet: o\npublished: 2025\n"
                f"text: {{file: seeds/a.txt, sha256: {sha256(raw.encode()).hexdigest()}}}\n{marks}"
            ),
            "seeds/a.txt": raw,
        }
        for path, content in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content.encode())
        loaded = load_dossier(tmp_path)
        assert [each.code for each in loaded.settled()] in ([], ["seed-odd-characters"])
        found = suggest(loaded.library, analyse(loaded.library))
        damages = [each.yaml for each in found if each.kind is SuggestionKind.DAMAGE]
        return damages, loaded.library.texts["a"].clean.text

    return suggest_for


def test_cut_words_and_page_numbers_are_proposed_as_marks(suggested):
    proposed, _ = suggested(PAGES)
    marks = [yaml.safe_load(each)["marks"][0] for each in proposed]
    assert marks == [
        {"kind": "joined", "quote": "evacu- ation", "read": "evacuation"},
        {"kind": "joined", "quote": "blan\u00ad kets", "read": "blankets"},
        {"kind": "widget", "quote": "- 3 -"},
    ]


def test_the_marks_pass_as_printed_and_are_not_proposed_again(suggested):
    proposed, before = suggested(PAGES)
    assert "evacu-ation" in before
    assert "- 3 -" in before
    pasted = "marks:\n" + "".join(re.sub(r"^marks:\n", "", each) for each in proposed)
    again, after = suggested(PAGES, pasted)
    assert again == []
    assert "The evacuation took six hours" in after
    assert "the line of the water until midnight. The council" in after
    assert "blankets, for well-known reasons" in after
    assert "not so well-known said" in after


def test_a_text_that_is_not_wrapped_has_no_cut_words(suggested):
    assert suggested("A well-known man said so -\nand left. It was pre-\n\nand post-war.\n")[0] == []


def test_a_bare_page_number_is_proposed_with_the_words_that_tell_it_apart(suggested):
    raw = PAGES.replace("- 3 -", "3").replace("twice", "3 times")
    proposed, _ = suggested(raw)
    [mark] = [yaml.safe_load(each)["marks"][0] for each in proposed if "widget" in each]
    assert (mark["quote"], "prefix" in mark or "suffix" in mark) == ("3", True)
    _, after = suggested(raw, "".join(each for each in proposed if "widget" in each))
    assert "water until midnight" in after
