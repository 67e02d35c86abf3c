"""What texts give: quotations, figures and dates, and what each page of a comparison lays side by side of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec.structs import asdict

from builder.analysis.comparisonfindings import (
    Bound,
    Figure,
    FigureKind,
    FigureStatus,
    Quotation,
    RenderingRelation,
)
from builder.blocks import Rows
from builder.model.base import ArticleId
from builder.pages.documents.comparing import (
    PLACE_COLUMNS,
    TEXTS,
    Compared,
    ComparingPage,
    Place,
    Pointer,
    SentenceRange,
    TextPlace,
    few_compared,
    place,
)
from builder.pages.documents.kinds import DataKind, Part
from builder.pages.documents.rows import Row, one_of, row_of
from builder.pages.documents.tables import table
from builder.pages.kinds import Context
from builder.pages.parts.compared import ComparedSet
from builder.pages.parts.cutter import may_print
from builder.text import Span
from builder.wording import marked


def _pointers(values: tuple[Quotation, ...] | tuple[Figure, ...]) -> tuple[Pointer, ...]:
    return tuple(Pointer(article=each.article, range=each.span) for each in values)


class QuotationRow(TextPlace, frozen=True, kw_only=True):
    """Words between quotation marks."""

    words_range: Annotated[Span, "Without its marks."]
    is_term: Annotated[bool, "Whether it is a word or two set apart, not somebody's speech."]
    is_closed: Annotated[bool, "Whether a closing mark was found."]
    speaker: Annotated[Place | None, "The words that say who speaks."] = None
    speaker_is_named: Annotated[bool | None, "Whether those are a name."] = None
    entity: Annotated[str | None, "The id of the speaker, where the words name an entity of the dossier."] = (
        None
    )
    cue: Annotated[Place | None, "The word that reports speech."] = None


class RenderingPairRow(Row, frozen=True, kw_only=True):
    """Two quotations of a rendering."""

    first: Annotated[int, "The place of the one among the rendering's quotations."]
    second: Annotated[int, "The place of the other."]
    relation: Annotated[RenderingRelation, "How the two relate."]
    overlap: Annotated[float, "Shared words by their rarity, 0 to 1."]
    sequence: Annotated[float, "The longest common sequence of words against the longer one, 0 to 1."]


class RenderingRow(Row, frozen=True, kw_only=True):
    """One utterance as several texts quote it."""

    relation: Annotated[RenderingRelation, "The loosest relation in it."]
    quotations: Annotated[tuple[Pointer, ...], "Which of the quotations are of it."]
    pairs: Annotated[tuple[RenderingPairRow, ...], "How each two of them relate."]


class Renderings(Row, frozen=True, kw_only=True):
    """What a page that compares texts holds to be one utterance."""

    page: ComparingPage
    articles: Compared
    renderings: Annotated[tuple[RenderingRow, ...], "The utterances that several of them quote."]


def _quotations(context: Context) -> Rows[QuotationRow]:
    quotations = context.findings.comparison.quotations

    def rows(article: ArticleId) -> Iterator[QuotationRow]:
        for each in quotations[article]:
            yield row_of(
                QuotationRow,
                each,
                **asdict(place(context, each.article, each.span)),
                words_range=each.words_span,
                speaker=each.speaker and place(context, each.article, each.speaker),
                speaker_is_named=each.is_named if each.speaker is not None else None,
                cue=each.cue and place(context, each.article, each.cue),
            )

    return Rows(quotations, rows)


def _renderings(context: Context) -> Rows[Renderings]:
    def on_page(compared: ComparedSet) -> Iterator[Renderings]:
        page, articles = compared
        found = tuple(
            row_of(
                RenderingRow,
                each,
                quotations=_pointers(each.quotations),
                pairs=tuple(row_of(RenderingPairRow, pair) for pair in each.pairs),
            )
            for each in context.findings.comparison.renderings(articles)
        )
        if found:
            yield Renderings(page=page, articles=articles, renderings=found)

    return Rows(few_compared(context), on_page)


QUOTATIONS = DataKind(
    "quotations",
    marked("Quotations"),
    (
        TEXTS,
        Part("quotations", Iterator[QuotationRow], _quotations),
        Part("comparisons", Iterator[Renderings], _renderings),
    ),
    marked("words between quotation marks, with speaker and cue"),
    marked("the same, and which of them are one utterance"),
    table(
        QuotationRow,
        (
            *PLACE_COLUMNS,
            *("is_term", "is_closed"),
            ("speaker_words", lambda _, row: row.speaker and row.speaker.exact),
            "speaker_is_named",
            "entity",
            ("cue_words", lambda _, row: row.cue and row.cue.exact),
        ),
        _quotations,
    ),
)


class FigureRow(TextPlace, frozen=True, kw_only=True):
    """A number with what it counts."""

    low: Annotated[float, "Its value, or the lower one of a range."]
    high: Annotated[float, "Its value, or the higher one of a range."]
    bound: Annotated[str, one_of(bound.value or "exact" for bound in Bound), "How the text limits it."]
    kind: Annotated[FigureKind, "What sort of number it is."]
    counted: Annotated[str | None, "The words that say what it counts, where they may be published."] = None
    classes: Annotated[tuple[str, ...], "What it counts, by a table of ours."]
    currency: Annotated[str, "For money: its sign."] = ""
    entities: Annotated[tuple[str, ...], "The ids of entities that are named near it."]
    sentence_range: SentenceRange


class FigureGroupRow(Row, frozen=True, kw_only=True):
    """Figures of several texts that count the same sort of thing."""

    status: Annotated[FigureStatus, "Whether they agree."]
    figures: Annotated[tuple[Pointer, ...], "Which of the figures they are."]


class FigureGroups(Row, frozen=True, kw_only=True):
    """What a page that compares texts lays side by side."""

    page: ComparingPage
    articles: Compared
    groups: Annotated[tuple[FigureGroupRow, ...], "The figures that stand together."]


def _figures(context: Context) -> Rows[FigureRow]:
    figures = context.findings.comparison.figures

    def rows(article: ArticleId) -> Iterator[FigureRow]:
        for each in figures[article]:
            may_tell = may_print(context, each.article, each.sentence)
            yield row_of(
                FigureRow,
                each,
                **asdict(place(context, each.article, each.span)),
                low=_number(each.low),
                high=_number(each.high),
                bound=each.bound.value or "exact",
                counted=(each.counted or None) if may_tell else None,
                sentence_range=each.sentence,
            )

    return Rows(figures, rows)


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _groups(context: Context) -> Rows[FigureGroups]:
    """Groups by the places of their figures; what these have in common may be words that are not published."""

    def on_page(compared: ComparedSet) -> Iterator[FigureGroups]:
        page, articles = compared
        found = tuple(
            FigureGroupRow(status=each.status, figures=_pointers(each.figures))
            for each in context.findings.comparison.figure_groups(articles)
        )
        if found:
            yield FigureGroups(page=page, articles=articles, groups=found)

    return Rows(few_compared(context), on_page)


FIGURES = DataKind(
    "figures",
    marked("Figures"),
    (
        TEXTS,
        Part("figures", Iterator[FigureRow], _figures),
        Part("comparisons", Iterator[FigureGroups], _groups),
    ),
    marked("numbers with what they count"),
    marked("the same, and which of them stand side by side"),
    table(
        FigureRow,
        (*PLACE_COLUMNS, *("low", "high", "bound", "kind", "counted", "classes", "currency", "entities")),
        _figures,
    ),
)


class DateRow(TextPlace, frozen=True, kw_only=True):
    """A date that a text gives."""

    year: Annotated[int | None, "The year, where the words tell it."] = None
    month: Annotated[int | None, "The month, where the words tell it."] = None
    day: Annotated[int | None, "The day of the month, where the words tell it."] = None
    is_relative: Annotated[bool, "Whether it needs another date to be known."]
    sentence_range: SentenceRange


def _dates(context: Context) -> Rows[DateRow]:
    dates = context.findings.comparison.dates

    def rows(article: ArticleId) -> Iterator[DateRow]:
        for each in dates[article]:
            where = place(context, each.article, each.span)
            yield row_of(DateRow, each, **asdict(where), sentence_range=each.sentence)

    return Rows(dates, rows)


DATES = DataKind(
    "dates",
    marked("Dates that texts give"),
    (TEXTS, Part("dates", Iterator[DateRow], _dates)),
    marked("each with the words that give it"),
    table=table(DateRow, (*PLACE_COLUMNS, *("year", "month", "day", "is_relative")), _dates),
)
