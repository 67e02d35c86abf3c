"""What a comparison found, in a form that JSON can hold, and back: nothing is read or written here.

Texts are named by the digests of their words and, inside a record, by their place in its list. Words themselves stay
out: finding them again costs less than reading them. Whoever keeps a record sees to it that only
the version of the builder that made it is given it back.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct, ValidationError, convert, to_builtins

from builder.analysis.comparison import ComparisonKnown
from builder.analysis.figures.extract import FoundFigures
from builder.analysis.passages.refine import PairResult
from builder.analysis.passages.rule import RULES, Rule
from builder.analysis.quotations.extract import FoundQuotation

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


class _Record(Struct, frozen=True):
    """The form of a record; a text stands in it by its place in `texts`."""

    texts: tuple[str, ...]
    pairs: tuple[tuple[Rule, tuple[tuple[int, int, PairResult], ...]], ...]
    quotations: tuple[tuple[int, tuple[FoundQuotation, ...]], ...]
    figures: tuple[tuple[int, FoundFigures], ...]


def record_of(known: ComparisonKnown) -> Json:
    """Return the results as a record; equal results make equal records."""
    digests = sorted(
        {*known.quotations, *known.figures, *(digest for _, key in known.pairs for digest in key)}
    )
    place = {digest: index for index, digest in enumerate(digests)}
    pairs: dict[Rule, list[tuple[int, int, PairResult]]] = {rule: [] for rule in RULES}
    for (rule, key), result in known.pairs.items():
        if rule in pairs:
            pairs[rule].append((place[key[0]], place[key[1]], result))
    record = _Record(
        texts=tuple(digests),
        pairs=tuple((rule, tuple(sorted(rows))) for rule, rows in pairs.items()),
        quotations=tuple((place[digest], found) for digest, found in sorted(known.quotations.items())),
        figures=tuple((place[digest], known.figures[digest]) for digest in sorted(known.figures)),
    )
    return to_builtins(record)  # type: ignore[no-any-return]


def known_from(record: Json) -> ComparisonKnown:
    """Return what `record_of` put into a record; nothing is known where it has another form."""
    try:
        kept = convert(record, _Record)
        return ComparisonKnown(
            pairs={
                (rule, (kept.texts[first], kept.texts[second])): result
                for rule, rows in kept.pairs
                if rule in RULES
                for first, second, result in rows
            },
            quotations={kept.texts[place]: found for place, found in kept.quotations},
            figures={kept.texts[place]: found for place, found in kept.figures},
        )
    except (IndexError, ValidationError):
        return ComparisonKnown()
