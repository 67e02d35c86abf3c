"""What is proposed for a new record: an id in any script, a siglum, a title, a date with its cue, a language."""

from __future__ import annotations

import pytest

from builder.editing.proposals import date_in, id_for, language_of, siglum_for, title_in
from builder.load import load_dossier
from builder.paths import id_fault
from tests.site.dossiers import PROJECT


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("River rises, bridge shut", "river-rises-bridge-shut"),
        ("Die Flut: ein Überblick", "die-flut-ein-uberblick"),
        ("Пожар в школе", "pozhar-v-shkole"),
        ("Поплава: нико није крив", "poplava-niko-nije-kriv"),
        ("Ξένοι στη Θεσσαλονίκη", "xenoi-sti-thessaloniki"),
        ("محمد علي", "mhmd-aly"),
        ("ひらがな", "hiragana"),
        ("한국", "hangug"),
        ("洪水", "claim"),
        ("", "claim"),
        ("Con", "con-2"),
        ("Taken", "taken-2"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_an_id_is_made_of_a_name_in_any_script(name, proposed):
    made = id_for(name, "claim", {"taken"})
    assert id_fault(made) is None
    assert made == proposed


def test_a_siglum_is_short_and_no_other_article_has_it():
    assert siglum_for("The Morning Post", {"TMP1"}) == "TMP2"
    assert siglum_for("Ö", ()) == "Ö1"
    assert len(siglum_for("A B C", {f"ABC{number}" for number in range(2000)})) <= 6


@pytest.mark.parametrize(
    ("text", "edtf", "time", "cue"),
    [
        ("Title\nPublished: 12 May 2026 16:17\nText", "2026-05-12", "16:17", "Published: 12 May 2026 16:17"),
        ("Title\n\nBy A | May 12, 2026\n\nText", "2026-05-12", "", "May 12, 2026"),
        ("Title\n2026-05-12\nText", "2026-05-12", "", "2026-05-12"),
        (
            "T\n\nTOWN, 4 March 2031 — The third gate gave way shortly before midnight " + "x " * 60,
            "2031-03-04",
            "",
            "TOWN, 4 March 2031",
        ),
        ("T\n\n" + "Text. " * 9 + "\n\nPosted on 13.05.2026", "2026-05-13", "", "Posted on 13.05.2026"),
    ],
)
def test_a_date_is_read_with_the_words_that_say_so(text, edtf, time, cue):
    found = date_in(text)
    assert found is not None
    assert (found.edtf, found.time, found.cue) == (edtf, time, cue)
    assert cue in text


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("7 мая 2026", "7 мая 2026"),
        ("2026年5月7日", "2026年5月7日"),
        ("7 de mayo de 2026", "7 de mayo de 2026"),
        ("7. května 2026", "7. května 2026"),
        ("Ημερομηνία: 7 Μαΐου 2026", "7 Μαΐου 2026"),
    ],
)
def test_a_line_with_a_date_is_read_in_any_language_of_news(line: str, cue: str) -> None:
    pytest.importorskip("dateparser")
    found = date_in(f"Title\n\n{line}\n\nText")
    assert found is not None
    assert (found.edtf, found.cue) == ("2026-05-07", cue)


@pytest.mark.parametrize(
    "text",
    [
        "Title\n\nСогласно сообщению мэра, 12 мая 2026 года река поднялась на два метра\n\nText",
        "Title\n\nOn 12 May 2026 the river rose so far that nobody could cross the bridge, the fire service of the town said.",
        "Title\n12/11/2015\nText",
        "Title\nMay 2026\nText",
        "2026\nText",
        "Yesterday\nText",
        "",
    ],
)
def test_no_date_is_made_of_what_is_no_day_of_publication(text):
    assert date_in(text) is None


def test_title_and_language_of_an_empty_text():
    assert title_in("\n\n  A   title \nText") == "A title"
    assert title_in("") == ""
    assert language_of("") is None
    assert language_of("the of and") is None


def test_language_and_date_of_real_texts_are_right_or_not_given():
    found = 0
    for root in (PROJECT, PROJECT / "tests/cases/honest"):
        library = load_dossier(root).library
        for article, text in library.texts.items():
            assert language_of(text.raw) in (
                library.language_of(article).split("-")[0],
                library.language_of(article),
            )
            dated = date_in(text.raw)
            if dated is not None:
                found += 1
                assert dated.edtf == library.articles[article].published.edtf.text
    assert found >= 4
