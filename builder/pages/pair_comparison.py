"""The page of two texts: what they share, how much of each, and both side by side.

Every two that share words have one; of a small dossier every two, so that a reader may lay any beside any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from msgspec.structs import replace

from builder.analysis.comparisonfindings import PairComparison
from builder.analysis.findings import Findings
from builder.model.base import ArticleId, ClaimId
from builder.model.library import Library
from builder.pages.kinds import At, Context, PageKind, PageView, Subject
from builder.pages.parts.aligned import aligned_view
from builder.pages.parts.citing import record_cite
from builder.pages.parts.counts import count_part
from builder.pages.parts.figures import figure_views
from builder.pages.parts.keywords import keyword_tables
from builder.pages.parts.links import numbered_link, siglum_of
from builder.pages.parts.matrix import matrix_view
from builder.pages.parts.matrixparts import MOST_ROWS
from builder.pages.parts.names import foreign, title_name
from builder.pages.parts.naming import naming_views
from builder.pages.parts.onelines import figures_line, names_line, onelines, words_line
from builder.pages.parts.rows import contents_of
from builder.pages.parts.shared import (
    PAIR,
    any_two,
    others_link,
    pair_articles,
    pair_subject,
    pair_title,
    pair_words,
    passage_view,
)
from builder.pages.parts.strips import strip_view
from builder.pages.parts.whole import links_of
from builder.pages.shapes.claims import NamingView
from builder.pages.shapes.comparing import AlignedView, FigureGroupView, StripView
from builder.pages.shapes.lists import CiteView
from builder.pages.shapes.small import CountsView, Link, NumberedLink, RecordHeadView
from builder.pages.shapes.tables import MatrixView, TableView
from builder.pages.shapes.texts import PassageView
from builder.paths import SitePath
from builder.wording import marked, marked_many, say, say_many

ANCHOR = "passage-"


class PairComparisonView(PageView, frozen=True, kw_only=True):
    """Two texts that share words. Whatever concerns claims is there only where both speak to one."""

    head: RecordHeadView
    """The two by siglum and date, and which is older as far as that is known."""
    counts: CountsView
    """Shared passages, words in common, claims that both speak to."""
    contents: tuple[Link, ...]
    """Links to the sections of this page; empty with fewer than 4."""
    strips: tuple[StripView, ...]
    """Each text from its first word to its last, the earlier first; empty where they share nothing."""
    passages: tuple[PassageView, ...]
    """All of them, in the order of the first text; may be empty."""
    matrix: MatrixView | None
    """Claims that both speak to, without quotations, which both texts have below; None where there are none."""
    figures: tuple[FigureGroupView, ...]
    """Numbers that both give for the same sort of thing; may be empty."""
    naming: tuple[NamingView, ...]
    """Entities that the two call by different names; may be empty."""
    keywords: TableView | None
    """Words that one uses markedly more than the other; None where there are none."""
    aligned: AlignedView
    """Both texts, paragraph by paragraph, with a line where many in a row share nothing."""
    others: Link | None
    """Where any other two are chosen; None where a dossier has too many texts for that."""
    cite: CiteView
    """Citation of the comparison as a part of the dossier."""
    more_claims: tuple[NumberedLink, ...]
    """Claims that both speak to and the matrix has no row for; mostly empty."""
    wholes: Mapping[str, Link]
    """Where a section is cut: what has all of it, by the name of its field, `figures`."""
    onelines: Mapping[str, str]
    """What a folded section finds, in a line outside it, by the name of its field."""


SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("strips", "how-much", marked("How much they share")),
    ("aligned", "side-by-side", marked("Side by side")),
    ("matrix", "matrix", marked("Claims both speak to")),
    ("passages", "shared", marked("Shared passages")),
    ("figures", "figures", marked("Figures")),
    ("naming", "naming", marked("Names")),
    ("keywords", "words", marked("Words used more")),
)
"""The sections that a list of contents names: field, address on the page, words."""


def pair_comparison_view(at: At, subject: Subject) -> PairComparisonView:
    """Return what the page of two texts shows."""
    pair = _pair(at.findings, subject)
    first, second = pair.articles
    claims = common_claims(at.findings, first, second)
    title = pair_title(at.library, first, second)
    names = foreign(title_name(at.library, first), title_name(at.library, second))
    figures, naming = figure_views(at, pair.articles), naming_views(at, pair.articles, at.href("entities"))
    keywords = keyword_tables(at, pair.articles)
    words = keywords.entries[0] if keywords.entries else None
    cut = links_of(figures=figures.all, naming=naming.all, keywords=keywords.all)
    view = PairComparisonView(
        title=say("{texts}, words they share", texts=title)
        if pair.passages
        else say("{texts}, side by side", texts=title),
        description=say("What {texts} have in common, word for word, and where they differ.", texts=title),
        head=RecordHeadView(
            say("Two texts"), None, title, standfirst=_standfirst(at.context, pair), names=names
        ),
        counts=_counts(pair, claims),
        contents=(),
        strips=tuple(strip_view(at, pair, article) for article in pair.articles if pair.passages),
        passages=tuple(
            passage_view(at, passage, say("Passage {number}", number=number), f"{ANCHOR}{number}")
            for number, passage in enumerate(pair.passages, start=1)
        ),
        matrix=matrix_view(
            at,
            claims[:MOST_ROWS],
            pair.articles,
            caption=say("Claims both speak to"),
            brief=True,
        ),
        figures=figures.entries,
        naming=naming.entries,
        keywords=words,
        aligned=aligned_view(at, pair, claims, ANCHOR),
        others=others_link(at),
        cite=replace(record_cite(at, say("Two texts"), title), named=names),
        more_claims=tuple(numbered_link(at, "claim", claim) for claim in claims[MOST_ROWS:]),
        wholes=cut,
        onelines=onelines(
            cut,
            matrix=say_many("Both speak to {count} claim.", "Both speak to {count} claims.", len(claims)),
            figures=figures_line(figures.entries, cut="figures" in cut),
            passages=say("{told}.", told=pair_words(pair)) if pair.passages else None,
            naming=names_line(naming.entries, cut="naming" in cut),
            keywords=words_line(words, cut="keywords" in cut),
        ),
    )
    links = tuple(Link(f"#{anchor}", say(label)) for field, anchor, label in SECTIONS if getattr(view, field))
    return replace(view, contents=contents_of(links))


def _pair(findings: Findings, subject: Subject) -> PairComparison:
    first, second = findings.in_article_order(pair_articles(subject))
    return findings.comparison.pair(first, second) or PairComparison((first, second), (), (0, 0), 0, "")


def common_claims(findings: Findings, first: ArticleId, second: ArticleId) -> tuple[ClaimId, ...]:
    """Return the claims that two texts both speak to, what is contested first."""
    spoken = findings.backlinks.claims_by_article
    return findings.in_agenda_order(frozenset(spoken.get(first, ())) & frozenset(spoken.get(second, ())))


def _standfirst(context: Context, pair: PairComparison) -> str:
    """Which of the two is older, as far as the dates tell; never who copied."""
    if not pair.passages:
        return say("No longer run of words stands in both; they meet where they speak to the same claim.")
    known = {passage.first_in for passage in pair.passages} - {None}
    if len(known) != 1:
        return say("Words that both texts have. Which of the two was published first is not known.")
    (earlier,) = (article for article in pair.articles if article in known)
    return say(
        "Words that both texts have. By date they appeared first in {text};"
        " where it or the other took them from, the words alone do not tell.",
        text=siglum_of(context, earlier),
    )


def _counts(pair: PairComparison, claims: tuple[ClaimId, ...]) -> CountsView:
    words = sum(passage.words for passage in pair.passages)
    counts = (
        (len(pair.passages), *marked_many("{count} shared passage", "{count} shared passages")),
        (words, *marked_many("{count} word in common", "{count} words in common")),
        (len(claims), *marked_many("{count} claim both speak to", "{count} claims both speak to")),
    )
    return CountsView(tuple(count_part(*count) for count in counts if count[0]))


def pair_path(subject: Subject) -> SitePath:
    """Return the address of the page of two texts: 8 hex digits of their ids, whichever is named first."""
    digest = sha256("\0".join(sorted(pair_articles(subject))).encode()).hexdigest()
    return SitePath(f"comparisons/pair--{digest[:8]}.html")


def _subjects(library: Library, findings: Findings) -> Iterable[Subject]:
    """Every pair that has a page.

    Should two ever have the same 8 digits, the later has no page of its own and no link leads to it.
    """
    pages: dict[SitePath, Subject] = {}
    for articles in (*findings.comparison.pairs, *any_two(library, findings)):
        subject = pair_subject(*articles)
        pages.setdefault(pair_path(subject), subject)
    return tuple(pages.values())


KIND = PageKind(PAIR, "pages/pair-comparison.html", "comparisons", _subjects, pair_path, pair_comparison_view)
