"""Small dossiers, written to disk and read by the loader, so that a view is made from facts as editors write them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from builder.analysis import analyse
from builder.load import load_dossier
from builder.pages.kinds import Context, Edition, PageView
from builder.pages.table import PlannedPage, plan_pages, routes_of
from builder.prose import prose_renderer
from builder.render.templates import Templates

PROJECT = Path(__file__).resolve().parents[3]
Record = Mapping[str, object]


@dataclass(frozen=True)
class SmallDossier:
    """A dossier and its plan; `view` and `markup` make one page."""

    context: Context
    pages: tuple[PlannedPage, ...]

    def planned(self, path: str) -> PlannedPage:
        return next(page for page in self.pages if page.path == path)

    def view(self, path: str) -> PageView:
        return self.planned(path).view(self.context)

    def markup(self, path: str) -> str:
        page = self.planned(path)
        rendered = Templates(PROJECT).render(
            page.kind.template, page.view(self.context), page.site(self.context)
        )
        return rendered.decode()

    def has(self, path: str) -> bool:
        return any(page.path == path for page in self.pages)


def dossier(folder: Path, seeds: Mapping[str, str] = {}, /, **records: Mapping[str, Record]) -> SmallDossier:
    """Write seeds by id and records by kind and id, read them and plan all pages; the dossier must be without error.

    An article whose id is a seed's has that seed as its text. `dossier` holds the settings under `settings`.
    """
    settings = records.pop("dossier", {}).get("settings", {})
    _write(folder / "content/dossier.yaml", {"title": "Small", "publish": "full", **settings})
    for name, text in seeds.items():
        _write_text(folder / f"seeds/{name}.txt", text)
    for kind, written in records.items():
        for record_id, record in written.items():
            text = {"text": f"seeds/{record_id}.txt"} if kind == "articles" and record_id in seeds else {}
            _write(folder / f"content/{kind}/{record_id}.yaml", {**text, **record})
    loaded = load_dossier(folder)
    assert not loaded.has_errors, [problem.message for problem in loaded.problems]
    assert loaded.library is not None
    findings = analyse(loaded.library)
    pages = plan_pages(loaded.library, findings)
    routes = routes_of(pages)
    context = Context(loaded.library, findings, routes, prose_renderer(loaded.library, routes), Edition())
    return SmallDossier(context, pages)


def with_base(small: SmallDossier, base_url: str) -> SmallDossier:
    """Return the dossier as it is built for an address."""
    edition = replace(small.context.edition, base_url=base_url)
    return SmallDossier(replace(small.context, edition=edition), small.pages)


def _write(path: Path, record: Record) -> None:
    _write_text(path, json.dumps(record, ensure_ascii=False))


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
