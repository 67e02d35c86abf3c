"""Plain files in folders, never through a link."""

import os

import pytest

from builder.output.tree import create_file, read_file, remove_tree, replace_file, scan


def test_an_existing_file_is_never_opened_for_writing(tmp_path):
    (tmp_path / "file").write_text("there")
    (tmp_path / "link").symlink_to("elsewhere")
    for name in ("file", "link"):
        with pytest.raises(FileExistsError):
            create_file(str(tmp_path / name), b"new")
    assert (tmp_path / "file").read_text() == "there"
    assert not (tmp_path / "elsewhere").exists()


def test_only_plain_files_are_read(tmp_path):
    (tmp_path / "file").write_bytes(b"x" * 100_000)
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    assert read_file(str(tmp_path / "file")) == b"x" * 100_000
    assert [read_file(str(tmp_path / name)) for name in ("link", "pipe", "missing", ".")] == [None] * 4


def test_a_replaced_file_is_another_file_so_that_links_to_the_old_one_keep_its_text(tmp_path):
    (tmp_path / "file").write_text("old")
    os.link(tmp_path / "file", tmp_path / "linked")
    replace_file(str(tmp_path / "file"), (b"new",))
    assert (tmp_path / "linked").read_text() == "old"


def test_removing_a_tree_leaves_what_its_links_lead_to(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/file").write_text("mine")
    (tmp_path / "tree/deep").mkdir(parents=True)
    (tmp_path / "tree/deep/link").symlink_to(tmp_path / "kept")
    remove_tree(str(tmp_path / "tree"))
    remove_tree(str(tmp_path / "never there"))
    assert [path.name for path in tmp_path.rglob("*")] == ["kept", "file"]


def test_a_listing_tells_files_folders_and_the_rest_apart(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/file").write_text("x")
    (tmp_path / "a/link").symlink_to("b")
    (tmp_path / "private").write_text("x")
    (tmp_path / "private").chmod(0o600)
    found = scan(str(tmp_path))
    assert (set(found.files), found.folders, found.strays) == (
        {"a/b/file"},
        {"a", "a/b"},
        ("a/link", "private"),
    )
