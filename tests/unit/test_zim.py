"""What surrounds the ZIM: its picture, its words within limits, and a program that is missing or fails."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from builder.output.destination import destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused
from builder.zim.file import About, shortened, write_zim
from builder.zim.illustration import SIDE, illustration
from builder.zim.languages import long_code

ABOUT = About("-t", "words", "Editors", "eng", "t_eng", None)


def publish(root: Path) -> None:
    with open_generation(destination(root)) as generation:
        for path in ("index.html", "404.html", "robots.txt", "own/заметка №1.txt", "own/active.js"):
            generation.write(path, path.encode())
        generation.commit()


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program of that name where programs are looked for first."""
    folder.mkdir()
    (folder / "zimwriterfs").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "zimwriterfs").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def write(root: Path, out: Path) -> None:
    write_zim(destination(root), out, ABOUT, frozenset({"own/active.js"}), lambda: None)


def test_the_picture_is_a_png_of_48_points_with_a_folder_on_a_clear_ground():
    picture = illustration()
    assert picture == illustration()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (48, 48)
    start = picture.index(b"IDAT")
    (size,) = struct.unpack(">I", picture[start - 4 : start])
    rows = zlib.decompress(picture[start + 4 : start + 4 + size])

    def point(x: int, y: int) -> tuple[int, ...]:
        at = y * (SIDE * 4 + 1) + 1 + x * 4
        return tuple(rows[at : at + 4])

    assert (point(0, 0)[3], point(47, 47)[3]) == (0, 0)
    assert point(5, 20) == (0x14, 0x21, 0x2E, 255)
    assert point(20, 30) == (0xB8, 0x8A, 0x00, 255)


@pytest.mark.parametrize(
    ("words", "most", "told"),
    [
        ("Short", 5, "Short"),
        ("Threats against Russia", 30, "Threats against Russia"),
        ("Five texts, read side by side", 12, "Five texts…"),
        ("Five texts", 5, "Five…"),
        ("Fivetexts", 5, "Five…"),
    ],
)
def test_words_are_cut_between_words_and_say_so(words: str, most: int, told: str):
    assert shortened(words, most) == told
    assert len(told) <= most


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "eng"), ("de-AT", "deu"), ("sr-Cyrl", "srp"), ("ckb", "ckb"), ("xx", "und")]
)
def test_a_language_has_its_code_of_three_letters(tag: str, code: str):
    assert long_code(tag) == code


def test_where_the_program_is_missing_one_line_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    publish(tmp_path)
    with pytest.raises(OutputRefused, match=r"`zimwriterfs`.* is not installed") as refused:
        write(tmp_path, tmp_path / "d.zim")
    assert "install the package zim-tools" in refused.value.hint


def test_the_program_gets_the_site_without_what_servers_read_and_what_may_act(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    seen = tmp_path / "seen"
    program(
        tmp_path / "bin",
        f'for last; do :; done\n(printf "%s\\n" "$@"; cd "${{last%made}}site"; find . -type f) >{seen}\n'
        'printf "ZIM\\004" >"$last"',
        monkeypatch,
    )
    publish(tmp_path)
    write(tmp_path, tmp_path / "d.zim")
    lines = seen.read_text(encoding="utf-8").splitlines()
    assert {"--title=-t", "--description=words", "--language=eng", "--welcome=index.html"} <= set(lines)
    assert {line for line in lines if line.startswith("./")} == {
        "./index.html",
        "./own/заметка №1.txt",
        "./assets/illustration-48.png",
    }
    assert (tmp_path / "d.zim").read_bytes() == b"ZIM\x04"
    assert not (tmp_path / "d.zim.new").exists()


@pytest.mark.parametrize("script", ["echo no room; exit 1", "exit 0"])
def test_where_the_program_fails_the_former_file_stays_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
):
    program(tmp_path / "bin", script, monkeypatch)
    publish(tmp_path)
    out = tmp_path / "d.zim"
    out.write_bytes(b"ZIM\x04 former")
    with pytest.raises(OutputRefused):
        write(tmp_path, out)
    assert out.read_bytes() == b"ZIM\x04 former"
    assert not (tmp_path / "d.zim.new").exists()


def test_what_is_no_zim_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program(tmp_path / "bin", "exit 0", monkeypatch)
    publish(tmp_path)
    (tmp_path / "d.zim").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused, match="is there already"):
        write(tmp_path, tmp_path / "d.zim")
