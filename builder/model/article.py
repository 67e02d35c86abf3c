"""Articles: the editorial record of one published text, and who its text relies on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from builder.lines import LineEnds
from builder.model.assessment import Assessment
from builder.model.base import (
    ArticleRef,
    EntityRef,
    EventRef,
    LanguageTag,
    Line,
    Model,
    Name,
    OutletRef,
    Prose,
    Record,
    Remark,
    TopicRef,
    Verbatim,
    WebUrl,
)
from builder.model.custody import Custody, Sha256
from builder.model.dates import DateBasis, DateStatement, PublicationDate
from builder.model.edtf import EdtfDate, EdtfError, parse_edtf
from builder.model.marks import Mark
from builder.model.quotes import CueQuote, Passage
from builder.model.sources import Archive, Source

Siglum = Annotated[str, StringConstraints(min_length=1, max_length=6, pattern=r"^\S+$")]


class Publish(StrEnum):
    """How much of a text may be published."""

    FULL = "full"
    """The whole text."""
    EXCERPT = "excerpt"
    """Only the sentences that hold a quote which serves as evidence."""
    LINK = "link"
    """None of it; quotes and links only."""


class SeedFile(Model):
    """The stored text. Its short form is the file's path."""

    SHORT_FORM = "file"
    file: Remark
    """Where the file is, from the dossier's root: `seeds/a.txt`."""
    sha256: Sha256 | None = None
    """The SHA-256 of its bytes; the build refuses a file that has another."""


class Version(Model):
    """One state of a text that its publisher changed. All states of one text are one article."""

    captured: EdtfDate
    """When the text was in this state, as far as is known: the day on which it was stored."""
    file: Remark
    """Where the state is stored, from the dossier's root: `seeds/a-1.txt`."""
    sha256: Sha256 | None = None
    """The SHA-256 of its bytes; the build refuses a file that has another."""
    note: Line | None = None
    """What is known of the change, such as an editor's note of the publisher; readers see it."""


class Relation(StrEnum):
    """How a text relies on what came before. The first two carry it; the others use it."""

    TRANSLATES = "translates"
    """It is that text in another language."""
    REPUBLISHES = "republishes"
    """It is that text in another place."""
    QUOTES = "quotes"
    """It cites words of it."""
    REPORTS = "reports"
    """It tells what that said or what happened there."""
    BASED_ON = "based-on"
    """It uses it, whether or not it says so."""

    @property
    def carries(self) -> bool:
        """Whether the text is the same work in another place or language."""
        return self in (Relation.TRANSLATES, Relation.REPUBLISHES)


class OriginTarget(Model):
    """What was relied on: a record, and in words what of it."""

    article: ArticleRef | None = None
    """An article of the dossier."""
    outlet: OutletRef | None = None
    """An outlet, where the article itself is not here."""
    entity: EntityRef | None = None
    """A person or organisation who was relied on."""
    event: EventRef | None = None
    """An event that was witnessed or shown, such as a video."""
    what: Line | None = None
    """What it is, where it is no article here: `Wire copy`. It prints "not in this dossier"."""

    @model_validator(mode="after")
    def _names_something(self) -> OriginTarget:
        records = [
            name for name in ("article", "outlet", "entity", "event") if getattr(self, name) is not None
        ]
        if len(records) > 1 or not (records or self.what):
            raise PydanticCustomError(
                "bad_origin",
                "an origin names one of `article`, `outlet`, `entity` or `event`, or says `what` it is",
            )
        return self

    @property
    def record(self) -> tuple[str, str] | None:
        """The (kind, id) of the record that is named, or None."""
        for kind in ("article", "outlet", "entity", "event"):
            if getattr(self, kind) is not None:
                return kind, getattr(self, kind)
        return None


class Agent(Model):
    """A person who did the step."""

    role: Line
    """What they did: `translator`."""
    name: Name
    """Their name as the text gives it."""
    entity: EntityRef | None = None
    """Their record, where there is one."""


class Origin(Model):
    """One step back in the chain of who relied on whom (W3C PROV)."""

    relation: Relation
    """How the text relies on it."""
    of: OriginTarget
    """What was relied on."""
    basis: DateBasis = DateBasis.STATED
    """What this step rests on: `stated` needs `cue`, `inferred` needs `note`, `external` needs `source`."""
    cue: CueQuote | None = None
    """The words of the text that say so."""
    note: Line | None = None
    """Why it is inferred, or what remains open; readers see it."""
    source: Source | None = None
    """Where an external finding comes from."""
    covers: Passage | None = None
    """The stretch of the text that rests on this origin; only claims quoted from it count the origin."""
    agent: Agent | None = None
    """Who did the step."""
    date: DateStatement | None = None
    """When the original was published."""
    origins: tuple[Origin, ...] = ()
    """What this origin in its turn relied on."""

    @model_validator(mode="after")
    def _has_what_its_basis_needs(self) -> Origin:
        needs = {DateBasis.STATED: "cue", DateBasis.INFERRED: "note", DateBasis.EXTERNAL: "source"}[
            self.basis
        ]
        if getattr(self, needs) is None:
            raise PydanticCustomError(
                "bad_basis",
                "an origin whose basis is `{basis}` needs `{needs}`",
                {"basis": self.basis.value, "needs": needs},
            )
        return self


class Title(Model):
    """What pages call a text. Its short form is the words alone."""

    SHORT_FORM = "text"
    text: Line
    """The headline where there is one, else words of the editors, which pages print in brackets."""
    lang: LanguageTag | None = None
    """Its language, where that is not the one that follows: the text's for a headline, else the dossier's."""


class Article(Record):
    """One published text."""

    KIND: ClassVar[str] = "article"
    title: Title
    """What pages call it; the headline where there is one, else words of the editors. `{text: …, lang: …}` where
    its language is another than the text's."""
    headline: Verbatim | None = None
    """The headline, letter for letter as the text has it."""
    outlet: OutletRef
    """Who published it."""
    siglum: Siglum | None = None
    """A short name for tables and margins, at most 6 characters."""
    text: SeedFile | None = None
    """The stored text; absent where it may not be kept. Of `versions` it is the newest, and may be left out."""
    versions: tuple[Version, ...] = ()
    """The states of a text that was changed after it was published; the newest is shown, and evidence stands in it."""
    custody: tuple[Custody, ...] = ()
    """What happened to the stored text before it came here, the oldest step first."""
    lines: LineEnds | None = None
    """What the single line ends of the text are; measured where absent."""
    published: PublicationDate
    """When it was published."""
    language: LanguageTag | None = None
    """The language of the text; its outlet's where absent."""
    url: WebUrl | None = None
    """Where it was published."""
    archives: tuple[Archive, ...] = ()
    """Lasting copies."""
    byline: Name | None = None
    """Who wrote it, as the text says."""
    translator: Name | None = None
    """Who translated it, as the text says."""
    publish: Publish | None = None
    """How much of the text is published; the dossier's setting where absent."""
    topics: tuple[TopicRef, ...] = ()
    """The topics it belongs to."""
    events: tuple[EventRef, ...] = ()
    """The events it reports."""
    origins: tuple[Origin, ...] = ()
    """Who the text relies on."""
    marks: tuple[Mark, ...] = ()
    """Labelled spans of the text."""
    assessments: tuple[Assessment, ...] = ()
    """Reliability notes on this text."""
    summary: Prose | None = None
    """What the text says, in the editors' words."""

    @model_validator(mode="before")
    @classmethod
    def _shows_the_newest_version(cls, value: object) -> object:
        """Take the newest version for the text where none is written; what is wrong with it is told of the version."""
        if (
            not isinstance(value, dict)
            or "text" in value
            or not isinstance(value.get("versions"), list | tuple)
        ):
            return value
        newest = max(enumerate(value["versions"]), key=_captured, default=(0, None))[1]
        file = newest.get("file") if isinstance(newest, dict) else None
        return {**value, "text": {"file": file}} if isinstance(file, str) else value

    @model_validator(mode="after")
    def _text_is_the_newest_version(self) -> Article:
        files = [version.file for version in self.versions]
        if len(set(files)) < len(files):
            raise PydanticCustomError("bad_versions", "each version has a file of its own")
        if self.text is not None and self.text.file in files and self.text.file != self.states[-1].file:
            raise PydanticCustomError(
                "bad_versions",
                "`text` is not the newest of `versions`; that is `{file}`",
                {"file": self.states[-1].file},
            )
        return self

    @property
    def states(self) -> tuple[Version, ...]:
        """The versions by date; those of one date in the order of the list."""
        return tuple(
            sorted(self.versions, key=lambda version: (version.captured.lower, version.captured.upper))
        )

    def _read_by_pages(self) -> tuple[object, ...]:
        """All but the digest of its text: pages ask the text itself for that, and not all of them do."""
        file = self.text.file if self.text is not None else None
        return tuple(file if name == "text" else getattr(self, name) for name in type(self).model_fields)


def _captured(entry: tuple[int, object]) -> tuple[date, date, int]:
    """What orders the versions of a text as they are written; what cannot be read comes first."""
    index, written = entry
    captured = written.get("captured") if isinstance(written, dict) else None
    try:
        edtf = parse_edtf(captured) if isinstance(captured, str) else None
    except EdtfError:
        edtf = None
    return (edtf.lower, edtf.upper, index) if edtf else (date.min, date.min, index)
