"""Stored texts are kept as received, and what an eye cannot see is told once."""

import json
from hashlib import sha256

import pytest


@pytest.mark.parametrize(
    ("seed", "raw", "words"),
    [
        (b"\xef\xbb\xbfWords", "\ufeffWords", "1 × byte order mark (first U+FEFF at 1:1)"),
        (b"Wo\0rds\0", "Wo\0rds\0", "2 × NUL (first U+0000 at 1:3)"),
        (b"Words\n\x1b[2J", "Words\n\x1b[2J", "1 × control character (first U+001B at 2:1)"),
        ("Words\u202edrow".encode(), "Words\u202edrow", "1 × bidirectional control (first U+202E at 1:6)"),
        ("Wo\u200brds".encode(), "Wo\u200brds", "1 × zero-width character (first U+200B at 1:3)"),
        (b"Words \xed\xa0\x80", "Words \ud800", "1 × lone surrogate (first U+D800 at 1:7)"),
        (
            "Words\u2028more".encode(),
            "Words\u2028more",
            "1 × line or paragraph separator (first U+2028 at 1:6)",
        ),
    ],
)
def test_unseen_characters_are_kept_and_told_once(load_seed, seed, raw, words):
    loaded = load_seed(seed)
    [problem] = loaded.settled()
    assert (problem.code, problem.severity) == ("seed-odd-characters", "warning")
    assert words in problem.message
    assert problem.span.path == "content/articles/one.yaml"
    assert problem.related[0].span.path == "seeds/a.txt"
    assert loaded.library.texts["one"].raw == raw


def test_windows_line_ends_and_no_break_spaces_are_kept_and_nothing_is_said(load_seed):
    loaded = load_seed("One\r\ntwo\u00a0three\r\n".encode())
    assert loaded.settled() == ()
    assert loaded.library.texts["one"].raw == "One\r\ntwo\u00a0three\r\n"


@pytest.mark.parametrize(
    ("seed", "place", "words"),
    [
        (b"One\r\ntw\xe4", "2:3", "0xE4"),
        ("One".encode("utf-16"), "1:1", "UTF-16"),
        (b"\xc0\xaf", "1:1", "0xC0"),
        (b"One\n\xf4\x90\x80\x80", "2:1", "0xF4"),
    ],
)
def test_bytes_that_are_no_text_are_told_at_their_place_in_the_seed(load_seed, seed, place, words):
    [problem] = load_seed(seed).settled()
    assert f"{problem.span.path}:{problem.span.line}:{problem.span.column}" == f"seeds/a.txt:{place}"
    assert words in problem.message
    assert problem.related[0].span.path == "content/articles/one.yaml"


@pytest.mark.parametrize("seed", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\0\0"])
def test_a_text_without_words_is_refused(load_seed, seed):
    assert "seed-empty" in [one.code for one in load_seed(seed).settled()]


@pytest.mark.parametrize("place", [0, 31, 63])
def test_every_digit_of_the_digest_on_record_counts(load, place):
    digest = sha256(b"Words here").hexdigest()
    other = digest[:place] + ("0" if digest[place] != "0" else "1") + digest[place + 1 :]
    record = f"title: One\noutlet: news\npublished: 2025\ntext: {{file: seeds/a.txt, sha256: {other}}}\n"
    found = load({"content/articles/one.yaml": record, "seeds/a.txt": "Words here"}).settled()
    assert [problem.code for problem in found] == ["seed-changed"]


def test_a_changed_text_tells_both_digests_and_how_many_quotes_it_would_break(load):
    record = "title: One\noutlet: news\npublished: {edtf: 2025, cue: Words}\nheadline: Words here\n"
    [problem] = load(
        {
            "content/articles/one.yaml": f"{record}text: {{file: seeds/a.txt, sha256: {'0' * 64}}}\n",
            "seeds/a.txt": "Other words here",
        }
    ).settled()
    assert problem.code == "seed-changed"
    assert sha256(b"Other words here").hexdigest() in problem.message
    assert "0" * 64 in problem.message
    assert "2 quotes" in problem.message


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "Mayor, council and the flood.txt",
        "it's {new} [2] #1.txt",
        "Ljubljana: poplava – „dva metra“.txt",
        "null",
        "-.txt",
        "50 % & more!.txt",
    ],
)
def test_the_fix_for_a_text_without_digest_is_the_line_to_paste(load, told, name):
    line = "text: " + json.dumps(f"seeds/{name}", ensure_ascii=False)
    record = f"title: One\noutlet: news\npublished: 2025\n{line}\n"
    files = {"content/articles/one.yaml": record, f"seeds/{name}": "Words"}
    [problem] = load(files).settled()
    assert problem.code == "seed-not-pinned"
    assert told(load({**files, "content/articles/one.yaml": record.replace(line, problem.hint)})) == []


def test_two_articles_of_one_text_are_told(load, told):
    digest = sha256(b"Words").hexdigest()
    record = f"title: T\noutlet: news\npublished: 2025\ntext: {{file: seeds/a.txt, sha256: {digest}}}\n"
    files = {
        "content/articles/one.yaml": record,
        "content/articles/two.yaml": record.replace("T", "U", 1),
        "seeds/a.txt": "Words",
    }
    assert told(load(files)) == ["content/articles/two.yaml:4:14 seed-shared"]


@pytest.mark.parametrize("seed", [" \u00a0\n", "\u3000\u2003", "\ufeff\u200b\r\n", "\x00\x01 "])
def test_a_text_that_nobody_can_see_holds_no_words(load_seed, told, seed):
    assert "content/articles/one.yaml:4:14 seed-empty" in told(load_seed(seed.encode()))


def test_tag_characters_which_hide_words_are_told(load_seed):
    [problem] = load_seed("Words\U000e0041\U000e0042.".encode()).settled()
    assert "2 × tag character" in problem.message


def test_a_value_that_is_far_too_long_is_told_in_a_line(load):
    [problem] = load(
        {"content/articles/one.yaml": f"title: One\noutlet: news\npublished: {'9' * 5_000}\n"}
    ).settled()
    assert len(problem.message) < 200
