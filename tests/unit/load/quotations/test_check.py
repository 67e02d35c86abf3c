"""Quotations in editors' prose against a small dossier: what passes, what is refused, and how it is told."""

from hashlib import sha256

import pytest

TEXT = "The river rose by two metres on Tuesday. “We were warned too late,” the mayor said.\n"
OTHER = "The fire service spoke of 500 people. “Nobody is missing,” it said.\n"


def seed(path: str, text: str) -> str:
    return f"text: {{file: {path}, sha256: {sha256(text.encode()).hexdigest()}}}\n"


ONE = f"title: Water in the town\noutlet: news\npublished: 2025\nsiglum: P-1\n{seed('seeds/a.txt', TEXT)}"
TWO = f"title: After the flood\noutlet: radio\npublished: 2025\n{seed('seeds/b.txt', OTHER)}"
DOSSIER = {
    "content/outlets/radio.yaml": "name: Radio Valley\n",
    "content/articles/one.yaml": ONE,
    "content/articles/two.yaml": TWO,
    "content/entities/mayor.yaml": "name: Jane “Jay” Miller\nkind: person\naliases: [the Iron Mayor]\n",
    "seeds/a.txt": TEXT,
    "seeds/b.txt": OTHER,
}


@pytest.fixture
def problems(load):
    """Gives what is told of a topic with this description and these further lines: `line:column code`."""

    def told(description: str, lines: str = "", **more: str):
        topic = f"name: Flood\ndescription: |-\n  {description}\n{lines}"
        found = load({**DOSSIER, "content/topics/flood.yaml": topic, **more}).settled()
        return [(f"{one.span.line}:{one.span.column} {one.code}", one) for one in found]

    return told


@pytest.fixture
def codes(problems):
    return lambda *args, **more: [place for place, _ in problems(*args, **more)]


@pytest.mark.parametrize(
    "description",
    [
        "It “rose by two metres”, and they were ‘warned too late’.",
        "“The river rose […] on Tuesday”, says the text, 'two metres'.",
        "«We were warned», she said, „too late“.",
        "It calls *“the river”* [“two metres”](article:one) high.",
        "Known as “the Iron Mayor”, never as *so-called* mayor; see “Water in the town” and “After the flood”.",
        "Its reading is “one article”, its cell “not read for this claim”, the code “`siglum`”.",
        "Radio Valley has “nobody is missing”.",
        'A 12" gauge, James’ boat and the people’s ’94 flood.',
    ],
)
def test_words_of_a_text_names_titles_and_terms_of_ours_may_stand_in_marks(codes, description):
    assert codes(description) == []


@pytest.mark.parametrize(
    ("description", "column"),
    [
        ("It “rose by three metres” at night.", 6),
        ("It says 'warned by nobody', she added.", 11),
        ("A [link](article:one) and *«jamais dit»* too.", 30),
        ("The sign &quot;go home&quot; stood there.", 12),
        ("A list of „Worten, die niemand sagte“ here.", 13),
        ("See “Water in the towns” for more.", 7),
    ],
)
def test_other_words_in_marks_are_refused_at_their_opening_mark(codes, description, column):
    assert codes(description) == [f"3:{column} unverified-quotation"]


def test_a_near_miss_names_the_passage_what_differs_and_what_to_write(problems):
    ((_, told),) = problems("It “rose by two meters on Tuesday”.")
    assert told.message == (
        "these words stand in no text of the dossier; the nearest passage is “rose by two metres on Tuesday” at "
        "seeds/a.txt:1:11, which differs: two letters swapped, `re` for `er`"
    )
    assert told.hint.startswith(
        "write “rose by two metres on Tuesday” as the text has it, or say under `quoted`"
    )
    assert [(one.span.path, one.span.line, one.span.column) for one in told.related] == [
        ("seeds/a.txt", 1, 11)
    ]


def test_of_very_many_the_first_have_the_nearest_passage_and_all_are_told(problems):
    found = problems(" ".join(f"“rose by {number} metres”" for number in range(400)))
    nearest = ["nearest passage" in told.message for _, told in found]
    assert nearest == [True] * 300 + [False] * 100


def test_the_printed_fix_passes(problems, codes):
    ((_, told),) = problems("It “rose by two meters on Tuesday”.")
    words = told.hint.removeprefix("write ").partition(" as the text")[0]
    assert codes(f"It {words}.") == []
    ((_, told),) = problems("He “swam to the moon and back again”.")
    assert told.hint.startswith("write them without quotation marks, *in emphasis*")
    assert codes("He *swam to the moon and back again*.") == []


def test_declared_words_from_outside_pass_in_their_own_record_only(codes):
    declared = "quoted: [{exact: we saw it coming for years, from: {publisher: The Echo, date: 2025-05}}]\n"
    assert codes("The Echo wrote “saw it coming”.", declared) == []
    other = "name: Other\ndescription: The Echo wrote “saw it coming”.\n"
    assert codes("The Echo wrote “saw it coming”.", declared, **{"content/topics/other.yaml": other}) == [
        "2:29 unverified-quotation"
    ]


def test_words_declared_from_an_article_must_stand_in_it(codes):
    right = "quoted: [{exact: nobody is missing, from: {article: two}}]\n"
    wrong = "quoted: [{exact: nobody is missed, from: {article: two}}]\n"
    assert codes("They say “nobody is missing”.", right) == []
    assert codes("They say “nobody is missed”.", wrong) == ["4:18 quote-not-found"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("quoted: [{exact: never quoted, from: {publisher: The Echo, date: 2025}}]\n", "quoted-unused"),
        ("quoted: [{exact: rose by two metres, from: {publisher: The Echo}}]\n", "bad-quoted-from"),
        (
            "quoted: [{exact: rose by two metres, from: {article: one, publisher: The Echo}}]\n",
            "bad-quoted-from",
        ),
        ("quoted: [{exact: rose by two metres, from: {what: A leaflet}}]\n", "bad-quoted-from"),
        ("quoted: [{exact: rose by two metres, from: {outlet: nowhere, date: 2025}}]\n", "unknown-id"),
    ],
)
def test_a_declaration_is_complete_and_of_use(codes, lines, code):
    assert [place.partition(" ")[2] for place in codes("It “rose by two metres”.", lines)] == [code]


@pytest.mark.parametrize(
    "sentence",
    [
        "P-1 has “nobody is missing”.",
        "After the flood the water “rose by two metres”.",
        "Radio Valley says that it “rose by two metres”.",
        "The [second text](article:two) says “rose by two metres”.",
        "In [[article:two]] it “rose by two metres”.",
    ],
)
def test_a_sentence_that_names_one_text_and_quotes_another_is_told(codes, sentence):
    assert [place.partition(" ")[2] for place in codes(sentence)] == ["quotation-elsewhere"]


def test_a_sentence_that_names_the_right_text_several_or_none_is_fine(codes):
    assert codes("P-1 says “two metres”. It was “nobody is missing” elsewhere.") == []
    assert codes("Radio Valley and P-1 have “two metres” and “nobody is missing”.") == []


def test_the_answer_to_a_warning_is_heard(codes):
    answer = "acknowledge: [{code: quotation-elsewhere, reason: It repeats the other}]\n"
    assert codes("P-1 has “nobody is missing”.", answer) == []


def test_a_lone_mark_that_begins_a_quotation_stops_the_build_and_another_does_not(problems):
    ((place, told),) = problems("She said: “We knew nothing. And so on.")
    assert (place, str(told.severity)) == ("3:13 unpaired-quotation-mark", "error")
    ((place, told),) = problems("And so on” it went.")
    assert (place, str(told.severity)) == ("3:12 unpaired-quotation-mark", "warning")


def test_a_quotation_over_two_paragraphs_opens_anew_and_closes_once(codes):
    assert codes("“The river rose.\n\n  “We were warned”, she said.") == []
    assert codes("“The river sank.\n\n  “We were warned”, she said.") == ["3:3 unverified-quotation"]


def test_words_are_judged_once_what_they_stand_in_can_be_read(load, told):
    """A changed text, a broken record and a refused quote are told themselves; quotations of them are not."""
    claim = (
        "statement: S\nkind: detail\nexplanation: It has “the moon was blue” twice.\n"
        "appearances: [{article: one, stance: asserts, quote: the moon was blue that night}]\n"
    )
    found = load(
        {
            **DOSSIER,
            "seeds/b.txt": OTHER.replace("Nobody", "No child"),
            "content/claims/moon.yaml": claim,
            "content/entities/bridge.yaml": "name: Old Bridge Guild\nkind: nothing\n",
            "content/topics/flood.yaml": (
                "name: Flood\ndescription: “No child is missing”, “Old Bridge Guild”, “invented words”\n"
            ),
        }
    )
    assert [place.partition(" ")[2] for place in told(found) if "not-coded" not in place] == [
        "seed-changed",
        "quote-not-found",
        "unknown-choice",
        "unverified-quotation",
    ]


def test_a_record_with_another_mistake_is_told_of_its_quotations_too(codes):
    assert codes("It “was never said”.", "part_of: mayor\n") == [
        "3:6 unverified-quotation",
        "4:1 unknown-field",
    ]


def test_the_place_is_right_however_yaml_is_written(load, told):
    written = {
        'description: "He \\"lied\\" and \\u201cnever said it\\u201d"': [18, 31],
        "description: 'It''s ''never'' “said so”'": [21, 31],
        "description: It is “never said”\n  and\n  “not so”": [20, 3],
        "description: >-\n  One\n  two “three four”": [7],
    }
    for lines, columns in written.items():
        found = load({"content/topics/flood.yaml": f"name: Flood\n{lines}\n"})
        places = [one.span.column for one in found.settled()]
        assert places == columns, lines


def test_words_of_an_outside_source_a_rating_and_an_answer_may_be_quoted_beside_them(load, told):
    outlet = (
        "name: News\nresponse: {text: We stand by “every word” of it.}\n"
        "description: It answered that it stands by “every word”, which a monitor calls “mostly fine”.\n"
        "assessments: [{scale: monitor, rating: Mostly fine, by: M, date: 2025, basis: See its list,"
        " source: {publisher: M, title: The list, date: 2025}}]\n"
    )
    assert told(load({"content/outlets/news.yaml": outlet})) == []


def test_a_title_of_a_text_that_is_not_kept_may_quote(load, told):
    assert (
        told(load({"content/articles/one.yaml": "title: “We knew”\noutlet: news\npublished: 2025\n"})) == []
    )
