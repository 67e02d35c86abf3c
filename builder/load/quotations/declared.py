"""Words that a record declares under `quoted`: those from an article are verified, and all serve a quotation."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from builder.diagnostics import Problems
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.load.quotations.folding import fold
from builder.load.quotations.known import Readings, stands_in_any
from builder.load.quotations.standing import readings_of
from builder.load.quotations.telling import tell_misdeclared
from builder.load.quotations.texts import StoredTexts
from builder.model.base import QuotedFrom, QuotedWords


class _Declared(Struct, frozen=True):
    index: int
    words: QuotedWords
    folded: str
    readings: Readings


class DeclaredWords:
    """The declared words of all records, and which of them a quotation has needed."""

    def __init__(self, records: Records, places: RecordPlaces, problems: Problems) -> None:
        self._places = places
        self._problems = problems
        self._records = records
        self._used: set[tuple[str, str, int]] = set()
        self._of_record = {
            (kind, record_id): tuple(
                _Declared(index, one, fold(one.exact), readings_of(one.exact))
                for index, one in enumerate(record.quoted)
            )
            for kind, record_id, record in records.every()
            if record.quoted
        }

    def __bool__(self) -> bool:
        return bool(self._of_record)

    @property
    def readings(self) -> Iterable[Readings]:
        """What has to stand in a text for each of them."""
        return (one.readings for declared in self._of_record.values() for one in declared)

    def find(self, kind: str, record_id: str, readings: Readings) -> QuotedFrom | None:
        """Return where a record says that words are from, or None where it says nothing of them."""
        declared = self._of_record.get((kind, record_id), ())
        number = stands_in_any((one.folded for one in declared), readings)
        if number is None:
            return None
        self._used.add((kind, record_id, number))
        return declared[number].words.from_

    def check(self, stored: StoredTexts) -> None:
        """Tell of words that do not stand in the article they are said to be from."""
        for (kind, record_id), declared in self._of_record.items():
            for one in declared:
                article = one.words.from_.article
                if article is None or article not in stored or stored.find(one.readings, among=[article]):
                    continue
                told = tell_misdeclared(one.words.exact, stored.text(article))
                place = self._places.span(kind, record_id, ("quoted", one.index, "exact"))
                self._problems.error("quote-not-found", told.message, place, told.hint, told.related)

    def tell_unused(self) -> None:
        """Tell of words that no quotation of their record holds."""
        for (kind, record_id), declared in self._of_record.items():
            is_whole = kind == "dossier" or record_id in self._records.whole[kind]
            for number, one in enumerate(declared if is_whole else ()):
                if (kind, record_id, number) not in self._used:
                    self._problems.warning(
                        "quoted-unused",
                        "no text of this record quotes these words",
                        self._places.span(kind, record_id, ("quoted", one.index)),
                        "take them out, or write them as the text quotes them",
                    )
