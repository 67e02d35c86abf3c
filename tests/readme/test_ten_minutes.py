"""The tutorial typed as it stands, from an empty folder with the wheel alone; and its files as GitHub's editor writes them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.diagnostics import Severity
from builder.load import load_dossier
from tests.packaging.installed import built_wheel, copied_sources, installed, run_outside
from tests.readme.documents import Block, blocks_of, write_files
from tests.site.dossiers import broken_links, build, pages_of

PROJECT = Path(__file__).resolve().parents[2]
TUTORIAL = (PROJECT / "docs" / "tutorial.md").read_text(encoding="utf-8")
TYPED, _, IN_BROWSER = TUTORIAL.partition("\n## In the browser\n")
STEPS = blocks_of(TYPED)
COMMANDS = [block.text.strip() for block in STEPS if block.language == "sh"]


def words_of(site: Path) -> str:
    """The words of the claim's page in one line."""
    return " ".join(pages_of(site)["claims/people-treated.html"].body.text(deep=True).split())


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment that holds the wheel."""
    sources = copied_sources(PROJECT, tmp_path_factory.mktemp("sources"))
    return installed(built_wheel(sources, tmp_path_factory.mktemp("dist")), tmp_path_factory.mktemp("clean"))


def type_in(scripts: Path, folder: Path, commands: str) -> str:
    """Type the lines of a block in a folder; return what was printed."""
    pytest.importorskip("trafilatura")
    places = f"PATH={scripts}{os.pathsep}{os.environ['PATH']}"
    done = run_outside("env", places, "bash", "-e", "-c", commands, cwd=folder)
    return done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the blocks are typed into bash")
def test_the_tutorial_as_it_stands_ends_with_a_page_that_sets_two_checked_quotes_side_by_side(
    scripts: Path, tmp_path: Path
) -> None:
    write_files(tmp_path, [block for block in STEPS if block.path and not block.path.startswith("content/")])
    dossier = tmp_path / "lake-orla"
    said: list[str] = []
    for block in STEPS:
        if block.language == "sh":
            said.append(type_in(scripts, dossier if dossier.exists() else tmp_path, block.text))
            if len(said) == 1:  # what the first block promises
                assert "Twelve bathers had to be treated" in words_of(dossier / "site")
        elif block.path.startswith("content/"):
            write_files(dossier, [block])
    first, second, mended, bare, renamed, proposed = said
    assert "published  2026-07-03   (the text: Published 3 July 2026)" in first
    assert "warning[not-coded]" in first
    assert "the date is read from the words “4 July 2026”" in second
    assert "1 mark is proposed: look at it" in second
    assert "warning" not in mended + bare
    assert "did you mean `clinic`?" in renamed
    assert "suggest-speech-963c4d70" in proposed
    page = words_of(dossier / "site")
    for words in ("Twelve bathers had to be treated", "Seven people were treated", "Conflict"):
        assert words in page
    assert not list(dossier.glob("content/*/example-*"))


def test_it_takes_eight_commands_at_most_and_five_for_an_article_out_of_a_saved_page() -> None:
    lines = COMMANDS[0].splitlines()
    assert lines[0].startswith("dossier init")
    assert lines[-1] == "dossier build"
    assert len(lines) <= 8
    assert len([line for line in lines if "import" in line or "review" in line]) <= 5


def test_what_is_typed_into_the_browser_is_a_dossier_without_a_mistake(tmp_path: Path) -> None:
    files = [block for block in blocks_of(IN_BROWSER) if block.path]
    write_files(tmp_path, [*files, Block("yaml", "content/dossier.yaml", "title: Lake Orla is closed\n")])
    problems = load_dossier(tmp_path).problems
    assert [one for one in problems if one.severity is Severity.ERROR] == []
    site = build(tmp_path)
    assert [fault for fault in broken_links(site, "http://a.example/x/") if not fault.startswith("404")] == []
    words = words_of(site)
    assert "Twelve bathers had to be treated" in words
    assert "Seven people were treated" in words
