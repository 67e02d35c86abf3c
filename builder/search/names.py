"""The names of entities, so that a search for exactly such a name can offer the entity itself first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Protocol


class NamedPage(Protocol):
    """A record that has names. `href` is relative to the site's root; an exact name counts in its own case only."""

    @property
    def title(self) -> str:
        """What pages call it."""

    @property
    def kind(self) -> str:
        """What it is, in a word."""

    @property
    def href(self) -> str:
        """Where its page is."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in any case."""

    @property
    def exact_names(self) -> tuple[str, ...]:
        """Names that mean it in these capitals only."""


def names_script(pages: Iterable[NamedPage]) -> bytes:
    """Return the script that hands the names over, in the order given."""
    rows = [[page.title, page.kind, page.href, page.names, page.exact_names] for page in pages]
    return f"dossier.search.names({json.dumps(rows, ensure_ascii=False, separators=(',', ':'))});\n".encode()
