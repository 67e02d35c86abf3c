"""Adds search to a generation: the index, its form for disk, the words and the names. Unchanged pages keep theirs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from builder.diagnostics import Diagnostic, Severity, SourceSpan
from builder.output.generations import Generation
from builder.search.bundle import Bundle, EngineChanged, bundle_of
from builder.search.feed import fed, indexed_part
from builder.search.indexer import INDEX_FOLDER, LEFT_OUT, IndexerFailed, program_version, run_indexer
from builder.search.names import NamedPage, names_script
from builder.search.offline import offline_files
from builder.search.settled import settled
from builder.search.vocabulary import vocabulary, word_files

OFFLINE_FOLDER = "pagefind-offline"
WORDS_FOLDER = "search-words"
NAMES_FILE = "assets/search-names.js"
FORM = "3"
"""Counts up with every change to the files that this room makes, so that none of an older form is kept."""

_SETTINGS = SourceSpan("content/dossier.yaml")
_FAILED_HINT = (
    "the site is complete but for search; mend the cause and build again, or build with --no-search"
)
_CHANGED_HINT = "install the version of pagefind-bin that requirements/run.txt names; search on the web works"


class IndexedPages:
    """Remembers of each page what the indexer is given of it, as one digest: the key under which an index is kept."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._digests: dict[str, str] = {}

    def add(self, path: str, page: bytes) -> None:
        """Take note of a file; only `main` of a page that is to be found counts, as only that is indexed."""
        part = indexed_part(page) if path.endswith(".html") else None
        if part is not None:
            self._digests[path] = sha256(part).hexdigest()

    def __len__(self) -> int:
        return len(self._digests)

    def documents(self, read: Callable[[str], bytes]) -> Iterator[tuple[str, str]]:
        """Yield (address, HTML) of what the indexer is given of each page, by address."""
        for path in sorted(self._digests):
            part = indexed_part(read(path))
            assert part is not None, f"{path} was one to be found"
            yield f"/{path}", fed(part, self._language)

    def key(self) -> str:
        """Return one SHA-256 over what the indexer is given, which program it is and what it is told to leave out."""
        about = [FORM, program_version(), self._language, LEFT_OUT, sorted(self._digests.items())]
        return sha256(json.dumps(about).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Part:
    """Files that follow from the index: their folder, how they are made, and what to say where they cannot be."""

    folder: str
    make: Callable[[Bundle], dict[str, bytes]]
    code: str
    without: str


_WORDS = _Part(
    WORDS_FOLDER,
    lambda bundle: word_files(vocabulary(bundle.page_texts())),
    "search-words-unknown",
    "search cannot tell which words no page has",
)
_OFFLINE = _Part(
    OFFLINE_FOLDER,
    offline_files,
    "search-not-offline",
    "search will not work where the site is opened from disk",
)


def add_search(
    generation: Generation, pages: IndexedPages, names: Iterable[NamedPage], *, offline: bool
) -> tuple[Diagnostic, ...]:
    """Add all that search needs to the generation, which holds every page; return what did not succeed.

    `offline`: also the form that opens from disk. Problems are warnings (`search-failed`, `search-not-offline`,
    `search-unsettled`, `search-words-unknown`): the site is complete but for the part they name.
    """
    if not len(pages):
        return ()
    generation.write(NAMES_FILE, names_script(names))
    key = pages.key()
    unsettled: tuple[Diagnostic, ...] = ()
    if not generation.keep(INDEX_FOLDER, key):
        try:
            made = run_indexer(pages.documents(generation.read))
        except IndexerFailed as failed:
            return (_warning("search-failed", f"the search index could not be made: {failed}", _FAILED_HINT),)
        unsettled = _write_index(generation, key, made)
    parts = (_WORDS, _OFFLINE) if offline else (_WORDS,)
    return (*unsettled, *(problem for part in parts for problem in _add_part(generation, part, key)))


def _write_index(generation: Generation, key: str, made: dict[str, bytes]) -> tuple[Diagnostic, ...]:
    try:
        _write(generation, INDEX_FOLDER, settled(made), key)
    except EngineChanged as changed:
        _write(generation, INDEX_FOLDER, made, key)
        message = f"two builds will differ in the search index: {changed}"
        return (_warning("search-unsettled", message, _CHANGED_HINT),)
    return ()


def _write(generation: Generation, folder: str, files: Mapping[str, bytes], key: str) -> None:
    for path, content in files.items():
        generation.write(f"{folder}/{path}", content)
    generation.mark_made(folder, key)


def _add_part(generation: Generation, part: _Part, key: str) -> tuple[Diagnostic, ...]:
    if generation.keep(part.folder, key):
        return ()
    index = {
        path.removeprefix(f"{INDEX_FOLDER}/"): generation.read(path)
        for path in generation.paths(INDEX_FOLDER)
    }
    try:
        files = part.make(bundle_of(index))
    except EngineChanged as changed:
        return (_warning(part.code, f"{part.without}: {changed}", _CHANGED_HINT),)
    _write(generation, part.folder, files, key)
    return ()


def _warning(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, _SETTINGS, hint)
