"""What a disk does not tell or give up is told as such, and never passes for what is not there."""

import errno
import os
from types import SimpleNamespace

import pytest

from builder.output import tree
from builder.output.destination import destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused, refusal

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/site/a.html")


@pytest.mark.parametrize(
    ("inodes", "free", "told"),
    [(100, 0, "no inode is left"), (100, 1, "No space left on device"), (0, 0, "No space left on device")],
    ids=["no inodes", "no bytes", "a disk that counts no inodes"],
)
def test_a_full_disk_says_whether_it_lacks_bytes_or_inodes(monkeypatch, inodes, free, told):
    monkeypatch.setattr(os, "statvfs", lambda path: SimpleNamespace(f_files=inodes, f_favail=free))
    assert refusal(FULL, "write", "").message.startswith(f"cannot write /site/a.html: {told}")


def test_of_a_link_the_name_is_told_that_could_not_be_made():
    fault = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/site/a.html", None, "/next/a.html")
    assert "/next/a.html" in refusal(fault, "link", "").message


def failing(call, ending, code=errno.EIO):
    """Stand in for a call of the system that fails, by default for a fault of the disk, for paths that end so."""
    real = getattr(os, call)

    def fails(path, *arguments, **options):
        if str(path).endswith(ending):
            raise OSError(code, os.strerror(code), path)
        return real(path, *arguments, **options)

    return fails


@pytest.mark.parametrize(
    ("call", "ending"),
    [
        ("lstat", "/.build"),
        ("lstat", "/site"),
        ("open", "/site/.nojekyll"),
        ("open", "/site/.gitignore"),
    ],
)
def test_a_folder_that_the_disk_does_not_tell_of_is_not_taken_for_an_empty_one(
    root, publish, monkeypatch, call, ending
):
    publish({"a.html": "a"})
    (root / ".build" / f"{destination(root).key}.json").unlink()
    with monkeypatch.context() as faulty:
        faulty.setattr(os, call, failing(call, ending))
        with pytest.raises(OutputRefused, match="Input/output error"):
            publish({"b.html": "b"})
    assert (root / "site/a.html").read_text() == "a"


def test_a_page_that_the_disk_no_longer_gives_up_is_written_anew(root, publish, monkeypatch):
    publish({"a.html": "a", "b.html": "b"})
    os.utime(root / "site/a.html", ns=(1, 1))  # no longer known by its stamp
    with monkeypatch.context() as faulty:
        faulty.setattr(os, "open", failing("open", "/site/a.html"))
        assert publish({"a.html": "a", "b.html": "b"}).written == 1
    assert (root / "site/a.html").read_text() == "a"


def test_what_is_no_plain_file_is_none_and_what_cannot_be_read_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("there")
    assert tree.read_file(str(tmp_path / "file/below")) is None
    monkeypatch.setattr(os, "read", failing("read", ""))
    with pytest.raises(OSError, match="Input/output error"):
        tree.read_file(str(tmp_path / "file"))


def test_a_folder_that_is_there_is_not_made_again_where_the_disk_tells_too_little(root, publish, monkeypatch):
    """`os.makedirs` takes a folder that it cannot look at for a file in its way."""
    publish({"a.html": "a"})
    with monkeypatch.context() as faulty:
        faulty.setattr(os, "stat", failing("stat", "/dossier"))
        assert not publish({"a.html": "a"}).is_new


def test_a_new_file_that_may_not_be_read_back_is_not_called_a_changed_one(root, monkeypatch):
    with open_generation(destination(root)) as generation:
        generation.write("a.html", b"a")
        monkeypatch.setattr(os, "open", failing("open", "next/a.html", errno.EACCES))
        with pytest.raises(OutputRefused, match=r"cannot read .*/a\.html: Permission denied"):
            generation.read("a.html")
