"""What `dossier log` tells of one record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.history.conftest import CLAIM, DOSSIER, Repo
from tests.unit.history.test_kept_back import ARTICLE, REDACTION, SECRET, WITHDRAWAL


def told(repo: Repo, *arguments: str, code: int = 0) -> list[str]:
    """Return the lines that `dossier log` prints, commits as `#`."""
    done = repo.dossier("log", *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return [line.partition("(")[0] + "#" if line[:2] == "20" else line for line in done.stdout.splitlines()]


def test_each_commit_tells_when_who_and_what_the_latest_first(repo: Repo) -> None:
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")}, GIT_AUTHOR_NAME="Бен Рэй")
    repo.commit({"content/outlets/post.yaml": "name: Evening Post\n"})
    repo.commit({CLAIM: None})
    expected = [
        "2026-06-01  Ana Kos  #",
        "  deleted",
        "2026-06-01  Бен Рэй  #",
        "  stance of “Flood reaches the old town” (appearances): from asserts to doubts",
        "2026-06-01  Ana Kos  #",
        "  added",
    ]
    assert told(repo, "claim/people-left") == expected
    for typed in ("people-left", CLAIM, "claims/people-left", "claim:people-left"):
        assert told(repo, typed) == expected


def test_a_renamed_record_is_followed_to_its_former_files(repo: Repo) -> None:
    now = "content/claims/homes-left.yaml"
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")})
    repo.git("mv", CLAIM, now)
    repo.commit({})
    repo.commit({now: DOSSIER[CLAIM]})
    assert [line for line in told(repo, "homes-left") if line[0] == " "] == [
        "  stance of “Flood reaches the old town” (appearances): from doubts to asserts",
        "  renamed from people-left",
        "  stance of “Flood reaches the old town” (appearances): from asserts to doubts",
        "  added",
    ]


def test_a_change_that_a_merge_brings_in_is_told_once(repo: Repo) -> None:
    repo.git("switch", "--quiet", "--create", "side")
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")})
    repo.git("switch", "--quiet", "main")
    repo.commit({"content/outlets/post.yaml": "name: Evening Post\n"})
    repo.git("merge", "--quiet", "--no-ff", "side")
    assert [line for line in told(repo, "people-left") if line[0] == " "] == [
        "  stance of “Flood reaches the old town” (appearances): from asserts to doubts",
        "  added",
    ]


def test_signs_in_the_name_of_an_author_hide_no_commit(repo: Repo) -> None:
    name = "An\x01a \x02 \x1b[31mKos"
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")}, GIT_AUTHOR_NAME=name)
    done = repo.dossier("log", "people-left")
    assert done.stdout.count("asserts to doubts") == 1
    assert not [sign for sign in "\x01\x02\x1b" if sign in done.stdout]


def test_no_more_commits_are_told_than_asked_for(repo: Repo) -> None:
    for stance in ("doubts", "mentions", "implies"):
        repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", stance)})
    done = repo.dossier("log", "people-left", "--limit", "2")
    assert len(done.stdout.splitlines()) == 4
    assert done.stderr == "There is more; --limit 4 tells twice as much.\n"
    assert repo.dossier("log", "people-left", "--limit", "4").stderr == ""


def test_machines_read_a_line_for_each_commit(repo: Repo) -> None:
    commit = repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")})
    first = json.loads(repo.dossier("log", "people-left", "--json").stdout.splitlines()[0])
    assert (first["commit"], first["author"], first["how"]) == (commit, "Ana Kos", "changed")
    assert first["differences"][0]["was"] == "asserts"


def test_a_state_with_mistakes_is_told_as_not_compared(repo: Repo) -> None:
    repo.commit({CLAIM: "statement: [\n"})
    repo.commit({CLAIM: b"statement: \xff\n"})
    repo.commit({CLAIM: DOSSIER[CLAIM]})
    assert sum("not compared" in line for line in told(repo, "people-left")) == 3


def test_the_settings_of_the_dossier_have_a_history_too(repo: Repo) -> None:
    repo.commit({"content/dossier.yaml": "title: The flood of May\n"})
    lines = told(repo, "dossier")
    assert lines[1] == "  title: from “The flood” to “The flood of May”"
    assert lines[2] == "  editors: taken out “Ana Kos”"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nobody", "no record has or had the id `nobody`"),
        ("peple-left", "did you mean `people-left`?"),
        ("clame/people-left", "write claim/people-left"),
        ("same", "write outlet/same or topic/same"),
        ("--output=x", "error"),
    ],
)
def test_what_names_no_record_is_wrong_usage(repo: Repo, typed: str, said: str) -> None:
    repo.commit({"content/outlets/same.yaml": "name: S\n", "content/topics/same.yaml": "name: S\n"})
    done = repo.dossier("log", typed)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_clone_without_its_history_is_refused(repo: Repo, tmp_path: Path) -> None:
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")})
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.top}", str(tmp_path / "shallow"))
    done = repo.dossier("log", "people-left", root=tmp_path / "shallow")
    assert (done.returncode, done.stdout) == (1, "")
    assert "`git fetch --unshallow`" in done.stderr


def test_words_redacted_today_are_shown_of_no_commit(repo: Repo) -> None:
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}explanation: 'As they wrote, {SECRET}.'\n"})
    repo.commit({CLAIM: DOSSIER[CLAIM], ARTICLE: DOSSIER[ARTICLE] + REDACTION})
    words = "\n".join([*told(repo, "people-left"), *told(repo, "first")])
    assert "explanation: added" in words
    assert "marks: added" in words
    assert "mayor" not in words


def test_of_a_withdrawn_record_only_the_commits_are_told(repo: Repo) -> None:
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")})
    repo.commit({CLAIM: None, "content/corrections/gone.yaml": WITHDRAWAL})
    assert [line for line in told(repo, "people-left") if line[0] == " "] == [
        "  withdrawn; what it said is not shown",
        "  changed; what it said is not shown",
        "  added",
    ]
