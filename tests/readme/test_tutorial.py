"""The tutorial's files, written in its order: after every step the dossier is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.diagnostics import Severity
from builder.load import load_dossier
from tests.readme.documents import sections_of, write_files
from tests.site.dossiers import broken_links, build, pages_of

PROJECT = Path(__file__).resolve().parents[2]
SECTIONS = sections_of((PROJECT / "docs" / "editing.md").read_text(encoding="utf-8"))
STEPS = [heading for heading, blocks in SECTIONS if blocks]


def written_up_to(root: Path, last: str) -> Path:
    for heading, blocks in SECTIONS:
        write_files(root, blocks)
        if heading == last:
            return root
    raise AssertionError(last)


@pytest.mark.parametrize("step", STEPS)
def test_after_each_step_nothing_is_wrong(tmp_path: Path, step: str) -> None:
    problems = load_dossier(written_up_to(tmp_path, step)).problems
    assert [one for one in problems if one.severity is Severity.ERROR] == []


def test_the_warning_that_the_second_step_speaks_of_is_there_before_it_and_gone_after_it(
    tmp_path: Path,
) -> None:
    before = load_dossier(written_up_to(tmp_path / "1", STEPS[0])).problems
    after = load_dossier(written_up_to(tmp_path / "2", STEPS[1])).problems
    assert [one.code for one in before] == ["seed-not-pinned"]
    assert after == ()


def test_every_block_is_a_file_that_is_written(tmp_path: Path) -> None:
    for heading, blocks in SECTIONS:
        assert all(block.path for block in blocks), heading


def test_the_finished_dossier_builds_and_every_link_leads_somewhere(tmp_path: Path) -> None:
    site = build(written_up_to(tmp_path, STEPS[-1]))
    assert [fault for fault in broken_links(site, "http://a.example/x/") if not fault.startswith("404")] == []
    claim = pages_of(site)["claims/people-left-their-homes.html"]
    words = " ".join(claim.body.text(deep=True).split())
    assert "About 300 people had to leave their homes" in words
    assert "More than 500 people left their homes" in words
