"""The catalogue of a language: the dossier's own first, never one of another script, English where there is none."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from builder.render.catalogues import CatalogueDamaged, catalogue_path, find_catalogue


def put(folder: Path, language: str, told: str) -> None:
    """Write a catalogue that says one word for "Meaning"."""
    words = (
        (b"", f"Content-Type: text/plain; charset=UTF-8\nLanguage: {language}\n".encode()),
        (b"Meaning", told.encode()),
    )
    tables, texts, at = [b"", b""], b"", 28 + 16 * len(words)
    for table, column in enumerate(zip(*words, strict=True)):
        for text in column:
            tables[table] += struct.pack("<II", len(text), at + len(texts))
            texts += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(words), 28, 28 + 8 * len(words), 0, 0)
    path = catalogue_path(folder, language)
    path.parent.mkdir(parents=True)
    path.write_bytes(head + b"".join(tables) + texts)


def told(folders: tuple[Path, ...], language: str) -> str:
    return find_catalogue(folders, language).words.gettext("Meaning")


def test_the_dossiers_own_catalogue_comes_before_that_of_the_program(tmp_path: Path) -> None:
    own, program = tmp_path / "own", tmp_path / "program"
    put(program, "el", "Σημασία")
    assert told((own, program), "el") == "Σημασία"
    put(own, "el", "Έννοια")
    assert told((own, program), "el") == "Έννοια"
    assert find_catalogue((own,), "el").digest != find_catalogue((program,), "el").digest


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sr", "Значење"),
        ("sr-RS", "Значење"),
        ("sr-Latn", "Meaning"),
        ("sr-Latn-RS", "Meaning"),
        ("pt-BR", "Significado"),
        ("pt", "Meaning"),
        ("en", "Meaning"),
    ],
)
def test_a_region_may_be_left_out_and_a_script_may_not(tmp_path: Path, language: str, words: str) -> None:
    put(tmp_path, "sr", "Значење")
    put(tmp_path, "pt-BR", "Significado")
    assert (tmp_path / "words/pt_BR/LC_MESSAGES/readers.mo").is_file()
    assert told((tmp_path,), language) == words
    assert (find_catalogue((tmp_path,), language).digest == "") == (words == "Meaning")


@pytest.mark.parametrize(
    "content", [b"", b"no catalogue", struct.pack("<7I", 0x950412DE, 0, 9, 28, 99, 0, 0)]
)
def test_a_damaged_catalogue_is_named(tmp_path: Path, content: bytes) -> None:
    path = catalogue_path(tmp_path, "el")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(CatalogueDamaged, match=r"readers\.mo is no catalogue of words"):
        find_catalogue((tmp_path,), "el")
