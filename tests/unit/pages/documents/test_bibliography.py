"""Bibliographies, read back by the programs that others use."""

from __future__ import annotations

import json
import re
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

from tests.unit.pages.documents.made import HOSTILE, files_of, showcase_files
from tests.unit.pages.small import SmallDossier, dossier

TITLES = [
    HOSTILE,
    "ER  - \nTY  - JOUR",
    "{unbalanced",
    "unbalanced}",
    "100 % of $5 & #1_a ~ ^ \\",
    "“Реки крви” · 日本 · مرحبا",
]


def build(folder: Path, title: str) -> SmallDossier:
    article = {
        "title": title,
        "outlet": "paper",
        "published": "2014-08-31/2014-09-02",
        "byline": title,
        "language": "sr-Cyrl",
        "url": "https://example.org/a_b%20c?x=1&y=2#z",
    }
    return dossier(folder, outlets={"paper": {"name": title, "kind": "newspaper"}}, articles={"one": article})


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("title", TITLES)
def test_ris_gives_back_every_word_on_one_line(tmp_path: Path, title: str):
    (entry,) = rispy.loads(files_of(build(tmp_path, title))["data/bibliography.ris"].decode())
    shown = one_line(title)
    assert entry["title"] == f"[{shown}]", "no headline: the title is the editors'"
    assert entry["secondary_title"] == shown
    assert entry["type_of_reference"] == "NEWS"
    assert entry["year"] == "2014"
    assert entry["urls"] == ["https://example.org/a_b%20c?x=1&y=2#z"]


LATEX = {
    r"{\textbackslash}": "\\",
    r"{\textbraceleft}": "{",
    r"{\textbraceright}": "}",
    r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^",
    **{f"\\{character}": character for character in "%$&#_"},
}


def as_printed(latex: str) -> str:
    """What LaTeX prints; the decoder of the parser does not know the commands for braces."""
    return re.sub("|".join(map(re.escape, LATEX)), lambda match: LATEX[match[0]], latex)


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_gives_back_every_word(tmp_path: Path, title: str):
    read = bibtexparser.parse_string(files_of(build(tmp_path, title))["data/bibliography.bib"].decode())
    assert read.failed_blocks == []
    (entry,) = read.entries
    shown = one_line(title)
    assert as_printed(entry["title"][1:-1]) == f"[{shown}]", "braces keep its capitals"
    assert as_printed(entry["journal"]) == shown
    assert (entry.key, entry.entry_type, entry["date"]) == ("one", "article", "2014-08-31/2014-09-02")
    assert entry["url"] == "https://example.org/a_b%20c?x=1&y=2#z"


def test_bibtex_is_decoded_by_others_too(tmp_path: Path):
    title = "100 % of $5 & #1_a “Реки” \\"
    text = files_of(build(tmp_path, title))["data/bibliography.bib"].decode()
    (entry,) = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()]).entries
    assert entry["title"] == f"[{title}]"


def test_csl_says_an_interval_in_parts_and_keeps_letters(tmp_path: Path):
    (item,) = json.loads(files_of(build(tmp_path, HOSTILE))["data/bibliography.json"])
    assert item["issued"] == {"date-parts": [[2014, 8, 31], [2014, 9, 2]]}
    assert item["title"] == f"[{one_line(HOSTILE)}]"


def test_the_worked_example_round_trips_with_its_dates():
    files = showcase_files()
    entries = rispy.loads(files["data/bibliography.ris"].decode())
    read = bibtexparser.parse_string(files["data/bibliography.bib"].decode())
    items = {item["id"]: item for item in json.loads(files["data/bibliography.json"])}
    assert [entry["id"] for entry in entries] == [entry.key for entry in read.entries] == list(items)
    assert items["southfront-rivers-of-blood"]["issued"]["circa"] is True
    assert items["jpost-video-very-soon"]["issued"] == {"date-parts": [[2015, 11, 12]]}
    assert read.entries_dict["southfront-rivers-of-blood"]["date"] == "2015-11-13?"
