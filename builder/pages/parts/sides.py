"""Which sides a claim has, which two texts tell the difference best, which words those share.

Two appearances collide where one goes with the claim and the other against it on the same position, or where both go
with it on different positions. `mentions` and `doubts` collide with nothing.

Words are equal without regard to capitals, or one begins with the other
(`direct`, `directly`) from five letters on. Short and empty words never count by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from msgspec import Struct

from builder.analysis.claimfindings import ClaimFindings, Rung, Saying
from builder.model.claim import Reading, Stance
from builder.pages.kinds import Context
from builder.pages.parts.quotes import placed_saying
from builder.pages.shapes.texts import MarkedRun
from builder.text import Span, words

AGAINST = frozenset({Stance.DISPUTES, Stance.CONTRADICTS})
NEUTRAL = frozenset({Stance.DOUBTS, Stance.MENTIONS})
SIDED = frozenset({Reading.CONFLICT, Reading.DIFFER})
SideKey = tuple[str, str | None]


class Collision(Struct, frozen=True):
    """Two appearances in different texts that speak against each other, the one in the earlier column first."""

    first: Saying
    second: Saying


def side_of(saying: Saying) -> SideKey:
    """Return the side an appearance stands on: with, against or doubts, and the position."""
    if saying.stance in AGAINST:
        return "against", saying.appearance.position
    return "doubts" if saying.stance is Stance.DOUBTS else "with", saying.appearance.position


def firmness(saying: Saying) -> int:
    """Return how firmly an appearance speaks: its rung; arguing against is as firm as asserting."""
    if saying.stance in AGAINST:
        return int(Rung.ASSERTS)
    return int(saying.rung) if saying.rung is not None else 0


def collide(first: Saying, second: Saying) -> bool:
    """Whether two appearances speak against each other."""
    if first.stance in NEUTRAL or second.stance in NEUTRAL:
        return False
    same = first.appearance.position == second.appearance.position
    with_it = (first.stance not in AGAINST, second.stance not in AGAINST)
    return not same if all(with_it) else same and any(with_it)


def sharpest_collision(context: Context, findings: ClaimFindings) -> Collision | None:
    """Return the two appearances that tell a conflict best, or None where no two texts collide.

    The weaker of the two speaks as firmly as possible; then the firmer; then they share the most words; then they are
    nearest in time; then they stand in the earliest columns.
    """
    candidates = _candidates(findings.sayings)
    pairs = [
        Collision(first, second)
        for first, second in combinations(candidates, 2)
        if first.article != second.article and collide(first, second)
    ]
    return min(pairs, key=lambda pair: _bluntness(context, pair), default=None)


MAX_CANDIDATES = 24
"""Pairs grow with the square: past this many only the firmest appearances are compared. The quotations have all."""


def _candidates(sayings: tuple[Saying, ...]) -> tuple[Saying, ...]:
    sided = [saying for saying in sayings if saying.stance not in NEUTRAL]
    if len(sided) <= MAX_CANDIDATES:
        return tuple(sided)
    firmest = sorted(range(len(sided)), key=lambda place: (-firmness(sided[place]), place))[:MAX_CANDIDATES]
    return tuple(sided[place] for place in sorted(firmest))


def _bluntness(context: Context, pair: Collision) -> tuple[int, int, int, int]:
    firm = sorted((firmness(pair.first), firmness(pair.second)))
    quotes = (placed_saying(context, pair.first).words, placed_saying(context, pair.second).words)
    articles = context.library.articles
    dates = [articles[saying.article].published.edtf.lower for saying in (pair.first, pair.second)]
    return -firm[0], -firm[1], -common_words(*quotes), abs(dates[0].toordinal() - dates[1].toordinal())


def one_per_side(sayings: tuple[Saying, ...], preferred: Collision | None = None) -> tuple[Saying, ...]:
    """Return one appearance for each side, the preferred one or its firmest and then earliest, in column order."""
    chosen = {side_of(saying): saying for saying in (preferred.first, preferred.second)} if preferred else {}
    settled = frozenset(chosen)
    for saying in sayings:
        side = side_of(saying)
        if not saying.counts or side in settled:
            continue
        if side not in chosen or firmness(saying) > firmness(chosen[side]):
            chosen[side] = saying
    return tuple(saying for saying in sayings if saying in chosen.values())


def one_per_article(sayings: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """Return the first firmest appearance of each article that takes a side, in column order."""
    chosen: dict[str, Saying] = {}
    for saying in sayings:
        if saying.counts and (
            saying.article not in chosen or firmness(saying) > firmness(chosen[saying.article])
        ):
            chosen[saying.article] = saying
    return tuple(chosen.values())


MIN_LETTERS = 4
MIN_STEM = 5
EMPTY_WORDS = frozenset(
    "a an and are as at be but by can did do for had has he her him his how if in is it its "
    "may no nor not of off on or our out own she so than the to too up us was we who you "
    "about after against also although another because been before being between both could "
    "does down during even from further have having into like many more most much only other "
    "over same should since some soon such than that their them then there these they this "
    "those through under until upon very were what when where which while will with would "
    "your".split()
)
"""English words too common to say that two quotations meet; other languages have only the rule of length."""


JOINING_WORDS = frozenset({"and", "from", "of", "or"})
"""A run of marked words goes on over one of these."""


def common_words(first: str, second: str) -> int:
    """Return how many telling words of the first text the second has too."""
    others = telling_words(second)
    return sum(_matches(word, others) for word in telling_words(first))


def telling_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that carry meaning by themselves, in lower case, each once."""
    found = (span.of(text).casefold() for span in words(text))
    return tuple(dict.fromkeys(word for word in found if _is_telling(word)))


def _is_telling(word: str) -> bool:
    if any(character.isdigit() for character in word):
        return True
    return len(word) >= MIN_LETTERS and word not in EMPTY_WORDS


def _matches(word: str, others: Iterable[str]) -> bool:
    return any(word == other or _share_stem(word, other) for other in others)


def _share_stem(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= MIN_STEM and longer.startswith(shorter)


def telling_apart(label: str, other: str) -> tuple[str, ...]:
    """Return the words of one position's label that the other label has not; here short words (`two`) tell too."""
    others = _label_words(other)
    return tuple(word for word in _label_words(label) if not _matches(word, others))


def _label_words(label: str) -> tuple[str, ...]:
    found = (span.of(label).casefold() for span in words(label))
    return tuple(dict.fromkeys(word for word in found if word not in EMPTY_WORDS))


def wanted_spans(text: str, wanted: tuple[str, ...]) -> tuple[Span, ...]:
    """Return where a text has one of the words; those that only a joining word parts are one range."""
    return tuple(
        _joined(text, [span for span in words(text) if _is_wanted(span.of(text).casefold(), wanted)])
    )


def marked_runs(text: str, wanted: tuple[str, ...]) -> tuple[MarkedRun, ...]:
    """Cut a text into runs, those that meet one of the wanted words marked."""
    return runs_of(text, wanted_spans(text, wanted))


def runs_of(text: str, spans: Iterable[Span]) -> tuple[MarkedRun, ...]:
    """Cut a text into runs, those inside the ranges marked."""
    runs: list[MarkedRun] = []
    reached = 0
    for span in spans:
        runs += MarkedRun(text[reached : span.start]), MarkedRun(span.of(text), marked=True)
        reached = span.end
    return tuple(run for run in (*runs, MarkedRun(text[reached:])) if run.text)


def _is_wanted(word: str, wanted: tuple[str, ...]) -> bool:
    return word in wanted or (_is_telling(word) and _matches(word, wanted))


def _joined(text: str, spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and _is_thin(text[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _is_thin(between: str) -> bool:
    bridge = between.strip().casefold()
    return not bridge or bridge in JOINING_WORDS
