"""What browsers save a page in: MHTML of Chrome, Safari's web archive, and the remarks that they leave in the page."""

from __future__ import annotations

import plistlib
import re
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parsedate
from typing import Final

from msgspec import Struct

from builder.intake.found import Unreadable
from builder.regexes import regex

_MOST_PARTS: Final = 2_000
"""Parts of one saved page: the page itself, pictures, style sheets. Newspapers' front pages have some 300."""
_ALONE: Final = "save the page again as `Web page, complete` or `Web page, single file`"
_SAVED_FROM: Final = regex(r"<!--\s*saved from url=\(\d+\)(\S{1,2000}?)\s*-->", re.IGNORECASE)
_SINGLE_FILE: Final = regex(r"Page saved with SingleFile\s{1,9}url:\s*(\S{1,2000})", re.IGNORECASE)


class SavedPage(Struct, frozen=True):
    """A page out of its container: its bytes, what the container says of its encoding, and where it was saved from."""

    content: bytes
    encoding: str = ""
    url: str = ""
    saved: str = ""
    """The day on which it was saved, `2015-11-04`; never that of publication."""


def is_mhtml(content: bytes) -> bool:
    """Whether a file is a page in the form of a mail."""
    head = content[:8192].lower()
    return (
        b"mime-version:" in head
        and b"content-type:" in head
        and b"<html" not in head[: head.find(b"mime-version:")]
    )


def from_mhtml(content: bytes) -> SavedPage:
    """Return the page of an MHTML file: the part it names as its first, else the first web page among its parts."""
    boundary = re.search(rb'boundary="?([^"\r\n;]{1,200})', content[:65_536])
    if boundary and content.count(b"--" + boundary[1]) > _MOST_PARTS:
        raise Unreadable(f"it has more than {_MOST_PARTS:,} parts", _ALONE)
    mail = message_from_bytes(content, policy=policy.compat32)
    pages = [
        part for part in mail.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    if not pages:
        raise Unreadable("no web page is among its parts", _ALONE)
    wanted = str(mail.get("Snapshot-Content-Location") or "").strip()
    page = next((part for part in pages if wanted and _location(part) == wanted), pages[0])
    payload = page.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    return SavedPage(
        body,
        str(page.get_content_charset() or ""),
        wanted or _location(page),
        _day(str(mail.get("Date") or "")),
    )


def _day(written: str) -> str:
    parts = parsedate(written)
    return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}" if parts else ""


def _location(part: Message) -> str:
    return str(part.get("Content-Location") or "").strip()


def from_webarchive(content: bytes) -> SavedPage:
    """Return the page of a web archive of Safari."""
    try:
        archive = plistlib.loads(content, fmt=plistlib.FMT_BINARY)
        main = archive["WebMainResource"]
        body, encoding, url = (
            main["WebResourceData"],
            main.get("WebResourceTextEncodingName"),
            main.get("WebResourceURL"),
        )
    except (
        plistlib.InvalidFileException,
        KeyError,
        TypeError,
        AttributeError,
        ValueError,
        OverflowError,
    ) as fault:
        raise Unreadable("it is a damaged web archive", _ALONE) from fault
    if not isinstance(body, bytes):
        raise Unreadable("it is a damaged web archive", _ALONE)
    return SavedPage(body, encoding if isinstance(encoding, str) else "", url if isinstance(url, str) else "")


def saved_from(page: str) -> str:
    """Return the address that a browser wrote into a page when it saved it; nothing where there is none."""
    head = page[:20_000]
    found = _SAVED_FROM.search(head) or _SINGLE_FILE.search(head)
    return found[1] if found else ""
