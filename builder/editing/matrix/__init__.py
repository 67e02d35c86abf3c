"""A draft matrix: what several new texts have in common, as proposals of entities, events and claims with their quotes.

Entities are names that several texts use; events are days that several texts tell of in like words; claims are figures
that differ, utterances that several texts quote, and sentences that say the same. Every quote is placed in its text
before it is written. A program only sees like words: what they mean is for an editor to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from builder.analysis.findings import Findings
from builder.editing.matrix.alike import sentences_of
from builder.editing.matrix.claims import propose_claims
from builder.editing.matrix.entities import propose_entities
from builder.editing.matrix.events import propose_events
from builder.editing.proposed import Known, NewFile
from builder.model.library import Library

MOST_ARTICLES: Final = 40
"""Texts that one run sets side by side: more are no longer one story."""


def draft_matrix(
    library: Library, findings: Findings, articles: Iterable[str], known: Known
) -> list[NewFile]:
    """Return proposals for what the given articles have in common, entities first, then events and claims."""
    wanted = set(articles)
    chosen = [each for each in findings.article_order if each in wanted and each in library.texts][
        :MOST_ARTICLES
    ]
    files = list(propose_entities(library, findings, chosen, known))
    if len(chosen) > 1:
        said = {article: tuple(sentences_of(library, article)) for article in chosen}
        files += propose_events(library, findings, said, known)
        files += propose_claims(library, findings, said, known)
    return files
