"""A built site as a sceptical reader walks it: its pages, and what its own data say of its records."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.walk.days import Days, days_of

Record = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """One page by its path, parsed."""

    path: str
    tree: LexborHTMLParser

    @property
    def main(self) -> LexborNode:
        """What is the page's own; head, menus and foot are the same everywhere."""
        found = self.tree.css_first("main")
        assert found is not None, self.path
        return found

    @property
    def is_moved(self) -> bool:
        """Whether it only leads on from a former address."""
        return self.tree.css_first("meta[http-equiv=refresh]") is not None

    def target(self, link: LexborNode) -> str:
        """Return the path that a link leads to, without its fragment; empty where it leaves the site."""
        href = str(link.attributes.get("href") or "")
        if re.match(r"[a-z]+:", href) or href.startswith("#"):
            return ""
        return normpath(join(dirname(self.path), href.partition("#")[0]))


def words(node: LexborNode) -> str:
    """Return the words of a node, white space made single."""
    return " ".join(node.text(separator=" ").split())


@dataclass(frozen=True)
class Site:
    """A site in a folder."""

    root: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its path, former addresses left out."""
        found = (
            Page(path.relative_to(self.root).as_posix(), LexborHTMLParser(path.read_text(encoding="utf-8")))
            for path in sorted(self.root.rglob("*.html"))
        )
        return {page.path: page for page in found if page.tree.css_first("main") and not page.is_moved}

    @cached_property
    def articles(self) -> dict[str, Record]:
        """The articles by the path of their page."""
        return self._records("articles")

    @cached_property
    def events(self) -> dict[str, Record]:
        """The events by the path of their page."""
        return self._records("events")

    @cached_property
    def claims(self) -> dict[str, Record]:
        """The claims by the path of their page."""
        return self._records("claims")

    def published(self, article: str) -> Days:
        """Return the days of an article's publication, by the path of its page."""
        return days_of(self.articles[article]["published"])

    def begins(self, event_id: str) -> Days:
        """Return the days of an event, by its id."""
        return days_of(self.events[f"events/{event_id}.html"]["date"])

    def _records(self, kind: str) -> dict[str, Record]:
        document = json.loads((self.root / "data" / f"{kind}.json").read_text(encoding="utf-8"))
        return {str(record["page"]): record for record in document[kind]}
