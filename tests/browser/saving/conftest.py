"""Two editions of the worked example, and a server that publishes one or the other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.saving.published import Published
from tests.browser.search.conftest import firefox, webkit
from tests.site.dossiers import build, copy_showcase

__all__ = ["firefox", "webkit"]


def changed(root: Path, file: str, was: str, now: str) -> None:
    path = root / file
    words = path.read_text(encoding="utf-8")
    assert was in words
    path.write_text(words.replace(was, now), encoding="utf-8")


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The worked example, the same with another title of an event, without saving, and in German."""
    folder = tmp_path_factory.mktemp("saving")
    root = copy_showcase(folder / "dossier")
    settings = "content/dossier.yaml"
    made = {}
    for name, was, now in (
        ("first", "language: en", "language: en"),
        ("second", "title: Metrojet Flight 9268 is lost", "title: Metrojet Flight 9268 is missing"),
        ("without", "language: en", "language: en\nsaving: false"),
        ("german", "language: en\nsaving: false", "language: de"),
    ):
        changed(root, settings if "language" in was else "content/events/metrojet-crash.yaml", was, now)
        made[name] = Path(shutil.copytree(build(root), folder / name))
    return made


@pytest.fixture
def published(editions: dict[str, Path]) -> Iterator[Published]:
    """The first edition, on the network."""
    serving = Published(editions["first"])
    yield serving
    serving.stop()
