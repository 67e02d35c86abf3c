"""Runs Pagefind, an outside program, as a service: pages go in one by one, the files of the index come out.

The order of the pages is fixed, so the index is the same on every file system. The program touches no disk: what it
made is whole or is not there. It may be of any speed; silence ends it, and so does saying more than an index can hold.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from io import FileIO
from queue import Full, Queue, SimpleQueue
from threading import Thread
from typing import cast

from builder.output.refusal import refusal
from builder.search.patience import FellSilent, Patience

INDEX_FOLDER = "pagefind"
PACKAGE = "pagefind-bin"
INTERFACES = (
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
)
"""Ready-made interfaces that come beside the index; no page of ours loads them."""

LEFT_OUT = (
    # furniture of a text, and what the editors set beside and around it
    ".fold",
    ".lift",
    ".margin",
    ".block-number",
    ".tag",
    ".sign",
    # the frame around a record
    ".tab",
    ".facts",
    ".counts",
    ".line",
    ".section-head",
    ".contents",
    ".aside",
    ".basis-source",
    ".grade",
    ".grade-by",
    ".source",
    ".date",
    ".facing-date",
    ".between",
    ".unseen",
    "figcaption",
    "nav",
    "button",
    "form",
    "svg",
    "table:not(.witnesses)",
    "table.witnesses caption",
    "table.witnesses th",
    ".witness",
    # what other pages say already: a text is found by its words, a claim by its quotations
    "main[data-record=article] section:not(#text)",
    "main[data-record=claim] section:not(#side-by-side, #every-text, #texts, #assessment, #learned-later)",
    "main[data-record=comparison] section:not(#commentary)",
    "main[data-record=outlet] section:not(#assessment)",
    "main[data-record=entity] section:not(#not-meant)",
    "main[data-record=event] section",
    "main[data-record=topic] section",
)
"""What of a page is not indexed, as selectors: so a word is found where it is said and not wherever it is repeated."""

LAST_WORDS_SECONDS = 5
ROOM_BYTES = 1 << 24
ROOM_FACTOR = 8
"""How much it may say: the engine itself takes under 2 MiB, and an index is smaller than the pages it was made from."""

Answer = dict[str, object]
_ERROR = "Error"
_KILLED = -9
_MOST_COMPLAINT_BYTES = 500
_COMPLAINT_CHUNK_BYTES = 1 << 12
_CHUNK_BYTES = 1 << 20
_NOT_THERE = frozenset({errno.ENOENT, errno.EACCES, errno.ENOEXEC})


class IndexerFailed(Exception):
    """Pagefind could not make an index; the message is one line, where possible in its own words."""


class IndexerMissing(IndexerFailed):
    """There is no Pagefind here that could be asked."""


def run_indexer(pages: Iterable[tuple[str, str]], patience: Patience) -> dict[str, bytes]:
    """Let Pagefind index documents, given as (address, HTML) in a fixed order; return its files by path, sorted.

    Raises `IndexerMissing` where it is not there, `IndexerFailed` where it answers with an error or with what is no
    answer, ends early or falls silent, and `OutputRefused` where the system does not let it start.
    """
    program = _program()
    try:
        process = subprocess.Popen(
            [program, "--service"],
            bufsize=0,
            env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as fault:
        if fault.errno in _NOT_THERE:
            raise IndexerMissing(f"it could not be started: {fault.strerror}") from fault
        raise refusal(fault, "start", program) from fault
    conversation = _Conversation(process, patience)
    try:
        return conversation.index(pages)
    except FellSilent as silence:
        raise IndexerFailed(f"it neither read nor said anything for {silence}") from None
    finally:
        conversation.end()


class _Conversation:
    """One index, made by questions and answers: base64 of JSON, each ended by a comma, in both directions.

    Questions and answers cross, so each pipe has a thread of its own: none of them can make this one wait for ever.
    """

    def __init__(self, process: subprocess.Popen[bytes], patience: Patience) -> None:
        self._process = process
        self._patience = patience
        self._questions: Queue[bytes | None] = Queue(maxsize=1)
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._asked = 0
        self._room = ROOM_BYTES
        self._complaint = b""
        self._pipes = {
            Thread(target=work, args=(pipe,), daemon=True): cast("FileIO", pipe)
            for work, pipe in (
                (self._speak, process.stdin),
                (self._listen, process.stdout),
                (self._overhear, process.stderr),
            )
        }

    def index(self, pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
        """Return the files of an index of the pages."""
        self._begin()
        config = {"keep_index_url": True, "exclude_selectors": list(LEFT_OUT)}
        self._say({"type": "NewIndex", "config": config})
        number = self._hear("NewIndex").get("index_id")
        waiting = 0
        for address, document in pages:
            self._say({"type": "AddFile", "index_id": number, "url": address, "file_contents": document})
            waiting += 1
        for _ in range(waiting):
            self._hear("IndexedFile")
        self._say({"type": "GetFiles", "index_id": number})
        files = _files_of(self._hear("GetFiles"))
        return {path: files[path] for path in sorted(files.keys() - set(INTERFACES))}

    def _begin(self) -> None:
        try:
            for thread in self._pipes:
                thread.start()
        except RuntimeError as fault:
            raise IndexerFailed(
                "the system lets the build start no thread, perhaps for want of memory"
            ) from fault

    def end(self) -> None:
        """End the program, which waits for ever once its task is done."""
        self._process.kill()
        self._process.wait()
        with suppress(Full):  # it waits in a pipe that a child of the program has kept
            self._questions.put(None, timeout=LAST_WORDS_SECONDS)
        # The first pipe to close is the one to it, so that whatever it left behind has nothing more to wait for.
        for thread, pipe in self._pipes.items():
            if thread.ident is not None:
                thread.join(LAST_WORDS_SECONDS)
            if not thread.is_alive():
                pipe.close()

    def _speak(self, to_it: FileIO) -> None:
        """Write each question; when nobody reads any more the rest is let go, as what it said last tells why."""
        is_read = True
        while (question := self._questions.get()) is not None:
            rest = memoryview(question)
            while rest and is_read:
                try:
                    rest = rest[to_it.write(rest) :]
                except OSError:
                    is_read = False
                except MemoryError:
                    is_read = False
                    self._lack_memory("to ask it")

    def _listen(self, out: FileIO) -> None:
        said = bytearray()
        try:
            while chunk := out.read(_CHUNK_BYTES):
                self._room -= len(chunk)
                if self._room < 0:
                    self._answers.put(_no_answer("it said more than an index can hold"))
                    self._process.kill()
                    return
                *whole, rest = chunk.split(b",")
                for part in whole:
                    answer = _answer(said + part)
                    said.clear()
                    self._answers.put(answer)
                    if answer.get("type") == _ERROR:
                        self._process.kill()  # it might go on for ever
                        return
                said += rest
        except MemoryError:
            self._lack_memory("for what it said")
        finally:
            self._answers.put(None)

    def _overhear(self, err: FileIO) -> None:
        """Keep the last of what it says beside its answers."""
        try:
            while chunk := err.read(_COMPLAINT_CHUNK_BYTES):
                self._complaint = (self._complaint + chunk)[-2 * _MOST_COMPLAINT_BYTES :]
        except MemoryError:
            self._lack_memory("for its complaint")

    def _lack_memory(self, what: str) -> None:
        """Say so in the place of an answer, and end the program: nobody goes on talking with it."""
        self._answers.put(_no_answer(f"not enough memory {what}"))
        self._process.kill()

    def _say(self, payload: Mapping[str, object]) -> None:
        self._asked += 1
        message = json.dumps({"message_id": self._asked, "payload": payload})
        question = b64encode(message.encode("utf-8", "surrogatepass")) + b","
        self._room += ROOM_FACTOR * len(question)
        self._patience.wait(lambda seconds: self._questions.put(question, timeout=seconds))

    def _hear(self, wanted: str) -> Answer:
        answer = self._patience.wait(lambda seconds: self._answers.get(timeout=seconds))
        if answer is None:
            raise IndexerFailed(self._last_words())
        if answer.get("type") != wanted:
            raise IndexerFailed(str(answer.get("message") or f"it answered {answer.get('type')}"))
        return answer

    def _last_words(self) -> str:
        """Return why nothing more comes of it: its own complaint, or how it ended."""
        try:
            status = self._process.wait(LAST_WORDS_SECONDS)
        except subprocess.TimeoutExpired:
            return "it closed its answers before the index was made"
        if status == _KILLED:
            return "the system ended it (SIGKILL), perhaps for want of memory"
        *_, overhearing = self._pipes
        overhearing.join(LAST_WORDS_SECONDS)
        complaint = self._complaint.strip().rpartition(b"\n")[2].decode("utf-8", "replace")
        told = f"a signal ended it ({-status})" if status < 0 else f"it ended with exit {status}"
        return complaint[-_MOST_COMPLAINT_BYTES:] or f"{told} before the index was made"


def _answer(message: bytes | bytearray) -> Answer:
    try:
        answer = json.loads(b64decode(message, validate=True))["payload"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return _no_answer("it said something that is no answer")
    return answer if isinstance(answer, dict) else _no_answer("it said something unknown")


def _no_answer(message: str) -> Answer:
    return {"type": _ERROR, "message": message}


def _files_of(answer: Answer) -> dict[str, bytes]:
    try:
        made = cast("list[Mapping[str, str]]", answer["files"])
        return {file["path"]: b64decode(file["content"], validate=True) for file in made}
    except (ValueError, KeyError, TypeError) as fault:
        raise IndexerFailed(f"its files come in another form ({fault!r})") from fault


def program_version() -> str:
    """Return the version of the installed package that brings Pagefind; empty where there is none."""
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return ""


def _program() -> str:
    try:
        import pagefind_bin

        return str(pagefind_bin.get_executable())
    except (ImportError, FileNotFoundError) as fault:
        raise IndexerMissing(f"the package `{PACKAGE}` is not installed, or not whole") from fault
    except OSError as fault:
        raise refusal(fault, "read", PACKAGE) from fault
