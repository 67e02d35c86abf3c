"""How proposals of the matrix are written: quotes that mean one place, titles out of sentences, files."""

from __future__ import annotations

from typing import Final

from builder.editing.proposed import Known, NewFile
from builder.load.context import telling_context
from builder.model.base import ArticleId
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.text import Span
from builder.yamltext import scalar

MOST_EACH: Final = 25
"""Proposals of one sort: an editor looks at each."""
_LONGEST: Final = 300


def quote_lines(library: Library, article: ArticleId, span: Span) -> list[str] | None:
    """Return the lines that quote a range, tried against its text; None where nothing tells it from the same words."""
    text = library.texts[article]
    exact = text.quoted(span)
    context = telling_context(text, exact, span, whole_words=True)
    if context is None:
        return None
    named = {"quote": exact, "prefix": context.prefix, "suffix": context.suffix}
    return [f"{name}: {scalar(value)}" for name, value in named.items() if value]


def shortened(sentence: str) -> str:
    """A sentence as a proposal for a title or statement: without its full stop, cut behind a whole word."""
    plain = sentence.strip().rstrip(".")
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rpartition(" ")[0]


def new_record(kind: str, known: Known, own: str, lines: list[str]) -> NewFile:
    """Return a record of a kind under an id near to `own`."""
    return NewFile(
        f"content/{RECORD_KINDS[kind].plural}/{known.free_id(kind, own)}.yaml",
        "".join(f"{line}\n" for line in lines).encode(),
    )
