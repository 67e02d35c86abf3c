"""Where a fact or a judgement from outside the dossier comes from."""

from __future__ import annotations

from builder.model.base import Model, Name, OutsideLine, WebUrl
from builder.model.edtf import EdtfDate


class Source(Model):
    """An outside source. Its short form is the publisher's name."""

    SHORT_FORM = "publisher"
    publisher: Name
    """Who published it, by the name that readers know."""
    title: OutsideLine | None = None
    """What it is called."""
    url: WebUrl | None = None
    """Where it can be read."""
    archived: WebUrl | None = None
    """The address of a lasting copy of it."""
    date: EdtfDate | None = None
    """When it was published."""


class Archive(Model):
    """A lasting copy of a page. Its short form is the address."""

    SHORT_FORM = "url"
    url: WebUrl
    """Where the copy is."""
    service: Name | None = None
    """Who keeps it."""
    date: EdtfDate | None = None
    """When the copy was made."""
