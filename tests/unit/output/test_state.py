"""Records that read back as they were written, or as nothing."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from builder.output import state, tree
from builder.output.destination import destination
from builder.output.state import open_state, read_record, write_record

RECORD = {"b": [1, 2.5, None, True], "a": {"ключ": "значение\n"}}


def signed(body: bytes, version: int = 1) -> bytes:
    digest = sha256(body).hexdigest()
    return f'{{"format":"dossier-state","version":{version},"sha256":"{digest}"}}\n'.encode() + body


def test_a_record_reads_back_as_it_was_written(tmp_path):
    write_record(tmp_path / "r.json", 1, RECORD)
    assert read_record(tmp_path / "r.json", 1) == RECORD
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


def test_a_record_is_told_in_blocks_and_bytes_in_it_in_base64(tmp_path, monkeypatch):
    sizes: list[int] = []
    add = tree.NewFile.add

    def watched(file: tree.NewFile, content: bytes) -> None:
        sizes.append(len(content))
        add(file, content)

    monkeypatch.setattr(tree.NewFile, "add", watched)
    monkeypatch.setattr(state, "_BLOCK", 1_000)
    monkeypatch.setattr(state, "_ROWS", 7)
    rows = [*range(20), "ключ", *range(1_000)]
    files = {f"page-{number}.html": ["digest", memoryview(b"\0" * number)] for number in range(400)}
    write_record(tmp_path / "r.json", 1, {"files": files, "rows": rows, "empty": {}, "\ud800": ["\ud800"]})
    told = {file: [digest, b64encode(places).decode()] for file, (digest, places) in files.items()}
    assert read_record(tmp_path / "r.json", 1) == {
        "files": told,
        "rows": rows,
        "empty": {},
        "\ud800": ["\ud800"],
    }
    assert sum(sizes) > 100_000
    assert max(sizes) < 2_000


def test_a_record_of_another_version_is_none(tmp_path):
    write_record(tmp_path / "r.json", 1, RECORD)
    assert read_record(tmp_path / "r.json", 2) is None


def test_a_version_may_be_a_name_and_words_may_hold_lone_surrogates(tmp_path):
    write_record(tmp_path / "r.json", 'a "name"', ["\ud800"])
    assert read_record(tmp_path / "r.json", 'a "name"') == ["\ud800"]
    assert read_record(tmp_path / "r.json", "another") is None


def test_a_missing_record_is_none(tmp_path):
    assert read_record(tmp_path / "r.json", 1) is None


def test_a_record_cut_off_at_any_length_is_none(tmp_path):
    path = tmp_path / "r.json"
    write_record(path, 1, RECORD)
    content = path.read_bytes()
    for length in range(len(content)):
        path.write_bytes(content[:length])
        assert read_record(path, 1) is None


def test_a_record_with_any_byte_changed_is_none(tmp_path):
    path = tmp_path / "r.json"
    write_record(path, 1, RECORD)
    content = path.read_bytes()
    for at in range(len(content)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert read_record(path, 1) is None


def replace_by_folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


def replace_by_link(path: Path) -> None:
    path.rename(path.with_name("other"))
    path.symlink_to("other")


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a folder": replace_by_folder,
    "a link": replace_by_link,
    "a pipe": replace_by_pipe,
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(b"\0" * 1000),
    "noise": lambda path: path.write_bytes(os.urandom(1000)),
    "a byte more": lambda path: path.write_bytes(path.read_bytes() + b" "),
    "deep, never closed": lambda path: path.write_bytes(signed(b"[" * 100_000)),
    "deep": lambda path: path.write_bytes(signed(b"[" * 100_000 + b"]" * 100_000)),
    "no UTF-8": lambda path: path.write_bytes(signed(b"\xff")),
    "signed nothing": lambda path: path.write_bytes(signed(b"")),
    "a number too long": lambda path: path.write_bytes(signed(b"9" * 5000)),
}
WRONG_SHAPES = [
    b"null", b"[]", b"1", b'"x"', b"{}", b'[[],{}]', b'[{},[]]', b'[{},{},{}]',
    b'[{"index.html":null},{}]', b'[{"index.html":[]},{}]', b'[{"index.html":["x",[1,2,3]]},{}]',
    b'[{"index.html":["x",[1,2,3,"4"]]},{}]', b'[{"../../etc/passwd":["x",[1,2,3,4]]},{}]',
]  # fmt: skip

RECORD_DAMAGES = DAMAGES | {
    body.decode(): lambda path, body=body: path.write_bytes(signed(body, 2)) for body in WRONG_SHAPES
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_record_is_none_and_can_be_written_again(tmp_path, damage: Callable[[Path], object]):
    path = tmp_path / "r.json"
    write_record(path, 1, RECORD)
    damage(path)
    assert read_record(path, 1) is None
    write_record(path, 1, RECORD)
    assert read_record(path, 1) == RECORD


@pytest.mark.parametrize("damage", RECORD_DAMAGES.values(), ids=RECORD_DAMAGES)
def test_a_damaged_record_of_the_site_changes_no_page_and_keeps_the_published_files(
    root, publish, damage: Callable[[Path], object]
):
    pages = {"index.html": "home", "articles/a.html": "A"}
    publish(pages)
    record = root / ".build" / f"{destination(root).key}.json"
    site = (root / "site").stat().st_ino
    damage(record)
    assert not publish(pages).is_new
    assert (root / "site").stat().st_ino == site
    damage(record)
    publish(pages | {"index.html": "HOME"})
    assert (root / "site/index.html").read_text() == "HOME"
    assert (root / "site/articles/a.html").read_text() == "A"


def test_a_record_of_the_site_cut_off_at_any_length_changes_no_page(root, publish):
    publish({"index.html": "home"})
    record = root / ".build" / f"{destination(root).key}.json"
    for length in range(0, record.stat().st_size, 7):
        record.write_bytes(record.read_bytes()[:length])
        publish({"index.html": f"home {length}"})
        assert (root / "site/index.html").read_text() == f"home {length}"


def test_the_state_folder_is_made_with_an_ignore_file_and_accepted_when_it_is_there(tmp_path):
    for _ in range(2):
        open_state(tmp_path / ".build")
        assert {path.name: path.read_text() for path in (tmp_path / ".build").iterdir()} == {
            ".gitignore": "*\n"
        }
