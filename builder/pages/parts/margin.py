"""What stands beside a paragraph: the claims it speaks to, and what an editor says about its words."""

from __future__ import annotations

import unicodedata

from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.analysis.excerpts import shows
from builder.model.base import ArticleId, ClaimId, LanguageTag
from builder.model.marks import MarkEffect, MarkKind
from builder.model.seedtext import Paragraph, PlacedMark
from builder.pages.kinds import At, Context
from builder.pages.parts.links import numbered_link, siglum_of
from builder.pages.parts.manuscript import HIDDEN, Manuscript
from builder.pages.parts.readings import claim_reading
from builder.pages.parts.redactions import redaction_remark
from builder.pages.parts.stances import stance_view
from builder.pages.parts.words import MARK_WORDS
from builder.pages.shapes.small import Phrase, StanceView
from builder.pages.shapes.texts import MarginNoteView, RemarkView
from builder.text import Span
from builder.wording import marked, say, say_many

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
