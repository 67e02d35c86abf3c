"""What every comparison page shows, be it an editor's or made for an event: the same parts from claims and texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from builder.model.base import ArticleId, ClaimId, EventId
from builder.model.claim import DisagreementKind, Reading
from builder.pages.kinds import At, Context, Subject
from builder.pages.parts.cards import faced_claim, silence_views
from builder.pages.parts.chain import chain_view
from builder.pages.parts.counts import count_part
from builder.pages.parts.facing import facing_sayings
from builder.pages.parts.figures import figure_views
from builder.pages.parts.keywords import keyword_tables
from builder.pages.parts.links import numbered_link
from builder.pages.parts.matrix import hardening_words, ladder_view
from builder.pages.parts.matrixparts import matrices
from builder.pages.parts.naming import naming_views
from builder.pages.parts.onelines import (
    count_line,
    dates_line,
    figures_line,
    names_line,
    onelines,
    renderings_line,
    silences_line,
    words_line,
)
from builder.pages.parts.reliance_graph import reliance_picture
from builder.pages.parts.renderings import rendering_views
from builder.pages.parts.rows import article_rows, contents_of
from builder.pages.parts.shared import pair_rows
from builder.pages.parts.timeline import TimelineParts, timeline_parts
from builder.pages.parts.told_dates import ToldDate, dates_list, dates_table
from builder.pages.parts.whole import First, links_of
from builder.pages.parts.wholes import ComparisonWholes
from builder.pages.shapes.claims import FacedClaim, NamingView, SilenceView
from builder.pages.shapes.comparing import FigureGroupView, RenderingView, ToldDatesView
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.pictures import OriginView, PictureView
from builder.pages.shapes.small import CountsView, Link, NumberedLink
from builder.pages.shapes.tables import LadderView, MatricesView, TableView
from builder.wording import marked, marked_many, say, say_many

MAX_FACING = 1
"""So many conflicts are shown text against text; the matrix below has all of them, with their quotations."""
MAX_LADDERS = 4
"""So many ladders of certainty; the others are counted, and each claim's own page has its ladder."""


class FirmnessView(Struct, frozen=True):
    """A claim that texts put with different certainty."""

    claim: NumberedLink
    """The heading above the ladder."""
    lead: str | None
    """Which texts grow firmer within themselves; None where none does."""
    ladder: LadderView
    """Texts by how firmly they put it."""


class ComparisonParts(Struct, frozen=True):
    """The parts of a comparison page, each None or empty where the dossier has nothing for it."""

    counts: CountsView
    """Articles, claims, and how many of these are in conflict."""
    contents: tuple[Link, ...]
    """Links to the sections of this page; empty with fewer than 4."""
    faced: tuple[FacedClaim, ...]
    """The first conflict, told by two of the texts; empty where none is between them."""
    matrix: MatricesView | None
    """Claims by texts, whole or in parts; None where there is nothing to lay side by side."""
    firmness: tuple[FirmnessView, ...]
    """Ladders of certainty, where it is told or disputed, 4 at most; they lead to the words and repeat none."""
    figures: tuple[FigureGroupView, ...]
    """Numbers that several texts give for the same sort of thing."""
    dates: ToldDatesView | None
    """Dates that the texts give; None where fewer than two give any; the first where they are many."""
    renderings: tuple[RenderingView, ...]
    """Utterances that several texts quote."""
    pairs: tuple[RowView, ...]
    """Every two texts that share a passage, each leading to its page; the first where they are many."""
    naming: tuple[NamingView, ...]
    """Entities that the texts call by different names."""
    keywords: TableView | None
    """Words that one text uses markedly more than the others; None where there are none."""
    graph: PictureView | None
    """Their chains as one drawing; None where no text relied on another hand, or one is too long."""
    chains: tuple[OriginView, ...]
    """From each text back to the first hand; the first where they are many."""
    timeline: TimelineParts | None
    """What happened against when it was reported; None where no event is known."""
    silences: tuple[SilenceView, ...]
    """Texts that leave out some of the claims, where the matrix is too large for the page; the first of them."""
    articles: tuple[RowView, ...]
    """All texts of the comparison, by date; the first where they are many."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `dates`."""
    onelines: Mapping[str, str]
    """What a folded section finds, in a line outside it, by the name of its field."""


SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("faced", "contested", marked("What is contested")),
    ("matrix", "matrix", marked("Claim by text")),
    ("firmness", "certainty", marked("How firmly")),
    ("figures", "figures", marked("Figures")),
    ("renderings", "wording", marked("Wording of quotations")),
    ("dates", "dates", marked("Dates")),
    ("pairs", "shared", marked("Shared passages")),
    ("naming", "naming", marked("Names")),
    ("keywords", "words", marked("Words used more")),
    ("chains", "relied", marked("Who relied on whom")),
    ("timeline", "timeline", marked("Timeline")),
    ("silences", "silent", marked("Who is silent")),
    ("articles", "articles", marked("Articles")),
)
"""The parts in the order in which they stand: field, address on the page, words of the list of contents."""


_FIRMNESS = marked_many(
    "{count} claim is put with different certainty.", "{count} claims are put with different certainty."
)
_PAIRS = marked_many(
    "{count} pair of texts has words in common.", "{count} pairs of texts have words in common."
)
_CHAINS = marked_many(
    "{count} text relies on another hand, named or inferred.",
    "{count} texts rely on other hands, named or inferred.",
)


def comparison_parts(
    at: At, wholes: ComparisonWholes, subject: Subject, events: Iterable[EventId] = ()
) -> ComparisonParts:
    """Return the parts of a comparison for its claims, in the order to read them, and its texts.

    The timeline has `events` and those that the claims are about.
    """
    claims = wholes.claims(at.library, at.findings, subject)
    columns = wholes.articles.entries(at.library, at.findings, subject)
    shown = frozenset(columns)
    faced, firmness = faced_claims(at, claims, shown), _firmness(at, claims)
    figures, renderings = figure_views(at, columns), rendering_views(at, columns, claims)
    dates, pairs = wholes.dates.first_of(at, subject), wholes.pairs.first_of(at, subject)
    naming, keywords = naming_views(at, columns, at.href("entities")), keyword_tables(at, columns)
    silent, chained = wholes.silences.first_of(at, subject), wholes.chains.first_of(at, subject)
    articles = wholes.articles.first_of(at, subject)
    told_dates, words = _dates(at, dates, columns), keywords.entries[0] if keywords.entries else None
    matrix = matrices(at, wholes.matrix, subject, columns)
    silences = () if matrix and matrix.tables else silence_views(at, silent.entries)
    chains = tuple(filter(None, (chain_view(at, article, cued=False) for article in chained.entries)))
    cut = links_of(
        faced=faced.all,
        firmness=firmness.all,
        figures=figures.all,
        renderings=renderings.all,
        dates=dates.all,
        pairs=pairs.all,
        naming=naming.all,
        keywords=keywords.all,
        silences=silent.all if silences else None,
        chains=chained.all,
        articles=articles.all,
    )
    parts = ComparisonParts(
        counts=_counts(at.context, claims, columns),
        contents=(),
        faced=faced.entries,
        matrix=matrix,
        firmness=firmness.entries,
        figures=figures.entries,
        dates=told_dates,
        renderings=renderings.entries,
        pairs=pair_rows(at, pairs.entries),
        naming=naming.entries,
        keywords=words,
        graph=reliance_picture(at.context, columns, "reliance"),
        chains=chains,
        timeline=_timeline(at, claims, columns, events),
        silences=silences,
        # A summary speaks of the whole text and may lead to any claim; a comparison keeps to its own.
        articles=article_rows(at, articles.entries, summarised=False),
        wholes=cut,
        onelines=onelines(
            cut,
            firmness=count_line(*_FIRMNESS, len(_varied(at, claims))),
            figures=figures_line(figures.entries, cut="figures" in cut),
            renderings=renderings_line(renderings.entries, cut="renderings" in cut),
            dates=dates_line(told_dates, cut="dates" in cut),
            pairs=count_line(*_PAIRS, len(pairs.entries), cut="pairs" in cut),
            naming=names_line(naming.entries, cut="naming" in cut),
            keywords=words_line(words, cut="keywords" in cut),
            chains=count_line(*_CHAINS, len(chains), cut="chains" in cut),
            silences=silences_line(silences, cut="silences" in cut),
        ),
    )
    links = tuple(
        Link(f"#{anchor}", say(label))
        for field, anchor, label in SECTIONS
        if getattr(parts, field) or field in parts.wholes
    )
    return replace(parts, contents=contents_of(links))


def _dates(at: At, dates: First[ToldDate], articles: Sequence[ArticleId]) -> ToldDatesView | None:
    """A table, or a list where texts or dates are too many for one."""
    if not dates.entries:
        return None
    table = dates_table(at, dates.entries, articles) if dates.all is None else None
    return table or dates_list(at, dates.entries)


def _timeline(
    at: At,
    claims: Sequence[ClaimId],
    articles: Sequence[ArticleId],
    events: Iterable[EventId],
) -> TimelineParts | None:
    """What happened against when it was reported; a comparison without events needs no timeline."""
    about = (at.library.claims[claim].event for claim in claims)
    told = at.findings.in_event_order([*events, *(event for event in about if event is not None)])
    if not told:
        return None
    return timeline_parts(at, told, articles)


def _counts(context: Context, claims: Sequence[ClaimId], articles: Sequence[ArticleId]) -> CountsView:
    contested = [claim for claim in claims if context.findings.claims[claim].reading is Reading.CONFLICT]
    counts = (
        (len(articles), *marked_many("{count} article", "{count} articles")),
        (len(claims), *marked_many("{count} claim", "{count} claims")),
        (len(contested), *marked_many("{count} in conflict", "{count} in conflict")),
    )
    return CountsView(tuple(count_part(*count) for count in counts if count[0]))


def faced_claims(at: At, claims: Sequence[ClaimId], shown: frozenset[ArticleId]) -> First[FacedClaim]:
    """Return the conflicts among the claims, each told by two of the texts shown."""
    contested = [claim for claim in claims if at.findings.claims[claim].reading is Reading.CONFLICT]
    found = (_faced_claim(at, claim, shown) for claim in contested)
    faced = tuple(islice((each for each in found if each is not None), MAX_FACING + 1))
    words = say_many(
        "The {count} claim in conflict, by text", "The {count} claims in conflict, by text", len(contested)
    )
    return First(faced[:MAX_FACING], Link("#matrix", words) if len(faced) > MAX_FACING else None)


def _faced_claim(at: At, claim: ClaimId, shown: frozenset[ArticleId]) -> FacedClaim | None:
    sides = facing_sayings(at.context, claim)
    if sides is None or not shown.issuperset(side[0].article for side in sides):
        return None
    return faced_claim(at, claim)


def _firmness(at: At, claims: Sequence[ClaimId]) -> First[FirmnessView]:
    """The ladders of claims on which a text hardens or certainty is disputed."""
    varied = _varied(at, claims)
    left = len(varied) - MAX_LADDERS
    words = say_many(
        "{count} more claim is put with different certainty; its page has its ladder",
        "{count} more claims are put with different certainty; the page of each has its ladder",
        left,
    )
    return First(
        tuple(
            FirmnessView(numbered_link(at, "claim", claim), hardening_words(at.context, claim), ladder)
            for claim in varied[:MAX_LADDERS]
            if (ladder := ladder_view(at, claim, worded=False)) is not None
        ),
        Link("#matrix", words) if left > 0 else None,
    )


def _varied(at: At, claims: Sequence[ClaimId]) -> tuple[ClaimId, ...]:
    told = (claim for claim in claims if _certainty_is_told(at.context, claim))
    return tuple(claim for claim in told if len(at.findings.claims[claim].ladder.rungs) > 1)


def _certainty_is_told(context: Context, claim: ClaimId) -> bool:
    findings = context.findings.claims[claim]
    return DisagreementKind.CERTAINTY in findings.disagreement or any(
        saying.hardens for saying in findings.sayings
    )
