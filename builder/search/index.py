"""Adds search to a generation: the index, its form for disk, the words and the names. Unchanged pages keep theirs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from builder.diagnostics import Diagnostic, Severity, SourceSpan
from builder.output.generations import Generation
from builder.search.bundle import Bundle, EngineChanged, read_bundle
from builder.search.indexer import INDEX_FOLDER, INTERFACES, LEFT_OUT, IndexerFailed, run_indexer
from builder.search.names import NamedPage, names_script
from builder.search.offline import offline_files
from builder.search.vocabulary import vocabulary, word_files

OFFLINE_FOLDER = "pagefind-offline"
WORDS_FOLDER = "search-words"
FORM = "1"
"""Counts up with every change to the files that this room makes, so that none of an older form is kept."""

_BODY = b"data-pagefind-body"
_SETTINGS = SourceSpan("content/dossier.yaml")
_FAILED_HINT = "the site is complete but for search; mend the cause and build again, or build with --no-search"
_CHANGED_HINT = "install the version of pagefind-bin that requirements/run.txt names; search on the web works"


class IndexedPages:
    """Remembers of each page what the indexer reads of it, as one digest: the key under which an index is kept."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._digests: dict[str, str] = {}

    def add(self, path: str, page: bytes) -> None:
        """Take note of a page; one without `data-pagefind-body`, and all around `main`, is not read and not noted."""
        start, end = page.find(b"<main"), page.rfind(b"</main>")
        if start >= 0 and page.find(_BODY, start, page.find(b">", start)) >= 0:
            self._digests[path] = sha256(page[start:end]).hexdigest()

    def __len__(self) -> int:
        return len(self._digests)

    def key(self, *settings: str) -> str:
        """Return one SHA-256 over what the indexer reads and how it is asked to."""
        about = [FORM, self._language, *LEFT_OUT, *settings, sorted(self._digests.items())]
        return sha256(json.dumps(about).encode()).hexdigest()


def add_search(
    generation: Generation, pages: IndexedPages, names: tuple[NamedPage, ...], *, offline: bool
) -> tuple[Diagnostic, ...]:
    """Add all that search needs to the generation, which holds every page; return what did not succeed.

    `offline`: also the form that opens from disk. Problems are warnings (`search-failed`, `search-not-offline`,
    `search-words-unknown`): the site is published without the part they name.
    """
    if not len(pages):
        return ()
    script = names_script(names)
    index_key = pages.key()
    key = pages.key(sha256(script).hexdigest(), "offline" if offline else "online")
    try:
        kept = generation.keep(INDEX_FOLDER, index_key) or _make_index(generation, index_key)
    except IndexerFailed as failed:
        return (_warning("search-failed", f"the search index could not be made: {failed}", _FAILED_HINT),)
    if kept and _keep_all(generation, key, offline=offline):
        return ()
    return tuple(_derive(generation, script, key, offline=offline))
