"""Of a dossier that is too large for a page of every two texts a reader chooses two, out of lists."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builder.making import watched
from builder.model.library import Library
from builder.pages.choose_two import MOST_PAIRS
from builder.pages.documents.choices import choice_files
from builder.pages.documents.proofs import proof_files
from builder.pages.parts.shared import MOST_TEXTS, PER_LIST
from builder.recorded import Recorder
from tests.unit.analysis.make import article, library
from tests.unit.pages.showing import context_of, page_of, words_of

SHARED = "The harbour office said on Monday that nine boats had left before the storm came over the hills."


def _library(number: int, *, sharing: int = 0, **fields: Any) -> Library:
    """So many texts, of which some have a sentence in common."""
    texts = {
        f"t{each}": f"Word{each} fell.\n{f'{SHARED} More{each}.' if each < sharing else ''}"
        for each in range(number)
    }
    return library(
        texts,
        {"title": "D", "publish": "full"},
        articles={
            name: article(**{"siglum": name.upper(), "outlet": f"o-{name}", **fields}) for name in texts
        },
        outlets={f"o-{name}": {"name": "Outlet"} for name in texts},
    )


@pytest.mark.parametrize(
    ("texts", "kind"),
    [(MOST_TEXTS, "any-two"), (MOST_TEXTS + 1, "choose-two"), (PER_LIST + 1, "choose-two")],
)
def test_any_two_texts_are_chosen_on_one_page(texts: int, kind: str) -> None:
    routes = context_of(_library(texts)).routes
    assert {each for each in ("any-two", "choose-two") if routes.path(each)} == {kind}
    assert routes.path(kind) == "any-two.html"
    assert (routes.path("pair-comparison", "t0--t1") is None) == (kind == "choose-two")


def _lists(made: Library) -> list[list[list[str]]]:
    """The texts of each list, as a script takes them in."""
    context = context_of(made)
    calls = [str(each.make(context)) for each in choice_files(made, context.findings)]
    for number, call in enumerate(calls, start=1):
        assert call.startswith(f"dossier.takeTexts({number},[")
    return [json.loads(call.split(",", 1)[1].removesuffix(");\n")) for call in calls]


def test_every_text_can_be_chosen_and_pairs_that_share_words_are_links_too() -> None:
    made = _library(14, sharing=12)
    page = page_of(made, "choose-two")
    (texts,) = _lists(made)
    assert texts[0] == ["t0", "T0 Outlet, 12 Nov 2015", "[A]"]
    assert [text for text, *_ in texts] == sorted(f"t{n}" for n in range(14))
    assert page.css_first("[data-choose-two]").attributes["data-lists"] == "1"
    assert len(page.css("#pairs .rows a")) == MOST_PAIRS
    assert words_of(page, "#pairs .whole a") == ["16 more pairs are in the list of comparisons"]
    assert [link.attributes["href"] for link in page.css("#pairs .whole a")] == ["comparisons/index.html"]


def test_more_texts_are_more_lists_and_none_is_long_however_long_the_titles_are() -> None:
    made = _library(PER_LIST + 1, title={"text": "Гавань " * 20, "lang": "ru"})
    first, second = _lists(made)
    assert (len(first), len(second)) == (PER_LIST, 1)
    assert second[0][3:] == ["ru", "auto"]
    context = context_of(made)
    assert all(
        len(str(each.make(context)).encode()) < 280_000 for each in choice_files(made, context.findings)
    )
    assert page_of(made, "choose-two").css_first("[data-choose-two]").attributes["data-lists"] == "2"


def test_where_nothing_is_shared_that_is_said() -> None:
    page = page_of(_library(13), "choose-two")
    assert words_of(page, "#pairs > p") == ["No two texts of this dossier share a passage."]


def test_a_text_of_which_nothing_may_be_printed_cannot_be_chosen() -> None:
    made = library({f"t{n}": "It rained." for n in range(13)}, {"title": "D", "publish": "excerpt"})
    assert context_of(made).routes.path("choose-two") is None
    assert not list(choice_files(made, context_of(made).findings))


def test_who_reads_a_text_or_two_finds_the_way_to_lay_another_beside_it() -> None:
    made = _library(13, sharing=2)
    (way,) = page_of(made, "article", "t3").css('.needs-script > a[href*="?a="]')
    assert way.attributes["href"] == "../any-two.html?a=t3"
    assert page_of(made, "pair-comparison", "t0--t1").css('a[href="../any-two.html"]')
    assert page_of(made, "comparisons").css('a[href="../any-two.html"]')


def test_beside_the_words_of_a_text_stands_what_it_shares_and_where() -> None:
    def proof(made: Library, text: int) -> Any:
        return list(proof_files(made))[text].make(context_of(made))

    made = _library(13, sharing=2)
    path = context_of(made).routes.path("pair-comparison", "t0--t1")
    assert proof(made, 0)["choice"] == {
        "source": "T0 Outlet, 12 Nov 2015",
        "title": "[A]",
        "lang": "en",
        "beside": {"t1": ["1 passage of 19 words", path]},
    }
    assert proof(made, 0)["name"] == "T0"
    assert "title" not in proof(_library(13, siglum=None, title="Word0 fell."), 0)["choice"], (
        "its name is its title"
    )
    assert proof(made, 2)["choice"]["beside"] == {}
    assert "choice" not in proof(_library(12, sharing=2), 0)


def test_no_list_asks_of_each_text_what_of_it_is_published() -> None:
    """Each would be made again whenever the words of any text have changed."""
    made = _library(14)
    recorder = Recorder()
    context = watched(context_of(made), recorder)
    with recorder.noting() as asked:
        for each in choice_files(made, context.findings):
            each.make(context)
    names = {name for name, _ in asked}
    assert "findings.printed" in names
    assert "findings.published" not in names
