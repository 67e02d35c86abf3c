"""Asks a page of the site through its own script and takes down what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Browser

from tests.browser.search.queries import QUESTIONS, Question

ASK = """async questions => {
  const answers = [];
  for (const question of questions) {
    try {
      const answer = await dossier.search.answer(question);
      answers.push({
        offered: answer.name && answer.name.title, absent: answer.known.absent.map(each => each.word),
        total: answer.found.total, // summed in another order the last bit may differ
        scores: answer.found.scores.map(score => score.toPrecision(5)), facets: answer.found.facets,
        items: answer.found.items.map(item => ({
          url: item.url, kind: item.lines.kind, siglum: item.lines.siglum || "", more: item.more,
          title: item.title.map(run => run.text).join(""), places: item.places,
        })),
      });
    } catch (fault) { answers.push({ fault: fault.message }); }
  }
  return { answers, thread: dossier.search.thread() };
}"""


# A driver without a console hears what a page complains of from the page itself, once it is loaded.
LISTEN = """async () => {
  window.heard = [];
  const hear = (kind, words) => window.heard.push(kind + ": " + words);
  addEventListener("securitypolicyviolation", event => hear("policy", event.violatedDirective));
  addEventListener("error", event => hear("error", event.message || event.target.src || event.target.href), true);
  addEventListener("unhandledrejection", event => hear("error", event.reason));
  for (const level of ["warn", "error"]) console[level] = (...words) => hear(level, words.join(" "));
}"""
HEARD = "async () => window.heard"
REQUESTS = "async () => performance.getEntriesByType('resource').map(entry => entry.name)"


class Driven(Protocol):
    """A browser that a driver of ours drives."""

    def goto(self, address: str) -> None: ...
    def evaluate(self, function: str, *arguments: object) -> object: ...


@dataclass(frozen=True)
class Asked:
    """What one browser answered, where its engine ran, and what it complained of."""

    answers: list[dict]
    thread: str
    complaints: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()


def ask_chromium(browser: Browser, address: str, questions: tuple[Question, ...] = QUESTIONS) -> Asked:
    """Open a page in a fresh profile and ask; complaints are errors, warnings and refusals of any kind."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address)
    found = page.evaluate(ASK, [question.asked() for question in questions])
    context.close()
    return Asked(found["answers"], found["thread"], tuple(complaints), tuple(requests))


def ask_driven(browser: Driven, address: str, questions: tuple[Question, ...] = QUESTIONS) -> Asked:
    """Open a page and ask."""
    browser.goto(address)
    found = browser.evaluate(ASK, [question.asked() for question in questions])
    assert isinstance(found, dict)
    return Asked(found["answers"], found["thread"])


def ask_listening(browser: Driven, address: str, questions: tuple[Question, ...] = QUESTIONS) -> Asked:
    """Open a page, listen for complaints of any kind, and ask."""
    browser.goto(address)
    browser.evaluate(LISTEN)
    found = browser.evaluate(ASK, [question.asked() for question in questions])
    heard, requests = browser.evaluate(HEARD), browser.evaluate(REQUESTS)
    assert isinstance(found, dict)
    assert isinstance(heard, list)
    assert isinstance(requests, list)
    return Asked(found["answers"], found["thread"], tuple(heard), tuple(requests))
