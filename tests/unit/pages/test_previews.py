"""Previews stand in few scripts, each page in one that follows from its address."""

from __future__ import annotations

import json

import pytest

from builder.pages.previews import SHARE, Previewed, index_script, number_of, shares
from builder.paths import SitePath


def pages(count: int) -> list[Previewed]:
    return [Previewed(SitePath(f"claims/c{number}.html"), "claim", f"c{number}") for number in range(count)]


@pytest.mark.parametrize(
    ("count", "scripts"), [(0, 1), (1, 1), (SHARE, 1), (SHARE + 1, 2), (3 * SHARE, 4), (100 * SHARE, 128)]
)
def test_every_page_stands_where_its_address_leads(count: int, scripts: int) -> None:
    found = shares(pages(count))
    told = json.loads(index_script(found).removeprefix("dossier.preview.shares(").removesuffix(");\n"))
    assert told == scripts
    assert sum(len(share.pages) for share in found) == count
    assert all(
        share.path == f"previews/{number_of(page.path, told)}.js" for share in found for page in share.pages
    )


def test_a_sum_does_not_grow_out_of_32_bits() -> None:
    assert number_of("a" * 60, 1 << 20) == number_of("a" * 60, 1 << 32) % (1 << 20)


def test_pages_that_are_no_records_are_not_shown() -> None:
    assert shares([Previewed(SitePath("index.html"), "home", "")]) == ()
