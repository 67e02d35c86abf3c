"""Tells where the steps that are on record for a stored text do not lead to the text that is stored."""

from __future__ import annotations

from itertools import pairwise

from builder.diagnostics import Problems
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.load.seeds import ReadSeeds
from builder.model.article import Article


def tell_custody(seeds: ReadSeeds, records: Records, places: RecordPlaces, problems: Problems) -> None:
    """Warn where the last digest is not the stored text's, or a step stands before one that surely came later."""
    for _, name, article in records.every():
        if not isinstance(article, Article) or not article.custody:
            continue
        text = seeds.texts.get(name)
        digests = [(index, step.sha256) for index, step in enumerate(article.custody) if step.sha256]
        if text is not None and digests and digests[-1][1] != text.sha256:
            problems.warning(
                "custody-broken",
                f"the text is stored with the SHA-256 {text.sha256}, the last step on record has another",
                places.span("article", name, ("custody", digests[-1][0], "sha256")),
                "add the step in which the text changed, or bring the text of this step back",
            )
        for index, (earlier, later) in enumerate(pairwise(article.custody)):
            if later.date.widened_upper < earlier.date.widened_lower:
                problems.warning(
                    "custody-broken",
                    f"this step came before the one above it, which is of {earlier.date.text}",
                    places.span("article", name, ("custody", index + 1, "date")),
                    "put the steps in their order, the oldest first",
                )
