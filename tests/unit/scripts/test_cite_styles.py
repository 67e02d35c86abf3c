"""A citation is the same words in every style, and says no more of its date than is known."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.scripts.running import answers

ITEM: dict[str, Any] = {
    "id": "ferry",
    "type": "article-newspaper",
    "title": "Ferry & fog: 50% late",
    "container-title": "The Courier",
    "author": [{"literal": "A. Nomad"}],
    "issued": {"date-parts": [[2024, 5, 1]]},
    "URL": "https://example.org/ferry",
    "language": "en",
    "note": "Article 002 in A flood (dossier)",
}


def written(item: dict[str, Any], style: str, language: str = "en") -> str:
    found: str = answers(
        ["catalogue.js", "cite/styles.js"],
        "(item, style) => window.dossier.cite.written(item, style)",
        [[item, style]],
        before=f'document.documentElement.lang = "{language}"',
    )[0]
    return found


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("apa", "A. Nomad. (2024, May 1). Ferry & fog: 50% late. The Courier. https://example.org/ferry"),
        (
            "chicago",
            "A. Nomad. “Ferry & fog: 50% late.” The Courier, May 1, 2024. https://example.org/ferry.",
        ),
        ("mla", "A. Nomad. “Ferry & fog: 50% late.” The Courier, 1 May 2024, https://example.org/ferry."),
    ],
)
def test_prose_styles(style: str, words: str) -> None:
    assert written(ITEM, style) == words


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("apa", "(2024, 1. Mai)"),
        ("chicago", "The Courier, 1. Mai 2024."),
        ("mla", "The Courier, 1. Mai 2024,"),
    ],
)
def test_a_date_is_told_in_the_language_of_the_words_around_it(style: str, words: str) -> None:
    assert words in written(ITEM, style, "de")


@pytest.mark.parametrize("title", ["[Rivers of blood]", "Claim C06: “The first threat”"])
def test_a_title_of_the_editors_gets_no_marks(title: str) -> None:
    assert written({**ITEM, "title": title}, "mla").startswith(f"A. Nomad. {title}. The Courier")


def test_a_title_that_ends_in_a_sign_gets_no_second_one() -> None:
    assert "“Who came first?” The" in written({**ITEM, "title": "Who came first?"}, "chicago")


@pytest.mark.parametrize(
    ("issued", "words"),
    [
        (None, "The Courier, n.d."),
        ({"date-parts": [[2024]]}, "The Courier, 2024."),
        ({"date-parts": [[2024, 5]]}, "The Courier, May 2024."),
        ({"date-parts": [[2024, 5, 1]], "circa": True}, "The Courier, ca. May 1, 2024."),
        ({"literal": "some time in spring"}, "The Courier, some time in spring."),
        ({"date-parts": [[2016, 7, 31], [2016, 8, 1]]}, "The Courier, July 31, 2016/August 1, 2016."),
    ],
)
def test_a_date_is_as_sure_as_it_is_known(issued: object, words: str) -> None:
    assert words in written({**ITEM, "issued": issued, "URL": None}, "chicago")


def test_an_interval_is_one_to_those_who_know_them_and_what_its_ends_share_to_others() -> None:
    item = {**ITEM, "issued": {"date-parts": [[2016, 7, 31], [2016, 8, 1]]}}
    assert "  date = {2016-07-31/2016-08-01}," in written(item, "bibtex")
    assert "DA  - 2016///" in written(item, "ris")


def test_nobody_is_named_where_nobody_signs() -> None:
    item = {key: value for key, value in ITEM.items() if key != "author"}
    assert written(item, "apa").startswith("Ferry & fog: 50% late. (2024, May 1). The Courier.")
    assert written(item, "mla").startswith("“Ferry")


def test_files_of_reference_managers() -> None:
    assert json.loads(written(ITEM, "csl")) == [ITEM]
    assert written(ITEM, "bibtex") == (
        "@article{ferry,\n  title = {{Ferry \\& fog: 50\\% late}},\n  author = {{A. Nomad}},\n"
        "  journal = {The Courier},\n  date = {2024-05-01},\n  url = {https://example.org/ferry},\n"
        "  langid = {en},\n  note = {Article 002 in A flood (dossier)}\n}"
    )
    assert written(ITEM, "ris").splitlines() == [
        "TY  - NEWS",
        "ID  - ferry",
        "TI  - Ferry & fog: 50% late",
        "AU  - A. Nomad",
        "T2  - The Courier",
        "PY  - 2024",
        "DA  - 2024/05/01/",
        "UR  - https://example.org/ferry",
        "LA  - en",
        "N1  - Article 002 in A flood (dossier)",
        "ER  - ",
    ]
