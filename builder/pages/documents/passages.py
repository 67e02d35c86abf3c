"""Words that texts share: every two texts that have any, how much of each text, and texts nearly the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import field

from builder.analysis.comparisonfindings import PairComparison, PassageKind, SharedPassage
from builder.analysis.passages.rule import RULES, Rule
from builder.model.base import ArticleId
from builder.pages.documents.kinds import Column, DataKind, Part, table
from builder.pages.documents.places import TEXTS, FirstIn, InArticle, Place, TextPlace, place
from builder.pages.documents.rows import Row, one_of, row_of
from builder.pages.kinds import Context
from builder.pages.parts.shared import PAIR, pair_subject
from builder.text import Span
from builder.wording import marked

COUNTING = one_of(kind for kind in PassageKind if kind.counts)
Words = Annotated[int, "How many words both have, in the same order."]


class RunRow(Row, frozen=True, kw_only=True):
    """A stretch that both texts share word for word."""

    ranges: Annotated[tuple[Span, ...], "Its range in each of the two texts."]
    words: Words


class PassageRow(Row, frozen=True, kw_only=True):
    """A stretch of two texts that is the same, or nearly the same, word for word."""

    kind: Annotated[PassageKind, COUNTING, "What it is made of."]
    words: Words
    length: Annotated[int, "How many words the longer of the two stretches has."]
    first_in: FirstIn
    places: Annotated[tuple[Place, ...], "Its place in each of the two texts."]
    runs: Annotated[tuple[RunRow, ...], "The verbatim stretches inside it."]


class Pair(Row, frozen=True, kw_only=True):
    """Two texts that share words."""

    articles: Annotated[tuple[ArticleId, ArticleId], "The ids of the two, by date."]
    page: Annotated[str | None, "The address of the page that shows the two side by side."] = None
    words: Annotated[tuple[int, int], "How many words each of the two has."]
    shared: Annotated[int, "How many words their passages have in common."]
    rule: Annotated[
        str, "The mode of the rule they were looked for by: `dossier` for texts of one story, else `site`."
    ]
    passages: Annotated[tuple[PassageRow, ...], "In the order of the first text."]


class Share(Row, frozen=True, kw_only=True):
    """How much of one text stands in others too."""

    article: InArticle
    words: Annotated[int, "How many words it has."]
    shared: Annotated[int, "How many of them are the same in some other text."]
    with_articles: Annotated[tuple[ArticleId, ...], "Whom with, most words first."] = field(name="with")
    unique: Annotated[tuple[Span, ...], "Its longer sentences that no passage touches."]


class NearlySame(Row, frozen=True, kw_only=True):
    """Texts that are nearly the same."""

    articles: Annotated[tuple[ArticleId, ...], "Their ids, by date."]
    first_in: FirstIn


class Standing(Row, frozen=True, kw_only=True):
    """Words that an outlet prints in many of its texts."""

    outlet: Annotated[str, "The id of the outlet."]
    places: Annotated[tuple[TextPlace, ...], "Where they stand, by date."]


def _pairs(context: Context) -> Iterator[Pair]:
    return (_pair(context, pair) for pair in context.findings.comparison.pairs.values())


def _pair(context: Context, pair: PairComparison) -> Pair:
    page = context.routes.path(PAIR, pair_subject(*pair.articles))
    passages = tuple(_passage(context, passage) for passage in pair.passages)
    return row_of(Pair, pair, page=page, passages=passages)


def _passage(context: Context, passage: SharedPassage) -> PassageRow:
    places = (place(context, article, passage.span_in(article)) for article in passage.articles)
    runs = tuple(RunRow(ranges=run.spans, words=run.words) for run in passage.runs)
    return row_of(PassageRow, passage, places=tuple(places), runs=runs)


def _shares(context: Context) -> Iterator[Share]:
    return (
        row_of(Share, share, unique=tuple(share.unique))
        for share in context.findings.comparison.shares.values()
    )


def _clusters(context: Context) -> Iterator[NearlySame]:
    return (row_of(NearlySame, cluster) for cluster in context.findings.comparison.clusters)


def _standing(context: Context) -> Iterator[Standing]:
    for outlet, standing in context.findings.comparison.standing.items():
        for found in standing:
            places = (row_of(TextPlace, place(context, *each), article=each[0]) for each in found.places)
            yield Standing(outlet=outlet, places=tuple(places))


InPair = tuple[Pair, PassageRow]


def _in_pairs(context: Context) -> Iterator[InPair]:
    return ((pair, passage) for pair in _pairs(context) for passage in pair.passages)


def _side(side: int, name: str) -> tuple[Column[InPair], ...]:
    return (
        (f"{name}_start", lambda _, row: row[1].places[side].range.start),
        (f"{name}_end", lambda _, row: row[1].places[side].range.end),
        (f"{name}_paragraph", lambda _, row: row[1].places[side].paragraph),
        (f"{name}_words", lambda _, row: row[1].places[side].exact),
    )


COLUMNS: tuple[Column[InPair], ...] = (
    ("first", lambda _, row: row[0].articles[0]),
    ("second", lambda _, row: row[0].articles[1]),
    ("page", lambda _, row: row[0].page),
    ("kind", lambda _, row: row[1].kind),
    ("words", lambda _, row: row[1].words),
    ("length", lambda _, row: row[1].length),
    ("first_in", lambda _, row: row[1].first_in),
    *_side(0, "first"),
    *_side(1, "second"),
)
PASSAGES = DataKind(
    "passages",
    marked("Words that texts share"),
    (
        TEXTS,
        Part("rules", tuple[Rule, ...], lambda _context: RULES),
        Part("pairs", Iterator[Pair], _pairs),
        Part("shares", Iterator[Share], _shares),
        Part("clusters", Iterator[NearlySame], _clusters),
        Part("standing", Iterator[Standing], _standing),
    ),
    marked("each shared passage with its place in both texts"),
    marked("the same, how much of each text, and the rules"),
    table(COLUMNS, _in_pairs),
)
