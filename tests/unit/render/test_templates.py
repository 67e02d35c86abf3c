"""Where templates are looked for: in the dossier first, then beside the program, and nowhere twice."""

from pathlib import Path

from builder.render.templates import template_folders
from tests.site.dossiers import PROJECT


def test_only_folders_that_exist_are_looked_into_the_dossiers_own_first(tmp_path: Path):
    assert template_folders(tmp_path) == (PROJECT / "templates",)
    (tmp_path / "templates").mkdir()
    assert template_folders(tmp_path) == (tmp_path.resolve() / "templates", PROJECT / "templates")
    assert template_folders(PROJECT) == (PROJECT / "templates",)
