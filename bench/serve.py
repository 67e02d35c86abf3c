"""Measures how long a saved body takes to be seen in the browser, under `dossier serve` and under Hugo's server.

    python bench/serve.py [--sizes 1000] [--saves 50] [--folder FOLDER]

A save adds a paragraph to a text: one file, with ours one that is not pinned yet. The clock runs from before
the first byte is written until the page with the new words has come, as a browser gets it: with ours it listens to the
page's event stream and fetches the page when told to; Hugo's is asked for the page every 2 ms. Both stand in memory,
and ours makes its search index behind. The saves of one go to the page that is looked at, in turn with the
other's. Between two saves both come to rest.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles

from generate import Writer, write_dossier
from peers import PEERS, articles_of, install

PROJECT = Path(__file__).resolve().parent.parent
OURS_PORT, HUGO_PORT = 8471, 8472
REST_SECONDS = 0.4
LONGEST_SECONDS = 60.0


def fetched(port: int, path: str) -> str:
    """Return what a server answers to a request for a path."""
    with socket.create_connection(("127.0.0.1", port), LONGEST_SECONDS) as connection:
        connection.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode()
        )
        parts = []
        while part := connection.recv(1 << 16):
            parts.append(part)
    return b"".join(parts).decode("utf-8", "replace")


class Ours:
    """Our server on a dossier, and a browser that looks at the page of one article."""

    def __init__(self, dossier: Path, record: Path, seed: Path) -> None:
        self._seed = seed
        self._path = f"/articles/{record.stem}.html"
        command = [sys.executable, "-m", "builder", "serve", "--root", str(dossier), "--port", str(OURS_PORT)]
        environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
        self._process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
        self.rest()

    def rest(self) -> None:
        """Wait until all that was saved is shown."""
        assert self._process.stderr is not None
        while not self._process.stderr.readline().startswith(b"Showing"):
            assert self._process.poll() is None
        time.sleep(REST_SECONDS)

    def save(self, words: str) -> float:
        """Add words to the text; return the seconds until the page has them."""
        page = fetched(OURS_PORT, self._path)
        found = re.search(r'src="([^"]+)preview\.js" defer data-page="([^"]+)" data-state="([^"]+)"', page)
        assert found is not None
        with socket.create_connection(("127.0.0.1", OURS_PORT), LONGEST_SECONDS) as stream:
            address = f"{found[1]}events?page={found[2]}&state={found[3]}"
            stream.sendall(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{OURS_PORT}\r\n\r\n".encode())
            time.sleep(REST_SECONDS / 4)
            began = time.perf_counter()
            _add(self._seed, words)
            told = b""
            while b"event: reload" not in told:
                told += stream.recv(1 << 16)
            page = fetched(OURS_PORT, self._path)
            took = time.perf_counter() - began
        assert words in page
        return took

    def end(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait()


class Hugo:
    """Hugo's server on the same articles."""

    def __init__(self, site: Path, tools: Path, article: str) -> None:
        self._body = site / "content" / "articles" / f"{article}.md"
        self._path = f"/articles/{article}/"
        command = PEERS[0].command(tools, site)[0]
        asked = ["server", "--source", str(site), "--bind", "127.0.0.1", "--port", str(HUGO_PORT)]
        self._process = subprocess.Popen(
            [command, *asked], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _wait(lambda: "<h1>" in _fetched_or_nothing(HUGO_PORT, self._path))
        self.rest()

    def rest(self) -> None:
        """Let it come to rest."""
        time.sleep(4 * REST_SECONDS)

    def save(self, words: str) -> float:
        """Add words to the body; return the seconds until the page has them."""
        began = time.perf_counter()
        _add(self._body, words)
        _wait(lambda: words in fetched(HUGO_PORT, self._path), 0.002)
        return time.perf_counter() - began

    def end(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait()


def _wait(is_so: Callable[[], bool], seconds: float = 0.05) -> None:
    until = time.perf_counter() + LONGEST_SECONDS
    while not is_so():
        assert time.perf_counter() < until
        time.sleep(seconds)


def _fetched_or_nothing(port: int, path: str) -> str:
    try:
        return fetched(port, path)
    except OSError:
        return ""


def _add(body: Path, words: str) -> None:
    with body.open("a", encoding="utf-8") as file:
        file.write(f"\n{words}\n")


def _unpin(record: Path) -> None:
    """Take the SHA-256 of a text out of its record, as it is before a first check."""
    told = record.read_text(encoding="utf-8")
    pinned = re.compile(r',? *"?sha256"?: *"?[0-9a-f]{64}"?')
    record.write_text(pinned.sub("", told, count=1), encoding="utf-8", newline="\n")


def _row(name: str, what: str, seconds: list[float]) -> str:
    p95 = quantiles(seconds, n=20)[-1]
    figures = (1000 * figure for figure in (median(seconds), p95, max(seconds)))
    return f"| {what} | {name} | {' | '.join(f'{figure:.0f}' for figure in figures)} |"


def measured(what: str, dossier: Path, folder: Path, tools: Path, saves: int) -> None:
    """Print a row for ours, and one for Hugo where it can be had and has the same articles."""
    record = min((dossier / "content/articles").glob("*.yaml"))
    digest = re.search(r"[0-9a-f]{64}", record.read_text(encoding="utf-8"))
    assert digest is not None
    seeds = (dossier / "seeds").glob("*.txt")
    seed = next(path for path in seeds if sha256(path.read_bytes()).hexdigest() == digest[0])
    _unpin(record)
    servers: dict[str, Ours | Hugo] = {"ours": Ours(dossier, record, seed)}
    if what.isdigit() and Path(PEERS[0].command(tools, tools)[0]).exists():
        PEERS[0].write(articles_of(dossier), folder / "hugo")
        servers["hugo"] = Hugo(folder / "hugo", tools, record.stem)
    took: dict[str, list[float]] = {name: [] for name in servers}
    writer = Writer(7)
    try:
        for number in range(saves):
            for name, server in servers.items():
                took[name].append(server.save(f"{writer.sentence(12)[:-1]} x{number}x."))
                server.rest()
    finally:
        for server in servers.values():
            server.end()
    for name, seconds in took.items():
        print(_row(name, what, seconds), flush=True)


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000])
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--folder", type=Path, help="Where to keep what is installed, for the next time.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        tools = (chosen.folder or place).resolve() / "tools"
        for why in install(tools).items():
            print(f"- {why[0]} could not be had: {why[1]}")
        print("| articles | server | median, ms | 95th | slowest |\n| ---: | --- | ---: | ---: | ---: |")
        for part in ("content", "seeds"):
            shutil.copytree(PROJECT / part, place / "five" / part)
        measured("five seeds", place / "five", place, tools, chosen.saves)
        for size in chosen.sizes:
            write_dossier(place / str(size) / "dossier", size, 1, with_claims=True)
            measured(str(size), place / str(size) / "dossier", place / str(size), tools, chosen.saves)


if __name__ == "__main__":
    main()
