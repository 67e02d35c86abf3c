"""Quotes, marks and warnings run across the line ends of a wrapped text."""

from hashlib import sha256

import pytest

from builder.text import Span

WIRE = (
    "Third report\n\nThe mayor did not say on Wednesday that more\nthan five hundred people left their homes\n"
    "when the river came over its banks. He was\nasked twice by reporters of the Fire\nService Gazette.\n"
)
PAGES = (
    "The mayor did not say on Wednesday that more\n\n- 3 -\n\n\x0cthan five hundred people left their homes.\n\n"
    "The evacua-\ntion took six hours.\n"
)
FOLD = '  - {kind: widget, quote: "- 3 -"}\n'
CUT = '  - {kind: joined, quote: "evacua-\\ntion", read: evacuation}\n'


def dossier(raw, quote="", marks="", more=""):
    digest = sha256(raw.encode()).hexdigest()
    files = {
        "content/articles/one.yaml": (
            "title: One\noutlet: news\npublished: 2025\n"
            f"text: {{file: seeds/a.txt, sha256: {digest}}}\n{more}" + (f"marks:\n{marks}" if marks else "")
        ),
        "seeds/a.txt": raw,
    }
    if quote:
        files["content/claims/c.yaml"] = (
            "statement: S\nkind: event\nappearances:\n"
            f"  - {{article: one, stance: asserts, quote: {quote}}}\n"
        )
    return files


@pytest.fixture
def told(told):
    """Every problem but the warning that each quote beside a negation gives."""
    return lambda loaded: [each for each in told(loaded) if not each.endswith("quote-cuts-negation")]


def quote_in(loaded):
    return loaded.library.quote("claim", "c", "appearances", 0)


def test_a_negation_on_the_line_before_is_told(load):
    loaded = load(dossier(WIRE, "people left their homes"))
    assert [each.code for each in loaded.settled()] == ["quote-cuts-negation"]
    text = loaded.library.texts["one"]
    assert text.sentence_around(quote_in(loaded).span).of(WIRE).startswith("The mayor did not say")
    assert [each.number for each in text.paragraphs] == [1, 2]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n   ", " \n"])
def test_a_quote_is_typed_with_a_space_and_kept_as_the_text_has_it(load, told, end):
    raw = WIRE.replace("more\n", f"more{end}")
    loaded = load(dossier(raw, "more than five hundred"))
    assert told(loaded) == []
    assert quote_in(loaded).exact == f"more{end}than five hundred"
    assert quote_in(loaded).exact == quote_in(loaded).span.of(raw)
    assert quote_in(loaded).words == "more than five hundred"


def test_a_quote_may_be_typed_with_the_line_end_it_has(load, told):
    loaded = load(dossier(WIRE, '"more\\nthan five"'))
    assert told(loaded) == []
    assert quote_in(loaded).words == "more than five"


def test_a_space_is_no_line_end_that_parts_paragraphs(load, told):
    loaded = load(dossier("The river rose.\nThe river fell.\n", "rose. The river"))
    assert told(loaded) == ["content/claims/c.yaml:4:44 quote-not-found"]


def test_a_quote_goes_on_behind_a_folded_page_number(load, told):
    loaded = load(dossier(PAGES, "more than five hundred people", FOLD))
    assert told(loaded) == []
    assert quote_in(loaded).exact == "more\n\n- 3 -\n\n\x0cthan five hundred people"
    assert quote_in(loaded).words == "more than five hundred people"
    text = loaded.library.texts["one"]
    assert text.sentence_around(quote_in(loaded).span).of(PAGES).startswith("The mayor did not say")


@pytest.mark.parametrize("quote", ['"3"', '"- 3 - than five"', '"more\\n\\n- 3 -"'])
def test_a_quote_that_stands_begins_or_ends_in_a_fold_is_an_error(load, told, quote):
    assert told(load(dossier(PAGES, quote, FOLD))) == ["content/claims/c.yaml:4:44 quote-in-fold"]


def test_words_of_a_running_head_are_folded_and_a_quote_goes_on_behind_them(load, told):
    raw = PAGES.replace("- 3 -", "THE MORNING POST, 13 May 2026")
    fold = '  - {kind: widget, quote: "THE MORNING POST, 13 May 2026"}\n'
    loaded = load(dossier(raw, "more than five hundred people", fold))
    assert told(loaded) == []
    assert [each.number for each in loaded.library.texts["one"].paragraphs] == [1, 4]


@pytest.mark.parametrize("typed", ['"evacua-\\ntion"', "evacua- tion"])
def test_a_word_cut_at_a_line_end_is_joined(load, told, typed):
    marks = CUT.replace('"evacua-\\ntion"', typed)
    for quote in ("The evacuation took six hours", '"The evacua-\\ntion took six hours"'):
        loaded = load(dossier(PAGES, quote, marks))
        assert told(loaded) == []
        assert quote_in(loaded).exact == "The evacua-\ntion took six hours"
        assert quote_in(loaded).words == "The evacuation took six hours"
        assert "The evacuation took six hours." in loaded.library.texts["one"].clean.text


@pytest.mark.parametrize(
    ("mark", "is_right"),
    [
        ('{kind: joined, quote: "evacua-\\ntion", read: evacuation}', True),
        ('{kind: joined, quote: "evacua-\\ntion", read: evacua-tion}', True),
        ('{kind: joined, quote: "evacua-\\ntion", read: evacuations}', False),
        ('{kind: lost-space, quote: "evacua-\\ntion", read: evacuation}', False),
        ('{kind: joined, quote: "evacua-\\ntion"}', False),
    ],
)
def test_joined_may_leave_out_the_hyphen_at_the_line_end_and_no_letter(load, told, mark, is_right):
    codes = [each.rpartition(" ")[2] for each in told(load(dossier(PAGES, "", f"  - {mark}\n")))]
    assert codes == ([] if is_right else ["bad-repair"])


def test_a_hyphen_inside_a_line_is_no_cut(load, told):
    files = dossier(
        "A well-known engineer came.", "", "  - {kind: joined, quote: well-known, read: wellknown}\n"
    )
    assert [each.rpartition(" ")[2] for each in told(load(files))] == ["bad-repair"]


def test_a_joined_mark_joins_lines_that_the_text_parts_and_renumbers_nothing(load, told):
    raw = "The evacua\ntion took six hours.\nNobody was hurt.\n"
    mark = '  - {kind: joined, quote: "evacua\\ntion", read: evacuation}\n'
    text = load(dossier(raw, "", mark)).library.texts["one"]
    assert [(each.number, each.span.of(raw)) for each in text.paragraphs] == [
        (1, "The evacua\ntion took six hours."),
        (3, "Nobody was hurt."),
    ]


def test_an_editor_says_what_line_ends_are(load, told):
    raw = "The river rose\nand fell."
    assert told(load(dossier(raw, "rose and"))) == ["content/claims/c.yaml:4:44 quote-not-found"]
    wrapped = load(dossier(raw, "rose and", more="lines: wrapped\n"))
    assert told(wrapped) == []
    assert quote_in(wrapped).span == Span(10, 18)
    parted = load(dossier(WIRE, more="lines: paragraphs\n"))
    assert len(parted.library.texts["one"].paragraphs) == 6


def test_line_ends_are_wrapped_or_paragraphs_and_nothing_else(load, told):
    loaded = load(dossier(WIRE, more="lines: lines\n"))
    assert told(loaded) == ["content/articles/one.yaml:5:8 unknown-choice"]


def test_words_of_a_script_without_spaces_join_without_one(load, told):
    raw = "市长星期三没有说有五百多人在河水漫过堤岸时离\n开了家园。消防部门一直数到半夜，并向市政府要\n求派船。\n"
    loaded = load(dossier(raw, "离开了家园"))
    assert told(loaded) == []
    assert quote_in(loaded).exact == "离\n开了家园"
    assert quote_in(loaded).words == "离开了家园"
