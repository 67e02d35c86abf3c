"""Quotations: which marks enclose words, who speaks by the words beside them."""

from __future__ import annotations

import pytest

from builder.analysis.quotations.extract import FoundQuotation, quotations_in
from tests.property.steps import steps


def said(text: str) -> list[str]:
    """The words of every quotation, terms in parentheses."""
    return [
        f"({found.words_span.of(text)})" if found.is_term else found.words_span.of(text)
        for found in quotations_in(text)
    ]


def speakers(text: str) -> list[tuple[str, str] | None]:
    return [_spoken(text, found) for found in quotations_in(text)]


def _spoken(text: str, found: FoundQuotation) -> tuple[str, str] | None:
    spoken = found.attribution
    return (spoken.speaker.of(text), spoken.cue.of(text)) if spoken else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We will not leave here," she said.', ["We will not leave here,"]),
        ("“We will not leave here,” she said.", ["We will not leave here,"]),
        ("‘We will not leave here,’ she said.", ["We will not leave here,"]),
        ("The state stated that ‘’we will not leave here’’, as it did.", ["we will not leave here"]),
        ("''We will not leave here,'' she said.", ["We will not leave here,"]),
        ("Er sagte: „Wir gehen hier nicht weg“.", ["Wir gehen hier nicht weg"]),
        ("Il a dit : « Nous ne partirons pas ».", [" Nous ne partirons pas "]),
        ("”We will not leave here,” she said.", ["We will not leave here,"]),
        ("“We will not leave here today.“", ["We will not leave here today."]),
        ("In the '80s we didn't know Moscow's plans, nor did the '90s' leaders.", []),
        ("It isn't ISIS’ own video, nor the rebels' film.", []),
        ("He spoke of the “twins” in New York.", ["(twins)"]),
        ("She was on “Good Morning America” that day.", ["(Good Morning America)"]),
        ("Video Vows 'Blood Will Spill Like an Ocean'", ["Blood Will Spill Like an Ocean"]),
        (
            "“She told me ‘go away from here’ and left,” he said.",
            ["She told me ‘go away from here’ and left,"],
        ),
        ('A lone " mark in a long sentence of words.', []),
    ],
)
def test_marks_of_every_make_enclose_words(text: str, words: list[str]) -> None:
    assert said(text) == words


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = (
        "A second fighter warns: ‘This message is addressed to you.\n"
        "‘Remember this and everything else.\n"
        "“The state exists and it will exist.’\n"
        "The footage comes with subtitles."
    )
    found = quotations_in(text)
    assert [quotation.is_closed for quotation in found] == [False, False, True]
    assert speakers(text) == [("A second fighter", "warns")] * 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Soon the blood will spill," SITE reported.', ("SITE", "reported")),
        ('"Soon the blood will spill," said Maria van der Berg.', ("Maria van der Berg", "said")),
        ('"Soon the blood will spill," said the ministry.', ("the ministry", "said")),
        ('"Soon the blood will spill," according to Reuters.', ("Reuters", "according to")),
        ('Peter Smith, the mayor of Dover, said: "Soon the blood will spill."', ("Peter Smith", "said")),
        ('According to the report, "soon the blood will spill".', ("the report", "According to")),
        ('"Soon the blood will spill" is the sentence spoken in Russian.', None),
        ('On Monday he left. "Soon the blood will spill."', None),
    ],
)
def test_the_speaker_is_given_where_a_set_form_stands_beside_the_marks(
    text: str, speaker: tuple[str, str] | None
) -> None:
    assert speakers(text) == [speaker]


def test_the_second_half_of_a_split_quotation_has_the_same_speaker() -> None:
    assert speakers('"We know the way," Anna Lee said, "and we shall take it."') == [("Anna Lee", "said")] * 2


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ('"We know the way," Anna Lee said.', True),
        ('"We know the way," she said.', False),
        ('"We know the way," the minister said.', False),
        ('Anna Lee said: "We know the way."', True),
        ('Under President Lee called by some "a man of many ways".', False),
    ],
)
def test_only_a_name_that_opens_its_clause_is_a_named_speaker(text: str, is_named: bool) -> None:
    [found] = quotations_in(text)
    assert (found.attribution is not None and found.attribution.is_named) == is_named


def test_a_paragraph_of_nothing_but_quotation_marks_is_read_in_steps_that_grow_with_its_length() -> None:
    fewer, more = (
        steps(lambda text=text: quotations_in(text)) for text in ('"a b c d e" ' * n for n in (500, 2_000))
    )
    assert more < 5 * fewer  # four times the length; the square would be 16
