"""The page for addresses that lead nowhere.

It is shown at any depth, so its links begin at the root of the site where the build knows its address.
"""

from __future__ import annotations

from builder.pages.kinds import At, PageKind, PageView, Subject, one_page
from builder.pages.shapes.small import Link, RecordHeadView
from builder.pages.site import rooted
from builder.paths import SitePath
from builder.wording import marked, say

PATH = SitePath("404.html")
WAYS: tuple[tuple[str, str], ...] = (
    (marked("First page"), "home"),
    (marked("Search"), "search"),
    (marked("Claims"), "claims"),
    (marked("Articles"), "articles"),
    (marked("Topics"), "topics"),
    (marked("Outlets"), "outlets"),
    (marked("Events"), "events"),
    (marked("People, places, organisations"), "entities"),
)
"""Where a lost reader may go on: words and page kind; what this build has not is left out."""


class NotFoundView(PageView, frozen=True, kw_only=True):
    """No page at this address, and where to go on."""

    head: RecordHeadView
    """That nothing is here, and why that may be."""
    ways: tuple[Link, ...]
    """Where to go on; what this build has not is left out."""


def _view(at: At, _subject: Subject) -> NotFoundView:
    hrefs = ((say(label), at.href(kind)) for label, kind in WAYS)
    return NotFoundView(
        title=say("Page not found"),
        description=say("There is no page at this address."),
        head=RecordHeadView(
            say("Not found"),
            "404",
            say("There is no page at this address"),
            standfirst=say(
                "The address may be mistyped, or the record was withdrawn. Records that were renamed keep"
                " their old addresses."
            ),
        ),
        ways=tuple(Link(rooted(at.edition, href), label) for label, href in hrefs if href is not None),
    )


KIND = PageKind(
    "not-found",
    "pages/not-found.html",
    "not-found",
    one_page,
    lambda _subject: PATH,
    _view,
    at_any_depth=True,
)
