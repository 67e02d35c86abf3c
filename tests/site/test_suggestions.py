"""`dossier check --suggest` proposes what an editor may paste; it accepts nothing by itself."""

from __future__ import annotations

import json

import pytest

from tests.site.dossiers import dossier, write

TEXT = (
    "Flood reaches the town\n\nThe river will soonrise by two metres.It rose on Tuesday.\n\nLeave a Reply\n"
)
FILES = {
    "content/dossier.yaml": "title: Suggestions\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\n",
    "seeds/first.txt": TEXT,
}


def suggested(root):
    done = dossier(root, "check", "--suggest", "--output-format", "json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [line for line in lines if line.get("code", "").startswith("suggest-")]


@pytest.fixture
def root(tmp_path):
    return write(tmp_path, FILES)


def test_damage_is_proposed_as_marks_that_build(root):
    found = [each for each in suggested(root) if each["kind"] == "damage"]
    assert any("metres.It" in each["yaml"] for each in found)
    assert any("Leave a Reply" in each["yaml"] for each in found)
    marks = "".join(each["yaml"].removeprefix("marks:\n") for each in found)
    write(root, {"content/articles/first.yaml": FILES["content/articles/first.yaml"] + "marks:\n" + marks})
    done = dossier(root, "check", "--output-format", "concise")
    assert done.returncode == 0, done.stdout
    assert not [each for each in suggested(root) if each["kind"] == "damage"]


def test_a_suggestion_can_be_acknowledged(root):
    code = suggested(root)[0]["code"]
    answer = f"acknowledge: [{{code: {code}, reason: It stands so in print}}]\n"
    write(root, {"content/articles/first.yaml": FILES["content/articles/first.yaml"] + answer})
    assert [each["acknowledged"] for each in suggested(root) if each["code"] == code] == [True]
    done = dossier(root, "check", "--suggest")
    assert code not in done.stdout
    assert "unused-acknowledgement" not in done.stdout


def test_nothing_is_written_and_no_page_shows_a_suggestion(root):
    before = sorted(path for path in root.rglob("*") if ".build" not in path.parts)
    dossier(root, "check", "--suggest")
    assert sorted(path for path in root.rglob("*") if ".build" not in path.parts) == before
