"""A signature takes one name or several: one needs no list, and nobody is no signature."""

import pytest

CLAIM = "statement: It rose\nkind: event\ncoded: {by: %s, date: 2025, articles: []}\n"


@pytest.mark.parametrize(
    ("written", "names"), [("Ana Kos", ("Ana Kos",)), ("[Ana Kos, Ben Ray]", ("Ana Kos", "Ben Ray"))]
)
def test_one_name_or_a_list_of_them_signs(load, told, written, names):
    loaded = load({"content/claims/rose.yaml": CLAIM % written})
    assert told(loaded) == []
    assert loaded.library.claims["rose"].coded.by == names


@pytest.mark.parametrize(
    ("written", "code", "column"),
    [
        ("[]", "empty-text", 13),
        ('""', "empty-text", 13),
        ('[Ana Kos, " "]', "empty-text", 23),
        ("{name: Ana}", "not-a-list", 14),
        ("[[Ana]]", "not-a-text", 14),
        ('["Ana\\u00adKos"]', "unseen-sign", 14),
    ],
)
def test_what_is_no_name_is_told_once_where_it_stands(load, told, written, code, column):
    found = told(load({"content/claims/rose.yaml": CLAIM % written}))
    assert found == [f"content/claims/rose.yaml:3:{column} {code}"]
