"""A dossier in German: its words, numbers, dates and lists, its names in order, and its search, from a region's tag too."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.dossiers import build, pages_of, write

NAMES = ("Zeitung am Ufer", "Ärzteblatt", "Abendblatt", "Altstadtbote", "Öffentliche Rundschau", "Ostufer")
FILES = {
    "content/dossier.yaml": "title: Die Brücke\nlanguage: de-AT\npublish: full\nas_of: 2026-06-30\neditors: [Ana Kos, Ben Ray]\n",
    **{f"content/outlets/o{number}.yaml": f"name: Blatt {number}\n" for number in range(6)},
    **{
        f"content/entities/e{number}.yaml": f"name: {name}\nkind: organisation\n"
        for number, name in enumerate(NAMES)
    },
    **{
        f"content/articles/a{number}.yaml": (
            f"title: Bericht {number}\noutlet: o{number}\ntext: seeds/a{number}.txt\npublished: {date}\n"
        )
        for number, date in enumerate(
            ("2026-05-12", "2026-03", "about-2025", "2026-06-03/2026-06-05", "2024-06?", "201X")
        )
    },
    "content/articles/a2.yaml": "title: Bericht 2\noutlet: o2\ntext: seeds/a2.txt\npublished: 2025~\n",
    "content/claims/gesperrt.yaml": (
        "number: c01\nstatement: Die Brücke ist gesperrt\nkind: event\n"
        "coded: {by: [Ana Kos, Ben Ray], date: 2026-06-20, articles: [a0, a1]}\nappearances:\n"
        "  - {article: a0, stance: asserts, quote: Die Brücke ist gesperrt}\n"
        "  - {article: a1, stance: asserts, quote: Alle Brücken sind gesperrt}\n"
    ),
    "seeds/a0.txt": "Die Brücke ist gesperrt. " + "Niemand kommt hinüber. " * 400 + "\n",
    "seeds/a1.txt": "Alle Brücken sind gesperrt.\n",
    **{f"seeds/a{number}.txt": f"Der {number}. Bericht.\n" for number in range(2, 6)},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write(tmp_path_factory.mktemp("german") / "dossier", FILES))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    return pages_of(site)


def words(page: LexborHTMLParser, of: str = "main") -> str:
    return " ".join(page.css_first(of).text(separator=" ").split())


@pytest.mark.slow
def test_pages_are_in_german_and_say_so(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        html = page.css_first("html")
        assert (html.attributes["lang"], html.attributes["dir"]) == ("de", "ltr"), path
        assert "Skip to content" not in page.css_first("body").text(), path


@pytest.mark.slow
def test_dates_are_told_as_in_german(pages: dict[str, LexborHTMLParser]) -> None:
    told = words(pages["articles/index.html"])
    for date in ("12. Mai 2026", "März 2026", "3.–5. Juni 2026"):
        assert date in told, date
    assert "about" not in told
    assert "uncertain" not in told


@pytest.mark.slow
def test_two_sign_together_as_in_german(pages: dict[str, LexborHTMLParser]) -> None:
    assert "Ana Kos und Ben Ray" in words(pages["claims/gesperrt.html"])


@pytest.mark.slow
def test_names_stand_with_umlauts_beside_their_letters(pages: dict[str, LexborHTMLParser]) -> None:
    names = [node.text() for node in pages["entities/index.html"].css("main .rows a")]
    assert [name for name in names if name in NAMES] == [
        *("Abendblatt", "Altstadtbote", "Ärzteblatt", "Öffentliche Rundschau", "Ostufer", "Zeitung am Ufer")
    ]
