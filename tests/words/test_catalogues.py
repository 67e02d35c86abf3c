"""Each catalogue that comes with the program is whole: every message told, no place lost, and made from its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.site.dossiers import build, pages_of, write
from tools.words import WORDS, gathered, made, places, texts

SKIP = "Skip to content"
FILES = sorted(WORDS.glob("*/LC_MESSAGES/readers.po"))
NAMES = frozenset({"country", "language", "script"})
"""Contexts of names, many of which are the same everywhere."""
SAME = {
    "de": frozenset(
        {
            *("April", "August", "November", "September"),  # months
            *("Dossier", "Feeds", "Name", "Schema", "Text"),  # German has the word too
            *("SHA-256 {of}", "ca. {date}", "sic", "{date}. In: {dossier}."),  # of no language
        }
    )
}
"""What a language says as English does; words without letters of their own are the same without being listed."""
_LETTERS = re.compile(r"[^\W\d_]")
_STRAIGHT = re.compile(r"[\"']|(?<![\w{}])’|“(?=[\w{])")
"""Quotation marks that German has not: straight ones, and an English opening one."""


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def messages(path: Path) -> list[Message]:
    return [message for message in catalogue(path) if message.id]


def test_german_is_there() -> None:
    assert [path.parts[-3] for path in FILES] == ["de"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_every_message_of_the_program_is_told(path: Path) -> None:
    known = {(message.context, texts(message.id)): message for message in messages(path)}
    wanted = {(message.context, texts(message.id)) for message in gathered() if message.id}
    assert wanted - set(known) == set(), "untold: run `make words`, and translate"
    assert set(known) - wanted == set(), "no longer said: run `make words`"
    untold = [message.id for message in known.values() if message.fuzzy or not all(texts(message.string))]
    assert untold == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_every_place_is_kept(path: Path) -> None:
    """A form for one may leave out the count, whatever the language says for it."""
    lost = [
        (message.id, told)
        for message in messages(path)
        for english, told in zip(_forms(message), texts(message.string), strict=True)
        if places(english) - {"count"} != places(told) - {"count"}
        or (isinstance(message.id, str) and places(english) != places(told))
    ]
    assert lost == []


def _forms(message: Message) -> tuple[str, ...]:
    """The English of each form: that of one, and that of many for all others."""
    one, *many = texts(message.id)
    return (one, *(many * (len(texts(message.string)) - 1)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_nothing_is_left_as_it_is_in_english(path: Path) -> None:
    same = {
        message.id
        for message in messages(path)
        if message.context not in NAMES and message.string == message.id and _has_letters(message)
    }
    assert same == SAME[path.parts[-3]]


def _has_letters(message: Message) -> bool:
    return any(_LETTERS.search(re.sub(r"\{\w*\}", "", words)) for words in texts(message.id))


def test_german_stands_in_german_quotation_marks() -> None:
    german = next(path for path in FILES if path.parts[-3] == "de")
    told = [words for message in messages(german) for words in texts(message.string)]
    assert [words for words in told if _STRAIGHT.search(words)] == []
    assert [words for words in told if words.count("„") != words.count("“")] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_what_the_program_reads_is_made_of_what_the_translator_wrote(path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == made(catalogue(path)), "run `make words`"


@pytest.mark.parametrize(
    ("tag", "skip"), [("de", "Zum Inhalt springen"), ("de-AT", "Zum Inhalt springen"), ("sr", SKIP)]
)
def test_a_dossier_speaks_the_language_of_its_editors_where_a_catalogue_has_it(
    tmp_path: Path, tag: str, skip: str
) -> None:
    files = {
        "content/dossier.yaml": f"title: Orla\nlanguage: {tag}\n",
        "content/outlets/blatt.yaml": "name: Blatt\n",
        "content/articles/a.yaml": "title: Flut\noutlet: blatt\npublished: 2026-03-12\n",
    }
    pages = pages_of(build(write(tmp_path / "d", files), "--no-search"))
    assert skip in pages["index.html"].css_first("body").text()
    dates = pages["articles/index.html"].css_first("main").text()
    assert ("12. März 2026" if skip != SKIP else "12 Mar 2026") in dates.replace("\u00a0", " ")
