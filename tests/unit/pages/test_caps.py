"""Where a page has only the first of something it says so and leads to the rest, without script."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from builder.analysis.assemble import analyse
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.seedtext import EarlierText, SeedText
from builder.pages.comparison import ComparisonView
from builder.pages.lists import MOST_TOGETHER as MOST_IN_A_STACK
from builder.pages.pair_comparison import common_claims, pair_path
from builder.pages.parts.comparing import MAX_FACING, MAX_LADDERS
from builder.pages.parts.counts import MOST_SOURCES
from builder.pages.parts.figures import MAX_GROUPS, MAX_LINES, MOST_TEXTS
from builder.pages.parts.matrix import MOST_TEXTS as LADDER_TEXTS
from builder.pages.parts.matrixparts import MOST_ROWS
from builder.pages.parts.naming import MAX_COLUMNS as MAX_COLUMNS_OF_WORDS
from builder.pages.parts.naming import MAX_ENTITIES
from builder.pages.parts.renderings import MAX_RENDERINGS
from builder.pages.parts.shared import PAIR, pair_subject
from builder.pages.parts.told_dates import MAX_COLUMNS, MOST_TOGETHER
from builder.pages.parts.whole import Whole
from builder.pages.parts.wholekinds import DATES
from builder.pages.parts.wholes import ARTICLE_PARTNERS, CHANGES, OUTLET_STANDING, TOPIC_PAIRS, WHOLES
from builder.pages.table import plan_pages
from builder.render.templates import Templates
from tests.unit.analysis.make import article, claim, library, says
from tests.unit.analysis.planting import Writer
from tests.unit.pages.showing import PROJECT, context_of, page_of, reached, view_of, words_of

PASSAGE = "The wire says that the boats left the old harbour before dawn and that nobody counted them twice."
MONTHS = ("January", "March", "May", "July", "October", "December")


def names_of(number: int) -> list[str]:
    return [f"a{place:03}" for place in range(number)]


def shown(made: Library, record: str) -> set[str]:
    """All that links lead to from a record's page and the pages of its lists."""
    context, templates = context_of(made), Templates(PROJECT)
    planned = [
        page
        for page in plan_pages(made, context.findings)
        if page.path == f"{record}.html" or page.path.startswith(f"{record}/")
    ]
    pages = {
        page.path: templates.render(page.kind.template, page.view(context), page.site(context)).decode()
        for page in planned
    }
    return reached(pages, record)


@cache
def sharing(number: int) -> Library:
    """So many texts of a topic, each of its own outlet, that have one passage in common, and all their pairs."""
    writer, names = Writer(seed=3), names_of(number)
    return library(
        {name: f"{writer.article()}\n{PASSAGE}\n" for name in names},
        {"title": "D", "publish": "full"},
        articles={name: article(outlet=f"o{name}", topics=["t"]) for name in names},
        outlets={f"o{name}": {"name": f"Outlet {name}"} for name in names},
        topics={"t": {"name": "Topic"}},
        comparisons={"k": {"title": "K", "articles": names}},
    )


def pairs_of(names: list[str]) -> set[str]:
    return {pair_path(pair_subject(first, second)) for first in names for second in names if first < second}


@pytest.mark.parametrize("number", [5, ARTICLE_PARTNERS.first + 3])
def test_every_text_that_shares_words_is_reached_from_an_article(number: int) -> None:
    (first, *others) = names_of(number)
    found = shown(sharing(number), f"articles/{first}")
    assert {pair_path(pair_subject(first, other)) for other in others} <= found


@pytest.mark.parametrize("number", [5, 12])
@pytest.mark.parametrize("record", ["topics/t", "comparisons/k"])
def test_every_pair_is_reached_from_what_it_belongs_to(record: str, number: int) -> None:
    assert pairs_of(names_of(number)) <= shown(sharing(number), record)


def test_a_cap_says_how_many_there_are() -> None:
    made = sharing(12)
    assert len(analyse(made).comparison.pairs) == 66 > TOPIC_PAIRS.first
    assert "All 66 pairs of texts with words in common, the longest passage first" in words_of(
        page_of(made, "topic", "t"), ".whole"
    )


def test_all_standing_text_of_an_outlet_is_on_a_page_of_its_own() -> None:
    writer, names = Writer(seed=7), names_of(6)
    standing = [" ".join(writer.sentences(3)) for _ in range(OUTLET_STANDING.first + 4)]
    texts = {
        name: "\n\n".join(part for each in standing for part in (writer.article(), each)) for name in names
    }
    made = library(
        texts,
        {"title": "D", "publish": "full"},
        articles={name: article() for name in names},
        outlets={"o": {"name": "Outlet"}},
    )
    every = analyse(made).comparison.standing["o"]
    assert len(every) > OUTLET_STANDING.first
    assert len(words_of(page_of(made, "outlet", "o"), "#standing li")) == OUTLET_STANDING.first
    (link,) = page_of(made, "outlet", "o").css("#standing .whole a")
    assert link.attributes["href"] == "o/standing.html"
    assert len(words_of(page_of(made, "outlet-standing", "o"), "#list li")) == len(every)


def dated(number: int, each: int) -> Library:
    """So many texts of a comparison, each of which gives as many dates, one to a paragraph."""
    names = names_of(number)
    texts = {
        name: "\n\n".join(
            f"It was on {1 + place % 9} {MONTHS[place % 6]} {1950 + place} that it was seen."
            for place in range(each)
        )
        for name in names
    }
    return library(
        texts,
        {"title": "D", "publish": "full"},
        articles={name: article() for name in names},
        outlets={"o": {"name": "Outlet"}},
        comparisons={"k": {"title": "K", "articles": names}},
    )


@pytest.mark.parametrize(
    ("number", "each", "columns"),
    [(MAX_COLUMNS, 3, MAX_COLUMNS), (MAX_COLUMNS + 1, 3, 0), (MAX_COLUMNS, DATES // MAX_COLUMNS + 1, 0)],
)
def test_dates_that_are_too_many_for_a_table_are_a_list(number: int, each: int, columns: int) -> None:
    dates = view_of(dated(number, each), "comparison", "k", ComparisonView).parts.dates
    assert dates is not None
    assert len(dates.columns) == columns


@pytest.mark.parametrize(
    ("number", "each"), [(MAX_COLUMNS + 1, 3), (MAX_COLUMNS + 1, 90), (MOST_TOGETHER * 2, 6)]
)
def test_every_date_is_reached_from_its_comparison(number: int, each: int) -> None:
    made = dated(number, each)
    places = {f"articles/{name}.html#p-{place + 1}" for name in names_of(number) for place in range(each)}
    assert places <= shown(made, "comparisons/k")


def spoken(texts: int, claims: int) -> Library:
    """Two texts or more that share a passage and speak to so many claims, all on the word of one person."""
    writer, names = Writer(seed=5), names_of(texts)
    sides: list[dict[str, Any]] = [
        says(name, "attributes", "boats left the old harbour", attributed_to="ann") for name in names
    ]
    return library(
        {name: f"Ann spoke. {writer.article()}\n{PASSAGE}\n" for name in names},
        {"title": "D", "publish": "full"},
        articles={name: article(outlet=f"o{name}") for name in names},
        outlets={f"o{name}": {"name": f"Outlet {name}"} for name in names},
        entities={"ann": {"name": "Ann", "kind": "person"}},
        claims={f"c{place:03}": claim(*sides) for place in range(claims)},
    )


@pytest.mark.parametrize("claims", [3, MOST_ROWS, MOST_ROWS + 7])
def test_every_claim_of_two_texts_is_reached_from_their_page(claims: int) -> None:
    made = spoken(2, claims)
    (first, second) = names_of(2)
    assert len(common_claims(analyse(made), first, second)) == claims
    page = page_of(made, PAIR, pair_subject(first, second))
    linked = {node.attributes["href"] for node in page.css("#matrix a[href]")}
    assert {f"../claims/c{place:03}.html" for place in range(claims)} <= linked


def test_of_many_texts_on_one_word_the_first_are_named_and_the_others_counted() -> None:
    page = page_of(spoken(MOST_SOURCES + 5, 1), "claim", "c000")
    assert words_of(page, "#origins .row-name") == ["Ann"]
    assert len(page.css("#origins .row-words .line")) == MOST_SOURCES
    assert words_of(page, "#origins .row-words > .aside") == ["and 5 more texts"]
    assert words_of(page, "#origins .whole") == [
        f"All {MOST_SOURCES + 5} quotations, each with the word that it rests on"
    ]
    assert not page_of(spoken(MOST_SOURCES, 1), "claim", "c000").css("#origins .whole")


@cache
def copies(groups: int, each: int) -> Library:
    """So many groups of so many texts, each group with a text of its own."""
    writer = Writer(seed=9)
    texts = {
        f"g{group:03}-{place:02}": text
        for group in range(groups)
        for text in [writer.article()]
        for place in range(each)
    }
    return library(
        texts,
        articles={name: article(outlet=f"o{name}") for name in texts},
        outlets={f"o{name}": {"name": f"Outlet {name}"} for name in texts},
    )


@pytest.mark.parametrize(("groups", "each"), [(1, MOST_IN_A_STACK + 3), (52, 2)])
def test_every_text_of_every_group_that_is_nearly_the_same_is_in_the_list_of_comparisons(
    groups: int, each: int
) -> None:
    made = copies(groups, each)
    assert len(analyse(made).comparison.clusters) == groups
    page = page_of(made, "comparisons")
    found = {node.attributes["href"] for node in page.css("#nearly-the-same a[href]")}
    assert {f"../articles/{name}.html" for name in made.articles} <= found


def test_texts_beyond_the_columns_of_a_ladder_are_counted_and_lead_to_what_each_says() -> None:
    names = names_of(LADDER_TEXTS + 4)
    sides = [
        says(name, "attributes" if place % 2 else "asserts", "old harbour")
        for place, name in enumerate(names)
    ]
    made = library(
        dict.fromkeys(names, "The boats left the old harbour."),
        {"title": "D", "publish": "full"},
        articles={name: article() for name in names},
        outlets={"o": {"name": "Outlet"}},
        claims={"c": claim(*sides, **CERTAINTY)},
        comparisons={"k": {"title": "K", "articles": names, "claims": ["c"]}},
    )
    for kind, subject, href in (
        ("claim", "c", "#every-text"),
        ("comparison", "k", "../claims/c.html#every-text"),
    ):
        (more,) = page_of(made, kind, subject).css("#certainty .whole a")
        assert (more.text(), more.attributes["href"]) == ("4 more texts: what each text says", href)
    assert len(page_of(made, "claim", "c").css("#every-text tbody tr")) == len(names)


NOUNS = (
    "boats",
    "barrels",
    "guards",
    "lamps",
    "ropes",
    "sheds",
    "carts",
    "bells",
    "tents",
    "horses",
    "wagons",
    "anchors",
    "ladders",
)


def counting(texts: int, nouns: int) -> Library:
    names = names_of(texts)
    return library(
        {
            name: "\n\n".join(
                f"In the harbour they saw {20 + place} {noun} that day." for noun in NOUNS[:nouns]
            )
            for place, name in enumerate(names)
        },
        {"title": "D", "publish": "full"},
        articles={name: article() for name in names},
        outlets={"o": {"name": "Outlet"}},
        comparisons={"k": {"title": "K", "articles": names}},
    )


@pytest.mark.parametrize(
    ("texts", "nouns", "words"),
    [
        (2, MAX_GROUPS, []),
        (2, MAX_GROUPS + 1, [f"All {MAX_GROUPS + 1} groups of figures, as data"]),
        (MAX_LINES, 1, []),
        (MAX_LINES + 1, 1, ["All 1 group of figures, as data"]),
        (
            MOST_TEXTS + 1,
            1,
            [f"Among more than {MOST_TEXTS} texts figures are not set side by side: all, as data"],
        ),
    ],
)
def test_figures_beyond_those_shown_are_counted_and_lead_to_the_data(
    texts: int, nouns: int, words: list[str]
) -> None:
    page = page_of(counting(texts, nouns), "comparison", "k")
    assert words_of(page, "#figures .whole") == words
    links = [str(node.attributes["href"]) for node in page.css("#figures .whole a")]
    assert [link.partition(".json")[0].partition(".csv")[0] for link in links] == ["../data/figures"] * len(
        words
    )


def changed(*paragraphs: int) -> Library:
    """A text of which so many paragraphs were changed from each state to the next."""
    states = [[f"Paragraph {place} told it." for place in range(max(paragraphs))]]
    for number, many in enumerate(paragraphs):
        first = [f"Paragraph {place} told it {number} times." for place in range(many)]
        states.append(first + states[-1][many:])
    *earlier, shown = ["\n\n".join(state) for state in states]
    versions = [{"captured": f"20{place:02}", "file": f"{place}.txt"} for place in range(len(states))]
    made = library(
        {"a": shown},
        {"title": "D", "publish": "full"},
        articles={"a": article(versions=versions)},
        outlets={"o": {"name": "Outlet"}},
    )
    texts = tuple(
        EarlierText(place, SeedText(f"{place}.txt", text, "", 0)) for place, text in enumerate(earlier)
    )
    return Library(
        made.dossier,
        articles=made.articles,
        outlets=made.outlets,
        texts=made.texts,
        earlier={ArticleId("a"): texts},
    )


@pytest.mark.parametrize("paragraphs", [(CHANGES,), (CHANGES + 30,), (CHANGES - 40, 90)])
def test_every_change_between_the_states_of_a_text_is_reached_from_its_article(
    paragraphs: tuple[int, ...],
) -> None:
    made, every = changed(*paragraphs), sum(paragraphs)
    page = page_of(made, "article", "a")
    told = words_of(page, "#states .changes > li")
    assert len(told) == min(every, CHANGES)
    if every == CHANGES:
        assert not page.css("#states .whole")
        return
    assert words_of(page, "#states .whole") == [f"All {every} changed paragraphs"]
    pages = [page_of(made, "article-changes", subject) for subject in ("a", "a:2")]
    listed = [words for each in pages for words in words_of(each, "#list .changes > li")]
    assert listed[: len(told)] == told
    assert len(listed) == every
    assert {node.attributes["href"] for each in pages for node in each.css("#list a.locator")} >= {
        f"../a.html#p-{place + 1}" for place in range(max(paragraphs))
    }


LETTERS = "abcdefghijklm"
CERTAINTY: dict[str, object] = {"disagreement": ["certainty"]}


def many(number: int) -> Library:
    """Two texts with so many conflicts, ladders, quotations and persons of two names."""
    writer = Writer(seed=11)
    spoken = {each: writer.sentences(1)[0] for each in LETTERS[:number]}
    texts = {
        name: "The boats left the old harbour.\n\n"
        + "\n\n".join(f"The {given} {each * 3}ar said: “{words}”" for each, words in spoken.items())
        for name, given in (("a", "old"), ("b", "tall"))
    }
    return library(
        texts,
        {"title": "D", "publish": "full"},
        articles={name: article() for name in texts},
        outlets={"o": {"name": "Outlet"}},
        entities={
            each: {"name": f"old {each * 3}ar", "kind": "person", "aliases": [f"tall {each * 3}ar"]}
            for each in LETTERS[:number]
        },
        claims={
            f"{kind}{place}": claim(says("a", quote="old harbour"), says("b", stance, "old harbour"), **more)
            for place in range(number)
            for kind, stance, more in (("c", "contradicts", {}), ("l", "attributes", CERTAINTY))
        },
        comparisons={
            "k": {
                "title": "K",
                "articles": ["a", "b"],
                "claims": [f"{kind}{place}" for place in range(number) for kind in "cl"],
            }
        },
    )


@pytest.mark.parametrize(
    ("section", "most", "words", "href"),
    [
        ("contested", MAX_FACING, "The {all} claims in conflict, by text", "#matrix"),
        (
            "certainty",
            MAX_LADDERS,
            "1 more claim is put with different certainty; its page has its ladder",
            "#matrix",
        ),
        (
            "wording",
            MAX_RENDERINGS,
            "All {all} utterances that several texts quote, as data",
            "../data/quotations.json",
        ),
        (
            "naming",
            MAX_ENTITIES,
            "1 more that the texts call by several names, on its page",
            "../entities/index.html",
        ),
    ],
)
def test_one_more_than_a_section_shows_is_counted_and_led_to(
    section: str, most: int, words: str, href: str
) -> None:
    assert not page_of(many(most), "comparison", "k").css(f"#{section} .whole")
    page = page_of(many(most + 1), "comparison", "k")
    assert words_of(page, f"#{section} .whole") == [words.format(all=most + 1)]
    assert [node.attributes["href"] for node in page.css(f"#{section} .whole a")] == [href]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (MAX_COLUMNS_OF_WORDS, []),
        (MAX_COLUMNS_OF_WORDS + 1, [f"More than {MAX_COLUMNS_OF_WORDS} texts: as data"]),
        (MOST_TEXTS + 1, [f"Among more than {MOST_TEXTS} texts words are not compared."]),
    ],
)
def test_words_of_more_texts_than_stand_in_a_table_lead_to_the_data(texts: int, words: list[str]) -> None:
    page = page_of(counting(texts, 1), "comparison", "k")
    assert words_of(page, "#words .whole") == words
    linked = [node.attributes["href"] for node in page.css("#words .whole a")]
    assert linked == ["../data/keywords.json"] * (MAX_COLUMNS_OF_WORDS < texts <= MOST_TEXTS)


def test_the_way_to_a_whole_list_says_in_one_message_that_it_is_all():
    told = [whole.told(1_234) for whole in WHOLES if isinstance(whole, Whole)]
    assert len(told) > 20
    assert [words for words in told if not words.startswith("All 1,234 ")] == []
