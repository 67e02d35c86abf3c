"""Two texts that speak against each other on a claim, side by side, by date as far as it is known."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.matching import whole_words_in
from builder.model.base import ClaimId
from builder.model.edtf import Edtf
from builder.pages.kinds import At, Context
from builder.pages.parts.dates import date_words
from builder.pages.parts.emphasis import apart_spans, emphasised, emphasised_as_they_are, is_sure
from builder.pages.parts.gaps import time_between
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.meets import runs_of, telling_apart
from builder.pages.parts.places import placed_saying
from builder.pages.parts.quotes import appearance_quote, context_words
from builder.pages.parts.readings import claim_reading
from builder.pages.parts.sides import SIDED, collide, sharpest_collision
from builder.pages.parts.sourcing import through_words
from builder.pages.parts.words import in_row
from builder.pages.shapes.texts import FacingSide, FacingView
from builder.text import Span
from builder.wording import marked, say

Sayings = tuple[Saying, ...]


def facing_sayings(context: Context, claim: ClaimId) -> tuple[Sayings, Sayings] | None:
    """Return what the two texts say that tell a conflict or difference best, the earlier text first, or None."""
    findings = context.findings.claims[claim]
    if findings.reading not in SIDED:
        return None
    pair = sharpest_collision(context, findings)
    if pair is None:
        return None
    return _against(findings.sayings, pair.first, pair.second), _against(
        findings.sayings, pair.second, pair.first
    )


def _against(sayings: Sayings, own: Saying, other: Saying) -> Sayings:
    return tuple(saying for saying in sayings if saying.article == own.article and collide(saying, other))


class Emphasis(Struct, frozen=True):
    """What is marked in each quotation of two sides, as ranges of its words, and why."""

    spans: Mapping[int, tuple[Span, ...]]
    """By the appearance's place in the claim; a quotation that is absent has no mark."""
    lead: str
    """What the marks are, in words; empty where nothing is marked."""


def facing_view(at: At, claim: ClaimId, *, brief: bool = False) -> FacingView | None:
    """Return the two texts that face each other on a claim, or None where no two collide.

    `brief` prints one quotation for each text and no notes, as the first page does.
    """
    found = _sharpest(at.context, claim) if brief else facing_sayings(at.context, claim)
    if found is None:
        return None
    marked = emphasis_of(at.context, claim, found).spans
    first, second = (_side(at, own, marked, noted=not brief) for own in found)
    gap, gap_words = time_between(_published(at.context, found[0][0]), _published(at.context, found[1][0]))
    return FacingView((first, second), gap, gap_words, claim_reading(at.context, claim))


def _sharpest(context: Context, claim: ClaimId) -> tuple[Sayings, Sayings] | None:
    findings = context.findings.claims[claim]
    pair = sharpest_collision(context, findings) if findings.reading in SIDED else None
    return ((pair.first,), (pair.second,)) if pair else None


def _published(context: Context, saying: Saying) -> Edtf:
    return context.library.articles[saying.article].published.edtf


STRESSED = marked("Marked: the words that the editors stress.")
APART = marked("Marked in each: the words that give its answer.")


def emphasis_of(context: Context, claim: ClaimId, sides: tuple[Sayings, Sayings]) -> Emphasis:
    """Return the words to mark in two sides: the editors' choice, else the answers in words, else nothing."""
    chosen = {
        saying.index: spans for side in sides for saying in side if (spans := _stressed(context, saying))
    }
    return Emphasis(chosen, say(STRESSED)) if chosen else _answers_apart(context, claim, sides)


def _stressed(context: Context, saying: Saying) -> tuple[Span, ...]:
    text = placed_saying(context, saying).words
    found = [place for places in whole_words_in(text, saying.appearance.stress) for place in places]
    if not _is_english(context, saying):
        return emphasised_as_they_are(text, found)
    return emphasised(text, found, _before(context, saying)) or ()


def _answers_apart(context: Context, claim: ClaimId, sides: tuple[Sayings, Sayings]) -> Emphasis:
    """Both sides name their answers in words, in English, and no mark parts a word from its negation; or nothing."""
    nothing = Emphasis({}, "")
    labels = context.library.claims[claim].positions
    answers = [labels.get(side[0].appearance.position or "", "") for side in sides]
    named_by: dict[int, tuple[Span, ...]] = {}
    for place, side in enumerate(sides):
        texts = [placed_saying(context, saying).words for saying in side]
        across = [placed_saying(context, saying).words for saying in sides[1 - place]]
        wanted = telling_apart(answers[place], answers[1 - place])
        named = apart_spans(texts, wanted, across)
        if not any(named) or not all(_is_english(context, saying) for saying in side):
            return nothing
        for saying, text, spans in zip(side, texts, named, strict=True):
            widened = emphasised(text, spans, _before(context, saying))
            if widened is None or (widened and not is_sure(text, widened)):
                return nothing
            named_by[saying.index] = widened
    return Emphasis(named_by, say(APART))


def _before(context: Context, saying: Saying) -> str:
    """What the page prints of the sentence before a quotation."""
    return context_words(context, placed_saying(context, saying))[0]


def _is_english(context: Context, saying: Saying) -> bool:
    library = context.library
    language = library.articles[saying.article].language or library.dossier.language
    return language.split("-")[0] == "en"


def _side(at: At, sayings: Sayings, marked: Mapping[int, tuple[Span, ...]], *, noted: bool) -> FacingSide:
    """One side; through whom its words come stands at its head where it holds for all of them, else at each."""
    first = sayings[0]
    dated = date_words(_published(at.context, first))
    together = len({through_words(at.context, saying) for saying in sayings}) == 1
    source = source_view(at, first.article, dated=False)
    return FacingSide(
        label=in_row((siglum_of(at.context, first.article), dated)),
        date=dated,
        source=replace(source, through=through_words(at.context, first) if together else None),
        quotes=tuple(
            replace(
                appearance_quote(at, saying, noted=noted, sourced=together),
                source=None,
                exact=runs_of(placed_saying(at.context, saying).words, marked.get(saying.index, ())),
            )
            for saying in sayings
        ),
    )
