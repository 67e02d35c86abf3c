"""Forms of the lists that outgrow a record's page: claims, articles, events, dates and others of any kind of record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from builder.analysis.claimfindings import Saying
from builder.analysis.comparisonfindings import PairComparison
from builder.analysis.findings import Backlinks, Findings, OriginUse, Silence
from builder.model.base import ArticleId, ClaimId, EventId
from builder.model.library import Library
from builder.pages.kinds import At
from builder.pages.parts.answers import GROUP_WORDS, attribution_views
from builder.pages.parts.cards import card_views, silence_views
from builder.pages.parts.chain import each_once, reliance_views
from builder.pages.parts.links import numbered_link
from builder.pages.parts.paging import year_of
from builder.pages.parts.rows import article_rows, event_rows
from builder.pages.parts.shared import pair_rows, pairs_among
from builder.pages.parts.told_dates import ToldDate, dates_among, dates_list
from builder.pages.parts.whole import QUOTES_ON_A_PAGE, Rank, Whole
from builder.pages.shapes.whole import Shown
from builder.wording import marked, say, say_many

CARDS, CARDS_ON_A_PAGE = 24, 40
"""Claims as cards, about 3 KB each."""
STATEMENTS = 12
"""Quotations with the claim that each is for, on the page of whom they are by."""
PAIRS = 12
"""Pairs of texts with words in common, on the page of what both belong to, which is an overview."""
SILENCES, SILENCES_ON_A_PAGE = 150, 1_200
"""Claims that texts leave out, about 140 bytes each; a text itself takes as much as three."""
DATES, DATES_ON_A_PAGE = 200, 600
"""Words that give a date, about 200 bytes each."""
_Entry = TypeVar("_Entry")
_Id = TypeVar("_Id", bound=str)
Of = Callable[[Library, Findings, str], Sequence[_Entry]]


def linked(
    links: Callable[[Backlinks], Mapping[_Id, Sequence[_Entry]]], to_id: Callable[[str], _Id]
) -> Of[_Entry]:
    """Return what the back links of one sort have for a record, whose kind of id is `to_id`."""
    return lambda _library, findings, record: links(findings.backlinks).get(to_id(record), ())


def year_in(at: At, article: ArticleId) -> str:
    """Return the year under which an article stands in a list by date."""
    return year_of(at.library.articles[article].published.edtf)


def _said_in(at: At, article: ArticleId) -> Rank:
    """Texts that speak to most claims first, of equal ones the newest."""
    day = at.library.articles[article].published.edtf.listed_at
    return -len(at.findings.backlinks.sayings_by_article.get(article, ())), -day.toordinal() if day else 0


def articles_of(owner: str, of: Of[ArticleId], *, summarised: bool = True) -> Whole[ArticleId]:
    """Return the texts of each record of a kind, by date; those that say most stand on the record's page."""
    return Whole(
        owner,
        "articles",
        marked("Articles"),
        lambda count: say_many("{count} article, by date", "All {count} articles, by date", count),
        of,
        lambda at, _, held: Shown(rows=article_rows(at, held, summarised=summarised)),
        year_in,
        rank=_said_in,
    )


def events_of(owner: str, of: Of[EventId]) -> Whole[EventId]:
    """Return the events of each record of a kind, by date; those that most texts report stand on the record's page."""
    return Whole(
        owner,
        "events",
        marked("Events"),
        lambda count: say_many("{count} event, by date", "All {count} events, by date", count),
        of,
        lambda at, _, held: Shown(rows=event_rows(at, held)),
        lambda at, event: year_of(at.library.events[event].date.edtf),
        rank=lambda at, event: (-len(at.findings.backlinks.articles_by_event.get(event, ())),),
    )


def claims_of(owner: str, of: Of[ClaimId]) -> Whole[ClaimId]:
    """Return the claims of each record of a kind as cards, what is contested first."""
    return Whole(
        owner,
        "claims",
        marked("Claims"),
        lambda count: say_many(
            "{count} claim, what is contested first", "All {count} claims, what is contested first", count
        ),
        of,
        _claims_shown,
        lambda at, claim: say(GROUP_WORDS[at.findings.claims[claim].reading]),
        first=CARDS,
        most=CARDS_ON_A_PAGE,
    )


def _claims_shown(at: At, _record: str, claims: Sequence[ClaimId]) -> Shown:
    unspoken = (claim for claim in claims if not at.findings.claims[claim].sayings)
    return Shown(
        cards=card_views(at, claims), names=tuple(numbered_link(at, "claim", claim) for claim in unspoken)
    )


def silences_in(owner: str, of: Of[Silence]) -> Whole[Silence]:
    """Return the texts of each record of a kind that leave out claims, by date; those that leave out most first."""
    return Whole(
        owner,
        "silent",
        marked("Who is silent"),
        lambda count: say_many(
            "{count} text that is silent on a claim, by date",
            "All {count} texts that are silent on a claim, by date",
            count,
        ),
        of,
        lambda at, _, held: Shown(silences=silence_views(at, held)),
        lambda at, silence: year_in(at, silence.article),
        lambda _library, _findings, silence: 3 + len(silence.silent),
        lambda _, silence: (-len(silence.silent),),
        SILENCES,
        SILENCES_ON_A_PAGE,
    )


def pairs_of(owner: str, articles: Of[ArticleId]) -> Whole[PairComparison]:
    """Return every two texts of each record of a kind that have words in common, those with most in one piece first."""
    return Whole(
        owner,
        "pairs",
        marked("Texts with words in common"),
        lambda count: say_many(
            "{count} pair of texts with words in common, the longest passage first",
            "All {count} pairs of texts with words in common, the longest passage first",
            count,
        ),
        lambda library, findings, record: pairs_among(findings, articles(library, findings, record)),
        lambda at, _, held: Shown(rows=pair_rows(at, held)),
        lambda _, pair: say_many(
            "{count} word", "{count} words", max(passage.words for passage in pair.passages)
        ),
        first=PAIRS,
    )


def attributed_to(owner: str) -> Whole[Saying]:
    """Return what is said on the word of each record of a kind, by date of the texts."""
    return Whole(
        owner,
        "attributed",
        marked("Said on this word"),
        lambda count: say_many(
            "{count} statement on this word, by date", "All {count} statements on this word, by date", count
        ),
        lambda _, findings, record: findings.backlinks.sayings_by_source.get((owner, record), ()),
        lambda at, _, held: Shown(backlinks=attribution_views(at, held)),
        lambda at, saying: year_in(at, saying.article),
        first=STATEMENTS,
        most=QUOTES_ON_A_PAGE,
    )


def relied_on(owner: str) -> Whole[OriginUse]:
    """Return the articles that relied on each record of a kind, by date."""
    return Whole(
        owner,
        "relied-on-by",
        marked("Who relied on it"),
        lambda count: say_many(
            "{count} article that relied on it, by date",
            "All {count} articles that relied on it, by date",
            count,
        ),
        lambda _, findings, record: each_once(findings.backlinks.origins_by_record.get((owner, record), ())),
        lambda at, _, held: Shown(reliances=reliance_views(at, held)),
        lambda at, use: year_in(at, use.article),
    )


def dates_in(owner: str, articles: Of[ArticleId]) -> Whole[ToldDate]:
    """Return the dates that the texts of each record of a kind give, in order of time; those that most give first.

    Words that mean another day in each text, such as `yesterday`, tell nothing side by side and are left to the data.
    """
    return Whole(
        owner,
        "dates",
        marked("Dates"),
        lambda count: say_many(
            "{count} date that the texts give, in order of time",
            "All {count} dates that the texts give, in order of time",
            count,
        ),
        lambda library, findings, record: [
            told
            for told in dates_among(findings, articles(library, findings, record))
            if not told.is_relative
        ],
        lambda at, _, held: Shown(dates=dates_list(at, held)),
        lambda _, told: told.period,
        lambda _library, _findings, told: len(told.mentions),
        lambda _, told: (-len({each.article for each in told.mentions}),),
        DATES,
        DATES_ON_A_PAGE,
    )
