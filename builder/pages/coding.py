"""The page of a second reading: what somebody who had not seen the first reading found at each place."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model.base import CodingId
from builder.pages.kinds import At, PageView, Subject, record_page
from builder.pages.parts.citing import record_cite
from builder.pages.parts.codings import coding_counts, place_groups
from builder.pages.parts.links import told_apart
from builder.pages.parts.rows import correction_rows, signed
from builder.pages.parts.whole import links_of
from builder.pages.parts.wholes import CODING_PLACES
from builder.pages.shapes.codings import SecondPlacesView
from builder.pages.shapes.lists import CiteView, RowView
from builder.pages.shapes.small import CountsView, Html, Link, RecordHeadView
from builder.wording import say


class CodingView(PageView, frozen=True, kw_only=True):
    """A second reading, place by place."""

    head: RecordHeadView
    """Who read, and when."""
    counts: CountsView
    """How many places were judged, in how many the words agree and differ, and how many are open."""
    how: Html | None
    """How it was read, from the reader's Markdown; None where nothing is said."""
    groups: tuple[SecondPlacesView, ...]
    """Every place claim by claim, contested claims first; those where the words differ, and some more, if many."""
    corrections: tuple[RowView, ...]
    """Changes to this record after publication; may be empty."""
    cite: CiteView
    """Citation of the reading as a part of the dossier."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `groups`."""


def coding_view(at: At, coding_id: Subject) -> CodingView:
    """Return what the page of one second reading shows."""
    coding = at.library.codings[CodingId(coding_id)]
    name = at.library.name_of("coding", coding_id)
    first = CODING_PLACES.first_of(at, coding_id)
    changes = at.findings.backlinks.corrections_by_record.get(("coding", coding.id), ())
    return CodingView(
        title=told_apart(at.library, "coding", coding_id),
        description=say("{reading}, beside the first reading, place by place.", reading=name),
        how=at.prose(coding.description) if coding.description else None,
        head=RecordHeadView(say("Second reading"), None, name),
        counts=coding_counts(at, CodingId(coding_id)),
        groups=place_groups(at, first.entries),
        corrections=correction_rows(at, changes),
        cite=record_cite(at, say("Second reading"), signed(coding.by, coding.date)),
        wholes=links_of(groups=first.all),
    )


KIND = record_page("coding", "claims", coding_view)
