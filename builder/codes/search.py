"""Codes about the search index, which is made after all pages."""

TABLE = r"""
search-failed: The search index could not be made
  is The site is complete, but its search page finds nothing; the message is the indexer's own.
  fix Mend the cause and build again, or build with --no-search.

search-not-offline: Search will not work from disk
  is The installed engine has another shape than the one this version knows. Search on the web works.
  fix Install the version of pagefind-bin that requirements/run.txt names.

search-unsettled: Two builds of the same dossier will differ in the search index
  is The installed indexer writes its files in another form than the one this version knows. Search works.
  fix Install the version of pagefind-bin that requirements/run.txt names.

search-words-unknown: Search cannot tell which words no page has
  is The installed indexer writes its files in another form than the one this version knows.
  fix Install the version of pagefind-bin that requirements/run.txt names.
"""
