"""Nothing that a reader sees is left in English where the site has another language: a language that nobody speaks shows it.

    .venv/bin/python -m tests.words

lists what is left, with the pages that have it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from builder import workers
from builder.build import build_site
from builder.wording import language
from tests.site.dossiers import files_of, pages_of, write
from tests.words.leftovers import leftovers
from tests.words.pseudo import CLOSE, LANGUAGE, OPEN, build_pseudo, of_texts, told, write_catalogue

SMALL = {
    "content/dossier.yaml": f"title: Абц\nlanguage: {LANGUAGE}\n",
    "content/outlets/blatt.yaml": "name: Блатт\n",
    "content/articles/a.yaml": "title: Флут\noutlet: blatt\npublished: 2026-05-12\n",
}
SKIP = "Skip to content"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden dossier in the language that nobody speaks."""
    return build_pseudo(tmp_path_factory.mktemp("pseudo") / "dossier", "--no-search")


@pytest.mark.slow
def test_no_word_of_any_page_is_left_in_english(site: Path) -> None:
    found = leftovers(site, LANGUAGE, of_texts())
    assert found == {}, f"{len(found)} runs of words do not come out of the catalogue"


@pytest.mark.slow
def test_every_page_says_its_language_and_its_sentences_are_whole(site: Path) -> None:
    pages = pages_of(site)
    pages.pop("plan.html")  # the publisher's own
    for path, page in pages.items():
        assert page.css_first("html").attributes["lang"] == LANGUAGE, path
        text = page.css_first("body").text()
        assert told(SKIP) in text, path
        assert _balanced(text), path
        assert not re.search(r"\{\w*\}", text), path


def _balanced(text: str) -> bool:
    depth = 0
    for sign in re.findall(f"[{OPEN}{CLOSE}]", text):
        depth += 1 if sign == OPEN else -1
        if depth < 0:
            return False
    return depth == 0


def test_a_catalogue_that_comes_changes_or_goes_makes_pages_anew(tmp_path: Path) -> None:
    root = write(tmp_path / "d", SMALL)

    def pages() -> dict[str, bytes]:
        assert build_site(root, search=False).summary is not None
        return files_of(root / "site")

    english = pages()
    assert SKIP.encode() in english["index.html"]
    made = write_catalogue(root)
    other = pages()
    assert told(SKIP).encode() in other["index.html"]
    assert SKIP.encode() not in other["articles/a.html"]
    made.write_bytes(made.read_bytes().replace(told(SKIP).encode(), told(SKIP).upper().encode()))
    assert told(SKIP).upper().encode() in pages()["articles/a.html"]
    shutil.rmtree(root / "templates")
    assert pages() == english


def test_workers_speak_the_language_of_the_site_and_nobody_does_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "d", SMALL)
    write_catalogue(root)
    assert build_site(root, search=False, jobs=1).summary is not None
    alone = files_of(root / "site")
    monkeypatch.setattr(workers, "WORTH_SPREADING", 1)
    assert build_site(root, search=False, jobs=2, clean=True).summary is not None
    assert files_of(root / "site") == alone
    assert leftovers(root / "site", LANGUAGE) == {}
    assert language() == "en"


def test_a_damaged_catalogue_is_told_in_a_line_with_a_way_out(tmp_path: Path) -> None:
    from builder.output.refusal import OutputRefused

    root = write(tmp_path / "d", SMALL)
    write_catalogue(root).write_bytes(b"no catalogue")
    with pytest.raises(OutputRefused, match=r"readers\.mo is no catalogue of words") as refused:
        build_site(root, search=False)
    assert ".po" in refused.value.hint
    assert not (root / "site/index.html").exists()
