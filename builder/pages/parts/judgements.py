"""What the editors and others judge of a claim, what is known from outside, and which texts are independent."""

from __future__ import annotations

from builder.analysis.knowntoday import Known, WhenKnown
from builder.model.base import ClaimId
from builder.model.claim import Claim, Independence, KnownToday
from builder.pages.kinds import At
from builder.pages.parts.chain import outside_source
from builder.pages.parts.dates import date_view
from builder.pages.parts.links import source_view
from builder.pages.parts.quotes import quote_view
from builder.pages.parts.records import signed
from builder.pages.parts.words import in_row
from builder.pages.shapes.claims import IndependenceView
from builder.pages.shapes.lists import KnownTodayEntry, KnownTodayView
from builder.wording import marked, say, say_many

KNOWN_OUTSIDE = (
    marked("Known from outside"),
    marked("From outside the texts; each entry says how its date stands to theirs."),
)
WHEN_TITLES: dict[WhenKnown | None, tuple[str, str]] = {
    WhenKnown.ALREADY_PUBLIC: (
        marked("Already public"),
        marked("From outside the texts, and public before them."),
    ),
    WhenKnown.SAME_DAYS: (marked("Of the same days"), KNOWN_OUTSIDE[1]),
    WhenKnown.LATER: (
        marked("Learned later"),
        marked("From outside the texts, and later than all of them."),
    ),
}
"""Title and lead of a list whose entries are all the same to the texts."""


def known_today(at: At, claim: Claim) -> KnownTodayView | None:
    """Return what is known from outside the texts, earliest first, or None where nothing is."""
    found = zip(claim.known_today, at.findings.claims[ClaimId(claim.id)].known_today, strict=True)
    entries = sorted(found, key=lambda each: (each[0].date.lower, each[0].date.upper))
    if not entries:
        return None
    kinds = {known.when for _, known in entries}
    title, lead = WHEN_TITLES.get(next(iter(kinds)), KNOWN_OUTSIDE) if len(kinds) == 1 else KNOWN_OUTSIDE
    return KnownTodayView(say(title), say(lead), tuple(_known_entry(at, *each) for each in entries))


def _known_entry(at: At, entry: KnownToday, known: Known) -> KnownTodayEntry:
    return KnownTodayEntry(
        date=date_view(entry.date),
        text=at.prose(entry.text),
        by=entry.by,
        source=outside_source(entry.source),
        when=_when_words(known),
        shape="late" if known.when is WhenKnown.LATER else "event",
    )


def _when_words(known: Known) -> str | None:
    """Say what an entry is to the texts: `Later than both texts`, `Later than 2 of the 3 texts, public before 1`."""
    told = (
        (known.after, marked("Later than {texts}"), marked("later than {texts}")),
        (known.same, marked("In the same days as {texts}"), marked("in the same days as {texts}")),
        (known.before, marked("Public before {texts}"), marked("public before {texts}")),
        (known.open, marked("Order to {texts} unknown"), marked("order to {texts} unknown")),
    )
    parts = [part for part in told if part[0]]
    if not parts:
        return None
    (number, first, _), *others = parts
    texts = (
        say("{number} of the {all} texts", number=f"{number:,}", all=f"{known.texts:,}")
        if others
        else _all_words(known.texts)
    )
    return in_row((say(first, texts=texts), *(say(words, texts=f"{more:,}") for more, _, words in others)))


def _all_words(texts: int) -> str:
    if texts == 1:
        return say("the text")
    return say("both texts") if texts == 2 else say_many("all {count} texts", "all {count} texts", texts)


def independence_views(at: At, claim: Claim) -> tuple[IndependenceView, ...]:
    """Return the editors' findings that texts are independent, with the words that show it."""
    return tuple(
        _independence_view(at, claim, index, finding) for index, finding in enumerate(claim.independence)
    )


def _independence_view(at: At, claim: Claim, index: int, finding: Independence) -> IndependenceView:
    places = range(len(finding.evidence))
    placed = (
        at.library.quote("claim", claim.id, "independence", index, "evidence", place) for place in places
    )
    return IndependenceView(
        sources=tuple(source_view(at, article) for article in at.findings.in_article_order(finding.between)),
        basis=at.prose(finding.basis),
        evidence=tuple(
            quote_view(at, quote, quoted=evidence)
            for quote, evidence in zip(placed, finding.evidence, strict=True)
            if quote is not None
        ),
        by=signed(finding.by, finding.date),
    )
