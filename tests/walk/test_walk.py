"""Every page of the worked example and of the golden site, walked by every rule."""

from __future__ import annotations

import pytest

from tests.walk.rules import RULES
from tests.walk.site import Site


@pytest.mark.parametrize("rule", RULES)
def test_every_page_keeps(site: Site, rule: str) -> None:
    faults = sorted(set(RULES[rule](site)))
    assert not faults, "\n".join([f"{len(faults)} found:", *faults[:40]])
