"""Folders that a build must never replace are refused before anything in them is touched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.output.destination import MARKER, destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused


def everything(folder: Path) -> dict[str, bytes | None]:
    found = sorted(path for path in folder.rglob("*") if ".build" not in path.parts)
    return {str(path): path.read_bytes() if path.is_file() else None for path in found}


@pytest.mark.parametrize(
    "out",
    [
        ".",
        "..",
        "../..",
        "content",
        "content/site",
        "seeds",
        "templates/x",
        ".git",
        ".git/hooks",
        ".build",
        ".build/x",
    ],
)
def test_the_root_and_what_the_dossier_lives_on_cannot_be_the_output(root, out):
    with pytest.raises(OutputRefused, match="cannot be"):
        destination(root, root / out)


def test_the_top_of_the_file_system_cannot_be_the_output(root):
    with pytest.raises(OutputRefused, match="holds the dossier itself"):
        destination(root, Path("/"))


@pytest.mark.skipif(not os.path.ismount("/proc"), reason="needs a mount point")
def test_a_mount_point_is_refused_with_a_folder_inside_it_as_the_way_out(root):
    with pytest.raises(OutputRefused, match="mount point") as refused:
        destination(root, Path("/proc"))
    assert refused.value.hint == "build into a folder inside it: --out /proc/site"


def test_a_link_is_refused_and_its_target_untouched(root, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (root / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputRefused, match="is a link"):
        destination(root)


def test_a_file_is_refused(root):
    (root / "site").write_text("mine")
    with pytest.raises(OutputRefused, match="is a file"):
        destination(root)


def own_pages(site: Path) -> None:
    (site / "index.html").write_text("of another generator")
    (site / ".nojekyll").write_text("")


def own_repository(site: Path) -> None:
    (site / ".nojekyll").write_bytes(MARKER)
    (site / ".git").write_text("gitdir: ../.git/worktrees/pages")


def linked_repository(site: Path) -> None:
    (site / ".nojekyll").write_bytes(MARKER)
    (site / ".git").symlink_to("../elsewhere/.git")


def whole_repository(site: Path) -> None:
    (site / ".nojekyll").write_bytes(MARKER)
    (site / ".git").mkdir()


OWNED = {
    "pages of another generator": own_pages,
    "a git worktree": own_repository,
    "a git repository": whole_repository,
    "a link to a git repository": linked_repository,
    "a note": lambda site: (site / "notes.txt").write_text("mine"),
    "an empty folder": lambda site: (site / "photos").mkdir(),
    "a link": lambda site: (site / "link").symlink_to("/"),
    "a link for a marker": lambda site: (site / ".nojekyll").symlink_to("/dev/null"),
}


@pytest.mark.parametrize("fill", OWNED.values(), ids=OWNED)
def test_a_folder_with_files_that_are_not_ours_is_refused_and_stays(
    root, publish, tmp_path, fill: Callable[[Path], object]
):
    for out in (root / "site", tmp_path / "home"):
        out.mkdir()
        fill(out)
        before = everything(out)
        with pytest.raises(OutputRefused, match=r"did not write|git repository"):
            publish({"index.html": "new"}, out)
        assert everything(out) == before


def test_a_folder_of_the_users_own_made_where_a_site_was_is_refused(root, publish):
    publish({"index.html": "ours"})
    for path in (root / "site").iterdir():
        path.unlink()
    (root / "site/index.html").write_text("mine")
    with pytest.raises(OutputRefused, match="did not write"):
        publish({"index.html": "ours"})


def test_litter_of_a_file_browser_does_not_make_a_folder_somebodys(root, publish, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/.DS_Store").write_bytes(b"\0")
    publish({"index.html": "new"}, tmp_path / "out")
    assert not (tmp_path / "out/.DS_Store").exists()


@pytest.mark.parametrize(
    "make", [lambda p: p.write_text(""), lambda p: p.symlink_to("/tmp")], ids=["file", "link"]
)
def test_a_state_folder_that_is_no_folder_is_refused(root, make: Callable[[Path], object]):
    make(root / ".build")
    with (
        pytest.raises(OutputRefused, match="must be a folder of the builder's own"),
        open_generation(destination(root)),
    ):
        pass


def test_the_record_of_an_output_is_found_again_after_the_whole_dossier_was_moved(root, tmp_path):
    before = destination(root).key
    root.rename(tmp_path / "moved")
    assert destination(tmp_path / "moved").key == before
