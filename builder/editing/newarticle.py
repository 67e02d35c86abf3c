"""Makes an article's record from its text: what the text says of itself is proposed, furniture is marked."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from builder.analysis.suggestions.damage import damages_of
from builder.editing.proposals import Dated
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.marks import EFFECTS, MarkEffect, MarkKind
from builder.yamltext import flow, quoted, scalar

_PROPOSED = (MarkEffect.FOLD, MarkEffect.LIFT)
"""What is no part of the article's own words; repairs are left to `check --suggest`."""


def text_value(seed: str, content: bytes) -> str:
    """Return how a stored text is named, with its SHA-256."""
    return flow({"file": seed, "sha256": sha256(content).hexdigest()})


def date_value(found: Dated) -> str:
    """Return how a date is written that stands in the text, with the words that say so."""
    time = f", time: {quoted(found.time)}" if found.time else ""
    return f"{{edtf: {found.edtf}{time}, cue: {scalar(found.cue)}, basis: stated}}"


def marks_value(library: Library, article: ArticleId) -> str:
    """Return the marks that a program proposes for an article, as a block; empty where it proposes none."""
    blocks = [
        each.yaml.partition("\n")[2]
        for each in damages_of(library, article, Counter())
        if _is_proposed(each.yaml)
    ]
    return "\n" + "".join(blocks).rstrip("\n") if blocks else ""


def _is_proposed(yaml: str) -> bool:
    kind = yaml.partition("kind: ")[2].partition("\n")[0]
    return EFFECTS.get(MarkKind(kind)) in _PROPOSED and kind != MarkKind.ALT_TEXT
