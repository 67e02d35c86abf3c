"""Who translated a text stands in every form of the bibliography, under the name that each form has for it."""

from __future__ import annotations

import json
from pathlib import Path

import bibtexparser
import rispy

from tests.unit.pages.documents.made import files_of
from tests.unit.pages.small import dossier

ARTICLE = {
    "title": "Rivers",
    "outlet": "paper",
    "published": "2015",
    "byline": "A. Author",
    "translator": "T. Translator",
    "summary": "What it says.",
    "archives": ["https://keep.example/rivers"],
}


def files(folder: Path) -> dict[str, bytes]:
    return files_of(
        dossier(folder, outlets={"paper": {"name": "Paper", "kind": "newspaper"}}, articles={"one": ARTICLE})
    )


def test_ris_has_author_translator_archive_and_summary_each_under_its_own_tag(tmp_path: Path) -> None:
    text = files(tmp_path)["data/bibliography.ris"].decode()
    lines = dict(line.split("  - ", 1) for line in text.splitlines() if "  - " in line)
    assert {tag: lines[tag] for tag in ("AU", "A4", "L2", "AB")} == {
        "AU": "A. Author",
        "A4": "T. Translator",
        "L2": "https://keep.example/rivers",
        "AB": "What it says.",
    }
    (entry,) = rispy.loads(text)
    assert (entry["authors"], entry["subsidiary_authors"]) == (["A. Author"], ["T. Translator"])


def test_bibtex_and_csl_keep_author_and_translator_apart(tmp_path: Path) -> None:
    made = files(tmp_path)
    (entry,) = bibtexparser.parse_string(made["data/bibliography.bib"].decode()).entries
    assert (entry["author"], entry["translator"]) == ("{A. Author}", "{T. Translator}")
    (item,) = json.loads(made["data/bibliography.json"])
    assert (item["author"], item["translator"]) == (
        [{"literal": "A. Author"}],
        [{"literal": "T. Translator"}],
    )
