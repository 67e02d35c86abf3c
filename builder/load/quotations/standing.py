"""Whether quoted words stand in a text, and where.

They stand there if every stretch between omissions does: whole words in the text's order, letter for letter but for
the first letter's case, the shapes of marks, and punctuation at either end. `[…]` and `…` leave words out; `[words]`
are the editors' own, in place of a few of the text's or of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from builder.load.quotations.folding import fold
from builder.markdown import CODE
from builder.regexes import regex
from builder.text import Span, is_word_boundary

_ELLIPSIS = r"(?:…|\.{3,}|\.(?: \.){2,})"
_CHANGED_LETTER = regex(r"\A[\W_]*\[([^\W\d_])\](?=[^\W_])")
"""[T]he: the first letter of all in another case; elsewhere a bracket stands in for a part of a word."""
_GAP = regex(
    rf"(?P<left>\s*)(?:[\[(]\s*{_ELLIPSIS}\s*[\])]|(?P<inserted>\[[^\[\]]{{0,300}}\]|{CODE})|{_ELLIPSIS})(?P<right>\s*)"
)
EDGES = " .,;:!?'()[]-…¿¡，。、；：！？"
"""Signs at either end of a stretch that may differ."""
_MAX_OMITTED_CHARS = 1_500
_MAX_REPLACED_CHARS = 50
_MAX_TRIED_STARTS = 200
_LEAST_WORDS_A_STRETCH = 2
_WORD = regex(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
"""A word; in scripts without spaces, a sign."""


_NOT_REPLACED = regex(
    r"\b(?:not?|never|nor|cannot|without|none|nobody|nothing)\b|n't\b|[.!?]['\])]*\s", re.IGNORECASE
)
"""What a short gap may not hide: a negation, the end of a sentence."""
_ADDRESS = regex(r"(?:[A-Za-z][\w+.-]*://|www\.|\.{0,2}/|[^\s@]+@)\S+")
_FIGURE_GOES_ON = regex(r"\d[.,]\d")
_NEGATED = regex(r"n't(?![^\W_])", re.IGNORECASE)


class Stretch(Struct, frozen=True):
    """Words of a quotation between omissions, folded. `reach` is how far after the last stretch they may begin.

    `cuts_left` and `cuts_right` say that a bracket stands in for a part of the first or last word.
    """

    words: str
    reach: int
    cuts_left: bool
    cuts_right: bool


def words_in(folded: str) -> list[str]:
    """Return the words of a folded text without their case."""
    return _WORD.findall(folded.casefold())


def readings_of(quotation: str) -> tuple[tuple[Stretch, ...], ...]:
    """Return the ways to read a quotation, each as what has to stand in a text; none where it holds no words.

    Its ellipses and brackets may be the text's own, and so the whole of it is the first way.
    """
    folded = fold(quotation)
    whole = folded.strip(EDGES)
    if not _WORD.search(whole) or _ADDRESS.fullmatch(whole):
        return ()
    parts = _stretches(_CHANGED_LETTER.sub(r"\1", folded))
    verbatim = (Stretch(whole, 0, cuts_left=False, cuts_right=False),)
    if not parts or parts == verbatim:
        return (verbatim,)
    return verbatim, parts if _tells_enough(parts) else tuple(map(_kept_short, parts))


def _stretches(folded: str) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    at, reach, cuts = 0, 0, False
    for gap in [*_GAP.finditer(folded), None]:
        end = gap.start() if gap else len(folded)
        words = folded[at:end].strip(EDGES)
        glued_after = bool(gap and gap["inserted"] and not gap["left"])
        if _WORD.search(words):
            whole_end = folded[at:end].endswith(words)
            found.append(Stretch(words, reach, cuts, glued_after and whole_end))
            reach = 0
        if gap is not None:
            reach = max(reach, _MAX_REPLACED_CHARS if gap["inserted"] else _MAX_OMITTED_CHARS)
            at = gap.end()
            cuts = bool(gap["inserted"] and not gap["right"] and folded[at : at + 1].isalnum())
    return tuple(found)


def _tells_enough(stretches: tuple[Stretch, ...]) -> bool:
    """Whether omissions leave enough words to reach over more than a few: single ones stand all over a page."""
    if not any(stretch.reach >= _MAX_OMITTED_CHARS for stretch in stretches[1:]):
        return True
    counts = [len(_WORD.findall(stretch.words)) for stretch in stretches]
    return sum(counts) >= _LEAST_WORDS_A_STRETCH * len(counts)


def _kept_short(stretch: Stretch) -> Stretch:
    return replace(stretch, reach=min(stretch.reach, _MAX_REPLACED_CHARS))


def find_stretches(folded: str, stretches: tuple[Stretch, ...]) -> Span | None:
    """Return the range of a folded text from the first to the last stretch, or None where they do not stand there."""
    first, *others = stretches
    for start in islice(_places(folded, first, 0, len(folded)), _MAX_TRIED_STARTS):
        end = _end_of_all(folded, start + len(first.words), others)
        if end is not None:
            return Span(start, end)
    return None


def _end_of_all(folded: str, end: int, others: Sequence[Stretch]) -> int | None:
    for stretch in others:
        following = _end_of_next(folded, stretch, end)
        if following is None:
            return None
        end = following
    return end


def _end_of_next(folded: str, stretch: Stretch, after: int) -> int | None:
    """Where a stretch ends that follows within its reach; words in brackets stand for few others."""
    following = next(_places(folded, stretch, after, after + stretch.reach + len(stretch.words)), None)
    if following is None:
        return None
    is_close = stretch.reach == _MAX_REPLACED_CHARS
    is_too_much = is_close and _NOT_REPLACED.search(folded, after, following)
    return None if is_too_much else following + len(stretch.words)


def _places(folded: str, stretch: Stretch, low: int, high: int) -> Iterator[int]:
    """Yield where a stretch stands between two offsets; its first letter may have another case."""
    other_case = stretch.words[0].swapcase()
    for first in (stretch.words[0], other_case) if len(other_case) == 1 else (stretch.words[0],):
        words = first + stretch.words[1:]
        at = folded.find(words, low, high)
        while at >= 0:
            if _has_edges(folded, at, at + len(words), stretch):
                yield at
            at = folded.find(words, at + 1, high)
        if other_case == stretch.words[0]:
            return


def _has_edges(folded: str, start: int, end: int, stretch: Stretch) -> bool:
    """Whether whole words and whole figures begin and end there; "can" is no word of "can't"."""
    begins = is_word_boundary(folded, start) and not _FIGURE_GOES_ON.match(folded, start - 2)
    ends = is_word_boundary(folded, end) and not _FIGURE_GOES_ON.match(folded, end - 1)
    return (stretch.cuts_left or begins) and (
        stretch.cuts_right or (ends and not _NEGATED.match(folded, end - 1))
    )
