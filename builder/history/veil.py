"""What may be told of earlier states: words that are redacted or withdrawn today, or in a state compared, never are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct

from builder.load import Loaded
from builder.load.decode import Records
from builder.load.samewords import SameWords
from builder.model.base import IsPrinted, Record
from builder.model.correction import Correction
from builder.model.kinds import RECORD_KINDS
from builder.model.marks import REDACTION_SIGN
from builder.model.walk import marked_fields

WITHHELD: Final = "words that rest on a withdrawn record are not shown"


class Veil(Struct, frozen=True, dict=True):
    """Knows what every one of some states of a dossier keeps back; the latest comes first."""

    states: tuple[Loaded, ...]
    kept_back: str = WITHHELD
    """What stands for the words of an entry that rests on a withdrawn record."""

    @cached_property
    def withdrawn(self) -> Mapping[tuple[str, str], Correction]:
        """The withdrawal of each record that is withdrawn in one of the states, by kind and id; also by former ids."""
        found: dict[tuple[str, str], Correction] = {}
        for state in self.states:
            for (kind, record_id), withdrawal in _withdrawals(state.records).items():
                for each in (record_id, *withdrawal.former_ids):
                    found.setdefault((kind, each), withdrawal)
        return found

    @property
    def is_blind(self) -> bool:
        """Whether something is kept back in the latest state and nobody can tell what."""
        return self.states[0].is_blind

    def is_withdrawn(self, kind: str, record_id: str) -> bool:
        """Whether nothing may be told of a record and of what rests on it."""
        return (kind, record_id) in self.withdrawn

    def withheld(self) -> str:
        """Return what stands for the words of an entry that rests on a withdrawn record."""
        return self.kept_back

    def words(self, text: str) -> str:
        """Return words as they may be shown, with a sign for those kept back."""
        for state in self.states:
            text = state.without_withheld(text)
        if self._unsaid.owner_in_any_form(text) is not None:
            return REDACTION_SIGN
        return text

    def name(self, kind: str, record_id: str) -> str:
        """Return what a record is called: of a withdrawn one what its withdrawal says; nothing where there is none."""
        withdrawal = self.withdrawn.get((kind, record_id))
        if withdrawal is not None:
            return withdrawal.title or RECORD_KINDS[kind].nameless
        for state in self.states:
            record = state.records.find(kind, record_id) if kind in RECORD_KINDS else state.records.dossier
            if record is not None:
                return self.words(called(record))
        return ""

    @cached_property
    def _unsaid(self) -> SameWords:
        """The words of withdrawn records of which nothing is to be told, as they stand in any of the states."""
        return SameWords(
            (text, record_id)
            for (kind, record_id), withdrawal in self.withdrawn.items()
            if withdrawal.withhold
            for state in self.states
            for text in _printed(state.records.find(kind, record_id))
        )


def called(record: Record) -> str:
    """Return what a record is called: its name, title, statement, or date and signature; else its id."""
    for attribute in ("name", "title", "statement"):
        value = getattr(record, attribute, None)
        if value:
            return str(getattr(value, "text", value))
    by = getattr(record, "by", None)
    return f"{getattr(record, 'date', '')}, {by}" if by else record.id


def _printed(record: Record | None) -> Iterable[str]:
    return (text for _, _, text in marked_fields(record, IsPrinted)) if record is not None else ()


def _withdrawals(records: Records) -> Mapping[tuple[str, str], Correction]:
    """The withdrawals of a state, those with mistakes too, but of records that are there all the same."""
    return {
        record.withdrawn: record
        for _, _, record in records.every()
        if isinstance(record, Correction)
        and record.withdrawn is not None
        and record.withdrawn[0] in RECORD_KINDS
        and record.withdrawn[1] not in records.known[record.withdrawn[0]]
    }
