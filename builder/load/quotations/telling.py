"""What an editor is told about a quotation that stands nowhere: the nearest passage, what differs, how to mend it."""

from __future__ import annotations

from msgspec import Struct

from builder.diagnostics import Related, SourceSpan
from builder.load.nearest import NearPassage, nearest_passage
from builder.load.nodes import position_at
from builder.load.quotations.standing import Stretch, words_in
from builder.load.quotations.texts import StoredTexts
from builder.load.wording import shortened
from builder.model.seedtext import SeedText
from builder.yamltext import quoted

_MUCH_ALIKE = 0.75
_TRIED_TEXTS = 3
_MAX_HINT_CHARS = 300


class Told(Struct, frozen=True):
    """The words of a problem."""

    message: str
    hint: str
    related: tuple[Related, ...] = ()


def tell_unverified(
    stretches: tuple[Stretch, ...],
    marks: tuple[str, str],
    named: frozenset[str],
    stored: StoredTexts,
    *,
    is_markdown: bool,
) -> Told:
    """Say that words stand in no text; `marks` are those around them, `named` the articles that the sentence names.

    Without `stretches` no nearest passage is looked for.
    """
    without = "*in emphasis*" if is_markdown else "as they are"
    where_from = "say under `quoted` where they are from: {exact: …, from: {publisher: …, date: …}}"
    if not stretches:
        return Told(
            "these words stand in no text of the dossier",
            f"write them without quotation marks, {without}, or {where_from}",
        )
    found = _nearest(max((stretch.words for stretch in stretches), key=len), named, stored)
    if found is None:
        return Told(
            "these words stand in no text of the dossier, nor anything like them",
            f"write them without quotation marks, {without}, or {where_from}",
        )
    text, near = found
    line, column = position_at(text.raw, near.span.start)
    passage = " ".join(near.span.of(text.raw).split())
    related = (Related(_seed_span(text, near), "the nearest passage"),)
    where = f"{text.path}:{line}:{column}"
    if near.likeness < _MUCH_ALIKE:
        return Told(
            f"these words stand in no text of the dossier; the nearest passage is “{shortened(passage)}” at {where}",
            f"write them without quotation marks, {without}, or {where_from}",
            related,
        )
    copied = f"write {marks[0]}{passage}{marks[1]}" if len(passage) <= _MAX_HINT_CHARS else "copy the words"
    return Told(
        f"these words stand in no text of the dossier; the nearest passage is “{shortened(passage)}” at {where}, "
        f"which differs: {near.difference}",
        f"{copied} as the text has it, or {where_from}",
        related,
    )


def tell_misdeclared(words: str, text: SeedText) -> Told:
    """Say that words do not stand in the article that they are declared to be from."""
    near = nearest_passage(text.folded, words)
    if near is None:
        return Told(
            f"these words do not stand in {text.path}, nor anything like them",
            "copy them from the text, or name where they stand",
        )
    line, column = position_at(text.raw, near.span.start)
    return Told(
        f"these words do not stand in {text.path}; the nearest are at {line}:{column} and differ: {near.difference}",
        f"write {quoted(near.span.of(text.raw))}",
        (Related(_seed_span(text, near), "in the stored text"),),
    )


def _nearest(words: str, named: frozenset[str], stored: StoredTexts) -> tuple[SeedText, NearPassage] | None:
    articles = [
        *sorted(article for article in named if article in stored),
        *stored.nearest(words_in(words), _TRIED_TEXTS),
    ]
    best: tuple[SeedText, NearPassage] | None = None
    for article in dict.fromkeys(articles):
        text = stored.text(article)
        near = nearest_passage(text.folded, words, 0.0)
        if near is not None and (best is None or near.likeness > best[1].likeness):
            best = (text, near)
    return best


def _seed_span(text: SeedText, near: NearPassage) -> SourceSpan:
    start, end = position_at(text.raw, near.span.start), position_at(text.raw, near.span.end)
    return SourceSpan(text.path, *start, *end)
