"""A page as a chapter of one file: what is escaped stays so, links stay inside, and what is no page of ours is refused."""

from __future__ import annotations

import pytest

from builder.onefile.chapter import Anchors, NotAPage, chapter_of

ANCHORS = Anchors(
    {"index.html": "index.html", "claims/c.html": "claims/c.html", "claims/old.html": "claims/c.html"}
)


def chapter(main: str, anchors: Anchors = ANCHORS) -> str:
    page = f'<html><body><nav>n</nav><main class="page" id="main">{main}</main><footer>f</footer>'
    return "".join(chapter_of("claims/c.html", page, anchors, lambda name, _: name == "fieldset"))


def inner(main: str, anchors: Anchors = ANCHORS) -> str:
    return (
        chapter(main, anchors)
        .removeprefix('<section class="chapter page" id="claims/c.html">')
        .removesuffix("</section>")
    )


@pytest.mark.parametrize(
    ("on_site", "in_file"),
    [
        ('<a href="../index.html">x</a>', '<a href="#index.html">x</a>'),
        ('<a href="old.html#p-1">x</a>', '<a href="#claims/c.html:p-1">x</a>'),
        ('<a href="#p-1">x</a>', '<a href="#claims/c.html:p-1">x</a>'),
        ('<a href="#main">x</a>', '<a href="#claims/c.html">x</a>'),
        ('<a href="../data/x.csv">x</a>', "<a>x</a>"),
        ('<a href="../search.html?q=a&amp;b">x</a>', "<a>x</a>"),
        (
            '<a href="https://example.org/?a&amp;b" rel="nofollow">x</a>',
            '<a href="https://example.org/?a&amp;b" rel="nofollow">x</a>',
        ),
        (
            '<h2 id="ä-&#34;">x</h2><a href="#%C3%A4-%22">x</a>',
            '<h2 id="claims/c.html:ä-&quot;">x</h2><a href="#claims/c.html:%C3%A4-%22">x</a>',
        ),
        (
            '<svg viewBox="0 0 1 1"><use href="#g-event"/></svg>',
            '<svg viewBox="0 0 1 1"><use href="#g-event"/></svg>',
        ),
        ('<input type="radio" name="as" checked>', '<input type="radio" name="claims/c.html:as" checked>'),
        ('<p aria-labelledby="a b">x</p>', '<p aria-labelledby="claims/c.html:a claims/c.html:b">x</p>'),
        ('<td data-label="N" data-csl="{}">x</td>', '<td data-label="N">x</td>'),
    ],
)
def test_what_an_element_becomes(on_site: str, in_file: str):
    assert inner(on_site) == in_file


@pytest.mark.parametrize(
    "dropped",
    [
        '<div class="a needs-script"><div>x</div></div>',
        '<p class="needs-script"><button type="button">x</button></p>',
        "<div hidden data-pagefind-ignore><span>x</span></div>",
        '<form><input name="q"></form>',
        "<fieldset><fieldset>x</fieldset></fieldset>",
        '<input class="needs-script">',
    ],
)
def test_what_only_a_script_makes_work_is_left_out_with_all_that_it_holds(dropped: str):
    assert inner(f"a{dropped}b") == "ab"


def test_words_that_look_like_markup_stay_words():
    hostile = '&lt;script&gt;alert(1)&lt;/script&gt; &lt;!--chapters--&gt; <q title="&lt;/main&gt;&#34; onclick=&#34;x">&amp;lt;</q>'
    assert inner(hostile) == hostile


def test_a_link_that_leaves_the_file_goes_to_the_site_where_that_is_known():
    anchors = Anchors(ANCHORS.chapters, "https://example.org/d/")
    assert (
        inner('<a href="../data/x.csv">x</a>', anchors) == '<a href="https://example.org/d/data/x.csv">x</a>'
    )


@pytest.mark.parametrize(
    "page", ["", "<p>no main</p>", "<main>a < b</main>", "<main><p title='x'></p></main>", "<main>x"]
)
def test_what_the_builder_does_not_write_is_refused(page: str):
    with pytest.raises(NotAPage):
        list(chapter_of("a.html", page, ANCHORS, lambda *_: False))


def test_a_note_stands_behind_the_first_link_to_another_chapter_outside_tables():
    anchors = Anchors(ANCHORS.chapters, notes={"index.html": "<b>I</b>", "claims/c.html": "C"})
    link, own = '<a href="#index.html">x</a>', '<a href="#claims/c.html">x</a>'
    on_site = '<a href="../index.html">x</a>'
    table = f"<table><tr><td>{on_site}</td></tr></table>"
    assert inner(f'{table}<a href="c.html">x</a>{on_site}{on_site}', anchors) == (
        f'{table.replace(on_site, link)}{own}{link}<span class="footnote"><b>I</b></span>{link}'
    )
