"""Outlets: who published an article."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from builder.model.assessment import Assessment
from builder.model.base import LanguageTag, Model, Name, OutletRef, OutsideProse, Prose, Record, WebUrl
from builder.model.edtf import EdtfDate

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class OutletKind(StrEnum):
    """What sort of publisher it is."""

    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    RADIO = "radio"
    TELEVISION = "television"
    MAGAZINE = "magazine"
    JOURNAL = "journal"
    NEWSLETTER = "newsletter"
    PODCAST = "podcast"
    WEBSITE = "website"
    BLOG = "blog"
    AGGREGATOR = "aggregator"
    SOCIAL_MEDIA = "social-media"
    GOVERNMENT = "government"
    MILITARY = "military"
    MONITOR = "monitor"
    THINK_TANK = "think-tank"
    NGO = "ngo"
    UNIVERSITY = "university"
    PARTY = "party"
    COMPANY = "company"
    OTHER = "other"


class Response(Model):
    """What an outlet answered to a note about it. Its short form is the text."""

    SHORT_FORM = "text"
    text: OutsideProse
    """The answer, whole."""
    date: EdtfDate | None = None
    """When it was received."""
    by: Name | None = None
    """Who answered."""


class Outlet(Record):
    """A publisher of articles."""

    KIND: ClassVar[str] = "outlet"
    name: Name
    """The name readers know."""
    kind: OutletKind = OutletKind.OTHER
    """What sort of publisher it is."""
    country: CountryCode | None = None
    """Two letters of ISO 3166."""
    language: LanguageTag | None = None
    """The language it mostly writes in."""
    url: WebUrl | None = None
    """The address of its own site."""
    owner: OutletRef | None = None
    """The outlet it belongs to, where that is a record here."""
    description: Prose | None = None
    """Facts about it, sourced."""
    assessments: tuple[Assessment, ...] = ()
    """Reliability notes, ours and others', each dated and signed."""
    response: Response | None = None
    """The outlet's answer."""
