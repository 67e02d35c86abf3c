"""Marks and quotes: found exactly, once, at whole words, and otherwise told with what differs."""

from hashlib import sha256

import pytest

from builder.load.circles import circles
from builder.load.differences import differences
from builder.load.nearest import nearest_passage
from builder.load.placing import Misplaced, place_words
from builder.load.wanted import Wording
from builder.matching import FoldedText
from builder.model.seedtext import SeedText
from builder.text import Span
from builder.yamltext import quoted

RAW = "The river rose. It will soonrise again, said Putin’s envoy; 1,000 left at 16:17.\nThe river fell. Sharm el-Sheikh"


def place(**wording: str) -> str:
    """The code of what is wrong, or the words that were found."""
    found = place_words(SeedText("seeds/a.txt", RAW, "", 0), Wording(**wording), whole_words=True)
    return found.code if isinstance(found, Misplaced) else found.of(RAW)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ({"quote": "river rose"}, "river rose"),
        ({"quote": "The river"}, "quote-not-unique"),
        ({"quote": "The river", "suffix": "fell"}, "The river"),
        ({"quote": "The river", "prefix": "16:17."}, "The river"),
        ({"quote": "river rose", "prefix": "A"}, "context-not-found"),
        ({"quote": "ver rose"}, "quote-cuts-word"),
        ({"quote": "soon"}, "quote-cuts-word"),
        ({"quote": "It "}, "quote-cuts-word"),
        ({"quote": " rose"}, "quote-cuts-word"),
        ({"quote": "said Putin"}, "said Putin"),
        ({"quote": "said Putin’"}, "quote-cuts-word"),
        ({"quote": "s envoy"}, "s envoy"),
        ({"quote": "’s envoy"}, "quote-cuts-word"),
        ({"quote": "1"}, "quote-cuts-word"),
        ({"quote": "000 left"}, "quote-cuts-word"),
        ({"quote": "1,000 left"}, "1,000 left"),
        ({"quote": "left at 16"}, "quote-cuts-word"),
        ({"quote": "left at 16:17"}, "left at 16:17"),
        ({"quote": "-Sheikh"}, "quote-cuts-word"),
        ({"quote": "Sheikh"}, "Sheikh"),
        ({"quote": "rivers rose"}, "quote-not-found"),
        ({"start": "The river fell", "end": "Sheikh"}, "The river fell. Sharm el-Sheikh"),
        ({"start": "The river", "end": "Sheikh"}, "quote-not-unique"),
        ({"start": "The river fell", "end": "rose"}, "quote-not-found"),
        ({"start": "The river fell", "end": "She"}, "quote-cuts-word"),
    ],
)
def test_words_are_found_exactly_once_and_whole_or_not_at_all(wording, expected):
    assert place(**wording) == expected


@pytest.mark.parametrize(
    ("written", "standing", "words"),
    [
        ("isn't", "isn’t", "’ for '"),
        ("a b", "a\u00a0b", "no-break space for space"),
        ("a b", "a\nb", "line break for space"),
        ("metres", "meters", "two letters swapped, `er` for `re`"),
        ("cat", "cut", "one letter, `u` for `a`"),
        ("the end", "the end.", "a full stop is missing"),
        ("the end.", "the end", "a full stop is too many"),
        ("clod", "cloud", "the letter `u` is missing"),
        ("clouds", "cloud", "the letter `s` is too many"),
        ("islamic", "Islamic", "capitals, `I` for `i`"),
        ("a b", "a\u200b b", "a zero width space (U+200B) is missing"),
    ],
)
def test_what_differs_is_said_in_words(written, standing, words):
    assert differences(written, standing) == words


def test_the_nearest_passage_is_found_through_several_differences():
    raw = (
        "Nothing here. " * 50
        + "In his “speech” he said the rivers will run with blood, soon. "
        + "Nothing. " * 50
    )
    near = nearest_passage(FoldedText(raw), 'he sayd the rivers wil run with "blood", soon')
    assert near is not None
    assert near.span.of(raw) == "he said the rivers will run with blood, soon"
    assert nearest_passage(FoldedText(raw), "entirely other words about a distant planet") is None


@pytest.mark.parametrize(
    "text", ["it’s", 'say "no"', "a\u00a0b", "back\\slash", "line\nbreak", "'\"", "\u202e😀"]
)
def test_a_proposed_text_reads_back_as_it_is(text):
    from builder.diagnostics import Problems
    from builder.load.nodes import plain
    from builder.load.yaml_reader import read_mapping

    node = read_mapping(f"quote: {quoted(text)}\n", "a.yaml", Problems())
    assert node is not None
    assert plain(node) == {"quote": text}


ARTICLE = "title: One\noutlet: news\npublished: 2025\n"


def with_text(raw: str) -> dict[str, str]:
    digest = sha256(raw.encode()).hexdigest()
    return {
        "content/articles/one.yaml": f"{ARTICLE}text: {{file: seeds/a.txt, sha256: {digest}}}\n",
        "seeds/a.txt": raw,
    }


def claim(appearance: str) -> str:
    return f"statement: S\nkind: event\nappearances:\n  - {{article: one, stance: asserts, {appearance}}}\n"


def test_a_repaired_space_makes_a_boundary_and_the_quote_stays_as_in_the_seed(load, told):
    files = with_text("It will soonperform a play.")
    files["content/articles/one.yaml"] += (
        "marks:\n  - {kind: lost-space, quote: soonperform, read: soon perform}\n"
    )
    loaded = load({**files, "content/claims/c.yaml": claim("quote: perform a play")})
    assert told(loaded) == []
    assert loaded.library.quote("claim", "c", "appearances", 0).span == Span(12, 26)


@pytest.mark.parametrize(
    "negation", ["not", "Nobody", "never", "didn't", "didn’t", "didnʼt", "WASN'T", "cannot", "hardly"]
)
def test_a_negation_beside_the_quote_in_its_sentence_is_told(load, told, negation):
    raw = f"Officials {negation} say that it rose. It {negation} fell."
    loaded = load({**with_text(raw), "content/claims/c.yaml": claim("quote: it rose")})
    assert told(loaded) == ["content/claims/c.yaml:4:44 quote-cuts-negation"]
    calm = "Officials noted, in knots of cannons, that it rose. It did not fall."
    assert told(load({**with_text(calm), "content/claims/c.yaml": claim("quote: it rose")})) == []


@pytest.mark.parametrize("kind", ["related", "credit"])
def test_a_negation_that_a_mark_takes_out_of_the_sentence_is_none(load, told, kind):
    files = with_text("The rain, read also why it did not last, let the river rise.")
    files["content/claims/c.yaml"] = claim("quote: let the river rise")
    assert told(load(files)) == ["content/claims/c.yaml:4:44 quote-cuts-negation"]
    files["content/articles/one.yaml"] += f"marks: [{{kind: {kind}, quote: read also why it did not last}}]\n"
    assert told(load(files)) == []


def test_a_hedge_may_stand_in_the_sentence_beside_the_quote(load, told):
    files = with_text("Allegedly it rose by two metres. It fell.")
    loaded = load({**files, "content/claims/c.yaml": claim("quote: it rose by two metres, hedge: Allegedly")})
    assert told(loaded) == []
    assert loaded.library.quote("claim", "c", "appearances", 0, "hedge").span == Span(0, 9)
    assert told(load({**files, "content/claims/c.yaml": claim("quote: It fell, hedge: Allegedly")})) == [
        "content/claims/c.yaml:4:60 hedge-not-found"
    ]


def test_an_article_without_text_needs_somebody_who_compared_the_words(load, told):
    checked = "checked: {by: A, date: 2025}"
    loaded = load({"content/claims/c.yaml": claim(f"quote: it rose, {checked}")})
    assert told(loaded) == []
    assert loaded.library.quote("claim", "c", "appearances", 0).span is None
    assert told(load({"content/claims/c.yaml": claim("quote: it rose")})) == [
        "content/claims/c.yaml:4:44 quote-not-checked"
    ]


def test_every_kind_of_quote_is_verified_and_kept_under_its_key(load, told):
    files = with_text("Headline here\nOn Monday, said the agency, it rose. Not the river Rose.")
    files["content/articles/one.yaml"] = files["content/articles/one.yaml"].replace("published: 2025", "") + (
        "headline: Headline here\npublished: {edtf: 2025, cue: On Monday}\n"
        "origins:\n  - relation: quotes\n    of: {what: Wire}\n    cue: said the agency\n"
        "    covers: {start: On Monday, end: it rose}\n    date: {edtf: 2025, cue: Monday}\n"
        "    origins:\n      - {relation: reports, of: {what: W}, cue: the agency}\n"
    )
    files["content/events/e.yaml"] = "title: E\ndate: {edtf: 2025, cue: {article: one, quote: Monday}}\n"
    files["content/entities/r.yaml"] = "name: R\nkind: place\nnot: [{article: one, quote: the river Rose}]\n"
    loaded = load(files)
    assert told(loaded) == []
    assert sorted((key.kind, *key.path) for key in loaded.library.quotes) == [
        ("article", "headline"),
        ("article", "origins", 0, "covers"),
        ("article", "origins", 0, "cue"),
        ("article", "origins", 0, "date", "cue"),
        ("article", "origins", 0, "origins", 0, "cue"),
        ("article", "published", "cue"),
        ("entity", "not", 0),
        ("event", "date", "cue"),
    ]


def test_each_circle_is_found_once_from_its_first_name_on():
    steps = {"c": ("a",), "a": ("b",), "b": ("c",), "d": ("d",), "e": ("a",), "f": ("g",)}
    assert circles(steps) == [("a", "b", "c"), ("d",)]
    assert circles({str(n): (str(n + 1),) for n in range(50_000)}) == []
