"""The kinds of record: what each is and is called, where its records are written and where their pages live.

What is not said here of a kind follows from its model or from its page. Its words are whole sentences, since other
languages bend them by the name of the kind.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from builder.model.article import Article
from builder.model.base import Record
from builder.model.claim import Claim
from builder.model.coding import Coding
from builder.model.comparison import Comparison
from builder.model.correction import Correction
from builder.model.dossier import Page
from builder.model.entity import Entity
from builder.model.event import Event
from builder.model.outlet import Outlet
from builder.model.topic import Topic
from builder.paths import SitePath
from builder.wording import marked


class RecordKind(Struct, frozen=True):
    """One kind of record."""

    model: type[Record]
    plural: str
    """What several are called: its folder in `content/` and in the site, and its mapping in the library."""
    one: str
    """What one is called, as a heading, marked for the catalogue like all words below."""
    many: str
    """What several are called, as a heading."""
    aside: str
    """What tells a record from one of another kind that is called the same."""
    back: str
    """The link from a list that has outgrown its record's page."""
    nameless: str
    """What stands for the name of a withdrawn one whose title is not told."""
    untitled: str
    """What the page of a withdrawn one is called whose title is not told."""
    withdrawn: str
    """By whom it was withdrawn, and when."""
    listed: str | None = None
    """What the list of all is called, where that is not what several are called."""
    suffix: str = ".yaml"
    """How the names of its files end."""
    at_top: bool = False
    """Whether its pages live at the top of the site."""

    @property
    def list_title(self) -> str:
        """What the list of all is called, marked for the catalogue."""
        return self.listed or self.many

    def address(self, record_id: str) -> SitePath:
        """Return where the page of a record lives."""
        return SitePath(f"{record_id}.html" if self.at_top else f"{self.plural}/{record_id}.html")


RECORD_KINDS: Mapping[str, RecordKind] = {
    "outlet": RecordKind(
        Outlet,
        "outlets",
        marked("Outlet"),
        marked("Outlets"),
        marked("outlet"),
        back=marked("Back to the page of this outlet"),
        nameless=marked("a withdrawn outlet"),
        untitled=marked("An outlet was withdrawn"),
        withdrawn=marked("This outlet was withdrawn by {name}, {date}."),
    ),
    "article": RecordKind(
        Article,
        "articles",
        marked("Article"),
        marked("Articles"),
        marked("article"),
        back=marked("Back to the page of this article"),
        nameless=marked("a withdrawn article"),
        untitled=marked("An article was withdrawn"),
        withdrawn=marked("This article was withdrawn by {name}, {date}."),
    ),
    "topic": RecordKind(
        Topic,
        "topics",
        marked("Topic"),
        marked("Topics"),
        marked("topic"),
        back=marked("Back to the page of this topic"),
        nameless=marked("a withdrawn topic"),
        untitled=marked("A topic was withdrawn"),
        withdrawn=marked("This topic was withdrawn by {name}, {date}."),
    ),
    "event": RecordKind(
        Event,
        "events",
        marked("Event"),
        marked("Events"),
        marked("event"),
        back=marked("Back to the page of this event"),
        nameless=marked("a withdrawn event"),
        untitled=marked("An event was withdrawn"),
        withdrawn=marked("This event was withdrawn by {name}, {date}."),
    ),
    "entity": RecordKind(
        Entity,
        "entities",
        marked("Entity"),
        marked("Entities"),
        marked("entity"),
        back=marked("Back to the page of this entity"),
        nameless=marked("a withdrawn entity"),
        untitled=marked("An entity was withdrawn"),
        withdrawn=marked("This entity was withdrawn by {name}, {date}."),
        listed=marked("People, places, organisations"),
    ),
    "claim": RecordKind(
        Claim,
        "claims",
        marked("Claim"),
        marked("Claims"),
        marked("claim"),
        back=marked("Back to the page of this claim"),
        nameless=marked("a withdrawn claim"),
        untitled=marked("A claim was withdrawn"),
        withdrawn=marked("This claim was withdrawn by {name}, {date}."),
    ),
    "comparison": RecordKind(
        Comparison,
        "comparisons",
        marked("Comparison"),
        marked("Comparisons"),
        marked("comparison"),
        back=marked("Back to the page of this comparison"),
        nameless=marked("a withdrawn comparison"),
        untitled=marked("A comparison was withdrawn"),
        withdrawn=marked("This comparison was withdrawn by {name}, {date}."),
    ),
    "coding": RecordKind(
        Coding,
        "codings",
        marked("Second reading"),
        marked("Second readings"),
        marked("second reading"),
        back=marked("Back to the page of this second reading"),
        nameless=marked("a withdrawn second reading"),
        untitled=marked("A second reading was withdrawn"),
        withdrawn=marked("This second reading was withdrawn by {name}, {date}."),
    ),
    "correction": RecordKind(
        Correction,
        "corrections",
        marked("Correction"),
        marked("Corrections"),
        marked("correction"),
        back=marked("Back to the page of this correction"),
        nameless=marked("a withdrawn correction"),
        untitled=marked("A correction was withdrawn"),
        withdrawn=marked("This correction was withdrawn by {name}, {date}."),
    ),
    "page": RecordKind(
        Page,
        "pages",
        marked("Page"),
        marked("Pages"),
        marked("page"),
        back=marked("Back to the page of this page"),
        nameless=marked("a withdrawn page"),
        untitled=marked("A page was withdrawn"),
        withdrawn=marked("This page was withdrawn by {name}, {date}."),
        suffix=".md",
        at_top=True,
    ),
}
"""Each kind of record by its name, in the order in which they are told."""
