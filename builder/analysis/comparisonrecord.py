"""What a comparison found, in a form that JSON can hold, and back: nothing is read or written here.

Texts are named by the digests of their words and, inside a record, by their place in its list. Whoever keeps a record
sees to it that only the version of the builder that made it is given it back.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct, convert
from msgspec.json import decode
from msgspec.structs import asdict

from builder.analysis.comparison import ComparisonKnown
from builder.analysis.figures.extract import FoundFigures
from builder.analysis.passages.again import Looked
from builder.analysis.passages.refine import PairResult
from builder.analysis.passages.rule import RULES, Rule
from builder.analysis.quotations.extract import FoundQuotation
from builder.analysis.textsrecord import KeptCounts, KeptOwn, counts_from, kept_counts, kept_own, own_from

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


class _Record(Struct, frozen=True):
    """The form of a record; a text stands in it by its place in `texts`."""

    texts: tuple[str, ...]
    pairs: tuple[tuple[Rule, tuple[tuple[int, int, PairResult], ...]], ...]
    quotations: tuple[tuple[int, tuple[FoundQuotation, ...]], ...]
    figures: tuple[tuple[int, FoundFigures], ...]
    digests: tuple[tuple[str, int], ...]
    counts: KeptCounts
    own: KeptOwn
    looked: Looked | None


def record_of(known: ComparisonKnown) -> dict[str, object]:
    """Return the results as a record, whose parts msgspec writes; equal results make equal records."""
    digests = sorted(
        {
            *known.quotations,
            *known.figures,
            *known.digests.values(),
            *(digest for _, key in known.pairs for digest in key),
        }
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
        digests=tuple((key, place[digest]) for key, digest in sorted(known.digests.items())),
        counts=kept_counts(known.counts),
        own=kept_own(known.own),
        looked=known.looked,
    )
    return asdict(record)


def known_from(record: Json | memoryview) -> ComparisonKnown:
    """Return what `record_of` put into a record, or into one that is written; nothing where it has another form."""
    try:
        kept = decode(record, type=_Record) if isinstance(record, memoryview) else convert(record, _Record)
        return ComparisonKnown(
            pairs={
                (rule, (kept.texts[first], kept.texts[second])): result
                for rule, rows in kept.pairs
                if rule in RULES
                for first, second, result in rows
            },
            quotations={kept.texts[place]: found for place, found in kept.quotations},
            figures={kept.texts[place]: found for place, found in kept.figures},
            digests={key: kept.texts[place] for key, place in kept.digests},
            counts=counts_from(kept.counts),
            own=own_from(kept.own),
            looked=kept.looked,
        )
    except (IndexError, ValueError):  # msgspec's own error is one of the latter
        return ComparisonKnown()
