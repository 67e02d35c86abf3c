"""The large numbers of the first page; only those that are not nothing."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.claim import Reading
from builder.model.edtf import Edtf
from builder.pages.kinds import Context
from builder.pages.shapes.small import FigureView
from builder.wording import say, say_many


def figures(context: Context) -> tuple[FigureView, ...]:
    """Return how many claims, conflicts, texts, events and checked quotations the dossier holds."""
    library, findings = context.library, context.findings
    conflicts = sum(found.reading is Reading.CONFLICT for found in findings.claims.values())
    claims, texts, events = len(library.claims), len(library.articles), len(library.events)
    checked = _checked(context)
    published = (each.published.edtf for each in library.articles.values())
    happened = (each.date.edtf for each in library.events.values())
    counts = (
        (claims, say_many("claim compared", "claims compared", claims)),
        (conflicts, say("of them in conflict")),
        (texts, _dated(say_many("text", "texts", texts), published)),
        (events, _dated(say_many("event", "events", events), happened)),
        (
            checked,
            say_many(
                "quotation, checked letter for letter", "quotations, checked letter for letter", checked
            ),
        ),
    )
    return tuple(FigureView(f"{number:,}", words) for number, words in counts if number)


def _checked(context: Context) -> int:
    """Quotations that serve as evidence and were found in a stored text."""
    return sum(
        placed.span is not None
        and key.kind == "claim"
        and key.path[0] == "appearances"
        and len(key.path) == 2
        for key, placed in context.library.quotes.items()
    )


def _dated(noun: str, dates: Iterable[Edtf]) -> str:
    """The noun with the years that are known, and how many dates are not."""
    known = [each.years for each in dates]
    years = [year for each in known for year in each]
    if not years:
        return noun
    span = str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
    open_ = sum(not each for each in known)
    if not open_:
        return say("{records}, {years}", records=noun, years=span)
    return say_many(
        "{records}, {years}; {count} of unknown year",
        "{records}, {years}; {count} of unknown year",
        open_,
        records=noun,
        years=span,
    )
