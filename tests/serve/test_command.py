"""`dossier serve` as a person starts and ends it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
FILES = {
    "content/dossier.yaml": "title: T\nas_of: 2020-01-31\n",
    "content/outlets/o.yaml": "name: The Outlet\n",
    "content/articles/a.yaml": "title: First title\noutlet: o\npublished: 2019\nlanguage: en\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier of one article."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return int(any_port.getsockname()[1])


@contextmanager
def serving(root: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """Run the command within the block."""
    command = [sys.executable, "-m", "builder", "serve", "--root", str(root), *options]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    """Read what it says until a line has these words."""
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            return
    raise AssertionError(f"it never said {words!r}")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_it_says_where_to_look_and_ends_when_it_is_told_to(
    root: Path, number: signal.Signals, status: int
) -> None:
    port = free_port()
    with serving(root, "--port", str(port)) as process:
        wait_for(process, f"http://127.0.0.1:{port}/")
        wait_for(process, "Showing")
        with socket.create_connection(("127.0.0.1", port), 10) as connection:
            connection.sendall(f"GET /articles/a.html HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
            assert b"200 OK" in connection.recv(100)
        process.send_signal(number)
        said = process.communicate(timeout=30)
        assert process.returncode == status
        assert not re.search("Traceback|bug", "".join(said))
    assert sorted(path.name for path in root.iterdir()) == ["content"]


def test_a_port_that_is_taken_is_told_with_a_way_out(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving(root, "--port", str(port)) as process:
            said = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert f"port {port} of 127.0.0.1 cannot be used" in said
    assert "= fix: " in said


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_what_is_no_port_is_wrong_usage(root: Path, port: str) -> None:
    with serving(root, f"--port={port}") as process:
        said = process.communicate(timeout=30)[1]
    assert process.returncode == 2
    assert "is no number from 1 to 65535" in said
