"""Search gives one answer: on the web, from disk in Chromium, Firefox and WebKit; and it is the right one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from builder.search.indexer import LEFT_OUT
from tests.browser.search.asking import HEARD, LISTEN, Asked, ask_chromium, ask_driven, ask_listening
from tests.browser.search.marionette import Firefox, FirefoxFault
from tests.browser.search.queries import QUESTIONS, Question
from tests.browser.search.webkit import WebKitFault, WebKitWindow

FEW = tuple(
    question
    for question in QUESTIONS
    if question.words in {"ISIS", "Raqqa", "Forbes", '"very soon"', "Putin"}
)


@pytest.fixture(scope="session")
def on_web(chromium: Browser, web: str) -> Asked:
    return ask_chromium(chromium, f"{web}search.html")


@pytest.fixture(scope="session")
def on_disk(chromium: Browser, site: Path) -> Asked:
    return ask_chromium(chromium, (site / "search.html").as_uri())


@pytest.fixture(scope="session")
def on_disk_in_firefox(firefox: Firefox, site: Path) -> Asked:
    return ask_driven(firefox, (site / "search.html").as_uri())


def named(question: Question) -> str:
    return " ".join(
        filter(None, (question.words, question.order, json.dumps(question.chosen) if question.chosen else ""))
    )


@pytest.mark.parametrize(("number", "question"), list(enumerate(QUESTIONS)), ids=map(named, QUESTIONS))
def test_a_question_is_answered_as_a_reader_must_be_told(on_web: Asked, number: int, question: Question):
    answer = on_web.answers[number]
    assert "fault" not in answer
    assert answer["absent"] == list(question.absent)
    assert answer["offered"] == question.offered
    found = [item for item in answer["items"] if item["kind"] == "Article"]
    if question.articles is not None:
        assert {item["siglum"] for item in found} == question.articles
    if question.finds_nothing:
        assert (answer["total"], answer["items"]) == (0, [])
    else:
        assert answer["total"] == len(answer["items"]) > 0
    if question.first is not None:
        assert question.first in answer["items"][0]["title"]
    if question.place is not None:
        assert found[0]["places"][0]["id"] == question.place


def test_there_are_a_hundred_questions():
    assert len({named(question) for question in QUESTIONS}) == len(QUESTIONS) == 100


@pytest.mark.parametrize(
    "forms",
    [
        ("ISIS", "IS", "Islamic State", "islamic state"),
        ("Raqqa", "Rakka"),
        ("Shoigu", "Shoygu"),
        ("airstrikes", "air strikes"),
        ("Airstrikes in Syria", "air strikes in Syria"),
        ("Metrojet", "Metrojett", "Mertojet"),
    ],
)
def test_forms_of_one_thing_find_the_same_pages(on_web: Asked, forms: tuple[str, ...]):
    found = [
        [item["url"] for item in answer["items"]]
        for question, answer in zip(QUESTIONS, on_web.answers, strict=True)
        if question.words in forms and not question.chosen
    ]
    assert len(found) == len(forms)
    assert all(pages == found[0] for pages in found)
    assert found[0]


BLOCK = re.compile(
    r"</?(?:article|aside|blockquote|caption|d[dlt]|div|fig(?:ure|caption)|footer|h[1-6]|header|li|main|ol|p|section|summary|t[dhr]|ul)\b[^>]*>"
)


def blocks_of(page: str) -> list[str]:
    """The words of each paragraph, entry and cell of a page, as far as they are searched, with single spaces."""
    tree = LexborHTMLParser(page)
    for node in tree.css(", ".join(LEFT_OUT)):
        node.decompose()
    parts = BLOCK.split(str(tree.html))
    return [" ".join(unescape(re.sub(r"<[^>]*>", "", part)).split()) for part in parts]


def test_no_excerpt_joins_the_words_of_two_blocks(on_web: Asked, site: Path):
    excerpts = {
        (item["url"], "".join(run["text"] for run in place["runs"]).removeprefix("… ").removesuffix(" …"))
        for answer in on_web.answers
        for item in answer["items"]
        for place in item["places"]
    }
    joining = [
        (url, excerpt)
        for url, excerpt in sorted(excerpts)
        if not any(
            excerpt.replace(" ", "") in block.replace(" ", "")
            for block in blocks_of((site / url.lstrip("/")).read_text("utf-8"))
        )
    ]
    assert joining == []
    assert len(excerpts) > 300


def test_the_engine_runs_off_the_page_on_the_web_and_from_disk(
    on_web: Asked, on_disk: Asked, on_disk_in_firefox: Asked
):
    assert (on_web.thread, on_disk.thread, on_disk_in_firefox.thread) == ("web", "worker", "worker")


def differing(one: Asked, other: Asked) -> list[str]:
    """The questions whose answers differ in total, order, score, excerpt, place or facet."""
    pairs = zip(QUESTIONS, one.answers, other.answers, strict=True)
    return [named(question) for question, first, second in pairs if first != second]


def test_from_disk_every_answer_is_the_one_of_the_web(on_web: Asked, on_disk: Asked):
    assert differing(on_web, on_disk) == []


def test_in_firefox_every_answer_of_the_web_is_the_one_of_chromium(firefox: Firefox, on_web: Asked, web: str):
    assert differing(on_web, ask_driven(firefox, f"{web}search.html")) == []


def test_from_disk_in_firefox_every_answer_is_the_one_of_the_web(on_web: Asked, on_disk_in_firefox: Asked):
    assert differing(on_web, on_disk_in_firefox) == []


@pytest.mark.parametrize(("place", "thread"), [("disk", "worker"), ("web", "web")])
def test_in_webkit_every_answer_is_the_one_of_the_web_and_nothing_is_complained_of(
    webkit: WebKitWindow, on_web: Asked, site: Path, web: str, place: str, thread: str
):
    home = web if place == "web" else site.as_uri() + "/"
    asked = ask_listening(webkit, f"{home}search.html")
    assert differing(on_web, asked) == []
    assert (asked.thread, asked.complaints) == (thread, ())
    assert [address for address in asked.requests if not address.startswith((home, "blob:"))] == []


def test_firefox_complains_of_nothing_and_asks_nobody_else(firefox: Firefox, on_web: Asked, site: Path):
    home = site.as_uri() + "/"
    asked = ask_listening(firefox, f"{home}search.html")
    assert differing(on_web, asked) == []
    assert asked.complaints == ()
    assert [address for address in asked.requests if not address.startswith((home, "blob:"))] == []


def test_the_comparison_can_tell_two_answers_apart(on_web: Asked):
    turned = Asked([*on_web.answers[1:], on_web.answers[0]], "web")
    assert len(differing(on_web, turned)) > 30


@pytest.mark.parametrize("asked", ["on_web", "on_disk"])
def test_no_browser_complains_and_nothing_is_asked_of_anyone_else(
    request: pytest.FixtureRequest, asked: str, web: str, site: Path
):
    found: Asked = request.getfixturevalue(asked)
    assert found.complaints == ()
    home = web if asked == "on_web" else site.as_uri() + "/"
    assert [address for address in found.requests if not address.startswith((home, "blob:"))] == []


def test_marks_stand_around_what_was_found(on_web: Asked):
    raqqa = next(
        answer
        for question, answer in zip(QUESTIONS, on_web.answers, strict=True)
        if question.words == "Raqqa"
    )
    article = next(item for item in raqqa["items"] if item["kind"] == "Article")
    assert [run["text"] for run in article["places"][0]["runs"] if run["mark"]] == ["Rakka"]


def test_every_place_that_an_answer_leads_to_is_there(on_web: Asked, site: Path):
    places = {
        (item["url"], place["id"])
        for answer in on_web.answers
        for item in answer["items"]
        for place in item["places"]
    }
    lost = [
        f"{url}#{anchor}"
        for url, anchor in sorted(places)
        if anchor and f'id="{anchor}"' not in (site / url.lstrip("/")).read_text("utf-8")
    ]
    assert lost == []
    assert len(places) > 100


def test_firefox_keeps_its_rules_for_files(firefox: Firefox, tmp_path: Path):
    """Else all that is shown here would be true of a driven browser only."""
    (tmp_path / "page.html").write_text("<!doctype html><title>t</title>", "utf-8")
    (tmp_path / "beside.json").write_text("{}", "utf-8")
    firefox.goto((tmp_path / "page.html").as_uri())
    with pytest.raises(FirefoxFault, match="NetworkError"):
        firefox.evaluate("() => fetch('beside.json').then(answer => answer.text())")


def test_webkit_keeps_its_rules_for_files(webkit: WebKitWindow, tmp_path: Path):
    (tmp_path / "page.html").write_text("<!doctype html><title>t</title>", "utf-8")
    (tmp_path / "beside.json").write_text("{}", "utf-8")
    webkit.goto((tmp_path / "page.html").as_uri())
    with pytest.raises(WebKitFault, match="Load failed"):
        webkit.evaluate("() => fetch('beside.json').then(answer => answer.text())")


def test_what_a_page_complains_of_in_webkit_is_heard(webkit: WebKitWindow, site: Path):
    webkit.goto((site / "search.html").as_uri())
    webkit.evaluate(LISTEN)
    webkit.evaluate("""async () => {
      console.error("a", "b");
      const image = document.body.appendChild(new Image());
      await new Promise(done => { image.onerror = done; image.src = "http://127.0.0.1:1/none.png"; });
      await new Promise(done => setTimeout(done, 100));
    }""")
    heard = webkit.evaluate(HEARD)
    assert isinstance(heard, list)
    assert "error: a b" in heard
    assert any(words.startswith("policy: img-src") for words in heard)


# ---- what goes wrong is told ----


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the site to damage."""
    folder = tmp_path / "copy"
    shutil.copytree(site, folder)
    yield folder
    shutil.rmtree(folder)


def faults(asked: Asked) -> set[str]:
    return {str(answer.get("fault")) for answer in asked.answers}


def test_without_a_worker_the_page_answers_itself(chromium: Browser, copy: Path, on_web: Asked):
    page = copy / "search.html"
    page.write_text(
        page.read_text("utf-8").replace("worker-src 'self' blob:", "worker-src 'none'"),
        "utf-8",
    )
    asked = ask_chromium(chromium, page.as_uri(), QUESTIONS[:6])
    assert (asked.thread, asked.answers) == ("page", on_web.answers[:6])


@pytest.mark.parametrize(
    "lost",
    ["pagefind-offline", "pagefind-offline/engine.js", "pagefind-offline/index", "pagefind-offline/fragment"],
)
def test_a_lost_part_of_the_index_is_told(chromium: Browser, copy: Path, lost: str):
    if (copy / lost).is_dir():
        shutil.rmtree(copy / lost)
    else:
        (copy / lost).unlink()
    asked = ask_chromium(chromium, (copy / "search.html").as_uri(), FEW[:1])
    assert faults(asked) == {"The search index is missing from this copy, or a part of it is."}


def test_one_lost_page_is_told_and_the_others_are_shown(chromium: Browser, copy: Path):
    group = max((copy / "pagefind-offline/fragment").iterdir(), key=lambda path: path.stat().st_size)
    group.write_text(re.sub(r'"fragment/[^"]*":"[^"]*",', "", group.read_text("utf-8"), count=1), "utf-8")
    page = chromium.new_page()
    page.goto((copy / "search.html").as_uri())
    answer = page.evaluate("() => dossier.search.answer({ words: '', count: 1000 })")
    assert answer["found"]["unread"] == 1
    assert len(answer["found"]["items"]) == answer["found"]["total"] - 1
    page.close()


@pytest.mark.parametrize("script", ["engine.js", "pagefind-entry.json.js"])
def test_two_editions_in_one_folder_are_told(chromium: Browser, copy: Path, script: str):
    path = copy / "pagefind-offline" / script
    path.write_text(re.sub(r'"[0-9a-f]{12}"', '"000000000000"', path.read_text("utf-8"), count=1), "utf-8")
    asked = ask_chromium(chromium, (copy / "search.html").as_uri(), FEW[:1])
    assert faults(asked) == {
        "The files of the search index come from two editions. Unpack the whole dossier into an empty folder."
    }


def test_without_the_list_of_words_questions_are_asked_as_they_are(chromium: Browser, copy: Path):
    shutil.rmtree(copy / "search-words")
    asked = ask_chromium(chromium, (copy / "search.html").as_uri(), (Question("Raqqa"), Question("Forbes")))
    assert [(answer["absent"], answer["total"] > 0) for answer in asked.answers] == [([], True), ([], True)]
