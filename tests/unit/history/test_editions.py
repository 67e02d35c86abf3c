"""What `build --history` fills from the tags of git."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.site.dossiers import broken_links, files_of
from tests.unit.history.conftest import CLAIM, DOSSIER, Repo
from tests.unit.history.test_kept_back import ARTICLE, REDACTION, SECRET, WITHDRAWAL


def build(repo: Repo, *arguments: str, root: Path | None = None) -> dict[str, str]:
    """Build the dossier and return its pages and documents as texts."""
    done = repo.dossier("build", "--no-search", *arguments, root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    files = files_of((root or repo.root) / "site")
    return {path: content.decode("utf-8", "replace") for path, content in files.items()}


def words_of(page: str) -> str:
    """Return the words of a page's main part."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def two_editions(repo: Repo) -> None:
    """Tag the first state, and change the claim after it."""
    repo.git("tag", "--annotate", "--message=First", "v1")
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")}, GIT_AUTHOR_NAME="Бен Рэй")


def test_without_it_no_git_is_read_and_the_site_is_the_same(repo: Repo) -> None:
    plain = build(repo)
    two_editions(repo)
    repo.write({CLAIM: DOSSIER[CLAIM]})
    assert build(repo, "--clean") == plain
    done = repo.dossier("build", "--no-search", "--clean", PATH="")
    assert done.returncode == 0, done.stderr


def test_a_change_between_editions_is_a_correction_with_what_was_said_before(repo: Repo) -> None:
    two_editions(repo)
    site = build(repo, "--history")
    said = "claims/people-left--2026-06-01.html"
    corrections = words_of(site["corrections.html"])
    assert "Was appearances › Flood reaches the old town › stance: asserts" in corrections
    assert "Now appearances › Flood reaches the old town › stance: doubts" in corrections
    assert "Found in the repository: the edition of 1 June 2026 has it otherwise." in corrections
    assert "Бен Рэй What it said on 1 June 2026" in corrections
    assert "stance: asserts" in site["changes.xml"]
    assert "\\" not in site["changes.xml"]
    assert f'href="{said.partition("/")[2]}"' in site["claims/people-left.html"]
    assert "statement About 300 people left their homes" in words_of(site[said])
    assert (
        "<mark>Flood reaches the old town · About 300 people had to leave their homes · asserts</mark>"
        in (site[said])
    )
    assert broken_links(repo.root / "site", "https://example.org/d/") == []


def test_a_build_without_it_forgets_what_one_with_it_told(repo: Repo) -> None:
    plain = build(repo)
    two_editions(repo)
    now = build(repo)
    assert build(repo, "--history") != now
    assert build(repo) == now
    assert plain.keys() == now.keys()


def test_the_same_history_gives_the_same_bytes(repo: Repo, tmp_path: Path) -> None:
    two_editions(repo)
    repo.git("clone", "--quiet", str(repo.top), str(tmp_path / "clone"))
    first = build(repo, "--history")
    assert build(repo, "--history") == first
    assert build(repo, "--history", root=tmp_path / "clone") == first


def test_an_editors_own_correction_tells_of_the_change_and_leads_to_what_was_said(repo: Repo) -> None:
    two_editions(repo)
    own = (
        "date: 2026-06-01\nkind: correction\nabout: claim:people-left\nreason: The text asks.\nby: Ana Kos\n"
    )
    repo.commit({"content/corrections/own.yaml": own})
    site = build(repo, "--history")
    corrections = words_of(site["corrections.html"])
    assert "1 change since publication" in corrections
    assert "The text asks." in corrections
    assert "Found in the repository" not in corrections
    assert "What it said on 1 June 2026" in corrections


def test_a_renamed_record_keeps_what_it_said_under_its_former_id(repo: Repo) -> None:
    repo.git("tag", "первое-издание")
    text = DOSSIER[CLAIM].replace("asserts", "doubts")
    repo.commit({CLAIM: None, "content/claims/homes-left.yaml": f"{text}former_ids: [people-left]\n"})
    repo.git("tag", "v2")
    repo.commit({"content/claims/homes-left.yaml": f"{text}former_ids: [people-left]\nexplanation: More.\n"})
    site = build(repo, "--history")
    said = sorted(path for path in site if "--" in path)
    assert said == ["claims/homes-left--2026-06-01-2.html", "claims/homes-left--2026-06-01.html"]
    assert any("As the edition первое-издание of 1 June 2026 had it." in site[path] for path in said)
    assert "2 changes since publication" in words_of(site["corrections.html"])


def test_drafts_and_private_remarks_of_any_edition_stay_unpublished(repo: Repo) -> None:
    repo.commit(
        {CLAIM: f"{DOSSIER[CLAIM]}private: ask the mayor\ndraft: true\nexplanation: A first guess.\n"}
    )
    repo.git("tag", "v1")
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}private: asked him\n"})
    repo.git("tag", "v2")
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}private: done\nexplanation: More.\n"})
    site = build(repo, "--history")
    assert "1 change since publication" in words_of(site["corrections.html"])
    assert not any(
        word in page for page in site.values() for word in ("ask the mayor", "asked him", "first guess")
    )


def test_words_redacted_today_stand_in_no_file(repo: Repo) -> None:
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}explanation: 'As they wrote, {SECRET}.'\n"})
    repo.git("tag", "v1")
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}explanation: Nothing.\n", ARTICLE: DOSSIER[ARTICLE] + REDACTION})
    site = build(repo, "--history")
    assert "explanation: Nothing." in words_of(site["corrections.html"])
    assert not [path for path, page in site.items() if "the mayor said" in page]


def test_of_a_withdrawn_record_no_file_says_what_it_said(repo: Repo) -> None:
    repo.git("tag", "v1")
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")})
    repo.git("tag", "v2")
    repo.commit({CLAIM: None, "content/corrections/gone.yaml": WITHDRAWAL})
    site = build(repo, "--history")
    assert not [path for path, page in site.items() if "people left their homes" in page]
    assert not [path for path in site if "--" in path]


def test_signs_of_markup_in_earlier_words_are_only_signs(repo: Repo) -> None:
    repo.commit(
        {CLAIM: f"{DOSSIER[CLAIM]}explanation: '<b>**1** [x](http://example.org) & [[claim:people-left]]'\n"}
    )
    repo.git("tag", "v<1>")
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}explanation: None.\n"})
    site = build(repo, "--history")
    assert (
        "explanation: &lt;b&gt;**1** [x](http://example.org) &amp; [[claim:people-left]]"
        in (site["corrections.html"])
    )
    assert "<b>" not in site["claims/people-left--2026-06-01.html"]
    assert "v&lt;1&gt;" in site["claims/people-left--2026-06-01.html"]


def test_an_edition_that_cannot_be_read_whole_tells_of_what_can_be(repo: Repo) -> None:
    repo.commit({CLAIM: "statement: [\n", "content/outlets/post.yaml": "name: Old Post\n"})
    repo.git("tag", "v1")
    repo.commit(dict(DOSSIER))
    corrections = words_of(build(repo, "--history")["corrections.html"])
    assert "1 change since publication" in corrections
    assert "name: Old Post" in corrections


def test_machines_read_the_changes_too(repo: Repo) -> None:
    two_editions(repo)
    document = json.loads(build(repo, "--history")["data/corrections.json"])
    [told] = document["corrections"]
    assert told["id"] == "2026-06-01-claim-people-left"
    assert told["reason"] == "Found in the repository: the edition of 2026-06-01 has it otherwise."


def test_without_tags_there_is_nothing_to_tell_and_without_history_a_way_out(
    repo: Repo, tmp_path: Path
) -> None:
    repo.commit({CLAIM: DOSSIER[CLAIM].replace("asserts", "doubts")})
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.top}", str(tmp_path / "shallow"))
    done = repo.dossier("build", "--history", root=tmp_path / "shallow")
    assert done.returncode == 1
    assert "`git fetch --unshallow`" in done.stderr
    assert "fetch-depth: 0" in done.stderr
    assert not (tmp_path / "shallow/site").exists()
    assert build(repo, "--history") == build(repo, "--clean")
