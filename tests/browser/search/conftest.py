"""The worked example, built once, on a server under `/project/` and on disk; Firefox and WebKit with a reader's rules."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from builder.build import build_site
from tests.browser.search.marionette import Firefox, running_firefox
from tests.browser.search.webkit import WebKitFault, WebKitWindow, running_webkit
from tests.browsers import find_webkit


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

    def log_message(self, *_words: object) -> None:
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
def firefox(firefox_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One headless Firefox of this machine, with a reader's rules for files."""
    with running_firefox(firefox_path, tmp_path_factory.mktemp("firefox") / "profile") as running:
        yield running


@pytest.fixture(scope="session")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitWindow]:
    """One WebKit of this machine; where there is none, or it does not start, the test is skipped by name."""
    with starting_webkit(tmp_path_factory.mktemp("webkit") / "home") as window:
        yield window


@contextmanager
def starting_webkit(home: Path, *options: str) -> Iterator[WebKitWindow]:
    """A WebKit, or a skipped test."""
    program = find_webkit()
    with ExitStack() as ending:
        try:
            window = ending.enter_context(running_webkit(program, home, *options))
        except WebKitFault as fault:
            # Nothing of ours has run yet: what fails here is the machine.
            pytest.skip(f"WebKitGTK is installed but does not start here: {fault}")
        yield window
