"""Whether the words that editors choose to mark stand in their quote."""

from __future__ import annotations

from builder.diagnostics import Problems
from builder.load.nearest import nearest_passage
from builder.load.places import RecordPlaces
from builder.matching import FoldedText, whole_words_in
from builder.model.library import QuoteKey
from builder.yamltext import scalar

_MOST_COMPARED = 3
"""So many slips of one quote are told with the nearest words; comparing takes longer than finding."""


def check_stress(
    key: QuoteKey, stress: tuple[str, ...], quote: str, places: RecordPlaces, problems: Problems
) -> None:
    """Tell each of the words that stands nowhere in the quote as whole words."""
    missing = [index for index, found in enumerate(whole_words_in(quote, stress)) if not found]
    for told, index in enumerate(missing):
        near = nearest_passage(FoldedText(quote), stress[index]) if told < _MOST_COMPARED else None
        said = f", which says “{near.span.of(quote)}”: {near.difference}" if near else ""
        problems.error(
            "stress-not-found",
            f"these words to mark do not stand in the quote{said}",
            places.span(key.kind, key.record_id, (*key.path, "stress", index)),
            f"write {scalar(near.span.of(quote))}" if near else "copy them from the quote, letter for letter",
        )
