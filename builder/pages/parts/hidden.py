"""Words that the clean view leaves out: folds, told at their place, and lifts, moved to the head of the page."""

from __future__ import annotations

from builder.analysis.excerpts import cut, shows
from builder.model.base import LanguageTag
from builder.model.marks import MarkKind
from builder.model.seedtext import PlacedMark
from builder.pages.parts.manuscript import Manuscript
from builder.pages.parts.segments import cut_segments
from builder.pages.parts.words import MARK_WORDS
from builder.pages.shapes.lifts import LiftView
from builder.pages.shapes.texts import BlockView, FoldView
from builder.unseen import shown
from builder.wording import marked, say, say_many

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
