"""Adds search to a generation: the index, its form for disk, the words and the names. Unchanged pages keep theirs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TypeAlias

from builder.diagnostics import Diagnostic, Severity, SourceSpan
from builder.output.nextsite import NextSite
from builder.output.refusal import OutputRefused
from builder.search.bundle import Bundle, EngineChanged, bundle_of
from builder.search.feed import fed, has_words, indexed_part
from builder.search.indexer import (
    INDEX_FOLDER,
    LEFT_OUT,
    IndexerFailed,
    IndexerMissing,
    program_version,
    run_indexer,
)
from builder.search.offline import offline_files
from builder.search.patience import Patience
from builder.search.settled import settled
from builder.search.vocabulary import NamedPage, names_script, vocabulary, word_files
from builder.search.whole import require_whole

OFFLINE_FOLDER = "pagefind-offline"
WORDS_FOLDER = "search-words"
NAMES_FILE = "assets/search-names.js"
FORM = "6"
"""Counts up with every change to the files that this room makes, so that none of an older form is kept."""

_SETTINGS = SourceSpan("content/dossier.yaml")
_MISSING_HINT = (
    "the site is complete but for search; install pagefind-bin and build again, or build with --no-search"
)
_FAILED_HINT = (
    "the last published site is unchanged; mend the cause and build again, or build with --no-search"
)
_CHANGED_HINT = (
    "the last published site is unchanged; install the version of pagefind-bin that requirements/run.txt names"
    " and build again, or build with --no-search"
)


class IndexedPages:
    """Remembers of each page what the indexer is given of it, as one digest: the key under which an index is kept."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._digests: dict[str, str] = {}
        self._wordless: set[str] = set()

    def add(self, path: str, page: bytes) -> None:
        """Take note of a file; only `main` of a page that is to be found counts, as only that is indexed."""
        part = indexed_part(page) if path.endswith(".html") else None
        if part is not None:
            self._digests[path] = sha256(part).hexdigest()
            if not has_words(part):
                self._wordless.add(f"/{path}")

    def __len__(self) -> int:
        return len(self._digests)

    def require_whole(self, index: Mapping[str, bytes]) -> None:
        """Raise `EngineChanged` unless the files, by path, are one whole index of these pages."""
        require_whole(index, [f"/{path}" for path in self._digests], self._wordless)

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


def add_search(
    generation: NextSite,
    pages: IndexedPages,
    names: Iterable[NamedPage],
    months: Sequence[Sequence[str]],
    patience: Patience,
    *,
    offline: bool,
) -> tuple[Diagnostic, ...]:
    """Add all that search needs to the generation, which holds every page; return what did not succeed.

    `months`: the names of each, in all forms that pages have. `offline`: also the form that opens from disk. Where
    there is no indexer the site is complete but for search, and that is a warning (`search-failed`). Raises
    `OutputRefused` where there is one and what it made is no whole index of these pages, or of a form that is not
    known: readers then keep the search that they have.
    """
    if not len(pages):
        return ()
    generation.write(NAMES_FILE, names_script(names, months))
    key = pages.key()
    if not generation.keep(INDEX_FOLDER, key, lambda index: _is_whole(index, pages)):
        try:
            made = run_indexer(pages.documents(generation.read), patience)
        except IndexerMissing as missing:
            return (_without_search(missing),)
        except IndexerFailed as failed:
            raise OutputRefused(f"the search index could not be made: {failed}", _FAILED_HINT) from failed
        finally:
            patience.remember()
        _write(generation, INDEX_FOLDER, _adopted(made, pages), key)
    for folder, make in _PARTS if offline else _PARTS[:1]:
        if not generation.keep(folder, key):
            _write(generation, folder, _part(generation, make), key)
    return ()


def _is_whole(index: Mapping[str, bytes], pages: IndexedPages) -> bool:
    try:
        pages.require_whole(index)
    except EngineChanged:
        return False
    return True


def _adopted(made: Mapping[str, bytes], pages: IndexedPages) -> dict[str, bytes]:
    try:
        index = settled(made)
        pages.require_whole(index)
    except EngineChanged as changed:
        raise OutputRefused(
            f"the search index that was made cannot be used: {changed}", _CHANGED_HINT
        ) from changed
    return index


_Make: TypeAlias = Callable[[Bundle], dict[str, bytes]]

_PARTS: tuple[tuple[str, _Make], ...] = (
    (WORDS_FOLDER, lambda bundle: word_files(vocabulary(bundle.page_texts()))),
    (OFFLINE_FOLDER, offline_files),
)
"""Folders whose files follow from the index, and how; the last is the form for disk."""


def _part(generation: NextSite, make: _Make) -> dict[str, bytes]:
    index = {
        path.removeprefix(f"{INDEX_FOLDER}/"): generation.read(path)
        for path in generation.paths(INDEX_FOLDER)
    }
    try:
        return make(bundle_of(index))
    except EngineChanged as changed:
        raise OutputRefused(f"search could not be made to work: {changed}", _CHANGED_HINT) from changed


def _write(generation: NextSite, folder: str, files: Mapping[str, bytes], key: str) -> None:
    for path, content in files.items():
        generation.write(f"{folder}/{path}", content)
    generation.mark_made(folder, key)


def _without_search(missing: IndexerMissing) -> Diagnostic:
    return Diagnostic(
        "search-failed",
        Severity.WARNING,
        f"the search index could not be made: {missing}",
        _SETTINGS,
        _MISSING_HINT,
    )
