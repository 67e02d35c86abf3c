"""The lines of a page that hold a date, and how well each stands for the date of publication.

What counts is where a line stands (below the headline, at the head or the foot of the body, above the headline), the
word before its date, and what the page's own elements call it. Lists of other stories have dates too, and so have
mastheads: they are told by having several, and by showing the day on which the page was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Final

from msgspec import Struct

from builder.intake.blocks import Block
from builder.intake.dates import PrintedDate, printed_dates
from builder.regexes import regex

_PUBLISHED: Final = regex(
    r"publish|posted|first\s+aired|issued|veröffentlicht|erschienen|publizier|erstellt|gepostet|eingestellt|gepubliceerd|geplaatst|opublikowan|zveřejněn|közzét|publié|publicad[oa]|pubblicat|опубликован|размещен"
    r"|објављено|objavljeno|yayın|نشر|发布|发表|發布|發佈|公開(?:日|：|:)|配信|掲載(?!写真)|입력|송고|등록|게시|datepublished|pubdate|dateline|datum",
    re.IGNORECASE,
)
_UPDATED: Final = regex(
    r"updat|modif|edited|correct(?:ed|ion)|aktualisi|bearbeitet|geändert|stand:|mis(?:e)?\s+à\s+jour|actualiz|aggiornat"
    r"|обновл|изменен|ажуриран|ažuriran|azuriran|güncel|değişt|تحديث|تعديل|更新|修改|수정|최종",
    re.IGNORECASE,
)
_DATE_CLASS: Final = regex(r"date|time|publish|posted|byline|meta|info|stamp", re.IGNORECASE)
_BEFORE_DATELINE: Final = regex(r"\W{0,2}(?:[^\W\d_][^\d(.:;]{1,40}[\s(]{1,3})?\W{0,2}")
_BEHIND_DATELINE: Final = regex(r"\s?\)|\s?[:.]?\s?[–—-]\s|\s?\([^()\d]{2,20}\)\s?[:.–—-]")
_CALLED_CHANGED: Final = regex(r"(?:^|[-_ ])updated(?:$|[-_ ])", re.IGNORECASE)
"""A class that content systems also give to the one date of an article that was never changed (hAtom asks for it)."""
_SAID_BEHIND: Final = regex(r"\s*(?:에\s)?(?:입력|発行|配信|掲載|公開|发布)")
_LONGEST_LINE: Final = 200
"""A longer line is a paragraph: dates in it are what it reports."""
_LONGEST_LABEL: Final = 40
"""So far before a date stands the word that says what it is."""
_BEFORE_TITLE: Final = 6
_CLOSE_TO_TITLE: Final = 2
_INTO_BODY: Final = 4
_BEHIND_BODY: Final = 8
PLAIN: Final = 1
"""The weight of a line that only stands near the title."""
LABELLED: Final = 8
"""The weight of a word that says what the date is."""
_MACHINE: Final = 4
_CLASS: Final = 2


class Where(Enum):
    """Where a line stands, seen from the headline and the body."""

    ABOVE = 0
    HEAD = 1
    BODY = 2
    BEHIND = 3
    ELSEWHERE = 4


class Line(Struct, frozen=True):
    """A line of the page that holds a date, with its place among the blocks and how well it stands for publication."""

    index: int
    block: Block
    printed: PrintedDate
    weight: int
    is_update: bool
    label: int
    """Where the words begin that say what the date is; the date's own start where there are none."""
    where: Where

    @property
    def is_mostly_date(self) -> bool:
        """Whether the date, with the words that say what it is, is half of the line."""
        return 2 * (self.printed.end - min(self.label, self.printed.start)) >= len(self.block.text)

    @property
    def is_at_head(self) -> bool:
        """Whether it stands above the article's words."""
        return self.where in (Where.ABOVE, Where.HEAD)


class _Said(Struct, frozen=True):
    """What the words beside a date say of it."""

    published: bool
    updated: bool
    begins: int


def date_lines(
    blocks: list[Block], title: int | None, body: tuple[int, int], language: str, saved: date | None
) -> list[Line]:
    """Return the lines with a date that may be the one of publication or of a change, the likeliest first."""
    head = title if title is not None else body[0]
    found: list[Line] = []
    for index, block in enumerate(blocks):
        is_beside = block.is_aside and abs(index - head) > _CLOSE_TO_TITLE
        if not is_beside and len(block.text) <= _LONGEST_LINE:
            found += _lines(index, block, language, _where(index, head, body))
        elif head < index <= body[0] + _CLOSE_TO_TITLE:
            found += _dateline(index, block, language)
    behind = {line.index for line in found if line.where is Where.BEHIND and line.weight < _MACHINE}
    others = behind if len(behind) > 1 else set()  # a list of other stories
    lines = [line for line in found if _counts(line, head - line.index, saved) and line.index not in others]
    return sorted(lines, key=lambda one: (-one.weight, one.index))


def line_of_day(blocks: list[Block], day: date, language: str) -> Line | None:
    """Return the first line that shows a day and little else, wherever it stands; None where none does."""
    for index, block in enumerate(blocks):
        if len(block.text) <= _LONGEST_LINE:
            for line in _lines(index, block, language, Where.ELSEWHERE):
                is_settled = line.printed.day == day and line.printed.other is None
                if is_settled and line.is_mostly_date and not line.is_update:
                    return line
    return None


def _dateline(index: int, block: Block, language: str) -> Iterator[Line]:
    """Yield the date that opens a paragraph as agencies print it: `(18.01.2018) …`, `Bonn, 12 May 2026 – …`."""
    for each in _lines(index, Block(block.text[:_LONGEST_LINE], block.tag, "", False), language, Where.HEAD):
        start, end = each.printed.start, each.printed.end
        if _BEFORE_DATELINE.fullmatch(block.text[:start]) and _BEHIND_DATELINE.match(block.text[end:]):
            yield each


def _where(index: int, head: int, body: tuple[int, int]) -> Where:
    first, last = body
    if index < head:
        return Where.ABOVE
    if index <= first:
        return Where.HEAD
    if index <= first + _INTO_BODY and index <= last:
        return Where.BODY
    return Where.BEHIND if last < index <= last + _BEHIND_BODY else Where.ELSEWHERE


def _counts(line: Line, above: int, saved: date | None) -> bool:
    """Whether a line may tell a date of the article: by its own words, or by where it stands."""
    if line.is_update or line.weight >= LABELLED:
        return line.is_mostly_date or line.where not in (Where.BODY, Where.ELSEWHERE)
    if line.where is Where.ABOVE:
        if saved is not None and near(line.printed.day, saved):
            return False  # the day on which the page was read
        is_close = above <= _CLOSE_TO_TITLE and line.weight >= PLAIN + _CLASS
        return line.weight > _MACHINE or is_close or (bool(line.printed.time) and above <= _BEFORE_TITLE)
    return line.where in (Where.HEAD, Where.BEHIND) or (line.where is Where.BODY and line.is_mostly_date)


def _lines(index: int, block: Block, language: str, where: Where) -> Iterator[Line]:
    says = f"{block.classes} {' '.join(prop for _, prop in block.machine)}"
    printed = list(printed_dates(block.text, language))
    for place, each in enumerate(printed):
        said = _said(block.text, printed, place)
        alone = len(printed) == 1 and not said.published
        called = _UPDATED.search(_CALLED_CHANGED.sub(" ", says))
        by_class = alone and bool(called) and not _PUBLISHED.search(says)
        weight = PLAIN + LABELLED * said.published + _MACHINE * bool(block.machine)
        weight += _CLASS * bool(_DATE_CLASS.search(says)) + (where is Where.HEAD)
        yield Line(index, block, each, weight, said.updated or by_class, said.begins, where)


def _said(text: str, printed: list[PrintedDate], place: int) -> _Said:
    each = printed[place]
    label_from = printed[place - 1].end if place else 0
    label_from = max(label_from, each.start - _LONGEST_LABEL)
    label = text[label_from : each.start]
    behind = text[each.end : each.end + 12] if place == len(printed) - 1 else ""
    published, updated = _last(_PUBLISHED, label), _last(_UPDATED, label)
    is_update = updated > published or (not label.strip() and bool(_UPDATED.search(behind)))
    is_published = published >= 0 or bool(_SAID_BEHIND.match(behind))
    begins = updated if is_update else published
    return _Said(is_published, is_update, label_from + begins if begins >= 0 else each.start)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def near(one: date, other: date) -> bool:
    """Whether two days are one or neighbours, which zones may make of one moment."""
    return abs(one - other) <= timedelta(days=1)
