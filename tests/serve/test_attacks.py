"""No web page can read a preview, or make it do anything: each attack gets an answer that holds nothing of the site."""

from __future__ import annotations

import re
import socket
import sys
import time
from collections.abc import Iterator
from threading import BoundedSemaphore, Thread, current_thread, main_thread

import pytest

from builder.serve import server as serving
from builder.serve.live import Live, Now
from builder.serve.server import PreviewServer
from builder.serve.shown import Marks, Shown
from tests.serve.attacks import ATTACKS, WELCOME, Attack

SECRET = "what only the editor may read"
OWN = "/~own-folder-that-nobody-guesses/"
PAGE = f"<!doctype html><html><head><title>T</title></head><body>{SECRET}</body></html>".encode()
FILES = {
    "index.html": PAGE,
    "articles/index.html": PAGE,
    "п.html": PAGE,
    "404.html": b"<html><head></head><body>Not found</body></html>",
    "assets/a.js": SECRET.encode(),
}


OPENED: list[str] = []
"""Files that threads of the preview opened."""


def _notice(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and current_thread() is not main_thread() and "request" in current_thread().name:
        OPENED.append(str(arguments[0]))


sys.addaudithook(_notice)


@pytest.fixture
def preview() -> Iterator[PreviewServer]:
    """A preview of a small site."""
    live = Live()
    pages = frozenset(path for path in FILES if path.endswith(".html"))
    live.show(Now(Shown(FILES, pages, frozenset())))
    with PreviewServer(0, live, Marks(OWN)) as listening:
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield listening
        live.end()
        listening.shutdown()
        thread.join()


def answered(preview: PreviewServer, sent: str, seconds: float = 10) -> str:
    """Return what comes back for bytes that are sent, until the connection ends or says nothing for so long."""
    told = sent.replace("{port}", str(preview.port)).replace("{own}", OWN)
    with socket.create_connection(("127.0.0.1", preview.port), seconds) as connection:
        parts = []
        try:
            connection.sendall(told.encode("latin-1"))
            while part := connection.recv(1 << 16):
                parts.append(part)
        except ConnectionError:  # it hung up on what it did not read
            pass
    return b"".join(parts).decode("utf-8", "replace")


def test_there_are_as_many_attacks_as_were_promised() -> None:
    assert len({attack.sent for attack in ATTACKS}) == len(ATTACKS) >= 106


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.tries)
def test_an_attack_gets_nothing(preview: PreviewServer, attack: Attack) -> None:
    OPENED.clear()
    answer = answered(preview, attack.sent)
    status = re.match(r"HTTP/1\.1 (\d{3}) ", answer)
    assert answer == "" or status is not None
    assert status is None or 400 <= int(status[1]) < 500 or int(status[1]) == 505, answer
    assert SECRET not in answer
    assert answer.count("HTTP/1.1 ") <= 1
    assert "access-control" not in answer.lower()
    assert "set-cookie" not in answer.lower()
    assert "text/event-stream" not in answer
    assert OPENED == [], "no path of a request reaches a file system"


@pytest.mark.parametrize("asked", WELCOME, ids=lambda asked: asked.tries)
def test_what_a_browser_asks_for_its_own_person_is_answered(preview: PreviewServer, asked: Attack) -> None:
    answer = answered(preview, asked.sent)
    assert answer.startswith("HTTP/1.1 200 ")
    assert SECRET in answer
    assert "access-control" not in answer.lower()
    for header in ("X-Frame-Options: DENY", "Cross-Origin-Resource-Policy: same-origin", "Connection: close"):
        assert f"\r\n{header}\r\n" in answer


def test_a_head_has_the_length_of_the_page_and_none_of_it(preview: PreviewServer) -> None:
    answer = answered(preview, "HEAD / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")
    assert answer.startswith("HTTP/1.1 200 ")
    assert answer.endswith("\r\n\r\n")
    assert SECRET not in answer


def test_a_folder_without_its_slash_leads_to_the_folder_of_this_site(preview: PreviewServer) -> None:
    answer = answered(preview, "GET /articles HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")
    assert "\r\nLocation: /articles/\r\n" in answer


def test_a_worker_that_a_built_site_left_at_this_address_is_sent_away(preview: PreviewServer) -> None:
    answer = answered(
        preview, "GET /sw.js HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nService-Worker: script\r\n\r\n"
    )
    assert answer.startswith("HTTP/1.1 200 ")
    assert "registration.unregister()" in answer


def test_a_path_that_is_no_page_cannot_write_markup_into_the_answer(preview: PreviewServer) -> None:
    answer = answered(
        preview, "GET /%22%3E%3Cscript%3Ealert(1)%3C/script%3E HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
    )
    assert answer.startswith("HTTP/1.1 404 ")
    assert "<script>alert" not in answer


def test_it_listens_on_loopback_alone(preview: PreviewServer) -> None:
    assert preview.server_address[0] == "127.0.0.1"


def test_a_request_that_trickles_in_is_given_up(
    preview: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "HEAD_SECONDS", 0.3)
    with socket.create_connection(("127.0.0.1", preview.port), 10) as connection:
        answer = b""
        for sign in b"GET / HTTP/1.1\r\nX: " + b"a" * 400:
            try:
                connection.sendall(bytes([sign]))
            except ConnectionError:
                break
            connection.settimeout(0.01)
            try:
                answer += connection.recv(1 << 16)
            except TimeoutError:
                continue
            except ConnectionError:
                break
            if answer:
                break
    assert answer.startswith(b"HTTP/1.1 408 ")


def test_connections_that_say_nothing_leave_room_again(
    preview: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "HEAD_SECONDS", 3.0)
    preview.room = BoundedSemaphore(4)
    held = [socket.create_connection(("127.0.0.1", preview.port), 10) for _ in range(4)]
    crowded = answered(preview, WELCOME[0].sent)
    until = time.monotonic() + 20
    while not (answer := answered(preview, WELCOME[0].sent)) and time.monotonic() < until:
        time.sleep(0.1)
    for connection in held:
        connection.close()
    assert SECRET not in crowded
    assert SECRET in answer


def test_streams_are_counted_and_pages_still_come(
    preview: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.serve.live.MAX_STREAMS", 2)
    asked = (
        f"GET {OWN}events?page=index.html&state= HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
    )
    streams = [socket.create_connection(("127.0.0.1", preview.port), 10) for _ in range(3)]
    heads = []
    for stream in streams:
        stream.sendall(asked)
        heads.append(stream.recv(1 << 16))
    page = answered(preview, WELCOME[0].sent)
    for stream in streams:
        stream.close()
    assert sorted(head[:12] for head in heads) == [b"HTTP/1.1 200", b"HTTP/1.1 200", b"HTTP/1.1 503"]
    assert SECRET in page


def test_the_files_of_a_request_are_noticed_where_there_are_any(
    preview: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def from_disk(_shown: Shown, path: str) -> bytes:
        with open(__file__, "rb") as file:
            return file.read()

    monkeypatch.setattr(Shown, "file", from_disk)
    OPENED.clear()
    answered(preview, WELCOME[0].sent)
    assert __file__ in OPENED
