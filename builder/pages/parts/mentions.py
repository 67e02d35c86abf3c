"""Where texts name an entity: every sentence that may be published, grouped by article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from builder.analysis.excerpts import shows
from builder.analysis.findings import Mention
from builder.model.base import ArticleId, EntityId
from builder.model.entity import Entity
from builder.model.library import PlacedQuote
from builder.model.seedtext import SeedText
from builder.pages.kinds import At
from builder.pages.parts.cutter import printed_runs, published_of
from builder.pages.parts.links import record_link, source_view
from builder.pages.parts.quotes import locator, quote_href
from builder.pages.shapes.mentions import MentionGroup, MentionRun, MentionView
from builder.pages.shapes.small import NumberedLink
from builder.text import Span, joined
from builder.wording import say, say_many

FIRST = 3
"""Sentences of one article that stand open; the rest is one gesture away."""


MOST = 100
"""Sentences of one article; with more of them its own page, where every name is marked, is the better place."""


def mention_groups(at: At, entity: EntityId, articles: Iterable[ArticleId]) -> tuple[MentionGroup, ...]:
    """Return articles that name an entity, each with its sentences in text order."""
    return tuple(_group(at, article, entity) for article in articles)


def _group(at: At, article: ArticleId, entity: EntityId) -> MentionGroup:
    mentions = [each for each in at.findings.mentions.get(article, ()) if each.entity == entity]
    views = tuple(islice(_sentence_views(at, article, mentions), MOST + 1))
    rest, is_cut = views[FIRST:MOST], len(views) > MOST
    return MentionGroup(
        source=source_view(at, article),
        title=NumberedLink(None, record_link(at, "article", article)),
        count=say_many("named once", "named {count} times", len(mentions)),
        first=views[:FIRST],
        rest=rest,
        rest_words=_rest_words(len(rest), is_cut=is_cut),
    )


def _rest_words(count: int, *, is_cut: bool) -> str:
    if not is_cut:
        return say_many("{count} more sentence", "{count} more sentences", count)
    return say_many(
        "{count} more sentence of those that follow; the article has all",
        "{count} more sentences of those that follow; the article has all",
        count,
    )


def _sentence_views(at: At, article: ArticleId, mentions: Sequence[Mention]) -> Iterable[MentionView]:
    """One view for each sentence; names whose sentence may not be published are counted and not printed."""
    text = at.library.texts[article]
    published = published_of(at.context, article)
    for sentence, spans in _by_sentence(text, mentions).items():
        shown = [span for span in spans if shows(published, span)]
        if not shown:
            continue
        paragraph = text.paragraph_at(shown[0].start)
        number = paragraph.number if paragraph else 1
        yield MentionView(
            runs=_runs(text, published, sentence, shown),
            lang=at.library.language_of(article),
            locator=say("paragraph {number}", number=number),
            href=at.href("article", article, f"p-{number}"),
        )


def _by_sentence(text: SeedText, mentions: Iterable[Mention]) -> Mapping[Span, list[Span]]:
    found: dict[Span, list[Span]] = {}
    for mention in mentions:
        found.setdefault(text.sentence_around(mention.span), []).append(mention.span)
    return found


def _runs(
    text: SeedText, published: tuple[Span, ...], sentence: Span, names: Iterable[Span]
) -> tuple[MentionRun, ...]:
    """Return a sentence as readers see it, its names apart."""
    marks = [text.clean.to_clean(name) for name in joined(names)]
    runs = printed_runs(text, published, sentence, marks, ends=True)
    return tuple(MentionRun(run.text, named=run.meets(marks)) for run in runs)


def false_friend_views(at: At, entity: Entity) -> tuple[MentionView, ...]:
    """Return the words that look like a name of the entity and are not, each in its sentence with the reason."""
    found: list[MentionView] = []
    for index, friend in enumerate(entity.not_):
        placed = at.library.quote("entity", entity.id, "not", index)
        if placed is not None:
            found.append(_false_friend(at, placed, friend.note))
    return tuple(found)


def _false_friend(at: At, placed: PlacedQuote, note: str | None) -> MentionView:
    article = placed.article
    text = at.library.texts.get(article)
    published = published_of(at.context, article)
    runs: tuple[MentionRun, ...] = (MentionRun(placed.words, named=True),)
    may_link = False
    if text is not None and placed.span is not None and shows(published, placed.span):
        sentence = text.sentence_around(placed.span)
        runs = _runs(text, published, sentence, (placed.span,))
        may_link = True
    source = at.library.articles[article]
    outlet = at.library.outlets[source.outlet].name
    where = say(", ").join((" ".join(filter(None, (source.siglum, outlet))), locator(at.context, placed)))
    href = quote_href(at, placed) if may_link else at.href("article", article)
    return MentionView(runs, at.library.language_of(placed.article), where, href, note)
