"""However much belongs to a record, its pages stay of a size that a reader can take in, and nothing is lost."""

from __future__ import annotations

from functools import cache

import pytest

from builder.analysis.assemble import analyse
from builder.model.base import ClaimId, EventId
from builder.model.library import Library
from builder.pages.parts.matrixparts import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, matrix_parts
from builder.pages.parts.paging import cuts
from builder.pages.table import plan_pages
from builder.render.templates import Templates
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.showing import PROJECT, context_of, reached

BOUND = 300_000
"""Bytes of a page."""
SMALL, LARGE = 40, 120
"""Texts; with three times as many everything that belongs to the topic is three times as much."""
EVERY = 3
"""Each claim has the words of every third text, and every other text was read for it."""


def texts_of(number: int) -> dict[str, str]:
    return {
        f"a{place:03}": f"Ann told text {place} of it. Words of text {place} here." for place in range(number)
    }


@cache
def dense(number: int) -> Library:
    """A topic of so many texts, half as many claims and a quarter as many events, all about one person."""
    names = list(texts_of(number))
    claims = {}
    for place in range(number // 2):
        spoken = [name for each, name in enumerate(names) if each % EVERY == place % EVERY]
        read = [name for each, name in enumerate(names) if each % 2 == place % 2]
        sayings = [
            says(name, "attributes" if each % 2 else "asserts", f"Words of text {int(name[1:])} here", **by)
            for each, name in enumerate(spoken)
            for by in ([{"attributed_to": "ann"}] if each % 2 else [{}])
        ]
        claims[f"c{place:03}"] = claim(
            *sayings,
            topics=["t"],
            event=f"e{place % max(number // 4, 1):03}",
            coded=coded(*dict.fromkeys([*read, *spoken])),
        )
    made = {
        name: article(
            f"{2000 + place // 12}-{place % 12 + 1:02}",
            siglum=f"{place:03}",
            publish="full",
            topics=["t"],
            events=["e000"],
        )
        for place, name in enumerate(names)
    }
    return library(
        texts_of(number),
        articles=made,
        outlets={"o": {"name": "Outlet"}},
        topics={"t": {"name": "Topic"}},
        entities={"ann": {"name": "Ann", "kind": "person"}},
        events={
            f"e{place:03}": {
                "title": f"Event {place}",
                "date": f"1{900 + place}",
                "topics": ["t"],
                "entities": ["ann"],
            }
            for place in range(number // 4)
        },
        claims=claims,
        comparisons={"k": {"title": "K", "articles": names, "claims": list(claims), "topics": ["t"]}},
    )


@cache
def rendered(number: int) -> dict[str, str]:
    """Every page of records and of their lists, by address."""
    made = dense(number)
    context, templates = context_of(made), Templates(PROJECT)
    pages = (page for page in plan_pages(made, analyse(made)) if page.path.count("/"))
    few = (page for page in pages if not page.path.startswith("claims/") or page.path < "claims/c003")
    return {
        page.path: templates.render(page.kind.template, page.view(context), page.site(context)).decode()
        for page in few
    }


def led_to(number: int, record: str) -> set[str]:
    """All that links lead to from a record's page and from the pages of its own lists."""
    return reached(rendered(number), record)


def quotes_of(made: Library, *claims: str) -> set[str]:
    """The places of the quotations of some claims, as links name them."""
    findings = analyse(made)
    wanted = claims or tuple(made.claims)
    return {
        f"articles/{saying.article}.html#{saying.quote.anchor}"
        for name in wanted
        for saying in findings.claims[ClaimId(name)].sayings
        if saying.quote is not None
    }


@pytest.mark.slow
@pytest.mark.parametrize("number", [SMALL, LARGE])
def test_no_page_outgrows_its_bound(number: int) -> None:
    sizes = {page: len(markup.encode()) for page, markup in rendered(number).items()}
    assert {page: size for page, size in sizes.items() if size > BOUND} == {}


@pytest.mark.slow
@pytest.mark.parametrize("number", [SMALL, LARGE])
def test_all_that_belongs_to_a_topic_is_reached_from_its_page(number: int) -> None:
    made, found = dense(number), led_to(number, "topics/t")
    assert {f"articles/{name}.html" for name in made.articles} <= found
    assert {f"claims/{name}.html" for name in made.claims} <= found
    assert {f"events/{name}.html" for name in made.events} <= found
    assert quotes_of(made) <= found


@pytest.mark.slow
@pytest.mark.parametrize("number", [SMALL, LARGE])
def test_all_that_belongs_to_other_records_is_reached_from_their_pages(number: int) -> None:
    made, texts = dense(number), {f"articles/{name}.html" for name in dense(number).articles}
    assert texts | quotes_of(made) <= led_to(number, "comparisons/k")
    assert texts | quotes_of(made, "c000") <= led_to(number, "claims/c000")
    assert texts <= led_to(number, "outlets/o")
    assert texts <= led_to(number, "events/e000")
    mentions = {f"articles/{name}.html#p-1" for name in made.articles}
    assert mentions | texts <= led_to(number, "entities/ann")


def test_the_parts_of_a_matrix_have_every_stance_and_silence_once() -> None:
    made = dense(LARGE)
    findings = analyse(made)
    parts = matrix_parts(made, findings, findings.claim_order)
    cells = [(one, text) for part in parts for one in part.claims for text in part.columns]
    assert len(cells) == len(set(cells))
    read = {(one, text) for one in made.claims for text in findings.cell_sources[ClaimId(one)].coded}
    assert read <= set(cells)
    assert all(len(part.columns) <= MOST_COLUMNS and len(part.claims) <= MOST_ROWS for part in parts)
    assert max(part.weight for part in parts) <= MOST_BYTES
    assert len({part.heading for part in parts}) == len(parts)


def test_a_matrix_that_fits_is_one_table_of_the_texts_that_were_read() -> None:
    made = library(
        {"a": "words", "b": "words", "unread": "words"},
        articles={"a": article(), "b": article(), "unread": article()},
        outlets={"o": {"name": "O"}},
        events={"e": {"title": "E", "date": "2014"}, "f": {"title": "F", "date": "2014"}},
        claims={"c": claim(says("a"), coded=coded("a", "b"), event="e"), "d": claim(says("a"), event="f")},
    )
    (part,) = matrix_parts(made, analyse(made), [ClaimId("c"), ClaimId("d")])
    assert (part.heading, part.claims, part.columns) == (None, ("c", "d"), ("a", "b"))
    assert made.events[EventId("e")].title == "E"


@pytest.mark.parametrize(
    ("weights", "pages"),
    [
        ([], []),
        ([1, 1, 1, 1], [slice(0, 3), slice(3, 4)]),
        ([9, 1, 1], [slice(0, 1), slice(1, 3)]),
        ([1, 9, 9], [slice(0, 1), slice(1, 2), slice(2, 3)]),
    ],
)
def test_pages_have_as_much_as_they_may_weigh_and_one_row_at_least(
    weights: list[int], pages: list[slice]
) -> None:
    assert list(cuts(weights, 3)) == pages
