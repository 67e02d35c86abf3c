"""A dossier root and a short way to publish into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from builder.output.destination import destination
from builder.output.generations import Summary, open_generation

Publish = Callable[..., Summary]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty dossier root."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    return folder


@pytest.fixture
def publish(root: Path) -> Publish:
    """Publish pages (path → text) into `<root>/site` or into `out`."""

    def published(pages: Mapping[str, str], out: Path | None = None) -> Summary:
        with open_generation(destination(root, out)) as generation:
            for path, text in pages.items():
                generation.write(path, text.encode())
            return generation.commit()

    return published
