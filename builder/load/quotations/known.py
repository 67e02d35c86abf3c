"""What may stand in quotation marks without standing in a text: names, titles, our own terms, words with a source."""

from __future__ import annotations

from collections.abc import Iterable

from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.load.quotations.folding import fold
from builder.load.quotations.standing import EDGES, Stretch, find_stretches
from builder.model.base import IsName, IsOutside, IsPrinted, Record
from builder.model.terms import own_terms
from builder.model.walk import marked_fields

_TITLES = frozenset({"title", "subtitle", "name", "statement", "question", "positions"})
_VERBATIM = ("headline", "siglum")

Readings = tuple[tuple[Stretch, ...], ...]
"""The ways to read a quotation, each as the stretches that have to stand in a text."""


class KnownWords:
    """Names and titles of the whole dossier."""

    def __init__(self, records: Records, unsettled: Iterable[str], places: RecordPlaces) -> None:
        self._names = set(own_terms())
        self._unsettled = [fold(text) for text in unsettled]
        self._with_mistakes = [
            (record, fold(text)) for record in _with_mistakes(records) for text in places.texts_of([record])
        ]
        for _, _, record in records.every():
            self._names.update(_folded_name(name) for name in _names_of(record))

    def is_name(self, words: str) -> bool:
        """Whether the words are, as a whole, a name, a title, a signature or a term of ours."""
        return _folded_name(words) in self._names

    def is_unsettled(self, kind: str, record_id: str, readings: Readings) -> bool:
        """Whether words of a record stand in what else has mistakes: they are judged once those are mended."""
        others = (text for record, text in self._with_mistakes if record != (kind, record_id))
        return stands_in_any((*self._unsettled, *others), readings) is not None


def words_of_outside(record: Record) -> tuple[str, ...]:
    """Return, folded, what others say or are called in a record: titles of sources, ratings, an outlet's answer."""
    return tuple(fold(text) for _, _, text in marked_fields(record, IsOutside))


def stands_in_any(texts: Iterable[str], readings: Readings) -> int | None:
    """Return the place in `texts`, folded ones, of the first that holds a quotation."""
    for number, text in enumerate(texts):
        if any(find_stretches(text, reading) is not None for reading in readings):
            return number
    return None


def _names_of(record: Record) -> Iterable[str]:
    yield from (text for _, _, text in marked_fields(record, IsName))
    yield from (text for path, _, text in marked_fields(record, IsPrinted) if path[0] in _TITLES)
    yield from filter(None, (getattr(record, field, None) for field in _VERBATIM))


def _with_mistakes(records: Records) -> Iterable[tuple[str, str]]:
    for kind, known in records.known.items():
        yield from ((kind, record_id) for record_id in sorted(known) if record_id not in records.whole[kind])


def _folded_name(name: str) -> str:
    return fold(name).strip(EDGES).casefold()
