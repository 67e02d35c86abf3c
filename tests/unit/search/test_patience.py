"""Patience follows what the last run needed, within bounds, and whatever its record says."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from queue import Queue

import pytest

from builder.output.state import write_record
from builder.search.patience import (
    FACTOR,
    FIRST_SECONDS,
    LEAST_SECONDS,
    MOST_SECONDS,
    FellSilent,
    Patience,
)


@pytest.mark.parametrize(
    ("last", "seconds"),
    [
        (0.2, LEAST_SECONDS),
        (LEAST_SECONDS, FACTOR * LEAST_SECONDS),
        (50, FACTOR * 50),
        (1e9, MOST_SECONDS),
        (float("inf"), MOST_SECONDS),
        (float("nan"), FIRST_SECONDS),
        (-1, FIRST_SECONDS),
        ("5", FIRST_SECONDS),
        (None, FIRST_SECONDS),
    ],
)
def test_patience_is_a_multiple_of_the_last_longest_silence(tmp_path: Path, last, seconds: float):
    record, body = tmp_path / "search.json", json.dumps(last).encode()
    write_record(record, 1, "told")  # infinity is what no record of ours holds, so the body is put in by hand
    digests = (sha256(each).hexdigest().encode() for each in (b'"told"', body))
    record.write_bytes(record.read_bytes().replace(b'"told"', body).replace(*digests))
    assert Patience(record).seconds == seconds
    assert Patience(record, anew=True).seconds == FIRST_SECONDS


def test_a_run_that_was_given_up_gets_more_time_the_next_time(tmp_path: Path):
    record = tmp_path / "search.json"
    first = Patience(record)
    first.seconds = LEAST_SECONDS / 100
    with pytest.raises(FellSilent, match=r"1\.2 seconds"):
        first.wait(lambda seconds: Queue().get(timeout=seconds))
    assert first.longest >= LEAST_SECONDS / 100
    first.longest = LEAST_SECONDS
    first.remember()
    assert Patience(record).seconds == FACTOR * LEAST_SECONDS


def test_the_longest_of_many_waits_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    moments = iter([0.0, 2.0, 10.0, 60.0, 70.0, 71.0])
    monkeypatch.setattr("builder.search.patience.monotonic", lambda: next(moments))
    run = Patience(tmp_path / "search.json")
    assert [run.wait(lambda _seconds: "x") for _ in range(3)] == ["x"] * 3
    run.remember()
    assert Patience(tmp_path / "search.json").seconds == FACTOR * 50


def test_where_the_disk_refuses_the_note_nothing_is_lost(tmp_path: Path):
    Patience(tmp_path / "no/such/folder/search.json").remember()

    assert not (tmp_path / "no").exists()
