"""The worked example on a server and on disk, and Firefox, as for the tests of search."""

from __future__ import annotations

from tests.browser.search.conftest import firefox, site, web

__all__ = ["firefox", "site", "web"]
