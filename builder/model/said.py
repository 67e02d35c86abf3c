"""What a record said in an earlier edition of the dossier, as far as it may be told today."""

from __future__ import annotations

from msgspec import Struct

from builder.model.edtf import Edtf


class SaidValue(Struct, frozen=True):
    """One key of a record: its words, an entry each, and whether the next edition has others."""

    key: str
    """As editors write it: `known_today`."""
    words: tuple[str, ...]
    is_changed: bool


class Said(Struct, frozen=True):
    """A record as an edition had it, before a change. `kind` and `record_id` are those of today."""

    kind: str
    record_id: str
    edition: str
    """What git's tag of the edition is called."""
    date: Edtf
    """The day of the edition."""
    name: str
    """What tells the state from others of the record, in an address: the day, and a number where one had several."""
    values: tuple[SaidValue, ...]
    is_found: bool
    """Whether the change was found in git; else an editor's own correction tells of it."""
