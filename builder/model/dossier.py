"""The dossier itself: its title, its clock and its rules, and the long pages beside its records."""

from __future__ import annotations

from typing import ClassVar

from builder.model.article import Publish
from builder.model.base import (
    Boolean,
    BriefLine,
    ClaimRef,
    LanguageTag,
    Line,
    Model,
    Name,
    Prose,
    Record,
    Remark,
    SiteUrl,
    WebUrl,
    WholeNumber,
)
from builder.model.custody import Sha256
from builder.model.edtf import EdtfDate
from builder.model.tour import Stop


class Licence(Model):
    """Under which terms the editors' own words and data may be used. Its short form is the name."""

    SHORT_FORM = "name"
    name: Name
    """What the terms are called: `CC BY 4.0`."""
    url: WebUrl | None = None
    """Where they can be read."""


class ListedFile(Model):
    """A file of `static/` that may act, and that an editor has looked at."""

    path: Remark
    """Where it is, below `static/`."""
    sha256: Sha256
    """The SHA-256 of its bytes; the build refuses a file that has another."""


class Dossier(Record):
    """The settings of a dossier."""

    KIND: ClassVar[str] = "dossier"
    title: Line
    """What the dossier is called."""
    subtitle: Line | None = None
    """A line under the title."""
    thesis: BriefLine | None = None
    """What it shows, in at most 240 characters, three lines of the first page; `description` is then folded beneath."""
    description: Prose | None = None
    """What the dossier is about; it opens the first page."""
    language: LanguageTag = "en"
    """The language of the editors' own words, and of ours around them where the builder has a catalogue for it."""
    url: SiteUrl | None = None
    """Where the site is published; canonical addresses begin with it."""
    repository: WebUrl | None = None
    """Where its sources are kept."""
    licence: Licence | None = None
    """The terms for the editors' own words and data; never for the texts."""
    editors: tuple[Name, ...] = ()
    """Who signs."""
    contact: Remark | None = None
    """Where readers can report errors: a web address or a mail address."""
    as_of: EdtfDate | None = None
    """The day as of which the dossier speaks: a record dated later is an error; `review` dates are held against it."""
    publish: Publish = Publish.EXCERPT
    """How much of the texts is published, where an article says nothing else."""
    offline_search: Boolean = True
    """Whether the site carries the search index in the form that works without a server."""
    saving: Boolean = True
    """Whether readers on the web can save the dossier, and see again what they saw, without a connection."""
    featured: tuple[ClaimRef, ...] = ()
    """The claims that open the first page."""
    tour: tuple[Stop, ...] = ()
    """A guided path through the dossier: its stops in order, all told on one page."""
    static: tuple[ListedFile, ...] = ()
    """Files of `static/` that could run or be read as markup, each with its SHA-256; others need not be listed."""


class Page(Record):
    """A long page: Markdown below a few keys between two lines `---`."""

    KIND: ClassVar[str] = "page"
    title: Line
    """What the page is called."""
    description: Line | None = None
    """One sentence for lists and search engines."""
    order: WholeNumber = 0
    """Its place among the pages, smallest first."""
    body: Prose = ""
    """The Markdown after the front matter."""
