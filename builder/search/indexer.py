"""Runs Pagefind, an outside program, as a service: pages go in one by one, the files of the index come out.

The order of the pages is fixed, so the index is the same on every file system. The program touches no disk: what it
made is whole or is not there. It may be of any speed; silence ends it.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, cast

INDEX_FOLDER = "pagefind"
PACKAGE = "pagefind-bin"
PATIENCE_SECONDS = 300
"""How long the program may say nothing: a page takes milliseconds, the whole index of 30,000 pages under a minute."""

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
    ".rating-scale",
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
    "table",
    # what other pages say already: a text is found by its words, a claim by its quotations
    "main[data-record=article] section:not(#text)",
    "main[data-record=claim] section:not(#side-by-side):not(#texts):not(#assessment):not(#learned-later)",
    "main[data-record=comparison] section:not(#commentary)",
    "main[data-record=outlet] section:not(#assessment)",
    "main[data-record=entity] section:not(#not-meant)",
    "main[data-record=event] section",
    "main[data-record=topic] section",
)
"""What of a page is not indexed, as selectors: so a word is found where it is said and not wherever it is repeated."""

LAST_WORDS_SECONDS = 5
Answer = dict[str, object]
_MOST_COMPLAINT_BYTES = 500


class IndexerFailed(Exception):
    """Pagefind could not make an index; the message is one line in its own words."""


def run_indexer(pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """Let Pagefind index documents, given as (address, HTML) in a fixed order; return its files by path, sorted.

    Raises `IndexerFailed` where it does not start, answers with an error, ends early or falls silent.
    """
    try:
        process = subprocess.Popen(
            [_program(), "--service"],
            env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as fault:
        raise IndexerFailed(f"it could not be started: {fault.strerror or fault}") from fault
    conversation = _Conversation(process)
    try:
        return conversation.index(pages)
    finally:
        conversation.end()


class _Conversation:
    """One index, made by questions and answers: base64 of JSON, each ended by a comma, in both directions."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._asked = 0
        self._complaint = b""
        # Questions and answers cross: somebody has to read while we write, or both sides wait with full pipes.
        self._listeners = (
            Thread(target=self._listen, daemon=True),
            Thread(target=self._overhear, daemon=True),
        )
        for listener in self._listeners:
            listener.start()

    def end(self) -> int:
        """End the program, which waits for ever once its task is done, and return its exit status."""
        self._process.kill()
        status = self._process.wait()
        # The first to close, so that whatever it started and left behind has nothing more to wait for.
        with suppress(OSError):  # what was not read any more goes with it
            cast("IO[bytes]", self._process.stdin).close()
        for listener, pipe in zip(self._listeners, (self._process.stdout, self._process.stderr), strict=True):
            listener.join(LAST_WORDS_SECONDS)
            if not listener.is_alive():
                cast("IO[bytes]", pipe).close()
        return status

    def _overhear(self) -> None:
        """Keep the last of what it says beside its answers."""
        for line in cast("IO[bytes]", self._process.stderr):
            self._complaint = line.strip()[-_MOST_COMPLAINT_BYTES:] or self._complaint

    def _listen(self) -> None:
        said = b""
        out = cast("IO[bytes]", self._process.stdout)
        try:
            while chunk := out.read1(1 << 20):  # type: ignore[attr-defined]  # a pipe of bytes is a BufferedReader
                *whole, rest = chunk.split(b",")
                for part in whole:
                    self._answers.put(_answer(said + part))
                    said = b""
                said += rest
        finally:
            self._answers.put(None)

    def index(self, pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
        """Return the files of an index of the pages."""
        config = {"keep_index_url": True, "exclude_selectors": list(LEFT_OUT)}
        self._say({"type": "NewIndex", "config": config})
        number = self._hear("NewIndex")["index_id"]
        waiting = 0
        for address, document in pages:
            self._say({"type": "AddFile", "index_id": number, "url": address, "file_contents": document})
            waiting += 1
        for _ in range(waiting):
            self._hear("IndexedFile")
        self._say({"type": "GetFiles", "index_id": number})
        made = cast("list[Mapping[str, str]]", self._hear("GetFiles")["files"])
        files = {file["path"]: b64decode(file["content"]) for file in made}
        return {path: files[path] for path in sorted(files.keys() - set(INTERFACES))}

    def _say(self, payload: Mapping[str, object]) -> None:
        self._asked += 1
        message = json.dumps({"message_id": self._asked, "payload": payload})
        to_it = cast("IO[bytes]", self._process.stdin)
        try:
            to_it.write(b64encode(message.encode("utf-8", "surrogatepass")) + b",")
            to_it.flush()
        except OSError as fault:
            raise self._ended() from fault

    def _hear(self, wanted: str) -> Answer:
        try:
            answer = self._answers.get(timeout=PATIENCE_SECONDS)
        except Empty:
            raise IndexerFailed(f"it said nothing for {PATIENCE_SECONDS} seconds") from None
        if answer is None:
            raise self._ended()
        if answer.get("type") != wanted:
            raise IndexerFailed(str(answer.get("message") or f"it answered {answer.get('type')}"))
        return answer

    def _ended(self) -> IndexerFailed:
        status = self.end()
        told = f"a signal ended it ({-status})" if status < 0 else f"it ended with exit {status}"
        return IndexerFailed(
            self._complaint.decode("utf-8", "replace") or f"{told} before the index was made"
        )


def _answer(message: bytes) -> Answer:
    try:
        answer = json.loads(b64decode(message, validate=True))["payload"]
    except (ValueError, KeyError, TypeError):
        return {"type": "Error", "message": "it said something that is no answer"}
    return answer if isinstance(answer, dict) else {"type": "Error", "message": "it said something unknown"}


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
        raise IndexerFailed(f"the package `{PACKAGE}` is not installed, or not whole") from fault
