"""A record that is gone is one mistake, wherever it is still named."""

from __future__ import annotations

import pytest

CLAIM = (
    "statement: S{0}\nkind: event\n"
    "coded: {{by: A, date: 2026, articles: [vanished]}}\n"
    "appearances: [{{article: vanished, stance: asserts, quote: Words {0}}}]\n"
)


def unknown(loaded):
    """The problems that are about ids which lead nowhere."""
    return [one for one in loaded.settled() if one.code == "unknown-id"]


@pytest.mark.parametrize("count", [1, 3, 20])
def test_all_that_names_it_is_told_once_with_as_many_places_as_can_be_read(load, count):
    other = "title: Two\noutlet: news\npublished: 2025\n"
    claims = {f"content/claims/c{number:02}.yaml": CLAIM.format(number) for number in range(count)}
    [told] = unknown(load({**claims, "content/articles/two.yaml": other}))
    files = f" in {count} files" if count > 1 else ""
    assert told.message == f"there is no article `vanished`; {2 * count} places name it{files}"
    assert (told.span.path, told.span.line) == ("content/claims/c00.yaml", 3)
    assert len(told.related) == min(2 * count - 1, 8)
    more = 2 * count - 1 - 8
    words = f"it is named here, and in {more} more places" if more > 0 else "it is named here"
    assert told.related[-1].message == words
    assert (told.related[0].span.path, told.related[0].span.line) == ("content/claims/c00.yaml", 4)


def test_the_fix_says_what_brings_it_back_and_what_a_new_name_needs(load):
    [told] = unknown(load({"content/claims/c.yaml": CLAIM.format(1)}))
    assert told.hint.startswith("add content/articles/vanished.yaml, or write the id of an article")
    assert "add `former_ids: [vanished]`" in told.hint


def test_adding_it_back_or_its_former_id_elsewhere_is_a_fix_that_passes(load):
    article = "title: Gone\noutlet: news\npublished: 2025\n"
    files = {"content/claims/c.yaml": CLAIM.format(1)}
    assert unknown(load({**files, "content/articles/vanished.yaml": article})) == []
    renamed = unknown(load({**files, "content/articles/new.yaml": f"{article}former_ids: [vanished]\n"}))
    assert renamed == [] or all(one.edits for one in renamed)


def test_one_place_alone_is_told_as_before(load):
    [told] = unknown(load({"content/topics/t.yaml": "name: T\nbroader: vanished\n"}))
    assert told.message == "there is no topic `vanished`"
    assert told.related == ()


def test_where_it_may_be_of_several_kinds_what_is_sure_of_one_place_is_told(load):
    statement = "statement: S\nkind: event\nappearances: [{article: one, stance: attributes, attributed_to: vanished, quote: W}]\n"
    files = {
        "content/claims/c.yaml": statement,
        "content/topics/t.yaml": "name: T\ndescription: '[[entity:vanished]]'\n",
    }
    [told] = unknown(load(files))
    assert told.message == "there is no entity `vanished`; 2 places name it in 2 files"
