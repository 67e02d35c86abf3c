"""What a folded section finds, in the one line that stands outside it. Counts, and no word on who is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from builder.analysis.comparisonfindings import RenderingRelation
from builder.pages.parts.renderings import RELATION_WORDS
from builder.pages.shapes.claims import NamingView, SilenceView
from builder.pages.shapes.comparing import FigureGroupView, RenderingView, ToldDatesView
from builder.pages.shapes.small import Link
from builder.pages.shapes.tables import TableView
from builder.wording import in_row, listed, marked_many, numbered, say, say_many

_COUNTED = {
    RenderingRelation.VARIANT: marked_many("{count} in other words", "{count} in other words"),
    RenderingRelation.EXCERPT: marked_many(
        "{count} of which one text has more", "{count} of which one text has more"
    ),
    RenderingRelation.IDENTICAL: marked_many("{count} in the same words", "{count} in the same words"),
}
MOST_NAMED = 3
"""So many names stand in a line; the others are counted."""


def onelines(cut: Mapping[str, Link], **lines: str | None) -> Mapping[str, str]:
    """Return the lines by the name of their section; for a list that is cut the words that lead to all of it."""
    told = {
        section: line or (cut[section].label if section in cut else None) for section, line in lines.items()
    }
    return {section: line for section, line in told.items() if line}


def figures_line(groups: Sequence[FigureGroupView], *, cut: bool) -> str | None:
    """Return how many things several texts count, and for which the figures differ; None where the list is cut."""
    if not groups or cut:
        return None
    differing = tuple(dict.fromkeys(group.matter for group in groups if group.differ))
    counted = say_many(
        "{count} thing is counted by several texts",
        "{count} things are counted by several texts",
        len(groups),
    )
    if not differing:
        return say("{counted}; no figures differ.", counted=counted)
    return say("{counted}; figures differ for: {matters}.", counted=counted, matters=_first(differing))


def renderings_line(renderings: Sequence[RenderingView], *, cut: bool) -> str | None:
    """Return how many quotations several texts give, and how their wordings relate; None where the list is cut."""
    if not renderings or cut:
        return None
    counts = Counter(each.relation for each in renderings)
    told = (
        say_many(*words, count)
        for relation, words in _COUNTED.items()
        if (count := counts[say(RELATION_WORDS[relation])])
    )
    words = say_many(
        "{count} quotation stands in several texts",
        "{count} quotations stand in several texts",
        len(renderings),
    )
    return say("{quotations}: {relations}.", quotations=words, relations=in_row(told))


def dates_line(dates: ToldDatesView | None, *, cut: bool) -> str | None:
    """Return how many dates the texts give, and how many of them several texts; None where the list is cut."""
    if dates is None or cut:
        return None
    shared = sum(sum(bool(cues) for _, cues in row.cells) > 1 for row in dates.rows)
    words = say_many("{count} date", "{count} dates", len(dates.rows))
    if not shared:
        return say("{dates}, none of them in several texts.", dates=words)
    return say("{dates}, {count} of them in several texts.", dates=words, count=numbered(shared))


def names_line(naming: Sequence[NamingView], *, cut: bool) -> str | None:
    """Return who and what the texts call by different names."""
    if not naming:
        return None
    names = [each.entity.label for each in naming]
    told = listed([*names[:MOST_NAMED], say("others")]) if cut else _first(names)
    return say("The texts use different names for: {names}.", names=told)


def words_line(keywords: TableView | None, *, cut: bool) -> str | None:
    """Return how many words one text uses more than the others; the last row of the table is all words."""
    if keywords is None or cut:
        return None
    count = len(keywords.rows) - 1
    return say_many(
        "{count} word that one text uses markedly more than the others.",
        "{count} words that one text uses markedly more than the others.",
        count,
    )


def silences_line(silences: Sequence[SilenceView], *, cut: bool) -> str | None:
    """Return how many texts leave out a claim for which they were read; None where the list is cut."""
    if not silences or cut:
        return None
    return say_many(
        "{count} text was read for a claim of which it says nothing.",
        "{count} texts were read for claims of which they say nothing.",
        len(silences),
    )


def count_line(one: str, many: str, count: int, *, cut: bool = False) -> str | None:
    """Return a number with its words, which are marked; None where there is nothing or the list is cut."""
    return say_many(one, many, count) if count and not cut else None


def _first(names: Sequence[str]) -> str:
    left = len(names) - MOST_NAMED
    if left <= 0:
        return listed(names)
    return listed([*names[:MOST_NAMED], say_many("{count} more", "{count} more", left)])
