"""What messengers and networks are told of a page that somebody sends on (Open Graph)."""

from __future__ import annotations

from builder.pages.kinds import Context
from builder.pages.shapes.small import MetaTag


def sharing_tags(context: Context, kind: str, title: str, canonical: str | None) -> tuple[MetaTag, ...]:
    """Return title, dossier and address of a page; the address where the site's is known."""
    told = (
        ("og:type", "article" if kind == "article" else "website"),
        ("og:title", title),
        ("og:site_name", context.library.dossier.title),
        ("og:url", canonical),
    )
    return tuple(MetaTag("property", name, content) for name, content in told if content)
