"""What a web page, or a program that it makes a browser be, sends to a preview to read it or to drive it.

Each attack is bytes as they come over a connection: `{port}` is the preview's, `{own}` the folder whose name nobody can
guess (an attack that knows it all the same is refused as well).
"""

from __future__ import annotations

from typing import NamedTuple

_END = "\r\n\r\n"


class Attack(NamedTuple):
    """One attack: what it tries, and what it sends."""

    tries: str
    sent: str


def _get(target: str = "/", *headers: str, host: str | None = "127.0.0.1:{port}", method: str = "GET") -> str:
    hosts = [] if host is None else [f"Host: {host}"]
    return "\r\n".join([f"{method} {target} HTTP/1.1", *hosts, *headers]) + _END


_HOSTS = (
    *(
        "evil.example",
        "evil.example:{port}",
        "localhost.evil.example:{port}",
        "127.0.0.1.evil.example:{port}",
    ),
    *(
        "127.0.0.1.nip.io:{port}",
        "localtest.me:{port}",
        "127.0.0.1",
        "localhost",
        "localhost:1",
        "127.0.0.1:1",
    ),
    *("0.0.0.0:{port}", "[::]:{port}", "[::ffff:127.0.0.1]:{port}", "127.1:{port}", "2130706433:{port}"),
    *(
        "0x7f000001:{port}",
        "0177.0.0.1:{port}",
        "localhost.:{port}",
        "me@127.0.0.1:{port}",
        "127.0.0.1:{port}:1",
    ),
    *("127.0.0.1:{port}, evil.example", "127.0.0.1:{port}/", "127.0.0.1:0{port}", "router.local:{port}", ""),
)
_ORIGINS = (
    *(
        "http://evil.example",
        "null",
        "http://127.0.0.1",
        "https://127.0.0.1:{port}",
        "http://localhost:{port}",
    ),
    *("http://127.0.0.1:1", "http://127.0.0.1:{port}.evil.example", "file://", "chrome-extension://abc", ""),
)
_FOREIGN = (
    *(("cross-site", "no-cors", dest) for dest in ("script", "image", "style", "video", "empty", "font")),
    *(("cross-site", "navigate", dest) for dest in ("iframe", "frame", "embed", "object")),
    *(
        ("cross-site", "cors", "empty"),
        ("cross-site", "websocket", "empty"),
        ("same-site", "no-cors", "script"),
    ),
    *(("same-site", "cors", "empty"), ("same-origin", "navigate", "iframe"), ("odd", "no-cors", "image")),
)
_METHODS = (
    *(
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PROPFIND",
        "MKCOL",
        "get",
        "Get",
        "GETS",
    ),
)
_PATHS = (
    *("/../secret.txt", "/../../../../../../etc/passwd", "/..%2fsecret.txt", "/%2e%2e/secret.txt"),
    *(
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/....//secret.txt",
    ),
    *("/articles/../../secret.txt", "/articles/%2e%2e/%2e%2e/secret.txt", "//etc/passwd", "///etc/passwd"),
    *("/%2fetc%2fpasswd", "/%5cetc%5cpasswd", "/..%c0%afsecret.txt", "/%c0%ae%c0%ae/secret.txt"),
    *(
        "/..%00/secret.txt",
        "/secret.txt%00.html",
        "/index.html%00",
        "/./index.html",
        "/articles/./index.html",
    ),
    *("/..;/secret.txt", "/%u002e%u002e/secret.txt", "/..%ef%bc%8fsecret.txt", "/file:///etc/passwd"),
    *(
        "/C:/Windows/win.ini",
        "/C:%5cWindows%5cwin.ini",
        "/.git/config",
        "/.build/lock",
        "/content/dossier.yaml",
    ),
    *(
        "/seeds/a.txt",
        "/leak.txt",
        "/static/leak.txt",
        "/%",
        "/%zz",
        "/index.html%",
        "/~/events",
        "/~/preview.js",
    ),
    *(
        "/events",
        "/~x/events?page=index.html&state=",
        "/__reload",
        "/livereload.js",
        "/%0d%0aSet-Cookie:%20a=b",
    ),
    *("/articles%0d%0aLocation:%20http://evil.example", "/%2f%2fevil.example", "//evil.example/%2e%2e"),
    *("/index.html/", "/articles//", "/index.html/../secret.txt", "/articles/index.html/%2e%2e/%2e%2e"),
)
_RAW = (
    Attack("no host at all", _get(host=None)),
    Attack("two hosts", _get("/", "Host: evil.example")),
    Attack("the same host twice", _get("/", "Host: 127.0.0.1:{port}")),
    Attack("a host with a space before its colon", "GET / HTTP/1.1\r\nHost : 127.0.0.1:{port}" + _END),
    Attack("a host in a folded line", "GET / HTTP/1.1\r\nHost:\r\n 127.0.0.1:{port}" + _END),
    Attack("an address with another host", _get("http://evil.example/")),
    Attack("an address with the own host", _get("http://127.0.0.1:{port}/")),
    Attack("a proxy's target", _get("evil.example:80", method="CONNECT")),
    Attack("a target without a slash", _get("index.html")),
    Attack("the target of all", _get("*")),
    Attack("a body with its length", _get("/", "Content-Length: 3") + "a=b"),
    Attack("a length without a body", _get("/", "Content-Length: 5")),
    Attack("a length below nothing", _get("/", "Content-Length: -1")),
    Attack(
        "two lengths", _get("/", "Content-Length: 0", "Content-Length: 30") + _get("/", host="evil.example")
    ),
    Attack("a length and chunks", _get("/", "Content-Length: 4", "Transfer-Encoding: chunked") + "0" + _END),
    Attack("chunks", _get("/", "Transfer-Encoding: chunked") + "0" + _END + _get()),
    Attack("chunks by another name", _get("/", "Transfer-Encoding: xchunked") + "0" + _END),
    Attack("a second request behind the first", _get() + _get("/articles/index.html")),
    Attack("a line end of one sign", "GET / HTTP/1.1\nHost: 127.0.0.1:{port}\n\n"),
    Attack("a line end hidden in a header", _get("/", "X: a\nTransfer-Encoding: chunked")),
    Attack("a carriage return in a header", _get("/", "X: a\rHost: evil.example")),
    Attack("a NUL in a header", _get("/", "X: a\x00b")),
    Attack("a header without a colon", _get("/", "nonsense")),
    Attack("a header without a name", _get("/", ": nonsense")),
    Attack("a header of 60,000 signs", _get("/", f"X: {'a' * 60_000}")),
    Attack("200 headers", _get("/", *(f"X-{number}: a" for number in range(200)))),
    Attack("an address of 60,000 signs", _get(f"/{'a' * 60_000}")),
    Attack(
        "a WebSocket", _get("/", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13")
    ),
    Attack("a WebSocket for the events", _get("{own}events", "Upgrade: websocket", "Connection: Upgrade")),
    Attack("HTTP 2 by upgrade", _get("/", "Upgrade: h2c", "HTTP2-Settings: AAMAAABk", "Connection: Upgrade")),
    Attack("HTTP 2 at once", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    Attack("HTTP 0.9", "GET /\r\n\r\n"),
    Attack("HTTP 3", "GET / HTTP/3.0\r\nHost: 127.0.0.1:{port}" + _END),
    Attack("a version of two digits", "GET / HTTP/1.10\r\nHost: 127.0.0.1:{port}" + _END),
    Attack("spaces in the request line", "GET  /  HTTP/1.1\r\nHost: 127.0.0.1:{port}" + _END),
    Attack("tabs in the request line", "GET\t/\tHTTP/1.1\r\nHost: 127.0.0.1:{port}" + _END),
    Attack("an empty line in front", "\r\n" + _get()),
    Attack("a wish to go on", _get("/", "Expect: 100-continue")),
    Attack("a TLS greeting", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + "\x00" * 64 + _END),
    Attack("a request for another protocol", "SSH-2.0-OpenSSH_9.0\r\n\r\n"),
    Attack(
        "the events from another site",
        _get("{own}events?page=index.html&state=", "Origin: http://evil.example"),
    ),
    Attack("the events by another name", _get("{own}events", host="evil.example:{port}")),
    Attack("the events by a form", _get("{own}events", "Content-Length: 0", method="POST")),
    Attack(
        "the events from an image",
        _get("{own}events", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"),
    ),
    Attack("the script from another site", _get("{own}preview.js", "Sec-Fetch-Site: cross-site")),
    Attack("a form from another site", _get("/", "Content-Length: 0", "Origin: null", method="POST")),
    Attack("a preflight", _get("/", "Origin: http://evil.example", method="OPTIONS")),
    Attack("a method by another name", _get("/", "X-HTTP-Method-Override: GET", method="POST")),
)

ATTACKS: tuple[Attack, ...] = (
    *(Attack(f"the host {host!r}", _get(host=host)) for host in _HOSTS),
    *(Attack(f"the origin {origin!r}", _get("/", f"Origin: {origin}")) for origin in _ORIGINS),
    *(
        Attack(
            f"a {dest} that is {site}, {mode}",
            _get("/", f"Sec-Fetch-Site: {site}", f"Sec-Fetch-Mode: {mode}", f"Sec-Fetch-Dest: {dest}"),
        )
        for site, mode, dest in _FOREIGN
    ),
    *(Attack(f"the method {method}", _get(method=method)) for method in _METHODS),
    *(Attack(f"the path {path!r}", _get(path)) for path in _PATHS),
    *_RAW,
)

WELCOME: tuple[Attack, ...] = (
    Attack("an address that is typed", _get("/", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate")),
    Attack("a page by its name", _get("/index.html")),
    Attack("by the other name of this machine", _get(host="localhost:{port}")),
    Attack("an own script", _get("/assets/a.js", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: no-cors")),
    Attack("an own fetch", _get("/", "Origin: http://127.0.0.1:{port}", "Sec-Fetch-Site: same-origin")),
    Attack(
        "a link from another site",
        _get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"),
    ),
    Attack("a name in another alphabet", _get("/%D0%BF.html")),
)
"""What a browser sends for its own person."""
