"""Claims in the lists of other pages, each with what the texts say of it or leave out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.analysis.claimfindings import CellKind, ClaimFindings, Saying
from builder.analysis.findings import Findings, Silence
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Reading
from builder.pages.kinds import At, Context
from builder.pages.parts.answers import (
    GROUP_WORDS,
    answer_line,
    claim_reading,
    finding_views,
    group_reading,
    reading_meaning,
)
from builder.pages.parts.counts import origins_words
from builder.pages.parts.facing import facing_view
from builder.pages.parts.links import numbered_link, source_view
from builder.pages.parts.quotes import (
    saying_phrase,
    saying_place,
    saying_source,
    stance_view,
)
from builder.pages.parts.rows import title_link
from builder.pages.parts.sides import SIDED, one_per_article, one_per_side, sharpest_collision
from builder.pages.shapes.claims import FacedClaim, SilenceView
from builder.pages.shapes.lists import AnsweredClaim, CardSide, CardView, RegisterGroup
from builder.pages.shapes.small import Link
from builder.wording import numbered, say, say_many

MAX_SIDES = 6
"""A card stays a card; the claim's own page has every sentence."""


def card_views(at: At, claims: Iterable[ClaimId]) -> tuple[CardView, ...]:
    """Return the cards of claims that some text speaks to, in the order given."""
    return tuple(_card(at, claim) for claim in claims if at.findings.claims[claim].sayings)


def _card(at: At, claim: ClaimId) -> CardView:
    findings, record = at.findings.claims[claim], at.library.claims[claim]
    sayings = _spoken(at.context, findings)
    sides = tuple(_side(at, saying) for saying in sayings[:MAX_SIDES])
    return CardView(
        anchor=f"card-{claim}",
        reading=claim_reading(at.context, claim),
        claim=numbered_link(at, "claim", claim),
        answer=answer_line(at.context, record),
        findings=finding_views(record),
        sides=sides,
        foot=origins_words(at.context, claim),
    )


def _spoken(context: Context, findings: ClaimFindings) -> tuple[Saying, ...]:
    """One appearance per side; where all say the same, one per article; where none takes a side, the first."""
    if findings.reading is None:
        return findings.sayings[:1]
    if findings.reading is Reading.AGREE:
        return one_per_article(findings.sayings)
    pair = sharpest_collision(context, findings) if findings.reading in SIDED else None
    return one_per_side(findings.sayings, pair)


def _side(at: At, saying: Saying) -> CardSide:
    href, place = saying_place(at, saying)
    return CardSide(
        stance=stance_view(at.context, saying, noted=False, sourced=True),
        source=saying_source(at, saying),
        quote=saying_phrase(at.context, saying),
        href=href,
        locator=place,
    )


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
    folded: str | None
    """How many they are, for a group that is folded: every one but the first; None for that."""

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
    return say_many("{here} of {count} claim", "{here} of {count} claims", of, here=numbered(here))


def _answered(at: At, claim: ClaimId) -> AnsweredClaim:
    answer = answer_line(at.context, at.library.claims[claim])
    return AnsweredClaim(numbered_link(at, "claim", claim), answer)


def card_groups(at: At, claims: Iterable[ClaimId]) -> tuple[CardGroup, ...]:
    """Return claims as cards by reading, contested first; claims that no text speaks to are left out."""
    groups = [(group, card_views(at, group.claims)) for group in at.findings.agenda(claims)]
    shown = [(group, cards) for group, cards in groups if cards]
    return tuple(
        CardGroup(
            id=_anchor(group.reading),
            title=say(GROUP_WORDS[group.reading]),
            shape=group_reading(group.reading).reading,
            lead=sentence(reading_meaning(group.reading)),
            cards=cards,
            folded=say_many("{count} claim", "{count} claims", len(cards)) if place else None,
        )
        for place, (group, cards) in enumerate(shown)
    )


def _anchor(reading: Reading | None) -> str:
    return reading.value if reading else "no-side"


def sentence(words: str) -> str:
    """Return a clause as a sentence."""
    return say("{sentence}.", sentence=words[:1].upper() + words[1:])


def faced_claim(at: At, claim: ClaimId) -> FacedClaim | None:
    """Return a claim with one quotation of each of two texts, or None where no two texts speak against each other."""
    facing = facing_view(at, claim, brief=True)
    if facing is None:
        return None
    record = at.library.claims[claim]
    return FacedClaim(
        id=claim,
        claim=numbered_link(at, "claim", claim),
        reading=claim_reading(at.context, claim),
        answer=answer_line(at.context, record),
        findings=finding_views(record),
        facing=facing,
    )


def silences_of(
    findings: Findings, claims: Iterable[ClaimId], articles: Iterable[ArticleId]
) -> tuple[Silence, ...]:
    """Return the texts among `articles` that leave out some of `claims`, by date."""
    ordered = findings.in_agenda_order(claims)
    found = (_silence_of(findings, article, ordered) for article in findings.in_article_order(articles))
    return tuple(silence for silence in found if silence.silent)


def _silence_of(findings: Findings, article: ArticleId, claims: tuple[ClaimId, ...]) -> Silence:
    kinds = {claim: findings.cell(claim, article).kind for claim in claims}
    silent = tuple(claim for claim, kind in kinds.items() if kind is CellKind.SILENT)
    return Silence(article, silent, ())


def silence_views(at: At, silences: Iterable[Silence]) -> tuple[SilenceView, ...]:
    """Return texts with the claims that each leaves out."""
    return tuple(_silence(at, silence) for silence in silences)


def _silence(at: At, silence: Silence) -> SilenceView:
    return SilenceView(
        source=source_view(at, silence.article),
        title=title_link(at, silence.article),
        count=say_many("silent on {count} claim", "silent on {count} claims", len(silence.silent)),
        silent=tuple(numbered_link(at, "claim", claim) for claim in silence.silent),
    )
