"""The first page: what the dossier is, what is contested, and the ways in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from builder.languages import name_order
from builder.model.base import ClaimId
from builder.model.claim import Reading
from builder.model.datewords import date_words
from builder.model.edtf import Edtf
from builder.pages.kinds import At, Context, PageKind, PageView, Subject, foreign_language, one_page
from builder.pages.parts.cards import card_views, faced_claim
from builder.pages.parts.grades import outlet_aside
from builder.pages.parts.linked_data import collection_data
from builder.pages.parts.links import numbered_link, record_link, source_view
from builder.pages.parts.paging import ranked_outlets, ranked_topics
from builder.pages.parts.rows import article_rows, comparison_rows, correction_rows, title_link, topic_rows
from builder.pages.parts.shared import ANY_TWO
from builder.pages.parts.timeline import TimelineParts, timeline_parts
from builder.pages.parts.touring import TOUR, tour_title
from builder.pages.shapes.claims import FacedClaim
from builder.pages.shapes.lists import CardView, RowView
from builder.pages.shapes.small import CountPart, Html, Link, NumberedLink, RecordHeadView, SourceView
from builder.paths import SitePath
from builder.wording import marked, numbered, say, say_many

PATH = SitePath("index.html")
LEAD = marked("Each claim with one sentence for each side; every sentence leads to its place in the text.")
MAX_FACED = 2
MAX_CARDS = 12
MAX_TEXTS = 12
MAX_ROWS = 24
MAX_CHANGES = 5
"""The first page shows so many of a kind and leads to the list of all."""


class Ways(Struct, frozen=True):
    """A list of some records."""

    rows: tuple[RowView, ...]
    """24 at most; never empty."""
    all: Link | None
    """The list of all of them; None where nothing is left out."""


class Opening(Struct, frozen=True):
    """The claims that open the dossier: some face to face, the others as cards."""

    title: str
    """Heading: `What is contested`, or `What the texts say` where nothing is."""
    lead: str
    """How to read them, in a sentence."""
    shape: str | None
    """Reading whose glyph stands before the heading: `conflict`; None where nothing is contested."""
    faced: tuple[FacedClaim, ...]
    """2 at most, the editors' choice first; may be empty."""
    cards: tuple[CardView, ...]
    """12 at most; may be empty."""
    all: Link | None
    """The register of claims; None where this build has none."""


class TextLine(Struct, frozen=True):
    """A text, how many claims it speaks to, and which it leaves out."""

    source: SourceView
    """Siglum, outlet and date."""
    title: Link
    """The article by its title."""
    spoken: str
    """How many claims it speaks to: `12 of 25`."""
    silent: tuple[NumberedLink, ...]
    """Those that it was read for and says nothing of; may be empty."""


class HomeView(PageView, frozen=True, kw_only=True):
    """The dossier at a glance."""

    head: RecordHeadView
    """Title and subtitle of the dossier, and how many texts it has."""
    thesis: str | None
    """What it shows, in three lines; None where the editors give none."""
    description_prose: Html | None
    """What it is about, from the editors' Markdown, folded under a thesis; None where they say nothing."""
    tour: Link | None
    """The guided path, by its title; None where the editors give none."""
    figures: tuple[CountPart, ...]
    """How much it holds; numbers that would be 0 are left out."""
    opening: Opening | None
    """Claims to begin with; None in a dossier without any."""
    timeline: TimelineParts | None
    """Events and texts on one axis; None with fewer than two dates."""
    texts: tuple[TextLine, ...]
    """Every text with the claims that it leaves out, by date; empty without claims or with more than 12 texts."""
    any_two: Link | None
    """Where any two of them are laid side by side; None where there are too many, or fewer than two."""
    articles: Ways | None
    """Texts by date, where there are no claims to open with; else None."""
    comparisons: Ways | None
    """The editors' comparisons by title; None where there are none."""
    topics: Ways | None
    """Those that hold most; None where there are none."""
    sources: Ways | None
    """Outlets that have articles here; None where there are none."""
    changes: Ways | None
    """The 5 latest corrections; None where there was none."""
    unchanged: Link | None
    """That there was none up to the day as of which the dossier speaks; None where it names no such day."""


def home_view(at: At, _subject: Subject) -> HomeView:
    """Return what the first page shows."""
    dossier, opening = at.library.dossier, _opening(at)
    texts = say_many("{count} text", "{count} texts", len(at.library.articles))
    return HomeView(
        title=dossier.title,
        description=dossier.thesis
        or dossier.subtitle
        or say("{dossier}: a dossier of {texts}.", dossier=dossier.title, texts=texts),
        linked_data=collection_data(
            at, dossier.title, tuple(("topic", topic) for topic in sorted(at.library.topics))
        ),
        head=RecordHeadView(
            say("Dossier"),
            texts,
            dossier.title,
            title_lang=foreign_language(at.library),
            standfirst=dossier.subtitle,
        ),
        thesis=dossier.thesis,
        description_prose=at.prose(dossier.description) if dossier.description else None,
        tour=_all(at, TOUR, tour_title(len(dossier.tour))),
        figures=figures(at.context),
        opening=opening,
        timeline=_timeline(at),
        texts=tuple(_text_lines(at)) if opening else (),
        any_two=_all(at, ANY_TWO, say("Any two texts side by side")),
        articles=None if opening else _articles(at),
        comparisons=_comparisons(at),
        topics=_topics(at),
        sources=_sources(at),
        changes=_changes(at),
        unchanged=_unchanged(at),
    )


def _opening(at: At) -> Opening | None:
    """The claims in conflict, the editors' choice first; where nothing is contested, all claims by agenda order."""
    findings = at.findings
    featured = tuple(claim for claim in at.library.dossier.featured if claim in findings.claims)
    conflicts = tuple(
        claim for claim in findings.claim_order if findings.claims[claim].reading is Reading.CONFLICT
    )
    shown = tuple(dict.fromkeys((*featured, *(conflicts or findings.claim_order))))
    faced = _faced(at, featured or conflicts[:1])
    faced_claims = frozenset(each.id for each in faced)
    cards = card_views(at, [claim for claim in shown if claim not in faced_claims][:MAX_CARDS])
    if not faced and not cards:
        return None
    words = say_many(
        "All {count} claim by reading", "All {count} claims by reading", len(findings.claim_order)
    )
    title, shape = (say("What is contested"), "conflict") if conflicts else (say("What the texts say"), None)
    return Opening(title, say(LEAD), shape, faced, cards, _all(at, "claims", words))


def _faced(at: At, claims: tuple[ClaimId, ...]) -> tuple[FacedClaim, ...]:
    found = (faced_claim(at, claim) for claim in claims)
    return tuple(islice((each for each in found if each is not None), MAX_FACED))


def _text_lines(at: At) -> Iterator[TextLine]:
    """The texts where they are few enough for a table that is read at a glance."""
    order, links = at.findings.article_order, at.findings.backlinks
    for article in order if len(order) <= MAX_TEXTS else ():
        silence = at.findings.silences.get(article)
        spoken, claims = len(links.claims_by_article.get(article, ())), len(at.library.claims)
        yield TextLine(
            source=source_view(at, article),
            title=title_link(at, article),
            spoken=say("{spoken} of {count}", spoken=numbered(spoken), count=numbered(claims)),
            silent=tuple(numbered_link(at, "claim", claim) for claim in (silence.silent if silence else ())),
        )


def _timeline(at: At) -> TimelineParts | None:
    """The whole dossier on one axis, in numbers where it is large."""
    events, articles = at.findings.event_order, at.findings.article_order
    if len(events) + len(articles) < 2:
        return None
    return timeline_parts(at, events, articles)


def _articles(at: At) -> Ways | None:
    """The texts by date, which open a dossier without claims; else the timeline tells them."""
    order = at.findings.article_order
    return _ways(at, article_rows(at, order[:MAX_ROWS]), len(order), "articles", say("All articles"))


def _comparisons(at: At) -> Ways | None:
    library = at.library
    order = sorted(library.comparisons, key=lambda each: (name_order(library.comparisons[each].title), each))
    return _ways(
        at,
        comparison_rows(at, order[:MAX_ROWS]),
        len(order) + 1,
        "comparisons",
        say("All comparisons"),
    )


def _topics(at: At) -> Ways | None:
    order = ranked_topics(at, at.library.topics)
    return _ways(at, topic_rows(at, order[:MAX_ROWS]), len(order), "topics", say("All topics"))


def _sources(at: At) -> Ways | None:
    articles = at.findings.backlinks.articles_by_outlet
    outlets = at.library.outlets
    order = ranked_outlets(at, articles)
    rows = tuple(
        RowView(
            record_link(at, "outlet", outlet),
            aside=outlet_aside(at.context, outlets[outlet]),
        )
        for outlet in order[:MAX_ROWS]
    )
    return _ways(at, rows, len(order) + 1, "sources", say("Reliability notes on all sources"))


def _changes(at: At) -> Ways | None:
    corrections = at.library.corrections
    latest = sorted(corrections, key=lambda each: (corrections[each].date.lower, each), reverse=True)
    return _ways(
        at, correction_rows(at, latest[:MAX_CHANGES]), len(latest), "corrections", say("All changes")
    )


def _unchanged(at: At) -> Link | None:
    as_of = at.library.dossier.as_of
    if as_of is None or at.library.corrections:
        return None
    words = say("No correction has been made since publication, up to {date}.", date=date_words(as_of))
    return Link(at.href("corrections"), words)


def _ways(at: At, rows: tuple[RowView, ...], total: int, kind: str, words: str) -> Ways | None:
    if not rows:
        return None
    return Ways(rows, _all(at, kind, words) if total > len(rows) else None)


def _all(at: At, kind: str, words: str) -> Link | None:
    href = at.href(kind)
    return Link(href, words) if href else None


KIND = PageKind("home", "pages/home.html", "home", one_page, lambda _subject: PATH, home_view)


def figures(context: Context) -> tuple[CountPart, ...]:
    """Return how many claims, conflicts, texts, events and checked quotations the dossier holds."""
    library, findings = context.library, context.findings
    conflicts = sum(found.reading is Reading.CONFLICT for found in findings.claims.values())
    claims, texts, events = len(library.claims), len(library.articles), len(library.events)
    checked = _checked(context)
    published = (each.published.edtf for each in library.articles.values())
    happened = (each.date.edtf for each in library.events.values())
    counts = (
        (claims, say_many("claim compared", "claims compared", claims)),
        (conflicts, say("of them in conflict")),
        (texts, _dated(say_many("text", "texts", texts), published)),
        (events, _dated(say_many("event", "events", events), happened)),
        (
            checked,
            say_many(
                "quotation, checked letter for letter", "quotations, checked letter for letter", checked
            ),
        ),
    )
    return tuple(CountPart(numbered(number), words) for number, words in counts if number)


def _checked(context: Context) -> int:
    """Quotations that serve as evidence and were found in a stored text."""
    return sum(
        placed.span is not None
        and key.kind == "claim"
        and key.path[0] == "appearances"
        and len(key.path) == 2
        for key, placed in context.library.quotes.items()
    )


def _dated(noun: str, dates: Iterable[Edtf]) -> str:
    """The noun with the years that are known, and how many dates are not."""
    known = [each.years for each in dates]
    years = [year for each in known for year in each]
    if not years:
        return noun
    span = str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
    open_ = sum(not each for each in known)
    if not open_:
        return say("{records}, {years}", records=noun, years=span)
    return say_many(
        "{records}, {years}; {count} of unknown year",
        "{records}, {years}; {count} of unknown year",
        open_,
        records=noun,
        years=span,
    )
