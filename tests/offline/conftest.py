"""The worked example, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.build import build_site


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the worked example."""
    out = tmp_path_factory.mktemp("offline") / "site"
    built = build_site(project, out)
    assert built.summary is not None
    return out
