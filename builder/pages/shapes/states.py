"""The states of one text, and what changed between them."""

from __future__ import annotations

from msgspec import Struct


class StateView(Struct, frozen=True):
    """A state of a text: when it was stored in words, its size and its digest."""

    words: str
    note: str | None
    size: str
    hash: str
    hash_note: str | None
    is_shown: bool


class ChangePiece(Struct, frozen=True):
    """Words of a paragraph that changed; `is_changed` marks those that the other state has not."""

    text: str
    is_changed: bool


class ChangedView(Struct, frozen=True):
    """A paragraph that differs; `was` and `now` are empty where it was not there, or may not be printed."""

    label: str
    href: str | None
    was: tuple[ChangePiece, ...]
    now: tuple[ChangePiece, ...]


class RevisionView(Struct, frozen=True):
    """What changed from one state to the next."""

    heading: str
    words: str
    changes: tuple[ChangedView, ...]
    lang: str | None


class StatesView(Struct, frozen=True):
    """All states of a text, the oldest first."""

    lead: str
    states: tuple[StateView, ...]
    revisions: tuple[RevisionView, ...]
