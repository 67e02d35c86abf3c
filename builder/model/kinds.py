"""The kinds of record: what each is, where its records are written and where their pages live."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from builder.model.article import Article
from builder.model.base import Record
from builder.model.claim import Claim
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
    nameless: str
    """What stands for the name of a withdrawn one whose title is not told, marked for the catalogue."""
    suffix: str = ".yaml"
    """How the names of its files end."""
    at_top: bool = False
    """Whether its pages live at the top of the site."""

    def address(self, record_id: str) -> SitePath:
        """Return where the page of a record lives."""
        return SitePath(f"{record_id}.html" if self.at_top else f"{self.plural}/{record_id}.html")


RECORD_KINDS: Mapping[str, RecordKind] = {
    "outlet": RecordKind(Outlet, "outlets", marked("a withdrawn outlet")),
    "article": RecordKind(Article, "articles", marked("a withdrawn article")),
    "topic": RecordKind(Topic, "topics", marked("a withdrawn topic")),
    "event": RecordKind(Event, "events", marked("a withdrawn event")),
    "entity": RecordKind(Entity, "entities", marked("a withdrawn entity")),
    "claim": RecordKind(Claim, "claims", marked("a withdrawn claim")),
    "comparison": RecordKind(Comparison, "comparisons", marked("a withdrawn comparison")),
    "correction": RecordKind(Correction, "corrections", marked("a withdrawn correction")),
    "page": RecordKind(Page, "pages", marked("a withdrawn page"), suffix=".md", at_top=True),
}
"""Each kind of record by its name, in the order in which they are told."""
