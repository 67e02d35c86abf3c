"""The visible table of all files for machines."""

from __future__ import annotations

from builder.pages.documents import addresses, bibliography, feeds, whole
from builder.pages.documents.kinds import DocumentKind

DOCUMENTS: tuple[DocumentKind, ...] = (
    *whole.DOCUMENTS,
    *bibliography.DOCUMENTS,
    *feeds.DOCUMENTS,
    *addresses.DOCUMENTS,
)
"""Every file for machines, each at its own address, in the order in which the Data page lists them."""
