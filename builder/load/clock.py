"""Dates that have not come yet: by the dossier's own clock where it has one, else by the day of the check.

What is found never changes a page: a build of the same files gives the same bytes on every day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from pydantic import BaseModel

from builder.diagnostics import FieldPath, Problems
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.model.base import Record
from builder.model.edtf import Edtf

_Ways = Mapping[str, tuple[tuple[str, ...], ...]]

_SIGNED_DATES: _Ways = {
    "article": (("published", "edtf"), ("assessments", "date"), ("archives", "date"), ("marks", "date")),
    "outlet": (("assessments", "date"), ("response", "date")),
    "claim": (
        ("assessments", "date"),
        ("coded", "date"),
        ("decided", "date"),
        ("independence", "date"),
        ("known_today", "date"),
        ("appearances", "checked", "date"),
    ),
}
"""The dates at which somebody of the dossier did something, or a text was published; besides, a record's own `date`."""
_PLANNED_DATES: _Ways = {"event": (("date", "edtf"),), "dossier": (("as_of",),)}
"""Dates that may well lie ahead, but not far."""
_YEARS_AHEAD = 5
"""A plan for later than this is more likely a slip of the finger."""
_ELSEWHERE = timedelta(days=1)
"""East of here it may be tomorrow."""
_WRITTEN = date(2026, 11, 28)
"""When this was written: a clock that shows an earlier day is wrong."""


def today() -> date:
    """Return the day of the clock, or the earliest that it can be where the clock is wrong."""
    return max(datetime.now(UTC).date(), _WRITTEN)


def check_dates(records: Records, places: RecordPlaces, problems: Problems, day: date) -> None:
    """Check that nothing is dated later than it can be; `day` is the day of the check."""
    clock = records.dossier.as_of if records.dossier else None
    tomorrow = day + _ELSEWHERE
    for kind, record_id, record in records.every():
        for path, found in (*_own_date(record), *_dates_of(kind, record, _SIGNED_DATES)):
            if clock and found.lower > clock.upper:
                message = f"{found} is later than the dossier's `as_of`, {clock}"
                file = places.path("dossier", "")
                hint = f"correct the date, or set as_of in {file} to the day of this edition"
                problems.error("dated-later", message, places.span(kind, record_id, path), hint)
            elif not clock and found.lower > tomorrow:
                span = places.span(kind, record_id, path)
                problems.warning("dated-ahead", f"{found} lies in the future", span, _mend(found, day))
        for path, found in _dates_of(kind, record, _PLANNED_DATES):
            if found.lower.year > day.year + _YEARS_AHEAD:
                message = f"{found} lies more than {_YEARS_AHEAD} years ahead"
                problems.warning(
                    "dated-ahead", message, places.span(kind, record_id, path), _mend(found, day)
                )


def _mend(found: Edtf, day: date) -> str:
    """Say what to do; where two digits of the year seem exchanged, what to write."""
    year = found.text[:4]
    swapped = (f"{year[:place]}{year[place + 1]}{year[place]}{year[place + 2 :]}" for place in range(3))
    meant = max((each for each in swapped if each.isdigit() and int(each) <= day.year), default="")
    if meant < "1900" or found.is_interval:
        return "correct the date"
    return f"write {meant}{found.text[4:]}, if that is the year that was meant"


def _own_date(record: Record) -> Iterator[tuple[FieldPath, Edtf]]:
    """Yield when a record that says so was made, as a correction does; an event's date is none of these."""
    found = getattr(record, "date", None)
    if isinstance(found, Edtf):
        yield ("date",), found


def _dates_of(kind: str, record: Record, ways: _Ways) -> Iterator[tuple[FieldPath, Edtf]]:
    for way in ways.get(kind, ()):
        yield from _dates_at(record, way, ())


def _dates_at(value: object, way: FieldPath, path: FieldPath) -> Iterator[tuple[FieldPath, Edtf]]:
    """Yield every date that stands at `way`, through lists."""
    if isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _dates_at(inner, way, (*path, index))
    elif way and isinstance(value, BaseModel):
        yield from _dates_at(getattr(value, str(way[0])), way[1:], (*path, way[0]))
    elif isinstance(value, Edtf):
        yield path, value
