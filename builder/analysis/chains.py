"""The chain of who relied on whom, step by step from an article back to the first hand."""

from __future__ import annotations

from dataclasses import replace

from builder.analysis.findings import ChainStep, StepKind, StepPlace
from builder.diagnostics import FieldPath
from builder.model.article import Article, Origin, OriginTarget
from builder.model.base import ArticleId
from builder.model.library import Library


def chain_of(library: Library, article: Article) -> tuple[ChainStep, ...]:
    """Return the steps of an article's chain depth first, the article itself first.

    Where an origin is an article of the dossier, the chain runs on through that article's own origins; an
    article that is already on the way back is not entered again.
    """
    start = ChainStep(
        index=0,
        parent=None,
        depth=0,
        kind=StepKind.ARTICLE,
        place=StepPlace.HERE,
        record=("article", article.id),
        what=None,
        origin=None,
        agent=None,
        owner=ArticleId(article.id),
        path=(),
    )
    steps = [start]
    _follow(library, steps, start, article.origins, ("origins",), frozenset({ArticleId(article.id)}))
    return tuple(steps)


def _follow(
    library: Library,
    steps: list[ChainStep],
    parent: ChainStep,
    origins: tuple[Origin, ...],
    path: FieldPath,
    entered: frozenset[ArticleId],
) -> None:
    """Add the steps of some origins, which `parent` relies on and its owner's record writes at `path`."""
    for index, origin in enumerate(origins):
        here: FieldPath = (*path, index)
        maker = _added(steps, parent, StepKind.AGENT, origin, here) if origin.agent else parent
        step = _added(steps, maker, StepKind.ORIGIN, origin, here)
        _follow(library, steps, step, origin.origins, (*here, "origins"), entered)
        _follow_article(library, steps, step, entered)


def _follow_article(
    library: Library, steps: list[ChainStep], step: ChainStep, entered: frozenset[ArticleId]
) -> None:
    target = step.origin.of.article if step.origin else None
    if target is None or target in entered or target not in library.articles:
        return
    at_home = replace(step, owner=target, path=())
    _follow(library, steps, at_home, library.articles[target].origins, ("origins",), entered | {target})


def _added(
    steps: list[ChainStep], parent: ChainStep, kind: StepKind, origin: Origin, path: FieldPath
) -> ChainStep:
    is_agent = kind is StepKind.AGENT
    agent_record = origin.agent.entity if origin.agent else None
    step = ChainStep(
        index=len(steps),
        parent=parent.index,
        depth=parent.depth + 1,
        kind=kind,
        place=StepPlace.OUTSIDE if is_agent else place_of(origin.of),
        record=(("entity", agent_record) if agent_record else None) if is_agent else origin.of.record,
        what=None if is_agent else origin.of.what,
        origin=origin,
        agent=origin.agent if is_agent else None,
        owner=parent.owner,
        path=path,
    )
    steps.append(step)
    return step


def place_of(target: OriginTarget) -> StepPlace:
    """Return where the text of an origin can be read.

    What is only described, or comes from an outlet, is not in this dossier; entities and events have pages.
    """
    if target.article is not None:
        return StepPlace.INSIDE
    return StepPlace.OUTSIDE if target.what or target.outlet else StepPlace.INSIDE
