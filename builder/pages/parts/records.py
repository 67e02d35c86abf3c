"""Words about a page itself: its title, who did what when, and the shapes that it draws."""

from __future__ import annotations

from builder.model.edtf import Edtf
from builder.pages.parts.dates import date_words
from builder.pages.shapes.small import Link
from builder.wording import say


def signed(by: str, date: Edtf) -> str:
    """Return who signs, and when."""
    return say("{name}, {date}", name=by, date=date_words(date))


ENOUGH_FOR_CONTENTS = 4
"""A page with fewer sections needs no list of them."""


def contents_of(sections: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the links to a page's sections where there are enough of them to need a list."""
    return sections if len(sections) >= ENOUGH_FOR_CONTENTS else ()
