"""Days that several texts tell of in like words, as proposals of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from builder.analysis.comparisonfindings import DateMention
from builder.analysis.findings import Findings
from builder.editing.matrix.alike import Sentence
from builder.editing.matrix.writing import MOST_EACH, new_record, quote_lines, shortened
from builder.editing.proposed import Known, NewFile, proposal_head, short_id
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.yamltext import scalar

_LEAST_IN_COMMON: Final = 3
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONGEST_AGO: Final = timedelta(days=90)
"""A day without a year is looked for so far before the text was published."""


def propose_events(
    library: Library, findings: Findings, said: Mapping[ArticleId, Sequence[Sentence]], known: Known
) -> Iterator[NewFile]:
    """Yield the days that two of the texts tell of in sentences with words in common."""
    by_day: dict[date, list[tuple[DateMention, Sentence]]] = {}
    for article in said:
        for mention in findings.comparison.dates.get(article, ()):
            day = _day_of(library, mention)
            sentence = next((each for each in said[article] if each.span.holds(mention.span)), None)
            if day is not None and sentence is not None:
                by_day.setdefault(day, []).append((mention, sentence))
    taken = {event.date.edtf.text for event in library.events.values()}
    shared = [
        (day, told)
        for day in sorted(by_day)
        if (told := _told_alike(by_day[day])) and day.isoformat() not in taken
    ]
    for day, told in shared[:MOST_EACH]:
        mention, sentence = told[0]
        text = library.texts[mention.article]
        cue = quote_lines(library, mention.article, mention.span)
        title = shortened(text.quoted(sentence.span))
        if cue is None:
            continue
        is_stated = mention.year is not None and not mention.is_relative
        articles = ", ".join(dict.fromkeys(each.article for each, _ in told))
        lines = [
            *proposal_head(
                f"Told in {articles}: where you accept it, these articles get it under `events`. Write its title."
            ),
            f"title: {scalar(title)}",
            "date:",
            f"  edtf: {day.isoformat()}",
            "  cue:",
            f"    article: {mention.article}",
            *(f"    {line}" for line in cue),
        ]
        if not is_stated:
            published = library.articles[mention.article].published.edtf.text
            lines += [
                f"  anchor: {published}",
                "  basis: inferred",
                "  note: Counted from the day on which the text was published",
            ]
        yield new_record("event", known, short_id(title) or f"event-{day.isoformat()}", lines)


def _told_alike(told: list[tuple[DateMention, Sentence]]) -> list[tuple[DateMention, Sentence]]:
    """Return the first mention of each text whose sentence has words in common with one of another text."""
    alike = {
        number
        for one, other in combinations(range(len(told)), 2)
        if told[one][1].article != told[other][1].article
        and len(told[one][1].stems & told[other][1].stems) >= _LEAST_IN_COMMON
        for number in (one, other)
    }
    first: dict[ArticleId, tuple[DateMention, Sentence]] = {}
    for number in sorted(alike):
        first.setdefault(told[number][1].article, told[number])
    return list(first.values())


def _day_of(library: Library, mention: DateMention) -> date | None:
    """The day that a mention means; a weekday, and a day without a year, is the last one before publication."""
    published = library.articles[mention.article].published.edtf.exact_day
    if mention.is_relative:
        cue = library.texts[mention.article].quoted(mention.span).casefold().removeprefix("on ")
        if published is None or " " in cue or cue[:3] not in _WEEKDAYS or not cue.endswith("day"):
            return None
        return published - timedelta(days=(published.weekday() - _WEEKDAYS.index(cue[:3])) % 7)
    if not mention.month or not mention.day or not (mention.year or published):
        return None
    try:
        day = date(mention.year or (published.year if published else 1), mention.month, mention.day)
    except ValueError:
        return None
    is_past = mention.year or (published is not None and timedelta(0) <= published - day < _LONGEST_AGO)
    return day if is_past else None
