"""The page of a claim: what the texts answer, then who says what, how firmly, on whose word, and how far apart."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.base import ClaimId
from builder.model.claim import Claim
from builder.pages.kinds import At, Context, PageView, Subject, foreign_language, record_page
from builder.pages.parts.answers import answer_line, claim_reading, finding_views
from builder.pages.parts.citing import record_cite
from builder.pages.parts.codings import place_groups
from builder.pages.parts.counts import origin_uses, origins_line, origins_words, support_views
from builder.pages.parts.facing import Sayings, emphasis_of, facing_sayings, facing_view
from builder.pages.parts.grades import STATEMENT, grade_views, independence_views, known_today, rating_views
from builder.pages.parts.linked_data import claim_data
from builder.pages.parts.links import numbered_link, record_link, told_apart
from builder.pages.parts.matrix import hardening_words, ladder_view, witnesses_view
from builder.pages.parts.rows import comparison_rows, correction_rows, event_comparison_rows, signed
from builder.pages.parts.whole import links_of
from builder.pages.parts.wholes import CLAIM_DISSENTS, CLAIM_TEXTS
from builder.pages.parts.words import CLAIM_KIND_SENTENCES
from builder.pages.shapes.claims import IndependenceView, OriginUseView, SupportView, WitnessesView
from builder.pages.shapes.codings import SecondPlacesView
from builder.pages.shapes.lists import CiteView, KnownTodayView, RowView
from builder.pages.shapes.small import (
    AnswerView,
    CountsView,
    FindingView,
    GradeView,
    Html,
    Link,
    NumberedLink,
    RatingView,
    ReadingView,
    RecordHeadView,
)
from builder.pages.shapes.tables import LadderView
from builder.pages.shapes.texts import FacingView
from builder.wording import marked, say

LEAD = marked("Two texts, by date.")


class ClaimView(PageView, frozen=True, kw_only=True):
    """A claim and every text's stance on it. Parts that a claim has not are None or empty and print nothing."""

    head: RecordHeadView
    """The claim's number and statement."""
    answer: AnswerView
    """All texts in one line."""
    reading: ReadingView
    """How they relate, and in what they disagree."""
    findings: tuple[FindingView, ...]
    """What the editors find; empty where they say nothing."""
    kind: str
    """What it is about, ready to print: `About a number.`."""
    counts: CountsView
    """The origins line: articles, named origins, and what is not established."""
    facing: FacingView | None
    """The two texts that collide most sharply; None where none do."""
    facing_lead: str
    """What is marked in them; empty without them."""
    explanation: Html | None
    """The editors' words on the claim, from Markdown; None where there are none."""
    witnesses: WitnessesView | None
    """Every text that was read for the claim, with its sentences, those above left out; None where none was."""
    ladder: LadderView | None
    """How firmly each text puts it; None where all speak alike."""
    ladder_lead: str | None
    """Which texts grow firmer within themselves; None where none does."""
    origins: tuple[OriginUseView, ...]
    """On whose word the texts speak; may be empty."""
    supports: tuple[SupportView, ...]
    """For each answer that several texts share, what is known of their independence; may be empty."""
    independence: tuple[IndependenceView, ...]
    """The editors' findings on that, with evidence; may be empty."""
    grades: tuple[GradeView, ...]
    """Our own judgements of the statement and its positions, latest first; may be empty."""
    ratings: tuple[RatingView, ...]
    """Others' judgements, latest first; may be empty."""
    known_today: KnownTodayView | None
    """What is known from outside the texts; None where nothing is."""
    coded: str | None
    """Who read the texts for the claim and when; None where nobody signed."""
    event: NumberedLink | None
    """What it is about; None where it is about no single event."""
    topics: tuple[Link, ...]
    """Those that it belongs to; may be empty."""
    dissents: tuple[SecondPlacesView, ...]
    """Where second readers chose another word; empty where nobody did, the first where they are many."""
    comparisons: tuple[RowView, ...]
    """The editors' comparisons by it and the one of its event; may be empty."""
    corrections: tuple[RowView, ...]
    """Changes to this record after publication; may be empty."""
    cite: CiteView
    """Citation of the claim as a part of the dossier."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `witnesses`, `origins` or `dissents`."""


def claim_view(at: At, claim_id: Subject) -> ClaimView:
    """Return what the page of one claim shows."""
    claim = at.library.claims[ClaimId(claim_id)]
    known = ClaimId(claim.id)
    faced = facing_sayings(at.context, known)
    texts = CLAIM_TEXTS.first_of(at, known)
    otherwise = CLAIM_DISSENTS.first_of(at, known)
    above = frozenset(saying.index for side in faced or () for saying in side)
    origins = origin_uses(at, known, texts.all.href or "" if texts.all else "#every-text")
    answer, reading = answer_line(at.context, claim), claim_reading(at.context, known)
    number = claim.number.upper() if claim.number else None
    return ClaimView(
        title=told_apart(at.library, "claim", claim_id),
        description=say(
            "{claim}: {answer}. {reading}. {origins}.",
            claim=claim.statement,
            answer=answer.words,
            reading=reading.word,
            origins=origins_words(at.context, known),
        ),
        linked_data=claim_data(at, known),
        head=RecordHeadView(say("Claim"), number, claim.statement, title_lang=foreign_language(at.library)),
        answer=answer,
        reading=reading,
        findings=finding_views(claim),
        kind=say(CLAIM_KIND_SENTENCES[claim.kind]),
        counts=origins_line(at.context, known),
        facing=facing_view(at, known),
        facing_lead=_facing_lead(at.context, known, faced),
        explanation=at.prose(claim.explanation) if claim.explanation else None,
        witnesses=witnesses_view(at, claim, texts.entries, above),
        ladder=ladder_view(at, known),
        ladder_lead=hardening_words(at.context, known),
        origins=origins.entries,
        supports=support_views(at.context, claim),
        independence=independence_views(at, claim),
        grades=grade_views(at, claim.assessments, STATEMENT, claim.positions),
        ratings=rating_views(at, claim.assessments),
        known_today=known_today(at, claim),
        coded=signed(claim.coded.by, claim.coded.date) if claim.coded else None,
        event=numbered_link(at, "event", claim.event) if claim.event else None,
        topics=tuple(record_link(at, "topic", topic) for topic in claim.topics),
        dissents=place_groups(at, otherwise.entries, with_claims=False),
        comparisons=_comparisons(at, claim),
        corrections=correction_rows(
            at, at.findings.backlinks.corrections_by_record.get(("claim", claim.id), ())
        ),
        cite=record_cite(at, say("Claim"), claim.statement, number),
        wholes=links_of(witnesses=texts.all, origins=origins.all, dissents=otherwise.all),
    )


def _facing_lead(context: Context, claim: ClaimId, faced: tuple[Sayings, Sayings] | None) -> str:
    if faced is None:
        return ""
    return " ".join(filter(None, (say(LEAD), emphasis_of(context, claim, faced).lead)))


def _comparisons(at: At, claim: Claim) -> tuple[RowView, ...]:
    curated = at.findings.backlinks.comparisons_by_claim.get(ClaimId(claim.id), ())
    of_event = (claim.event,) if claim.event else ()
    return comparison_rows(at, curated) + event_comparison_rows(at, of_event)


KIND = record_page("claim", "claims", claim_view)
