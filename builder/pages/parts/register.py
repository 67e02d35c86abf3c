"""Claims by reading: the register of a dossier, and the groups of a topic."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.model.base import ClaimId
from builder.model.claim import Reading
from builder.pages.kinds import At
from builder.pages.parts.answers import answer_line
from builder.pages.parts.cards import card_views
from builder.pages.parts.links import numbered_link
from builder.pages.parts.readings import GROUP_WORDS, group_reading, reading_meaning
from builder.pages.shapes.lists import AnsweredClaim, CardView, RegisterGroup
from builder.pages.shapes.small import Link
from builder.wording import say, say_many


class CardGroup(Struct, frozen=True):
    """The claims of one reading as cards under a heading."""

    id: str
    """Of the section, for the list of contents."""
    title: str
    """Heading: `What is contested`."""
    shape: str
    """Reading whose glyph stands before it."""
    lead: str
    """What that reading says of the texts, in a sentence."""
    cards: tuple[CardView, ...]
    """Those that the page has; never empty."""

    @property
    def link(self) -> Link:
        """The group in a table of contents."""
        return Link(f"#{self.id}", self.title)


def register_groups(at: At, claims: Iterable[ClaimId]) -> tuple[RegisterGroup, ...]:
    """Return some claims by reading, contested first, with counts and what each reading means."""
    all_of = {group.reading: len(group.claims) for group in at.findings.agenda(at.findings.claim_order)}
    return tuple(
        RegisterGroup(
            group_reading(group.reading),
            _count_words(len(group.claims), all_of[group.reading]),
            sentence(reading_meaning(group.reading)),
            tuple(_answered(at, claim) for claim in group.claims),
        )
        for group in at.findings.agenda(claims)
    )


def _count_words(here: int, of: int) -> str:
    if here == of:
        return say_many("{count} claim", "{count} claims", of)
    return say_many("{here} of {count} claim", "{here} of {count} claims", of, here=f"{here:,}")


def _answered(at: At, claim: ClaimId) -> AnsweredClaim:
    answer = answer_line(at.context, at.library.claims[claim])
    return AnsweredClaim(numbered_link(at, "claim", claim), answer)


def card_groups(at: At, claims: Iterable[ClaimId]) -> tuple[CardGroup, ...]:
    """Return claims as cards by reading, contested first; claims that no text speaks to are left out."""
    groups = (
        CardGroup(
            id=_anchor(group.reading),
            title=say(GROUP_WORDS[group.reading]),
            shape=group_reading(group.reading).reading,
            lead=sentence(reading_meaning(group.reading)),
            cards=card_views(at, group.claims),
        )
        for group in at.findings.agenda(claims)
    )
    return tuple(group for group in groups if group.cards)


def _anchor(reading: Reading | None) -> str:
    return reading.value if reading else "no-side"


def sentence(words: str) -> str:
    """Return a clause as a sentence."""
    return say("{sentence}.", sentence=words[:1].upper() + words[1:])
