"""Claims: atomic statements, and the stance that each article takes on them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from builder.model.assessment import Assessment
from builder.model.base import (
    ArticleRef,
    Boolean,
    CodingRef,
    EntityRef,
    EventRef,
    Line,
    Model,
    Name,
    Names,
    OutletRef,
    Prose,
    Record,
    RecordNumber,
    RefersTo,
    TopicRef,
    Verbatim,
)
from builder.model.edtf import EdtfDate
from builder.model.quotes import ArticleQuote
from builder.model.sources import Source


class Stance(StrEnum):
    """How an article stands to a claim."""

    ASSERTS = "asserts"
    ATTRIBUTES = "attributes"
    IMPLIES = "implies"
    DOUBTS = "doubts"
    DISPUTES = "disputes"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


class Reading(StrEnum):
    """How the appearances of a claim relate to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    VARIANT = "variant"
    DIFFER = "differ"
    CONFLICT = "conflict"
    ONE_ARTICLE = "one-article"


class DisagreementKind(StrEnum):
    """In what the texts disagree."""

    NUMBER = "number"
    """how many"""
    POPULATION = "population"
    """the same number of whom or what"""
    DATE = "date"
    """when"""
    CHRONOLOGY = "chronology"
    """in which order"""
    ATTRIBUTION = "attribution"
    """on whose word"""
    CERTAINTY = "certainty"
    """how surely"""
    TARGET = "target"
    """against whom or what"""
    CAUSE = "cause"
    """why it happened"""
    MOTIVE = "motive"
    """why somebody did it"""
    EFFECT = "effect"
    """what came of it"""
    PRIORITY = "priority"
    """what was first or the only one"""
    STANDPOINT = "standpoint"
    """what somebody’s position is"""
    WORDING = "wording"
    """which words were said"""
    SPELLING = "spelling"
    """how a name is written"""
    PREDICTION = "prediction"
    """what will come"""


class ClaimKind(StrEnum):
    """What sort of statement it is."""

    EVENT = "event"
    """that something happened"""
    QUOTATION = "quotation"
    """that somebody said these words"""
    DETAIL = "detail"
    """a circumstance of what happened"""
    VERIFICATION = "verification"
    """whether something is genuine or confirmed"""
    CHRONOLOGY = "chronology"
    """what came before what"""
    SUPERLATIVE = "superlative"
    """that something is first, largest, only"""
    CAUSE = "cause"
    """why something happened"""
    NUMBER = "number"
    """how many or how much"""
    RESPONSIBILITY = "responsibility"
    """who did it"""
    STANDPOINT = "standpoint"
    """what position somebody takes"""
    NAME = "name"
    """what somebody or something is called"""
    CHARACTERISATION = "characterisation"
    """what sort of thing something is"""
    EVALUATION = "evaluation"
    """how good, bad or important something is"""
    PREDICTION = "prediction"
    """what will happen"""


PositionId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class AttributedTo(Model):
    """On whose word. Short forms: the id of an entity or outlet, or `unstated`."""

    SHORT_FORM = "record"
    record: Annotated[str, RefersTo(("entity", "outlet"))] | None = None
    """An entity or outlet of the dossier, by id."""
    entity: EntityRef | None = None
    """An entity, where an outlet has the same id."""
    outlet: OutletRef | None = None
    """An outlet, where an entity has the same id."""
    described: Line | None = None
    """As the text describes somebody it does not name: `Western reporters`."""
    unstated: Boolean = False
    """The text says that somebody says so and not who."""

    @classmethod
    def _from_text(cls, text: str) -> dict[str, object]:
        return {"unstated": "true"} if text == "unstated" else {"record": text}

    @model_validator(mode="after")
    def _is_one(self) -> AttributedTo:
        named = [self.record, self.entity, self.outlet, self.described, self.unstated or None]
        if sum(name is not None for name in named) != 1:
            raise PydanticCustomError(
                "bad_attribution", "one of a record's id, `described` or `unstated` says on whose word"
            )
        return self


class Appearance(ArticleQuote):
    """One article's stance on a claim, with the words that show it."""

    stance: Stance
    """How the article stands to the claim, judged by these words."""
    position: PositionId | None = None
    """Which of the claim's positions the article takes."""
    attributed_to: AttributedTo | None = None
    """On whose word the article says so; the stance `attributes` needs it."""
    hedge: Verbatim | None = None
    """The words that soften it, letter for letter and inside the quote's sentence: `allegedly`."""
    stress: tuple[Verbatim, ...] = ()
    """Words of the quote to mark where it faces another, letter for letter: `[first time]`. Else a rule marks some."""
    note: Line | None = None
    """What a reader should know about this appearance; the stance `contradicts` needs it."""

    @model_validator(mode="after")
    def _has_what_its_stance_needs(self) -> Appearance:
        if self.stance is Stance.ATTRIBUTES and self.attributed_to is None:
            raise PydanticCustomError(
                "bad_stance",
                "the stance `attributes` needs `attributed_to`: a record id, `{described: …}` or `unstated`",
            )
        if self.stance is Stance.CONTRADICTS and self.note is None:
            raise PydanticCustomError(
                "bad_stance",
                "the stance `contradicts` is your finding and needs a `note` that says why both cannot hold",
            )
        return self


class Disagreement(Model):
    """In what the texts disagree. Its short form is the kind alone: `disagreement: [number, date]`."""

    SHORT_FORM = "kind"
    kind: DisagreementKind
    """In what: one word of the list."""
    says: Line | None = None
    """The editors' own line on it, printed beneath the reading and signed by `coded`."""


class Finding(Model):
    """What the editors find where they lay the texts side by side. Its short form is the words alone."""

    SHORT_FORM = "says"
    says: Line
    """The finding in one line, printed beneath the reading."""
    by: Name | None = None
    """Whose finding it is; where it is left out, `coded` signs."""
    date: EdtfDate | None = None
    """When it was made; it stands where `by` stands."""


class Coded(Model):
    """Who read which articles for this claim; silence of any other article is not recorded."""

    by: Names
    """Who read them: one name, or `[A. Editor, B. Reader]`."""
    date: EdtfDate
    """When."""
    articles: tuple[ArticleRef, ...]
    """The articles that were read whole for this claim."""


class Decided(Model):
    """What became of a place where a second reader chose another word."""

    article: ArticleRef
    """The article that was read in two ways."""
    by: Name
    """Who decided."""
    date: EdtfDate
    """When."""
    why: Line
    """Why it stands as it does, in one line."""
    coding: CodingRef | None = None
    """The second reading that it answers, where there are several; without it, all."""


class KnownToday(Model):
    """What is known from outside the texts. Whether it came before or after them follows from the dates."""

    date: EdtfDate
    """When it became known."""
    text: Prose
    """What became known."""
    by: Name
    """Who adds it."""
    source: Source | None = None
    """Where it can be read."""


class Independence(Model):
    """An editor's finding that articles do not rest on one origin."""

    between: tuple[ArticleRef, ...]
    """The articles, two or more."""
    basis: Prose
    """What the finding rests on: `own correspondents`."""
    evidence: tuple[ArticleQuote, ...] = ()
    """Words of the articles that show it."""
    by: Name
    """Whose finding it is."""
    date: EdtfDate
    """When it was made."""


class Claim(Record):
    """A statement or question that articles take a stance on."""

    KIND: ClassVar[str] = "claim"
    number: RecordNumber | None = None
    """A number to cite it by, `c06`."""
    statement: Line
    """The statement, in one sentence; a question has `positions`."""
    kind: ClaimKind
    """What sort of statement it is."""
    topics: tuple[TopicRef, ...] = ()
    """The topics it belongs to."""
    event: EventRef | None = None
    """The event it is about; articles published before it are "not applicable"."""
    positions: Mapping[PositionId, Line] = Field(default_factory=dict)
    """Where articles give different answers: a short name for each answer, and the answer in words."""
    coded: Coded | None = None
    """Who read which articles for this claim; only these can be silent on it."""
    decided: tuple[Decided, ...] = ()
    """Where second readers chose other words than stand here: who decided, and why."""
    reading: Reading | None = None
    """How the appearances relate; may be left out where only one reading is possible."""
    disagreement: tuple[Disagreement, ...] = ()
    """In what they disagree; the readings `variant`, `differ` and `conflict` need it, the others refuse it."""
    finding: Finding | None = None
    """What the editors find, in one line. Without it pages say what follows from the stances alone."""
    appearances: tuple[Appearance, ...] = ()
    """The stance of each article, with its words."""
    independence: tuple[Independence, ...] = ()
    """Findings that articles are independent of each other."""
    assessments: tuple[Assessment, ...] = ()
    """Judgements of the claim's credibility within the dossier."""
    known_today: tuple[KnownToday, ...] = ()
    """What is known from outside the texts; pages say of each entry whether it was public before them or came later."""
    explanation: Prose | None = None
    """What a reader should know about the comparison, in the editors' words."""
