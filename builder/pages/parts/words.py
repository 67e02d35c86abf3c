"""The words of the interface: one table for each closed list, so that a thing has one name on every page."""

from __future__ import annotations

from builder.model.claim import ClaimKind, DisagreementKind, Reading, Stance
from builder.model.dates import DateBasis
from builder.model.entity import EntityKind
from builder.model.marks import MarkKind
from builder.model.outlet import OutletKind

STANCE_WORDS: dict[str, str] = {
    Stance.ASSERTS: "asserts",
    Stance.ATTRIBUTES: "attributes",
    Stance.IMPLIES: "implies",
    Stance.DOUBTS: "doubts",
    Stance.DISPUTES: "disputes",
    Stance.CONTRADICTS: "contradicts",
    Stance.MENTIONS: "mentions",
    "silent": "silent",
    "not-applicable": "not applicable",
    "not-read": "not read for this claim",
}

STANCE_MEANINGS: dict[str, str] = {
    Stance.ASSERTS: "says so in its own voice",
    Stance.ATTRIBUTES: "says that somebody says so",
    Stance.IMPLIES: "says something that holds only if it is so",
    Stance.DOUBTS: "says that it may not be so",
    Stance.DISPUTES: "argues that it is not so, itself or on the word that stands beside it",
    Stance.CONTRADICTS: "says what cannot hold together with it; the editors’ finding",
    Stance.MENTIONS: "speaks of the matter and takes no side; never counted",
    "silent": "was read for this claim and says nothing of it",
    "not-applicable": "was published before the event",
    "not-read": "was not read for this claim, so its silence says nothing",
}

READING_WORDS: dict[str, str] = {
    Reading.CONFLICT: "Conflict",
    Reading.DIFFER: "Differ",
    Reading.COMPATIBLE: "Compatible",
    Reading.VARIANT: "Variant",
    Reading.AGREE: "Agree",
    Reading.ONE_ARTICLE: "One article",
}

READING_MEANINGS: dict[str, str] = {
    Reading.CONFLICT: "a text speaks against it, or the editors read the answers as opposed",
    Reading.DIFFER: "the editors read the answers as different, and not as opposed",
    Reading.COMPATIBLE: "the editors read the answers as different details that fit together",
    Reading.VARIANT: "the editors read the answers as one, in other words, spelling or translation",
    Reading.AGREE: "several texts take a side, and none speaks against it; that is not confirmation",
    Reading.ONE_ARTICLE: "one text alone takes a side",
}

DISAGREEMENT_WORDS: dict[str, str] = {kind.value: kind.value for kind in DisagreementKind}
CLAIM_KIND_WORDS: dict[str, str] = {kind.value: kind.value for kind in ClaimKind}
ENTITY_KIND_WORDS: dict[str, str] = {kind.value: kind.value for kind in EntityKind}
ENTITY_GROUP_WORDS: dict[str, str] = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.GROUP: "Groups",
    EntityKind.PLACE: "Places",
    EntityKind.WORK: "Works",
    EntityKind.OBJECT: "Objects",
}
"""Headings for the entities of one kind, in the order of their list."""
OUTLET_KIND_WORDS: dict[str, str] = {
    **{kind.value: kind.value.replace("-", " ") for kind in OutletKind},
    OutletKind.AGENCY: "news agency",
    OutletKind.RADIO: "radio station",
    OutletKind.TELEVISION: "television station",
    OutletKind.SOCIAL_MEDIA: "social media account",
    OutletKind.NGO: "non-governmental organisation",
    OutletKind.PARTY: "political party",
    OutletKind.OTHER: "publisher",
}

BASIS_WORDS: dict[str, str] = {
    DateBasis.STATED: "stated",
    DateBasis.INFERRED: "inferred",
    DateBasis.EXTERNAL: "from outside",
}

SOURCE_GRADE_WORDS: dict[str, str] = {
    "A": "Completely reliable",
    "B": "Usually reliable",
    "C": "Fairly reliable",
    "D": "Not usually reliable",
    "E": "Unreliable",
    "F": "Not judged",
}

CREDIBILITY_WORDS: dict[str, str] = {
    "1": "Confirmed by other sources",
    "2": "Probably true",
    "3": "Possibly true",
    "4": "Doubtful",
    "5": "Improbable",
    "6": "Not judged",
}

MARK_WORDS: dict[str, str] = {
    MarkKind.APPEAL: "Appeal to readers",
    MarkKind.SUBSCRIPTION: "Subscription notice",
    MarkKind.RELATED: "Related content",
    MarkKind.COMMENTS: "Comment form",
    MarkKind.WIDGET: "Page widget",
    MarkKind.ALT_TEXT: "Picture description",
    MarkKind.PHOTO_TITLE: "Photo title",
    MarkKind.BYLINE: "Byline",
    MarkKind.DATELINE: "Dateline",
    MarkKind.CREDIT: "Credit",
    MarkKind.CONTRIBUTOR: "Contributor",
    MarkKind.BIOGRAPHY: "About the author",
    MarkKind.LOST_SPACE: "lost space",
    MarkKind.NO_BREAK_SPACE: "no-break space",
    MarkKind.JOINED: "cut word, joined",
    MarkKind.SIC: "sic",
    MarkKind.REMARK: "remark",
    MarkKind.QUOTATION_MARKS: "quotation marks",
    MarkKind.LOST_WORDS: "words lost",
    MarkKind.CAPTION: "Caption",
    MarkKind.QUOTED_BLOCK: "Quoted",
    MarkKind.REDACT: "withheld",
}


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: `1 article`, `1,046 characters`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Join words as a sentence would: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
