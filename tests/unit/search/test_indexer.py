"""The talk with an outside program: whatever it does or leaves undone, it ends, and is told in one line."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import threading
from base64 import b64encode
from pathlib import Path

import pytest

from builder.output.refusal import OutputRefused
from builder.search import indexer, patience
from builder.search.patience import Patience
from tests.unit.search.conftest import page

PAGES = {"a.html": page("<h1>Alpha</h1><p>The river rises.</p>")}
LARGER_THAN_A_PIPE = {"a.html": page("<p>river</p>" * 50_000)}


def answer(**payload: object) -> str:
    """An answer as the program writes it."""
    return b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()).decode() + ","


HELLO = f"printf '{answer(type='NewIndex', index_id=0)}'"
INDEXED = f"printf '{answer(type='IndexedFile')}'"
UNKNOWN_FILES = f"printf '{answer(type='GetFiles', files=[{'path': 'x'}])}'"


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Let a program of these lines stand in for the indexer, and have little patience with it."""

    def stand_in(lines: str) -> Path:
        script = tmp_path / "indexer"
        script.write_text(f"#!/bin/sh\n{lines}\n")
        script.chmod(0o755)
        monkeypatch.setattr("pagefind_bin.get_executable", lambda: script)
        for bound in ("FIRST_SECONDS", "LEAST_SECONDS", "MOST_SECONDS"):
            monkeypatch.setattr(patience, bound, 0.5)
        monkeypatch.setattr(indexer, "LAST_WORDS_SECONDS", 0.5)
        return script

    return stand_in


FAULTS = {
    "complains": ("echo 'The disk is on fire' >&2; exit 1", "The disk is on fire"),
    "ends at once": ("exit 0", "it ended with exit 0 before the index was made"),
    "is killed": ("kill -9 $$", r"the system ended it \(SIGKILL\), perhaps for want of memory"),
    "is killed while it is asked": (f"{HELLO}; head -c 1 >/dev/null; kill -9 $$", "for want of memory"),
    "aborts": ("kill -6 $$", r"a signal ended it \(6\)"),
    "answers half and ends": ("printf 'half a word'; exit 0", "it ended with exit 0"),
    "answers half and is silent": (f"{HELLO}; printf 'half'; cat >/dev/null", "0.5 seconds"),
    "never reads": ("exec sleep 60", "it neither read nor said anything for 0.5 seconds"),
    "stops to read": (f"{HELLO}; exec sleep 60", "it neither read nor said anything"),
    "reads and never answers": ("cat >/dev/null", "it neither read nor said anything"),
    "closes its answers and lives": ("exec >&- ; exec sleep 60", "it closed its answers"),
    "closes its ear and lives": (f"exec <&-; {HELLO}; exec sleep 60", "it neither read nor said anything"),
    "leaves a child with its pipes": ("sleep 0.2 & exit 4", "it ended with exit 4"),
    "says endless rubbish": ("exec cat /dev/zero", "it said more than an index can hold"),
    "complains endlessly": (
        "while :; do printf aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa >&2; done",
        "it neither read nor said anything",
    ),
    "says what is no answer": ("printf 'no answer,'; cat >/dev/null", "something that is no answer"),
    "says no payload": ("printf 'e30=,'; cat >/dev/null", "something that is no answer"),
    "answers an error": (f"printf '{answer(type='Error', message='No.')}'; cat >/dev/null", r"^No\.$"),
    "answers something else": (f"printf '{answer(type='Odd')}'; cat >/dev/null", "it answered Odd"),
    "gives files in another form": (
        f"{HELLO}; {INDEXED}; {UNKNOWN_FILES}; cat >/dev/null",
        "its files come in another form",
    ),
}


@pytest.mark.parametrize(("lines", "told"), FAULTS.values(), ids=FAULTS)
def test_a_program_that_fails_refuses_the_build_in_one_line_and_the_last_site_stays(
    publish, instead, tmp_path, lines: str, told: str
):
    publish({"a.html": page("<p>Former</p>")})
    instead(lines)
    with pytest.raises(OutputRefused, match="the search index could not be made") as refused:
        publish(LARGER_THAN_A_PIPE)
    words = refused.value.message.removeprefix("the search index could not be made: ")
    assert re.search(told, words)
    assert "\n" not in refused.value.message
    assert "Former" in (tmp_path / "site/a.html").read_text("utf-8")
    assert (tmp_path / "site/pagefind/pagefind.js").is_file()


def test_rubbish_is_heard_up_to_a_bound(instead, monkeypatch):
    instead("exec cat /dev/zero")
    heard = []
    monkeypatch.setattr(indexer, "_CHUNK_BYTES", 1 << 16)
    real = indexer._Conversation._listen

    class Counted:
        def __init__(self, pipe):
            self.pipe = pipe

        def read(self, most: int) -> bytes:
            heard.append(len(chunk := self.pipe.read(most)))
            return chunk

    monkeypatch.setattr(indexer._Conversation, "_listen", lambda self, out: real(self, Counted(out)))
    with pytest.raises(indexer.IndexerFailed):
        indexer.run_indexer([], Patience())
    assert indexer.ROOM_BYTES < sum(heard) < indexer.ROOM_BYTES + 2 * (1 << 16)


@pytest.mark.parametrize("lines", ["exec sleep 60", "exec cat /dev/zero", "cat >/dev/null"])
def test_no_thread_and_no_process_is_left_of_a_talk(instead, monkeypatch, lines: str):
    instead(lines)
    started = []
    real = subprocess.Popen

    def popen(*arguments, **options):
        started.append(real(*arguments, **options))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", popen)
    before = threading.active_count()
    with pytest.raises((indexer.IndexerFailed, patience.FellSilent)):
        indexer.run_indexer([("/a.html", LARGER_THAN_A_PIPE["a.html"])], Patience())
    assert (threading.active_count(), started[0].returncode) == (before, -9)


def test_an_indexer_that_is_not_there_leaves_the_site_without_search_and_says_so(
    publish, monkeypatch, tmp_path
):
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: Path("/nowhere/pagefind"))
    _, problems = publish(PAGES)
    assert [problem.code for problem in problems] == ["search-failed"]
    assert (tmp_path / "site/a.html").exists()
    assert not (tmp_path / "site/pagefind").exists()


@pytest.mark.parametrize("code", [errno.EMFILE, errno.ENOMEM, errno.EAGAIN])
def test_what_the_system_refuses_refuses_the_build(publish, monkeypatch, code: int):
    def refuse(*_arguments, **_options):
        raise OSError(code, "No")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(OutputRefused, match=r"cannot start .*pagefind.*: No"):
        publish(PAGES)


def test_where_no_thread_can_be_started_the_build_is_refused(publish, monkeypatch):
    def refuse(_thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with pytest.raises(OutputRefused, match="for want of memory"):
        publish(PAGES)


def test_a_disk_that_cannot_say_whether_the_program_is_there_is_no_missing_program(monkeypatch):
    import pagefind_bin

    def fail():
        raise OSError(errno.EIO, os.strerror(errno.EIO), "pagefind")

    monkeypatch.setattr(pagefind_bin, "get_executable", fail)
    with pytest.raises(OutputRefused, match="cannot read pagefind: Input/output error"):
        indexer.run_indexer([], Patience())


@pytest.mark.parametrize(
    ("pipe", "act", "told"),
    [
        ("stdin", "write", "to ask it"),
        ("stdout", "read", "for what it said"),
        ("stderr", "read", "for its complaint"),
    ],
)
def test_want_of_memory_in_any_of_its_threads_is_told_in_one_line(
    instead, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipe: str, act: str, told: str
):
    """A thread that ends with an exception would print a traceback; here it would fail the test."""
    instead("echo complaint >&2; cat >/dev/null")
    start = subprocess.Popen

    class WithoutMemory:
        def __init__(self, real):
            self._real = real

        def __getattr__(self, name):
            if name == act:
                raise MemoryError
            return getattr(self._real, name)

    def started(*arguments, **options):
        process = start(*arguments, **options)
        setattr(process, pipe, WithoutMemory(getattr(process, pipe)))
        return process

    monkeypatch.setattr("builder.search.indexer.subprocess.Popen", started)
    with pytest.raises(indexer.IndexerFailed, match=f"not enough memory {told}"):
        indexer.run_indexer([("/a.html", "<p>river</p>")], Patience(tmp_path / "search.json"))
