"""The states of one text, and what changed between them."""

from __future__ import annotations

from msgspec import Struct


class StateView(Struct, frozen=True):
    """A state of a text."""

    words: str
    """When it was stored, behind `Stored`: `20 May 2026`, or `a day that is not on record`."""
    note: str | None
    """The editors' remark on it; None where there is none."""
    size: str
    """Ready to print: `4,812 characters`."""
    hash: str
    """SHA-256 of it, 64 hex digits."""
    hash_note: str | None
    """Of what the digest is where words are withheld; None where it is of the text as received."""
    is_shown: bool
    """True for the one whose words the page prints."""


class CustodyView(Struct, frozen=True):
    """A step in the custody of a stored text."""

    words: str
    """What happened, when, by whom, with what and from where: `Collected 3 November 2015, by the editors`."""
    hash: str | None
    """SHA-256 of the text at that time, 64 hex digits; None where none is on record or it is the stored text's."""


class ChangePiece(Struct, frozen=True):
    """Words of a paragraph that changed."""

    text: str
    """Printed as it is, with a sign of omission where unchanged words are left out."""
    is_changed: bool
    """True where the other state has not got these words."""


class ChangedView(Struct, frozen=True):
    """A paragraph that differs."""

    label: str
    """`¶4`, or `formerly ¶4` where it is gone."""
    href: str | None
    """The paragraph higher up on the page; None where it is gone or its words may not be published."""
    was: tuple[ChangePiece, ...]
    """Its former words; empty where it was not there, or they may not be printed."""
    now: tuple[ChangePiece, ...]
    """Its present words; empty where it is gone, or they may not be printed."""


class RevisionView(Struct, frozen=True):
    """What changed from one state to the next."""

    heading: str
    """From which state to which: `20 May 2026 → 2 June 2026`."""
    words: str
    """How many paragraphs were changed, added and taken out."""
    changes: tuple[ChangedView, ...]
    """In text order, as many as are listed; empty where the words are the same."""
    lang: str | None
    """Language tag of the text; None where the record does not say."""


class StatesView(Struct, frozen=True):
    """All states of a text, the oldest first."""

    lead: str
    """A sentence on how many there are and which is shown."""
    states: tuple[StateView, ...]
    """The oldest first; two at least."""
    revisions: tuple[RevisionView, ...]
    """One between each state and the next."""
