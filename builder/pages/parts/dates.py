"""Dates in words: never more exact than EDTF says, and never by a sign alone."""

from __future__ import annotations

from builder.model.dates import DateBasis, DateStatement
from builder.model.edtf import DatePoint, Edtf, Precision
from builder.model.library import PlacedQuote
from builder.pages.kinds import Context
from builder.pages.parts.words import BASIS_WORDS
from builder.pages.shapes.small import DateView, Phrase
from builder.paths import SitePath

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_words(edtf: Edtf, *, long: bool = False) -> str:
    """Return a date in words: `about 3 Sep 2014`, `13 Nov 2015, uncertain`, `31 Jul or 1 Aug 2016`, `before 2014`."""
    months = LONG_MONTHS if long else MONTHS
    if not edtf.is_interval:
        return _qualified(edtf.start, months) if edtf.start else ""
    if edtf.start is None:
        return f"{'until' if edtf.open_start else 'by'} {_qualified(edtf.end, months)}" if edtf.end else ""
    if edtf.end is None:
        return (
            f"since {_qualified(edtf.start, months)}"
            if edtf.open_end
            else f"from {_qualified(edtf.start, months)}"
        )
    return _span_words(edtf.start, edtf.end, months)


def _span_words(start: DatePoint, end: DatePoint, months: tuple[str, ...]) -> str:
    if start.uncertain or start.approximate or end.uncertain or end.approximate:
        return f"{_qualified(start, months)} to {_qualified(end, months)}"
    joint = " to "
    if start.precision is Precision.DAY and end.precision is Precision.DAY:
        first, last = start.first_day, end.first_day
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{_plain(end, months)}"
        if first.year == last.year:
            return f"{first.day} {months[first.month - 1]}{joint}{_plain(end, months)}"
    return f"{_plain(start, months)}{joint}{_plain(end, months)}"


def _qualified(point: DatePoint, months: tuple[str, ...]) -> str:
    words = f"about {_plain(point, months)}" if point.approximate else _plain(point, months)
    return f"{words}, uncertain" if point.uncertain else words


def _plain(point: DatePoint, months: tuple[str, ...]) -> str:
    day = point.first_day
    if point.precision is Precision.YEAR:
        return str(day.year)
    month = f"{months[day.month - 1]} {day.year}"
    return month if point.precision is Precision.MONTH else f"{day.day} {month}"


def machine_date(edtf: Edtf) -> str | None:
    """Return what `<time datetime>` may hold: one plain date, else None."""
    return edtf.text if not edtf.is_interval and not edtf.is_qualified else None


def date_view(edtf: Edtf) -> DateView:
    """Return a date without its cue."""
    return DateView(date_words(edtf), machine_date(edtf), edtf.text)


def statement_view(
    context: Context,
    page: SitePath,
    statement: DateStatement,
    cue: PlacedQuote | None,
    *,
    sourced: bool = True,
) -> DateView:
    """Return a date with the words it was resolved from, its basis and the editors' note.

    `cue` is the verified quote of `statement.cue`, where there is one. Without `sourced` the note leaves out the
    outside source, for a page that links to it.
    """
    words = date_words(statement.edtf) + (f", {statement.time}" if statement.time else "")
    return DateView(
        words=words,
        machine=machine_date(statement.edtf),
        edtf=statement.edtf.text,
        cue=Phrase(cue.exact, context.library.articles[cue.article].language) if cue else None,
        cue_href=context.href(page, "article", cue.article, cue.anchor) if cue and cue.span else None,
        basis=BASIS_WORDS[statement.basis] if cue or statement.basis is not DateBasis.STATED else None,
        note=_note_words(statement, sourced=sourced),
    )


def _note_words(statement: DateStatement, *, sourced: bool) -> str | None:
    counted_from = f"counted from {date_words(statement.anchor)}" if statement.anchor else ""
    source = statement.source
    named = ""
    if source is not None and sourced:
        named = source.publisher + (f", {date_words(source.date)}" if source.date else "")
    told = [words for words in (statement.note, counted_from, named) if words]
    # A note may be several sentences: its last full stop would stand before a semicolon.
    return "; ".join([*(words.rstrip(".") for words in told[:-1]), *told[-1:]]) or None
