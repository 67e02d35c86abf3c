"""Codes about the search index, which is made after all pages."""

TABLE = r"""
search-failed: There is no indexer, so the site has no search
  is The site is complete, but its search page finds nothing: the program for the index is not installed, or not whole.
  fix Install pagefind-bin in the version that requirements/run.txt names and build again, or build with --no-search.
"""
