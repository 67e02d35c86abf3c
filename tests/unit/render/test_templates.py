"""Where templates are looked for: in the dossier first, then beside the program, and nowhere twice."""

from pathlib import Path

import pytest

from builder.render.templatefiles import template_folders
from builder.render.templates import make_environment
from tests.site.dossiers import PROJECT


def test_only_folders_that_exist_are_looked_into_the_dossiers_own_first(tmp_path: Path):
    assert template_folders(tmp_path) == (PROJECT / "templates",)
    (tmp_path / "templates").mkdir()
    assert template_folders(tmp_path) == (tmp_path.resolve() / "templates", PROJECT / "templates")
    assert template_folders(PROJECT) == (PROJECT / "templates",)


def test_a_template_that_cannot_be_read_is_an_error_and_not_the_one_of_the_package(tmp_path: Path):
    (tmp_path / "templates/pages/search.html").mkdir(parents=True)
    with pytest.raises(IsADirectoryError, match=r"search\.html"):
        make_environment(tmp_path).get_template("pages/search.html")
