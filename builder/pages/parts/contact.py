"""Where errors can be reported."""

from __future__ import annotations

import re

from builder.model.dossier import Dossier
from builder.pages.shapes.small import Link
from builder.urls import link_fault
from builder.wording import say

_MAIL = re.compile(r"[^\s@:/<>\"]+@[^\s@:/<>\"]+\.[^\s@:/<>\"]+")


def report_links(dossier: Dossier) -> tuple[Link, ...]:
    """Return the ways to report an error that the dossier names, the editors' contact first."""
    links = []
    if dossier.contact:
        links.append(Link(_contact_href(dossier.contact), dossier.contact))
    if dossier.repository:
        links.append(Link(dossier.repository, say("Where the sources of this dossier are kept")))
    return tuple(links)


def _contact_href(contact: str) -> str | None:
    """A contact is an address, a mail address or words; words are not linked."""
    if _MAIL.fullmatch(contact):
        href = f"mailto:{contact}"
        return None if link_fault(href) else href
    return contact if "://" in contact and not link_fault(contact) else None
