"""Times the first results of a hundred questions in the browsers of this machine, over http and from disk.

    python -m bench.search SITE [--browsers chromium firefox webkit] [--ways http disk] [--profiles 20]
        [--drawn] [--slowest 3]

SITE is a site as it was built; the questions are the hundred that tests ask of the worked example (`--drawn`: a
hundred of words of the articles, for any other site). The clock runs in the page. Cold: from the key that opens search
on a fresh page, with the question typed at once, until the answer stands in the window; so many of the hundred on a
profile in which nothing was ever opened, the others on a fresh page with nothing kept by http. Warm: from the input
event, in a window that answered before. Both hold the pause that search makes for the next letter. Questions with
facets or an order, which that window has no place for, go to the script behind it, and one result is drawn.

Answers are compared whole with those of the first row: pages, order, scores, excerpts, facets, and the words drawn.
"""

from __future__ import annotations

import argparse
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Page, Playwright, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from tests.browser.search.asking import ASK, Driven
from tests.browser.search.marionette import running_firefox
from tests.browser.search.queries import QUESTIONS, Question
from tests.browser.search.webkit import running_webkit
from tests.browsers import Browser, chromium_flags, locate, locate_webkit

COUNT = 100
FIRST_RESULTS = """async question => {
  const started = performance.now();
  const when = found => new Promise(done => {
    const look = () => { const got = found(); if (got) { watch.disconnect(); done(got); } return got; };
    const watch = new MutationObserver(look);
    watch.observe(document, { attributes: true, childList: true, subtree: true });
    look();
  });
  if (question.order || Object.keys(question.chosen).length) {
    await dossier.later("search");
    const answer = await dossier.search.answer({ ...question, count: 10 });
    document.body.append(...answer.found.items.slice(0, 1).map(dossier.search.drawing.result));
    return [performance.now() - started, dossier.search.drawing.status(answer, question.words)];
  }
  if (!document.querySelector("dialog[open]")) {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true }));
  }
  const field = await when(() => document.querySelector("dialog[open] [role=combobox]"));
  const [status, list] = ["status", "listbox"].map(role => field.closest("dialog").querySelector(`[role=${role}]`));
  status.textContent = "";
  field.value = question.words;
  field.dispatchEvent(new Event("input"));
  const drawn = await when(() => /result|No page/.test(status.textContent) && performance.now());
  return [drawn - started, status.textContent + list.textContent];
}"""
Fresh = Callable[[], Driven]
"""Gives a page in which nothing was opened."""
Opened = Callable[[Path], AbstractContextManager[Fresh]]
"""Starts a browser with a new profile in a folder."""


class Told(NamedTuple):
    """What one browser answered one way, and the ms it took; the first of `step` cold ones was on a new profile."""

    answers: list[object]
    warm: list[float]
    cold: list[float]
    step: int


class Tab:
    """A page of Chromium, asked as the other browsers are."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def goto(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self._page.goto(address)

    def evaluate(self, function: str, *arguments: object) -> object:
        """Call an asynchronous function in the page."""
        return self._page.evaluate(f"values => ({function})(...values)", list(arguments))


@contextmanager
def chromium(driver: Playwright, program: Path, _folder: Path) -> Iterator[Fresh]:
    """Chromium; a fresh page has a storage of its own."""
    browser = driver.chromium.launch(executable_path=program, args=chromium_flags())

    def fresh() -> Driven:
        for context in browser.contexts:
            context.close()
        return Tab(browser.new_context().new_page())

    yield fresh
    browser.close()


@contextmanager
def emptied(start: Callable[[Path], AbstractContextManager[Driven]], folder: Path) -> Iterator[Fresh]:
    """A browser that a driver of ours drives."""
    with start(folder / "profile") as window:

        def fresh() -> Driven:
            window.goto("about:blank")
            return window

        yield fresh


def browsers_here(driver: Playwright) -> dict[str, Opened]:
    """Return the browsers of this machine, each by what starts it."""
    found: dict[str, Opened] = {}
    if program := locate(Browser.CHROMIUM):
        found["chromium"] = partial(chromium, driver, program)
    if program := locate(Browser.FIREFOX):
        found["firefox"] = partial(emptied, partial(running_firefox, program))
    if webkit := locate_webkit():
        found["webkit"] = partial(emptied, partial(running_webkit, webkit))
    return found


class Handler(SimpleHTTPRequestHandler):
    """Serves the site and lets no browser keep any of it."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Say so with every answer."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Goes on where a browser ends in the middle of an answer."""

    def handle_error(self, *_where: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site on a server of this machine."""
    server = Server(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def drawn_questions(site: Path) -> tuple[Question, ...]:
    """Return questions in five shapes out of articles far apart: a word, a title, a slip, a quotation, a sentence."""
    texts = []
    for path in sorted((site / "articles").glob("*.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        title, words = page.css_first("h1"), page.css_first(".block-words")
        if title and words:
            texts.append((title.text().split(), re.findall(r"\w+", words.text())))
    asked: list[str] = []
    for title, words in texts[:: -(-len(texts) // (COUNT // 5))]:
        longest = max(words, key=len)
        slip = f"{longest[:-2]}{longest[-1]}{longest[-2]}"
        asked += [longest, " ".join(title[:2]), slip, f'"{" ".join(words[2:6])}"', " ".join(words[:10])]
    return tuple(map(Question, asked))


def timed(window: Driven, question: Question) -> tuple[float, object]:
    """Return the ms until the first result stands in the page, and the words drawn."""
    found = window.evaluate(FIRST_RESULTS, question.asked())
    assert isinstance(found, list)
    return float(found[0]), found[1]


def cold(opened: Opened, page: str, questions: tuple[Question, ...], step: int) -> Iterator[float]:
    """Yield the ms of each question on a page of its own, the first of each `step` in a browser of its own."""
    for start in range(0, len(questions), step):
        with TemporaryDirectory() as folder, opened(Path(folder)) as fresh:
            for question in questions[start : start + step]:
                window = fresh()
                window.goto(page)
                yield timed(window, question)[0]


def told_by(opened: Opened, home: str, page: str, questions: tuple[Question, ...], profiles: int) -> Told:
    """Ask one browser one way."""
    step = -(-len(questions) // profiles)
    with TemporaryDirectory() as folder, opened(Path(folder)) as fresh:
        window = fresh()
        window.goto(f"{home}search.html")
        found = window.evaluate(ASK, [question.asked() for question in questions])
        assert isinstance(found, dict)
        window.goto(home + page)
        timed(window, Question("used once"))
        warm = [timed(window, question) for question in questions]
    answers = [[answer, drawn] for answer, (_, drawn) in zip(found["answers"], warm, strict=True)]
    return Told(answers, [took for took, _ in warm], list(cold(opened, home + page, questions, step)), step)


def spread(took: list[float]) -> str:
    """Return median, 95th of a hundred and worst."""
    ordered = sorted(took)
    return f"{median(ordered):.0f} / {ordered[-(-len(ordered) * 95 // 100) - 1]:.0f} / {ordered[-1]:.0f}"


def slowest(told: Told, questions: tuple[Question, ...], count: int) -> Iterator[str]:
    """Yield the questions that took longest."""
    for name, took in (("warm", told.warm), ("cold", told.cold)):
        ordered = sorted(zip(took, questions, strict=True), key=lambda each: -each[0])
        for ms, question in ordered[:count]:
            chosen = json.dumps(question.chosen) if question.chosen else ""
            yield f"    {name} {ms:.0f} ms: {question.words} {chosen} {question.order}".rstrip()


def main() -> None:
    """Read the arguments, measure, print a line for each browser and way."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("--browsers", nargs="+", default=["chromium", "firefox", "webkit"])
    parser.add_argument("--ways", nargs="+", default=["http", "disk"])
    parser.add_argument("--profiles", type=int, default=20)
    parser.add_argument("--drawn", action="store_true", help="Questions of words of the articles.")
    parser.add_argument("--slowest", type=int, default=0, help="Name so many questions of each row.")
    chosen = parser.parse_args()
    site = chosen.site.resolve()
    questions = drawn_questions(site) if chosen.drawn else QUESTIONS
    page = next(
        (each.relative_to(site).as_posix() for each in sorted(site.glob("claims/[!i]*.html"))), "index.html"
    )
    print("| browser | way | equal answers | warm, ms: median / 95th / worst | cold | cold, new profiles |")
    print("| --- | --- | ---: | ---: | ---: | ---: |", flush=True)
    reference: Told | None = None
    with ExitStack() as ending:
        homes = {"http": ending.enter_context(served(site)), "disk": f"{site.as_uri()}/"}
        here = browsers_here(ending.enter_context(sync_playwright()))
        for name in chosen.browsers:
            if name not in here:
                print(f"| {name} | – | not on this machine | | | |")
                continue
            for way in chosen.ways:
                told = told_by(here[name], homes[way], page, questions, chosen.profiles)
                reference = reference or told
                equal = sum(one == other for one, other in zip(reference.answers, told.answers, strict=True))
                times = (told.warm, told.cold, told.cold[:: told.step])
                print(
                    f"| {name} | {way} | {equal} of {len(questions)} | {' | '.join(map(spread, times))} |",
                    *slowest(told, questions, chosen.slowest),
                    sep="\n",
                    flush=True,
                )


if __name__ == "__main__":
    main()
