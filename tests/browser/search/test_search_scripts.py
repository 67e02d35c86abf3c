"""A word that a page shows is found as a reader types it, whatever its letters; facets of one saying are true together."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.pages.parts.words import STANCE_WORDS
from tests.browser.search.asking import Asked, ask_chromium, ask_driven
from tests.browser.search.conftest import _Handler
from tests.browser.search.marionette import Firefox
from tests.browser.search.queries import Question
from tests.site.dossiers import build, write

TEXTS = {
    "shy": "The evac\u00adu\u00adation took one kilo\u00admetre of road.",
    "ligature": "The \ufb01re brigade and the o\ufb03ce stayed open.",
    "lodz": "Trains from Łódź to Ærøskøbing stop at Straße 5.",
    "ireland": "Mr O\u02bcNeill and Mrs O’Dowd spoke.",
    "japan": "大雨のため避難所が開設され、列車は運休となった。",
    "china": "周三我们看到洪水，他们发表声明。",
    "thai": "ชาวบ้านอพยพไปที่โรงเรียน",
    "persian": "مردم می\u200cروند",
    "apart": "難しい避暑。所が運と休暇。",
    "accent": "Cafe\u0301 Škoda",
}
FOUND: tuple[tuple[str, set[str]], ...] = (
    ("evacuation", {"shy"}),
    ("kilometre", {"shy"}),
    ("fire", {"ligature"}),
    ("office", {"ligature"}),
    ("Lodz", {"lodz"}),
    ("Łódź", {"lodz"}),
    ("łodz", {"lodz"}),
    ("aeroskobing", {"lodz"}),
    ("Strasse", {"lodz"}),
    ("O'Neill", {"ireland"}),
    ("O\u02bcNeill", {"ireland"}),
    ("O\u02bcDowd", {"ireland"}),
    ("避難", {"japan"}),
    ("運休", {"japan"}),
    ("避難所 運休", {"japan"}),
    ("我们", {"china"}),
    ("发表", {"china"}),
    ("洪水，他们", {"china"}),
    ("อพยพ", {"thai"}),
    ("บ้าน", {"thai"}),
    ("می\u200cروند", {"persian"}),
    ("میروند", {"persian"}),
    ("cafe", {"accent"}),
    ("café", {"accent"}),
    ("cafe\u0301", {"accent"}),
    ("skoda", {"accent"}),
)
QUESTIONS = tuple(Question(words, chosen={"kind": ["Article"]}) for words, _ in FOUND)
SAID = (
    Question("", chosen={"kind": ["Claim"], "outlet": ["Echo"], "stance": [STANCE_WORDS["doubts"]]}),
    Question("", chosen={"kind": ["Claim"], "outlet": ["Post"], "stance": [STANCE_WORDS["doubts"]]}),
    Question("", chosen={"kind": ["Claim"], "year": ["2016"], "stance": [STANCE_WORDS["doubts"]]}),
    Question("", chosen={"kind": ["Claim"], "outlet": ["Echo"], "year": ["2015"]}),
    Question("", chosen={"kind": ["Claim"], "outlet": ["Echo"]}),
)


def dossier(root: Path) -> Path:
    """One article a text, and a claim that Post doubts in 2016 and Echo asserts in 2015."""
    claim = (
        "statement: It burned\nkind: detail\nreading: conflict\ndisagreement: [certainty]\nappearances:\n"
        "  - {article: ligature, stance: asserts, quote: stayed open}\n"
        "  - {article: ireland, stance: disputes, quote: spoke}\n"
        "  - {article: accent, stance: doubts, quote: Škoda}\n"
    )
    outlets = dict.fromkeys(TEXTS, "echo") | {"accent": "post", "ireland": "post"}
    article = "title: {0}\noutlet: {1}\npublished: {2}\npublish: full\ntext: seeds/{0}.txt\n"
    files = {
        "content/dossier.yaml": "title: Scripts\nlanguage: en\n",
        "content/outlets/echo.yaml": "name: Echo\n",
        "content/outlets/post.yaml": "name: Post\n",
        "content/claims/burned.yaml": claim,
        **{f"seeds/{name}.txt": f"{text}\n" for name, text in TEXTS.items()},
        **{
            f"content/articles/{name}.yaml": article.format(
                name, outlets[name], 2016 if name == "accent" else 2015
            )
            for name in TEXTS
        },
    }
    return write(root, files)


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(dossier(tmp_path_factory.mktemp("scripts") / "d"))


@pytest.fixture(scope="module")
def asked_web(chromium: Browser, scripts: Path) -> Iterator[Asked]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(scripts)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_address[1]}/project/search.html"
    yield ask_chromium(chromium, address, (*QUESTIONS, *SAID))
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(("number", "words", "articles"), [(at, *found) for at, found in enumerate(FOUND)])
def test_a_word_is_found_as_it_is_typed(asked_web: Asked, number: int, words: str, articles: set[str]):
    answer = asked_web.answers[number]
    assert answer.get("fault") is None
    assert answer["absent"] == []
    assert {item["title"] for item in answer["items"]} == {f"[{article}]" for article in articles}


def test_an_excerpt_shows_the_words_as_they_stand_with_the_hit_marked(asked_web: Asked):
    def excerpt(words: str) -> list[tuple[str, bool]]:
        number = [asked for asked, _ in FOUND].index(words)
        return [
            (run["text"], run["mark"]) for run in asked_web.answers[number]["items"][0]["places"][0]["runs"]
        ]

    assert excerpt("Lodz") == [
        ("Trains from ", False),
        ("Łódź", True),
        (" to Ærøskøbing stop at Straße 5.", False),
    ]
    assert excerpt("運休") == [
        ("大雨のため避難所が開設され、列車は", False),
        ("運休", True),
        ("となった。", False),
    ]
    assert excerpt("evacuation")[1] == ("evacuation", True)


def test_outlet_year_and_stance_are_true_together(asked_web: Asked):
    totals = [answer["total"] for answer in asked_web.answers[len(QUESTIONS) :]]
    assert totals == [0, 1, 1, 1, 1]


def test_a_facet_counts_what_choosing_it_would_leave(asked_web: Asked):
    by_echo = asked_web.answers[-1]["facets"]
    assert {stance: count for stance, count in by_echo["stance"].items() if count} == {
        STANCE_WORDS["asserts"]: 1
    }
    assert {year: count for year, count in by_echo["year"].items() if count} == {"2015": 1}
    assert "said" not in by_echo


def test_from_disk_every_answer_is_the_one_of_the_web(
    asked_web: Asked, chromium: Browser, firefox: Firefox, scripts: Path
):
    page = (scripts / "search.html").as_uri()
    assert ask_chromium(chromium, page, (*QUESTIONS, *SAID)).answers == asked_web.answers
    assert ask_driven(firefox, page, (*QUESTIONS, *SAID)).answers == asked_web.answers
