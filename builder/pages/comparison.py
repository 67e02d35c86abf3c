"""The page of a comparison that an editor made: a question, the texts that answer it, the claims to read."""

from __future__ import annotations

from builder.model.base import ComparisonId
from builder.pages.kinds import At, PageView, Subject, foreign_language, record_page
from builder.pages.parts.citing import record_cite
from builder.pages.parts.comparing import ComparisonParts, comparison_parts
from builder.pages.parts.links import record_link, told_apart
from builder.pages.parts.rows import correction_rows
from builder.pages.parts.wholes import COMPARISON
from builder.pages.shapes.lists import CiteView, RowView
from builder.pages.shapes.small import Html, Link, RecordHeadView
from builder.wording import say


class ComparisonView(PageView, frozen=True, kw_only=True):
    """A comparison that editors made."""

    head: RecordHeadView
    """Its title, with the question beneath."""
    commentary: Html | None
    """What the editors say it shows, from Markdown; None where they say nothing."""
    topics: tuple[Link, ...]
    """Those that it belongs to; may be empty."""
    parts: ComparisonParts
    """Everything that follows from its texts and claims."""
    corrections: tuple[RowView, ...]
    """Changes to this record after publication; may be empty."""
    cite: CiteView
    """Citation of the comparison as a part of the dossier."""


def comparison_view(at: At, comparison_id: Subject) -> ComparisonView:
    """Return what the page of one comparison shows."""
    comparison = at.library.comparisons[ComparisonId(comparison_id)]
    changes = at.findings.backlinks.corrections_by_record.get(("comparison", comparison.id), ())
    return ComparisonView(
        title=told_apart(at.library, "comparison", comparison_id),
        description=comparison.question
        or say("{comparison}: what each text says, side by side.", comparison=comparison.title),
        head=RecordHeadView(
            say("Comparison"),
            None,
            comparison.title,
            title_lang=foreign_language(at.library),
            standfirst=comparison.question,
        ),
        commentary=at.prose(comparison.commentary) if comparison.commentary else None,
        topics=tuple(record_link(at, "topic", topic) for topic in comparison.topics),
        parts=comparison_parts(at, COMPARISON, comparison_id),
        corrections=correction_rows(at, changes),
        cite=record_cite(at, say("Comparison"), comparison.title),
    )


KIND = record_page("comparison", "comparisons", comparison_view)
