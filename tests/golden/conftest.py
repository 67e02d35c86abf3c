"""The golden dossier, built once for all tests of its site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.golden import build_golden


@pytest.fixture(scope="session")
def golden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the golden dossier. Not to be changed."""
    return build_golden(tmp_path_factory.mktemp("golden") / "dossier")
