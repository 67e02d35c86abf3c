"""Which unseen signs a place calls for, and which are told, shown and refused."""

from __future__ import annotations

from unicodedata import category

import pytest

from builder.signs import unseen_kind
from builder.unseen import named_all, shown, stray_signs, without

ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"

NEEDED = {
    "a family joined into one emoji": "👨\u200d👩\u200d👧\u200d👦",
    "a heart in colour": "❤\ufe0f",
    "a heart in text": "❤\ufe0e",
    "a heart joined to fire": "❤\ufe0f\u200d🔥",
    "a skin tone before a joiner": "👩🏽\u200d🚒",
    "a keycap": "1\ufe0f\u20e3 #\ufe0f\u20e3",
    "a rainbow flag": "🏳\ufe0f\u200d🌈",
    "the flag of England": ENGLAND,
    "a flag of two letters": "🇩🇪",
    "a joiner inside a Persian word": "می\u200cخواهم",
    "a joiner behind a Persian abbreviation": "۱۳۹۰ ه\u200d.ش",
    "joiners in Devanagari": "क\u094d\u200dष क\u094d\u200cष",
    "a joiner in Malayalam": "ന\u0d4d\u200d",
    "a joiner in Sinhala": "ක\u0dca\u200dර",
    "a vowel set apart in Mongolian": "ᠬᠠᠷ\u180eᠠ",
    "a selector behind a Mongolian letter": "ᠭ\u180b",
    "a selector, then a vowel set apart": "ᠭ\u180b\u180eᠠ",
    "a variant of a Han character": "葛\U000e0100 城\ufe00",
    "two places of a full stop": "。\ufe00。\ufe01",
    "a zero with a stroke": "0\ufe00",
    "a mark of direction behind a Hebrew word": "שלום!\u200e (C++)",
    "a mark of direction before an Arabic word": "\u200fكتاب",
    "two Hebrew points kept in order": "לַ\u034fִ",
    "a syllable of old Korean without its first letter": "\u115fᅡ",
    "a syllable of old Korean without its vowel": "ᄀ\u1160",
    "a last letter alone": "\u115f\u1160ᆨ",
    "a syllable of old Korean in one standard's way": "\u3164ㄱㅏㄴ",
    "a space in Braille": "⠓⠊\u2800⠞⠕",
    "words parted in Thai": "สวัสดี\u200bครับ",
    "words parted in Khmer": "សួស្តី\u200bអ្នក",
}

STRAY = {
    "Jeru\u00adsalem": "soft hyphen",
    "Jeru\u180esalem": "zero-width character",
    "Jeru\u200bsalem": "zero-width character",
    "Jeru\u2060salem": "zero-width character",
    "Jeru\ufeffsalem": "zero-width character",
    "Jeru\u200csalem": "joiner",
    "Jeru\u200dsalem": "joiner",
    "😀\u200da": "joiner",
    "Jeru\u034fsalem": "grapheme joiner",
    "a\u0323\u034f\u0301": "grapheme joiner",
    "Post\u3164": "blank letter",
    "Post\u3164\u3164\u3164\u3164": "blank letter",
    "Post\uffa0": "blank letter",
    "Po\u115fst": "blank letter",
    "Po\u1160st": "blank letter",
    "\u115f\u1160": "blank letter",
    "Post\u2800": "blank letter",
    "ក\u17b4": "vowel that is not drawn",
    "ក\u17b5": "vowel that is not drawn",
    "Po\u206ast": "control that is no longer used",
    "Po\u206fst": "control that is no longer used",
    "Po\u200est": "bidirectional control",
    "Po\u061cst": "bidirectional control",
    "Po\u202est": "bidirectional control",
    "Po\u2066st": "bidirectional control",
    "Po\ufe0fst": "variation selector",
    "1\ufe0f": "variation selector",
    "Po\u180bst": "variation selector",
    "Po\U000e0100st": "variation selector",
    "Post\U000e0068\U000e0069": "tag character",
    "\U000e0001Post": "tag character",
    "🏴\U000e0067\U000e0062": "tag character",
    "😀\U000e0067\U000e0062\U000e0065\U000e007f": "tag character",
    "Po\x07st": "control character",
    "Po\u2028st": "line or paragraph separator",
    "Po\ufff9st": "character that is no text",
    "Po\U0001d173st": "character that is no text",
}


@pytest.mark.parametrize("text", NEEDED.values(), ids=NEEDED.keys())
def test_what_a_script_or_an_emoji_needs_is_not_stray(text: str) -> None:
    assert list(stray_signs(text)) == []
    assert any(unseen_kind(sign) for sign in text) or text == "🇩🇪"


@pytest.mark.parametrize(("text", "kind"), STRAY.items(), ids=[ascii(text) for text in STRAY])
def test_what_nothing_calls_for_is_stray_and_shown(text: str, kind: str) -> None:
    found = list(stray_signs(text))
    assert {unseen_kind(sign) for one in found for sign in one.signs} == {kind}
    assert all(text.startswith(one.signs, one.offset) for one in found)
    assert not any(unseen_kind(sign) for sign in shown(text))
    assert list(stray_signs(without(text, found))) == []


def test_words_hidden_in_selectors_behind_an_emoji_are_stray_but_for_the_first() -> None:
    hidden = "😀\ufe0f" + "".join(chr(0xE0100 + byte) for byte in b"hidden")
    assert [one.offset for one in stray_signs(hidden)] == [2, 3, 4, 5, 6, 7]


def test_signs_that_no_script_needs_are_one_step_however_many_stand_side_by_side() -> None:
    text = "a" + "\0\x01\xad" * 10_000 + "b\x7f"
    assert [(one.offset, len(one.signs)) for one in stray_signs(text)] == [(1, 30_000), (30_002, 1)]
    assert shown("a\0\x01\xadb", but="\xad") == "a␀␁\xadb"


def test_every_sign_that_unicode_calls_a_format_control_has_a_kind_or_is_drawn() -> None:
    drawn = [
        *range(0x600, 0x606),
        0x6DD,
        0x70F,
        0x890,
        0x891,
        0x8E2,
        0x110BD,
        0x110CD,
        *range(0x13430, 0x13439),
    ]
    controls = {point for point in range(0x110000) if category(chr(point)) in ("Cf", "Cc", "Cs")}
    assert {point for point in controls if not unseen_kind(chr(point))} == {*drawn, 0x09, 0x0A, 0x0D}


def test_a_blank_letter_leaves_a_space_and_any_other_sign_nothing() -> None:
    text = "Jeru\u00adsalem\u3164Post\u200b"
    found = list(stray_signs(text))
    assert without(text, found) == "Jerusalem Post"
    assert named_all(found) == "soft hyphen (U+00AD), hangul filler (U+3164), zero width space (U+200B)"
