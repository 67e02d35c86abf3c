"""A site as a ZIM on Kiwix's own server, on this machine."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from builder.output.destination import destination
from builder.zim.file import About, write_zim
from tests.programs import find_program

OF_KIWIX = "Executing inline event handler violates"
"""What its own bar above a page has, and our pages allow nobody."""
PATIENCE_SECONDS = 20


@contextmanager
def served_by_kiwix(site: Path, folder: Path) -> Iterator[str]:
    """Give the address under which kiwix-serve has a site, with a slash at its end."""
    find_program("zimwriterfs", "zim-tools")
    server = find_program("kiwix-serve", "kiwix-tools")
    file = folder / "dossier.zim"
    about = About("Threats against Russia", "Five texts", "The editors", "eng", "threats_eng", None)
    write_zim(destination(site.parent, site), file, about, frozenset(), lambda: None)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(
        [server, f"--port={port}", "--address=127.0.0.1", file],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _first_that_answers(f"http://127.0.0.1:{port}", ("/content/dossier/", "/dossier/"))
    finally:
        running.terminate()
        running.wait()


def _first_that_answers(host: str, folders: tuple[str, ...]) -> str:
    """Return where the server has the pages: versions differ."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        for folder in folders:
            try:
                if urlopen(f"{host}{folder}index.html").status == 200:
                    return f"{host}{folder}"
            except OSError:
                time.sleep(0.1)
    pytest.fail(f"kiwix-serve did not answer within {PATIENCE_SECONDS} seconds")
