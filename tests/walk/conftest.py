"""The two sites that are walked: the worked example's and the golden one, each built once."""

from __future__ import annotations

import pytest

from tests.golden.golden import build_golden
from tests.site.dossiers import build, copy_showcase
from tests.walk.site import Site


@pytest.fixture(scope="session", params=["showcase", "golden"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A built site. Not to be changed."""
    root = tmp_path_factory.mktemp(request.param) / "dossier"
    if request.param == "golden":
        return Site(build_golden(root))
    root.mkdir()
    return Site(build(copy_showcase(root), "--no-search"))
