"""A page carries the shapes that it draws and the scripts that have something to do in it, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.render.uses import glyphs_in, scripts_for

ROOT = Path(__file__).parents[3]
ALWAYS = {"away", "check", "gestures", "theme", "theme-early"}
SCRIPTS = sorted(path.stem for path in (ROOT / "templates/assets/js").iterdir())
ADDRESSES = [f"../assets/{name}.0123abcd.js" for name in SCRIPTS if name not in ("theme-early", "checking")]


def names(body: str) -> set[str]:
    return {address.rpartition("/")[2].partition(".")[0] for address in scripts_for(body, ADDRESSES)}


def test_a_shape_stands_in_the_page_once_however_often_it_is_drawn() -> None:
    body = '<svg><use href="#g-silent"/></svg><a href="#g-agree">x</a><use href="#g-asserts"/><use href="#g-silent"/>'
    assert glyphs_in(body) == ("asserts", "silent")


@pytest.mark.parametrize(
    ("body", "needed"),
    [
        ("<p>Words of matrix and details.</p>", set()),
        ('<input type="search" data-list-filter>', {"catalogue", "list-filter"}),
        ('<form class="choose-two needs-script" data-choose-two>', {"catalogue", "choosing"}),
        ('<button data-marks-switch aria-pressed="false">', {"marks"}),
        ('<table class="matrix wide">', {"matrix", "table-roles"}),
        ('<table class="ladder">', {"table-roles"}),
        ("<details><summary>x</summary></details>", {"unfold"}),
        ('<div class="search-shell" data-search>', {"catalogue", "search"}),
    ],
)
def test_a_script_is_loaded_where_it_has_something_to_do(body: str, needed: set[str]) -> None:
    assert names(body) == needed | (ALWAYS - {"theme-early"})


def test_a_script_of_the_dossier_itself_is_loaded_everywhere_and_the_order_stays() -> None:
    assert scripts_for("<p>", ["a/own.1.js", "a/matrix.2.js", "theme.3.js"]) == ("a/own.1.js", "theme.3.js")
