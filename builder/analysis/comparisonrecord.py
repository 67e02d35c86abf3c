"""What a comparison found, in a form that JSON can hold, and back: nothing is read or written here.

Texts are named by the digests of their words and, inside a record, by their place in its list. Words themselves stay
out: finding them again costs less than reading them. Whoever keeps a record sees to it that only
the version of the builder that made it is given it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from msgspec.structs import astuple

from builder.analysis.comparison import ComparisonKnown
from builder.analysis.comparisonfindings import Bound, FigureKind
from builder.analysis.figures.dates import FoundDate
from builder.analysis.figures.extract import FoundFigure, FoundFigures
from builder.analysis.passages.refine import FoundPassage, FoundRun, PairKey, PairResult
from builder.analysis.passages.rule import RULES, Rule
from builder.analysis.quotations.attribution import Attribution
from builder.analysis.quotations.extract import FoundQuotation
from builder.text import Span

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Found = TypeVar("Found")


def record_of(known: ComparisonKnown) -> Json:
    """Return the results as a record; equal results make equal records."""
    digests = sorted(
        {*known.quotations, *known.figures, *(digest for _, key in known.pairs for digest in key)}
    )
    place = {digest: index for index, digest in enumerate(digests)}
    return {
        "texts": [*digests],
        "pairs": [[[*astuple(rule)], _pair_rows(known.pairs, rule, place)] for rule in RULES],
        "quotations": [
            [place[digest], *map(_quotation_row, found)] for digest, found in sorted(known.quotations.items())
        ],
        "figures": [
            [
                place[digest],
                [*map(_figure_row, found.figures)],
                [_date_row(*each) for each in found.dates],
                found.is_cut,
            ]
            for digest, found in sorted(known.figures.items())
        ],
    }


def known_from(record: Json) -> ComparisonKnown:
    """Return what `record_of` put into a record; nothing is known where it has another form."""
    try:
        return _known(record)
    except (IndexError, KeyError, TypeError, ValueError):
        return ComparisonKnown()


def _known(record: Json) -> ComparisonKnown:
    if not isinstance(record, dict):
        raise TypeError("a record is an object")
    digests = [_text(digest) for digest in _row(record["texts"])]
    rules = {astuple(rule): rule for rule in RULES}
    pairs: dict[tuple[Rule, PairKey], PairResult] = {}
    for numbers, rows in map(_row, _row(record["pairs"])):
        rule = rules.get(tuple(_row(numbers)))
        if rule is not None:
            pairs.update(((rule, key), found) for key, found in _pairs(rows, digests))
    return ComparisonKnown(
        pairs=pairs,
        quotations={
            digests[_int(text)]: tuple(map(_quotation, rows))
            for text, *rows in map(_row, _row(record["quotations"]))
        },
        figures={
            digests[_int(text)]: FoundFigures(_each(_figure, figures), _each(_date, dates), _bool(is_cut))
            for text, figures, dates, is_cut in map(_row, _row(record["figures"]))
        },
    )


def _pair_rows(
    pairs: Mapping[tuple[Rule, PairKey], PairResult], rule: Rule, place: Mapping[str, int]
) -> list[Json]:
    found = sorted(
        (place[key[0]], place[key[1]], result) for (by, key), result in pairs.items() if by == rule
    )
    return [[first, second, *map(_passage_row, result)] for first, second, result in found]


def _pairs(rows: Json, digests: Sequence[str]) -> Iterator[tuple[PairKey, PairResult]]:
    for first, second, *passages in map(_row, _row(rows)):
        yield (digests[_int(first)], digests[_int(second)]), tuple(map(_passage, passages))


def _passage_row(passage: FoundPassage) -> Json:
    return [passage.words, passage.length, *map(_run_row, passage.runs)]


def _passage(row: Json) -> FoundPassage:
    words, length, *runs = _row(row)
    return FoundPassage(tuple(map(_run, runs)), _int(words), _int(length))


def _run_row(run: FoundRun) -> Json:
    return [*_ends(run.first, run.second), run.words]


def _run(row: Json) -> FoundRun:
    first, first_end, second, second_end, words = _row(row)
    return FoundRun(_span(first, first_end), _span(second, second_end), _int(words))


def _quotation_row(quotation: FoundQuotation) -> Json:
    speaks = quotation.attribution
    ends = _ends(quotation.span, quotation.words_span)
    told = [*_ends(speaks.speaker, speaks.cue), speaks.stands_after, speaks.is_named] if speaks else []
    return [*ends, quotation.is_term, quotation.is_closed, *told]


def _quotation(row: Json) -> FoundQuotation:
    start, end, words, words_end, is_term, is_closed, *told = _row(row)
    return FoundQuotation(
        _span(start, end),
        _span(words, words_end),
        _bool(is_term),
        _bool(is_closed),
        _attribution(*told) if told else None,
    )


def _attribution(
    start: Json, end: Json, cue: Json, cue_end: Json, stands_after: Json, is_named: Json
) -> Attribution:
    return Attribution(_span(start, end), _span(cue, cue_end), _bool(stands_after), _bool(is_named))


def _figure_row(figure: FoundFigure) -> Json:
    return [
        *_ends(figure.span, figure.near, figure.sentence),
        figure.low,
        figure.high,
        figure.bound.value,
        figure.kind.value,
        figure.counted,
        figure.currency,
        [*figure.classes],
        [[stem, *_ends(span)] for stem, span in figure.anchors],
    ]


def _figure(row: Json) -> FoundFigure:
    start, end, near, near_end, sentence, sentence_end, low, high, *words = _row(row)
    bound, kind, counted, currency, classes, anchors = words
    return FoundFigure(
        span=_span(start, end),
        low=_number(low),
        high=_number(high),
        bound=Bound(_text(bound)),
        kind=FigureKind(_text(kind)),
        counted=_text(counted),
        classes=_each(_text, classes),
        currency=_text(currency),
        anchors=_each(_anchor, anchors),
        near=_span(near, near_end),
        sentence=_span(sentence, sentence_end),
    )


def _anchor(row: Json) -> tuple[str, Span]:
    stem, start, end = _row(row)
    return _text(stem), _span(start, end)


def _date_row(date: FoundDate, sentence: Span) -> Json:
    return [*_ends(date.span, sentence), date.year, date.month, date.day, date.is_relative]


def _date(row: Json) -> tuple[FoundDate, Span]:
    start, end, sentence, sentence_end, *parts, is_relative = _row(row)
    year, month, day = (None if part is None else _int(part) for part in parts)
    date = FoundDate(_span(start, end), year, month, day, _bool(is_relative))
    return date, _span(sentence, sentence_end)


def _ends(*spans: Span) -> list[int]:
    return [end for span in spans for end in (span.start, span.end)]


def _span(start: Json, end: Json) -> Span:
    return Span(_int(start), _int(end))


def _each(read: Callable[[Json], Found], rows: Json) -> tuple[Found, ...]:
    return tuple(map(read, _row(rows)))


def _row(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError("a row is a list")
    return value


def _int(value: Json) -> int:
    if type(value) is not int:
        raise TypeError("a place or number is an integer")
    return value


def _number(value: Json) -> float:
    if type(value) is not int and type(value) is not float:
        raise TypeError("a value is a number")
    return value


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError("words are text")
    return value


def _bool(value: Json) -> bool:
    if not isinstance(value, bool):
        raise TypeError("a flag is true or false")
    return value
