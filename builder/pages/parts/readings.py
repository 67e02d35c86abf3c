"""How the texts relate on a claim, in words; also where no text takes a side."""

from __future__ import annotations

from msgspec.structs import replace

from builder.model.base import ClaimId
from builder.model.claim import Claim, Reading
from builder.pages.kinds import Context
from builder.pages.parts.records import signed
from builder.pages.parts.stances import disagreement_words, reading_view
from builder.pages.parts.words import DISAGREEMENT_WORDS, READING_MEANINGS
from builder.pages.shapes.small import FindingView, ReadingView
from builder.wording import marked, say

NO_SIDE = ReadingView("mentions", marked("No side taken"))
NO_SIDE_MEANING = marked("the texts speak of the matter and take no side")

GROUP_WORDS: dict[Reading | None, str] = {
    Reading.CONFLICT: marked("What is contested"),
    Reading.DIFFER: marked("Answered differently"),
    Reading.COMPATIBLE: marked("Details that fit together"),
    Reading.VARIANT: marked("The same in other words"),
    Reading.AGREE: marked("The same in several articles"),
    Reading.ONE_ARTICLE: marked("In one article only"),
    None: marked("Mentioned, no side taken"),
}
"""Headings for the claims of one reading."""


def claim_reading(context: Context, claim: ClaimId) -> ReadingView:
    """Return a claim's reading with its disagreement."""
    found = context.findings.claims[claim]
    return reading_view(found.reading, found.disagreement) if found.reading else no_side()


def no_side() -> ReadingView:
    """Return what stands for a reading where no text takes a side."""
    return replace(NO_SIDE, word=say(NO_SIDE.word))


def group_reading(reading: Reading | None) -> ReadingView:
    """Return a reading without any one claim's disagreement."""
    return reading_view(reading) if reading else no_side()


def reading_meaning(reading: Reading | None) -> str:
    """Return what a reading means, in one clause."""
    return say(READING_MEANINGS[reading] if reading else NO_SIDE_MEANING)


def disagreement_line(context: Context, claim: ClaimId) -> str | None:
    """Return reading and disagreement in one line, `Conflict: chronology`, or None where nothing disagrees."""
    found = context.findings.claims[claim]
    if not found.disagreement:
        return None
    reading = claim_reading(context, claim).word
    return say("{reading}: {matters}", reading=reading, matters=disagreement_words(found.disagreement))


def finding_views(claim: Claim) -> tuple[FindingView, ...]:
    """Return what the editors say of a claim beneath its reading, signed; nothing where they say nothing."""
    coder = signed(claim.coded.by, claim.coded.date) if claim.coded else None
    views: list[FindingView] = []
    if claim.finding is not None:
        own = claim.finding
        signature = signed(own.by, own.date) if own.by and own.date else coder
        assert signature is not None, f"nobody signs the finding of claim {claim.id}"
        views.append(FindingView(own.says, signature))
    for each in claim.disagreement:
        if each.says is not None:
            assert coder is not None, f"nobody signs the disagreement of claim {claim.id}"
            views.append(FindingView(each.says, coder, say(DISAGREEMENT_WORDS[each.kind])))
    return tuple(views)
