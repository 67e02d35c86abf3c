"""The visible table of all files for machines."""

from __future__ import annotations

from builder.pages.documents import (
    addresses,
    appearances,
    bibliography,
    compared,
    feeds,
    keywords,
    records,
    schemas,
    tables,
)
from builder.pages.documents.kinds import DocumentKind

DOCUMENTS: tuple[DocumentKind, ...] = (
    *records.DOCUMENTS,
    *tables.DOCUMENTS,
    *appearances.DOCUMENTS,
    *compared.DOCUMENTS,
    *keywords.DOCUMENTS,
    *bibliography.DOCUMENTS,
    *schemas.DOCUMENTS,
    *feeds.DOCUMENTS,
    *addresses.DOCUMENTS,
)
"""Every file for machines, each at its own address."""
