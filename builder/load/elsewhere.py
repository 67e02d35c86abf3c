"""Redacted words, and other names of whom they name, may stand nowhere else in what is published."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from builder.diagnostics import FieldPath, Problems, Related, SourceSpan
from builder.load.content import DOSSIER_PATH
from builder.load.decode import Records
from builder.load.nodes import position_at
from builder.load.places import RecordPlaces
from builder.load.redaction import Redacted, is_sign
from builder.load.samewords import MOST_WORDS, SameWords, tokens
from builder.model.base import Record
from builder.model.entity import Entity
from builder.model.seedtext import SeedText
from builder.model.walk import texts_in
from builder.text import Span

Told = frozenset[tuple[str, str, FieldPath]]
"""The values in which redacted words were found, by kind, id and path: nothing else needs to be said about them."""

PRIVATE = frozenset({"id", "private", "acknowledge", "draft"})
"""Fields that no file of the site has; only records have all of them."""
_HALF = 2
_MOST_PLACES = 5


def words_to_find(redacted: Redacted) -> SameWords:
    """Return the redacted words, and every name of an entity that they are a name of."""
    wanted = [(words, owner) for words, owner in redacted.held if not is_sign(words)]
    return SameWords([*wanted, *_aliases(wanted, redacted.records)])


def check_elsewhere(redacted: Redacted, words: SameWords, places: RecordPlaces, problems: Problems) -> Told:
    """Refuse redacted words in any other place; the words themselves are never said."""
    if not words:
        return frozenset()
    told: set[tuple[str, str, FieldPath]] = set()
    for kind, record_id, record in redacted.records.every():
        if (owner := words.owner(record_id)) is not None:
            _refuse(owner, SourceSpan(places.path(kind, record_id)), "the name of this file has", problems)
        for path, value in texts_in(record, PRIVATE):
            if (owner := words.owner_in_any_form(value)) is not None:
                told.add((kind, record_id, path))
                _refuse(owner, places.span(kind, record_id, path), "these are", problems)
    for article_id, text in sorted(redacted.texts.items()):
        _check_text(article_id, text, words, problems)
        for state in redacted.earlier.get(article_id, ()):
            _check_text(article_id, state.text, words, problems, is_shown=False)
    return frozenset(told)


def tell_kept(redacted: Redacted, places: RecordPlaces, problems: Problems) -> None:
    """Tell once that the words still stand in the repository, where whoever may read it finds them."""
    owners = sorted({owner for words, owner in redacted.held if not is_sign(words)})
    if not owners:
        return
    texts = "a text" if len(owners) == 1 else f"{len(owners):,} texts"
    problems.warning(
        "redaction-in-repository",
        f"the words that are redacted in {texts} still stand in the stored text and in the mark:"
        " whoever may read the repository, or its history, reads them there",
        SourceSpan(DOSSIER_PATH),
        "before you commit, write ▇ for the words in the stored text, `quote: ▇` in the mark, and the text's new"
        " SHA-256; or acknowledge it here, if nobody else may read the repository",
        tuple(
            Related(places.span("article", owner, ("marks",), key=True), "here")
            for owner in owners[:_MOST_PLACES]
        ),
    )


def _refuse(
    owner: str, span: SourceSpan, what: str, problems: Problems, related: tuple[Related, ...] = ()
) -> None:
    problems.error(
        "redacted-words",
        f"{what} words that `{owner}` redacts, or another name of whom they name",
        span,
        "write it without them; where the redaction means other words, let it cover more of its sentence",
        related,
    )


def _check_text(
    article_id: str, text: SeedText, words: SameWords, problems: Problems, *, is_shown: bool = True
) -> None:
    owner = words.owner(text.raw)
    if owner is None:
        return
    spans = [seed_span(text, span) for span in words.places(text.raw)]
    related = tuple(Related(span, "and here") for span in spans[1:_MOST_PLACES])
    more = f" ({len(spans):,} times)" if len(spans) > 1 else ""
    problems.error(
        "redacted-words",
        f"the text of `{article_id}` has words here that `{owner}` redacts, or another name of whom they name{more}",
        spans[0],
        f"redact them here too: one more mark of kind `redact` in `{article_id}`"
        if is_shown
        else "write ▇ for them in this earlier state, and record its new SHA-256",
        related,
    )


def seed_span(text: SeedText, span: Span) -> SourceSpan:
    """Return where a range stands in a stored text."""
    return SourceSpan(text.path, *position_at(text.raw, span.start), *position_at(text.raw, span.end))


def _aliases(wanted: list[tuple[str, str]], records: Records) -> Iterator[tuple[str, str]]:
    """Yield every name of each entity of whom redacted words are a name, or mostly one, with the article's id."""
    by_name: dict[str, list[Entity]] = {}
    for _, _, record in records.every():
        for name in names_of(record):
            by_name.setdefault(" ".join(tokens(name)), []).append(record)  # type: ignore[arg-type]
    held = SameWords(wanted)
    for name, entities in by_name.items():
        owner = held.owner(name)
        if owner is not None:
            yield from ((other, owner) for entity in entities for other in names_of(entity))
    for words, owner in wanted:
        for name in _named_in(tokens(words)):
            for entity in by_name.get(name, ()):
                yield from ((other, owner) for other in names_of(entity))


def _named_in(words: list[str]) -> Iterator[str]:
    """Yield each stretch of a few redacted words that makes up half of them or more."""
    if len(words) > _HALF * MOST_WORDS:
        return
    length = sum(map(len, words))
    for start, end in combinations(range(len(words) + 1), 2):
        if sum(map(len, words[start:end])) * _HALF >= length:
            yield " ".join(words[start:end])


def names_of(record: Record) -> tuple[str, ...]:
    """Return every name of an entity; other records have none."""
    if not isinstance(record, Entity):
        return ()
    names: tuple[str | None, ...] = (record.name, *(alias.text for alias in record.aliases))
    return tuple(name for name in names if name is not None)  # a record with mistakes may have none
