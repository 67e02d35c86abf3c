"""The states of a text that its publisher changed: when each was stored, its digest, and what changed in between.

Words are printed only where the whole text may be published; else readers are told which paragraphs differ.
"""

from __future__ import annotations

from builder.analysis.revisions import Change, Piece
from builder.model.article import Article, Publish, Version
from builder.model.base import ArticleId
from builder.model.seedtext import SeedText
from builder.pages.kinds import Context
from builder.pages.parts.blocks import paragraph_anchor
from builder.pages.parts.dates import date_words
from builder.pages.parts.redactions import DIGEST_NOTE
from builder.pages.parts.words import counted
from builder.pages.shapes.states import ChangedView, ChangePiece, RevisionView, StatesView, StateView

UNDATED = "a day that is not on record"
MOST_CHANGES = 100
"""More paragraphs than this are counted, not shown."""
KEPT_CHARS = 160
"""Of unchanged words so many stand beside a change; the rest of a longer stretch is left out."""
OMITTED = " […] "


def states_view(context: Context, article: Article) -> StatesView | None:
    """Return the states of an article's text, None where there is one only."""
    article_id = ArticleId(article.id)
    shown, earlier = context.library.texts.get(article_id), context.library.earlier.get(article_id, ())
    if shown is None or not earlier:
        return None
    newest = next((each for each in article.states if article.text and each.file == article.text.file), None)
    states = [(article.versions[state.index], state.text) for state in earlier]
    views = [*(_state(version, text) for version, text in states), _state(newest, shown, is_shown=True)]
    prints = context.library.publish_of(article_id) is Publish.FULL
    return StatesView(
        lead=f"{counted(len(views), 'state')} of one text, counted as one article."
        " The newest is shown; evidence stands in it alone.",
        states=tuple(views),
        revisions=tuple(
            _revision(f"{before.words} → {after.words}", changes, article.language, prints=prints)
            for before, after, changes in zip(
                views, views[1:], context.findings.revisions.get(article_id, ()), strict=False
            )
        ),
    )


def _state(version: Version | None, text: SeedText, *, is_shown: bool = False) -> StateView:
    return StateView(
        words=date_words(version.captured, long=True) if version else UNDATED,
        note=version.note if version else None,
        size=counted(len(text.raw), "character"),
        hash=text.sha256,
        hash_note=DIGEST_NOTE if text.is_redacted else None,
        is_shown=is_shown,
    )


def _revision(heading: str, changes: tuple[Change, ...], lang: str | None, *, prints: bool) -> RevisionView:
    counts = (
        (sum(change.old is not None and change.new is not None for change in changes), "changed"),
        (sum(change.old is None for change in changes), "added"),
        (sum(change.new is None for change in changes), "taken out"),
    )
    told = [f"{counted(number, 'paragraph')} {what}" for number, what in counts if number]
    shown = changes[:MOST_CHANGES]
    more = f"; the first {MOST_CHANGES:,} are listed" if len(changes) > MOST_CHANGES else ""
    return RevisionView(
        heading=heading,
        words=f"{', '.join(told)}{more}." if told else "The words are the same.",
        changes=tuple(_changed(change, prints=prints) for change in shown),
        lang=lang,
    )


def _changed(change: Change, *, prints: bool) -> ChangedView:
    number = change.new if change.new is not None else change.old
    return ChangedView(
        label=f"¶{number}" if change.new is not None else f"formerly ¶{number}",
        href=f"#{paragraph_anchor(change.new)}" if change.new is not None and prints else None,
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
