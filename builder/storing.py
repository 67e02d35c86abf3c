"""Makes the files of a site that have to be made, in several processes if wanted, and puts them where the site goes.

What each was made from is noted, block by block where a document is made in blocks; what is still so is taken over.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import cast

from msgspec import Struct

from builder.athand import at_hand
from builder.blocks import Blocks
from builder.output.kept import Blocks as KnownBlocks
from builder.output.kept import Keeping
from builder.output.nextsite import NextFile, NextSite
from builder.output.state import Json, told
from builder.paths import SitePath
from builder.recorded import Question, Recorder, content_digest
from builder.search.index import IndexedPages
from builder.workers import Chunk, spread

_NEW_OBJECTS, _ROUNDS = 20_000, (20, 1000)
"""After how many new objects Python looks for cycles among them, and how seldom among older ones."""


class SiteFile(Struct, frozen=True):
    """A file of the site. `frame` is a digest of what it shows beside what is read while its bytes are made."""

    path: SitePath
    template: str | None
    """That of a page; None for a document."""
    frame: str
    make: Callable[[Blocks], Iterable[bytes]]


class Store:
    """Puts files into the generation, and notes what they were made from and what is to be searched."""

    def __init__(
        self, generation: NextSite, indexed: IndexedPages, keeping: Keeping, *, is_searched: bool
    ) -> None:
        self._generation = generation
        self.indexed = indexed
        self.keeping = keeping
        self._is_searched = is_searched

    def takes_over(self, file: SiteFile) -> bool:
        """Take a published file over, if it is to be what it is."""
        made = self.keeping.unchanged.files.get(file.path)
        if made is None or made.frame != file.frame or not self._generation.take_over(file.path, made.digest):
            return False
        self.keeping.take_over(file.path)
        if self._is_searched:
            self.indexed.add(file.path, self._generation.read(file.path))
        return True

    def make(self, files: Sequence[SiteFile], recorder: Recorder, jobs: int) -> None:
        """Make files: the first of each template in this process, so that each is compiled once, the rest spread."""
        first = {file.template: file.path for file in reversed(files)}
        first.pop(None, None)
        alone = [file for file in files if first.get(file.template) == file.path]
        shared = [file for file in files if first.get(file.template) != file.path]
        for share, workers in ((alone, 1), (shared, jobs)):
            make = partial(_made, share, self.keeping.unchanged.blocks, self._generation.read_part, recorder)
            with closing(spread(make, len(share), workers)) as chunks:
                self._take(chunks, share)

    def _take(self, chunks: Iterator[Chunk], files: Sequence[SiteFile]) -> None:
        """Write chunks as they come; what comes in one is looked at, and may be a page that is to be found."""
        held: dict[int, bytes] = {}
        growing: dict[int, NextFile] = {}
        for number, chunk, is_last in chunks:
            file = files[number]
            if is_last:
                self._end(file, held.pop(number, b""), growing.pop(number, None))
                digest_of = self._generation.digest_of(file.path)
                read, blocks = json.loads(chunk)
                self.keeping.add(file.path, digest_of, file.frame, read)
                for block in blocks:
                    self.keeping.add_block(file.path, *block)
                continue
            if number in held:
                if number not in growing:
                    growing[number] = self._generation.begin(file.path)
                growing[number].add(held[number])
            held[number] = chunk

    def _end(self, file: SiteFile, chunk: bytes, growing: NextFile | None) -> None:
        if growing is None:
            self._generation.write(file.path, chunk)
            self.indexed.add(file.path, chunk)
        else:
            growing.add(chunk)
            growing.end()


ReadPart = Callable[[str, int, int], bytes]
"""Returns some bytes of a published file: its path, where they begin, and how many at most."""


class _Parts(Blocks):
    """The blocks of one file: those that are made from what is still so stand in the published one."""

    def __init__(self, known: KnownBlocks, read: Callable[[int, int], bytes], recorder: Recorder) -> None:
        self._known = known
        self._read = read
        self._recorder = recorder
        self._facts: dict[str, tuple[int, str, list[Question] | None]] = {}
        self._starts: dict[str, int] = {}

    def block(self, key: str, make: Callable[[], bytes]) -> bytes:
        known = self._known.get(key)
        if known is not None:
            content = self._read(known.start, known.size)
            if content_digest(content) == known.digest:
                self._facts[key] = (len(content), known.digest, None)
                return content
        with self._recorder.noting() as read:
            content = make()
        self._facts[key] = (len(content), content_digest(content), list(read))
        return content

    def stands(self, key: str, start: int) -> None:
        self._starts[key] = start

    def told(self) -> list[Json]:
        """Return of each block its key, where it stands, its size and digest, and what was asked where it was made."""
        return cast(
            "list[Json]", [[key, self._starts.get(key, 0), *facts] for key, facts in self._facts.items()]
        )


def _made(
    files: Sequence[SiteFile],
    known: Mapping[str, KnownBlocks],
    read_part: ReadPart,
    recorder: Recorder,
    number: int,
) -> Iterator[bytes]:
    """Yield the bytes of a file in chunks, and at the end what was read for it."""
    file = files[number]
    parts = _Parts(known.get(file.path, {}), partial(read_part, file.path), recorder)
    with at_hand(file.path), recorder.noting() as read:
        yield from file.make(parts)
    yield told(cast("Json", [list(read), parts.told()]))


@contextmanager
def collecting_new_cycles() -> Iterator[None]:
    """Let Python look for what nobody reaches any more, but not in the library and the findings, which all stay.

    Rendering leaves cycles behind: a fifth of all memory at 3,000 articles. Looking costs 2 % of the time.
    """
    before = gc.isenabled(), gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *_ROUNDS)
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before[1])
        if not before[0]:
            gc.disable()
