"""Search: the index over the finished pages, in the form for the web and in the one that opens from disk.

Knows the pages only as files. Pagefind makes the index; everything else here carries its files over to where a
browser cannot ask for them, or says which words the index holds.
"""

from builder.search.index import IndexedPages, add_search
from builder.search.names import NamedPage

__all__ = ["IndexedPages", "NamedPage", "add_search"]
