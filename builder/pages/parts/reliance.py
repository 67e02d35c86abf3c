"""Who relied on a record: the articles whose origins name it, each with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.findings import OriginUse
from builder.model.article import OriginTarget
from builder.pages.kinds import At, Context
from builder.pages.parts.chain import RELATION_WORDS, outside_source, printed_cue
from builder.pages.parts.links import record_link, source_view
from builder.pages.parts.quotes import locator, quote_href
from builder.pages.parts.words import BASIS_WORDS, listed
from builder.pages.shapes.reliance import RelianceView
from builder.pages.shapes.small import Phrase
from builder.wording import say


def reliance_views(at: At, uses: Iterable[OriginUse]) -> tuple[RelianceView, ...]:
    """Return articles that relied on a record, at whatever step of their chain."""
    return tuple(_reliance(at, use) for use in uses)


def each_once(uses: Iterable[OriginUse]) -> tuple[OriginUse, ...]:
    """Return what each record writes once: carriers lead to the same step from several records."""
    found: dict[tuple[str, tuple[str | int, ...]], OriginUse] = {}
    for use in uses:
        found.setdefault((use.article, use.path), use)
    return tuple(found.values())


def _reliance(at: At, use: OriginUse) -> RelianceView:
    cue = printed_cue(at.context, use.article, use.path)
    return RelianceView(
        source=source_view(at, use.article),
        title=record_link(at, "article", use.article),
        relation=say(RELATION_WORDS[use.origin.relation]),
        what=use.origin.of.what,
        through=_through_words(at.context, use),
        basis=say(BASIS_WORDS[use.origin.basis]),
        cue=Phrase(cue.words, at.library.language_of(cue.article)) if cue else None,
        href=quote_href(at, cue) if cue else None,
        locator=locator(at.context, cue) if cue else None,
        note=use.origin.note,
        outside=outside_source(use.origin.source),
    )


def _through_words(context: Context, use: OriginUse) -> str | None:
    """Name the origins between the article and this one, nearest first."""
    origins = context.library.articles[use.article].origins
    names: list[str] = []
    for index in [part for part in use.path if isinstance(part, int)][:-1]:
        origin = origins[index]
        names.append(_target_words(context, origin.of))
        origins = origin.origins
    return say("through {hands}", hands=listed(names)) if names else None


def _target_words(context: Context, target: OriginTarget) -> str:
    return context.library.name_of(*target.record) if target.record else target.what or ""
