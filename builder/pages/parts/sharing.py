"""What messengers and networks are told of a page that somebody sends on (Open Graph)."""

from __future__ import annotations

from builder.pages.documents.card import PATH as CARD
from builder.pages.kinds import Context
from builder.pages.shapes.small import MetaTag
from builder.wording import say


def sharing_tags(context: Context, kind: str, title: str, canonical: str | None) -> tuple[MetaTag, ...]:
    """Return title, dossier, address and picture of a page; the last two where the site's address is known."""
    picture = context.canonical(CARD) if context.routes.path("data", CARD) else None
    told = (
        ("property", "og:type", "article" if kind == "article" else "website"),
        ("property", "og:title", title),
        ("property", "og:site_name", context.library.dossier.title),
        ("property", "og:url", canonical),
        ("property", "og:image", picture),
        (
            "property",
            "og:image:alt",
            say("A table of claims and texts, with a sign for how each text answers.") if picture else None,
        ),
        ("name", "twitter:card", "summary_large_image" if picture else None),
    )
    return tuple(MetaTag(attribute, name, content) for attribute, name, content in told if content)
