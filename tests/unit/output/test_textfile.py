"""Single files for editors: made once, replaced whole."""

import os
import stat

import pytest

from builder.output.refusal import OutputRefused
from builder.output.textfile import create_text_file, replace_text_file


def test_a_new_file_has_the_text_and_its_line_ends(tmp_path):
    create_text_file(tmp_path / "content/articles/a.yaml", "title: Ünï\r\nend\n")
    assert (tmp_path / "content/articles/a.yaml").read_bytes() == "title: Ünï\r\nend\n".encode()


def test_a_file_that_is_there_is_never_overwritten(tmp_path):
    (tmp_path / "a").write_text("mine")
    (tmp_path / "b").symlink_to("nowhere")
    for name in ("a", "b"):
        with pytest.raises(OutputRefused, match="is there already"):
            create_text_file(tmp_path / name, "new")
    assert (tmp_path / "a").read_text() == "mine"


def test_a_replaced_file_keeps_its_mode_and_leaves_nothing_beside_it(tmp_path):
    file = tmp_path / "a"
    file.write_text("old")
    file.chmod(0o600)
    replace_text_file(file, "new")
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("new", 0o600)
    assert os.listdir(tmp_path) == ["a"]


def test_replacing_what_is_missing_or_no_plain_file_is_refused(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    for name in ("missing", "link", "folder"):
        with pytest.raises(OutputRefused):
            replace_text_file(tmp_path / name, "new")
