"""Files and folders: what is refused, what is passed over, and that nothing outside the dossier is read."""

import errno
import os
from pathlib import Path

import pytest

from builder.load import load_dossier


def article(file: str) -> dict[str, str]:
    return {"content/articles/one.yaml": f"title: One\noutlet: news\npublished: 2025\ntext: '{file}'\n"}


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt", "seeds/../../secret.txt", "/etc/passwd", "C:/secret.txt", "seeds\\a.txt", "seeds//a.txt",
        "seeds/./a.txt", "seeds/", "seeds", "content/dossier.yaml", ".git/config", "seeds/.hidden.txt",
        "seeds/%2e%2e/a.txt", "file:///etc/passwd", "~/secret.txt", "//host/a.txt", "seeds/a.txt/../../../etc/passwd",
    ],
)  # fmt: skip
def test_a_path_out_of_the_seeds_is_refused(load, told, path):
    found = told(load({**article(path), "seeds/a.txt": "words"}))
    assert len(found) == 1
    assert found[0].split()[1] in ("bad-path", "file-not-found")


@pytest.mark.parametrize("sort", ["file", "folder", "itself", "device"])
def test_links_and_devices_are_not_followed(write, told, sort):
    path = "seeds/sub/a.txt" if sort == "folder" else "seeds/a.txt"
    root = write({**article(path), "seeds/real/a.txt": "words"})
    if sort == "file":
        (root / "seeds" / "a.txt").symlink_to(root / "seeds" / "real" / "a.txt")
    elif sort == "folder":
        (root / "seeds" / "sub").symlink_to(root / "seeds" / "real")
    elif sort == "itself":
        (root / "seeds" / "a.txt").symlink_to("a.txt")
    else:
        os.mkfifo(root / "seeds" / "a.txt")
    assert told(load_dossier(root)) == ["content/articles/one.yaml:4:7 not-a-plain-file"]


def test_a_linked_record_and_a_linked_folder_are_refused(write, told, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "x.yaml").write_text("name: X\n", "utf-8")
    root = write({})
    (root / "content" / "topics").symlink_to(elsewhere)
    (root / "content" / "outlets" / "linked.yaml").symlink_to(elsewhere / "x.yaml")
    assert told(load_dossier(root)) == [
        "content/outlets/linked.yaml:1:1 not-a-plain-file",
        "content/topics:1:1 not-a-plain-file",
    ]


def test_a_folder_that_cannot_be_listed_is_an_error(write, told, monkeypatch):
    claim = "statement: S\nkind: event\nappearances:\n  - {article: one, stance: asserts, quote: q}\n"
    root = write(
        {
            "content/claims/c.yaml": claim,
            "content/topics/t.yaml": "name: T\ndescription: See [[article:one]].\n",
        }
    )
    listing = os.scandir

    def fail(path):
        if str(path).endswith("articles"):
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "scandir", fail)
    loaded = load_dossier(root)
    assert told(loaded) == ["content/articles:1:1 unreadable-folder"]
    assert loaded.has_errors


def test_what_editors_programs_leave_behind_is_passed_over(load, told):
    names = [".DS_Store", "one.yaml~", ".one.yaml.swp", "#one.yaml#", "Thumbs.db", ".gitkeep", "4913"]
    assert told(load({f"content/articles/{name}": "x" for name in names})) == []


def test_files_larger_than_allowed_are_refused(load, told):
    yaml = "# " + "x" * (1 << 20)
    found = load(
        {**article("seeds/a.txt"), "seeds/a.txt": "x " * (1 << 20) + "x", "content/topics/a.yaml": yaml}
    )
    assert told(found) == [
        "content/articles/one.yaml:4:7 file-too-large",
        "content/topics/a.yaml:1:1 file-too-large",
    ]


def test_without_a_dossier_file_there_is_one_clear_error(tmp_path: Path, told):
    (tmp_path / "content").mkdir()
    loaded = load_dossier(tmp_path)
    assert told(loaded) == ["content/dossier.yaml:1:1 no-dossier"]
    assert loaded.library is None


@pytest.mark.parametrize(
    ("number", "way_out"),
    [(errno.EIO, "the disk"), (errno.EMFILE, "ulimit -n"), (errno.EACCES, "that you may read")],
)
def test_a_file_that_the_system_refuses_is_told_with_what_helps(write, monkeypatch, number, way_out):
    root = write({})
    opened = os.open

    def fail(path, flags, *rest):
        if str(path).endswith("one.yaml"):
            raise OSError(number, os.strerror(number))
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", fail)
    [told] = [one for one in load_dossier(root).problems if one.code == "unreadable-file"]
    assert way_out in told.hint


@pytest.mark.parametrize("make", ["nothing", "file"])
def test_without_a_content_folder_there_is_one_clear_error(tmp_path: Path, told, make):
    if make == "file":
        (tmp_path / "content").write_text("x", "utf-8")
    assert told(load_dossier(tmp_path)) == ["content:1:1 no-dossier"]


def test_a_root_that_does_not_exist_is_one_clear_error(tmp_path: Path, told):
    assert [line.split()[1] for line in told(load_dossier(tmp_path / "none"))] == ["unreadable-folder"]


def test_every_file_that_was_read_is_listed_with_its_digest(load):
    from hashlib import sha256

    loaded = load({**article("seeds/a.txt"), "seeds/a.txt": "words", "seeds/unused.txt": "words"})
    assert [one.path for one in loaded.inputs] == [
        "content/articles/one.yaml", "content/dossier.yaml", "content/outlets/news.yaml", "seeds/a.txt",
    ]  # fmt: skip
    assert loaded.inputs[-1].sha256 == sha256(b"words").hexdigest()
