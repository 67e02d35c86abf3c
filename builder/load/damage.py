"""What looks wrong with a stored text as a whole: read in a wrong encoding, no plain text, codes in it, stored twice.

Only ever told, as warnings that an editor may answer: the bytes of a text never change. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.entities import html5
from typing import Final

from msgspec import Struct

from builder.load.mojibake import find_mojibake
from builder.load.nodes import position_at
from builder.load.notplain import as_plain_text, markup_format
from builder.load.wording import shortened
from builder.regexes import regex
from builder.text import Span

_ENTITY: Final = regex(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MAIL_CODE: Final = regex(r"(?:=[0-9A-F]{2}){2,}|=[0-9A-F]{2}=\r?\n|=20\r?\n")
_ESCAPE: Final = regex(r"\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}")
_LEAST_CODES: Final = 2
_LONG_CHARS: Final = 40
"""A paragraph from which length on its return tells something."""
_HEAD_CHARS: Final = 20
_LEAST_TWICE: Final = 0.8
"""How much of a text has to stand in it twice."""
_LEAST_TWICE_CHARS: Final = 100
_MOST_TRIED: Final = 8


class Damage(Struct, frozen=True):
    """Something wrong with a text, and where it shows first. `message` goes on after the name of the file."""

    code: str
    message: str
    hint: str
    span: Span


def damages(raw: str, paragraphs: Sequence[Span]) -> Iterator[Damage]:
    """Yield what looks wrong with a text, each kind once."""
    markup = markup_format(raw)
    if markup is not None:
        words, offset = markup
        yield Damage(
            "seed-not-plain",
            f"is {words}, not plain text: what a program writes among the words would be printed",
            f"{as_plain_text(words)}; then record the new SHA-256",
            Span(offset, offset + 1),
        )
    yield from _misread(raw)
    if markup is None:
        yield from _codes(raw)
    yield from _twice(raw, paragraphs)


def _misread(raw: str) -> Iterator[Damage]:
    found = find_mojibake(raw)
    if found is not None:
        shown, read = shortened(found.shown), shortened(found.meant)
        meant = f"; `{shown}` was `{read}`" if found.meant else f" (`{shown}`)"
        yield Damage(
            "seed-misread",
            f"was once read in a wrong encoding, {_times(found.count)} ({found.reading}){meant}",
            "take the text from its source again and save it as UTF-8, then record the new SHA-256",
            found.first,
        )


def _codes(raw: str) -> Iterator[Damage]:
    for finder, words, mending in (
        (_entities, "names of signs as web pages write them", "write the signs"),
        (_mail_codes, "codes of mail (quoted-printable)", "save the text as the mail program shows it"),
        (_escapes, "codes of a program", "save the text as it was shown"),
    ):
        found = finder(raw)
        if found:
            shown = found[0][0].strip()
            read = f" for `{meant}`" if (meant := unescape(shown)) != shown and meant.isprintable() else ""
            yield Damage(
                "seed-codes",
                f"holds {words}, {_times(len(found))}: `{shown}`{read}",
                f"take the text from its source again, or {mending} and record the new SHA-256",
                Span(*found[0].span()),
            )


def _entities(raw: str) -> list[re.Match[str]]:
    return [
        match
        for match in (_ENTITY.finditer(raw) if "&" in raw else ())
        if match[0][1] == "#" or match[0][1:] in html5
    ]


def _mail_codes(raw: str) -> list[re.Match[str]]:
    return _some(_MAIL_CODE, raw) if "=" in raw else []


def _escapes(raw: str) -> list[re.Match[str]]:
    return _some(_ESCAPE, raw) if "\\" in raw else []


def _some(form: re.Pattern[str], raw: str) -> list[re.Match[str]]:
    found = list(form.finditer(raw))
    return found if len(found) >= _LEAST_CODES else []


def _twice(raw: str, paragraphs: Sequence[Span]) -> Iterator[Damage]:
    if not _begin_alike(raw, paragraphs):
        return
    again = _second_copy([" ".join(span.of(raw).split()) for span in paragraphs])
    if again is None:
        return
    first, second = (paragraphs[index] for index in again)
    line, _ = position_at(raw, first.start)
    yield Damage(
        "seed-twice",
        f"holds its words twice: what stands from line {line} on stands there once more",
        "keep one of the two, then record the new SHA-256",
        second,
    )


def _begin_alike(raw: str, paragraphs: Sequence[Span]) -> bool:
    """Whether two long paragraphs may be the same: they are read to the end only where they begin alike."""
    heads = [
        " ".join(raw[span.start : min(span.end, span.start + _LONG_CHARS)].split())[:_HEAD_CHARS]
        for span in paragraphs
        if len(span) >= _LONG_CHARS
    ]
    return len(set(heads)) < len(heads) or any(len(head) < _HEAD_CHARS for head in heads)


def _second_copy(paragraphs: Sequence[str]) -> tuple[int, int] | None:
    """Return where the two copies begin, as paragraph numbers from 0, where most of a text is a second copy.

    The copy of a text keeps its order; what a live report repeats stands between other words.
    """
    total = sum(map(len, paragraphs))
    first_place: dict[str, int] = {}
    tried: set[int] = set()
    for place, words in enumerate(paragraphs):
        if len(words) < _LONG_CHARS:
            continue
        first = first_place.setdefault(words, place)
        distance = place - first
        if distance == 0 or distance in tried or len(tried) == _MOST_TRIED:
            continue
        tried.add(distance)
        start, end = _stretch(paragraphs, first, distance)
        copied = paragraphs[start:end]
        chars = sum(map(len, copied))
        is_text = end - start == distance or sum(len(each) >= _LONG_CHARS for each in copied) > 1
        if is_text and chars >= _LEAST_TWICE_CHARS and 2 * chars >= _LEAST_TWICE * total:
            return start, start + distance
    return None


def _stretch(paragraphs: Sequence[str], first: int, distance: int) -> tuple[int, int]:
    """Return first and last of the stretch around a paragraph that returns after `distance` paragraphs, half-open."""
    start = first
    while start and paragraphs[start - 1] == paragraphs[start - 1 + distance]:
        start -= 1
    end = start
    while (
        end < start + distance
        and end + distance < len(paragraphs)
        and paragraphs[end] == paragraphs[end + distance]
    ):
        end += 1
    return start, end


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"
