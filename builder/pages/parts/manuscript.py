"""An article's text as its page prints it: the shown parts of each paragraph, what lies over them, what is left out.

Quotes, names and marks arrive in ranges of the raw view; what readers see is the clean view. This module alone
translates between the two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.analysis.excerpts import cut, shows
from builder.analysis.findings import Mention
from builder.model.base import ArticleId, LanguageTag
from builder.model.datewords import date_words
from builder.model.library import PlacedQuote, QuoteKey
from builder.model.marks import LengthClass, MarkEffect, MarkKind
from builder.model.seedtext import Paragraph, PlacedMark, SeedText
from builder.pages.kinds import At
from builder.pages.parts.cutter import (
    NamedRange,
    Overlay,
    QuotedRange,
    Sign,
    clean_parts,
    cut_segments,
    published_of,
)
from builder.pages.parts.links import claim_tags
from builder.pages.parts.words import MARK_WORDS
from builder.pages.shapes.texts import BlockView, FoldView, LiftView, RemarkView
from builder.paths import SitePath
from builder.text import Span, SpanIndex
from builder.unseen import shown
from builder.wording import marked, say, say_many

HIDDEN = frozenset({MarkEffect.FOLD, MarkEffect.LIFT})
SIGNED = frozenset({MarkEffect.NOTE, MarkEffect.REDACT})
UNANCHORED = frozenset({"hedge", "headline"})
"""Quotes that nothing links to."""


class Manuscript(Struct, frozen=True, dict=True):
    """One stored text with everything that its page lays over it. Ranges are of the raw view."""

    page: SitePath
    text: SeedText
    published: tuple[Span, ...]
    quotes: tuple[QuotedRange, ...]
    mentions: tuple[Mention, ...]
    sayings: tuple[Saying, ...]
    entities: Mapping[str, tuple[str | None, str]]
    """For each entity that the text names: the link to its page, and its name."""

    def paragraph_number(self, offset: int) -> int:
        """Return the number of the paragraph that holds a raw offset, or of the last one before it."""
        paragraph = self.text.paragraph_at(offset)
        return paragraph.number if paragraph else 1

    def shown(self, paragraph: Paragraph) -> tuple[Span, tuple[Span, ...]]:
        """Return the clean range of a paragraph, and the parts of it that may be published; both without margins."""
        clean = self.text.clean
        whole = clean.to_clean(paragraph.span).trimmed(clean.text)
        parts = clean_parts(self.text, self.published, paragraph.span)
        trimmed = (_common(part, whole).trimmed(clean.text) for part in parts)
        return whole, tuple(part for part in trimmed if len(part))

    def overlay(self, paragraph: Paragraph, shown: tuple[Span, ...], anchored: set[str]) -> Overlay:
        """Return what lies over the shown parts of a paragraph, in clean ranges.

        `anchored` are the anchors that stand already; those that begin here are added: each stands once on the page.
        """
        return Overlay(
            tuple(self._clean_quotes(self._quotes_in(paragraph), shown, anchored)),
            self._names_in(paragraph),
            self._signs_in(paragraph),
        )

    def _quotes_in(self, paragraph: Paragraph) -> Iterable[QuotedRange]:
        return (self.quotes[place] for place in self._quoted.meeting(paragraph.span))

    @cached_property
    def _quoted(self) -> SpanIndex:
        return SpanIndex(quote.span for quote in self.quotes)

    def _clean_quotes(
        self, quotes: Iterable[QuotedRange], shown: tuple[Span, ...], anchored: set[str]
    ) -> Iterable[QuotedRange]:
        for quote in quotes:
            clean = self.text.clean.to_clean(quote.span)
            if any(clean.meets(part) for part in shown):
                yield replace(_once(quote, anchored), span=clean)

    def _names_in(self, paragraph: Paragraph) -> tuple[NamedRange, ...]:
        """The first mention of each entity that has a page; a later one that overlaps carries no link."""
        found: dict[str, NamedRange] = {}
        end = -1
        for mention in self._mentions_in(paragraph):
            href, name = self.entities[mention.entity]
            span = self.text.clean.to_clean(mention.span)
            if href is None or mention.nested or mention.entity in found or span.start < end or not len(span):
                continue
            words = span.of(self.text.clean.text)
            found[mention.entity] = NamedRange(span, href, name if name != words else None)
            end = span.end
        return tuple(found.values())

    def _mentions_in(self, paragraph: Paragraph) -> Sequence[Mention]:
        starts = self._mention_starts
        first = bisect_right(starts, paragraph.span.start - 1)
        return self.mentions[first : bisect_right(starts, paragraph.span.end - 1)]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    def _signs_in(self, paragraph: Paragraph) -> tuple[Sign, ...]:
        return tuple(
            Sign(self.text.clean.to_clean(placed.span).end, say(MARK_WORDS[placed.mark.kind]))
            for placed in (
                *self.text.marks_meeting(paragraph.span),
                *self.text.redactions_meeting(paragraph.span),
            )
            if placed.mark.effect in SIGNED and placed.span.end <= paragraph.span.end
        )

    def hidden_overlay(self, placed: PlacedMark, anchored: set[str]) -> Overlay:
        """Return the quotes over a fold or lift, in raw ranges, with the anchors that stand nowhere yet."""
        over = self._quoted.meeting(placed.span)
        return Overlay(tuple(_once(self.quotes[place], anchored) for place in over))


def _once(quote: QuotedRange, anchored: set[str]) -> QuotedRange:
    """Take the anchor away where it stands already, else note that it now does."""
    if quote.anchor is None or quote.anchor in anchored:
        return replace(quote, anchor=None)
    anchored.add(quote.anchor)
    return quote


def manuscript_of(at: At, article: ArticleId) -> Manuscript | None:
    """Return an article's text with what lies over it, or None where no text is kept."""
    text = at.library.texts.get(article)
    if text is None:
        return None
    mentions = at.findings.mentions.get(article, ())
    return Manuscript(
        page=at.page,
        text=text,
        published=published_of(at.context, article),
        quotes=_quoted_ranges(at, article),
        mentions=mentions,
        sayings=at.findings.backlinks.sayings_by_article.get(article, ()),
        entities={
            entity: (at.href("entity", entity), at.library.entities[entity].name)
            for entity in dict.fromkeys(mention.entity for mention in mentions)
        },
    )


def _quoted_ranges(at: At, article: ArticleId) -> tuple[QuotedRange, ...]:
    quotes = at.library.quotes_by_article.get(article, ())
    ranges = (
        _quoted_range(at, key, placed, placed.span)
        for key, placed in quotes
        if placed.span is not None and not UNANCHORED.intersection(map(str, key.path))
    )
    return tuple(sorted(ranges, key=lambda quote: (quote.span, quote.anchor or "")))


def _quoted_range(at: At, key: QuoteKey, placed: PlacedQuote, span: Span) -> QuotedRange:
    if key.kind != "claim" or key.path[0] != "appearances":
        return QuotedRange(span, placed.anchor)
    return QuotedRange(span, placed.anchor, True, claim_tags(at, key.record_id))


def _common(span: Span, other: Span) -> Span:
    start = max(span.start, other.start)
    return Span(start, max(start, min(span.end, other.end)))


LIFT_WORDS: dict[MarkKind, str] = {
    MarkKind.BYLINE: marked("Author"),
    MarkKind.DATELINE: marked("Dateline"),
    MarkKind.CREDIT: marked("Credit"),
    MarkKind.CONTRIBUTOR: marked("Contributor"),
    MarkKind.BIOGRAPHY: marked("About the author"),
}
"""What the head of the page calls lifted words, in the order in which it shows them."""


def fold_block(
    manuscript: Manuscript,
    placed: PlacedMark,
    anchors: tuple[str, ...],
    lang: LanguageTag | None,
    anchored: set[str],
) -> BlockView:
    """Return a fold at its place in the text. Its words are there only where all of them may be published.

    `anchors` are those of the paragraphs that lie wholly inside; the block takes the first, so that links to a
    paragraph keep working when an editor folds it.
    """
    quoted = [quote.anchor for quote in manuscript.hidden_overlay(placed, anchored).quotes if quote.anchor]
    inside = (*anchors, *quoted)
    own = inside[0] if inside else f"mark-{placed.span.start}"
    may_print = shows(manuscript.published, placed.span)
    fold = FoldView(
        words=say(MARK_WORDS[placed.mark.kind]),
        size=say_many("{count} character", "{count} characters", len(placed.span)),
        reason=placed.mark.note,
        by=placed.mark.by,
        offsets=f"{placed.span.start}–{placed.span.end}",
        text=shown(placed.span.of(manuscript.text.raw)) if may_print else "",
        lang=lang,
        anchors=tuple(anchor for anchor in inside if anchor != own),
    )
    return BlockView(kind="fold", anchor=own, fold=fold)


def lift_view(
    manuscript: Manuscript,
    placed: PlacedMark,
    anchors: tuple[str, ...],
    lang: LanguageTag | None,
    anchored: set[str],
) -> LiftView:
    """Return words of the text that the head of the page shows, with the anchors that belong to them."""
    overlay = manuscript.hidden_overlay(placed, anchored)
    return LiftView(
        label=say(LIFT_WORDS[placed.mark.kind]),
        anchors=anchors,
        segments=cut_segments(
            manuscript.text.raw,
            placed.span,
            cut(manuscript.published, placed.span.trimmed(manuscript.text.raw)),
            overlay,
        ),
        lang=lang,
        note=placed.mark.note,
        by=placed.mark.by,
    )


LENGTH_WORDS: dict[LengthClass | None, str] = {
    LengthClass.SHORT: marked("A short stretch: {reason}"),
    LengthClass.MEDIUM: marked("A stretch of medium length: {reason}"),
    LengthClass.LONG: marked("A long stretch: {reason}"),
    None: marked("A stretch of unknown length: {reason}"),
}
DIGEST_NOTE = marked(
    "of the text without the words that are withheld; the digest of the text as received is not published,"
    " since with it somebody could try out guesses"
)
"""Stands after a digest of a text that is not published as it was received."""


def redaction_remark(placed: PlacedMark) -> RemarkView:
    """Return what stands beside the paragraph in which words are withheld."""
    return RemarkView(
        word=say(MARK_WORDS[placed.mark.kind]).capitalize(),
        quote=None,
        text=say(LENGTH_WORDS[placed.length], reason=placed.mark.reason),
        by=signed(placed),
    )


def signed(placed: PlacedMark) -> str:
    """Return who withholds words, and since when."""
    date = date_words(placed.mark.date, long=True) if placed.mark.date else None
    return say(", ").join(filter(None, (placed.mark.by, date)))


def withheld_words(text: SeedText | None) -> str | None:
    """Return for the head of an article what is withheld of it, or None."""
    if text is None or not text.redactions:
        return None
    reasons = dict.fromkeys(f"{placed.mark.reason} ({signed(placed)})" for placed in text.redactions)
    return say_many(
        "{count} stretch of the text: {reasons}",
        "{count} stretches of the text: {reasons}",
        len(text.redactions),
        reasons=say("; ").join(reasons),
    )
