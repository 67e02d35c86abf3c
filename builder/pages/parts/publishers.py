"""Outlets in words: what sort of publisher, where, in which language, and their answer to our notes."""

from __future__ import annotations

from msgspec import Struct

from builder.model.base import OutletId
from builder.model.outlet import Outlet, Response
from builder.pages.kinds import At, Context
from builder.pages.parts.coded import country_name
from builder.pages.parts.dates import date_words
from builder.pages.parts.words import OUTLET_KIND_WORDS
from builder.pages.shapes.small import Html
from builder.wording import say, say_many


class ResponseView(Struct, frozen=True):
    """What an outlet answered to our notes."""

    text: Html
    """Its words, from the editors' Markdown."""
    signed: str | None
    """Who answered and when; None where neither is known."""


def outlet_words(outlet: Outlet) -> str:
    """Return what sort of publisher it is and where: `newspaper, Israel`."""
    country = country_name(outlet.country) if outlet.country else None
    return say(", ").join(filter(None, (say(OUTLET_KIND_WORDS[outlet.kind]), country)))


def outlet_aside(context: Context, outlet: Outlet) -> str:
    """Return the same with the number of its articles here: `newspaper, Israel · 1 article`."""
    articles = context.findings.backlinks.articles_by_outlet.get(OutletId(outlet.id), ())
    count = say_many("{count} article", "{count} articles", len(articles)) if articles else None
    return " · ".join(filter(None, (outlet_words(outlet), count)))


def response_view(at: At, response: Response | None) -> ResponseView | None:
    """Return an outlet's answer with who gave it and when."""
    if response is None:
        return None
    date = date_words(response.date) if response.date else None
    signed = say(", ").join(filter(None, (response.by, date)))
    return ResponseView(at.prose(response.text), signed or None)
