"""The page of an event, from facts as editors write them."""

from __future__ import annotations

from pathlib import Path

from builder.pages.event import EventView
from tests.unit.pages.small import SmallDossier, dossier

FIRST = "Officials said the bridge fell on Monday. The mayor blamed the rain.\n"
SECOND = "The bridge did not fall on Monday, a witness said.\n"
EVENT = {
    "number": "e03",
    "title": "The bridge falls",
    "date": {
        "edtf": "2015-05-04",
        "cue": {"article": "first", "quote": "fell on Monday"},
        "anchor": "2015-05-06",
        "basis": "inferred",
        "note": "Monday of that week.",
    },
    "entities": ["mayor"],
    "place": "town",
    "topics": ["bridges"],
    "description": "A bridge, see [the claim](claim:fell).",
    "sources": [{"publisher": "Weather Service", "title": "Rain", "url": "https://example.org/rain"}],
}


def build(folder: Path, event: dict[str, object] = EVENT) -> SmallDossier:
    origin = {
        "relation": "reports",
        "of": {"event": "fall"},
        "basis": "stated",
        "cue": "Officials said the bridge fell",
    }
    shared = {"outlet": "paper", "published": "2015-05-06", "language": "en", "events": ["fall"]}
    return dossier(
        folder,
        {"first": FIRST, "second": SECOND},
        outlets={"paper": {"name": "Paper"}},
        topics={"bridges": {"name": "Bridges"}},
        entities={
            "mayor": {"name": "The mayor", "kind": "person"},
            "town": {"name": "Town", "kind": "place"},
        },
        articles={
            "first": {"title": "First", **shared, "origins": [origin]},
            "second": {"title": "Second", **shared},
        },
        events={"fall": event},
        claims={
            "fell": {
                "statement": "The bridge fell on Monday",
                "kind": "event",
                "event": "fall",
                "reading": "conflict",
                "disagreement": ["chronology"],
                "appearances": [
                    {"article": "first", "stance": "asserts", "quote": "the bridge fell on Monday"},
                    {"article": "second", "stance": "disputes", "quote": "did not fall on Monday"},
                ],
            },
            "unspoken": {"statement": "Nobody was hurt", "kind": "detail", "event": "fall"},
        },
    )


def view(small: SmallDossier, path: str = "events/fall.html") -> EventView:
    found = small.view(path)
    assert isinstance(found, EventView)
    return found


def test_the_date_stands_with_its_words_its_basis_and_what_it_was_counted_from(tmp_path: Path):
    date = view(build(tmp_path)).date
    assert (date.words, date.edtf, date.basis) == ("4 May 2015", "2015-05-04", "inferred")
    assert date.cue is not None
    assert date.cue.text == "fell on Monday"
    assert date.cue_href is not None
    assert date.cue_href.startswith("../articles/first.html#q-")
    assert date.note == "Monday of that week; counted from 6 May 2015"


def test_what_the_texts_say_of_an_event_is_shown_with_the_sentences_of_both_sides(tmp_path: Path):
    found = view(build(tmp_path))
    (card,) = found.claims
    assert [side.stance.stance for side in card.sides] == ["asserts", "disputes"]
    assert found.claims_lead.endswith("2 texts speak to them.")
    assert [each.link.label for each in found.unspoken] == ["Nobody was hurt"]


def test_texts_that_name_the_event_in_their_chain_are_listed_with_the_words(tmp_path: Path):
    (reliance,) = view(build(tmp_path)).reliance
    assert reliance.title.label == "[First]"
    assert reliance.cue is not None
    assert reliance.cue.text == "Officials said the bridge fell"


def test_the_comparison_of_the_event_is_offered_where_two_texts_report_it(tmp_path: Path):
    found = view(build(tmp_path))
    assert [row.link.href for row in found.comparisons] == ["../comparisons/event--fall.html"]
    assert [row.link.label for row in found.articles] == ["[First]", "[Second]"]


def test_an_outside_source_is_linked(tmp_path: Path):
    small = build(tmp_path)
    (source,) = view(small).sources
    assert (source.href, source.label) == ("https://example.org/rain", "Rain, Weather Service")
    assert 'href="https://example.org/rain"' in small.markup("events/fall.html")


def test_an_event_that_has_a_date_and_nothing_else_has_no_empty_section(tmp_path: Path):
    small = dossier(
        tmp_path,
        outlets={"paper": {"name": "Paper"}},
        events={"rain": {"title": "It rains", "date": "2015"}},
    )
    markup = small.markup("events/rain.html")
    assert markup.count("<h2") == 1, "the citation alone"
    assert "2015" in markup
    assert 'href="../comparisons/event--rain.html"' not in markup
