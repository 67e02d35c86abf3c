"""The large numbers of the first page; only those that are not nothing."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.claim import Reading
from builder.model.edtf import Edtf
from builder.pages.kinds import Context
from builder.pages.shapes.small import FigureView


def figures(context: Context) -> tuple[FigureView, ...]:
    """Return how many claims, conflicts, texts, events and checked quotations the dossier holds."""
    library, findings = context.library, context.findings
    conflicts = sum(found.reading is Reading.CONFLICT for found in findings.claims.values())
    counts = (
        (len(library.claims), "claim compared", "claims compared"),
        (conflicts, "of them in conflict", "of them in conflict"),
        (len(library.articles), *_dated("text", (each.published.edtf for each in library.articles.values()))),
        (len(library.events), *_dated("event", (each.date.edtf for each in library.events.values()))),
        (_checked(context), "quotation, checked letter for letter", "quotations, checked letter for letter"),
    )
    return tuple(
        FigureView(f"{number:,}", singular if number == 1 else plural)
        for number, singular, plural in counts
        if number
    )


def _checked(context: Context) -> int:
    """Quotations that serve as evidence and were found in a stored text."""
    return sum(
        placed.span is not None
        and key.kind == "claim"
        and key.path[0] == "appearances"
        and len(key.path) == 2
        for key, placed in context.library.quotes.items()
    )


def _dated(noun: str, dates: Iterable[Edtf]) -> tuple[str, str]:
    """The noun in singular and plural with the years that are known, and how many dates are not."""
    known = [each.years for each in dates]
    years = [year for each in known for year in each]
    if not years:
        return noun, f"{noun}s"
    span = str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
    open_ = sum(not each for each in known)
    told = f", {span}; {open_:,} of unknown year" if open_ else f", {span}"
    return f"{noun}{told}", f"{noun}s{told}"
