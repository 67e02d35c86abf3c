"""What a link shows of the page that it leads to, before a reader follows it: for scripts, beside the pages.

Previews are handed over in scripts of about `SHARE` pages each, so that a page loads few bytes and an edit makes few of
them anew. Which one holds a page follows from its address; `templates/assets/js/preview/` reckons the same way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from builder.analysis.claimfindings import Saying
from builder.model.base import ArticleId, ClaimId, EntityId, EventId
from builder.model.datewords import date_words
from builder.model.kinds import RECORD_KINDS
from builder.pages.documents.bibliography import csl_of, one_line
from builder.pages.documents.feeds import plain_words
from builder.pages.kinds import Context, Subject
from builder.pages.parts.answers import answer_words, claim_reading
from builder.pages.parts.cutter import OMISSION, printed_quote
from builder.pages.parts.quotes import context_words, locator, placed_saying
from builder.pages.parts.words import ENTITY_KIND_WORDS
from builder.paths import SitePath
from builder.wording import say

FOLDER = "previews"
SHARE = 64
MOST_CHARACTERS = 240
"""What is shown of a description, in code points; the page that the link leads to has all of it."""


class Previewed(Struct, frozen=True):
    """A page that links show something of."""

    path: SitePath
    kind: str
    subject: Subject


class Share(Struct, frozen=True):
    """Pages whose previews stand in one script, by path."""

    path: SitePath
    pages: tuple[Previewed, ...]

    def script(self, context: Context) -> str:
        """Return the script that hands the previews over: kind, number, title, about, words, quotes by anchor, CSL."""
        told = {page.path: _PREVIEWS[page.kind](context, page.subject) for page in self.pages}
        return _call("put", told)


def shares(pages: Iterable[Previewed]) -> tuple[Share, ...]:
    """Return the scripts that hold the previews of some pages; none is empty but where there is no page at all."""
    every = sorted((page for page in pages if page.kind in _PREVIEWS), key=lambda page: page.path)
    count = 1 << max(0, (len(every) - 1) // SHARE).bit_length()
    parts: list[list[Previewed]] = [[] for _ in range(count)]
    for page in every:
        parts[number_of(page.path, count)].append(page)
    return tuple(
        Share(SitePath(f"{FOLDER}/{number}.js"), tuple(part)) for number, part in enumerate(parts) if part
    )


def index_script(some: tuple[Share, ...]) -> str:
    """Return the script that says in how many scripts the previews are, in a power of two."""
    pages = sum(len(share.pages) for share in some)
    return _call("shares", 1 << max(0, (pages - 1) // SHARE).bit_length())


def number_of(path: str, count: int) -> int:
    """Return which of `count` scripts holds a page: a sum over the ASCII letters of its path, times 31 each."""
    found = 0
    for letter in path:
        found = (found * 31 + ord(letter)) & 0xFFFFFFFF
    return found % count


def _call(name: str, value: object) -> str:
    return f"dossier.preview.{name}({json.dumps(value, ensure_ascii=False, separators=(',', ':'))});\n"


Told = list[object]


def _article(context: Context, subject: Subject) -> Told:
    article_id = ArticleId(subject)
    article = context.library.articles[article_id]
    about = (context.library.outlets[article.outlet].name, date_words(article.published.edtf))
    said = context.findings.backlinks.sayings_by_article.get(article_id, ())
    told = _told(
        context, "article", subject, article.siglum, " · ".join(about), _cut(context, article.summary)
    )
    return [*told, dict(_quotes(context, said)), csl_of(context, article_id)]


def _quotes(context: Context, sayings: Iterable[Saying]) -> Iterator[tuple[str, tuple[str, str, str, str]]]:
    """Yield by anchor the sentence of each quote, as far as it may be printed, and where it stands."""
    for saying in sayings:
        placed = placed_saying(context, saying)
        words = printed_quote(context, placed)
        if words is not None and placed.span is not None:
            yield placed.anchor, (*context_words(context, placed), words, locator(context, placed))


def _claim(context: Context, subject: Subject) -> Told:
    claim = context.library.claims[ClaimId(subject)]
    reading = claim_reading(context, ClaimId(subject))
    about = ": ".join(filter(None, (reading.word, reading.disagreement)))
    return _told(context, "claim", subject, claim.number, about, answer_words(context, claim))


def _event(context: Context, subject: Subject) -> Told:
    event = context.library.events[EventId(subject)]
    about = date_words(event.date.edtf)
    return _told(context, "event", subject, event.number, about, _cut(context, event.description))


def _entity(context: Context, subject: Subject) -> Told:
    entity = context.library.entities[EntityId(subject)]
    about = say(ENTITY_KIND_WORDS[entity.kind])
    return _told(context, "entity", subject, None, about, _cut(context, entity.description))


def _described(kind: str) -> Callable[[Context, Subject], Told]:
    def told(context: Context, subject: Subject) -> Told:
        words = getattr(context.library.records(kind)[subject], "description", None)
        return _told(context, kind, subject, None, "", _cut(context, words))

    return told


_PREVIEWS: dict[str, Callable[[Context, Subject], Told]] = {
    "article": _article,
    "claim": _claim,
    "comparison": _described("comparison"),
    "entity": _entity,
    "event": _event,
    "outlet": _described("outlet"),
    "topic": _described("topic"),
}


def _told(context: Context, kind: str, subject: str, number: str | None, about: str, words: str) -> Told:
    title = context.library.name_of(kind, subject)
    return [say(RECORD_KINDS[kind].one), (number or "").upper(), title, about, words]


def _cut(context: Context, prose: str | None) -> str:
    words = one_line(plain_words(context, prose)) if prose else ""
    if len(words) <= MOST_CHARACTERS:
        return words
    return f"{words[:MOST_CHARACTERS].rpartition(' ')[0] or words[:MOST_CHARACTERS]} {OMISSION}"
