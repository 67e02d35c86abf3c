"""The text of an article as blocks, each with its margin: paragraphs in order, folds in place, lifts for the head.

Paragraphs are numbered over the seed, so that no mark ever renumbers them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.analysis.excerpts import shows
from builder.languages import direction_of
from builder.model.article import Article
from builder.model.base import ArticleId, ClaimId, LanguageTag
from builder.model.marks import MarkEffect, MarkKind
from builder.model.seedtext import Paragraph, PlacedMark
from builder.pages.kinds import At, Context, told_language
from builder.pages.parts.answers import claim_reading
from builder.pages.parts.cutter import cut_segments
from builder.pages.parts.links import numbered_link, siglum_of
from builder.pages.parts.manuscript import (
    HIDDEN,
    LIFT_WORDS,
    Manuscript,
    fold_block,
    lift_view,
    redaction_remark,
)
from builder.pages.parts.quotes import stance_view
from builder.pages.parts.words import MARK_WORDS
from builder.pages.shapes.small import Phrase, StanceView
from builder.pages.shapes.texts import BlockView, LiftView, MarginNoteView, RemarkView
from builder.text import Span
from builder.wording import marked, say, say_many


class ArticleText(Struct, frozen=True):
    """An article's text, ready to print. `headline` is the paragraph that the page shows as its title."""

    headline: BlockView | None
    blocks: tuple[BlockView, ...]
    lifts: tuple[LiftView, ...]


class _Setting(Struct):
    """What setting one text needs at every step; `anchored` grows as anchors are placed."""

    context: Context
    article: Article
    manuscript: Manuscript
    anchored: set[str]

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.context.library.language_of(ArticleId(self.article.id))


def paragraph_anchor(number: int) -> str:
    """Return the address of a paragraph on its article's page."""
    return f"p-{number}"


def article_text(context: Context, article: Article, manuscript: Manuscript) -> ArticleText:
    """Return the text as far as it may be published; every anchor stands once, paragraphs before hidden words."""
    setting = _Setting(context, article, manuscript, set())
    headline = _headline_span(context, article)
    paragraphs = {block.anchor: block for block in _paragraph_blocks(setting)}
    title = next(
        (paragraphs.pop(anchor) for anchor in _anchors_at(manuscript, headline) if anchor in paragraphs), None
    )
    lost = _lost_anchors(manuscript)
    folds = {placed.index: _fold(setting, placed, lost) for placed in _hidden(manuscript, MarkEffect.FOLD)}
    lifts = [_lift(setting, placed, lost) for placed in _hidden(manuscript, MarkEffect.LIFT)]
    order = [say(label) for label in LIFT_WORDS.values()]
    return ArticleText(
        headline=title,
        blocks=tuple(_in_text_order(manuscript, paragraphs, folds)),
        lifts=tuple(sorted((lift for lift in lifts if lift), key=lambda lift: order.index(lift.label))),
    )


def _headline_span(context: Context, article: Article) -> Span | None:
    placed = context.library.quote("article", article.id, "headline")
    return placed.span if placed else None


def _anchors_at(manuscript: Manuscript, span: Span | None) -> tuple[str, ...]:
    """The paragraph that is the headline and nothing else."""
    if span is None:
        return ()
    clean = manuscript.text.clean
    wanted = clean.to_clean(span)
    return tuple(
        paragraph_anchor(paragraph.number)
        for paragraph in manuscript.text.paragraphs
        if paragraph.span.holds(span) and manuscript.shown(paragraph)[0] == wanted
    )


def _paragraph_blocks(setting: _Setting) -> Iterator[BlockView]:
    for paragraph in setting.manuscript.text.paragraphs:
        block = _paragraph_block(setting, paragraph)
        if block is not None:
            yield block


def _paragraph_block(setting: _Setting, paragraph: Paragraph) -> BlockView | None:
    manuscript, lang = setting.manuscript, setting.language
    whole, shown = manuscript.shown(paragraph)
    if not shown:
        return None
    overlay = manuscript.overlay(paragraph, shown, setting.anchored)
    sayings = tuple(
        saying
        for saying in manuscript.sayings
        if saying.quote
        and saying.quote.span
        and manuscript.paragraph_number(saying.quote.span.start) == paragraph.number
    )
    notes = margin_notes(At(setting.context, manuscript.page), sayings)
    raw_words = manuscript.text.clean.to_raw(whole)
    remarks = remark_views(manuscript, paragraph, lang, raw_words)
    return BlockView(
        kind=_kind(manuscript, raw_words),
        anchor=paragraph_anchor(paragraph.number),
        number=f"¶{paragraph.number}",
        label=say("Paragraph {number}", number=paragraph.number),
        lang=lang if direction_of(lang) == "rtl" else told_language(lang),
        segments=cut_segments(manuscript.text.clean.text, whole, shown, overlay),
        notes=notes,
        remarks=remarks,
        notes_label=say("Claims at paragraph {number}", number=paragraph.number)
        if notes
        else say("Remarks at paragraph {number}", number=paragraph.number),
    )


def _kind(manuscript: Manuscript, words: Span) -> str:
    """A label names the block whose first words it covers."""
    for placed in manuscript.text.marks_meeting(words):
        if placed.mark.effect is MarkEffect.LABEL and placed.span.start <= words.start:
            return placed.mark.kind.value
    return "paragraph"


def _hidden(manuscript: Manuscript, effect: MarkEffect) -> tuple[PlacedMark, ...]:
    return tuple(placed for placed in manuscript.text.marks if placed.mark.effect is effect)


def _lost_anchors(manuscript: Manuscript) -> dict[int, tuple[str, ...]]:
    """For each hidden mark, the anchors of the paragraphs that lie in it and show no words of their own."""
    lost: dict[int, tuple[str, ...]] = {}
    if not any(placed.mark.effect in HIDDEN for placed in manuscript.text.marks):
        return lost
    for paragraph in manuscript.text.paragraphs:
        if len(manuscript.shown(paragraph)[0]):
            continue
        over = [m for m in manuscript.text.marks_meeting(paragraph.span) if m.mark.effect in HIDDEN]
        if over:
            lost[over[0].index] = (*lost.get(over[0].index, ()), paragraph_anchor(paragraph.number))
    return lost


def _fold(setting: _Setting, placed: PlacedMark, lost: dict[int, tuple[str, ...]]) -> BlockView | None:
    anchors = lost.get(placed.index, ())
    block = fold_block(setting.manuscript, placed, anchors, setting.language, setting.anchored)
    return block if block.fold and (block.fold.text or block.fold.reason) else None


def _lift(setting: _Setting, placed: PlacedMark, lost: dict[int, tuple[str, ...]]) -> LiftView | None:
    anchors = lost.get(placed.index, ())
    lift = lift_view(setting.manuscript, placed, anchors, setting.language, setting.anchored)
    return lift if lift.segments or lift.note else None


def _in_text_order(
    manuscript: Manuscript, paragraphs: dict[str, BlockView], folds: dict[int, BlockView | None]
) -> Iterator[BlockView]:
    """A fold stands before the paragraph that it opens, and after the paragraph in whose middle it begins."""
    placed: list[tuple[int, int, BlockView]] = []
    starts = {paragraph_anchor(p.number): p.span.start for p in manuscript.text.paragraphs}
    placed.extend((starts[anchor], 1, block) for anchor, block in paragraphs.items())
    for mark in _hidden(manuscript, MarkEffect.FOLD):
        block = folds[mark.index]
        if block is not None:
            number = manuscript.paragraph_number(mark.span.start)
            start = starts.get(paragraph_anchor(number), mark.span.start)
            opens = mark.span.start <= start
            placed.append((start, 0 if opens else 2, block))
    for _, _, block in sorted(placed, key=lambda entry: entry[:2]):
        yield block


HARDENS = marked("then, in the same text")
"""Stands beside a stance that is firmer than all the text said before."""
_WHITE_SPACE = {
    " ": marked("space"),
    "\u00a0": marked("no-break space"),
    "\u202f": marked("narrow no-break space"),
}
MAX_ELSEWHERE = 6
"""More articles than this are counted, not listed."""


def margin_notes(at: At, sayings: tuple[Saying, ...]) -> tuple[MarginNoteView, ...]:
    """Return one note for each claim that the sayings of a paragraph speak to, in text order."""
    by_claim: dict[ClaimId, list[Saying]] = {}
    for saying in sayings:
        by_claim.setdefault(saying.claim, []).append(saying)
    return tuple(_margin_note(at, claim, members) for claim, members in by_claim.items())


def _margin_note(at: At, claim: ClaimId, sayings: list[Saying]) -> MarginNoteView:
    stances = dict.fromkeys(_stance(at.context, saying) for saying in sayings)
    return MarginNoteView(
        claim=numbered_link(at, "claim", claim),
        stances=tuple(stances),
        reading=claim_reading(at.context, claim),
        elsewhere=elsewhere_words(at.context, claim, sayings[0].article),
    )


def _stance(context: Context, saying: Saying) -> StanceView:
    view = stance_view(context, saying)
    if not saying.hardens:
        return view
    return replace(view, note=". ".join(filter(None, (say(HARDENS), view.note))))


def elsewhere_words(context: Context, claim: ClaimId, article: ArticleId) -> str | None:
    """Return in which other articles a claim appears, `also in 001, 003`, or None where it appears in no other."""
    others = [other for other in context.findings.claims[claim].articles if other != article]
    if not others:
        return None
    if len(others) > MAX_ELSEWHERE:
        return say_many("also in {count} other article", "also in {count} other articles", len(others))
    articles = say(", ").join(siglum_of(context, other) for other in others)
    return say("also in {articles}", articles=articles)


def remark_views(
    manuscript: Manuscript, paragraph: Paragraph, lang: LanguageTag | None, whole: Span
) -> tuple[RemarkView, ...]:
    """Return what editors say about words of a paragraph that stay in the text, in text order.

    `whole` is the raw range of the words that the block shows; a mark that covers them all does not repeat them.
    """
    text = manuscript.text
    here = [
        placed
        for placed in sorted((*text.marks, *text.redactions), key=lambda placed: placed.span)
        if manuscript.paragraph_number(placed.span.start) == paragraph.number and _is_told(placed)
    ]
    return tuple(
        dict.fromkeys(
            redaction_remark(placed)
            if placed.mark.effect is MarkEffect.REDACT
            else _remark_view(manuscript, placed, lang, whole)
            for placed in here
        )
    )


def _is_told(placed: PlacedMark) -> bool:
    """Whether a mark has a remark; a bare label shows by its look alone."""
    is_bare_label = placed.mark.effect is MarkEffect.LABEL and placed.mark.note is None
    return placed.mark.effect not in HIDDEN and not is_bare_label


def _remark_view(
    manuscript: Manuscript, placed: PlacedMark, lang: LanguageTag | None, whole: Span
) -> RemarkView:
    raw = placed.span.of(manuscript.text.raw)
    repeats = placed.span.holds(whole) or placed.mark.effect is MarkEffect.LABEL
    may_print = bool(raw.strip()) and not repeats and shows(manuscript.published, placed.span)
    return RemarkView(
        word=_capital(say(MARK_WORDS[placed.mark.kind])),
        quote=Phrase(raw, lang) if may_print else None,
        text=" ".join(filter(None, (_repair_words(placed, raw), placed.mark.note))),
        by=placed.mark.by,
    )


def _repair_words(placed: PlacedMark, raw: str) -> str | None:
    """Say what a repair changed, since the page shows the repaired words."""
    if placed.mark.read is None:
        return None
    if placed.mark.kind is MarkKind.JOINED:
        return say("Cut at a line end in the stored text; shown here as one word.")
    if raw.strip():
        return say("Shown here with the space between the words.")
    return say("Stored: {stored}. Shown: {shown}.", stored=spelled(raw), shown=spelled(placed.mark.read))


def spelled(white_space: str) -> str:
    """Return the names of characters that do not show, rare ones as Unicode has them: `no-break space, space`."""
    return say(", ").join(map(_spelled, white_space))


def _spelled(character: str) -> str:
    if character in _WHITE_SPACE:
        return say(_WHITE_SPACE[character])
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
