"""Links that lead out of the site, always with the host they lead to."""

from __future__ import annotations

from urllib.parse import urlsplit

from builder.lookalikes import shown_host
from builder.model.article import Article
from builder.model.sources import Archive
from builder.pages.parts.dates import date_words
from builder.pages.shapes.lifts import OutgoingLink
from builder.wording import say


def outgoing(url: str, label: str) -> OutgoingLink:
    """Return a link out of the site."""
    return OutgoingLink(url, label, shown_host(urlsplit(url).hostname or url))


def article_links(article: Article) -> tuple[OutgoingLink, ...]:
    """Return where an article was published and where copies of it are kept."""
    original = (outgoing(article.url, say("Original page")),) if article.url else ()
    return (*original, *(outgoing(archive.url, _copy_words(archive)) for archive in article.archives))


def _copy_words(archive: Archive) -> str:
    kept = say("Copy kept by {service}", service=archive.service) if archive.service else say("Lasting copy")
    return say("{copy}, {date}", copy=kept, date=date_words(archive.date)) if archive.date else kept
