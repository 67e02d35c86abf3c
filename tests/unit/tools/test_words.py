"""The template of catalogues has every word for readers; a translation becomes what the program reads, or is refused."""

from __future__ import annotations

import ast
import json
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from builder.render.catalogues import SPEAKER, translated
from tools import words
from tools.words import fill_from_cldr, gathered, main, written

PROJECT = Path(__file__).resolve().parents[3]
SCRIPTS = PROJECT / "templates/assets/js"
GREEK = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "Meaning"
msgstr "Σημασία"

msgid "{count} result."
msgid_plural "{count} results."
msgstr[0] "{count} αποτέλεσμα."
msgstr[1] "{count} αποτελέσματα."
"""


SAYING = {"say", "say_as", "say_many", "marked", "marked_as", "marked_many"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(words, "WORDS", tmp_path)
    (tmp_path / "el/LC_MESSAGES").mkdir(parents=True)
    return tmp_path


def test_the_template_that_is_kept_is_that_of_the_program() -> None:
    kept = (PROJECT / "templates/words/readers.pot").read_bytes()
    assert kept.decode() == written(gathered()).decode(), "run `make words`"


def test_no_words_that_are_said_hide_from_the_template() -> None:
    """Babel reads tokens: a call inside the braces of an f-string is one with the string to it."""
    known = {
        (message.context, message.id if isinstance(message.id, str) else message.id[0])
        for message in gathered()
    }
    said = set()
    sources = (path.read_text("utf-8") for path in (PROJECT / "builder").rglob("*.py"))
    for source in sources:
        for node in ast.walk(ast.parse(source if "from builder.wording import" in source else "")):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
                keys = [each.value for each in node.args[:2] if isinstance(each, ast.Constant)]
                if node.func.id.endswith("_as"):
                    said |= {tuple(keys)} if keys else set()
                else:
                    said |= {(None, key) for key in keys[:1]}
    assert len(said) > 500
    assert said - known == set()


def test_the_template_says_neither_when_nor_where_it_was_made_and_stands_in_order() -> None:
    template = written(gathered()).decode()
    head, _, rest = template.partition("\n\n")
    assert re.findall(r'"([\w-]+): ', head) == ["MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
    assert not re.search(r"@|://|\d{4}-\d\d|/(?:home|root|tmp|work)/", template)
    keys = [message.id for message in read_po(BytesIO(template.encode())) if message.id]
    first = [key if isinstance(key, str) else key[0] for key in keys]
    assert first == sorted(first)
    assert "#: templates/base.html\n" in rest
    assert "#: templates/assets/js/search/page.js\n" in rest


def test_words_of_scripts_are_the_same_to_the_template_and_to_a_build() -> None:
    template = {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in gathered()
        if any(path.endswith(".js") for path, _ in message.locations)
    }
    scripts = [(path.name, path.read_bytes()) for path in SCRIPTS.rglob("*.js")]
    told = dict(translated(scripts, GNUTranslations(BytesIO(made(Catalog("el"))))))[SPEAKER].decode()
    said = json.loads(told.rpartition("dossier.speak(")[2].partition(", function")[0])
    assert len(template) > 50
    assert said.keys() == template


def made(catalogue: Catalog) -> bytes:
    out = BytesIO()
    words.write_mo(out, catalogue)
    return out.getvalue()


def test_a_translation_is_taken_up_with_what_is_new_and_made_for_the_program(folder: Path) -> None:
    po = folder / "el/LC_MESSAGES/readers.po"
    po.write_text(GREEK, "utf-8")
    assert main() == 0
    taken = po.read_text("utf-8")
    assert 'msgid "Meaning"\nmsgstr "Σημασία"\n' in taken
    assert 'msgid "Skip to content"\nmsgstr ""\n' in taken
    assert (folder / "readers.pot").read_bytes() == written(gathered())
    with po.with_suffix(".mo").open("rb") as file:
        greek = GNUTranslations(file)
    assert greek.gettext("Meaning") == "Σημασία"
    assert greek.gettext("Skip to content") == "Skip to content"
    assert greek.ngettext("{count} result.", "{count} results.", 3) == "{count} αποτελέσματα."
    assert main() == 0
    assert po.read_text("utf-8") == taken
    for content in (taken.encode(), po.with_suffix(".mo").read_bytes()):
        assert b"Plural-Forms: nplurals=2; plural=n != 1" in content
        assert not re.search(rb"-Date: |Generated-By: ", content)


def test_names_of_countries_and_languages_come_from_cldr_unless_a_translator_wrote_them(folder: Path) -> None:
    po = folder / "el/LC_MESSAGES/readers.po"
    po.write_text(f'{GREEK}\nmsgctxt "country"\nmsgid "Turkey"\nmsgstr "Τουρκιά"\n', "utf-8")
    assert main() == 0
    with po.with_suffix(".mo").open("rb") as file:
        greek = GNUTranslations(file)
    assert greek.pgettext("country", "Turkey") == "Τουρκιά"
    assert greek.pgettext("country", "Georgia") == "Γεωργία"
    assert greek.pgettext("language", "Georgian") == "Γεωργιανά"
    assert greek.pgettext("script", "Cyrillic script") == "Κυριλλικό"


def test_a_place_that_the_program_cannot_fill_is_refused_by_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    po = folder / "el/LC_MESSAGES/readers.po"
    wrong = GREEK.replace("{count} αποτέλεσμα.", "{cuont} αποτέλεσμα.")
    po.write_text(wrong, "utf-8")
    assert main() == 1
    told = capsys.readouterr().err
    assert re.search(r"readers\.po: line \d+: .*: no place \{cuont\} in '\{count\} results\.'\n", told)
    assert po.read_text("utf-8") == wrong
    assert not po.with_suffix(".mo").exists()


def test_months_and_the_signs_of_numbers_are_as_cldr_has_them() -> None:
    german = gathered()
    german.locale = "de"
    fill_from_cldr(german)

    def told(context: str, *words: str) -> str:
        return " ".join(str(german.get(each, context).string) for each in words)

    assert told("month", "March", "May") == "März Mai"
    assert told("short month", "Jan", "May", "Sep") == "Jan. Mai Sept."
    assert told("country", "Germany") == "Deutschland"
    assert told("between thousands", ",") == "."
    assert told("before decimals", ".") == ","
    assert told("number of four digits", "{thousand},{rest}") == "{thousand}.{rest}"
