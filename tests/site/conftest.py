"""The worked example, built once for all tests of its site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.dossiers import build, copy_showcase


@pytest.fixture(scope="session")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the worked example with its site built into `site/`. Not to be changed."""
    root = copy_showcase(tmp_path_factory.mktemp("showcase"))
    build(root)
    return root


@pytest.fixture(scope="session")
def site(showcase: Path) -> Path:
    """The site of the worked example. Not to be changed."""
    return showcase / "site"
