"""The names of entities, so that a search for exactly such a name can offer the entity itself first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A record that has names. `href` is relative to the site's root; an exact name counts in its own case only."""

    title: str
    kind: str
    href: str
    names: tuple[str, ...]
    exact_names: tuple[str, ...] = ()


def names_script(pages: Iterable[NamedPage]) -> bytes:
    """Return the script that hands the names over, in the order given."""
    rows = [[page.title, page.kind, page.href, page.names, page.exact_names] for page in pages]
    return f"DossierSearch.names({json.dumps(rows, ensure_ascii=False, separators=(',', ':'))});\n".encode()
