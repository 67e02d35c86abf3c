"""What texts have in common and where they part: shared passages, quotations, figures and dates, with their places.

Words stand beside a range only where they may be published. Offsets are code points of the stored texts, half-open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from builder.analysis.comparisonfindings import (
    DateMention,
    Figure,
    FigureGroup,
    PairComparison,
    Quotation,
    Rendering,
    SharedPassage,
)
from builder.model.base import ArticleId
from builder.pages.documents.kinds import DATA, DocumentKind, Json, JsonObject, Rows
from builder.pages.documents.records import envelope
from builder.pages.kinds import Context
from builder.pages.parts.compared import compared_sets
from builder.pages.parts.figures import MOST_TEXTS
from builder.pages.parts.printed import may_print
from builder.pages.parts.shared import PAIR, pair_subject
from builder.paths import SitePath
from builder.text import Span


def _place(context: Context, article: ArticleId, span: Span) -> JsonObject:
    """A range of a stored text, its paragraph, and its words where they may be published."""
    text = context.library.texts[article]
    paragraph = text.paragraph_at(span.start)
    words: JsonObject = {"exact": span.of(text.raw)} if may_print(context, article, span) else {}
    return {**words, "range": [span.start, span.end], "paragraph": paragraph.number if paragraph else 1}


def _article_place(context: Context, article: ArticleId, span: Span) -> JsonObject:
    return {"article": article, **_place(context, article, span)}


def _texts(context: Context) -> list[Json]:
    """The stored texts that the ranges belong to, by date."""
    texts = context.library.texts
    return [
        {"article": article, "sha256": texts[article].sha256, "characters": len(texts[article].raw)}
        for article in context.findings.article_order
        if article in texts
    ]


def _compared(context: Context, schema: str, contents: JsonObject) -> JsonObject:
    return {**envelope(context, schema), "texts": _texts(context), **contents}


def passages(context: Context) -> JsonObject:
    """Return every two texts that share words, how much of each text is shared, and texts nearly the same."""
    comparison = context.findings.comparison
    return _compared(
        context,
        "passages",
        {
            "rule": asdict(comparison.rule),
            "pairs": [_pair(context, pair) for pair in comparison.pairs.values()],
            "shares": [
                {
                    "article": share.article,
                    "words": share.words,
                    "shared": share.shared,
                    "with": list(share.with_articles),
                    "unique": [[span.start, span.end] for span in share.unique],
                }
                for share in comparison.shares.values()
            ],
            "clusters": [
                {"articles": list(cluster.articles), "first_in": cluster.first_in}
                for cluster in comparison.clusters
            ],
            "standing": [
                {"outlet": outlet, "places": [_article_place(context, *place) for place in each.places]}
                for outlet, standing in comparison.standing.items()
                for each in standing
            ],
        },
    )


def _pair(context: Context, pair: PairComparison) -> JsonObject:
    page = context.routes.path(PAIR, pair_subject(*pair.articles))
    return {
        "articles": list(pair.articles),
        **({"page": str(page)} if page else {}),
        "words": list(pair.words),
        "shared": pair.shared,
        "passages": [_passage(context, passage) for passage in pair.passages],
    }


def _passage(context: Context, passage: SharedPassage) -> JsonObject:
    return {
        "kind": passage.kind.value,
        "words": passage.words,
        "length": passage.length,
        "first_in": passage.first_in,
        "places": [_place(context, article, passage.span_in(article)) for article in passage.articles],
        "runs": [
            {"ranges": [[span.start, span.end] for span in run.spans], "words": run.words}
            for run in passage.runs
        ],
    }


def quotations(context: Context) -> JsonObject:
    """Return the quotations of every text, and what each page of a comparison holds to be one utterance."""
    found = context.findings.comparison
    every: list[Json] = [
        _quotation(context, each) for article in found.quotations for each in found.quotations[article]
    ]
    sets: list[Json] = [
        {
            "page": str(page),
            "articles": list(articles),
            "renderings": [_rendering(each) for each in renderings],
        }
        for page, articles in _sets(context)
        if (renderings := found.renderings(articles))
    ]
    return _compared(context, "quotations", {"quotations": every, "comparisons": sets})


def _sets(context: Context) -> Iterator[tuple[SitePath, tuple[ArticleId, ...]]]:
    return ((page, articles) for page, articles in compared_sets(context) if len(articles) <= MOST_TEXTS)


def _quotation(context: Context, quotation: Quotation) -> JsonObject:
    article = quotation.article
    value = _article_place(context, article, quotation.span)
    value["words_range"] = [quotation.words_span.start, quotation.words_span.end]
    value["is_term"] = quotation.is_term
    value["is_closed"] = quotation.is_closed
    if quotation.speaker is not None:
        value["speaker"] = _place(context, article, quotation.speaker)
        value["speaker_is_named"] = quotation.is_named
    if quotation.entity is not None:
        value["entity"] = quotation.entity
    if quotation.cue is not None:
        value["cue"] = _place(context, article, quotation.cue)
    return value


def _rendering(rendering: Rendering) -> JsonObject:
    return {
        "relation": rendering.relation.value,
        "quotations": [
            {"article": each.article, "range": [each.span.start, each.span.end]}
            for each in rendering.quotations
        ],
        "pairs": [
            {
                "first": pair.first,
                "second": pair.second,
                "relation": pair.relation.value,
                "overlap": pair.overlap,
                "sequence": pair.sequence,
            }
            for pair in rendering.pairs
        ],
    }


def figures(context: Context) -> JsonObject:
    """Return the figures of every text, and which of them each page of a comparison lays side by side."""
    found = context.findings.comparison
    every: list[Json] = [
        _figure(context, each) for article in found.figures for each in found.figures[article]
    ]
    sets: list[Json] = [
        {
            "page": str(page),
            "articles": list(articles),
            "groups": [_group(each) for each in groups],
        }
        for page, articles in _sets(context)
        if (groups := found.figure_groups(articles))
    ]
    return _compared(context, "figures", {"figures": every, "comparisons": sets})


def _figure(context: Context, figure: Figure) -> JsonObject:
    value = _article_place(context, figure.article, figure.span)
    value.update(
        {"low": _number(figure.low), "high": _number(figure.high), "bound": figure.bound.value or "exact"}
    )
    value["kind"] = figure.kind.value
    if figure.counted and may_print(context, figure.article, figure.sentence):
        value["counted"] = figure.counted
    value["classes"] = list(figure.classes)
    if figure.currency:
        value["currency"] = figure.currency
    value["entities"] = list(figure.entities)
    value["sentence_range"] = [figure.sentence.start, figure.sentence.end]
    return value


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _group(group: FigureGroup) -> JsonObject:
    """A group by the places of its figures; what they have in common may be words that are not published."""
    return {
        "status": group.status.value,
        "figures": [
            {"article": each.article, "range": [each.span.start, each.span.end]} for each in group.figures
        ],
    }


def dates(context: Context) -> JsonObject:
    """Return the dates that every text gives."""
    found = context.findings.comparison.dates
    every: list[Json] = [_date(context, each) for article in found for each in found[article]]
    return _compared(context, "dates", {"dates": every})


def _date(context: Context, date: DateMention) -> JsonObject:
    told = (("year", date.year), ("month", date.month), ("day", date.day))
    value: JsonObject = {"article": date.article, **_place(context, date.article, date.span)}
    value.update({name: number for name, number in told if number is not None})
    value["is_relative"] = date.is_relative
    value["sentence_range"] = [date.sentence.start, date.sentence.end]
    return value


PASSAGE_COLUMNS = (
    *("first", "second", "page", "kind", "words", "length", "first_in"),
    *("first_start", "first_end", "first_paragraph", "first_words"),
    *("second_start", "second_end", "second_paragraph", "second_words"),
)
PLACE_COLUMNS = ("article", "siglum", "start", "end", "paragraph", "words")
QUOTATION_COLUMNS = (
    *PLACE_COLUMNS,
    *("is_term", "is_closed", "speaker_words", "speaker_is_named", "entity", "cue_words"),
)
FIGURE_COLUMNS = (
    *PLACE_COLUMNS,
    *("low", "high", "bound", "kind", "counted", "classes", "currency", "entities"),
)
DATE_COLUMNS = (*PLACE_COLUMNS, "year", "month", "day", "is_relative")


def _place_cells(context: Context, article: ArticleId, span: Span) -> tuple[str, ...]:
    place = _place(context, article, span)
    return str(span.start), str(span.end), str(place["paragraph"]), str(place.get("exact", ""))


def _words(context: Context, article: ArticleId, span: Span | None) -> str:
    return str(_place(context, article, span).get("exact", "")) if span is not None else ""


def _head(context: Context, article: ArticleId, span: Span) -> tuple[str, ...]:
    siglum = context.library.articles[article].siglum or ""
    return article, siglum, *_place_cells(context, article, span)


def _yes(value: bool) -> str:
    return "yes" if value else ""


def passage_rows(context: Context) -> Rows:
    """Return one row for each shared passage."""
    return (PASSAGE_COLUMNS, *_passage_cells(context, context.findings.comparison.pairs.values()))


def _passage_cells(context: Context, pairs: Iterable[PairComparison]) -> Iterator[tuple[str, ...]]:
    for pair in pairs:
        page = context.routes.path(PAIR, pair_subject(*pair.articles)) or ""
        for each in pair.passages:
            sizes = (each.kind.value, str(each.words), str(each.length), each.first_in or "")
            places = (
                cell
                for article in pair.articles
                for cell in _place_cells(context, article, each.span_in(article))
            )
            yield (*pair.articles, page, *sizes, *places)


def quotation_rows(context: Context) -> Rows:
    """Return one row for each quotation."""
    found = context.findings.comparison.quotations
    return (
        QUOTATION_COLUMNS,
        *(
            (
                *_head(context, each.article, each.span),
                _yes(each.is_term),
                _yes(each.is_closed),
                _words(context, each.article, each.speaker),
                _yes(each.is_named),
                each.entity or "",
                _words(context, each.article, each.cue),
            )
            for article in found
            for each in found[article]
        ),
    )


def figure_rows(context: Context) -> Rows:
    """Return one row for each figure."""
    found = context.findings.comparison.figures
    return (FIGURE_COLUMNS, *(_figure_cells(context, each) for article in found for each in found[article]))


def _figure_cells(context: Context, figure: Figure) -> tuple[str, ...]:
    may_tell = may_print(context, figure.article, figure.sentence)
    return (
        *_head(context, figure.article, figure.span),
        str(_number(figure.low)),
        str(_number(figure.high)),
        figure.bound.value or "exact",
        figure.kind.value,
        figure.counted if may_tell else "",
        "; ".join(figure.classes),
        figure.currency,
        "; ".join(figure.entities),
    )


def date_rows(context: Context) -> Rows:
    """Return one row for each date."""
    found = context.findings.comparison.dates
    return (
        DATE_COLUMNS,
        *(
            (
                *_head(context, each.article, each.span),
                *(str(number or "") for number in (each.year, each.month, each.day)),
                _yes(each.is_relative),
            )
            for article in found
            for each in found[article]
        ),
    )


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(SitePath(f"{DATA}passages.json"), "Words that texts share (JSON)", passages, "passages"),
    DocumentKind(SitePath(f"{DATA}passages.csv"), "Words that texts share (CSV)", passage_rows),
    DocumentKind(SitePath(f"{DATA}quotations.json"), "Quotations (JSON)", quotations, "quotations"),
    DocumentKind(SitePath(f"{DATA}quotations.csv"), "Quotations (CSV)", quotation_rows),
    DocumentKind(SitePath(f"{DATA}figures.json"), "Figures (JSON)", figures, "figures"),
    DocumentKind(SitePath(f"{DATA}figures.csv"), "Figures (CSV)", figure_rows),
    DocumentKind(SitePath(f"{DATA}dates.json"), "Dates that texts give (JSON)", dates, "dates"),
    DocumentKind(SitePath(f"{DATA}dates.csv"), "Dates that texts give (CSV)", date_rows),
)
