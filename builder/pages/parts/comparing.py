"""What every comparison page shows, be it an editor's or made for an event: the same parts from claims and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.comparisonfindings import SharedPassage
from builder.model.base import ArticleId, ClaimId, EventId
from builder.model.claim import DisagreementKind, Reading
from builder.pages.kinds import At, Context, Subject
from builder.pages.parts.cards import claim_quotes, faced_claim, silence_views
from builder.pages.parts.chain import chain_view
from builder.pages.parts.counts import count_part
from builder.pages.parts.facing import facing_sayings
from builder.pages.parts.figures import figure_views
from builder.pages.parts.keywords import keyword_tables
from builder.pages.parts.links import numbered_link
from builder.pages.parts.matrix import hardening_words, ladder_view
from builder.pages.parts.matrixparts import matrices
from builder.pages.parts.naming import naming_views
from builder.pages.parts.reliance_graph import reliance_picture
from builder.pages.parts.renderings import rendering_views
from builder.pages.parts.rows import article_rows, contents_of
from builder.pages.parts.shared import cut_words, pair_link, pair_rows, passage_view, passages_among
from builder.pages.parts.timeline import TimelineParts, timeline_parts
from builder.pages.parts.told_dates import ToldDate, dates_list, dates_table
from builder.pages.parts.whole import First, links_of
from builder.pages.parts.wholes import ComparisonWholes
from builder.pages.shapes.claims import ClaimQuotesView, FacedClaim, NamingView, SilenceView
from builder.pages.shapes.comparing import FigureGroupView, RenderingView, ToldDatesView
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.pictures import OriginView, PictureView
from builder.pages.shapes.small import CountsView, Link, NumberedLink
from builder.pages.shapes.tables import LadderView, MatricesView, TableView
from builder.pages.shapes.texts import PassageView
from builder.wording import marked, marked_many, say, say_many

MAX_FACING = 4
"""So many conflicts are shown text against text; the matrix and the quotations have all of them."""
MAX_LADDERS = 4
"""So many ladders of certainty; the others are counted, and each claim's own page has its ladder."""
MAX_PASSAGES = 8
"""So many shared passages; the page of each two texts has all of theirs."""


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
    """Conflicts told by two of the texts, 4 at most."""
    matrix: MatricesView | None
    """Claims by texts, whole or in parts; None where there is nothing to lay side by side."""
    quotes: tuple[ClaimQuotesView, ...]
    """Claim by claim, each text's words; the first where they are many."""
    firmness: tuple[FirmnessView, ...]
    """Ladders of certainty, those that say most first, 4 at most."""
    figures: tuple[FigureGroupView, ...]
    """Numbers that several texts give for the same sort of thing."""
    dates: ToldDatesView | None
    """Dates that the texts give; None where fewer than two give any; the first where they are many."""
    renderings: tuple[RenderingView, ...]
    """Utterances that several texts quote."""
    passages: tuple[PassageView, ...]
    """The longest that two of them share, 8 at most."""
    passages_lead: str
    """What shared words do not tell, and how many passages there are in all."""
    pairs: tuple[RowView, ...]
    """Every two texts that share a passage, where not all passages are shown; the first where they are many."""
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
    """Texts that leave out some of the claims; the first where they are many."""
    articles: tuple[RowView, ...]
    """All texts of the comparison, by date; the first where they are many."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `quotes`."""


SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("faced", "contested", marked("What is contested")),
    ("matrix", "matrix", marked("Claim by text")),
    ("quotes", "sentences", marked("Sentence by sentence")),
    ("firmness", "certainty", marked("How firmly")),
    ("figures", "figures", marked("Figures")),
    ("renderings", "wording", marked("Wording of quotations")),
    ("dates", "dates", marked("Dates")),
    ("passages", "shared", marked("Shared passages")),
    ("naming", "naming", marked("Names")),
    ("keywords", "words", marked("Words used more")),
    ("chains", "relied", marked("Who relied on whom")),
    ("timeline", "timeline", marked("Timeline")),
    ("silences", "silent", marked("Who is silent")),
    ("articles", "articles", marked("Articles")),
)
"""The parts in the order in which they stand: field, address on the page, words of the list of contents."""


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
    figures, renderings = figure_views(at, columns), rendering_views(at, columns)
    dates, pairs = wholes.dates.first_of(at, subject), wholes.pairs.first_of(at, subject)
    naming, keywords = naming_views(at, columns, at.href("entities")), keyword_tables(at, columns)
    quotes, silences = wholes.quotes.first_of(at, subject), wholes.silences.first_of(at, subject)
    chains, articles = wholes.chains.first_of(at, subject), wholes.articles.first_of(at, subject)
    shared = passages_among(at.findings, columns)
    is_cut = len(shared) > MAX_PASSAGES
    parts = ComparisonParts(
        counts=_counts(at.context, claims, columns),
        contents=(),
        faced=faced.entries,
        matrix=matrices(at, wholes.matrix, subject, columns, say("this comparison")),
        quotes=tuple(claim_quotes(at, said) for said in quotes.entries),
        firmness=firmness.entries,
        figures=figures.entries,
        dates=_dates(at, dates, columns),
        renderings=renderings.entries,
        passages=tuple(_passages(at, shared[:MAX_PASSAGES])),
        passages_lead=_passages_lead(len(shared)),
        pairs=pair_rows(at, pairs.entries) if is_cut else (),
        naming=naming.entries,
        keywords=keywords.entries[0] if keywords.entries else None,
        graph=reliance_picture(at.context, columns, "reliance"),
        chains=tuple(filter(None, (chain_view(at, article) for article in chains.entries))),
        timeline=_timeline(at, claims, columns, events),
        silences=silence_views(at, silences.entries),
        # A summary speaks of the whole text and may lead to any claim; a comparison keeps to its own.
        articles=article_rows(at, articles.entries, summarised=False),
        wholes=links_of(
            faced=faced.all,
            quotes=quotes.all,
            firmness=firmness.all,
            figures=figures.all,
            renderings=renderings.all,
            dates=dates.all,
            pairs=pairs.all,
            naming=naming.all,
            keywords=keywords.all,
            silences=silences.all,
            chains=chains.all,
            articles=articles.all,
        ),
    )
    links = tuple(
        Link(f"#{anchor}", say(label))
        for field, anchor, label in SECTIONS
        if getattr(parts, field) or field in parts.wholes
    )
    return replace(parts, contents=contents_of(links))


def _passages(at: At, passages: tuple[SharedPassage, ...]) -> Iterator[PassageView]:
    for number, passage in enumerate(passages, start=1):
        link = pair_link(at, *passage.articles, say("Both texts side by side"))
        yield passage_view(at, passage, say("Passage {number}", number=number), f"passage-{number}", link)


def _passages_lead(passages: int) -> str:
    words = say("Words that two of the texts have in common. That says nothing of who took them from whom.")
    return cut_words(words, MAX_PASSAGES, passages)


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
        "All {count} claim in conflict, by text", "All {count} claims in conflict, by text", len(contested)
    )
    return First(faced[:MAX_FACING], Link("#matrix", words) if len(faced) > MAX_FACING else None)


def _faced_claim(at: At, claim: ClaimId, shown: frozenset[ArticleId]) -> FacedClaim | None:
    sides = facing_sayings(at.context, claim)
    if sides is None or not shown.issuperset(side[0].article for side in sides):
        return None
    return faced_claim(at, claim)


def _firmness(at: At, claims: Sequence[ClaimId]) -> First[FirmnessView]:
    """The ladders that say most: a text hardens or certainty is disputed; where there is none, the others."""
    told = [claim for claim in claims if _certainty_is_told(at.context, claim)]
    varied = [claim for claim in (told or claims) if len(at.findings.claims[claim].ladder.rungs) > 1]
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
            if (ladder := ladder_view(at, claim)) is not None
        ),
        Link("#sentences", words) if left > 0 else None,
    )


def _certainty_is_told(context: Context, claim: ClaimId) -> bool:
    findings = context.findings.claims[claim]
    return DisagreementKind.CERTAINTY in findings.disagreement or any(
        saying.hardens for saying in findings.sayings
    )
