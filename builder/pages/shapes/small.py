"""The small parts that every component is made of: links, stances, dates, grades, sources."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Html(Protocol):
    """Markup made by `render` from editors' Markdown; it prints as it is, every plain text is escaped."""

    def __html__(self) -> str:
        """Return the markup."""


class Link(Struct, frozen=True):
    """A link in words. Without `href` the words alone are printed."""

    href: str | None
    label: str
    lang: str | None = None

    @property
    def rel(self) -> str | None:
        """What a browser is told about a link that leaves the site: say nothing of where the reader comes from."""
        leaves = self.href is not None and self.href.startswith(("http:", "https:"))
        return "noopener noreferrer nofollow" if leaves else None


class Phrase(Struct, frozen=True):
    """Somebody else's words, verbatim."""

    text: str
    lang: str | None = None


class TranslationView(Struct, frozen=True):
    """What somebody else's words mean, in words of the editors, and who signs for it."""

    words: Phrase
    signed: str


class NumberedLink(Struct, frozen=True):
    """A record by its number and its words: C06 and the statement."""

    number: str | None
    link: Link


class StanceView(Struct, frozen=True):
    """How an article stands to a claim. `stance` is the YAML word, or silent, not-applicable, not-read.

    `position` is the answer it gives, in the editors' words: a short name of it would say nothing by itself.
    `attribution` is on whose word, `through` through whom the text has the words.
    """

    stance: str
    word: str
    position: str | None = None
    attribution: str | None = None
    through: str | None = None
    hedge: Phrase | None = None
    note: str | None = None


class ReadingView(Struct, frozen=True):
    """How the articles relate on a claim, and in what they disagree."""

    reading: str
    word: str
    disagreement: str | None = None


class FindingView(Struct, frozen=True):
    """What the editors find beneath a reading: their words, in what, and who signs it when."""

    says: str
    by: str
    matter: str | None = None


class AnswerRun(Struct, frozen=True):
    """A stretch of a claim's answer. `label`: the words of a position, which are the editors'."""

    text: str
    label: bool = False


class AnswerView(Struct, frozen=True):
    """What the texts answer to a claim, in one line."""

    runs: tuple[AnswerRun, ...]

    @property
    def words(self) -> str:
        """The line as plain text."""
        return "".join(run.text for run in self.runs)


class SiglumView(Struct, frozen=True):
    """The short name of an article. `title` is its outlet or headline."""

    siglum: str
    href: str | None
    title: str


class SourceView(Struct, frozen=True):
    """Where words come from: siglum, outlet, date in words, and through whom the text has them."""

    siglum: SiglumView | None
    outlet: str
    date: str | None
    through: str | None = None


class DateView(Struct, frozen=True):
    """A date in words, for machines (`<time datetime>`, None where HTML cannot say it) and in EDTF, with its cue."""

    words: str
    machine: str | None = None
    edtf: str | None = None
    cue: Phrase | None = None
    cue_href: str | None = None
    basis: str | None = None
    note: Html | str | None = None


class GradeView(Struct, frozen=True):
    """A judgement of ours. `mark` is None and `open` true where there is no basis to judge (F, 6).

    `of` says whose judgement it is and of what, `scale` what the mark is one of; a mark never stands without them.
    """

    axis: str
    mark: str | None
    open: bool
    words: str
    by: str
    when: str
    of: str
    scale: str | None = None
    review: str | None = None
    basis: Html | None = None
    source: Link | None = None


class RatingView(Struct, frozen=True):
    """Somebody else's judgement, in their words."""

    scale: str
    rating: str
    by: str
    date: str
    source: Link | None = None
    basis: Html | None = None


class CountPart(Struct, frozen=True):
    """A number with what it counts, or words alone."""

    number: str | None
    words: str


class CountsView(Struct, frozen=True):
    """The origins line: articles, named origins, without stated origin, and what is not established."""

    parts: tuple[CountPart, ...]


class FigureView(Struct, frozen=True):
    """A large number of the first page."""

    number: str
    words: str


class RecordHeadView(Struct, frozen=True):
    """The head of every page: folder tab, title, standfirst. `voice` is "theirs" for a headline, else "ours"."""

    kind: str
    number: str | None
    title: str
    voice: str = "ours"
    title_lang: str | None = None
    standfirst: Html | str | None = None


class OutsideQuote(Struct, frozen=True):
    """Words that the page quotes from outside the dossier: who published them, and what is to be said of them."""

    words: str
    source: Link
    remark: str
