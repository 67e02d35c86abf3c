"""Editors' own files are made anew or replaced whole, never written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.output.refusal import OutputRefused
from builder.output.sources import create_source, remove_source, replace_source


def test_a_new_file_and_the_folders_above_it(tmp_path: Path):
    create_source(tmp_path / "content/claims/a.yaml", b"text: x\n")
    assert (tmp_path / "content/claims/a.yaml").read_bytes() == b"text: x\n"
    assert os.listdir(tmp_path / "content/claims") == ["a.yaml"]


@pytest.mark.parametrize("stands", ["file", "folder", "broken link"])
def test_what_stands_there_stays(tmp_path: Path, stands: str):
    path = tmp_path / "a.yaml"
    if stands == "file":
        path.write_bytes(b"mine")
    elif stands == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere")
    before = path.lstat()
    with pytest.raises(OutputRefused, match="is there already"):
        create_source(path, b"other")
    assert path.lstat() == before


def test_who_was_quicker_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.yaml"
    link = os.link

    def late(source: str, target: Path) -> None:
        target.write_bytes(b"quicker")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(OutputRefused, match="is there already"):
        create_source(path, b"other")
    assert (os.listdir(tmp_path), path.read_bytes()) == (["a.yaml"], b"quicker")


def test_a_disk_without_links_takes_new_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    create_source(tmp_path / "a.yaml", b"x")
    assert (os.listdir(tmp_path), (tmp_path / "a.yaml").read_bytes()) == (["a.yaml"], b"x")


def test_a_file_is_replaced_whole_with_its_permissions_and_through_a_link(tmp_path: Path):
    real = tmp_path / "real.yaml"
    real.write_bytes(b"one")
    real.chmod(0o640)
    (tmp_path / "a.yaml").symlink_to("real.yaml")
    replace_source(tmp_path / "a.yaml", was=b"one", content=b"two")
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"two", 0o640)
    assert (tmp_path / "a.yaml").is_symlink()


def test_a_save_in_between_is_kept(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"saved meanwhile")
    with pytest.raises(OutputRefused, match="in the meantime"):
        replace_source(path, was=b"one", content=b"two")
    assert path.read_bytes() == b"saved meanwhile"


def test_a_fault_of_the_disk_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputRefused):
        replace_source(path, was=b"one", content=b"two")
    assert (os.listdir(tmp_path), path.read_bytes()) == (["a.yaml"], b"one")


def test_a_file_is_deleted_only_as_it_was_read(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"mine")
    with pytest.raises(OutputRefused, match="saved by somebody else"):
        remove_source(path, was=b"other")
    assert path.read_bytes() == b"mine"
    remove_source(path, was=b"mine")
    assert os.listdir(tmp_path) == []
