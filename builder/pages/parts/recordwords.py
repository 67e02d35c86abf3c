"""What each kind of record is called, and the sentences in which its name stands: other languages bend them by it."""

from __future__ import annotations

from msgspec import Struct

from builder.wording import marked


class RecordWords(Struct, frozen=True):
    """Words about a kind of record, marked for the catalogue."""

    one: str
    many: str
    aside: str
    """What tells a record from one of another kind that is called the same."""
    back: str
    untitled: str
    """What the page of a withdrawn record is called whose own title is not told."""
    withdrawn: str


RECORD_WORDS: dict[str, RecordWords] = {
    "outlet": RecordWords(
        marked("Outlet"),
        marked("Outlets"),
        marked("outlet"),
        marked("Back to the page of this outlet"),
        marked("An outlet was withdrawn"),
        marked("This outlet was withdrawn by {name}, {date}."),
    ),
    "article": RecordWords(
        marked("Article"),
        marked("Articles"),
        marked("article"),
        marked("Back to the page of this article"),
        marked("An article was withdrawn"),
        marked("This article was withdrawn by {name}, {date}."),
    ),
    "topic": RecordWords(
        marked("Topic"),
        marked("Topics"),
        marked("topic"),
        marked("Back to the page of this topic"),
        marked("A topic was withdrawn"),
        marked("This topic was withdrawn by {name}, {date}."),
    ),
    "event": RecordWords(
        marked("Event"),
        marked("Events"),
        marked("event"),
        marked("Back to the page of this event"),
        marked("An event was withdrawn"),
        marked("This event was withdrawn by {name}, {date}."),
    ),
    "entity": RecordWords(
        marked("Entity"),
        marked("Entities"),
        marked("entity"),
        marked("Back to the page of this entity"),
        marked("An entity was withdrawn"),
        marked("This entity was withdrawn by {name}, {date}."),
    ),
    "claim": RecordWords(
        marked("Claim"),
        marked("Claims"),
        marked("claim"),
        marked("Back to the page of this claim"),
        marked("A claim was withdrawn"),
        marked("This claim was withdrawn by {name}, {date}."),
    ),
    "comparison": RecordWords(
        marked("Comparison"),
        marked("Comparisons"),
        marked("comparison"),
        marked("Back to the page of this comparison"),
        marked("A comparison was withdrawn"),
        marked("This comparison was withdrawn by {name}, {date}."),
    ),
    "correction": RecordWords(
        marked("Correction"),
        marked("Corrections"),
        marked("correction"),
        marked("Back to the page of this correction"),
        marked("A correction was withdrawn"),
        marked("This correction was withdrawn by {name}, {date}."),
    ),
    "page": RecordWords(
        marked("Page"),
        marked("Pages"),
        marked("page"),
        marked("Back to the page of this page"),
        marked("A page was withdrawn"),
        marked("This page was withdrawn by {name}, {date}."),
    ),
}
