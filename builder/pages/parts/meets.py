"""The words that two quotations have in common, and those that tell one answer from another.

Words are equal without regard to capitals, or one begins with the other
(`direct`, `directly`) from five letters on. Short and empty words never count by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.pages.shapes.texts import MarkedRun
from builder.text import Span, words

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
