"""Quotations in Markdown become links to where they stand, and say where they are from."""

import pytest

from builder.render.markdown import render_prose
from builder.render.quotations import Citation


def render(text, *citations):
    return str(
        render_prose(text, frozenset({"claim"}), lambda *_: ("c.html", "A name"), lambda _: citations)
    ).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It “rose” here.", '<p>It <a href="a.html#p-1">“rose”</a> here.</p>'),
        ("It *“rose”* here.", '<p>It <em><a href="a.html#p-1">“rose”</a></em> here.</p>'),
        ("It “r*os*e” here.", '<p>It <a href="a.html#p-1">“r<em>os</em>e”</a> here.</p>'),
        ("It \\\"rose\\\" here.", '<p>It <a href="a.html#p-1">"rose"</a> here.</p>'),
        ("It “r\ns” here.", '<p>It <a href="a.html#p-1">“r\ns”</a> here.</p>'),
        ("It [“rose”](claim:x) here.", '<p>It <a href="c.html">“rose”</a> here.</p>'),
        ("It “[rose](claim:x)” here.", '<p>It “<a href="c.html">rose</a>” here.</p>'),
        ("It *“ro*se” here.", "<p>It <em>“ro</em>se” here.</p>"),
    ],
)  # fmt: skip
def test_a_quotation_is_linked_where_no_other_link_is_in_the_way(text, expected):
    end = 8 if "\n" in text else 9
    assert render(text, Citation(3, end, "a.html#p-1")) == expected


def test_several_quotations_of_a_block_are_linked_each_to_its_place():
    assert render("“a” and “b”", Citation(0, 3, "x"), Citation(8, 11, "y")) == (
        '<p><a href="x">“a”</a> and <a href="y">“b”</a></p>'
    )


def test_words_from_outside_are_followed_by_their_source_and_a_remark():
    outside = Citation(3, 9, source="The Echo, 2015", source_href="https://example.org/", remark="; not here")
    link = '<a href="https://example.org/" rel="noopener noreferrer nofollow">The Echo, 2015</a>'
    link += ' <span class="aside">(example.org)</span>'
    assert render("It “rose” here.", outside) == f"<p>It “rose” [{link}; not here] here.</p>"
    assert render("It [“rose” up](claim:x).", outside) == (
        f'<p>It <a href="c.html">“rose” up</a> [{link}; not here].</p>'
    )


def test_what_stands_in_an_address_or_a_source_is_no_markup():
    hostile = Citation(3, 9, 'a"><b>', source="<b>", source_href="javascript:alert(1)", remark="<i>")
    assert render("It “rose” here.", hostile) == (
        '<p>It <a href="a&quot;&gt;&lt;b&gt;">“rose”</a> [&lt;b&gt;&lt;i&gt;] here.</p>'
    )
