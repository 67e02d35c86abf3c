"""A page of every kind of the worked example and of the golden dossier, for tests of what readers see, reach and hear."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.browser.search.conftest import firefox, site, web
from tests.golden.golden import DOSSIER
from tests.site.dossiers import build
from tools.looks import largest_of_kinds

__all__ = ["firefox", "site", "web"]


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the golden dossier, which has some of everything, without search."""
    return build(Path(shutil.copytree(DOSSIER, tmp_path_factory.mktemp("senses") / "golden")), "--no-search")


@pytest.fixture(scope="session")
def kinds(site: Path, golden: Path) -> list[Path]:
    """The largest page of each kind of both sites, but for what the publisher of one put there and its page for any depth."""
    own = [page for page in largest_of_kinds(golden) if page.name not in {"404.html", "plan.html"}]
    return [page for page in largest_of_kinds(site) + own if b'http-equiv="refresh"' not in page.read_bytes()]
