"""The entries of a list that has pages of its own, in the form in which its record's page prints them."""

from __future__ import annotations

from msgspec import Struct

from builder.pages.parts.states import RevisionView
from builder.pages.shapes.claims import SilenceView, WitnessesView
from builder.pages.shapes.codings import SecondPlacesView
from builder.pages.shapes.comparing import ToldDatesView
from builder.pages.shapes.lists import BacklinkView, CardView, MentionGroup, RelianceView, RowView
from builder.pages.shapes.pictures import OriginView
from builder.pages.shapes.small import NumberedLink
from builder.pages.shapes.tables import MatrixView
from builder.pages.shapes.texts import QuoteView


class Shown(Struct, frozen=True, kw_only=True):
    """Entries of one form: every field but one is empty, or two that are of one matter."""

    rows: tuple[RowView, ...] = ()
    """Records, a line each."""
    names: tuple[NumberedLink, ...] = ()
    """Records by name alone."""
    cards: tuple[CardView, ...] = ()
    """Claims with a sentence for each side."""
    matrices: tuple[MatrixView, ...] = ()
    """Parts of a matrix, each under its heading."""
    backlinks: tuple[BacklinkView, ...] = ()
    """Statements on somebody's word."""
    mentions: tuple[MentionGroup, ...] = ()
    """Sentences that name something, by article."""
    reliances: tuple[RelianceView, ...] = ()
    """Articles that relied on something."""
    silences: tuple[SilenceView, ...] = ()
    """Articles and the claims that they leave out."""
    quotes: tuple[QuoteView, ...] = ()
    """Quotations with their sources, and no claim above them."""
    witnesses: WitnessesView | None = None
    """What each text says of a claim; None but for the list of a claim's texts."""
    dates: ToldDatesView | None = None
    """Dates with the words that give them; None but for the list of a comparison's dates."""
    revisions: tuple[RevisionView, ...] = ()
    """What changed between the states of a text."""
    places: tuple[SecondPlacesView, ...] = ()
    """What second readers found, claim by claim."""
    chains: tuple[OriginView, ...] = ()
    """Who relied on whom."""
