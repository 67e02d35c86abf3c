"""What `dossier diff` tells of two states."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.unit.history.conftest import CLAIM, DOSSIER, TEXT, MakeRepo, Repo

ARTICLE = "content/articles/first.yaml"


def told(repo: Repo, *arguments: str, code: int = 0) -> list[str]:
    """Return the lines that `dossier diff` prints, without the first, which names the states."""
    done = repo.dossier("diff", *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.splitlines()[1:]


def test_an_unchanged_dossier_has_no_differences(repo: Repo) -> None:
    assert told(repo) == ["No differences."]


def test_a_stance_is_told_with_the_article_that_takes_it(repo: Repo) -> None:
    repo.change(CLAIM, "asserts", "doubts")
    assert told(repo) == [
        "Claim “About 300 people left their homes” (people-left)",
        "  stance of “Flood reaches the old town” (appearances): from asserts to doubts",
        "1 changed.",
    ]


def test_entries_are_matched_by_what_they_name_and_not_by_their_place(repo: Repo) -> None:
    second = "content/articles/second.yaml"
    article = "title: A second report\noutlet: post\npublished: 2026-05-13\n"
    entry = "  - {article: second, stance: mentions, quote: Three hundred}\n"
    repo.commit({second: article})
    claim = DOSSIER[CLAIM]
    head, listed = claim.split("appearances:\n")
    repo.write({CLAIM: f"{head}appearances:\n{entry}{listed}"})
    assert told(repo)[1:-1] == ["  appearances: added A second report · Three hundred · mentions"]
    repo.commit({CLAIM: f"{head}appearances:\n{listed}{entry}"})
    assert told(repo, "HEAD")[0] == "No differences."


def test_an_entry_is_the_one_that_names_the_same_article_however_much_of_it_changed(repo: Repo) -> None:
    article = "title: A second report\noutlet: post\npublished: 2026-05-13\n"
    head = DOSSIER[CLAIM].partition("  - ")[0]
    first, second = (
        "  - {article: first, stance: %s, quote: %s}\n",
        "  - {article: second, stance: %s, quote: %s}\n",
    )
    was = head + first % ("asserts", "About 300 people") + second % ("doubts", "Three hundred")
    repo.commit({"content/articles/second.yaml": article, CLAIM: was})
    repo.write({CLAIM: head + second % ("asserts", "Four hundred") + first % ("doubts", "Nobody was hurt")})
    assert [line for line in told(repo) if "stance" in line] == [
        "  stance of “A second report” (appearances): from doubts to asserts",
        "  stance of “Flood reaches the old town” (appearances): from asserts to doubts",
    ]


def test_the_order_of_a_list_alone_is_told_as_such(repo: Repo) -> None:
    repo.commit({"content/dossier.yaml": "title: The flood\neditors: [Ana Kos, Ben Ray]\n"})
    repo.write({"content/dossier.yaml": "title: The flood\neditors: [Ben Ray, Ana Kos]\n"})
    assert told(repo) == ["Dossier", "  editors: changed", "1 changed."]


def test_added_and_deleted_records_are_named(repo: Repo) -> None:
    repo.write({CLAIM: None, "content/topics/water.yaml": "name: Вода\n"})
    assert told(repo) == [
        "Topic “Вода” (water): added",
        "Claim “About 300 people left their homes” (people-left): deleted",
        "1 added, 1 deleted.",
    ]


@pytest.mark.parametrize("says_so", [True, False])
def test_a_renamed_record_is_one_record_and_what_points_to_it_is_not_told(repo: Repo, says_so: bool) -> None:
    former = "former_ids: [first]\n" if says_so else ""
    repo.write(
        {
            ARTICLE: None,
            "content/articles/first-report.yaml": DOSSIER[ARTICLE] + former,
            CLAIM: DOSSIER[CLAIM].replace("article: first", "article: first-report"),
        }
    )
    assert told(repo) == [
        "Article “Flood reaches the old town” (first-report): renamed from first",
        "1 renamed.",
    ]


def test_a_text_is_told_by_numbers_of_words_alone(repo: Repo) -> None:
    repo.write({"seeds/first.txt": TEXT.replace("About 300 people", "Some of the people")})
    done = told(repo)
    assert done[1] == "  text: 2 words gone and 3 new, of 20 now"
    repo.write({"seeds/first.txt": TEXT.replace("\n", "\r\n")})
    assert told(repo)[1] == "  text: the same words; spaces, line ends or signs between them differ"


def test_line_ends_of_records_are_no_difference(repo: Repo) -> None:
    repo.write({path: text.replace("\n", "\r\n") for path, text in DOSSIER.items() if path.endswith(".yaml")})
    assert told(repo) == ["No differences."]


def test_of_a_long_text_what_differs_is_shown_with_a_few_words_beside_it(repo: Repo) -> None:
    prose = " ".join(f"word{number}" for number in range(200))
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}explanation: {prose}\n"})
    repo.change(CLAIM, "word100 ", "other ")
    assert told(repo)[1] == (
        "  explanation: from “… word94 word95 word96 word97 word98 word99 word100 word101 word102 word103 word104"
        " word105 word106 …” to “… word94 word95 word96 word97 word98 word99 other word101 word102 word103 word104"
        " word105 word106 …”"
    )


def test_two_folders_are_compared_without_git(repo: Repo, tmp_path: Path) -> None:
    other = tmp_path / "copy"
    shutil.copytree(repo.root, other, ignore=shutil.ignore_patterns(".git"))
    (other / CLAIM).unlink()
    done = repo.dossier("diff", str(repo.root), str(other), PATH="")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 deleted.")


def test_two_revisions_are_compared_whatever_lies_in_the_folder(repo: Repo) -> None:
    repo.git("tag", "v1")
    repo.change(CLAIM, "asserts", "doubts")
    repo.commit({})
    repo.git("tag", "v2")
    repo.change(CLAIM, "doubts", "disputes")
    assert told(repo, "v1", "v2")[1].endswith("from asserts to doubts")
    assert told(repo, "v1")[1].endswith("from asserts to disputes")
    assert told(repo, "v2", "v1")[1].endswith("from doubts to asserts")


def test_machines_read_a_line_for_each_record(repo: Repo) -> None:
    repo.change(CLAIM, "asserts", "doubts")
    done = repo.dossier("diff", "--json")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {
            "kind": "claim",
            "id": "people-left",
            "name": "About 300 people left their homes",
            "how": "changed",
            "former_id": None,
            "differences": [
                {
                    "where": ["appearances", "Flood reaches the old town", "stance"],
                    "was": "asserts",
                    "now": "doubts",
                }
            ],
            "text": None,
        }
    ]


def test_a_record_with_a_mistake_is_not_compared_and_says_where(repo: Repo) -> None:
    repo.write({CLAIM: "statement: [\n", "content/outlets/post.yaml": "name: Evening Post\n"})
    lines = told(repo, code=1)
    assert lines[:2] == ["Outlet “Evening Post” (post)", "  name: from “Morning Post” to “Evening Post”"]
    assert lines[2].startswith(f"{CLAIM}:")
    assert "not compared, since it cannot be read in the working tree: " in lines[2]
    assert lines[3] == "1 changed, 1 file not compared."


def test_a_broken_earlier_state_is_told_and_not_guessed_at(repo: Repo) -> None:
    repo.commit({"content/dossier.yaml": "title: \n", CLAIM: "statement: {\n"})
    repo.write(DOSSIER)
    lines = told(repo, code=1)
    assert [line.partition(":")[0] for line in lines[:-1]] == [CLAIM, "content/dossier.yaml"]
    assert lines[-1] == "2 files not compared."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["v9"], "there is no folder and no revision `v9`"),
        (["v1..v2"], "write v1 v2"),
        (["--", "--output=x"], "'--output=x' names no revision"),
        (["a\x1bb"], "names no revision"),
        (["a", "b", "c"], "two states are compared, and 3 are named"),
        (["HEAD:content"], "there is no folder and no revision `HEAD:content`"),
    ],
)
def test_what_names_no_state_is_wrong_usage(repo: Repo, typed: list[str], said: str) -> None:
    done = repo.dossier("diff", *typed)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_repository_the_way_out_is_told(repo: Repo) -> None:
    shutil.rmtree(repo.root / ".git")
    done = repo.dossier("diff", GIT_CEILING_DIRECTORIES=str(repo.root.parent))
    assert done.returncode == 1
    assert "lies in no repository of git" in done.stderr
    assert "compare two folders" in done.stderr


def test_a_dossier_in_a_subfolder_with_names_of_any_script(make_repo: MakeRepo) -> None:
    repo = make_repo("досье/новости 2026")
    article = DOSSIER[ARTICLE].replace("seeds/first.txt", "seeds/первый текст.txt")
    files = {**DOSSIER, ARTICLE: article, "seeds/первый текст.txt": TEXT}
    repo.commit(files)
    repo.change(CLAIM, "asserts", "doubts")
    repo.write({"seeds/первый текст.txt": f"{TEXT}\nEnd\n"})
    assert told(repo)[-1] == "2 changed."
    assert repo.dossier("diff", "HEAD", "--root", "новости 2026", root=repo.top / "досье").returncode == 0


def test_a_dossier_that_was_not_there_yet_is_told(make_repo: MakeRepo) -> None:
    repo = make_repo("later")
    repo.commit({"note.txt": "x"})
    repo.write(DOSSIER)
    done = repo.dossier("diff")
    assert done.returncode == 2
    assert "there is no dossier at `HEAD`: `later` has no folder `content` there" in done.stderr


def test_submodules_and_links_of_a_revision_are_passed_over(repo: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "other")
    other.commit({"a.txt": "x"})
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.top), "content/sub")
    os.symlink("/etc/passwd", repo.root / "seeds/secret.txt")
    repo.commit({"content/articles/first.yaml": DOSSIER[ARTICLE].replace("first.txt", "secret.txt")})
    (repo.root / "seeds/secret.txt").unlink()
    repo.write({ARTICLE: DOSSIER[ARTICLE]})
    lines = told(repo, code=1)
    assert "root:" not in "\n".join(lines)
    assert any("there is no file `seeds/secret.txt`" in line for line in lines)


def test_a_clone_without_its_history_says_how_to_get_it(repo: Repo, tmp_path: Path) -> None:
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")})
    shallow, bare = tmp_path / "shallow", tmp_path / "bare"
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.top}", str(shallow))
    repo.git("clone", "--quiet", "--bare", "--depth=1", f"file://{repo.top}", str(bare))
    for clone in (shallow, bare):
        done = repo.dossier("diff", "HEAD~1", root=clone)
        assert done.returncode == 1
        assert "`git fetch --unshallow`" in done.stderr
        assert "fetch-depth: 0" in done.stderr
        assert repo.dossier("diff", root=clone).stdout.endswith("No differences.\n")


def test_nothing_of_a_comparison_stays_on_the_disk(repo: Repo, tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    repo.change(CLAIM, "asserts", "doubts")
    before = sorted(path for path in repo.top.rglob("*") if "index" not in path.name)
    assert repo.dossier("diff", TMPDIR=str(place)).returncode == 0
    assert list(place.iterdir()) == []
    assert sorted(path for path in repo.top.rglob("*") if "index" not in path.name) == before


def test_nothing_that_a_repository_or_the_surroundings_set_is_run(repo: Repo, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho \"$0 $@\" >> '{ran}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "diff.external",
        "diff.all.textconv",
        "diff.all.command",
        "filter.all.smudge",
        "filter.all.clean",
        "core.sshCommand",
        "core.editor",
        "gpg.program",
        "core.alternateRefsCommand",
    ):
        repo.git("config", name, str(program))
    repo.git("config", "log.showSignature", "true")
    repo.git("config", "alias.ls-tree", f"!{program}")
    (repo.root / ".git/info/attributes").write_text("* diff=all filter=all\n", encoding="utf-8")
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(program, repo.root / ".git/hooks" / hook)
    repo.change(CLAIM, "asserts", "doubts")
    outside = {name: str(program) for name in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND", "PAGER")}
    elsewhere = {"GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/nowhere", "GIT_INDEX_FILE": "/nowhere"}
    shutil.copy(program, repo.root / "git")
    done = repo.dossier("diff", **outside, **elsewhere, PATH=f".{os.pathsep}{os.environ['PATH']}")
    assert done.stdout.splitlines()[-1] == "1 changed.", done.stderr
    assert not ran.exists(), ran.read_text("utf-8")
