"""The dossier's own terms: words of the interface that editors may put in quotation marks when they speak of them.

The closed lists are read from the models; the rest is what pages, menus and the glossary call things.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from builder.model.kinds import RECORD_KINDS
from builder.model.walk import Declared, declared_fields, models_within

_WORDS = """
claims comparisons articles topics timeline sources outlets events entities corrections search methodology data
text source quote quotation stance stances position positions reading readings disagreement appearance appearances
hedge hedged hedges coded seed mark marks origin origins cue cues siglum sigla assessment assessments note notes
silence silent hardens harden credibility reliability evidence independence provenance chain topics
unreliable doubtful improbable conflict differ repaired publisher people organisations groups places works objects
byline dateline credit caption quoted
"""
_PHRASES = """
asserts, hedged
stored text
clean view
raw view
not applicable
not read for this claim
not read
not judged
no basis
no side taken
not in this dossier
text not kept
checked by hand
nobody named
to nobody named
without stated origin
named origin
named origins
independence not established
known today
learned later
what was learned later
in this dossier
take it with you
people, places, organisations
completely reliable
usually reliable
fairly reliable
not usually reliable
confirmed by other sources
probably true
possibly true
one article
from outside
folded away
moved to the head of the page
left as it is
left as it is, with a sign
left as it is, with a label
reliability note
what is contested
answered differently
details that fit together
the same in other words
the same in several articles
in one article only
mentioned, no side taken
news agency
radio station
television station
social media account
non-governmental organisation
political party
appeal to readers
subscription notice
related content
comment form
page widget
picture description
photo title
about the author
words lost
"""


@cache
def own_terms() -> frozenset[str]:
    """Return every term in small letters."""
    found = {*_WORDS.split(), *_PHRASES.strip().split("\n"), *RECORD_KINDS}
    for model in models_within(one.model for one in RECORD_KINDS.values()):
        for choice in (choice for field in declared_fields(model) for choice in _choices(field)):
            found |= {choice.casefold(), choice.casefold().replace("-", " ")}
    return frozenset(found)


def _choices(field: Declared) -> Iterator[str]:
    """Yield the words of every closed list that a value of the field may be of."""
    for part in field.parts:
        if isinstance(part, type) and issubclass(part, StrEnum):
            yield from (choice.value for choice in part)
