"""A sample of the small faults, planted one by one: the tests that noticed each still do."""

from __future__ import annotations

import pytest

from tests.mutants.faults import PROJECT, read_faults
from tests.mutants.gate import BUILD, Gate, sample

COUNT = 6


@pytest.mark.slow
def test_every_fault_of_a_sample_is_caught():
    noticed = [fault for fault in read_faults() if fault.seen_by and not fault.equal]
    gate = Gate(PROJECT, BUILD, ())
    let_pass = [outcome.told() for outcome in gate.outcomes(sample(noticed, COUNT), 1) if not outcome.caught]
    assert let_pass == []
