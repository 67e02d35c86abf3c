"""The states of a text that its publisher changed: when each was stored, its digest, and what changed in between.

Words are printed only where the whole text may be published; else readers are told which paragraphs differ.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.analysis.revisions import Change, Piece
from builder.model.article import Article, Publish, Version
from builder.model.base import ArticleId
from builder.model.datewords import date_words
from builder.model.seedtext import SeedText
from builder.pages.kinds import At, Context
from builder.pages.parts.blocks import paragraph_anchor
from builder.pages.parts.cutter import OMITTED
from builder.pages.parts.manuscript import DIGEST_NOTE
from builder.wording import marked, numbered, say, say_many

UNDATED = marked("a day that is not on record")
Revised = tuple[int, Change]
"""Between which states, counted from the oldest, and what changed."""
KEPT_CHARS = 160
"""Of unchanged words so many stand beside a change; the rest of a longer stretch is left out."""


def changes_of(findings: Findings, article: ArticleId) -> tuple[Revised, ...]:
    """Return every changed paragraph of an article, from its oldest state to its newest, each in text order."""
    revisions = findings.revisions.get(article, ())
    return tuple((place, change) for place, changes in enumerate(revisions) for change in changes)


def states_view(at: At, article: Article, listed: Sequence[Revised]) -> StatesView | None:
    """Return the states of an article's text with some of its changes, None where there is one state only."""
    states = _states(at.context, article)
    if not states:
        return None
    return StatesView(
        lead=say_many(
            "{count} state of one text, counted as one article. The newest is shown; evidence stands in it alone.",
            "{count} states of one text, counted as one article. The newest is shown; evidence stands in it alone.",
            len(states),
        ),
        states=states,
        revisions=tuple(
            _revision(at, article, place, [change for held, change in listed if held == place])
            for place in range(len(states) - 1)
        ),
    )


def revision_views(at: At, article: Article, listed: Sequence[Revised]) -> tuple[RevisionView, ...]:
    """Return some changes of an article, under the states between which they were made."""
    places = dict.fromkeys(place for place, _ in listed)
    return tuple(
        _revision(at, article, place, [change for held, change in listed if held == place])
        for place in places
    )


def revision_words(at: At, article: Article, place: int) -> str:
    """Return between which states the changes in a place were made: `20 May 2026 → 2 June 2026`."""
    states = _states(at.context, article)
    return f"{states[place].words} → {states[place + 1].words}"


def _states(context: Context, article: Article) -> tuple[StateView, ...]:
    """The oldest first; none where there is one only."""
    article_id = ArticleId(article.id)
    shown, earlier = context.library.texts.get(article_id), context.library.earlier.get(article_id, ())
    if shown is None or not earlier:
        return ()
    newest = next((each for each in article.states if article.text and each.file == article.text.file), None)
    states = [(article.versions[state.index], state.text) for state in earlier]
    return (*(_state(version, text) for version, text in states), _state(newest, shown, is_shown=True))


def _state(version: Version | None, text: SeedText, *, is_shown: bool = False) -> StateView:
    return StateView(
        words=date_words(version.captured, long=True) if version else say(UNDATED),
        note=version.note if version else None,
        size=say_many("{count} character", "{count} characters", len(text.raw)),
        hash=text.sha256,
        hash_note=say(DIGEST_NOTE) if text.is_redacted else None,
        is_shown=is_shown,
    )


def _revision(at: At, article: Article, place: int, listed: Sequence[Change]) -> RevisionView:
    article_id = ArticleId(article.id)
    return RevisionView(
        heading=revision_words(at, article, place),
        words=_change_words(at.findings.revisions[article_id][place], len(listed)),
        changes=tuple(_changed(at, article_id, change) for change in listed),
        lang=article.language,
    )


def _change_words(changes: tuple[Change, ...], listed: int) -> str:
    changed = sum(change.old is not None and change.new is not None for change in changes)
    added = sum(change.old is None for change in changes)
    gone = sum(change.new is None for change in changes)
    told = [say_many("{count} paragraph changed", "{count} paragraphs changed", changed)] if changed else []
    told += [say_many("{count} paragraph added", "{count} paragraphs added", added)] if added else []
    told += [say_many("{count} paragraph taken out", "{count} paragraphs taken out", gone)] if gone else []
    if not told:
        return say("The words are the same.")
    words = say(", ").join(told)
    if listed < len(changes):
        return say("{changes}; {number} of them here.", changes=words, number=numbered(listed))
    return say("{changes}.", changes=words)


def _changed(at: At, article: ArticleId, change: Change) -> ChangedView:
    prints = at.library.publish_of(article) is Publish.FULL
    number = change.new if change.new is not None else change.old
    return ChangedView(
        label=f"¶{number}" if change.new is not None else say("formerly ¶{number}", number=number),
        href=at.href("article", article, paragraph_anchor(change.new))
        if change.new is not None and prints
        else None,
        was=_shortened(change.was) if prints else (),
        now=_shortened(change.now) if prints else (),
    )


def _shortened(pieces: tuple[Piece, ...]) -> tuple[ChangePiece, ...]:
    last = len(pieces) - 1
    return tuple(
        ChangePiece(
            piece.text if piece.is_changed else _kept(piece.text, head=index > 0, tail=index < last),
            piece.is_changed,
        )
        for index, piece in enumerate(pieces)
    )


def _kept(text: str, *, head: bool, tail: bool) -> str:
    """Unchanged words: what stands beside a change, at whichever of their ends one is."""
    room = KEPT_CHARS * (head + tail)
    if len(text) <= room or not room:
        return text if room else text[:KEPT_CHARS]
    begin = text[:KEPT_CHARS].rpartition(" ")[0] if head else ""
    end = text[-KEPT_CHARS:].partition(" ")[2] if tail else ""
    return f"{begin}{OMITTED}{end}"


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
