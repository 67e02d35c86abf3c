"""A disk in memory that can be filled up to any level: a tmpfs, mounted where no other process sees it.

The mount belongs to a namespace of its own, so it goes with the last process in it, however that ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

NAMESPACES = (("unshare", "--mount"), ("unshare", "--user", "--map-root-user", "--mount"))
_PAGE = 4096


def namespace(folder: Path) -> tuple[str, ...] | None:
    """Return the words before a command that let it mount disks under `folder`; None where this system does not."""
    for words in NAMESPACES:
        tried = [*words, "mount", "-t", "tmpfs", "none", str(folder)]
        try:
            if subprocess.run(tried, capture_output=True, timeout=20, check=False).returncode == 0:
                return words
        except (OSError, subprocess.TimeoutExpired):
            pass
    return None


class Disk:
    """A tmpfs at `folder`, roomy until it is told otherwise."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._mount("-t", "tmpfs", "none", "-o", "size=1g,nr_inodes=100k")

    def leave(self, *, pages: int | None = None, inodes: int | None = None) -> None:
        """Let so many pages of 4 KiB, or inodes, be free and not one more."""
        found = os.statvfs(self.folder)
        if pages is not None:
            used = (found.f_blocks - found.f_bfree) * found.f_frsize // _PAGE
            assert used + pages, "a tmpfs of size 0 is one without bounds"
            self._mount("-o", f"remount,size={(used + pages) * _PAGE}")
        if inodes is not None:
            self._mount("-o", f"remount,nr_inodes={found.f_files - found.f_ffree + inodes}")

    def free(self) -> None:
        """Make it roomy again."""
        self._mount("-o", "remount,size=1g,nr_inodes=100k")

    def _mount(self, *options: str) -> None:
        subprocess.run(["mount", *options, str(self.folder)], check=True, timeout=20)


def pages_of(size: int) -> int:
    """How many pages a file takes."""
    return -(-size // _PAGE)


assert sys.platform != "win32"
