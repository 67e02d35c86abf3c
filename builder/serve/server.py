"""Answers browsers of this machine: one connection, one request, one answer, within bounds of time and number."""

from __future__ import annotations

import json
import socket
import sys
import time
from http import HTTPStatus
from select import select
from socketserver import BaseRequestHandler, TCPServer, ThreadingMixIn
from threading import BoundedSemaphore
from urllib.parse import parse_qs, quote

from msgspec import Struct

from builder.saving import WORKER
from builder.serve.assets import FAREWELL, SCRIPT, STYLE
from builder.serve.live import Live, Now
from builder.serve.requests import MAX_HEAD_BYTES, Asked, Refused, asked_in
from builder.serve.shown import NOT_FOUND, Marks, Shown

LOOPBACK = "127.0.0.1"
HEAD_SECONDS = 5.0
"""How long the head of a request may take to come, from the first byte to the last."""
SEND_SECONDS = 10.0
"""How long a browser may read nothing of an answer."""
MAX_CONNECTIONS = 96
"""Connections at once: a browser opens six for a page, and a stream for each page that is looked at."""
BEAT_SECONDS = 15.0
"""How often an event stream says that it is there."""
GONE_SECONDS = 0.5
"""How soon the stream of a page that was left makes room for another."""

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "bib": "text/plain; charset=utf-8",
    "ris": "text/plain; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
}
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Connection", "close"),
)
"""What every answer says: no other page may show it, read it or keep it."""


class Answer(Struct, frozen=True):
    """What is sent: `location` for another address of the same page."""

    status: int
    kind: str
    content: bytes
    location: str | None = None

    def sent(self, *, is_head: bool = False) -> bytes:
        """Return it as bytes; without its content for a request of the head alone."""
        more = [("Location", self.location)] if self.location is not None else []
        more += [("Allow", "GET, HEAD")] if self.status == HTTPStatus.METHOD_NOT_ALLOWED else []
        every = (("Content-Type", self.kind), ("Content-Length", str(len(self.content))), *more, *_HEADERS)
        return _head(self.status, every) + (b"" if is_head else self.content)


def _head(status: int, headers: tuple[tuple[str, str], ...]) -> bytes:
    lines = [
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
        *(f"{name}: {value}" for name, value in headers),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def answer(asked: Asked, now: Now, marks: Marks) -> Answer:
    """Return the answer to a request: a file of the site, or one of the preview's own."""
    own = {"preview.js": ("js", SCRIPT), "preview.css": ("css", STYLE)}
    name = f"/{asked.path}".removeprefix(marks.folder)
    if name in own:
        kind, content = own[name]
        return Answer(200, _TYPES[kind], content)
    if asked.path == WORKER:
        return Answer(200, _TYPES["js"], FAREWELL)
    if now.shown is None:
        return Answer(503, _TYPES["html"], marks.into(_NOTHING_YET, _file_at(asked.path), _NOTHING))
    return _page(asked.path, now.shown, marks)


def _file_at(path: str) -> str:
    """Return the file that stands for a path: that of a folder is its index."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def _page(path: str, shown: Shown, marks: Marks) -> Answer:
    wanted = _file_at(path)
    content = shown.file(wanted)
    if content is None and f"{path}/index.html" in shown.pages:
        return Answer(308, _TYPES["txt"], b"", f"/{quote(path)}/")
    if content is None:
        lost = shown.file(NOT_FOUND) or _NOTHING_YET
        return Answer(404, _TYPES["html"], marks.into(lost, wanted, shown))
    if wanted in shown.pages:
        content = marks.into(content, wanted, shown)
    kind = _TYPES.get(wanted.rpartition(".")[2].lower(), "application/octet-stream")
    return Answer(200, kind, content)


_NOTHING = Shown({}, frozenset(), frozenset())
_NOTHING_YET = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>
<body><p>There is no page to show yet.</p></body></html>
"""


class PreviewServer(ThreadingMixIn, TCPServer):
    """Listens on loopback alone. `marks` has the folder of the preview's own files, whose name nobody can guess."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there it would let another program take the port over
    request_queue_size = 64

    def __init__(self, port: int, live: Live, marks: Marks) -> None:
        """Raises `OSError` where the port is taken."""
        super().__init__((LOOPBACK, port), _Connection)
        self.live = live
        self.marks = marks
        self.room = BoundedSemaphore(MAX_CONNECTIONS)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], address: object) -> None:
        """Answer in a thread of its own, where there is room for one more."""
        if not self.room.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, address)
        except RuntimeError:  # the system starts no more threads
            self.room.release()
            self.shutdown_request(request)

    def process_request_thread(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Answer, and make room."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.room.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away; a bug meets the page that it spoils, and no other."""


class _Connection(BaseRequestHandler):
    """One connection."""

    server: PreviewServer
    request: socket.socket

    def handle(self) -> None:
        """Read one request, answer it, and hang up."""
        try:
            asked = asked_in(_head_of(self.request), self.server.port)
        except Refused as refused:
            self._send(Answer(refused.status, _TYPES["txt"], f"{refused.why}\n".encode()).sent())
            return
        if f"/{asked.path}" == f"{self.server.marks.folder}events" and not asked.is_head:
            self._stream(asked.query)
            return
        now = self.server.live.now
        self._send(answer(asked, now, self.server.marks).sent(is_head=asked.is_head))
        self.server.live.fetched(_file_at(asked.path))

    def _send(self, content: bytes) -> None:
        self.request.settimeout(SEND_SECONDS)
        self.request.sendall(content)

    def _stream(self, query: str) -> None:
        """Tell one page of every change that concerns it, until it goes away."""
        wanted = parse_qs(query, max_num_fields=2)
        path, state = (wanted.get(name, [""])[0] for name in ("page", "state"))
        live = self.server.live
        with live.looking_at(path) as is_welcome:
            if not is_welcome:
                self._send(Answer(503, _TYPES["txt"], b"too many pages are open\n").sent())
                return
            self._send(_head(200, (("Content-Type", "text/event-stream; charset=utf-8"), *_HEADERS)))
            known: Now | None = None
            said = time.monotonic()
            while (now := live.wait(known, GONE_SECONDS)) is not None and not self._is_gone():
                if now is not known:
                    self._send(_told(now, known, path, state))
                elif time.monotonic() - said > BEAT_SECONDS:
                    self._send(b": beat\n\n")
                else:
                    continue
                known, said = now, time.monotonic()

    def _is_gone(self) -> bool:
        """Whether the browser has left the page: it hung up, or says something where nothing more is to be said."""
        return bool(select([self.request], [], [], 0)[0])


def _told(now: Now, before: Now | None, path: str, state: str) -> bytes:
    """Return the events for a page that was got in a state."""
    shown = now.shown or _NOTHING
    told = b""
    if before is None or now.problems != before.problems or now.shown is not before.shown:
        about = json.dumps({"problems": now.problems, "drafts": sorted(shown.drafts)})
        told += f"event: told\ndata: {about}\n\n".encode()
    if shown.state(path) != state:
        told += b"event: reload\ndata: {}\n\n"
    return told or b": nothing new for this page\n\n"


def _head_of(connection: socket.socket) -> bytes:
    """Return the head of a request without the empty line at its end; raises `Refused`."""
    until = time.monotonic() + HEAD_SECONDS
    head = b""
    while b"\r\n\r\n" not in head:
        left = until - time.monotonic()
        if left <= 0:
            raise Refused(408, "the request took too long")
        connection.settimeout(left)
        try:
            part = connection.recv(MAX_HEAD_BYTES + 1 - len(head))
        except TimeoutError:
            raise Refused(408, "the request took too long") from None
        head += part
        if not part:
            raise Refused(400, "the request ended in the middle")
        if len(head) > MAX_HEAD_BYTES:
            raise Refused(431, f"a request has at most {MAX_HEAD_BYTES:,} bytes")
    whole, _, behind = head.partition(b"\r\n\r\n")
    if behind:
        raise Refused(400, "a request for a page has no body")
    return whole
