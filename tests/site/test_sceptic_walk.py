"""A sceptic walks every page of the worked example; and each thing that she looks for would be found."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site import sceptic
from tests.site.dossiers import build, pages_of, write


def test_no_page_and_no_data_of_the_worked_example_say_what_nobody_signs(site: Path) -> None:
    assert sceptic.walk(site) == []


def test_the_walk_meets_what_it_looks_for(site: Path) -> None:
    """A walk over pages without claims, grades or marks would find nothing and show nothing."""
    pages = pages_of(site).values()
    met = {
        place: sum(len(page.css(place)) for page in pages)
        for place in (
            ".card",
            ".faced",
            ".matrix td",
            ".register li",
            ".grade-mark",
            ".meets",
            ".rung-attributes",
        )
    }
    assert all(met.values()), met


def planted(body: str) -> list[str]:
    page = LexborHTMLParser(f"<!doctype html><title>T</title><body><main>{body}</main>")
    return [fault for check in sceptic.CHECKS for fault in check(page)]


ANSWERED = '<p class="answer">1 text asserts it; 1 does not say; 1 disputes it</p>'
TABLE = '<div id="every-text"><table><tbody>{}</tbody></table></div>'
SILENT = '<tr><td><span class="stance stance-silent">silent</span></td></tr>'
GRADE = '<div class="grade"><span class="grade-mark">5</span><div>Improbable {}</div></div>'
ATTRIBUTES = '<span class="stance stance-attributes">attributes</span>'


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>The texts cannot all be right.</p>", "a verdict by template"),
        ("<q>The texts cannot all be right.</q>", "a verdict by template"),
        ("<p>Both texts are right.</p>", "who is right"),
        ("<p>This is false.</p>", "truth"),
        ("<p>It is no verdict.</p>", "a verdict"),
        ("<p>Confirmed by 3 sources.</p>", "several texts as a confirmation"),
        ("<p>A misleading text.</p>", "a name for a text"),
        ('<span class="stance">asserts <span>B</span></span>', "a bare letter"),
        (
            '<table class="matrix"><tr><td><ul><li><span class="aside">b</span></li></ul></td></tr></table>',
            "a bare letter",
        ),
        ('<a title="position b">asserts</a>', "a bare letter in title"),
        ('<article class="card"><h3>S</h3></article>', "without its answer"),
        ('<div class="faced"><h3>S</h3></div>', "without its answer"),
        ('<p class="tab">Claim C06</p><h1>S</h1>', "the page of a claim without its answer"),
        (
            f'<div class="record-head">{ANSWERED}</div>{TABLE.format(SILENT * 2)}',
            "1 told and 2 shown as silent",
        ),
        (
            f'<div class="record-head">{ANSWERED}</div>{TABLE.format(SILENT)}',
            "1 told and 0 shown as disputes",
        ),
        (f"<li>{ATTRIBUTES}</li>", "an attribution to nobody"),
        (f'<li>{ATTRIBUTES} <span class="aside">In the deck.</span></li>', "an attribution to nobody"),
        (
            '<div class="rung-attributes"><div class="saying">W</div></div>',
            "an attribution to nobody on a ladder",
        ),
        ("<ul><li>1 article</li> · <li>2 named origins</li></ul>", "several origins of one text"),
        (GRADE.format(""), "a grade without its judges"),
        (
            '<div class="facing"><mark>has not yet <strong class="meets">accepted</strong> it</mark></div>',
            "an emphasis parted from its negation",
        ),
        (
            '<div class="facing"><mark>haven’t <strong class="meets">found</strong> it</mark></div>',
            "an emphasis parted from its negation",
        ),
    ],
)
def test_each_fault_is_found_where_it_is_planted(body: str, fault: str) -> None:
    assert [found for found in planted(body) if fault in found]


@pytest.mark.parametrize(
    "body",
    [
        "<blockquote>This is false, he lied.</blockquote>",
        '<div class="prose">Both can be right.</div>',
        '<p class="finding">The second number is wrong. E, 2026</p>',
        f'<li>{ATTRIBUTES} <span class="aside">to SITE</span></li>',
        f'<li>{ATTRIBUTES} <span class="aside">without saying to whom</span></li>',
        GRADE.format(
            "on a scale from 1 to 5; judged by E on 1 May 2026 the editors’ assessment of this text"
        ),
        '<div class="facing"><mark>It <strong class="meets">has not yet accepted</strong> it</mark></div>',
        f'<div class="record-head"><p class="answer">1 text does not say</p></div>{TABLE.format(SILENT)}',
    ],
)
def test_words_of_others_and_sound_lines_are_left_in_peace(body: str) -> None:
    assert planted(body) == []


CLAIM = """\
statement: Nobody was hurt
kind: detail
topics: [t]
coded: {by: E, date: 2026, articles: [a, b]}
appearances:
  - {article: a, stance: asserts, quote: Nobody was hurt}
"""


def test_a_fault_in_the_data_is_found_too(tmp_path: Path) -> None:
    article = "title: Title\noutlet: o\npublished: 2015\ntext: seeds/{}.txt\n"
    root = write(
        tmp_path,
        {
            "content/dossier.yaml": "title: Small\n",
            "content/outlets/o.yaml": "name: Gazette\n",
            "content/topics/t.yaml": "name: Topic\n",
            "content/claims/c.yaml": CLAIM,
            **{f"content/articles/{name}.yaml": article.format(name) for name in "ab"},
            **{f"seeds/{name}.txt": f"Nobody was hurt, said {name}.\n" for name in "ab"},
        },
    )
    site = build(root)
    assert sceptic.walk(site) == []
    rows = site / "data/claims.csv"
    rows.unlink()
    rows.write_text("id,answer\nc,\n", "utf-8")
    assert sceptic.walk(site) == ["data/claims.csv: a claim without its answer: c"]
