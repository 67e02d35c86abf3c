"""What is known today from outside the texts, and what it is to them: public before, in the same days, or later.

Nothing is called later, or public before, that the dates do not prove.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from builder.model.claim import Claim
from builder.model.edtf import Edtf
from builder.model.library import Library

SAME_DAYS = 7
"""Two dates that together span no more days than this are of the same days."""


class WhenKnown(StrEnum):
    """What an entry is to all texts of its claim together."""

    ALREADY_PUBLIC = "already-public"
    """Public before every text."""
    SAME_DAYS = "same-days"
    """Of the same days as some text, and on one side of all others."""
    BETWEEN = "between"
    """After some texts and before others."""
    LATER = "later"
    """After every text."""
    ORDER_UNKNOWN = "order-unknown"
    """The dates leave open what it is to some text."""


class Known(Struct, frozen=True):
    """How many texts of the claim an entry comes after, shares its days with, comes before, and is not ordered with."""

    after: int = 0
    same: int = 0
    before: int = 0
    open: int = 0

    @property
    def texts(self) -> int:
        """How many texts speak to the claim."""
        return self.after + self.same + self.before + self.open

    @property
    def when(self) -> WhenKnown | None:
        """What it is to all of them; None where no text speaks to the claim."""
        if self.open:
            return WhenKnown.ORDER_UNKNOWN
        if self.after and self.before:
            return WhenKnown.BETWEEN
        if self.same:
            return WhenKnown.SAME_DAYS
        if self.after:
            return WhenKnown.LATER
        return WhenKnown.ALREADY_PUBLIC if self.before else None


def known_today(library: Library, claim: Claim) -> tuple[Known, ...]:
    """Return what each entry of `known_today` is to the texts that speak to the claim, in the order of the list."""
    articles = dict.fromkeys(appearance.article for appearance in claim.appearances)
    published = [library.articles[article].published.edtf for article in articles]
    return tuple(_known(entry.date, published) for entry in claim.known_today)


def _known(entry: Edtf, published: Iterable[Edtf]) -> Known:
    counts = Counter(_relation(entry, text) for text in published)
    return Known(counts["after"], counts["same"], counts["before"], counts["open"])


def _relation(entry: Edtf, text: Edtf) -> str:
    if entry.widened_upper < text.widened_lower:
        return "before"
    if entry.widened_lower > text.widened_upper:
        return "after"
    first, last = min(entry.widened_lower, text.widened_lower), max(entry.widened_upper, text.widened_upper)
    return "same" if last.toordinal() - first.toordinal() < SAME_DAYS else "open"
