"""Which paths may stand in a site."""

import pytest

from builder.output.names import SiteNames
from builder.output.refusal import OutputRefused


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        ".nojekyll",
        "a/b/c.html",
        "pagefind/fragment/en_1a2b.pf_fragment",
        "Цвеја.html",
        "é.html",
        "a b",
    ],
)
def test_a_plain_relative_path_is_taken(path):
    assert SiteNames().claim(path) == path.rpartition("/")[0]


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "/etc/passwd", "..", "../x", "a/../x", "a/..", ".", "./a", "a/./b", "a//b", "a/", "//host/a",
        "a\\b", "..\\x", "C:/x", "C:x", "a\0b", "a\nb", "a\x7f", "a.", "a ", "a./b", "con", "CON.html", "a/nul.txt",
        "lpt1", "a?b", "a*b", "a|b", 'a"b', "<a>", "e\u0301.html", "\ud800", "x" * 201, "é" * 101, "d/" * 600 + "x",
    ],
)  # fmt: skip
def test_a_path_that_leaves_the_site_or_is_no_file_name_everywhere_is_refused(path):
    with pytest.raises(OutputRefused, match="cannot be a file of the site"):
        SiteNames().claim(path)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.html", "a.html"),
        ("a.html", "A.html"),
        ("x/a", "X/b"),
        ("a", "a/b"),
        ("a/b", "a"),
        ("a/b", "A"),
        ("ß", "ss"),
    ],
)
def test_two_paths_that_meet_on_some_file_system_are_refused(first, second):
    names = SiteNames()
    names.claim(first)
    with pytest.raises(OutputRefused, match=r"wanted twice|differs from"):
        names.claim(second)
