"""What the preview shows: the files of a site, with what tells an editor that it is a preview put into each page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from hashlib import sha256
from html import escape
from threading import Lock

from msgspec import Struct

from builder.making import PageMaker
from builder.regexes import regex

NOT_FOUND = "404.html"
_HEAD_END = regex(rb"</head>", re.IGNORECASE)
_BODY = regex(rb"<body[^>]*>", re.IGNORECASE)
_DRAFT = (
    b'<p class="dossier-draft" role="note"><strong>Draft.</strong>'
    b" Only this preview shows it; a build leaves it out.</p>"
)


class Shown:
    """A site as it is served. With a `maker` its pages are made when they are asked for, and then stay."""

    def __init__(
        self,
        files: Mapping[str, bytes],
        pages: AbstractSet[str],
        drafts: frozenset[str],
        maker: PageMaker | None = None,
    ) -> None:
        self.files = files
        self.pages = pages
        """Which paths are pages that the builder makes."""
        self.drafts = drafts
        """Which pages are those of drafts."""
        self._maker = maker
        self._made: dict[str, bytes] = {}
        self._lock = Lock()

    @property
    def is_whole(self) -> bool:
        """Whether every page is made."""
        return self._maker is None

    def file(self, path: str) -> bytes | None:
        """Return what a file of the site holds, as a build would write it; None where there is none."""
        if self._maker is None or path not in self.pages:
            return self.files.get(path)
        with self._lock:
            if path not in self._made:
                made = self._maker.page(path)
                assert made is not None, f"{path} is planned"
                self._made[path] = made
            return self._made[path]

    def state(self, path: str) -> str:
        """Return a digest of the page that is shown at a path, whether or not there is one."""
        content = self.file(path)
        draft = "draft" if path in self.drafts else ""
        return sha256(draft.encode() + (b"" if content is None else content)).hexdigest()[:24]


class Marks(Struct, frozen=True):
    """What is put into pages: `folder` is the address under which the preview's own files are asked for."""

    folder: str

    def into(self, page: bytes, path: str, shown: Shown) -> bytes:
        """Return a page with the preview's script, and with a line that says so where it is a draft's."""
        head = (
            f'<link rel="stylesheet" href="{self.folder}preview.css"><script src="{self.folder}preview.js" defer'
            f' data-page="{escape(path)}" data-state="{shown.state(path)}"></script></head>'
        ).encode()
        marked = _HEAD_END.sub(lambda _end: head, page, count=1)
        if path in shown.drafts:
            marked = _BODY.sub(lambda body: body[0] + _DRAFT, marked, count=1)
        return marked
