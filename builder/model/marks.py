"""Marks: spans of a text that an editor labels, and what the clean view does with each."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from builder.model.base import Line
from builder.model.quotes import Passage, Verbatim


class MarkEffect(StrEnum):
    """What a mark does to the clean view."""

    FOLD = "fold"
    LIFT = "lift"
    REPAIR = "repair"
    NOTE = "note"
    LABEL = "label"


class MarkKind(StrEnum):
    """What the marked words are."""

    APPEAL = "appeal"
    SUBSCRIPTION = "subscription"
    RELATED = "related"
    COMMENTS = "comments"
    WIDGET = "widget"
    ALT_TEXT = "alt-text"
    PHOTO_TITLE = "photo-title"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    CONTRIBUTOR = "contributor"
    BIOGRAPHY = "biography"
    LOST_SPACE = "lost-space"
    NO_BREAK_SPACE = "no-break-space"
    SIC = "sic"
    REMARK = "remark"
    QUOTATION_MARKS = "quotation-marks"
    LOST_WORDS = "lost-words"
    CAPTION = "caption"
    QUOTED_BLOCK = "quoted-block"


EFFECTS: dict[MarkKind, MarkEffect] = {
    MarkKind.APPEAL: MarkEffect.FOLD,
    MarkKind.SUBSCRIPTION: MarkEffect.FOLD,
    MarkKind.RELATED: MarkEffect.FOLD,
    MarkKind.COMMENTS: MarkEffect.FOLD,
    MarkKind.WIDGET: MarkEffect.FOLD,
    MarkKind.ALT_TEXT: MarkEffect.FOLD,
    MarkKind.PHOTO_TITLE: MarkEffect.FOLD,
    MarkKind.BYLINE: MarkEffect.LIFT,
    MarkKind.DATELINE: MarkEffect.LIFT,
    MarkKind.CREDIT: MarkEffect.LIFT,
    MarkKind.CONTRIBUTOR: MarkEffect.LIFT,
    MarkKind.BIOGRAPHY: MarkEffect.LIFT,
    MarkKind.LOST_SPACE: MarkEffect.REPAIR,
    MarkKind.NO_BREAK_SPACE: MarkEffect.REPAIR,
    MarkKind.SIC: MarkEffect.NOTE,
    MarkKind.REMARK: MarkEffect.NOTE,
    MarkKind.QUOTATION_MARKS: MarkEffect.NOTE,
    MarkKind.LOST_WORDS: MarkEffect.NOTE,
    MarkKind.CAPTION: MarkEffect.LABEL,
    MarkKind.QUOTED_BLOCK: MarkEffect.LABEL,
}


class Mark(Passage):
    """A labelled span: exactly the words acted upon, by `quote` or by `start` and `end`."""

    kind: MarkKind
    """What the words are; it decides what the clean view does with them."""
    read: Verbatim | None = None
    """For a repair: how the clean view shows the words; it differs in white space only."""
    note: Line | None = None
    """Why; published."""
    by: Line | None = None
    """Who marked it."""

    @property
    def effect(self) -> MarkEffect:
        """What the clean view does with the words."""
        return EFFECTS[self.kind]

    @model_validator(mode="after")
    def _repairs_and_only_repairs_read(self) -> Mark:
        if (self.effect is MarkEffect.REPAIR) != (self.read is not None):
            needs = "needs" if self.effect is MarkEffect.REPAIR else "cannot have"
            raise PydanticCustomError(
                "bad_repair",
                "a mark of kind `{kind}` {needs} `read`",
                {"kind": self.kind.value, "needs": needs},
            )
        if (
            self.read is not None
            and self.quote is not None
            and "".join(self.read.split()) != "".join(self.quote.split())
        ):
            raise PydanticCustomError("bad_repair", "`read` may differ from `quote` in white space only")
        if self.read is not None and self.quote is None:
            raise PydanticCustomError("bad_repair", "a repair is written with `quote`")
        return self
