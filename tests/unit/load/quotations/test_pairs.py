"""Which words of prose stand between quotation marks, in the customs of many languages, and what only looks so."""

import pytest

from builder.load.quotations.pairs import begins_quotation, pairs_of


def quoted(text: str) -> list[str]:
    """The words between marks, by the likeliest end of each."""
    return [one.words(one.ends[0]).of(text) for one in pairs_of(text).quotations]


def unpaired(text: str) -> list[int]:
    return [mark.start for mark in pairs_of(text).unpaired]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "yes" and “no” and ‘perhaps’.', ["yes", "no", "perhaps"]),
        ("She said 'yes' and ‛no’.", ["yes", "no"]),
        ("„Ja“, »nein«, ›doch‹ und ‚kaum‘", ["Ja", "nein", "doch", "kaum"]),
        ("„Tak” i „nie”", ["Tak", "nie"]),
        ("« oui », «non», ‹ peut-être ›", [" oui ", "non", " peut-être "]),
        ("”Ja”, »nej» och ’kanske’", ["Ja", "nej", "kanske"]),
        ("「是」『否』〝甲〞《书》＂乙＂｢半｣〈三〉", ["是", "否", "甲", "书", "乙", "半", "三"]),
        ('他说"是"了', ["是"]),
        ('אמר "כן" ו"לא" ברור, צה"ל', ["כן", "לא"]),
        ("``old'' and ''doubled'' and ,,low''", ["old", "doubled", "low"]),
        ("‘’khalifat’’", ["khalifat"]),
        ('il dit " bonjour " et', [" bonjour "]),
        ('said:"yes",then (“no”) and—“never”', ["yes", "no", "never"]),
        ("“Yes,” he said, “no.”", ["Yes,", "no."]),
        ("“He said ‘no’ to «me»”", ["He said ‘no’ to «me»"]),
        ("‘He said “no” to me’", ["He said “no” to me"]),
        ('"He said "no" to me"', ['He said "no" to me']),
        ("„Er sagte »nein« und “no” dazu“", ["Er sagte »nein« und “no” dazu"]),
        ("the 'A' and the 'B'", ["A", "B"]),
        ("'Tis the season', he said", ["Tis the season"]),
        ("‘I did it’, ‘a lie’, 'é vero', 'e poi'", ["I did it", "a lie", "é vero", "e poi"]),
        ("at \"https://example.org/'a'\"", ["https://example.org/'a'"]),
        ('born in "2015" or "in 2016" and then "later"', ["2015", "in 2016", "later"]),
    ],
)
def test_words_between_marks_of_every_custom_are_found(text, words):
    assert quoted(text) == words
    assert not unpaired(text)


@pytest.mark.parametrize(
    "text",
    [
        "don't, O’Neill, l'eau, dell’acqua, Rock ’n’ roll, fish 'n' chips",
        "in ’94, the '80s, ’tis James’, 'twas the boys' home, 's avonds",
        "5' 10\", 6'2\", a 12\" gun and a 7″ one, 30° 15' 20\" N",
        "the rebels' own, the parents’ and the children’s",
        "J.'s report, the O' and the singin' of the girls'",
        "a code `it's` and the boys' home",
        "see https://example.org/'it-is' and the boys' home at http://example.org/o'neill/.",
        "ארה\"ב וצה\"ל",
        "",
    ],
)  # fmt: skip
def test_apostrophes_measures_and_shortened_words_are_no_quotations(text):
    assert quoted(text) == []
    assert not unpaired(text)


def test_a_mark_that_may_be_an_apostrophe_or_inches_leaves_both_ends_open():
    texts = ("'the boys' home' and", '"a 12" gun" and', "a 'so-called' rebel, the rebels' home")
    ends = [
        [one.words(end).of(text) for end in one.ends] for text in texts for one in pairs_of(text).quotations
    ]
    assert ends == [
        ["the boys' home", "the boys"],
        ['a 12" gun', "a 12"],
        ["so-called' rebel, the rebels", "so-called"],
    ]


@pytest.mark.parametrize(
    ("text", "at", "rest"),
    [
        ("“never closed at all", 0, []),
        ('the "first and the "second" thing', 4, ["second"]),
        ("and « never closed", 4, []),
        ("closed only”", 11, []),
        ("„offen und »zu« dann", 0, ["zu"]),
        ("‘never closed", 0, []),
    ],
)
def test_a_mark_without_a_partner_is_named_and_hides_no_other(text, at, rest):
    assert unpaired(text) == [at]
    assert quoted(text) == rest


def test_a_quotation_that_runs_on_in_the_next_block_ends_with_its_own():
    text = "He wrote: “This is long."
    assert not pairs_of(text, goes_on=True).unpaired
    assert [one.words(one.ends[0]).of(text) for one in pairs_of(text, goes_on=True).quotations] == [
        "This is long."
    ]


def test_a_lone_mark_begins_a_quotation_only_where_words_follow_it():
    beginning = {text: begins_quotation(text, pairs_of(text).unpaired[0]) for text in LONE}
    assert beginning == LONE


LONE = {"he said: “we did it": True, "an odd mark”": False, 'x="y': False, "‘Abd al-Malik": False, "«": False}


def test_a_hundred_thousand_marks_are_paired_in_one_pass():
    for sign in ('"', "'", "“", "'a ", ' "a', "«»", "''", "\"' "):
        pairs_of(sign * 20_000)
