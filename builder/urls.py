"""Which addresses a page may link to: an allow-list, because content comes from strangers.

Parsing follows the WHATWG rules in what matters here: a browser drops tabs and line breaks and reads a backslash as
a slash, so both are refused instead of guessed at.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from builder.regexes import regex
from builder.signs import IGNORABLE, UNSEEN

_WEB_SCHEMES = frozenset({"http", "https"})
_LINK_SCHEMES = _WEB_SCHEMES | {"mailto"}
_FORBIDDEN = regex(rf"[\x00-\x20\xa0\\<>\"`{{}}|^{UNSEEN}\U000e0000-\U000e0fff]")
_UNSEEN = regex(f"[\t\n\r{IGNORABLE}]")
_WINDOWS_SIGNS = {point: bytes([point]).decode("cp1252", "ignore") for point in range(0x80, 0xA0)}
"""What Windows-1252 has where Unicode has control characters: dashes and quotation marks, mostly."""
_MAX_CHARS = 8_000
_KEPT = "%/?#[]@!$&'()*+,;=:~"
_WRITTEN = regex(
    r"(?:(?P<scheme>https?):[/\\]{1,3}|//|(?=[^/\\?#@:\s]+\.(?!(?:html?|php|pdf|txt|md|ya?ml|png|jpe?g)$)[^\W\d_]{2,}"
    r"(?:[:/\\?#]|$)))(?:[^/\\?#@\s]*@)?"
    r"(?P<host>(?:\[[0-9a-f:.]+\]|[^/\\?#@:\[\]\s]+)(?::[0-9]*)?)(?P<path>(?:[/\\][^?#]*)?)(?P<rest>(?:[?#].*)?)",
    re.IGNORECASE,
)
"""An address as people write it: perhaps without a scheme, with backslashes, or with a user name."""
_SCHEME = regex(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HOST = regex(r"\[[0-9a-fA-F:.]+\]|[^\s/?#@:\[\]]+")


def web_url_fault(text: str) -> str | None:
    """Say in words why `text` is not an http or https address that a page may link to, or return None."""
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        return f"it holds the character U+{ord(forbidden[0]):04X}, which an address cannot hold"
    scheme = _SCHEME.match(text)
    if scheme is None or scheme[1].lower() not in _WEB_SCHEMES:
        return "it must begin with https:// or http://"
    return _host_fault(text)


def site_url_fault(text: str) -> str | None:
    """Say in words why `text` is not an address under which a site can be published, or return None.

    The pages' own addresses are written behind it, so it is a folder: no query, no fragment, no steps up.
    """
    if re.search(r"[?#]|/(?:\.|%2e){1,2}(?:/|$)", text, re.IGNORECASE):
        return "it must be the address of a folder, without `?`, `#` or `..`"
    return web_url_fault(text)


def mended_url(text: str) -> str | None:
    """Return the http or https address that `text` most likely means, percent-encoded, or None where none is plain.

    Encoded is what an address cannot hold, and every letter beyond ASCII, as UTF-8; what is encoded already stays.
    Signs that nobody sees come from copying and are dropped.
    """
    if len(text) > _MAX_CHARS:
        return None
    bare = _UNSEEN.sub("", text.translate(_WINDOWS_SIGNS)).strip().removeprefix("<").removesuffix(">").strip()
    match = _WRITTEN.fullmatch(bare)
    if match is None:
        return None
    scheme = "http" if (match["scheme"] or "").lower() == "http" else "https"
    path = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", match["path"].replace("\\", "/"))
    rest = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", match["rest"])
    try:
        found = f"{scheme}://{match['host']}{quote(path, _KEPT)}{quote(rest, _KEPT)}"
    except UnicodeEncodeError:  # a lone surrogate
        return None
    return None if web_url_fault(found) else found


def address_key(url: str) -> str:
    """Return what two http or https addresses of one page have in common.

    The scheme, a default port, capitals of the host, a slash at the end and a fragment make no other page; `www.` may.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = f"?{parts.query}" if parts.query else ""
    fragment = (
        f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    )  # such pages are told apart by it
    return f"{host}{port}{parts.path.rstrip('/')}{query}{fragment}"


def _host_fault(text: str) -> str | None:
    try:
        parts = urlsplit(text)
        port_is_number = parts.port is None or parts.port >= 0
    except ValueError:
        return "its host or port cannot be read"
    if not text.split(":", 1)[1].startswith("//") or not parts.hostname or not port_is_number:
        return "it names no host"
    if "@" in parts.netloc:
        return "it holds a user name or password"
    if not _HOST.fullmatch(parts.hostname if ":" not in parts.hostname else f"[{parts.hostname}]"):
        return "its host cannot be read"
    return None


def has_scheme(text: str) -> bool:
    """Whether a link says by itself where it begins: `https:`, `mailto:`, `claim:`."""
    return _SCHEME.match(text) is not None


def link_fault(text: str) -> str | None:
    """Say in words why a prose link may not point to `text`, or return None.

    Allowed are http and https addresses, `mailto:` and links relative to the page; never `//host`.
    """
    scheme = _SCHEME.match(text)
    if scheme is None:
        if text.startswith(("//", "/", "\\")) or _FORBIDDEN.search(text):
            return "a link without a scheme must be relative to the page"
        return None
    if scheme[1].lower() not in _LINK_SCHEMES:
        return (
            f"links with '{scheme[1]}:' are not allowed; use https, http, mailto or a record such as claim:…"
        )
    if scheme[1].lower() == "mailto":
        return "the address holds forbidden characters" if _FORBIDDEN.search(text) else None
    return web_url_fault(text)
