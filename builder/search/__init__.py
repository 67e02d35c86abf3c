"""Search: the index over the finished pages, in the form for the web and in the one that opens from disk.

Knows the pages only as files. Pagefind makes the index; everything else here carries its files over to where a
browser cannot ask for them, or says which words the index holds.
"""

from builder.search.index import OFFLINE_FOLDER, WORDS_FOLDER, IndexedPages, add_search
from builder.search.indexer import INDEX_FOLDER
from builder.search.patience import Patience
from builder.search.vocabulary import NamedPage

__all__ = ["FOLDERS", "IndexedPages", "NamedPage", "Patience", "add_search"]

FOLDERS = (INDEX_FOLDER, OFFLINE_FOLDER, WORDS_FOLDER)
"""The folders of a site that search has to itself."""
