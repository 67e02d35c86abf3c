"""The worked example, built once, and two browsers that read it: from a server under `/project/`, and from disk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from builder.build import build_site
from tests.browsers import chromium_flags
from tests.offline.marionette import Firefox, running_firefox

_HERE = Path(__file__).parent
Ask = Callable[[str, str, list[object]], object]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser; the hook is given the tests of all folders."""
    for test in items:
        if test.path.is_relative_to(_HERE) and {"chromium", "firefox", "ask_firefox"} & set(test.fixturenames):
            test.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the worked example."""
    out = tmp_path_factory.mktemp("offline") / "site"
    built = build_site(project, out)
    assert built.summary is not None
    return out


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site under `/project/` and nothing beside it, as a project page is served."""

    def do_GET(self) -> None:
        if not self.path.startswith("/project/"):
            self.send_error(404)
            return
        self.path = self.path.removeprefix("/project")
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def web(site: Path) -> Iterator[str]:
    """The address of the site on a server of this machine, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/project/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def chromium(chromium_path: Path) -> Iterator[Browser]:
    """One headless Chromium of this machine."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path, args=chromium_flags())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def firefox(firefox_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One headless Firefox of this machine, with a reader's rules for files."""
    with running_firefox(firefox_path, tmp_path_factory.mktemp("firefox") / "profile") as running:
        yield running
