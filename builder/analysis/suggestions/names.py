"""Names that texts use again and again and that belong to no entity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.analysis.findings import Findings
from builder.analysis.smallwords import FUNCTION_WORDS
from builder.analysis.suggestions.suggestion import Suggestion, SuggestionKind, made
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.regexes import regex
from builder.text import Span, paragraphs, sentences
from builder.yamltext import quoted

_NAME = regex(
    r"[A-Z][\w\u2019'-]{0,60}[^\W_](?:\s(?:(?:of|the|al|el|de|bin|van|von)\s)?[A-Z][\w\u2019'-]{0,60}[^\W_])*"
)
_NO_NAME = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday god president minister mr mrs ms dr""".split()
)
_DEMONYM = regex(r"\w+(?:ians?|ish|ese|ic)")
_OFTEN = 2
"""A name that stands in the dossier only once is not worth a record."""

_MARKS = tuple("\"'\u201c\u2018\u2019\u201e\u00ab(\u2022")
"""A capital after one of these may come from the sentence it opens."""

_Place = tuple[ArticleId, Span]


def names_without_entity(library: Library, findings: Findings) -> Iterator[Suggestion]:
    """Yield an entity, to be filled in, for each such name: most places first, then by name."""
    found: dict[str, list[_Place]] = {}
    for article in findings.article_order:
        if article in library.texts:
            for name, span in _names_in(library, findings, article):
                found.setdefault(name, []).append((article, span))
    taken = {library.name_of("outlet", outlet).casefold() for outlet in library.outlets}
    often = {
        name: places
        for name, places in found.items()
        if len(places) >= _OFTEN and name.casefold() not in taken
    }
    for name in sorted(often, key=lambda name: (-len(often[name]), name)):
        yield _suggestion(library, name, often[name])


def _names_in(library: Library, findings: Findings, article: ArticleId) -> Iterator[tuple[str, Span]]:
    clean = library.texts[article].clean
    known = [mention.span for mention in findings.mentions.get(article, ())]
    starts = {sentence.start for sentence in sentences(clean.text)}
    for line in paragraphs(clean.text):
        if _is_headline(line.of(clean.text)):
            continue
        for match in _NAME.finditer(clean.text, line.start, line.end):
            span = _trimmed(match, starts)
            if span is None or any(clean.to_raw(span).meets(mention) for mention in known):
                continue
            yield " ".join(span.of(clean.text).split()), clean.to_raw(span)


def _trimmed(match: re.Match[str], starts: set[int]) -> Span | None:
    """A name without a first word whose capital comes from the sentence; None where nothing is left."""
    words = list(re.finditer(r"\S+", match[0]))
    drop = 0
    while drop < len(words) and words[drop][0].casefold() in FUNCTION_WORDS | _NO_NAME:
        drop += 1
    left = words[drop:]
    if not left:
        return None
    begins = match.start() + left[0].start()
    opened = begins in starts or match.string[begins - 1 : begins] in _MARKS
    if len(left) == 1 and (opened or _DEMONYM.fullmatch(left[0][0])):
        return None
    start, end = match.start() + left[0].start(), match.end()
    written = match[0][left[0].start() :]
    possessive = re.search(r"[\u2019']s?$", written)
    return Span(start, end - (len(possessive[0]) if possessive else 0))


def _is_headline(line: str) -> bool:
    long_words = re.findall(r"[^\W\d_]{4,}", line)
    return len(long_words) > 1 and all(word[0].isupper() for word in long_words)


def _suggestion(library: Library, name: str, places: list[_Place]) -> Suggestion:
    articles = dict.fromkeys(article for article, _ in places)
    slug = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:80] or "name"
    message = (
        f"\u201c{name}\u201d stands {len(places)} times in {', '.join(articles)} and belongs to no entity"
    )
    yaml = f"name: {quoted(name)}\nkind: person  # or organisation, group, place, work, object\n"
    return made(library, SuggestionKind.NAME, tuple(places), message, f"content/entities/{slug}.yaml", yaml)
