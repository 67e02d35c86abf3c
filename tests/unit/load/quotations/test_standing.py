"""When quoted words stand in a text: whole words, letter for letter, with a few liberties of print."""

import pytest

from builder.load.quotations.folding import FoldedPlaces, fold
from builder.load.quotations.standing import readings_of
from builder.load.quotations.texts import StoredTexts
from builder.model.marks import Mark, MarkKind
from builder.model.seedtext import PlacedMark, SeedText
from builder.text import Span

TEXT = (
    "“The river,” the mayor said, “is rising fast.” About 2,500 people can't leave;\n"
    "the town’s bridge – built in 1912 – is ‘closed’. Der Fluss steigt. 河水上涨很快。 L'eau monte."
)


def stands(quotation: str, text: str = TEXT) -> str | None:
    """The passage of the text in which a quotation stands, or None."""
    readings = readings_of(quotation)
    wanted = [stretch for reading in readings for stretch in reading]
    found = StoredTexts({"a": SeedText("a.txt", text, "", 0)}, {}, wanted).find(readings)
    return found.exact if found else None


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ("the river", "The river"),
        ("The mayor said", "the mayor said"),
        ("is rising fast,", "is rising fast"),
        ("people can’t leave; the town's bridge", "people can't leave;\nthe town’s bridge"),
        ("bridge — built in 1912 — is “closed”", "bridge – built in 1912 – is ‘closed"),
        ("The river is rising fast", "The river,” the mayor said, “is rising fast"),
        ("The mayor said […] is rising fast", "the mayor said, “is rising fast"),
        ("About 2,500 people … the town’s bridge", "About 2,500 people can't leave;\nthe town’s bridge"),
        ("[Some] 2,500 people", "2,500 people"),
        ("the [old] town’s bridge", "the town’s bridge"),
        ("the town’s [new] bridge", "the town’s bridge"),
        ("[T]he mayor", "the mayor"),
        ("[R]ising", "rising"),
        ("climb[s]", None),
        ("leav[ing]", "leav"),
        ("people [c]an't leave; [T]he town’s bridge", "people can't leave;\nthe town’s bridge"),
        ("the river is rising […] people", "The river,” the mayor said, “is rising fast.” About 2,500 people"),
        ("der Fluss steigt", "Der Fluss steigt"),
        ("河水上涨", "河水上涨"),
        ("eau monte", "eau monte"),
        ("the town", "the town"),
    ],
)  # fmt: skip
def test_words_of_a_text_stand_in_it_with_the_liberties_of_print(quotation, passage):
    assert stands(quotation) == passage


@pytest.mark.parametrize(
    "quotation",
    [
        "the rivers",
        "rising fastly",
        "The Mayor said",
        "the mayor, said",
        "about 500 people",
        "2,500 person",
        "500 people",
        "people can leave",
        "people can",
        "the bridge",
        "is […] rising … people … leave",
        "people [would] leave",
        "The river [of our town] people",
        "the river is falling",
        "Fluss steig",
        "河水下降",
    ],
)
def test_changed_cut_and_stitched_words_do_not_stand_in_it(quotation):
    assert stands(quotation) is None


def test_words_are_found_as_the_marks_leave_the_text_and_as_it_was_received():
    raw = "They threatened very soonto act.\n\nSubscribe now\n\nNobody moved."
    marks = (
        PlacedMark(0, Mark(kind=MarkKind.LOST_SPACE, quote="soonto", read="soon to"), Span(21, 27)),
        PlacedMark(1, Mark(kind=MarkKind.SUBSCRIPTION, quote="Subscribe now"), Span(34, 47)),
    )
    for quotation in ("very soon", "soon to act", "soonto act", "Subscribe now", "to act. Nobody moved"):
        readings = readings_of(quotation)
        wanted = [stretch for reading in readings for stretch in reading]
        texts = StoredTexts({"a": SeedText("a.txt", raw, "", 0, marks)}, {}, wanted)
        assert texts.find(readings) is not None, quotation


def test_marks_signs_and_addresses_hold_no_words():
    for nothing in ("…", "[…]", " ", "?!", "https://example.org/it's", "/etc/passwd", "a@example.org"):
        assert readings_of(nothing) == ()


def test_each_sign_of_a_folded_text_knows_where_it_comes_from():
    text = "a\u00ad  ’‘b――c\r\n“de\u0301ﬁ"
    folded, places = fold(text), FoldedPlaces(text)
    assert folded == "a 'b-c 'défi"
    raw = [places.raw(Span(start, start + 1)).of(text) for start in range(len(folded))]
    assert raw == ["a", "\xad  ", "’", "b", "―", "c", "\r\n", "“", "d", "e\u0301", "ﬁ", "ﬁ"]


def test_words_stand_in_a_text_whatever_form_of_unicode_either_is_in():
    assert stands("Le cafe\u0301 est fini", "le café est ﬁ\u00adni.") == "le café est ﬁ\u00adni"
