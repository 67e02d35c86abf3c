"""What one process found out in files is believed by the next one, of files with the same stamp, and of no others."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from builder.load import LoadMemory, load_dossier
from builder.load.loadrecord import remembered_from, told
from builder.model.article import Publish
from builder.model.kinds import RECORD_KINDS
from builder.model.plainrecord import plain_record, restored
from builder.recorded import digest
from tests.unit.load.test_remembered import counted, edit, outcome, root, settle

__all__ = ["root"]


def told_of(root: Path) -> bytes:
    """Return what is kept of a first load."""
    memory = LoadMemory()
    load_dossier(root, memory=memory)
    return told(memory)


def test_records_come_back_as_they_were_told(root: Path) -> None:
    library = load_dossier(root).library
    assert library is not None
    for record in (library.dossier, *library.articles.values(), *library.claims.values()):
        again = restored(type(record), record.id, plain_record(record))  # type: ignore[arg-type]
        assert again == record
        assert digest(again) == digest(record)
        assert repr(again) == repr(record)
        assert again.model_fields_set == record.model_fields_set


def test_a_later_process_decodes_what_has_mistakes_or_is_not_for_readers_and_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = LoadMemory()
    first = outcome(load_dossier(root, memory=memory))
    kept = told(memory)
    counts = counted(monkeypatch)
    assert outcome(load_dossier(root, memory=LoadMemory(remembered_from(kept)))) == first
    files = len(list(root.glob("content/**/*.*")))
    assert counts["decoded"] == files - len(remembered_from(kept).records)
    assert 0 < counts["decoded"] < files / 2


def test_what_is_told_after_an_edit_is_what_a_first_load_tells(root: Path) -> None:
    kept = told_of(root)
    for number in (0, 1, 1, 2):
        edit(root, number)
        settle()
        memory, anew = LoadMemory(remembered_from(kept)), LoadMemory()
        assert outcome(load_dossier(root, memory=memory)) == outcome(load_dossier(root, memory=anew))
        kept = told(memory)
        assert kept == told(anew)


def test_a_record_is_not_believed_of_a_file_with_another_stamp(root: Path) -> None:
    memory = LoadMemory()
    load_dossier(root, memory=memory)
    path = root / "content/outlets/ansel-tv.yaml"
    kept = told(memory).replace(b'"name":"', b'"name":"False ')
    believed = load_dossier(root, memory=LoadMemory(remembered_from(kept))).library
    os.utime(path)
    doubted = load_dossier(root, memory=LoadMemory(remembered_from(kept))).library
    assert believed is not None
    assert doubted is not None
    name = {outlet.id: outlet.name for outlet in doubted.outlets.values()}["ansel-tv"]
    assert {outlet.id: outlet.name for outlet in believed.outlets.values()}["ansel-tv"].startswith("False ")
    assert not name.startswith("False ")


def test_what_readers_are_not_to_see_is_not_kept(root: Path) -> None:
    memory = LoadMemory()
    library = load_dossier(root, with_drafts=True, memory=memory).library
    assert library is not None
    kept = remembered_from(told(memory))
    hidden = [text.path for text in library.texts.values() if text.is_redacted]
    of_drafts = [text.path for name, text in library.texts.items() if library.articles[name].draft]
    paths = {path for path, _ in kept.records}
    assert hidden
    assert not {*hidden, *of_drafts} & kept.files.keys()
    for name, text in library.texts.items():
        assert not (text.is_redacted and f"content/articles/{name}.yaml" in paths)
    for kind, one in RECORD_KINDS.items():
        for name, record in library.records(kind).items():
            if record.draft or record.acknowledge or record.private:
                assert f"content/{one.plural}/{name}.yaml" not in paths


@pytest.mark.parametrize("kept", [b"", b"{}", b'{"records": {"a": 1}, "texts": {}}', b"\xff", b"[" * 9000])
def test_what_has_another_form_tells_nothing(kept: bytes) -> None:
    found = remembered_from(kept)
    assert not found.files
    assert not found.records
    assert not found.sound


def test_a_text_is_read_when_its_words_are_asked_for_and_not_after_it_has_changed(tmp_path: Path) -> None:
    words = "The ferry waited.\n\nNobody said why.\n"
    pinned = f"text: {{file: seeds/a.txt, sha256: {sha256(words.encode()).hexdigest()}}}"
    files = {
        "content/dossier.yaml": "title: Ferry\n",
        "content/outlets/post.yaml": "name: The Post\n",
        "content/articles/a.yaml": f"title: Waiting\noutlet: post\npublished: 2020-01-02\n{pinned}\n",
        "seeds/a.txt": words,
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    settle()
    memory = LoadMemory()
    load_dossier(tmp_path, memory=memory)
    texts = []
    for _ in range(2):
        library = load_dossier(tmp_path, memory=LoadMemory(remembered_from(told(memory)))).library
        assert library is not None
        texts += library.texts.values()
    assert texts[0].raw == words
    (tmp_path / "seeds/a.txt").write_text(words.replace("why", "how"), "utf-8")
    assert texts[0].raw == words
    with pytest.raises(OSError, match="run again"):
        _ = texts[1].raw


@pytest.mark.parametrize(
    "line",
    [
        "private: nobody reads it",
        "draft: true",
        "acknowledge: [{code: not-coded, reason: nobody reads it}]",
        "assessment: {private: nobody reads it, note: N}",
    ],
)
def test_what_is_for_editors_alone_is_not_kept(root: Path, line: str) -> None:
    (root / "content/outlets/aside.yaml").write_text(
        f"name: Aside\nkind: newspaper\n{line}\n", encoding="utf-8"
    )
    (root / "content/outlets/beside.yaml").write_text("name: Beside\nkind: newspaper\n", encoding="utf-8")
    settle()
    kept = told_of(root)
    assert b"Beside" in kept
    assert b"Aside" not in kept
    assert b"nobody reads it" not in kept


def test_what_a_text_that_is_published_whole_redacts_is_not_kept(root: Path) -> None:
    path = root / "content/articles/sawt-sand.yaml"
    path.write_text(f"{path.read_text('utf-8')}publish: full\n", encoding="utf-8")
    settle()
    memory = LoadMemory()
    library = load_dossier(root, memory=memory).library
    assert library is not None
    assert library.articles["sawt-sand"].publish is Publish.FULL  # type: ignore[index]
    kept = told(memory)
    assert "content/articles/sawt-sand.yaml" not in {name for name, _ in remembered_from(kept).records}
    assert "نوح الحفار".encode() not in kept
