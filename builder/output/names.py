"""Which paths may stand in a site: the same on every file system, in a zip and in an address.

Knows nothing of what the files hold.
"""

from __future__ import annotations

from builder.output.refusal import OutputRefused
from builder.paths import file_fault, name_key


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
        folder = path.rpartition("/")[0]
        if folder not in self.folders and ("/" in path):
            self._claim_folder(folder, path)
        self._check(path, path)
        self._take(path)
        return folder

    def _claim_folder(self, folder: str, path: str) -> None:
        parent = folder.rpartition("/")[0]
        if "/" in folder and parent not in self.folders:
            self._claim_folder(parent, path)
        self._check(folder, path)
        self._take(folder)
        self.folders.add(folder)

    def _check(self, path: str, wanted: str) -> None:
        fault = file_fault(path)
        if fault is not None:
            raise OutputRefused(f"{wanted!r} cannot be a file of the site: {fault}")

    def _take(self, path: str) -> None:
        key = name_key(path)
        if key in self._spelling:
            taken = self._spelling[key]
            what = "is wanted twice" if taken == path else f"differs from {taken!r} only in case"
            raise OutputRefused(f"{path!r} cannot be a file of the site: it {what}")
        self._spelling[key] = path
