"""No page of the worked example is heavy, and none says the same quotation three times; heights stand in tests/browser."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.site.dossiers import build, copy_showcase
from tools.looks import LIMIT_BYTES, LIMIT_REPEATS, Look, looks_of


def over(looks: list[Look]) -> dict[str, list[str]]:
    return {look.name: look.over() for look in looks if look.over()}


def test_no_page_of_the_worked_example_is_heavy_or_repeats_itself(site: Path):
    looks = looks_of(site, None)
    assert len(looks) > 100
    assert over(looks) == {}


def test_no_page_with_an_address_in_another_language_is_heavy(tmp_path: Path):
    root = copy_showcase(tmp_path)
    settings = root / "content/dossier.yaml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", "language: de"), "utf-8")
    site = build(root, "--base-url", "https://example.org/threats-against-russia/", "--no-search")
    assert 'lang="de"' in (site / "index.html").read_text("utf-8")
    assert over(looks_of(site, None)) == {}


def test_a_page_that_is_heavy_and_repeats_itself_is_seen(tmp_path: Path):
    words = "the blood will spill like an ocean, very soon"
    (tmp_path / "a.html").write_text(f"<q>{words}</q>" * (LIMIT_REPEATS + 1), "utf-8")
    (tmp_path / "b.html").write_text("x" * (LIMIT_BYTES + 1), "utf-8")
    assert over(looks_of(tmp_path, None)) == {
        "a.html": ["a quotation 3 times"],
        "b.html": [f"{LIMIT_BYTES + 1} bytes"],
    }


def empty_columns(html: str) -> list[str]:
    """The heads of columns that have a word in no row."""
    found = []
    for table in LexborHTMLParser(html).css("table:not(.matrix)"):
        rows = [row.css("th, td") for row in table.css("tbody tr")]
        found += [
            head.text()
            for place, head in enumerate(table.css("thead th"))
            if rows and not any(row[place].text(strip=True) for row in rows)
        ]
    return found


def test_no_column_is_empty_from_top_to_bottom(site: Path):
    found = {page.name: empty_columns(page.read_text("utf-8")) for page in sorted(site.rglob("*.html"))}
    assert {name: heads for name, heads in found.items() if heads} == {}


def test_an_empty_column_is_seen():
    head = "<thead><tr><th>a</th><th>b</th></tr></thead>"
    assert empty_columns(f"<table>{head}<tbody><tr><th>c</th><td> </td></tr></tbody></table>") == ["b"]
