"""On every page of a dossier of vague and unknown dates nothing is said that the dates do not prove."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.model.edtf import parse_edtf
from builder.pages.parts.dates import known_date
from tests.unit.analysis.make import article, library
from tests.unit.pages.showing import page_of, words_of
from tests.unit.pages.small import SmallDossier, dossier

REPORT = (
    "The river rose over its banks during the night and about three hundred people had to leave their homes in the"
    " lower town, where the water stood as high as the windows of the school.\n"
)
SEEDS = {name: f"{lead} {REPORT}" for name, lead in (("month", "First:"), ("day", "So:"), ("none", "Then:"))}
DATES = {
    "month": "2017-11",
    "day": "2017-11-17",
    "none": "unknown",
    "bound": "../2026-05-20",
    "open": "2026-05-20/..",
    "decade": "199X",
    "sure": "2014-02-03",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallDossier:
    quote = "about three hundred people had to leave their homes"
    appearances = [
        {"article": "month", "stance": "asserts", "quote": quote},
        {"article": "day", "stance": "contradicts", "quote": quote, "note": "Both cannot hold."},
        {"article": "none", "stance": "asserts", "quote": quote},
    ]
    return dossier(
        tmp_path_factory.mktemp("dates"),
        SEEDS,
        outlets={"paper": {"name": "Paper"}, "post": {"name": "Post"}},
        topics={"flood": {"name": "Flood"}},
        events={"rise": {"title": "The river rises", "date": "2017-11-16"}},
        articles={
            key: {
                "title": key,
                "outlet": "post" if key == "day" else "paper",
                "published": date,
                "topics": ["flood"],
                "siglum": key,
            }
            for key, date in DATES.items()
        },
        claims={
            "c": {
                "statement": "Three hundred people left",
                "kind": "number",
                "topics": ["flood"],
                "event": "rise",
                "reading": "conflict",
                "disagreement": ["number"],
                "coded": {"by": "E", "date": "2026", "articles": list(DATES)},
                "appearances": appearances,
                "known_today": [{"date": "2017-11-20", "text": "The town counted.", "by": "E"}],
            }
        },
        comparisons={"all": {"title": "All", "articles": list(DATES), "claims": ["c"]}},
    )


@pytest.fixture(scope="module")
def pages(small: SmallDossier) -> dict[str, str]:
    """The words of every page, white space made single."""
    found = {}
    for page in small.pages:
        main = LexborHTMLParser(small.markup(page.path)).css_first("main")
        found[page.path] = " ".join(main.text(separator=" ").split())
    return found


def test_no_page_tells_a_distance_or_an_order_that_the_dates_leave_open(pages: dict[str, str]) -> None:
    for path, words in pages.items():
        assert not re.search(
            r"\d+ (day|month|year)s? apart|\b16 days|Same (day|time)|appeared first", words
        ), path
    assert "Order unknown" in pages["claims/c.html"]
    shared = [words for path, words in pages.items() if "pair--" in path]
    assert shared
    assert all("the dates do not tell which" in words for words in shared)


def test_what_is_known_of_an_unknown_date_is_said_wherever_the_text_is_named(pages: dict[str, str]) -> None:
    for path in ("articles/index.html", "timeline.html", "topics/flood.html", "comparisons/all.html"):
        words = pages[path]
        assert "date unknown" in words, path
        assert "date unknown, not after 20 May 2026" in words, path
        assert "date unknown, not before 20 May 2026" in words, path
    assert "in the 1990s" in pages["articles/decade.html"]


def test_texts_without_a_known_date_stand_last_in_lists_columns_and_timeline(small: SmallDossier) -> None:
    order = ["decade", "sure", "month", "day", "none", "bound", "open"]
    undated = set(order[4:])
    rows = LexborHTMLParser(small.markup("articles/index.html"))
    listed = [node.text(strip=True) for node in rows.css(".rows .siglum")]
    assert listed[:4] == order[:4]
    assert set(listed[4:]) == undated
    entries = small.view("timeline.html").entries  # type: ignore[attr-defined]
    told = [entry.siglum.siglum for entry in entries if entry.siglum]
    assert told[:4] == order[:4]
    assert set(told[4:]) == undated


def _told(small: SmallDossier, article: str, sort: str, name: str) -> list[str | None]:
    """The values that search is told of an article under a name of one sort."""
    page = LexborHTMLParser(small.markup(f"articles/{article}.html"))
    attributes = page.css_first(f"[data-pagefind-{sort}][hidden]").attributes
    places = re.findall(rf"\b{name}\[([^\]]*)\]", attributes[f"data-pagefind-{sort}"] or "")
    return [attributes[place] for place in places]


def test_no_range_and_no_facet_is_stretched_by_what_is_not_known(
    small: SmallDossier, pages: dict[str, str]
) -> None:
    assert "texts, 2014–2017; 4 of unknown year" in pages["index.html"]
    assert "2026" not in (small.view("timeline.html").head.number or "")  # type: ignore[attr-defined]
    facets = {key: _told(small, key, "filter", "year") for key in DATES}
    assert facets == {
        "month": ["2017"],
        "day": ["2017"],
        "sure": ["2014"],
        **{key: [] for key in ("none", "bound", "open", "decade")},
    }


def test_a_text_was_published_before_an_event_only_where_its_bounds_prove_it(small: SmallDossier) -> None:
    cells = {article: small.context.findings.cell("c", article).kind.value for article in DATES}  # type: ignore[arg-type]
    assert {key: cells[key] for key in ("sure", "decade", "bound", "open")} == {
        "sure": "not-applicable",
        "decade": "not-applicable",
        "bound": "silent",
        "open": "silent",
    }


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2015-11-12", "2015-11-12"),
        ("2015-11-13?", "2015-11"),
        ("2015-11-30~", "2015"),
        ("2016-07-31/2016-08-01", "2016"),
        ("2016-08", "2016-08"),
        ("2015-12-31/2016-01-01", None),
        ("2015-12-31?", None),
        ("2016/..", None),
        ("201X", None),
    ],
)
def test_formats_without_doubt_get_as_much_of_a_date_as_is_certain(text: str, known: str | None) -> None:
    assert known_date(parse_edtf(text)) == known


def test_machine_dates_are_plain_dates_of_iso_8601(small: SmallDossier) -> None:
    for page in small.pages:
        markup = LexborHTMLParser(small.markup(page.path))
        for node in markup.css("time[datetime]"):
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", node.attributes["datetime"] or ""), page.path


@pytest.mark.parametrize(("key", "reverse"), [("date", True), ("oldest", False)])
def test_in_a_sorted_answer_unknown_dates_stand_last_whichever_end_comes_first(
    small: SmallDossier, key: str, reverse: bool
) -> None:
    def value(article: str) -> str:
        (told,) = _told(small, article, "sort", key)
        return str(told)

    order = sorted(DATES, key=value, reverse=reverse)
    assert set(order[-3:]) == {"none", "bound", "open"}


@pytest.mark.parametrize(
    ("date", "words", "attribute", "form"),
    [
        ("2015-11-12", "12 Nov 2015", "datetime", "2015-11-12"),
        ("2015-11-13?", "13 Nov 2015, uncertain", "data-edtf", "2015-11-13?"),
    ],
)
def test_a_date_is_said_once_and_its_form_for_machines_is_in_the_markup(
    date: str, words: str, attribute: str, form: str
) -> None:
    made = library({"a": "It rained."}, articles={"a": article(date)}, outlets={"o": {"name": "Outlet"}})
    page = page_of(made, "article", "a")
    assert words_of(page, ".facts .date") == [words]
    assert page.css_first(f".facts [{attribute}]").attributes[attribute] == form
