"""Whose words a text gives, in words: `quoting Daily Mail`, `translating Politika`, as far as the text states it."""

from __future__ import annotations

from msgspec.structs import replace

from builder.analysis.claimfindings import RecordKey, Reliance, Saying
from builder.model.article import Relation
from builder.model.base import ArticleId
from builder.pages.kinds import At, Context
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.shapes.small import SourceView
from builder.wording import marked, say, say_many

MOST_STEPS = 12
"""Steps that stand beside each quote of a text; what computed data say of the claim has them all."""
THROUGH_WORDS: dict[Relation, str] = {
    Relation.TRANSLATES: marked("translating {name}"),
    Relation.REPUBLISHES: marked("republishing {name}"),
    Relation.QUOTES: marked("quoting {name}"),
    Relation.REPORTS: marked("citing {name}"),
    Relation.BASED_ON: marked("based on {name}"),
}
"""What a text does with what it relies on; it reports an event and cites everybody else."""


def origin_name(context: Context, key: RecordKey) -> str:
    """Return what an origin is called: an article of the dossier by its siglum or outlet, else record or words."""
    kind, name = key
    if kind == "what":
        return name
    return siglum_of(context, ArticleId(name)) if kind == "article" else context.library.name_of(kind, name)


def through_words(context: Context, saying: Saying) -> str | None:
    """Return through whom an article has the words of an appearance, nearest first, or None where they are its own."""
    words = [_step(context, each) for each in saying.through[:MOST_STEPS]]
    more = len(saying.through) - len(words)
    words += [say_many("and {count} more", "and {count} more", more)] if more else []
    return say(", ").join(words) or None


def _step(context: Context, reliance: Reliance) -> str:
    name = origin_name(context, reliance.origin.key)
    is_event = reliance.origin.key[0] == "event"
    return (
        say("reporting {name}", name=name) if is_event else say(THROUGH_WORDS[reliance.relation], name=name)
    )


def saying_source(at: At, saying: Saying, *, dated: bool = True) -> SourceView:
    """Return an article as the source of an appearance, with those through whom it has the words."""
    source = source_view(at, saying.article, dated=dated)
    return replace(source, through=through_words(at.context, saying))
