"""Reads the head of a request, and refuses whatever a browser of this machine would not send to its own page.

A page on the web can make a browser knock here: under a name of its own that leads to this machine (DNS rebinding),
from a form, an image, a frame or a script. None of it is answered. Only whole, plain requests for a page are: no body,
no other way to say the same, so that nothing behind one can be taken for another. Knows no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from msgspec import Struct

from builder.regexes import regex

MAX_HEAD_BYTES = 16_384
"""Bytes of a request: browsers send one to four thousand."""
MAX_HEADERS = 100
"""Header lines of a request: browsers send some twenty."""

_REQUEST_LINE = regex(rb"([A-Za-z]+) ([!-~]+) HTTP/([0-9]\.[0-9])")
_HEADER = regex(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t -~\x80-\xff]*)")
_METHODS = frozenset({"GET", "HEAD"})
_ESCAPES = regex(r"%(?:[0-9A-Fa-f]{2})?")
_HIDDEN_SIGNS = regex(r"[\x00-\x1f\x7f\\]")
_WITH_BODY = (
    "transfer-encoding",
    "upgrade",
    "expect",
    "http2-settings",
    "proxy-connection",
    "content-encoding",
)
_FRAMES = frozenset({"iframe", "frame", "embed", "object", "fencedframe"})
_OWN_SITE = frozenset({"same-origin", "none"})
"""Who asks: this very page, or the person who typed the address."""


class Refused(Exception):
    """A request that is not answered: an HTTP status, and why in words."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


class Asked(Struct, frozen=True):
    """A request that may be answered. `path` is decoded and has no `/` in front; `query` is as it was sent."""

    path: str
    query: str
    is_head: bool


def asked_in(head: bytes, port: int) -> Asked:
    """Return what the head of a request asks, without the empty line at its end; raises `Refused`."""
    first, *lines = head.split(b"\r\n")
    line = _REQUEST_LINE.fullmatch(first)
    if line is None:
        raise Refused(400, "this is no request line")
    method, target, version = (part.decode("ascii") for part in line.groups())
    if version not in ("1.0", "1.1"):
        raise Refused(505, "only HTTP 1.1 is spoken here")
    if method not in _METHODS:
        raise Refused(405, "pages can only be read here")
    headers = _headers(lines)
    _require_no_body(headers)
    _require_own_host(headers, port)
    _require_own_page(headers)
    path, _, query = target.partition("?")
    return Asked(_plain_path(path), query, method == "HEAD")


def _headers(lines: list[bytes]) -> Mapping[str, str]:
    if len(lines) > MAX_HEADERS:
        raise Refused(431, f"more than {MAX_HEADERS} header lines")
    found: dict[str, str] = {}
    for line in lines:
        header = _HEADER.fullmatch(line)
        if header is None:
            raise Refused(400, "a header line is malformed")
        name = header[1].decode("ascii").lower()
        if name in found:
            raise Refused(400, "a header stands there twice")
        found[name] = header[2].decode("latin-1").rstrip(" \t")
    return found


def _require_no_body(headers: Mapping[str, str]) -> None:
    """What comes behind the head could be read as a second request."""
    if headers.get("content-length", "0") != "0" or any(name in headers for name in _WITH_BODY):
        raise Refused(400, "a request for a page has no body and changes no protocol")


def _require_own_host(headers: Mapping[str, str], port: int) -> None:
    """A foreign name that leads here is how a page on the web would read a preview as if it were its own."""
    if headers.get("host") not in own_hosts(port):
        raise Refused(421, f"this preview answers as {' or '.join(own_hosts(port))} only")


def own_hosts(port: int) -> tuple[str, ...]:
    """Return the names under which the preview is asked."""
    names = ("127.0.0.1", "localhost")
    return (*(f"{name}:{port}" for name in names), *(names if port == 80 else ()))


def _require_own_page(headers: Mapping[str, str]) -> None:
    """Let other pages link here, and do nothing else. Browsers say who asks in headers that no page can set."""
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{headers['host']}":
        raise Refused(403, "another site may not ask")
    is_own = headers.get("sec-fetch-site", "none") in _OWN_SITE
    is_link = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    if headers.get("sec-fetch-dest") in _FRAMES or not (is_own or is_link):
        raise Refused(403, "another site may not ask")


def _plain_path(target: str) -> str:
    """Return a path as a file of the site is named; whatever could mean another one is refused."""
    if not target.startswith("/") or any(len(escape[0]) == 1 for escape in _ESCAPES.finditer(target)):
        raise Refused(400, "this is no path")
    try:
        path = unquote_to_bytes(target[1:]).decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "a path is in UTF-8") from None
    *folders, last = path.split("/")
    if _HIDDEN_SIGNS.search(path) or "" in folders or any(part in (".", "..") for part in (*folders, last)):
        raise Refused(400, "this is no path")
    if any(escape[0].lower() in ("%2f", "%5c") for escape in _ESCAPES.finditer(target)):
        raise Refused(400, "this is no path")
    return path
