"""A new dossier holds what its editor needs, whatever the editor answered."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from builder.build import check_dossier
from builder.editing.beginning.answers import RIGHTS, Answers
from builder.editing.beginning.release import Release
from builder.editing.beginning.repository import beginnings
from builder.model.kinds import RECORD_KINDS

PROJECT = Path(__file__).resolve().parents[4]
ANSWERS = Answers("The flood", "en", "excerpt", ("The editors",))
BY_LOCK = Release("0.1.0", "", "")
BY_ACTION = Release("0.1.0", "", "", action="o/r@" + "a" * 40)


def check(folder: Path, answers: Answers) -> list[str]:
    for path, content in beginnings(answers, BY_LOCK).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    found = check_dossier(folder, strict=False, compare=False, tell=lambda _: None)
    library = found.loaded.library
    assert library is not None
    assert library.dossier.title == answers.title
    assert library.dossier.editors == answers.editors
    return [f"{one.span.path}: {one.code}" for one in found.problems]


def test_what_a_new_dossier_holds() -> None:
    assert sorted(
        path for path in beginnings(ANSWERS, BY_LOCK) if not path.startswith(("content/", "seeds/"))
    ) == [
        *(".gitattributes", ".github/workflows/dossier.yml", ".gitignore", ".vscode/extensions.json"),
        *(".vscode/settings.json", "README.md", "dossier.lock", "static/.gitkeep"),
    ]


@pytest.mark.parametrize("rights", RIGHTS)
def test_it_begins_with_nothing_to_mend(tmp_path: Path, rights: str) -> None:
    assert check(tmp_path, Answers("The flood", "en", rights, ("The editors",))) == []


@pytest.mark.parametrize(
    "title",
    ["No: really", "# 1", "no", "[a], {b}: c", "It’s — a “test”"[:5], "@EDITORS@", "Потоп в мае", "فيضان", "5", "a\\b `c`"],
)  # fmt: skip
def test_any_title_and_name_reads_back_as_it_was_typed(tmp_path: Path, title: str) -> None:
    assert check(tmp_path, Answers(title, "sr-Cyrl", "excerpt", (title, "A, B"))) == []


def test_what_the_build_refuses_is_told_in_the_file_that_it_landed_in(tmp_path: Path) -> None:
    assert check(tmp_path, Answers('A "test"', "en", "excerpt", ("E",))) == [
        "content/dossier.yaml: unverified-quotation"
    ]


def test_the_example_is_marked_as_one_everywhere(tmp_path: Path) -> None:
    made = beginnings(ANSWERS, BY_LOCK)
    records = [
        path for path in made if path.startswith(("content/", "seeds/")) and path != "content/dossier.yaml"
    ]
    assert all(path.rpartition("/")[2].startswith("example-") for path in records)
    assert all(b"xample" in made[path] for path in records if path.endswith(".yaml"))


def test_without_the_example_the_dossier_still_has_nothing_to_mend(tmp_path: Path) -> None:
    check(tmp_path, ANSWERS)
    for path in (*tmp_path.glob("content/*/example-*"), *tmp_path.glob("seeds/example-*")):
        path.unlink()
    found = check_dossier(tmp_path, strict=False, compare=False, tell=lambda _: None)
    assert [one.code for one in found.problems] == []


def test_the_articles_name_their_texts_by_digest() -> None:
    made = beginnings(ANSWERS, BY_LOCK)
    for path, content in made.items():
        if path.startswith("content/articles/"):
            text = yaml.safe_load(content)["text"]
            assert sha256(made[text["file"]]).hexdigest() == text["sha256"]


@pytest.mark.parametrize("release", [BY_LOCK, BY_ACTION])
def test_the_workflow_is_short_and_publishes_only_from_main_by_one_job(release: Release) -> None:
    text = beginnings(ANSWERS, release)[".github/workflows/dossier.yml"].decode()
    assert len(text.splitlines()) <= 15
    workflow = yaml.load(text, Loader=yaml.BaseLoader)
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["build"]
    publish = workflow["jobs"]["publish"]
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert publish["if"] == "github.ref == 'refs/heads/main'"
    assert "secrets" not in text
    assert "pull_request_target" not in text


def test_its_actions_have_the_pins_of_the_builders_own_workflows() -> None:
    ours = " ".join(
        path.read_text("utf-8")
        for path in (*(PROJECT / ".github" / "workflows").glob("*.yml"), PROJECT / "action.yml")
    )
    for release in (BY_LOCK, BY_ACTION):
        text = beginnings(ANSWERS, release)[".github/workflows/dossier.yml"].decode()
        for word in text.replace(",", " ").replace("}", " ").split():
            if word.startswith("actions/"):
                assert word in ours, word


def test_the_heading_of_the_readme_is_words_and_no_markup() -> None:
    made = beginnings(Answers("*A* <b>\nx", "en", "full", ("E",)), BY_LOCK)["README.md"].decode()
    assert made.splitlines()[0] == r"# \*A\* \<b\> x"


def test_every_kind_of_record_is_bound_to_its_schema() -> None:
    settings = json.loads(beginnings(ANSWERS, BY_LOCK)[".vscode/settings.json"])
    bound = settings["yaml.schemas"]
    assert bound[".dossier/schema/claim.json"] == "content/claims/*.yaml"
    assert len(bound) == 1 + sum(kind.suffix == ".yaml" for kind in RECORD_KINDS.values())
