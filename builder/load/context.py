"""Words beside a quote that tell its place from all others where the same words stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from msgspec import Struct

from builder.load.sifting import sifted_places
from builder.load.wanted import Wording
from builder.matching import spaced
from builder.model.seedtext import SeedText
from builder.text import Span
from builder.yamltext import quoted

_FEW_CHARS: Final = 60
_MOST_CHARS: Final = 600
"""How far from a quote words may tell it apart; who needs more quotes more."""
_MOST_RIVALS: Final = 100
"""Other places that are looked at for a proposal, which is tried against all of them."""


class Context(Struct, frozen=True):
    """Words right before and right after a quote; empty where they are not needed."""

    prefix: str = ""
    suffix: str = ""

    def in_words(self) -> str:
        """Return the keys and values to write: `prefix: "…"`."""
        named = (("prefix", self.prefix), ("suffix", self.suffix))
        return " and ".join(f"{name}: {quoted(words)}" for name, words in named if words)


def telling_context(text: SeedText, quote: str, span: Span, *, whole_words: bool) -> Context | None:
    """Return the fewest words beside a place that make it the only one that the quote means; None where none do.

    Empty context where the quote means this place alone. What is returned has been tried.
    """
    for context in _candidates(text, quote, span):
        wording = Wording(quote, context.prefix, context.suffix)
        if sifted_places(text, wording, whole_words=whole_words, most=1).good == [span]:
            return context
    return None


def _candidates(text: SeedText, quote: str, span: Span) -> Iterator[Context]:
    yield Context()
    rivals = [other for other in islice(text.folded.find(quote), _MOST_RIVALS) if other != span]
    before = _shortest(_before(text.raw, span), [_before(text.raw, other) for other in rivals])[::-1]
    after = _shortest(_after(text.raw, span), [_after(text.raw, other) for other in rivals])
    single = [Context(prefix=before)] * bool(before) + [Context(suffix=after)] * bool(after)
    yield from sorted(single, key=lambda one: len(one.prefix) + len(one.suffix))
    for chars in (_FEW_CHARS, _MOST_CHARS):
        yield Context(_before(text.raw, span, chars)[::-1], _after(text.raw, span, chars))


def _shortest(own: str, others: list[str]) -> str:
    """Return the fewest whole words at the head of `own` that no other begins with; empty where there are none."""
    alike = max((_alike(own, other) for other in others), default=0)
    if alike >= len(own):
        return ""
    end = own.find(" ", alike + 1)
    return own if end < 0 else own[:end]


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def _before(raw: str, span: Span, chars: int = _MOST_CHARS) -> str:
    """Return what stands before a place, letters in reverse order, white space as one space, whole words only."""
    start = max(span.start - chars, 0)
    words = spaced(raw[start : span.start])
    return words[::-1] if start == 0 else words.partition(" ")[2][::-1]


def _after(raw: str, span: Span, chars: int = _MOST_CHARS) -> str:
    """Return what stands after a place, white space as one space, whole words only."""
    end = span.end + chars
    words = spaced(raw[span.end : end])
    return words if end >= len(raw) else words.rpartition(" ")[0]
