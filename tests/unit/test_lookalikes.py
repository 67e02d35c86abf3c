"""Letters of several scripts in one word, and words of one shape."""

from __future__ import annotations

import pytest

from builder.lookalikes import decoded_host, mixed_scripts, shown_host, skeleton
from builder.pages.parts.links import outgoing


@pytest.mark.parametrize(
    "word", ["аpple", "Ρutin", "ТhePost", "micrоsoft", "Cвеја", "ԼONDON", "a1б"], ids=ascii
)
def test_a_word_of_two_scripts_that_share_shapes_is_mixed(word: str) -> None:
    found = mixed_scripts(f"The {word} report")
    assert found is not None
    assert found[0] == word
    assert len(found[1]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "пример.рф",
        "例え.jp",
        "Tシャツ",
        "NHKニュース",
        "KBS뉴스",
        "CCTV新闻",
        "ㄅㄆbopomofo注音",
        "Цвеја and Putin",
        "VK-группа",
        "naïve",
        "Ελλάδα TV",
        "ไทยPBS",
        "Łódź",
        "ёлка",
        "ＮＨＫ放送",
        "5µm",
        "🏴 post",
    ],
)
def test_scripts_that_are_ordinarily_written_together_or_apart_are_not_mixed(text: str) -> None:
    assert mixed_scripts(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("аррӏе", "apple"),
        ("paypa1.com", "paypal.com"),
        ("MOCKBA", "МОСКВА"),
        ("Rosneft", "Rоsneft"),
        ("0pen", "Open"),
        ("modern.org", "modem.org"),
        ("AI Post", "Al Post"),
        ("ΑΒΗ", "ABH"),
    ],
)
def test_words_of_one_shape_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("The Post", "The Past"), ("news", "nevs"), ("Вести", "Вісті")])
def test_words_that_differ_to_the_eye_have_two(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("аpple.com", "xn--pple-43d.com"),
        ("пример.рф", "пример.рф"),
        ("例え.jp", "例え.jp"),
        ("xn--pple-43d.com", "xn--pple-43d.com"),
        ("münchen.example", "münchen.example"),
        ("[::1]", "[::1]"),
    ],
)
def test_a_host_is_printed_encoded_where_a_label_mixes_scripts(host: str, shown: str) -> None:
    assert shown_host(host) == shown
    assert outgoing(f"https://{host}/a", "A").host in (shown, "::1")


def test_an_encoded_host_is_read_as_it_is_shown_and_a_broken_one_stays() -> None:
    assert decoded_host("XN--pple-43d.com") == "аpple.com"
    assert decoded_host("xn--\u00e9.com") == "xn--\u00e9.com"
    endless = "xn--" + "a" * 100_000 + "-43d.com"
    assert decoded_host(endless) == endless
    assert shown_host("аp" * 100_000) == "аp" * 100_000
