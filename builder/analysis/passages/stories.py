"""Which texts tell one story: those of an event, a topic, a claim or a comparison, and those of a few days.

Whether two texts do follows from their records alone. However many others a dossier has, they stay related.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from builder.analysis.comparedtext import ComparedText
from builder.model.base import ArticleId
from builder.model.library import Library

NEAR_DAYS: Final = 3
"""Texts published within so many days are related whatever they are filed under: a report is taken up that soon."""
_VAGUE_DAYS, _VAGUEST_DAYS = 31, 800
"""A text that may be from any day of a longer time than the first is near those that are as vague, if it may be of one
year with them; one that may be from any day of a longer time than the second is near none by its date."""
MOST_TEXTS: Final = 400
"""A story of more texts is cut, by date, into stretches of so many that overlap by half: any two of its texts with less
than half as many between them stand in one."""
MOST_STORIES: Final = 40
"""In so many stories a text is compared with others, the smallest; one of news is in about ten."""

Story = tuple[int, ...]
"""The places of its texts, ascending."""


def stories_of(library: Library, texts: Sequence[ComparedText]) -> tuple[Story, ...]:
    """Return the stories that `texts`, in article order, tell together, each once, the smallest first."""
    place = {text.article: number for number, text in enumerate(texts)}
    named = (_story(place, articles) for articles in _named(library))
    every = (stretch for story in (*named, *_near_in_time(texts)) for stretch in _stretches(story))
    return tuple(_of_few_a_text(reversed(_not_within_others(dict.fromkeys(every)))))


def _of_few_a_text(stories: Iterable[Story]) -> Iterator[Story]:
    """Leave texts out of stories where they are in enough before; which depends on no text of another story."""
    count: Counter[int] = Counter()
    for story in stories:
        kept = tuple(place for place in story if count[place] < MOST_STORIES)
        count.update(kept)
        if len(kept) > 1:
            yield kept


def _not_within_others(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Return the stories, the largest first, but those whose texts all stand in a larger one, as a claim's may."""
    kept: list[frozenset[int]] = []
    holding: dict[int, list[int]] = {}
    for story in sorted(stories, key=lambda story: (-len(story), story)):
        members = frozenset(story)
        if not any(members <= kept[number] for number in holding.get(story[0], ())):
            for place in story:
                holding.setdefault(place, []).append(len(kept))
            kept.append(members)
    return tuple(tuple(sorted(members)) for members in kept)


def _story(place: Mapping[ArticleId, int], articles: Iterable[ArticleId]) -> Story:
    return tuple(sorted({place[article] for article in articles if article in place}))


def _named(library: Library) -> Iterator[Iterable[ArticleId]]:
    """The articles of each comparison and claim, each event with those that speak to its claims, and each topic."""
    events: dict[str, list[ArticleId]] = {event: [] for event in library.events}
    topics: dict[str, list[ArticleId]] = {topic: [] for topic in library.topics}
    for article_id, article in library.articles.items():
        for event in article.events:
            events.setdefault(event, []).append(article_id)
        for topic in article.topics:
            topics.setdefault(topic, []).append(article_id)
    claims = [
        (claim.event, [each.article for each in claim.appearances]) for claim in library.claims.values()
    ]
    for of_claim, articles in claims:
        if of_claim is not None:
            events.setdefault(of_claim, []).extend(articles)
    yield from (comparison.articles for comparison in library.comparisons.values())
    yield from (articles for _, articles in claims)
    yield from events.values()
    yield from topics.values()


def _near_in_time(texts: Sequence[ComparedText]) -> Iterator[Story]:
    """Spans of twice as many days, each beginning in the middle of the one before: so two near texts share one."""
    spans: dict[tuple[bool, int], list[int]] = {}
    for number, text in enumerate(texts):
        first, last = text.published.edtf.widened_lower, text.published.edtf.widened_upper
        days = last.toordinal() - first.toordinal()
        if days <= _VAGUE_DAYS:
            near = range(first.toordinal() // NEAR_DAYS - 1, last.toordinal() // NEAR_DAYS + 1)
        else:
            near = range(first.year, last.year + 1) if days <= _VAGUEST_DAYS else range(0)
        for span in near:
            spans.setdefault((days > _VAGUE_DAYS, span), []).append(number)
    return (tuple(spans[span]) for span in sorted(spans))


def _stretches(story: Story) -> Iterator[Story]:
    if len(story) <= MOST_TEXTS:
        if len(story) > 1:
            yield story
        return
    step = MOST_TEXTS // 2
    for first in range(0, len(story) - step, step):
        yield story[first : first + MOST_TEXTS]
