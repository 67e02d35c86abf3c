"""After any sequence of edits the site is what a clean build makes, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits.sequences import differences

SAMPLE = 24
"""Sequences in every run of the tests; `make edits` runs 300."""


@pytest.mark.parametrize("seed", range(SAMPLE))
def test_the_site_after_edits_is_that_of_a_clean_build(tmp_path: Path, seed: int) -> None:
    assert differences(tmp_path, seed) == []
