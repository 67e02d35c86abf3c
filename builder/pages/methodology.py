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
    """The methodology. `body` is None where the editors have written none."""

    head: RecordHeadView
    contents: tuple[Link, ...]
    body: Html | None
    stances: tuple[key.StanceLine, ...]
    readings: tuple[key.ReadingLine, ...]
    rungs: tuple[key.StanceLine, ...]
    source_grades: tuple[key.GradeLine, ...]
    credibilities: tuple[key.GradeLine, ...]
    marks: tuple[key.MarkLine, ...]
    dates: tuple[key.WordLine, ...]
    bases: tuple[key.WordLine, ...]
    corrections: tuple[RowView, ...]


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
