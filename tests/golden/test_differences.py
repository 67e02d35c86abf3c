"""How a site is settled into texts, and how a change of it is shown."""

from __future__ import annotations

import pytest

from tests.golden.golden import FILES_SHOWN, LINES_OF_A_FILE, differences, settled

PAGE = '<link href="../assets/site.{hash}.css"><svg><symbol id="g-a"><path d="{path}"/></symbol></svg><p>Words</p>\n'


def site(css: str = "a {}", path: str = "M1", digest: str = "0123abcd") -> dict[str, bytes]:
    return {
        f"assets/site.{digest}.css": css.encode(),
        "index.html": PAGE.format(hash=digest, path=path).encode(),
        "pagefind/index.pf": b"\x1f\x8b",
        "data/a.csv": "\ufeffa\r\n".encode(),
    }


def test_a_page_stands_one_tag_a_line_without_the_names_that_change_with_their_content():
    texts = settled(site())
    assert texts["index.html"] == (
        '<link href="../assets/site.*.css">\n\t<svg>\n\t<symbol id="g-a"/>\n\t</svg>\n\t<p>Words</p>\n'
    )
    assert sorted(texts) == ["assets.txt", "data/a.csv", "index.html"]
    assert texts["data/a.csv"] == "\ufeffa\r\n"


@pytest.mark.parametrize("changed", [site(css="b {}", digest="ffffffff"), site(path="M2")])
def test_another_style_or_drawing_changes_the_list_alone(changed: dict[str, bytes]):
    before, after = settled(site()), settled(changed)
    assert [path for path in before if before[path] != after[path]] == ["assets.txt"]


def test_a_space_between_two_tags_is_not_lost():
    tight, loose = (settled({"a.html": page}) for page in (b"<b>1</b><i>2</i>", b"<b>1</b>\n<i>2</i>"))
    assert tight != loose


def test_two_drawings_of_one_name_are_refused():
    with pytest.raises(AssertionError, match="two drawings are called g-a"):
        settled({**site(), "other.html": PAGE.format(hash="0123abcd", path="M2").encode()})


def test_a_difference_is_shown_as_a_diff_of_the_lines_that_changed():
    told = differences({"a.html": "one\ntwo\nthree\n"}, {"a.html": "one\n2\u00a0\nthree\n", "b.html": ""})
    assert told.splitlines() == [
        "2 of 2 files differ from tests/golden/site/",
        "--- accepted/a.html",
        "+++ built/a.html",
        "@@ -1,3 +1,3 @@",
        " one",
        "-two",
        "+2⍽",
        " three",
        "b.html: new",
    ]


def test_equal_sites_have_no_difference():
    assert differences({"a.html": "one"}, {"a.html": "one"}) == ""


def test_a_large_difference_is_bounded_and_says_what_is_left_out():
    accepted = {f"{number:02}.html": "a\n" * 200 for number in range(20)}
    told = differences(accepted, dict.fromkeys(accepted, "b\n" * 200)).splitlines()
    assert len(told) == 2 + FILES_SHOWN * (LINES_OF_A_FILE + 1)
    assert told[-1].startswith("and 8 more: 12.html, ")
    assert "… 364 more lines of 00.html" in told
