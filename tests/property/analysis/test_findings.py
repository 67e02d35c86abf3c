"""Findings depend on the facts alone: not on the order of mappings, not on what was known, not on strangers."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from builder.analysis import analyse
from builder.model.library import Library
from tests.unit.analysis.make import article, claim, coded, library, says

IDS = ("a", "b", "c", "d")
TEXT = "one ISIS two Islamic State three ISIS. four this is four"
DATES = st.sampled_from(["2014", "2015-11?", "2015-11-12", "2015-11-12/2015-11-13", "2016-01-01~", "../2015"])
STANCES = ("asserts", "attributes", "implies", "doubts", "disputes", "contradicts", "mentions")


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    appearances = draw(
        st.lists(
            st.builds(
                says,
                st.sampled_from(IDS),
                st.sampled_from(STANCES),
                st.sampled_from(["one", "two", "three"]),
                position=st.sampled_from([None, "p", "q"]),
                hedge=st.sampled_from([None, "is"]),
            ),
            max_size=6,
        )
    )
    read = draw(st.lists(st.sampled_from(IDS), unique=True))
    return claim(
        *appearances,
        positions={"q": "Q", "p": "P"},
        topics=draw(st.lists(st.sampled_from(["t", "u"]), unique=True)),
        coded=coded(*read),
        event=draw(st.sampled_from([None, "e"])),
        number=draw(st.sampled_from([None, "c1", "c10", "c9"])),
    )


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    origin = {"relation": "quotes", "of": {"entity": "x"}, "cue": "one", "covers": {"quote": "one ISIS two"}}
    dated = {
        name: article(
            draw(DATES), origins=draw(st.sampled_from([[], [origin]])), topics=["t"], publish="excerpt"
        )
        for name in IDS
    }
    return library(
        dict.fromkeys(IDS, TEXT),
        articles=dated,
        claims=draw(st.dictionaries(st.sampled_from(["k", "l", "m"]), claims(), max_size=3)),
        topics={"t": {"name": "T"}, "u": {"name": "U"}},
        events={"e": {"title": "E", "date": "2015-11-12"}},
        entities={
            "x": {
                "name": "Islamic State",
                "kind": "group",
                "aliases": ["ISIS", {"text": "IS", "case": "exact"}],
            }
        },
    )


def shuffled(made: Library) -> Library:
    """The same facts with every mapping turned round."""
    changes: dict[str, Any] = {
        field.name: dict(reversed(getattr(made, field.name).items()))
        for field in fields(made)
        if field.name != "dossier"
    }
    return replace(made, **changes)


@settings(max_examples=60)
@given(libraries())
def test_the_order_of_mappings_does_not_matter(made: Library) -> None:
    first, second = analyse(made), analyse(shuffled(made))
    assert first == second
    assert repr(first.backlinks) == repr(second.backlinks)
    assert repr(first.claims) == repr(second.claims)
    assert repr(first.silences) == repr(second.silences)


@settings(max_examples=40)
@given(libraries())
def test_what_was_known_changes_nothing(made: Library) -> None:
    first = analyse(made)
    assert analyse(made, first.known) == first


@settings(max_examples=40)
@given(libraries())
def test_a_stranger_changes_no_cell_and_no_count(made: Library) -> None:
    stranger = library({"z": "nothing here"}, articles={"z": article("2015-11-12")})
    wider = replace(
        made, articles={**made.articles, **stranger.articles}, texts={**made.texts, **stranger.texts}
    )
    before, after = analyse(made), analyse(wider)
    assert after.claims == before.claims
    assert after.naming == before.naming
    assert after.silences == before.silences
    assert [one for one in after.article_order if one != "z"] == list(before.article_order)
    for name in made.claims:
        assert all(after.cell(name, one) == before.cell(name, one) for one in made.articles)


@settings(max_examples=40)
@given(libraries())
def test_every_range_reproduces_its_words(made: Library) -> None:
    found = analyse(made)
    for mentions in found.mentions.values():
        for mention in mentions:
            words = mention.span.of(made.texts[mention.article].raw)
            assert words.casefold() in ("isis", "islamic state")
    for name, ranges in found.published.items():
        joined = [span for span in ranges if len(span)]
        assert all(one.end < other.start for one, other in pairwise(joined))
        for claims_of in found.claims.values():
            for saying in claims_of.sayings:
                if saying.article == name and saying.quote and saying.quote.span:
                    assert any(span.holds(saying.quote.span) for span in ranges)
