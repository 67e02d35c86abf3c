"""Many mistakes of one kind are a few and a number; what a slip may mean is sought within bounds."""

from __future__ import annotations

import json

import pytest

from builder.diagnostics import MOST_COMPARED, MOST_IN_A_FILE, Diagnostic, Proposals, Severity, SourceSpan
from builder.report import MOST_IN_A_TERMINAL, OutputFormat, format_diagnostics


def mistakes(files: int, each: int) -> list[Diagnostic]:
    return [
        Diagnostic("a-code", Severity.ERROR, f"m{line}", SourceSpan(f"content/{file:03}.yaml", line))
        for file in range(files)
        for line in range(1, each + 1)
    ]


def lines(found: list[Diagnostic], output_format: OutputFormat) -> list[str]:
    return format_diagnostics(found, lambda path: None, output_format).splitlines()


@pytest.mark.parametrize("output_format", list(OutputFormat))
def test_a_thousand_mistakes_of_one_kind_in_a_file_are_twenty_and_a_number(output_format: OutputFormat):
    told = "\n".join(lines(mistakes(1, 1_000), output_format))
    assert told.count("a-code") - told.count("explain a-code") == MOST_IN_A_FILE + 1
    assert f"{1_000 - MOST_IN_A_FILE} more of this kind in this file" in told


def test_the_count_is_of_all_mistakes():
    assert lines(mistakes(3, 40), OutputFormat.CONCISE)[-1] == "120 errors in 3 files"


def test_one_more_than_are_told_is_told_too():
    found = mistakes(1, MOST_IN_A_FILE + 1)
    assert [json.loads(line)["message"] for line in lines(found, OutputFormat.JSON)] == [
        one.message for one in found
    ]


def test_people_are_told_some_of_a_mistake_in_a_thousand_files_and_machines_all():
    found = mistakes(1_000, 1)
    concise = lines(found, OutputFormat.CONCISE)
    assert len(concise) == MOST_IN_A_TERMINAL + 2
    assert "950 more of this kind" in concise[-2]
    assert concise[-1] == "1000 errors in 1000 files"
    assert len(lines(found, OutputFormat.JSON)) == len(lines(found, OutputFormat.GITHUB)) == 1_000


def test_a_number_of_mistakes_is_a_number_for_machines_too():
    counts = [json.loads(line).get("count") for line in lines(mistakes(1, 30), OutputFormat.JSON)]
    assert counts == [None] * MOST_IN_A_FILE + [10]


def test_proposals_end_when_enough_was_compared_and_are_remembered():
    proposals = Proposals()
    ids = [f"topic-{number}" for number in range(MOST_COMPARED // 2)]
    assert proposals.near("tpic-7", ids, "topic") == "topic-7"
    assert proposals.near("tpic-8", ids, "topic") == "topic-8"
    assert proposals.near("tpic-9", ids, "topic") is None
    assert proposals.near("tpic-7", ids, "topic") == "topic-7"
