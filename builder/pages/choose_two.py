"""Where a reader chooses any two texts of a dossier that is too large for a page of every two.

A script reads the lists of texts and lays two side by side on this very page. Without it the pairs that share most
words stand here as links.
"""

from __future__ import annotations

from builder.analysis.findings import Findings
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.shared import CHOOSE_TWO, chosen_among, chosen_lists, pair_rows
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath
from builder.wording import say, say_many

MOST_PAIRS = 50
"""So many pairs are links here; all of them are in the list of comparisons."""


class ChooseTwoView(PageView, frozen=True, kw_only=True):
    """Where a reader chooses two of all texts, and the pairs that share most words."""

    head: RecordHeadView
    """What the page is, and how many texts there are."""
    lists: int
    """In how many lists the texts stand, which a script reads."""
    pairs: tuple[RowView, ...]
    """50 at most, those with most words in common first; may be empty."""
    more: Link | None
    """How many more there are, leading to the list of comparisons; None where there are none."""
    rule: Link
    """How passages are found that two texts share."""


def choose_two_view(at: At, _subject: Subject) -> ChooseTwoView:
    """Return what the page shows."""
    texts = chosen_among(at.library, at.findings)
    pairs = sorted(at.findings.comparison.pairs.values(), key=lambda pair: -pair.shared)
    rest = len(pairs) - MOST_PAIRS
    told = say("Choose two texts to read them side by side.")
    return ChooseTwoView(
        title=say("Any two texts side by side"),
        description=told,
        head=RecordHeadView(
            say("Comparisons"),
            say_many("{count} text", "{count} texts", len(texts)),
            say("Any two texts side by side"),
        ),
        lists=chosen_lists(at.library, at.findings),
        pairs=pair_rows(at, pairs[:MOST_PAIRS]),
        more=Link(
            at.href("comparisons"),
            say_many(
                "{count} more pair is in the list of comparisons",
                "{count} more pairs are in the list of comparisons",
                rest,
            ),
        )
        if rest > 0
        else None,
        rule=Link(at.href("methodology"), say("How shared passages are found")),
    )


def _subjects(library: Library, findings: Findings) -> tuple[Subject, ...]:
    return ("",) if chosen_among(library, findings) else ()


KIND = PageKind(
    CHOOSE_TWO,
    "pages/choose-two.html",
    "comparisons",
    _subjects,
    lambda _: SitePath("any-two.html"),
    choose_two_view,
)
