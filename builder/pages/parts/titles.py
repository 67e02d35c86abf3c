"""What the window of a record's page is called, so that no two pages of a site share a title.

The headline on the page stays as the editors wrote it.
"""

from __future__ import annotations

from builder.model.base import ArticleId
from builder.model.library import Library
from builder.pages.parts.dates import date_words
from builder.pages.parts.recordwords import RECORD_WORDS
from builder.wording import marked, say

LISTS = (
    marked("Articles"),
    marked("Claims"),
    marked("Comparisons"),
    marked("Corrections"),
    marked("Data"),
    marked("Events"),
    marked("Methodology"),
    marked("Outlets"),
    marked("Page not found"),
    marked("People, places, organisations"),
    marked("Search"),
    marked("Sources"),
    marked("Timeline"),
    marked("Topics"),
)
"""What the windows of lists are called: a record of that name says which kind it is."""


def told_apart(library: Library, kind: str, record_id: str) -> str:
    """Return what a record is called, with what tells it from all others that are called the same.

    That is its kind, for an article its outlet and date, and where another of the kind has those too, its id.
    """
    record = library.records(kind)[record_id]
    number = getattr(record, "number", None)
    name = library.name_of(kind, record_id)
    words = f"{number.upper()} {name}" if number else name
    others = [other for other in library.namesakes(name) if other != (kind, record_id)]
    if not others and not _is_a_list(name.casefold()):
        return words
    more = _more(library, kind, record_id)
    if any(other == kind and _more(library, other, other_id) == more for other, other_id in others):
        more = say("{more}, {id}", more=more, id=record_id)
    return f"{words} ({more})"


def _is_a_list(name: str) -> bool:
    return any(say(words).casefold() == name for words in LISTS)


def dated_title(library: Library, article: ArticleId) -> str:
    """Return the title of an article with its date, and what else tells it from all others."""
    name = library.name_of("article", article)
    told = told_apart(library, "article", article)
    return f"{name} ({date_words(library.articles[article].published.edtf)})" if told == name else told


def _more(library: Library, kind: str, record_id: str) -> str:
    if kind != "article":
        return say(RECORD_WORDS[kind].aside)
    article = library.articles[ArticleId(record_id)]
    outlet = library.outlets[article.outlet].name
    return say("{outlet}, {date}", outlet=outlet, date=date_words(article.published.edtf))
