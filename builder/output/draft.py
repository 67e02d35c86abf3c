"""The folder of a generation that is being written: new files, and links to the published ones.

Where the site before the published one is still there it has most of these links: it is made into the new one.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
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

    def build_on(
        self,
        older: str,
        unchanged: Mapping[str, tree.Stamp],
        new: AbstractSet[str],
        folders: AbstractSet[str],
    ) -> AbstractSet[str]:
        """Make an older site into the draft; return which of the `unchanged` files, by path, it has not.

        It keeps those that are the very files of the published site. What else it holds goes, and `new` files and
        `folders` come in. Nothing is done where it has less than half of what is unchanged.
        """
        found = tree.scan(older)
        kept = {path for path, stamp in unchanged.items() if found.files.get(path) == stamp}
        if found.strays or 2 * len(kept) < len(unchanged):
            return unchanged.keys()
        for path in found.files.keys() - kept:
            os.unlink(f"{older}/{path}")
        for path in sorted(found.folders - folders, reverse=True):
            os.rmdir(f"{older}/{path}")
        for path in sorted(folders - found.folders):
            tree.make_folder(f"{older}/{path}")
        for path in new:
            os.rename(f"{self.folder}/{path}", f"{older}/{path}")
        tree.remove_tree(self.folder)
        os.rename(older, self.folder)
        self._made.update(folders)
        self.linked.update(kept)
        return unchanged.keys() - kept

    def _copy(self, path: str, digest: str) -> None:
        source = f"{self._published}/{path}"
        content = tree.read_file(source)
        if content is None or sha256(content).hexdigest() != digest:
            raise OutputRefused(f"{source} changed while it was being copied", "build again")
        tree.create_file(f"{self.folder}/{path}", content)
