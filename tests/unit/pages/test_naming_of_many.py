"""With very many texts the names of an entity are told for those that use them most, and says how many there are."""

from __future__ import annotations

from builder.pages.parts.naming import MAX_COLUMNS
from builder.pages.topic import TopicView
from tests.unit.analysis.make import article, library
from tests.unit.pages.showing import view_of

MANY = MAX_COLUMNS + 5


def _view(count: int) -> TopicView:
    texts = {
        f"a{place:02}": "Mount Aster stands. The Aster stands." + " Mount Aster is high." * (place % 7)
        for place in range(count)
    }
    articles = {name: article(str(1980 + place), topics=["t"]) for place, name in enumerate(texts)}
    records = {
        "topics": {"t": {"name": "T"}},
        "outlets": {"o": {"name": "Outlet"}},
        "entities": {"aster": {"name": "Mount Aster", "kind": "place", "aliases": ["The Aster"]}},
    }
    return view_of(library(texts, articles=articles, **records), "topic", "t", TopicView)


def test_all_texts_are_told_while_they_are_few():
    [naming] = _view(MAX_COLUMNS).naming
    assert len(naming.uses) == MAX_COLUMNS
    assert naming.cut is None


def test_of_more_texts_those_stand_there_that_name_it_most_by_date():
    [naming] = _view(MANY).naming
    assert naming.cut == f"The {MAX_COLUMNS} of {MANY} texts that name it most."
    counts = [int(use.names[0].count) for use in naming.uses]
    everywhere = sorted((1 + place % 7 for place in range(MANY)), reverse=True)
    assert sorted(counts, reverse=True) == everywhere[:MAX_COLUMNS]
    assert counts != sorted(counts, reverse=True)
