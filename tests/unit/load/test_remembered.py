"""A dossier that is loaded again: only what changed is read and decoded, and the outcome is that of a first load."""

from __future__ import annotations

import os
import shutil
import time
from hashlib import sha256
from pathlib import Path

import pytest

from builder.load import Loaded, LoadMemory, decode, files, load_dossier, seeds
from builder.recorded import digest

GOLDEN = Path(__file__).resolve().parents[2] / "golden/dossier"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier whose files were left alone for long enough to be told by their stamps."""
    root = tmp_path / "dossier"
    shutil.copytree(GOLDEN, root)
    settle()
    return root


def settle() -> None:
    """Let the file system's clock tick: a stamp is believed where its file was left alone for 50 ms."""
    time.sleep(0.06)


def outcome(loaded: Loaded) -> tuple[object, ...]:
    """Return all that later steps use of a load."""
    assert loaded.library is not None
    return digest(loaded.library), loaded.problems, loaded.inputs, loaded.static


def edit(root: Path, number: int) -> int:
    """Say something else in an article, and let its texts go on; return how many it has."""
    count = 0
    path = sorted(root.glob("content/articles/*.yaml"))[number]
    record = path.read_text("utf-8")
    for seed in root.glob("seeds/*.txt"):
        before = seed.read_bytes()
        if sha256(before).hexdigest() in record:
            seed.write_bytes(before + b"\n\nMore came in.\n")
            record = record.replace(sha256(before).hexdigest(), sha256(seed.read_bytes()).hexdigest())
            count += 1
    path.write_text(f"{record}# anew\n", "utf-8")
    return count


READ_AGAIN = {
    "dossier.yaml": "it has a word in it that withholds",
    "sawt-sand.yaml": "it redacts words",
    "2020-01-19-rumour.yaml": "it withholds words",
    "security.txt": "it is copied",
    "plan.html": "it is copied",
    "routine-delay.yaml": "a warning tells its line",
    "who-let-it-wait.yaml": "a warning tells its line",
}
"""Files of the golden dossier that are read by each load, and why."""


def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Count files that are read but need not be, records and texts that are decoded from now on."""
    counts = {"read": 0, "decoded": 0, "texts": 0}
    for module, name, what in (
        (files, "_read_plain_file", "read"),
        (decode, "_decode", "decoded"),
        (seeds, "_decode", "texts"),
    ):
        real = getattr(module, name)

        def counting(*arguments: object, _real: object = real, _what: str = what) -> object:
            is_needed = _what == "read" and str(arguments[0]).rpartition("/")[2] in READ_AGAIN
            counts[_what] += not is_needed
            assert callable(_real)
            return _real(*arguments)

        monkeypatch.setattr(module, name, counting)
    return counts


def test_a_second_load_reads_and_decodes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = LoadMemory()
    first = outcome(load_dossier(root, memory=memory))
    counts = counted(monkeypatch)
    assert outcome(load_dossier(root, memory=LoadMemory(memory.found))) == first
    assert counts == {"read": 0, "decoded": 0, "texts": 0}


def test_an_edit_reads_and_decodes_what_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = LoadMemory()
    load_dossier(root, memory=memory)
    texts = edit(root, 0)
    counts = counted(monkeypatch)
    again = outcome(load_dossier(root, memory=LoadMemory(memory.found)))
    assert counts == {"read": texts + 1, "decoded": 1, "texts": texts}
    assert again == outcome(load_dossier(root))


def test_loads_with_a_memory_are_those_without_through_many_edits(root: Path) -> None:
    memory = LoadMemory()
    for number in (0, 1, 1, 2, 0):
        edit(root, number)
        memory = LoadMemory(memory.found)
        assert outcome(load_dossier(root, memory=memory)) == outcome(load_dossier(root))


def test_mistakes_and_warnings_are_told_again(root: Path) -> None:
    path = min(root.glob("content/articles/*.yaml"))
    path.write_text(path.read_text("utf-8") + "topcs: [x]\n", "utf-8")
    memory = LoadMemory()
    first = load_dossier(root, memory=memory).problems
    assert any(one.code == "unknown-field" for one in first)
    assert load_dossier(root, memory=LoadMemory(memory.found)).problems == first


def test_a_file_that_was_saved_twice_within_one_tick_is_read_again(root: Path) -> None:
    path = root / "content/outlets/late.yaml"
    memory = LoadMemory()
    path.write_text("name: The one\n", "utf-8")
    load_dossier(root, memory=memory)
    times = path.stat()
    path.write_text(path.read_text("utf-8").replace("one", "two"), "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    loaded = load_dossier(root, memory=LoadMemory(memory.found))
    assert loaded.library is not None
    assert "The two" in [outlet.name for outlet in loaded.library.outlets.values()]


def test_the_work_that_a_text_may_cost_is_counted_anew_in_each_load(root: Path) -> None:
    memory = LoadMemory()
    library = load_dossier(root, memory=memory).library
    assert library is not None
    steps = {article: text.steps for article, text in library.texts.items()}
    assert any(steps.values())
    for _ in range(3):
        memory = LoadMemory(memory.found)
        again = load_dossier(root, memory=memory).library
        assert again is not None
        assert {article: text.steps for article, text in again.texts.items()} == steps
        kept = [
            article
            for article, text in library.texts.items()
            if not text.is_redacted and library.articles[article].lines is None
        ]
        assert kept
        assert all(again.texts[article] is library.texts[article] for article in kept)
