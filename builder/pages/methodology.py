"""How the dossier works: the editors' own words where there are some, and always the key to every sign."""

from __future__ import annotations

from msgspec import Struct

from builder.model.dates import DateBasis
from builder.model.datewords import date_words
from builder.model.edtf import parse_edtf
from builder.model.marks import EFFECTS, MarkEffect
from builder.pages.kinds import METHODOLOGY, At, PageKind, PageView, Subject, one_page
from builder.pages.parts.answers import no_side, reading_meaning
from builder.pages.parts.codings import agreement_view
from builder.pages.parts.grades import NO_BASIS
from builder.pages.parts.matrix import RUNG_WORDS
from builder.pages.parts.quotes import absent_view
from builder.pages.parts.rows import correction_rows
from builder.pages.parts.words import (
    BASIS_WORDS,
    CREDIBILITY_WORDS,
    MARK_WORDS,
    READING_MEANINGS,
    READING_WORDS,
    SOURCE_GRADE_WORDS,
    STANCE_MEANINGS,
    STANCE_WORDS,
)
from builder.pages.shapes.codings import AgreementView
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Html, Link, ReadingView, RecordHeadView, StanceView
from builder.paths import SitePath
from builder.wording import marked, say

PATH = SitePath("methodology.html")
TITLE = marked("How this dossier works")
DESCRIPTION = marked("What each word and sign on these pages means, and what is computed from what.")
CONTENTS: tuple[tuple[str, str], ...] = (
    ("stances", marked("Stances")),
    ("readings", marked("Readings")),
    ("certainty", marked("Certainty")),
    ("grades", marked("Reliability")),
    ("marks", marked("Marks")),
    ("dates", marked("Dates")),
)
"""The parts of the key: the anchor of each and its heading."""


class MethodologyView(PageView, frozen=True, kw_only=True):
    """The methodology: the editors' own words, and the key to every sign."""

    head: RecordHeadView
    """Title and description of the editors' page, or our own."""
    contents: tuple[Link, ...]
    """Links to the parts of the key on this page."""
    body: Html | None
    """What the editors have written, from Markdown; None where they have written nothing."""
    stances: tuple[StanceLine, ...]
    """Each stance and each way to be absent."""
    readings: tuple[ReadingLine, ...]
    """Each reading, and that no side is taken."""
    rungs: tuple[StanceLine, ...]
    """The ladder of certainty, firmest first."""
    source_grades: tuple[GradeLine, ...]
    """Letters for a source; the last has none."""
    credibilities: tuple[GradeLine, ...]
    """Numbers for one piece of information; the last has none."""
    marks: tuple[MarkLine, ...]
    """What is done to marked words, effect by effect."""
    dates: tuple[WordLine, ...]
    """Examples in EDTF, and how pages read them."""
    bases: tuple[WordLine, ...]
    """What a date, or a step between texts, can rest on."""
    agreement: AgreementView | None
    """What second readers found; None where nobody read a second time."""
    corrections: tuple[RowView, ...]
    """Changes to this page after publication; may be empty."""


def _view(at: At, _subject: Subject) -> MethodologyView:
    record = at.library.pages.get(METHODOLOGY)
    title = record.title if record else say(TITLE)
    description = (record.description if record else None) or say(DESCRIPTION)
    changed = at.findings.backlinks.corrections_by_record.get(("page", METHODOLOGY), ())
    return MethodologyView(
        title=title,
        description=description,
        head=RecordHeadView(say("Methodology"), None, title, standfirst=description),
        contents=tuple(Link(f"#key-{anchor}", say(heading)) for anchor, heading in CONTENTS),
        body=at.prose(record.body) if record and record.body.strip() else None,
        stances=stance_lines(),
        readings=reading_lines(),
        rungs=rung_lines(),
        source_grades=source_lines(),
        credibilities=credibility_lines(),
        marks=mark_lines(),
        dates=date_lines(),
        bases=basis_lines(),
        agreement=agreement_view(at),
        corrections=correction_rows(at, changed),
    )


KIND = PageKind("methodology", "pages/methodology.html", METHODOLOGY, one_page, lambda _subject: PATH, _view)


EFFECT_WORDS: dict[MarkEffect, tuple[str, str]] = {
    MarkEffect.FOLD: (
        marked("Folded away"),
        marked("not part of the text as shown, searched, counted or compared; one gesture opens it"),
    ),
    MarkEffect.LIFT: (
        marked("Moved to the head of the page"),
        marked("words about the text, not of it"),
    ),
    MarkEffect.REPAIR: (
        marked("Repaired"),
        marked("in white space only, and in hyphens at line ends; the stored text keeps what it had"),
    ),
    MarkEffect.NOTE: (marked("Left as it is, with a sign"), marked("and said beside the paragraph")),
    MarkEffect.LABEL: (
        marked("Left as it is, with a label"),
        marked("because it reads differently from the rest"),
    ),
    MarkEffect.REDACT: (
        marked("Taken out of every file of this site"),
        marked(
            "▇ stands in the place of the words; how long they are is told as short, medium or long and no closer"
        ),
    ),
}
BASIS_MEANINGS: dict[DateBasis, str] = {
    DateBasis.STATED: marked("the text says so; its words stand beside the date"),
    DateBasis.INFERRED: marked("the editors concluded it from the text and say how"),
    DateBasis.EXTERNAL: marked("it comes from outside the texts, with its source"),
}
DATE_EXAMPLES = (
    "2015-11-12",
    "2015-11",
    "2015",
    "2015-11-13?",
    "2014-09-03~",
    "2004-06?-11",
    "2015-21",
    "201X",
    "2004-06-XX",
    "2014-08-31/2014-09-02",
    "2015-09-30/..",
)


class StanceLine(Struct, frozen=True):
    """A stance and what it means."""

    stance: StanceView
    """Shape and word, without a text that takes it."""
    meaning: str
    """What a text does that has it."""


class ReadingLine(Struct, frozen=True):
    """A reading and what it means."""

    reading: ReadingView
    """Shape and word, without a disagreement."""
    meaning: str
    """What the texts do that relate so."""


class GradeLine(Struct, frozen=True):
    """A grade: its letter or number, None where it says that there is no basis to judge."""

    mark: str | None
    """Letter or number; None where it says that there is no basis to judge, and an open box stands for it."""
    words: str
    """What it says of a source or of one piece of information."""


class MarkLine(Struct, frozen=True):
    """What is done to marked words, and to which."""

    effect: str
    """What readers see: `Folded away`."""
    meaning: str
    """Why, and what remains of the words."""
    kinds: tuple[str, ...]
    """Sorts of words to which it is done: `Page widget`."""


class WordLine(Struct, frozen=True):
    """A word, or a date in EDTF, and what it means."""

    word: str
    """As it stands on pages or in content files."""
    meaning: str
    """How it is to be read."""


def stance_lines() -> tuple[StanceLine, ...]:
    """Return every stance, and the three ways to be absent, each in one line."""
    return tuple(StanceLine(absent_view(stance), say(STANCE_MEANINGS[stance])) for stance in STANCE_WORDS)


def reading_lines() -> tuple[ReadingLine, ...]:
    """Return every reading in one line."""
    lines = [
        ReadingLine(ReadingView(reading, say(READING_WORDS[reading])), say(READING_MEANINGS[reading]))
        for reading in READING_WORDS
    ]
    return (*lines, ReadingLine(no_side(), reading_meaning(None)))


def rung_lines() -> tuple[StanceLine, ...]:
    """Return the ladder of certainty, firmest first."""
    return tuple(
        StanceLine(StanceView(stance.value, say(word)), say(meaning))
        for stance, word, meaning in RUNG_WORDS.values()
    )


def source_lines() -> tuple[GradeLine, ...]:
    """Return the letters for a source."""
    return _grade_lines(SOURCE_GRADE_WORDS)


def credibility_lines() -> tuple[GradeLine, ...]:
    """Return the numbers for one piece of information."""
    return _grade_lines(CREDIBILITY_WORDS)


def _grade_lines(grades: dict[str, str]) -> tuple[GradeLine, ...]:
    return tuple(
        GradeLine(None, say("Not judged: there is no basis to judge; it does not mean bad"))
        if grade in NO_BASIS
        else GradeLine(grade, say(words))
        for grade, words in grades.items()
    )


def mark_lines() -> tuple[MarkLine, ...]:
    """Return what is done to marked words, and to which kinds of them."""
    return tuple(
        MarkLine(
            say(effect),
            say(meaning),
            tuple(say(MARK_WORDS[kind]) for kind, does in EFFECTS.items() if does is key),
        )
        for key, (effect, meaning) in EFFECT_WORDS.items()
    )


def date_lines() -> tuple[WordLine, ...]:
    """Return how dates are written, and how they are read."""
    return tuple(WordLine(example, date_words(parse_edtf(example), long=True)) for example in DATE_EXAMPLES)


def basis_lines() -> tuple[WordLine, ...]:
    """Return what a date, or a step between texts, can rest on."""
    return tuple(WordLine(say(BASIS_WORDS[basis]), say(BASIS_MEANINGS[basis])) for basis in DateBasis)
