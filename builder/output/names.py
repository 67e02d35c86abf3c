"""Which paths may stand in a site: the same on every file system, in a zip and in an address.

Knows nothing of what the files hold.
"""

from __future__ import annotations

import re
import unicodedata

from builder.output.refusal import OutputRefused

MAX_NAME_BYTES = 200
MAX_PATH_BYTES = 1000
_NAME = re.compile(
    r"(?!(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|\Z))"  # devices on Windows, with any suffix
    r'[^\x00-\x1f\x7f<>:"|?*\\/\ud800-\udfff]*'
    r'[^\x00-\x20\x7f<>:"|?*\\/.\ud800-\udfff]',  # Windows drops a dot or space at the end
    re.IGNORECASE,
)


class SiteNames:
    """The paths taken in one generation; two that differ only in case are refused."""

    def __init__(self) -> None:
        self.folders: set[str] = set()
        self._spelling: dict[str, str] = {}

    def claim(self, path: str) -> str:
        """Take `path` for a file and return its folder (empty at the top).

        Raises `OutputRefused` for a path that is absolute, leaves the site, is not NFC, cannot be a file name
        everywhere, or meets one that is taken.
        """
        folder, _, name = path.rpartition("/")
        if folder not in self.folders and ("/" in path):
            self._claim_folder(folder, path)
        self._check(name, path)
        self._take(path)
        return folder

    def _claim_folder(self, folder: str, path: str) -> None:
        parent, _, name = folder.rpartition("/")
        if "/" in folder and parent not in self.folders:
            self._claim_folder(parent, path)
        self._check(name, path)
        self._take(folder)
        self.folders.add(folder)

    def _check(self, name: str, path: str) -> None:
        if not _NAME.fullmatch(name):
            raise OutputRefused(f"{path!r} cannot be a file of the site: {name!r} is not a safe name")
        if name.isascii() and len(path) <= MAX_NAME_BYTES:
            return
        if unicodedata.normalize("NFC", name) != name:
            raise OutputRefused(f"{path!r} cannot be a file of the site: {name!r} is not in Unicode form NFC")
        if len(name.encode()) > MAX_NAME_BYTES or len(path.encode()) > MAX_PATH_BYTES:
            raise OutputRefused(f"{path!r} cannot be a file of the site: it is longer than some disks allow")

    def _take(self, path: str) -> None:
        key = path.casefold() if path.isascii() else unicodedata.normalize("NFC", path.casefold())
        if key in self._spelling:
            taken = self._spelling[key]
            what = "is wanted twice" if taken == path else f"differs from {taken!r} only in case"
            raise OutputRefused(f"{path!r} cannot be a file of the site: it {what}")
        self._spelling[key] = path
