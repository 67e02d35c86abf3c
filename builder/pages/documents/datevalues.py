"""Dates as data: what an editor wrote, and the first and last day that it may mean."""

from __future__ import annotations

from builder.model.dates import UNKNOWN
from builder.model.edtf import Edtf


def date_text(edtf: Edtf) -> str:
    """Return a date in EDTF, or `unknown`; what bounds an unknown one stands beside it."""
    return UNKNOWN if edtf.is_unknown else edtf.text


def bounds(edtf: Edtf) -> dict[str, str]:
    """Return the `earliest` and `latest` day that a date may mean as stated; an open or unknown end is left out."""
    ends = {"earliest": edtf.start and edtf.start.first_day, "latest": edtf.end and edtf.end.last_day}
    return {name: day.isoformat() for name, day in ends.items() if day}
