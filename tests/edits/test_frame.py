"""What stands around a page is made anew where it changes, though the page itself says the same."""

from __future__ import annotations

from pathlib import Path

from builder.build import build_site

FILES = {
    "content/dossier.yaml": "title: T\nas_of: 2020-01-31\n",
    "content/outlets/o.yaml": "name: O\n",
    "content/articles/a.yaml": "title: A\noutlet: o\npublished: 2019\nlanguage: en\n",
}


def test_a_new_entry_of_the_navigation_stands_on_every_page(tmp_path: Path) -> None:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    build_site(tmp_path, search=False)
    page = tmp_path / "site/outlets/o.html"
    assert "about.html" not in page.read_text()
    (tmp_path / "content/pages").mkdir()
    (tmp_path / "content/pages/about.md").write_text("---\ntitle: Who we are\n---\nA few words.\n")
    summary = build_site(tmp_path, search=False).summary
    assert "Who we are" in page.read_text()
    assert summary is not None
    assert summary.linked > 0
