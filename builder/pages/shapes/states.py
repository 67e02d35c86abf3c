"""The states of one text, and what changed between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StateView:
    """A state of a text: when it was stored in words, its size and its digest."""

    words: str
    note: str | None
    size: str
    hash: str
    hash_note: str | None
    is_shown: bool


@dataclass(frozen=True, slots=True)
class ChangePiece:
    """Words of a paragraph that changed; `is_changed` marks those that the other state has not."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class ChangedView:
    """A paragraph that differs; `was` and `now` are empty where it was not there, or may not be printed."""

    label: str
    href: str | None
    was: tuple[ChangePiece, ...]
    now: tuple[ChangePiece, ...]


@dataclass(frozen=True, slots=True)
class RevisionView:
    """What changed from one state to the next."""

    heading: str
    words: str
    changes: tuple[ChangedView, ...]
    lang: str | None


@dataclass(frozen=True, slots=True)
class StatesView:
    """All states of a text, the oldest first."""

    lead: str
    states: tuple[StateView, ...]
    revisions: tuple[RevisionView, ...]
