"""Problems are told with paths that begin where the repository does, whatever folder a dossier has in it."""

from __future__ import annotations

import json

import pytest

from tests.site.dossiers import dossier, write

FILES = {"content/dossier.yaml": "title: T\n", "content/topics/a.yaml": "nam: A\n"}


@pytest.mark.parametrize(
    ("git", "path"), [(".git", "papers/flood/"), ("papers/flood/.git", ""), ("papers/.git", "flood/")]
)
@pytest.mark.parametrize("output_format", ["full", "concise", "json", "github"])
def test_a_path_begins_at_the_top_of_the_repository(tmp_path, git, path, output_format):
    root = write(tmp_path / "papers/flood", FILES)
    (tmp_path / git).mkdir()
    for where, asked in ((tmp_path, ("--root", "papers/flood")), (root, ())):
        said = dossier(where, "check", *asked, "--output-format", output_format).stdout
        found = json.loads(said)["path"] if output_format == "json" else said
        assert f"{path}content/topics/a.yaml" in found
        assert output_format != "full" or "nam: A" in said
        assert path or "flood/" not in said


def test_without_a_repository_a_path_begins_at_the_dossier(tmp_path):
    write(tmp_path / "papers", FILES)
    said = dossier(tmp_path, "check", "--root", "papers", "--output-format", "concise").stdout
    assert said.startswith("content/topics/a.yaml:1:1: error[unknown-field]")
