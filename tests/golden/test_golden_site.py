"""The whole site of the golden dossier, as it was read and accepted: a change of it is a change that readers see.

What differs is read first, then accepted with `make golden`, and committed with what makes it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.golden.golden import accept, differences, settled, stored
from tests.site.dossiers import files_of


def test_the_site_is_the_one_that_was_accepted(golden_site: Path, pytestconfig: pytest.Config) -> None:
    made = settled(files_of(golden_site))
    if pytestconfig.getoption("accept_golden"):
        assert not os.environ.get("CI"), "a change is accepted by who has read it, not by a machine"
        accept(made)
    told = differences(stored(), made)
    assert not told, (
        f"{told}\n\nRead it; if it is what you meant: make golden, and commit it with your change."
    )
