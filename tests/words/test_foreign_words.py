"""Words of other languages say which, and run their own way: titles, quotations, names of outlets, authors and aliases."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.dossiers import build, write
from tests.words import manytongues
from tests.words.foreign import faults, faults_of, words_of

WORDS = words_of(
    {
        language: " ".join(
            (*text, *(table[language] for table in (manytongues.SPEAKERS, manytongues.OUTLETS)),
             manytongues.AUTHORS[language], manytongues.ASIDES[language])
        )
        for language, text in manytongues.TEXTS.items()
    }
)  # fmt: skip
TWO_IN_ONE_LINE = "Речни гласник, Report"
"""Of the picture of who relied on whom, where a line has one element: a name and our words for what it published."""

ONE_OF_EACH_KIND = (
    *(
        "index.html",
        "404.html",
        "about.html",
        "corrections.html",
        "methodology.html",
        "search.html",
        "sources.html",
    ),
    *("timeline.html", "articles/index.html", "articles/text-ar.html", "articles/text-ar/received.html"),
    *(
        "articles/old-ar.html",
        "claims/index.html",
        "claims/closed.html",
        "claims/gone.html",
        "codings/ben-ray.html",
    ),
    *(
        "comparisons/bridge.html",
        "comparisons/event--closing.html",
        "comparisons/pair--*.html",
        "data/index.html",
    ),
    *("entities/town-hall.html", "events/closing.html", "outlets/outlet-ar.html", "topics/bridge.html"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write(tmp_path_factory.mktemp("tongues") / "dossier", manytongues.files()))


@pytest.mark.slow
def test_each_foreign_word_says_its_language_and_runs_its_own_way_on_every_page(site: Path) -> None:
    found = {
        path: left
        for path, each in faults_of(site, WORDS).items()
        if (left := [fault for fault in each if TWO_IN_ONE_LINE not in fault])
    }
    assert found == {}


@pytest.mark.slow
def test_every_kind_of_page_is_among_them_and_the_first_page_has_all_languages(site: Path) -> None:
    assert [path for path in ONE_OF_EACH_KIND if not list(site.glob(path))] == []
    first = (site / "index.html").read_text("utf-8")
    assert {language for word, language in WORDS.items() if word in first} == set(manytongues.TEXTS)


@pytest.mark.parametrize(
    ("markup", "count"),
    [
        ('<p lang="ar" dir="rtl">جسر مغلق</p>', 0),
        ('<p lang="ar" dir="auto">جسر مغلق</p>', 0),
        ('<p lang="ar" dir="auto">BBC: جسر مغلق</p>', 1),
        ('<p lang="ar">جسر مغلق</p>', 1),
        ('<p>to <bdi lang="ar" dir="rtl">جسر مغلق</bdi> (11)</p>', 0),
        ("<p>جسر مغلق</p>", 2),
        ('<p lang="sr-Latn" dir="rtl">ćuprija</p>', 2),
        ("<title>جسر مغلق</title>", 0),
    ],
)
def test_a_foreign_word_that_says_nothing_is_found(markup: str, count: int) -> None:
    page = LexborHTMLParser(f'<html lang="en" dir="ltr"><body>{markup}</body></html>')
    assert len(list(faults(page, {"جسر": "ar", "ćuprija": "sr-Cyrl"}))) == count
