"""The page for lost readers, as a server shows it at any depth: nothing that it asks for is missing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.golden.golden import DOSSIER
from tests.site.dossiers import build

DEPTHS = ("nowhere.html", "claims/nowhere.html", "articles/a/b/c/d")


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The site under `/some/project/` on this machine; what is not there is answered with its `404.html`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            under, _, name = self.path.partition("/some/project/")
            wanted = site / name
            is_there = not under and wanted.is_file()
            self.send_response(200 if is_there else 404)
            kinds = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
            self.send_header("Content-Type", kinds.get(wanted.suffix, "text/html"))
            self.end_headers()
            self.wfile.write((wanted if is_there else site / "404.html").read_bytes())

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/some/project/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("knows", [True, False])
def test_the_page_for_lost_readers_asks_for_nothing_that_is_missing(page: Page, tmp_path: Path, knows: bool):
    root = Path(shutil.copytree(DOSSIER, tmp_path / "golden"))
    settings = root / "content/dossier.yaml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if not line.startswith("url:")), encoding="utf-8")
    site = root / "site"
    with serving(site) as home:
        build(root, "--no-search", *(("--base-url", home) if knows else ()))
        lost: list[str] = []
        said: list[str] = []
        page.on("response", lambda got: lost.append(got.url) if got.status >= 400 else None)
        page.on("console", lambda line: said.append(line.text) if line.type in {"error", "warning"} else None)
        for depth in DEPTHS:
            page.goto(home + depth)
            assert "There is no page at this address" in page.inner_text("h1")
            links = page.eval_on_selector_all("a[href]", "all => all.map(each => each.href)")
            assert bool(links) is knows
            for link in [each for each in links if each.startswith(home) and not each.endswith("#main")]:
                assert (site / link.removeprefix(home).partition("#")[0]).is_file(), link
        assert lost == [home + depth for depth in DEPTHS]
        assert all("status of 404" in each for each in said)
        assert len(said) == len(DEPTHS)
