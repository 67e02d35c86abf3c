"""The ZIM in Kiwix: pages open, links hold, and our own search answers as it does on a server of ours."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from builder.output.destination import destination
from builder.zim.file import About, write_zim
from tests.browser.search.asking import ask_chromium
from tests.browser.search.queries import QUESTIONS
from tests.programs import find_program

TEN = QUESTIONS[::10]
OF_KIWIX = "Executing inline event handler violates"
"""What its own bar above a page has, and our pages allow nobody."""
PATIENCE_SECONDS = 20


@pytest.fixture(scope="module")
def kiwix(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address under which kiwix-serve has the worked example, with a slash at its end."""
    find_program("zimwriterfs", "zim-tools")
    server = find_program("kiwix-serve", "kiwix-tools")
    file = tmp_path_factory.mktemp("zim") / "dossier.zim"
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
        yield first_that_answers(f"http://127.0.0.1:{port}", ("/content/dossier/", "/dossier/"))
    finally:
        running.terminate()
        running.wait()


def first_that_answers(host: str, folders: tuple[str, ...]) -> str:
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


def test_ten_questions_are_answered_as_on_the_web(chromium: Browser, kiwix: str, web: str):
    wanted = ask_chromium(chromium, f"{web}search.html", TEN)
    asked = ask_chromium(chromium, f"{kiwix}search.html", TEN)
    assert len(TEN) == 10
    assert asked.answers == wanted.answers
    assert [words for words in asked.complaints if OF_KIWIX not in words] == []
    host = "/".join(kiwix.split("/")[:3])
    assert [address for address in asked.requests if not address.startswith(f"{host}/")] == []


def test_a_reader_gets_from_the_first_page_to_a_claim_and_finds_words(chromium: Browser, kiwix: str):
    page = chromium.new_page()
    page.goto(f"{kiwix}index.html")
    page.locator("main a[href^='claims/']").first.click()
    assert page.url.startswith(f"{kiwix}claims/")
    page.goto(f"{kiwix}search.html?q=Raqqa&kind=Article")
    page.locator("[data-results] a").first.click()
    assert page.url == f"{kiwix}articles/blog-liberate-chechnya.html#p-8"
    page.close()
