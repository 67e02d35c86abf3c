"""The numbers that texts give for the same sort of thing, side by side; what differs is for an editor to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.analysis.comparisonfindings import Figure, FigureGroup, FigureKind, FigureStatus
from builder.model.base import ArticleId, EntityId
from builder.pages.kinds import At, Context
from builder.pages.parts.cutter import may_print
from builder.pages.parts.links import source_view
from builder.pages.parts.printed import phrase_in, place_of
from builder.pages.parts.whole import First
from builder.pages.shapes.comparing import FigureGroupView, FigureLine
from builder.pages.shapes.small import Link, Phrase
from builder.wording import in_clauses, in_row, listed, marked, marked_as, numbered, say, say_as, say_many

MAX_GROUPS = 12
"""A page shows so many groups of figures; the data have all."""
MAX_LINES = 8
"""So many figures of a group, the earliest; the data have all."""
MOST_TEXTS = 40
"""Among more texts than this every number meets another; nothing is to be seen then."""
NUMBERS = marked("Numbers")
"""Stands where what is counted may not be told."""
STATUS_WORDS: dict[FigureStatus, str] = {
    FigureStatus.CANDIDATE: marked("figures differ: to be looked at"),
    FigureStatus.COMPATIBLE: marked("figures that fit together"),
    FigureStatus.AGREE: marked("the same figure"),
}
MATTER_WORDS: dict[str, tuple[str, str]] = {
    "percent": marked_as("what is counted", "Per cent"),
    "dead": marked_as("what is counted", "Dead"),
    "injured": marked_as("what is counted", "Injured"),
    "fighters": marked_as("what is counted", "Fighters"),
    "detained": marked_as("what is counted", "Detained"),
    "displaced": marked_as("what is counted", "Displaced"),
    "people": marked_as("what is counted", "People"),
    "strikes": marked_as("what is counted", "Strikes"),
}
"""What is counted, where it is a class of ours and not a word of the text."""


def figure_views(at: At, articles: Iterable[ArticleId]) -> First[FigureGroupView]:
    """Return groups of figures that two or more of the texts give, those that differ first; the data have all."""
    told = tuple(articles)
    if len(told) > MOST_TEXTS:
        words = say(
            "Among more than {most} texts figures are not set side by side: all, as data",
            most=MOST_TEXTS,
        )
        return First((), Link(at.href("data", "figures.csv"), words))
    groups = tuple(_printed_groups(at.context, told))
    words = say_many(
        "All {count} group of figures, as data", "All {count} groups of figures, as data", len(groups)
    )
    is_cut = len(groups) > MAX_GROUPS or any(len(figures) > MAX_LINES for _, figures in groups)
    return First(
        tuple(_group(at, *each) for each in groups[:MAX_GROUPS]),
        Link(at.href("data", "figures.json"), words) if is_cut else None,
    )


def _printed_groups(
    context: Context, articles: tuple[ArticleId, ...]
) -> Iterator[tuple[FigureGroup, tuple[Figure, ...]]]:
    """The groups whose figures may be printed from two texts or more, and these figures."""
    for group in context.findings.comparison.figure_groups(articles):
        figures = tuple(each for each in group.figures if may_print(context, each.article, each.span))
        if len({figure.article for figure in figures}) > 1:
            yield group, figures


def _group(at: At, group: FigureGroup, figures: tuple[Figure, ...]) -> FigureGroupView:
    cut = say("the first {most} of {all}", most=MAX_LINES, all=numbered(len(figures)))
    return FigureGroupView(
        matter=matter_words(group.matter) if _may_tell(at.context, figures, group.matter) else say(NUMBERS),
        beside=_names_in_common(at.context, group),
        differ=group.status is FigureStatus.CANDIDATE,
        status=in_clauses((say(STATUS_WORDS[group.status]), cut if len(figures) > MAX_LINES else None)),
        lines=tuple(_line(at, figure) for figure in figures[:MAX_LINES]),
    )


def _may_tell(context: Context, figures: Iterable[Figure], matter: str) -> bool:
    """Whether the matter is a word of ours, or one of a sentence that may be published."""
    return any(
        matter in figure.classes
        or figure.kind in (FigureKind.PERCENT, FigureKind.MONEY)
        or may_print(context, figure.article, figure.sentence)
        for figure in figures
    )


def matter_words(matter: str) -> str:
    """Return what figures count as a heading: `Dead`, `Per cent`, `Money, €`."""
    kind, _, currency = matter.partition(" ")
    if kind == "money":
        return in_row((say("Money"), currency))
    return say_as(*MATTER_WORDS[matter]) if matter in MATTER_WORDS else matter[:1].upper() + matter[1:]


def _names_in_common(context: Context, group: FigureGroup) -> str | None:
    """The entities that the sentences of two or more texts name beside their figures."""
    entities = context.library.entities
    names = [entities[EntityId(word)].name for word in group.in_common if word in entities]
    return say("beside {names}", names=listed(names)) if names else None


def _line(at: At, figure: Figure) -> FigureLine:
    language = at.library.language_of(figure.article)
    href, place = place_of(at, figure.article, figure.span)
    printed = figure.counted and may_print(at.context, figure.article, figure.sentence)
    return FigureLine(
        source=source_view(at, figure.article),
        figure=phrase_in(at.context, figure.article, figure.span),
        counted=Phrase(figure.counted, language) if printed else None,
        href=href,
        locator=place,
    )
