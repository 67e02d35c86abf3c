"""Small pages as the builder makes them, and a short way to publish them with search."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.diagnostics import Diagnostic
from builder.output.destination import destination
from builder.output.generations import Summary, open_generation
from builder.search import IndexedPages, Patience, add_search

PublishWithSearch = Callable[..., tuple[Summary, tuple[Diagnostic, ...]]]


@dataclass(frozen=True)
class Named:
    """An entity as the pages hand it over."""

    title: str = "Islamic State"
    kind: str = "organisation"
    href: str = "a.html"
    names: tuple[str, ...] = ("Islamic State", "ISIS")
    exact_names: tuple[str, ...] = ("IS",)
    lang: str = ""
    number: str = ""


def page(words: str, head: str = "") -> str:
    """A page whose main part is indexed."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>{head}</head><body>'
        f'<nav>Navigation</nav><main data-pagefind-body data-record="event">{words}</main></body></html>'
    )


@pytest.fixture
def publish(tmp_path: Path) -> PublishWithSearch:
    """Publish pages into `<tmp>/site` with search; `offline` as in the dossier's settings."""

    def published(
        pages: Mapping[str, str],
        *,
        offline: bool = True,
        out: str = "site",
        language: str = "en",
        anew: bool = False,
    ) -> tuple[Summary, tuple[Diagnostic, ...]]:
        with open_generation(destination(tmp_path, tmp_path / out), anew=anew) as generation:
            indexed = IndexedPages(language)
            for path, text in pages.items():
                generation.write(path, text.encode())
                indexed.add(path, text.encode())
            problems = add_search(
                generation,
                indexed,
                (Named(),),
                (),
                Patience(tmp_path / ".build/search.json"),
                offline=offline,
            )
            return generation.commit(), problems

    return published
