"""Records that a page kind of its own shows."""

from __future__ import annotations

METHODOLOGY = "methodology"
"""The id of the page record, `content/pages/methodology.md`, that opens the page of methodology."""
