"""Dates as pages show them: in words, with what a text says of them."""

from __future__ import annotations

import re

from builder.model.dates import DateBasis, DateStatement
from builder.model.datewords import date_words
from builder.model.edtf import Edtf
from builder.model.library import PlacedQuote
from builder.pages.kinds import At
from builder.pages.parts.words import BASIS_WORDS
from builder.pages.shapes.small import DateView, Phrase
from builder.regexes import regex
from builder.wording import in_clauses, in_row, say

_TIME = regex(r"(?P<clock>[0-9:]+)(?P<zone>Z|[+-](?P<hours>\d\d):(?P<minutes>\d\d))?", re.ASCII)

_PARTS = (10, 7, 4)
"""How many letters of a date in ISO 8601 are its day, its month and its year."""


def machine_date(edtf: Edtf) -> str | None:
    """Return what `<time datetime>`, and any format that knows ISO 8601 alone, may hold: one plain date, else None."""
    return edtf.text if edtf.plain_point else None


def known_date(edtf: Edtf) -> str | None:
    """Return as much of a date as is beyond doubt, for formats that know ISO 8601 alone: its day, month or year.

    None where not even the year is certain: `2015-11-13?` gives `2015-11`, a night at the turn of a year nothing.
    """
    if edtf.is_unknown or edtf.open_start or edtf.open_end:
        return None
    first, last = edtf.widened_lower.isoformat(), edtf.widened_upper.isoformat()
    return next((first[:size] for size in _PARTS if first[:size] == last[:size]), None)


def time_words(time: str) -> str:
    """Return a time of day with its offset in words: `16:17 UTC+2`, `16:17 UTC`, or `16:17` where none is known."""
    match = _TIME.fullmatch(time)
    if match is None or match["zone"] is None:
        return time
    if match["hours"] is None or int(match["hours"]) == int(match["minutes"]) == 0:
        return say("{time} UTC", time=match["clock"])
    sign = "−" if match["zone"].startswith("-") else "+"
    minutes = "" if match["minutes"] == "00" else f":{match['minutes']}"
    return say("{time} UTC{offset}", time=match["clock"], offset=f"{sign}{int(match['hours'])}{minutes}")


def by_date(last: Edtf | None) -> str:
    """Return how a list stands, by the date of its last entry: those whose date is not known stand at its end."""
    return say("by date") if last is None or last.listed_at else say("by date, unknown dates last")


def date_view(edtf: Edtf) -> DateView:
    """Return a date without its cue."""
    return DateView(date_words(edtf), machine_date(edtf), _sign(edtf))


def _sign(edtf: Edtf) -> str | None:
    """The date in EDTF; what is known of an unknown one is said in words."""
    return None if edtf.is_unknown else edtf.text


def statement_view(
    at: At,
    statement: DateStatement,
    cue: PlacedQuote | None,
    *,
    sourced: bool = True,
) -> DateView:
    """Return a date with the words it was resolved from, its basis and the editors' note.

    `cue` is the verified quote of `statement.cue`, where there is one. Without `sourced` the note leaves out the
    outside source, for a page that links to it.
    """
    words = date_words(statement.edtf)
    if statement.time:
        words = say("{date}, {time}", date=words, time=time_words(statement.time))
    return DateView(
        words=words,
        machine=statement.instant.isoformat() if statement.instant else machine_date(statement.edtf),
        edtf=_sign(statement.edtf),
        cue=Phrase(cue.words, at.library.language_of(cue.article)) if cue else None,
        cue_href=at.href("article", cue.article, cue.anchor) if cue and cue.span else None,
        basis=say(BASIS_WORDS[statement.basis]) if cue or statement.basis is not DateBasis.STATED else None,
        note=_note_words(statement, sourced=sourced),
    )


def _note_words(statement: DateStatement, *, sourced: bool) -> str | None:
    anchor = statement.anchor
    counted_from = say("counted from {date}", date=date_words(anchor)) if anchor else ""
    source = statement.source
    named = ""
    if source is not None and sourced:
        named = in_row((source.publisher, date_words(source.date) if source.date else None))
    told = [words for words in (statement.note, counted_from, named) if words]
    # A note may be several sentences: its last full stop would stand before a semicolon.
    return in_clauses([*(words.rstrip(".") for words in told[:-1]), *told[-1:]]) or None
