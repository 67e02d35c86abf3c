"""Stances and readings in words."""

from __future__ import annotations

from builder.analysis.claimfindings import Saying
from builder.analysis.origins import attributed_record
from builder.model.claim import Appearance, DisagreementKind, Reading, Stance
from builder.pages.kinds import Context
from builder.pages.parts.sourcing import through_words
from builder.pages.parts.words import DISAGREEMENT_WORDS, READING_WORDS, STANCE_WORDS
from builder.pages.shapes.small import Phrase, ReadingView, StanceView
from builder.wording import say


def stance_view(context: Context, saying: Saying, *, noted: bool = True, sourced: bool = False) -> StanceView:
    """Return the stance of an appearance with position, attribution, hedge and, where wanted, its note.

    `sourced` says that its source stands beside it, with those through whom the text has the words.
    """
    appearance = saying.appearance
    positions = context.library.claims[saying.claim].positions
    language = context.library.language_of(saying.article)
    return StanceView(
        stance=appearance.stance.value,
        word=say(STANCE_WORDS[appearance.stance]),
        position=positions.get(appearance.position or ""),
        attribution=on_whose_word(context, appearance),
        through=None if sourced else through_words(context, saying),
        hedge=Phrase(appearance.hedge, language) if appearance.hedge else None,
        note=appearance.note if noted else None,
    )


def on_whose_word(context: Context, appearance: Appearance) -> str | None:
    """Return on whose word an appearance speaks, as it stands behind its stance, or None where it speaks for itself.

    `to SITE`, `to Western reporters`, `without saying to whom`; where the text does more than attribute, `on the
    word of SITE`.
    """
    attributed_to = appearance.attributed_to
    if attributed_to is None:
        return None
    attributes = appearance.stance is Stance.ATTRIBUTES
    if attributed_to.unstated:
        return say("without saying to whom") if attributes else say("without saying on whose word")
    record = attributed_record(context.library, attributed_to)
    name = context.library.name_of(*record) if record else attributed_to.described
    return say("to {name}", name=name) if attributes else say("on the word of {name}", name=name)


def absent_view(state: str, note: str | None = None) -> StanceView:
    """Return how an article is absent from a claim: silent, not-applicable or not-read."""
    return StanceView(stance=state, word=say(STANCE_WORDS[state]), note=note)


def reading_view(reading: Reading, disagreement: tuple[DisagreementKind, ...] = ()) -> ReadingView:
    """Return a reading in words with its disagreement."""
    return ReadingView(reading.value, say(READING_WORDS[reading]), disagreement_words(disagreement) or None)


def disagreement_words(disagreement: tuple[DisagreementKind, ...]) -> str:
    """Return in what articles disagree: `chronology, numbers`."""
    return say(", ").join(say(DISAGREEMENT_WORDS[kind]) for kind in disagreement)
