"""Signs that nobody sees: refused in names and titles with a fix that passes, told of once in texts."""

from __future__ import annotations

from hashlib import sha256

import pytest

from builder.yamltext import quoted

HEAD = "outlet: news\npublished: 2025\n"
ARTICLE = "content/articles/one.yaml"
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
FIELDS = {
    "the dossier's title": ("content/dossier.yaml", "title: {}\n"),
    "an editor's name": ("content/dossier.yaml", "title: T\neditors: [{}]\n"),
    "an outlet's name": ("content/outlets/news.yaml", "name: {}\n"),
    "an article's title": (ARTICLE, "title: {}\n" + HEAD),
    "a byline": (ARTICLE, "title: One\nbyline: {}\n" + HEAD),
    "an alias": ("content/entities/e.yaml", "name: E\nkind: person\naliases: [{}]\n"),
    "an entity's name": ("content/entities/e.yaml", "name: {}\nkind: person\n"),
    "a topic's name": ("content/topics/t.yaml", "name: {}\n"),
    "an event's title": ("content/events/e.yaml", "title: {}\ndate: 2025\n"),
    "a long page's title": ("content/pages/p.md", "---\ntitle: {}\n---\n\nWords.\n"),
}
SIGNS = "\u00ad\u180e\u3164\uffa0\u2800\u034f\u17b4\u17b5\u206a\u206f\ufe0f\u200b\u200d\u202e\u115f\u2060\U000e0041\U000e0100"


@pytest.mark.parametrize(("path", "lines"), FIELDS.values(), ids=FIELDS.keys())
@pytest.mark.parametrize("sign", SIGNS, ids=[f"U+{ord(sign):04X}" for sign in SIGNS])
def test_a_name_that_holds_an_unseen_sign_is_refused_and_its_fix_passes(load, path, lines, sign):
    (found,) = load({path: lines.format(quoted(f"Jeru{sign}salem"))}).settled()
    assert (found.code, found.severity, found.span.path) == ("unseen-sign", "error", path)
    assert f"(U+{ord(sign):04X})" in found.message
    mended = found.hint.removeprefix("write ")
    assert mended in ("Jerusalem", "Jeru salem")
    assert load({path: lines.format(mended)}).settled() == ()


@pytest.mark.parametrize(
    "name",
    [
        f"❤️ {ENGLAND} 👩🏽\u200d🚒",
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "ᠬᠠᠷ\u180eᠠ",
        "葛\U000e0100城",
        "שלום!\u200e (C++)",
    ],
)
def test_a_name_may_hold_what_its_script_or_an_emoji_needs(load, name):
    assert load({"content/outlets/news.yaml": f"name: {quoted(name)}\n"}).settled() == ()


@pytest.mark.parametrize("sign", ["\u3164", "\u2800", "\U000e0041", "\u115f\u1160"])
def test_a_text_or_name_of_nothing_but_blanks_is_empty(load, load_seed, sign):
    (name,) = load({"content/outlets/news.yaml": f"name: {quoted(sign)}\n"}).settled()
    assert name.code == "empty-text"
    assert [one.code for one in load_seed(sign.encode()).settled()] == ["seed-empty"]


def test_a_text_is_warned_of_once_for_each_kind_with_place_and_number(load_seed):
    loaded = load_seed("The evacu\u00ada\u00adtion.\nWords\u3164 here\u00ad.\nNew\U000e0041\n".encode())
    found = loaded.settled()
    assert {one.code for one in found} == {"seed-odd-characters"}
    assert sorted(one.message.partition(": ")[2] for one in found) == [
        "1 × blank letter (first U+3164 at 2:6)",
        "1 × tag character (first U+E0041 at 3:4)",
        "3 × soft hyphen (first U+00AD at 1:10)",
    ]
    places = {(one.related[0].span.line, one.related[0].span.column) for one in found}
    assert places == {(1, 10), (2, 6), (3, 4)}


def test_a_run_of_several_kinds_is_told_kind_by_kind_and_the_end_of_a_page_in_it_is_not(load_seed):
    found = load_seed(b"Words\x0c\x0b\0\x0c\x0b\xef\xbf\xbd\n").settled()
    told = (one.message.partition(": ")[2] for one in found if one.code == "seed-odd-characters")
    assert sorted(told) == [
        "1 × NUL (first U+0000 at 1:8)",
        "1 × character that is no text (first U+FFFD at 1:11)",
        "2 × control character (first U+000B at 1:7)",
    ]


@pytest.mark.parametrize(
    "text", [f"Go {ENGLAND} ❤️", "او می\u200cخواهد برود", "葛\U000e0100城の町", "\x0cpage two", "ab\u00a0c"]
)
def test_a_text_that_needs_its_unseen_signs_is_not_warned_of(load_seed, text):
    assert load_seed(text.encode()).settled() == ()


@pytest.mark.parametrize(
    ("headline", "text"),
    [("Evacuation ends", "Evacu\u00ada\u00adtion ends\n"), ("Evacu\u00adation ends", "Evacuation ends\n")],
)
def test_a_headline_and_its_text_may_differ_in_soft_hyphens(load, headline, text):
    digest = sha256(text.encode()).hexdigest()
    lines = f"title: One\nheadline: {quoted(headline)}\ntext: {{file: seeds/a.txt, sha256: {digest}}}\n{HEAD}"
    loaded = load({ARTICLE: lines, "seeds/a.txt": text})
    assert not loaded.has_errors, loaded.settled()


@pytest.mark.parametrize(
    ("url", "fix"),
    [
        ("https://ex\u00adample.org/", "write https://example.org/"),
        ("https://example\u3164.org/", ""),
        ("https://example.org/\U000e0041", "write https://example.org/%F3%A0%81%81"),
    ],
)
def test_an_address_may_not_hold_what_nobody_sees(load, url, fix):
    (found,) = load({ARTICLE: f"title: One\nurl: {quoted(url)}\n{HEAD}"}).settled()
    assert found.code == "bad-url"
    assert found.hint.startswith(fix)
