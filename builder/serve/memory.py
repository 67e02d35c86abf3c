"""A site that is held in memory: what an edit leaves alone is shared with the one before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

from builder.output.kept import KeptFiles
from builder.output.names import SiteNames


class KeptInMemory:
    """What the files of the last site were made from."""

    def __init__(self) -> None:
        self._made_by = ""
        self._kept = KeptFiles()

    def load(self, made_by: str) -> KeptFiles:
        """Return it, where the same program and templates made them."""
        return self._kept if made_by == self._made_by else KeptFiles()

    def save(self, made_by: str, kept: KeptFiles) -> None:
        """Keep it for the next site."""
        self._made_by, self._kept = made_by, kept


class MemorySite:
    """The next site. `before` is the one that was finished last; `look` may raise, which abandons this one."""

    def __init__(self, before: MemorySite | None = None, look: Callable[[], None] = lambda: None) -> None:
        self.files: dict[str, bytes] = {}
        """What each file holds, by its path with `/`."""
        self._digests: dict[str, str] = {}
        self._made_from: dict[str, str] = {}
        self._names = SiteNames()
        self._before = before
        self._look = look

    def finish(self) -> None:
        """Let go of the site before."""
        self._before = None

    def write(self, path: str, content: bytes) -> None:
        """Give the site a file; raises `OutputRefused` for a path that is taken or unsafe."""
        self._look()
        self._names.claim(path)
        self.files[path] = content
        self._digests[path] = sha256(content).hexdigest()

    def take_over(self, path: str, digest: str) -> bool:
        """Share a file with the site before; False where that has none with this content."""
        self._look()
        if self._before is None or self._before.digest_or_none(path) != digest:
            return False
        self._share(self._before, path)
        return True

    def digest_of(self, path: str) -> str:
        """Return the SHA-256 of a file named so far."""
        return self._digests[path]

    def listing(self) -> tuple[tuple[str, int, str], ...]:
        """Return path, size in bytes and SHA-256 of every file named so far, by path."""
        return tuple((path, len(self.files[path]), digest) for path, digest in sorted(self._digests.items()))

    def digest_or_none(self, path: str) -> str | None:
        """Return the SHA-256 of a file; None where there is none."""
        return self._digests.get(path)

    def begin(self, path: str) -> GrowingPart:
        """Give the site a file that comes in chunks."""
        return GrowingPart(self, path)

    def read(self, path: str) -> bytes:
        """Return what a file named so far holds."""
        self._look()
        return self.files[path]

    def read_part(self, path: str, start: int, size: int) -> bytes:
        """Return so many bytes of a file of the site before, or as many as there are."""
        content = self._before.files.get(path, b"") if self._before is not None else b""
        return content[start : start + size]

    def paths(self, prefix: str) -> tuple[str, ...]:
        """Return the files named so far that lie under a folder, sorted."""
        return tuple(sorted(path for path in self.files if path.startswith(f"{prefix}/")))

    def keep(
        self,
        prefix: str,
        made_from: str,
        is_whole: Callable[[Mapping[str, bytes]], bool] = lambda _files: True,
    ) -> bool:
        """Share all files under a folder with the site before, if they were made from the same."""
        if self._before is None or self._before.made_from(prefix) != made_from:
            return False
        for path in self._before.paths(prefix):
            self._share(self._before, path)
        self._made_from[prefix] = made_from
        return True

    def made_from(self, prefix: str) -> str | None:
        """Return what the files under a folder follow from."""
        return self._made_from.get(prefix)

    def mark_made(self, prefix: str, made_from: str) -> None:
        """Say what the files under a folder follow from."""
        self._made_from[prefix] = made_from

    def _share(self, before: MemorySite, path: str) -> None:
        self._names.claim(path)
        self.files[path], self._digests[path] = before.files[path], before.digest_of(path)


class GrowingPart:
    """A file of a site in memory that comes in chunks."""

    def __init__(self, site: MemorySite, path: str) -> None:
        self._site = site
        self._path = path
        self._chunks: list[bytes] = []

    def add(self, chunk: bytes) -> None:
        """Write at its end."""
        self._chunks.append(chunk)

    def end(self) -> None:
        """Say that it is whole."""
        self._site.write(self._path, b"".join(self._chunks))
