"""The worked example on a server and on disk, Firefox and WebKit, as for the tests of search."""

from __future__ import annotations

from tests.browser.search.conftest import firefox, site, web, webkit

__all__ = ["firefox", "site", "web", "webkit"]
