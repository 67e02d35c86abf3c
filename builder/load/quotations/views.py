"""The ways to read a stored text in which quotations are looked for, folded, each with the way back to the raw text.

A text as it was received; as its marks leave it; and with the halves of split quotations joined, since whoever quotes
may pass over "the mayor said" in the middle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from builder.load.quotations.folding import FoldedPlaces, fold
from builder.model.seedtext import SeedText
from builder.regexes import regex
from builder.text import Span

_SPEECH_PART = regex(
    r"""(?:,["”»“]|["”»“],|(?<=[.?!…])["”»“])(?P<space>\s)(?=\S+\s+\S)[^"“”„«»\r\n]{1,100}?[\s,:.–—-]{1,3}["“„«”]"""
)
"""What stands between the halves of a quotation that a text splits: ," the mayor said, "."""


class View:
    """One way to read a text."""

    def __init__(self, words: str, to_raw: Callable[[Span], Span]) -> None:
        self.folded = fold(words)
        self._words = words
        self._to_raw = to_raw

    @cached_property
    def _places(self) -> FoldedPlaces:
        return FoldedPlaces(self._words)

    def raw(self, found: Span) -> Span:
        """Return the raw range of a range of the folded words."""
        return self._to_raw(self._places.raw(found))


class Views:
    """The views of one text, made as far as they are asked for."""

    def __init__(self, text: SeedText) -> None:
        self._text = text
        self._made: list[View] = []
        self._left = _views(text)

    def __iter__(self) -> Iterator[View]:
        yield from self._made
        for view in self._left:
            self._made.append(view)
            yield view


def _views(text: SeedText) -> Iterator[View]:
    yield View(text.raw, _as_it_is)
    if text.clean.text != text.raw:
        yield View(text.clean.text, text.clean.to_raw)
    kept = _without_speech_parts(text.clean.text)
    if len(kept) > 1:
        yield View("".join(part.of(text.clean.text) for part in kept), _Joined(text, kept))


def _as_it_is(found: Span) -> Span:
    return found


class _Joined:
    """Leads from what is left of the clean view to the raw one."""

    def __init__(self, text: SeedText, kept: Sequence[Span]) -> None:
        self._text = text
        self._places = [offset for part in kept for offset in range(part.start, part.end)]

    def __call__(self, found: Span) -> Span:
        return self._text.clean.to_raw(Span(self._places[found.start], self._places[found.end - 1] + 1))


def _without_speech_parts(text: str) -> list[Span]:
    """The ranges of a text without the parts that name who speaks inside a quotation; a space stays of each."""
    kept: list[Span] = []
    start = 0
    for part in _SPEECH_PART.finditer(text):
        kept += [Span(start, part.start()), Span(*part.span("space"))]
        start = part.end()
    return [*kept, Span(start, len(text))]
