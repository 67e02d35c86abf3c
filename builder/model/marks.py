"""Marks: spans of a text that an editor labels, and what the clean view does with each."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from builder.matching import folded_words
from builder.model.base import Line, Name, Verbatim
from builder.model.edtf import EdtfDate
from builder.model.quotes import Passage
from builder.regexes import regex
from builder.signs import SOFT_HYPHEN


class MarkEffect(StrEnum):
    """What a mark does to the clean view."""

    FOLD = "fold"
    """Out of the clean view, the search index, the counts and the comparison; readers can unfold it."""
    LIFT = "lift"
    """Moved to the head of the page."""
    REPAIR = "repair"
    """The clean view shows `read`, which differs in white space only; `joined` leaves out a hyphen too."""
    NOTE = "note"
    """Stays, with a sign that leads to the note."""
    LABEL = "label"
    """Stays, and is set apart."""
    REDACT = "redact"
    """Out of every file of the site; a sign stands in the place of the words."""


class LengthClass(StrEnum):
    """How long redacted words are; readers are told no more than that."""

    SHORT = "short"
    """At most 30 characters."""
    MEDIUM = "medium"
    """At most 200 characters."""
    LONG = "long"
    """More than 200 characters."""


REDACTION_SIGN = "▇"
"""Stands for redacted words, one for each line that they fill, however long they are."""


class MarkKind(StrEnum):
    """What the marked words are."""

    APPEAL = "appeal"
    """A letter or appeal to readers."""
    SUBSCRIPTION = "subscription"
    """An offer to subscribe or register."""
    RELATED = "related"
    """Headlines of and links to other articles."""
    COMMENTS = "comments"
    """A comment form, or comments of readers."""
    WIDGET = "widget"
    """Another part of the web page: reading time, share buttons."""
    ALT_TEXT = "alt-text"
    """The description of a picture, run into a sentence."""
    PHOTO_TITLE = "photo-title"
    """The title of a picture that the text does not hold."""
    BYLINE = "byline"
    """Who wrote it."""
    DATELINE = "dateline"
    """Place or date at the head."""
    CREDIT = "credit"
    """An agency or a photographer named."""
    CONTRIBUTOR = "contributor"
    """Who contributed."""
    BIOGRAPHY = "biography"
    """What is said about the author."""
    LOST_SPACE = "lost-space"
    """A space is missing between two words."""
    NO_BREAK_SPACE = "no-break-space"
    """A no-break space stands where one space is meant."""
    JOINED = "joined"
    """A word is cut at the end of a line; `read` is the whole word, without the hyphen that only marks the cut."""
    SIC = "sic"
    """The text really has it so."""
    REMARK = "remark"
    """Something a reader should know about these words."""
    QUOTATION_MARKS = "quotation-marks"
    """Quotation marks that do not pair."""
    LOST_WORDS = "lost-words"
    """Words are missing here."""
    CAPTION = "caption"
    """The caption of a picture."""
    QUOTED_BLOCK = "quoted-block"
    """A longer quotation without quotation marks."""
    REDACT = "redact"
    """Words that may not be published, such as the name of a child; `reason`, `by` and `date` say why, who and when."""


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
    MarkKind.JOINED: MarkEffect.REPAIR,
    MarkKind.SIC: MarkEffect.NOTE,
    MarkKind.REMARK: MarkEffect.NOTE,
    MarkKind.QUOTATION_MARKS: MarkEffect.NOTE,
    MarkKind.LOST_WORDS: MarkEffect.NOTE,
    MarkKind.CAPTION: MarkEffect.LABEL,
    MarkKind.QUOTED_BLOCK: MarkEffect.LABEL,
    MarkKind.REDACT: MarkEffect.REDACT,
}


_CUT = regex(f"[-\u2010](?=\\s)|{SOFT_HYPHEN}")
"""The hyphen of a word that is cut at a line end; a soft hyphen says of itself that it is no letter."""


class Mark(Passage):
    """A labelled span: exactly the words acted upon, by `quote` or by `start` and `end`."""

    kind: MarkKind
    """What the words are; that decides what the clean view does with them."""
    read: Verbatim | None = None
    """For a repair: how the clean view shows the words; it differs in white space only, for `joined` in a hyphen."""
    note: Line | None = None
    """Why; readers see it."""
    reason: Line | None = None
    """For words that are withheld: why; readers see it."""
    by: Name | None = None
    """Who marked it."""
    date: EdtfDate | None = None
    """For words that are withheld: since when."""

    @property
    def effect(self) -> MarkEffect:
        """What the clean view does with the words."""
        return EFFECTS[self.kind]

    @model_validator(mode="after")
    def _redactions_and_only_redactions_are_signed(self) -> Mark:
        signed = {"reason": self.reason, "by": self.by, "date": self.date}
        if self.kind is MarkKind.REDACT:
            lacking = [name for name, value in signed.items() if value is None]
            if lacking:
                raise PydanticCustomError(
                    "bad_redaction", "a mark of kind `redact` needs `{field}`", {"field": lacking[0]}
                )
            if self.note is not None:
                raise PydanticCustomError("bad_redaction", "a mark of kind `redact` has no `note`")
        elif self.reason is not None or self.date is not None:
            raise PydanticCustomError(
                "bad_redaction",
                "only a mark of kind `redact` has `{field}`",
                {"field": "reason" if self.reason is not None else "date"},
            )
        return self

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
            and not self._reads_the_same(self.quote, self.read)
        ):
            raise PydanticCustomError(
                "bad_repair",
                "`read` may differ from `quote` in white space{more} only",
                {"more": " and the hyphen at a line end" if self.kind is MarkKind.JOINED else ""},
            )
        if self.read is not None and self.quote is None:
            raise PydanticCustomError("bad_repair", "a repair is written with `quote`")
        return self

    def _reads_the_same(self, quote: str, read: str) -> bool:
        if self.kind is MarkKind.JOINED:
            return _letters(without_cut(quote, read)) == _letters(read)
        return "".join(read.split()) == "".join(quote.split())


def without_cut(words: str, read: str) -> str:
    """Return words without the hyphen at a line end that `read` leaves out; as they are where there is none."""
    for cut in _CUT.finditer(words):
        whole = words[: cut.start()] + words[cut.end() :]
        if _letters(whole) == _letters(read):
            return whole
    return words


def _letters(words: str) -> str:
    return "".join(folded_words(words).split())
