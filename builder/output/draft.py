"""The folder of a generation that is being written: new files, and links to the published ones."""

from __future__ import annotations

import errno
import os
from hashlib import sha256

from builder.output import tree
from builder.output.refusal import OutputRefused

_CANNOT_LINK = frozenset(
    [errno.EPERM, errno.EACCES, errno.EMLINK, errno.EXDEV, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL]
)


class Draft:
    """Files in `folder`, which is made with the first of them; `published` is the site to link from.

    `linked` are the paths that share their file with it. Methods raise `OSError` as the system does.
    """

    def __init__(self, folder: str, published: str) -> None:
        self.folder = folder
        self._published = published
        self.linked: set[str] = set()
        self._made: set[str] = set()

    def make_folder(self, path: str = "") -> None:
        """Make a folder and those that lead to it, each once."""
        if path in self._made:
            return
        if path:
            self.make_folder(path.rpartition("/")[0])
            tree.make_folder(f"{self.folder}/{path}")
        else:
            tree.make_folder(self.folder)
        self._made.add(path)

    def create(self, path: str, content: bytes) -> None:
        """Write a new file."""
        self.make_folder(path.rpartition("/")[0])
        tree.create_file(f"{self.folder}/{path}", content)

    def grow(self, path: str) -> tree.NewFile:
        """Begin a new file."""
        self.make_folder(path.rpartition("/")[0])
        return tree.NewFile(f"{self.folder}/{path}")

    def drop(self, path: str) -> None:
        """Take a new file away again."""
        tree.remove_tree(f"{self.folder}/{path}")

    def link(self, path: str, digest: str) -> None:
        """Take a file over from the published site; where links are impossible or used up it is copied.

        Raises `OutputRefused` when a copy has not the SHA-256 `digest`.
        """
        self.make_folder(path.rpartition("/")[0])
        try:
            os.link(f"{self._published}/{path}", f"{self.folder}/{path}")
            self.linked.add(path)
        except OSError as fault:
            if fault.errno not in _CANNOT_LINK:
                raise
            self._copy(path, digest)

    def _copy(self, path: str, digest: str) -> None:
        source = f"{self._published}/{path}"
        content = tree.read_file(source)
        if content is None or sha256(content).hexdigest() != digest:
            raise OutputRefused(f"{source} changed while it was being copied", "build again")
        tree.create_file(f"{self.folder}/{path}", content)
