"""What is told about a date is pasted as it is printed, and passes."""

import re

import pytest

from builder.load import load_dossier

ARTICLE = "content/articles/one.yaml"
STAMPS = (
    *(
        "2026-05-13T20:57",
        "2026-05-13T20:57:31",
        "2026-05-13 20:57",
        "2026-05-13T20:57Z",
        "2026-05-13T20:57+02:00",
    ),
    *('"2026-05-13T20:57:00+02:00"', "Wed, 13 May 2026 20:57:00 +0200"),
)
OTHERS = (
    "12 November 2015",
    "2010s",
    "c. 2015",
    "spring 2015",
    "2015-2016",
    "before 20 May 2026",
    "2015/11/12",
)
UNDATED = ("n.d.", "XXXX", "undated", "'?'", "o. D.", "unbekannt")


def problem(root):
    """The one problem of a dossier."""
    [found] = load_dossier(root).settled()
    return found


def proposed(hint: str) -> str:
    """The value to write, as the fix prints it."""
    return re.sub(r"^.*?write `?|`?,? or with what.*$", "", hint)


@pytest.mark.parametrize("written", [*STAMPS, *OTHERS, *UNDATED])
def test_the_fix_of_a_short_date_passes_when_pasted(write, written):
    lines = "title: One\noutlet: news\npublished: {}\n"
    root = write({ARTICLE: lines.format(written)})
    found = problem(root)
    assert (found.code, found.span.line, found.span.column) == ("bad-date", 3, 12)
    (root / ARTICLE).write_text(lines.format(proposed(found.hint)), "utf-8")
    assert load_dossier(root).settled() == ()


@pytest.mark.parametrize("written", STAMPS)
def test_the_fix_of_a_date_with_its_key_passes_when_pasted(write, written):
    lines = "title: One\noutlet: news\npublished:\n  edtf: {}\n  basis: stated\n"
    root = write({ARTICLE: lines.format(written)})
    found = problem(root)
    assert (found.code, found.span.line, found.span.column) == ("bad-date", 4, 9)
    day, time = proposed(found.hint).split(", and beside it ")
    (root / ARTICLE).write_text(lines.format(f"{day}\n  {time}"), "utf-8")
    assert load_dossier(root).settled() == ()


def test_what_is_known_of_an_unknown_date_can_be_pasted_too(write):
    root = write({ARTICLE: "title: One\noutlet: news\npublished: n.d.\n"})
    bounded = re.search(r"\{.*\}", problem(root).hint)
    (root / ARTICLE).write_text(f"title: One\noutlet: news\npublished: {bounded[0]}\n", "utf-8")
    assert load_dossier(root).settled() == ()


def test_a_list_of_dates_is_told_as_an_interval(write):
    for lines in ("published: {}", "published: {{edtf: {}}}"):
        written = "title: One\noutlet: news\n" + lines + "\n"
        root = write({ARTICLE: written.format("[2015-05-13, 2015-05-14]")})
        (root / ARTICLE).write_text(written.format(proposed(problem(root).hint)), "utf-8")
        assert load_dossier(root).settled() == ()
