"""How the dossier works: the editors' own words where there are some, and always the key to every sign."""

from __future__ import annotations

from builder.pages.kinds import At, PageKind, PageView, Subject, one_page
from builder.pages.parts import key
from builder.pages.parts.rows import correction_rows
from builder.pages.parts.special import METHODOLOGY
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Html, Link, RecordHeadView
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
    stances: tuple[key.StanceLine, ...]
    """Each stance and each way to be absent."""
    readings: tuple[key.ReadingLine, ...]
    """Each reading, and that no side is taken."""
    rungs: tuple[key.StanceLine, ...]
    """The ladder of certainty, firmest first."""
    source_grades: tuple[key.GradeLine, ...]
    """Letters for a source; the last has none."""
    credibilities: tuple[key.GradeLine, ...]
    """Numbers for one piece of information; the last has none."""
    marks: tuple[key.MarkLine, ...]
    """What is done to marked words, effect by effect."""
    dates: tuple[key.WordLine, ...]
    """Examples in EDTF, and how pages read them."""
    bases: tuple[key.WordLine, ...]
    """What a date, or a step between texts, can rest on."""
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
        stances=key.stance_lines(),
        readings=key.reading_lines(),
        rungs=key.rung_lines(),
        source_grades=key.source_lines(),
        credibilities=key.credibility_lines(),
        marks=key.mark_lines(),
        dates=key.date_lines(),
        bases=key.basis_lines(),
        corrections=correction_rows(at, changed),
    )


KIND = PageKind("methodology", "pages/methodology.html", METHODOLOGY, one_page, lambda _subject: PATH, _view)
