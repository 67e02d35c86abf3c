"""What editors type matches what stands in the text in whatever form of Unicode, and is kept as it stands there."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

import pytest

from builder.analysis.findings import Known
from builder.analysis.naming import find_names
from builder.load.differences import alike_places, differences
from builder.load.placing import Misplaced, place_words
from builder.load.wanted import Wording
from builder.model.seedtext import SeedText
from builder.text import Span

RECORD = "title: One\noutlet: news\npublished: 2025\n"


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def dossier(raw: str, lines: str = "", **others: str) -> dict[str, str]:
    digest = sha256(raw.encode()).hexdigest()
    article = RECORD if "published:" not in lines else RECORD.replace("published: 2025\n", "")
    return {
        "content/articles/one.yaml": f"{article}text: {{file: seeds/a.txt, sha256: {digest}}}\n{lines}",
        "seeds/a.txt": raw,
        **{f"content/{name.replace('__', '/')}.yaml": text for name, text in others.items()},
    }


def claim(appearance: str) -> str:
    return f"statement: S\nkind: event\nappearances:\n  - {{article: one, stance: asserts, {appearance}}}\n"


def errors(loaded) -> list[str]:
    return [one.code for one in loaded.settled() if one.severity == "error"]


TYPED = [
    nfd("Après l’été, prétendument, le café Müller a fermé."),
    "Après l’é\u00adté, pré\u200btendu\u00adment, le café Mül\u00adler a fermé.",
    "Après\u00a0l’été, prétendument, le\u202fcafé Müller a fermé.",
]


@pytest.mark.parametrize("raw", TYPED)
def test_every_kind_of_quote_is_found_across_forms_and_kept_as_it_stands(load, raw):
    lines = (
        "headline: Après l’été\npublished: {edtf: 2025, cue: l’été}\n"
        "origins:\n  - relation: quotes\n    of: {what: Wire}\n    cue: le café Müller\n"
        "    covers: {start: Après, end: fermé}\n"
        "marks:\n  - {kind: sic, quote: café Müller}\n  - {kind: remark, start: Après, end: l’été}\n"
    )
    entity = "name: R\nkind: place\nnot: [{article: one, quote: café Müller}]\n"
    appearance = claim("quote: le café Müller a fermé, prefix: 'prétendument,', hedge: prétendument")
    loaded = load(dossier(raw, lines, claims__c=appearance, entities__r=entity))
    assert errors(loaded) == []
    for quote in loaded.library.quotes.values():
        assert quote.exact == quote.span.of(raw)
    assert (
        loaded.library.quote("claim", "c", "appearances", 0)
        .span.of(raw)
        .endswith(raw[raw.index("ferm") : -1])
    )
    assert loaded.library.texts["one"].marks[0].span.of(raw).startswith("Apr")


@pytest.mark.parametrize(
    ("raw", "name", "places"),
    [
        (nfd("The Café Müller was closed. Café Müller opened."), "Café Müller", 2),
        ("The Café Müller was closed.", nfd("Café Müller"), 1),
        ("The Mül\u00adler Café and Müller\u200b Café", "Müller Café", 2),
        ("The O\ufb03ce of Works", "Office of Works", 1),
        (nfd("서울시는 말했다"), "서울시는", 1),
        ("The Cafe Müller", "Café Müller", 0),
        (nfd("The Café Müller"), "Cafe Müller", 0),
        (nfd("Müllerér"), "Müller", 0),
    ],
)
def test_names_are_found_across_forms(load, raw, name, places):
    library = load(dossier(raw, entities__cafe=f"name: {name}\nkind: organisation\n")).library
    names, _ = find_names(library, Known())
    mentions = names["one"].mentions if names else ()
    assert len(mentions) == places
    for mention in mentions:
        assert unicodedata.normalize("NFC", mention.span.of(raw))[0] == unicodedata.normalize("NFC", name)[0]


def test_an_alias_that_minds_capitals_minds_them_across_forms(load):
    raw = nfd("ÉTÉ was there, été was not.")
    entity = "name: Other\nkind: organisation\naliases: [{text: ÉTÉ, case: exact}]\n"
    names, _ = find_names(load(dossier(raw, entities__e=entity)).library, Known())
    assert [mention.span.of(raw) for mention in names["one"].mentions] == [nfd("ÉTÉ")]


def test_a_place_that_has_the_very_signs_comes_before_others():
    raw = "The\u00a0river rose. The river rose."
    text = SeedText("seeds/a.txt", raw, "", 0)
    assert place_words(text, Wording("The river rose"), whole_words=True) == Span(16, 30)
    assert place_words(text, Wording("The\u00a0river rose"), whole_words=True) == Span(0, 14)


@pytest.mark.parametrize(
    ("raw", "quote"),
    [
        (nfd("The café"), "The cafe"),
        ("за\u0301мок стоит", "за"),
        ("evacu\u00adation now", "ation now"),
        ("evacu\u200bation now", "evacu"),
        ("ते कि\u0924ाब", "ते क"),
        ("the o\ufb03ce", "the of"),
    ],
)
def test_no_quote_ends_between_a_letter_and_what_belongs_to_it(raw, quote):
    found = place_words(SeedText("seeds/a.txt", raw, "", 0), Wording(quote), whole_words=True)
    assert isinstance(found, Misplaced)


def test_a_repair_in_another_form_than_the_text_shows_the_signs_of_the_text(load):
    raw = nfd("Il a dit queété viendra.")
    lines = "marks:\n  - {kind: lost-space, quote: queété, read: que été}\n"
    loaded = load(dossier(raw, lines))
    assert errors(loaded) == []
    assert loaded.library.texts["one"].clean.text == nfd("Il a dit que été viendra.")


@pytest.mark.parametrize(
    ("written", "standing", "words"),
    [
        ("café", nfd("café"), "e\u0301 is one sign (U+00E9) here, two (U+0065 U+0301) in the text"),
        (nfd("café"), "café", "é is two (U+0065 U+0301) here, one sign (U+00E9) in the text"),
        ("paper", "p\u0430per", "\u0430 (U+0430, Cyrillic) for a (U+0061, Latin)"),
        ("Οil", "Oil", "O (U+004F, Latin) for Ο (U+039F, Greek)"),
        ("so-called", "so\u2011called", "\u2011 (U+2011) for - (U+002D)"),
        ("it’s", "itʼs", "ʼ (U+02BC) for ’ (U+2019)"),
        ("cafe", "café", "one letter, `é` for `e`"),
        ("the end", "the\u00a0end", "no-break space for space"),
    ],
)
def test_signs_that_look_alike_are_told_apart_by_their_code_points(written, standing, words):
    assert differences(written, standing) == words


def test_the_fix_for_a_sign_that_looks_like_another_is_written_as_an_escape(load, told):
    raw = "The p\u0430per said that the café was shut."
    [problem] = load(dossier(raw, claims__c=claim("quote: The paper said that the café was shut"))).settled()
    assert "U+0430" in problem.message
    assert "U+0061" in problem.message
    assert "\\u0430" in problem.hint
    fixed = problem.hint.removeprefix("write ")
    assert told(load(dossier(raw, claims__c=claim(f"quote: {fixed}")))) == []


def test_forms_that_match_are_no_part_of_what_differs(load, told):
    raw = nfd("The café was under water.")
    [problem] = load(dossier(raw, claims__c=claim("quote: The café is under water"))).settled()
    assert problem.message.endswith("differ: `wa` for i")
    assert "cafe\\u0301" in problem.hint
    fixed = problem.hint.removeprefix("write ")
    assert told(load(dossier(raw, claims__c=claim(f"quote: {fixed}")))) == []


def test_signs_that_look_alike_are_found_at_their_places():
    assert alike_places("p\u0430per", "paper") == {1}
    assert alike_places("paper", "piper") == set()
