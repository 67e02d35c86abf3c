"""Publishing: a complete new generation of the site is made beside the old one, then the two change places.

Whoever reads the site sees the old or the new one, whole. Files whose bytes did not change are linked from
the old generation; if nothing changed at all the old one stays, inodes included. This room does not know what
a page is.

Method: docs/decisions/0002-publishing-protocol.md.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from builder.output import system, tree
from builder.output.destination import IGNORE, IGNORE_FILE, MARKER, MARKER_FILE, Destination, require_ours
from builder.output.draft import Draft
from builder.output.lock import take_lock
from builder.output.manifest import NO_MANIFEST, Known, Manifest, load_manifest, save_manifest
from builder.output.names import SiteNames
from builder.output.published import IsMade, Published, require_nothing_lost
from builder.output.refusal import OutputRefused, refusal, refusing
from builder.output.state import clear_half_written, open_state
from builder.output.workshop import Workshop, open_workshop, retire, switch

WAIT_SECONDS = 60.0
_AGAIN = "something else wrote there during the build; build again"


class Summary(Struct, frozen=True):
    """What a publication did, in files; `linked` are the unchanged ones, `removed` those the old site had and
    this has not. `notes` are sentences for the reader of the terminal, `site` is what was published, if that is known.
    """

    written: int
    linked: int
    removed: int
    total_files: int
    total_bytes: int
    is_new: bool
    notes: tuple[str, ...] = ()
    site: tree.Tree | None = None

    @property
    def unchanged(self) -> Summary:
        """What it would say were it published once more."""
        return replace(self, written=0, linked=self.total_files, removed=0, is_new=False, notes=())


@contextmanager
def open_generation(
    place: Destination,
    wait_seconds: float = WAIT_SECONDS,
    on_wait: Callable[[], None] = lambda: None,
    *,
    anew: bool = False,
) -> Iterator[Generation]:
    """Hold the lock over a new generation of `place`; what is not committed at the end of the block is
    discarded.

    `anew`: believe no record of an earlier build; nothing is kept, and files are compared by reading.

    First finishes or clears what a killed build left. Raises `OutputRefused` when another build keeps the
    lock longer than `wait_seconds`, when the folder is not ours to replace, or when the operating system
    refuses.
    """
    open_state(Path(place.state))
    lock = take_lock(place.state, wait_seconds, on_wait)
    try:
        clear_half_written(Path(place.state))
        generation = _begin(place, anew)
        try:
            yield generation
        finally:
            generation.discard()
    finally:
        os.close(lock)


class GrowingFile:
    """A file of the next site that comes in chunks; the methods raise `OutputRefused` when the disk refuses."""

    def __init__(self, file: tree.NewFile, shown: str, is_whole: Callable[[int, str], None]) -> None:
        self._file = file
        self._shown = shown
        self._is_whole = is_whole
        self._size = 0
        self._digest = sha256()

    def add(self, chunk: bytes) -> None:
        """Write at its end."""
        self._digest.update(chunk)
        self._size += len(chunk)
        with refusing("write", self._shown):
            self._file.add(chunk)

    def end(self) -> None:
        """Say that it is whole."""
        with refusing("write", self._shown):
            self._file.close()
            self._is_whole(self._size, self._digest.hexdigest())

    def close(self) -> None:
        """Let go of it, whole or not."""
        self._file.close()


class Generation:
    """The next site, being written. Every file of it is named once, in any order, by one of the methods."""

    def __init__(self, workshop: Workshop, published: Published, record: Path) -> None:
        self._workshop = workshop
        self._published = published
        self._record = record
        self._draft = Draft(workshop.next, published.folder)
        self._names = SiteNames()
        self._digests: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        self._unlinked: set[str] = set()
        self._made_from: dict[str, str] = {}
        self._growing: list[GrowingFile] = []
        self._written = 0
        self._stands: tree.Tree | None = None

    def write(self, path: str, content: bytes) -> None:
        """Give the site a file; nothing is written yet if the published one has the same bytes there.

        `path` is relative with `/`. Raises `OutputRefused` for a path that is taken or unsafe, and when the
        disk refuses.
        """
        self._names.claim(path)
        digest = sha256(content).hexdigest()
        if not self._is_published(path, len(content), digest):
            try:
                self._draft.create(path, content)
            except OSError as fault:
                raise refusal(fault, "write", f"{self._published.folder}/{path}") from fault

    def take_over(self, path: str, digest: str) -> bool:
        """Give the site a file that is published with just this content; False, and nothing given, where it is not."""
        stamp = self._published.tree.files.get(path)
        if stamp is None or not self._published.holds(path, stamp.size, digest):
            return False
        self._names.claim(path)
        return self._is_published(path, stamp.size, digest)

    def digest_of(self, path: str) -> str:
        """Return the SHA-256 of a file named so far."""
        return self._digests[path]

    def listing(self) -> tuple[tuple[str, int, str], ...]:
        """Return path, size in bytes and SHA-256 of every file named so far, by path."""
        return tuple((path, self._sizes[path], digest) for path, digest in sorted(self._digests.items()))

    def begin(self, path: str) -> GrowingFile:
        """Give the site a file that comes in chunks and is never held whole; faults are those of `write`."""
        self._names.claim(path)
        with refusing("write", f"{self._published.folder}/{path}"):
            growing = GrowingFile(
                self._draft.grow(path), f"{self._published.folder}/{path}", partial(self._grown, path)
            )
        self._growing.append(growing)
        return growing

    def _grown(self, path: str, size: int, digest: str) -> None:
        """Keep a file that is whole, unless the published one has the same bytes."""
        if self._is_published(path, size, digest):
            self._draft.drop(path)

    def _is_published(self, path: str, size: int, digest: str) -> bool:
        """Take note of a file by its content, and tell whether it is to be linked."""
        is_published = self._published.holds(path, size, digest)
        if is_published:
            self._unlinked.add(path)
        else:
            self._written += 1
        self._note(path, size, digest)
        return is_published

    def _note(self, path: str, size: int, digest: str) -> None:
        self._digests[path], self._sizes[path] = digest, size

    def read(self, path: str) -> bytes:
        """Return what a file named so far holds; raises `OutputRefused` where somebody else changed it meanwhile."""
        folder = self._published.folder if path in self._unlinked else self._workshop.next
        with refusing("read", f"{folder}/{path}"):
            content = tree.read_file(f"{folder}/{path}")
        if content is None or sha256(content).hexdigest() != self._digests[path]:
            raise OutputRefused(
                f"{folder}/{path} changed while the site was being built",
                "build again; where that does not help, with --clean",
            )
        return content

    def read_part(self, path: str, start: int, size: int) -> bytes:
        """Return so many bytes of a published file, or as many as there are; whoever asks sees whether it changed."""
        return tree.read_part(f"{self._published.folder}/{path}", start, size)

    def paths(self, prefix: str) -> tuple[str, ...]:
        """Return the files named so far that lie under a folder, sorted."""
        return tuple(sorted(path for path in self._digests if path.startswith(f"{prefix}/")))

    def digest(self) -> str:
        """Return one SHA-256 over paths and contents so far, a key for what is made from them."""
        lines = (f"{digest} {path}\n" for path, digest in sorted(self._digests.items()))
        return sha256("".join(lines).encode()).hexdigest()

    def keep(
        self,
        prefix: str,
        made_from: str,
        is_whole: Callable[[Mapping[str, bytes]], bool] = lambda _files: True,
    ) -> bool:
        """Take over all files under `prefix` if they were made from the same `made_from`, are untouched, hold what was
        written there, and are `whole` by their content, given by path under the prefix.

        False, and nothing taken, when the program that makes them has to run again.
        """
        kept = self._published.untouched_under(prefix, made_from)
        if not kept:
            return False
        held = self._held(kept)
        if held is None or not is_whole({path[len(prefix) + 1 :]: content for path, content in held.items()}):
            self._published = self._published.without_record(prefix)
            return False
        for path in kept:
            known = self._published.manifest.files[path]
            self._names.claim(path)
            self._unlinked.add(path)
            self._note(path, known.stamp.size, known.digest)
        self._made_from[prefix] = made_from
        return True

    def _held(self, paths: Iterable[str]) -> dict[str, bytes] | None:
        """Return what published files hold; None where one of them is not what the record says: a disk can err."""
        held: dict[str, bytes] = {}
        for path in paths:
            content = tree.read_file(f"{self._published.folder}/{path}")
            if content is None or sha256(content).hexdigest() != self._published.manifest.files[path].digest:
                return None
            held[path] = content
        return held

    def mark_made(self, prefix: str, made_from: str) -> None:
        """Say that the files written under `prefix` follow from `made_from`, so that `keep` finds them next time."""
        self._made_from[prefix] = made_from

    def commit(
        self, *, keep_replaced: bool = True, is_made: IsMade = lambda _path, _content: False
    ) -> Summary:
        """Publish the generation and return what that did; the published site stays as it is if nothing
        changed.

        `keep_replaced`: keep the former site for readers that still have it open; else nothing older is left anywhere.
        `is_made` tells by path and content of a file that the record does not know whether some build made it.
        Raises `OutputRefused`, the old site then stays, also where it would lose a file that no build made. Faults
        after the switch are notes.
        """
        with refusing("look through", self._published.folder):
            require_nothing_lost(self._published, self._digests.keys() | self._names.folders, is_made)
        removed = len(self._published.tree.files.keys() - self._digests.keys())
        is_new = self._differs()
        with refusing("publish", self._published.folder):
            notes = self._replace(keep_replaced) if is_new else self._leave(keep_replaced)
        return Summary(
            written=self._written,
            linked=len(self._digests) - self._written,
            removed=removed,
            total_files=len(self._digests),
            total_bytes=sum(self._sizes.values()),
            is_new=is_new,
            notes=tuple(note for note in notes if note),
            site=self._stands,
        )

    def discard(self) -> None:
        """Remove what was not published; what cannot be removed now is removed by the next build."""
        with suppress(OSError):
            for growing in self._growing:
                growing.close()
            tree.remove_tree(self._workshop.next)
            self._workshop.close()

    def _differs(self) -> bool:
        before = self._published.tree
        return (
            self._written > 0
            or before.files.keys() != self._digests.keys()
            or before.folders != self._names.folders
            or bool(before.strays)
        )

    def _replace(self, keep_replaced: bool) -> list[str | None]:
        folder = self._workshop.next
        self._complete_folder()
        # another record is made of all files: it need not stand beside this one
        self._published = Published(self._published.folder, self._published.tree, NO_MANIFEST)
        written = tree.scan(folder)
        self._require_exactly_ours(written)
        if tree.exists(self._published.folder):
            tree.set_mode(folder, os.stat(self._published.folder).st_mode & 0o7777)
        system.sync_filesystem(folder)
        note = switch(self._workshop)
        stamps_stay = note is None and keep_replaced and self._workshop.is_in_state
        return [note, self._settle(written, keep_replaced, stamps_stay=stamps_stay)]

    def _complete_folder(self) -> None:
        with refusing("link the unchanged files into", self._workshop.next):
            self._draft.make_folder()
            for path in sorted(self._not_in_previous()):
                self._draft.link(path, self._digests[path])
        self._unlinked.clear()

    def _not_in_previous(self) -> AbstractSet[str]:
        """Build on the site before the published one where it is there; return which files are still to be linked."""
        previous = self._workshop.take_previous()
        if previous is None:
            return self._unlinked
        unchanged = {path: self._published.tree.files[path] for path in self._unlinked}
        new = self._digests.keys() - self._unlinked
        missing = self._draft.build_on(previous, unchanged, new, self._names.folders)
        tree.remove_tree(previous)  # where it was no use: it shares files, and a link less changes a stamp
        return missing

    def _settle(self, written: tree.Tree, keep_replaced: bool, *, stamps_stay: bool) -> str | None:
        """Tidy up once the site is published; what a fault leaves here is the next build's to clear.

        `stamps_stay`: no file of the old site loses its name by that.
        """
        try:
            system.sync_folder(os.path.dirname(self._published.folder))
            retire(self._workshop, keep=keep_replaced)
            now = written if stamps_stay else tree.scan(self._published.folder)
            return self._remember(now, written)
        except OSError as fault:
            return f"{refusal(fault, 'tidy up', self._workshop.folder).message}; the new site is published"

    def _leave(self, keep_replaced: bool) -> list[str | None]:
        found = self._published.tree
        outdated = [self._workshop.next, *([] if keep_replaced else [self._workshop.previous])]
        if any(map(tree.exists, outdated)):
            for folder in outdated:
                tree.remove_tree(folder)
            found = tree.scan(self._published.folder)  # linking has changed the stamps
        return [self._remember(found, self._published.tree)]

    def _remember(self, now: tree.Tree, written: tree.Tree) -> str | None:
        """Record the published files, but none that somebody touched since we wrote it, or saw it unchanged."""
        self._stands = now
        before = self._published.tree.files
        files: dict[str, Known] = {}
        for path, digest in self._digests.items():
            seen = (before if path in self._draft.linked else written.files).get(path)
            stamp = now.files.get(path)
            if seen is not None and stamp is not None and seen[:3] == stamp[:3]:
                files[path] = Known(digest, stamp)
        manifest = Manifest(files, self._made_from)
        return None if manifest == self._published.manifest else save_manifest(self._record, manifest)

    def _require_exactly_ours(self, written: tree.Tree) -> None:
        odd = [*written.strays, *sorted(written.files.keys() ^ self._digests.keys())]
        odd += sorted(written.folders ^ self._names.folders)
        if odd:
            raise OutputRefused(f"{odd[0]} in the new site is not what the build put there", _AGAIN)


def _begin(place: Destination, anew: bool) -> Generation:
    workshop = open_workshop(place)
    record = Path(f"{place.state}/{place.key}.json")
    with refusing("look through", place.out):
        found = tree.scan(place.out) if tree.exists(place.out) else tree.EMPTY_TREE
        published = Published(place.out, found, NO_MANIFEST if anew else load_manifest(record))
        require_ours(place, found, published.manifest)
        ignored = _ignore_file(published)
    generation = Generation(workshop, published, record)
    generation.write(MARKER_FILE, MARKER)
    if place.is_default:
        generation.write(IGNORE_FILE, ignored)
    return generation


def _ignore_file(published: Published) -> bytes:
    """Keep an editor's own version: it decides which pages are committed."""
    if IGNORE_FILE not in published.tree.files:
        return IGNORE
    content = tree.read_file(f"{published.folder}/{IGNORE_FILE}")
    if content is None:
        raise OutputRefused(f"cannot read {published.folder}/{IGNORE_FILE}, which is to be kept")
    return content
