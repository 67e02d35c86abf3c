"""A site on a server of this machine under a sub-path, which can be exchanged, damaged, and taken off the network."""

from __future__ import annotations

import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

FOLDER = "/some/project/"


class Published:
    """Serves `site` under a sub-path, `damaged` files with one byte turned; the connection ends at a file that
    is `lost`; `asked` has what it was asked for.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.damaged: set[str] = set()
        self.lost = ""
        self.asked: list[str] = []
        self._server: ThreadingHTTPServer | None = None
        self._port = 0
        self.start()

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self._port}{FOLDER}"

    def start(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler())
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Answer no more: the port is closed."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _handler(self) -> type[SimpleHTTPRequestHandler]:
        published = self

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                name = path.removeprefix(FOLDER)
                name = f"{name}index.html" if name == "" or name.endswith("/") else name
                file = published.site / name
                if not path.startswith(FOLDER) or not file.is_file():
                    self.send_error(404)
                    return
                if name == published.lost:
                    self.close_connection = True
                    return
                published.asked.append(name)
                content = file.read_bytes()
                if name in published.damaged:
                    content = content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]
                self.send_response(200)
                self.send_header("Content-Type", self.guess_type(name))
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        return Handler
