"""The chain of who relied on whom, from an article back to the first hand: its nearest steps, and how many it has.

Chains share their parts: five hundred articles that each cite the forty before have more ways back than atoms. So each
step is drawn once, where it is nearest, and counted once.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from builder.analysis.findings import ChainStep, StepKind, StepPlace
from builder.analysis.lineage import walk_origins
from builder.diagnostics import FieldPath
from builder.model.article import Article, Origin, OriginTarget
from builder.model.base import ArticleId
from builder.model.library import Library

MAX_STEPS = 60
"""Steps of one chain that a page draws: more than a reader follows."""


class _Hand(Struct):
    """An origin that is drawn, and those that are drawn behind it."""

    owner: ArticleId
    path: FieldPath
    origin: Origin
    stands_again: bool = False
    behind: list[_Hand] = field(default_factory=list)


def chain_of(library: Library, article: Article) -> tuple[ChainStep, ...]:
    """Return the nearest steps of an article's chain, `MAX_STEPS` at most besides the article itself, which is first.

    Steps stand depth first. Where an origin is an article of the dossier, the chain runs on through that article's
    own origins, at the nearest place at which it stands and at no other.
    """
    nearest = _nearest(library, article)
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
    waiting = [(start, hand) for hand in reversed(nearest)]
    while waiting:
        parent, hand = waiting.pop()
        maker = _added(steps, parent, StepKind.AGENT, hand) if hand.origin.agent else parent
        step = _added(steps, maker, StepKind.ORIGIN, hand)
        waiting.extend((step, each) for each in reversed(hand.behind))
    return tuple(steps)


def chain_lengths(library: Library) -> Mapping[ArticleId, int]:
    """Return how many steps the chain of each article with origins has, each step counted once.

    One pass over all articles, those that are relied on first: the set of articles behind one is a number with a bit
    for each, joined from theirs. Of articles that cite each other in a circle, which `load` refuses, some count less.
    """
    citing = {name: article for name, article in sorted(library.articles.items()) if article.origins}
    cited = {name: tuple(each for each in _cited(citing[name]) if each in citing) for name in citing}
    readers = Counter(each for targets in cited.values() for each in targets)
    ordered = tuple(_relied_on_first(cited))
    own = tuple(_own_steps(citing[name]) for name in ordered)
    planes = _planes(own)
    behind: dict[ArticleId, int] = {}
    lengths: dict[ArticleId, int] = {}
    for number, name in enumerate(ordered):
        reached = 1 << number
        for each in cited[name]:
            reached |= behind.get(each, 0)
            readers[each] -= 1
            if not readers[each]:
                behind.pop(each, None)  # nobody asks for it again
        lengths[name] = sum((reached & plane).bit_count() << power for power, plane in enumerate(planes))
        behind[name] = reached
    return lengths


def _planes(weights: tuple[int, ...]) -> tuple[int, ...]:
    """For each power of two a number with a bit for each place whose weight has it: sums of weights in few steps."""
    powers = range(max(weights, default=0).bit_length())
    return tuple(
        int("".join(str(weight >> power & 1) for weight in reversed(weights)), 2) for power in powers
    )


def _own_steps(article: Article) -> int:
    return sum(_size(origin) for _, origin in walk_origins(article))


def _size(origin: Origin) -> int:
    return 2 if origin.agent else 1


def _cited(article: Article) -> tuple[ArticleId, ...]:
    targets = (origin.of.article for _, origin in walk_origins(article))
    return tuple(dict.fromkeys(target for target in targets if target is not None))


def _relied_on_first(cited: Mapping[ArticleId, tuple[ArticleId, ...]]) -> Iterator[ArticleId]:
    """Yield each article behind those that it cites; without recursion, since chains may be thousands long."""
    entered: set[ArticleId] = set()
    for root in cited:
        way = [] if root in entered else [(root, iter(cited[root]))]
        entered.add(root)
        while way:
            name, following = way[-1]
            target = next((each for each in following if each not in entered), None)
            if target is None:
                yield name
                way.pop()
            else:
                entered.add(target)
                way.append((target, iter(cited[target])))


def _nearest(library: Library, article: Article) -> list[_Hand]:
    """The origins to draw, breadth first: those behind the article itself, each with those behind it."""
    first: list[_Hand] = []
    room = MAX_STEPS
    entered = {ArticleId(article.id)}
    waiting = deque(_written(first, ArticleId(article.id), article.origins, ()))
    while waiting:
        siblings, hand = waiting.popleft()
        room -= _size(hand.origin)
        if room < 0:
            break
        siblings.append(hand)
        waiting.extend(_written(hand.behind, hand.owner, hand.origin.origins, hand.path))
        target = hand.origin.of.article
        if target is None or target not in library.articles:
            continue
        if target not in entered:
            entered.add(target)
            waiting.extend(_written(hand.behind, target, library.articles[target].origins, ()))
        else:
            hand.stands_again = bool(library.articles[target].origins)
    return first


def _written(
    siblings: list[_Hand], owner: ArticleId, origins: tuple[Origin, ...], path: FieldPath
) -> Iterator[tuple[list[_Hand], _Hand]]:
    for index, origin in enumerate(origins):
        yield siblings, _Hand(owner, (*path, "origins", index), origin)


def _added(steps: list[ChainStep], parent: ChainStep, kind: StepKind, hand: _Hand) -> ChainStep:
    origin = hand.origin
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
        owner=hand.owner,
        path=hand.path,
        stands_again=hand.stands_again and not is_agent,
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
