"""Checks every quotation in the editors' printed words, and finds where the verified ones stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from builder.diagnostics import Diagnostic, Problems, Severity
from builder.load.decode import Records
from builder.load.evidence import MarkedText
from builder.load.places import RecordPlaces
from builder.load.quotations.declared import DeclaredWords
from builder.load.quotations.known import KnownWords, Readings, stands_in_any, words_of_outside
from builder.load.quotations.named import NamedTexts
from builder.load.quotations.pairs import Marked, begins_quotation, opens_with_mark, pairs_of
from builder.load.quotations.printed import Block, printed_blocks
from builder.load.quotations.standing import readings_of
from builder.load.quotations.telling import tell_unverified
from builder.load.quotations.texts import StoredTexts, stored_texts
from builder.load.quotations.unread import Unread, Unsettled
from builder.model.base import QuotedFrom, Record
from builder.model.library import PlacedQuote, QuotedInProse, QuoteKey
from builder.text import Span, sentence_around

_MAX_BESIDE = 600
"""So far from a quotation its clause names a text; prose without full stops is read once for each quotation in it."""
_MAX_NEAREST = 300
"""For so many quotations of a run the nearest passage is looked for; it takes some milliseconds each."""


class _Found(Struct, frozen=True, dict=True):
    """A quotation of a block, with every way to read its words: one for each place where it may end."""

    block: Block
    record: Record
    marked: Marked

    @cached_property
    def readings(self) -> tuple[Readings, ...]:
        """What has to stand in a text, for each end."""
        return tuple(readings_of(self.marked.words(end).of(self.block.words)) for end in self.marked.ends)

    def whole(self, number: int = 0) -> Span:
        """Its range with the marks, for one of its ends."""
        return Span(self.marked.opening.start, self.marked.ends[number].end)


def check_quotations(
    records: Records,
    texts: Mapping[str, MarkedText],
    quotes: Mapping[QuoteKey, PlacedQuote],
    unsettled: Unsettled,
    places: RecordPlaces,
    problems: Problems,
) -> Mapping[str, tuple[QuotedInProse, ...]]:
    """Return the quotations of each block of Markdown that have a place; every one that has none is a problem.

    What only stands in what is `unsettled` is not told.
    """
    found = [
        one
        for kind, record_id, record in records.every()
        for blocks in printed_blocks(kind, record_id, record)
        for one in _quotations_of(blocks, record, places, problems)
        if (kind, record_id, one.block.path) not in unsettled.values
    ]
    declared = DeclaredWords(records, places, problems)
    if not found and not declared:
        return {}
    readings = [*(each for one in found for each in one.readings), *declared.readings]
    wanted = (stretch for each in readings for stretches in each for stretch in stretches)
    stored = stored_texts({article: one.text for article, one in texts.items()}, quotes, wanted)
    declared.check(stored)
    judge = _Judge(records, stored, declared, unsettled, places, problems)
    by_block: dict[str, dict[Span, QuotedInProse]] = {}
    for one in found:
        verified = judge.verify(one)
        if verified is not None and one.block.is_markdown:
            by_block.setdefault(one.block.words, {})[verified.span] = verified
    declared.tell_unused()
    return {words: tuple(by_block[words].values()) for words in sorted(by_block)}


def _quotations_of(
    blocks: tuple[Block, ...], record: Record, places: RecordPlaces, problems: Problems
) -> Iterator[_Found]:
    for number, block in enumerate(blocks):
        goes_on = number + 1 < len(blocks) and opens_with_mark(blocks[number + 1].words)
        pairs = pairs_of(block.words, goes_on=goes_on)
        for mark in pairs.unpaired:
            is_error = begins_quotation(block.words, mark)
            problems.add(
                Diagnostic(
                    "unpaired-quotation-mark",
                    Severity.ERROR if is_error else Severity.WARNING,
                    f"this quotation mark {mark.of(block.words)} has no partner in its paragraph",
                    block.place(mark, places),
                    "write the other mark, or take this one out; inches are written ″, an apostrophe ’",
                )
            )
        yield from (_Found(block, record, marked) for marked in pairs.quotations)


class _Judge:
    """Says of each quotation whether its words stand somewhere, and tells the editor where they do not."""

    def __init__(
        self,
        records: Records,
        stored: StoredTexts,
        declared: DeclaredWords,
        unsettled: Unsettled,
        places: RecordPlaces,
        problems: Problems,
    ) -> None:
        self._stored = stored
        self._declared = declared
        self._places = places
        self._problems = problems
        self._known = KnownWords(records, unsettled.words, places)
        self._named = NamedTexts(records)
        self._outside: dict[tuple[str, str], tuple[str, ...]] = {}
        self._told = 0
        self._unread = Unread(records, stored.ids | unsettled.articles)

    def verify(self, one: _Found) -> QuotedInProse | None:
        """Return a quotation with its place, None where it has none; that is told unless its words need none."""
        sentence = _clause_around(one.block.words, one.whole())
        named = self._named.in_sentence(one.block, sentence, one.whole())
        for number, readings in enumerate(one.readings):
            if not readings:
                return None
            declared = self._declared.find(one.block.kind, one.block.record_id, readings)
            if declared is not None:
                return self._as_declared(one.whole(number), declared, readings)
            placed = self._stored.find(readings, among=named.articles) if named.articles else None
            if placed is None and self._is_known(one, readings):
                return None
            placed = placed or self._elsewhere(one, readings, named.only)
            if placed is not None:
                return QuotedInProse(one.whole(number), placed=placed)
        self._tell(one, named.articles)
        return None

    def _as_declared(self, span: Span, declared: QuotedFrom, readings: Readings) -> QuotedInProse | None:
        """Return a quotation with its declared place; that of an article has been checked with the declaration."""
        if declared.article is None:
            return QuotedInProse(span, outside=declared)
        placed = self._stored.find(readings, among=[declared.article])
        return QuotedInProse(span, placed=placed) if placed else None

    def _is_known(self, one: _Found, readings: Readings) -> bool:
        """Whether the words are a name, a term of ours, or of an outside source in the same record."""
        is_name = self._known.is_name(readings[0][0].words)
        address = (one.block.kind, one.block.record_id)
        if address not in self._outside:
            self._outside[address] = words_of_outside(one.record)
        return is_name or stands_in_any(self._outside[address], readings) is not None

    def _elsewhere(self, one: _Found, readings: Readings, only: frozenset[str]) -> PlacedQuote | None:
        """Find the words in any text; where the sentence names others, say so."""
        placed = self._stored.find(readings)
        if placed is not None and only and only <= self._stored.ids:
            self._problems.warning(
                "quotation-elsewhere",
                f"the sentence speaks of {_listed(only)}, and these words stand in `{placed.article}` only",
                one.block.place(one.whole(), self._places),
                f"name `{placed.article}`, quote what the other says, or acknowledge the warning with a reason",
            )
        return placed

    def _tell(self, one: _Found, named: frozenset[str]) -> None:
        readings = one.readings[-1]
        if self._known.is_unsettled(one.block.kind, one.block.record_id, readings) or self._unread.concern(
            one.block, one.record, named
        ):
            return
        mark = one.marked.opening
        self._told += 1
        told = tell_unverified(
            readings[-1] if self._told <= _MAX_NEAREST else (),
            (mark.of(one.block.words), one.marked.ends[-1].of(one.block.words)),
            named,
            self._stored,
            is_markdown=one.block.is_markdown,
        )
        place = one.block.place(one.whole(len(one.readings) - 1), self._places)
        self._problems.error("unverified-quotation", told.message, place, told.hint, told.related)


def _clause_around(words: str, quotation: Span) -> Span:
    """The sentence around a quotation, from semicolon to semicolon: behind one, somebody else may be spoken of."""
    sentence = sentence_around(words, quotation)
    start = words.rfind(";", sentence.start, quotation.start)
    end = words.find(";", quotation.end, sentence.end)
    start, end = sentence.start if start < 0 else start + 1, sentence.end if end < 0 else end
    return Span(max(start, quotation.start - _MAX_BESIDE), min(end, quotation.end + _MAX_BESIDE))


def _listed(articles: frozenset[str]) -> str:
    return " and ".join(f"`{article}`" for article in sorted(articles))
