"""Saved pages of many sites, programs and years: what is proposed of each, and never a date without its words."""

from __future__ import annotations

import pytest
from lxml import html

from builder.intake.blocks import blocks_of, without_toolbars
from builder.intake.found import Found
from builder.intake.reading import read_file
from tests.unit.intake import keptback, tuned
from tests.unit.intake.saved import SavedPage, page, paragraphs

PAGES = [pytest.param(each, id=each.name) for each in (*tuned.PAGES, *keptback.PAGES)]
"""Measured once before anything was mended for them, the 24 kept back gave 23 titles, 20 of 22 dates, none invented."""


def read(page: SavedPage) -> Found:
    return read_file(page.content, page.name)[0]


@pytest.mark.parametrize("page", PAGES)
def test_title_date_outlet_author_and_language_are_what_a_reader_would_say(page: SavedPage) -> None:
    found = read(page)
    published = found.published
    day = published.edtf if published is not None and not published.is_update else None
    assert (found.title, day, found.language) == (page.title, page.day, page.language or found.language)
    assert found.outlet == (page.outlet or found.outlet)
    assert found.byline == (page.author or found.byline)


@pytest.mark.parametrize("page", PAGES)
def test_a_date_comes_with_the_very_words_it_was_read_from(page: SavedPage) -> None:
    found = read(page)
    if found.published is None:
        assert page.day is None
        return
    assert found.published.cue
    if found.published.in_text:
        assert found.text.count(found.published.cue) == 1
    else:
        assert found.published.where not in ("", "the text")


@pytest.mark.parametrize("page", PAGES)
def test_the_stored_text_is_the_article_and_nothing_else(page: SavedPage) -> None:
    found = read(page)
    lines = found.text.split("\n\n")
    assert lines[0] == found.headline or not found.headline
    for foreign in (
        "cookies",
        "consent",
        "Related",
        "captures",
        "1 February 2014",
        "Dam inspected",
        "2 comments",
    ):
        assert foreign not in found.text
    assert "\x00" not in found.text
    assert found.text.endswith("\n")
    assert len(lines) >= 3


def test_a_copy_out_of_an_archive_tells_its_first_address_and_the_copy() -> None:
    found = read(next(each for each in tuned.PAGES if each.name == "wayback.html"))
    assert found.url == "http://www.valleystar.example/2015/11/03/mayor-thanks-helpers/"
    assert (found.archive, found.archived) == (
        "https://web.archive.org/web/20151104120000/http://www.valleystar.example/2015/11/03/mayor-thanks-helpers/",
        "2015-11-04",
    )


def test_what_an_archive_puts_above_a_page_is_no_part_of_it() -> None:
    tree = html.document_fromstring(
        '<body><div id="wm-ipp-base"><p>3 captures 13 May 2008</p></div>tail<h1 id="x">Flood</h1></body>'
    )
    without_toolbars(tree)
    assert [block.text for block in blocks_of(tree)] == ["tail", "Flood"]


def test_what_only_says_when_a_page_was_changed_is_a_bound_and_no_date() -> None:
    found = read(next(each for each in keptback.PAGES if each.name == "update-only.html"))
    assert found.published is not None
    assert (found.published.is_update, found.published.edtf) == (True, "2022-10-09")


def page_of(body: str, head: str = "") -> Found:
    return read_file(page(f"<title>Flood wall built</title>{head}", body), "a.html")[0]


def test_a_date_that_stands_apart_is_proposed_with_a_remark() -> None:
    footer = '<footer class="impressum"><div class="meta"><span class="published">Erschienen am: 01.11.2023</span></div></footer>'
    found = page_of(f"<h1>Flood wall built</h1>{paragraphs()}{'<p>Comment of a reader.</p>' * 12}{footer}")
    assert found.published is not None
    assert (found.published.edtf, found.published.cue) == ("2023-11-01", "Erschienen am: 01.11.2023")
    assert found.remarks == (
        "the date stands apart from the article, look whether it is its own: Erschienen am: 01.11.2023",
    )


def test_of_a_list_of_other_stories_no_date_is_taken() -> None:
    others = "".join(f'<div class="item">{day}.05.2020</div><div>Another story</div>' for day in (10, 11, 12))
    assert page_of(f"<h1>Flood wall built</h1>{paragraphs()}{others}").published is None


def test_a_day_that_the_data_of_the_page_contradict_is_told() -> None:
    data = '<meta property="article:published_time" content="2020-05-12T10:00:00Z">'
    found = page_of(f'<h1>Flood wall built</h1><p class="date">3 March 2019</p>{paragraphs()}', data)
    assert found.published is not None
    assert (found.published.edtf, found.published.where) == ("2020-05-12", "article:published_time")
    assert found.remarks == ("the page shows another date than its data: 3 March 2019",)


def test_digits_that_may_mean_two_days_are_settled_by_another_date_of_the_page_or_left_open() -> None:
    body = f'<h1>Flood wall built</h1><p class="date">03/11/2015</p>{paragraphs()}'
    assert page_of(body).published is None
    assert page_of(body).remarks == ("this may mean two days, settle it: 03/11/2015",)
    address = '<link rel="canonical" href="https://a.example/2015/11/03/flood-wall">'
    settled = page_of(body, address).published
    assert settled is not None
    assert (settled.edtf, settled.cue) == ("2015-11-03", "03/11/2015")


def titled(body: str, title: str) -> Found:
    return read_file(page(f"<title>{title}</title>", body), "a.html")[0]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<div>×</div><h1>Flood wall built</h1>", "A wall is built"),
        ("<h1>Clock</h1><h1>Flood wall built</h1>", "Flood wall built · Clock"),
        (
            "<ul><li>Valley News</li></ul><h1>Flood wall built</h1>",
            "A wall is built | Valley News - Daily Clock",
        ),
        ("<h3>洪水の壁が完成</h3>", "洪水の壁が完成:時計日誌"),
    ],
    ids=["a-sign-to-close", "the-site-is-a-heading", "a-section-is-a-line", "the-site-behind-a-colon"],
)
def test_the_headline_is_no_sign_no_section_and_no_name_of_the_site(body: str, title: str) -> None:
    assert titled(f"{body}{paragraphs()}", title).title in ("Flood wall built", "洪水の壁が完成")


def opened_by(words: str) -> str:
    """A body whose first paragraph is a long one and begins with these words."""
    return paragraphs("de").replace("</p>\n<p>", " ", 1).replace("<p>", f"<p>{words}", 1)


@pytest.mark.parametrize(
    ("opening", "cue"),
    [
        ("(18.01.2018) ", "18.01.2018"),
        ("Karlsruhe, (12.11.2021). – ", "12.11.2021"),
        ("FENWICK, 12 May 2026 (Agency) — ", "12 May 2026"),
        ("27.1.2022 - ", "27.1.2022"),
    ],
)
def test_a_date_that_opens_the_first_paragraph_is_the_dateline_of_an_agency(opening: str, cue: str) -> None:
    found = page_of(f"<h1>Flood wall built</h1>{opened_by(opening)}")
    assert found.published is not None
    assert (found.published.cue, found.text.count(cue)) == (cue, 1)


def test_a_date_that_the_first_paragraph_reports_is_no_dateline() -> None:
    assert (
        page_of(f"<h1>Flood wall built</h1>{opened_by('Am 12.11.2021 stieg der Fluss: ')}").published is None
    )


@pytest.mark.parametrize(
    "line",
    [
        '<p class="entry-date updated">12 May 2026</p>',
        "<p>Pressemitteilung vom 12.05.2026</p>",
        '<p itemprop="datePublished" content="2026-05-12 10:31">May 2026</p><time itemprop="datePublished" datetime="">',
    ],
    ids=["the-class-of-a-content-system", "a-press-release", "microdata-tell-the-day"],
)
def test_the_day_of_publication_in_other_forms(line: str) -> None:
    found = page_of(f"<h1>Flood wall built</h1>{line}{paragraphs()}").published
    assert found is not None
    assert (found.edtf, found.is_update) == ("2026-05-12", False)


def test_microdata_of_several_stories_tell_no_day() -> None:
    lines = "".join(f'<p itemprop="datePublished" content="2026-05-{day}">May 2026</p>' for day in (12, 13))
    assert page_of(f"<h1>Flood wall built</h1>{paragraphs()}{lines}").published is None


def test_an_address_tells_its_day_in_six_digits_behind_year_and_month() -> None:
    address = '<link rel="canonical" href="https://a.example/energy/2015/08/150803-flood-wall/">'
    found = page_of(f"<h1>Flood wall built</h1>{paragraphs()}", address).published
    assert found is not None
    assert (found.edtf, found.cue, found.where) == ("2015-08-03", "2015/08/150803", "the address")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Eva Klein@evaklein Dec 10, 2016, 10:20am", "Eva Klein"),
        ("By Eva Klein December 10, 2016", "Eva Klein"),
        ("By Eva Klein Published in The Wall", "Eva Klein"),
        ("By Eva Klein | eva@clock.example", "Eva Klein"),
        ("By Theresa May | 10 December 2016", "Theresa May"),
    ],
)
def test_an_author_is_a_name_without_what_stands_behind_it(line: str, name: str) -> None:
    assert page_of(f'<h1>Flood wall built</h1><p class="byline">{line}</p>{paragraphs()}').byline == name


def test_what_names_nobody_is_no_author() -> None:
    lines = '<p class="byline">By</p><p class="author">Photograph by Ben Ray</p>'
    assert page_of(f"<h1>Flood wall built</h1>{lines}{paragraphs()}").byline == ""


def test_fields_of_one_name_are_several_authors() -> None:
    fields = '<meta name="author" content="Eva Klein"><meta name="author" content="Ben Ray">'
    assert page_of(f"<h1>Flood wall built</h1>{paragraphs()}", fields).byline == "Eva Klein, Ben Ray"
