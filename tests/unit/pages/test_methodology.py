"""The page of methodology: the editors' words, and a key that names every sign."""

from __future__ import annotations

from pathlib import Path

from builder.model.claim import Reading, Stance
from builder.model.marks import MarkKind
from builder.pages.methodology import MethodologyView
from builder.pages.parts.words import MARK_WORDS, STANCE_MEANINGS
from tests.unit.pages.small import SmallDossier, dossier

OUTLETS = {"paper": {"name": "Paper"}}


def build(folder: Path, page: str | None = None) -> SmallDossier:
    if page is not None:
        path = folder / "content/pages/methodology.md"
        path.parent.mkdir(parents=True)
        path.write_text(page, encoding="utf-8")
    return dossier(folder, outlets=OUTLETS)


def view(small: SmallDossier) -> MethodologyView:
    found = small.view("methodology.html")
    assert isinstance(found, MethodologyView)
    return found


def test_the_key_names_every_stance_reading_and_mark_in_one_line(tmp_path: Path):
    found = view(build(tmp_path))
    assert {line.stance.stance for line in found.stances} >= {stance.value for stance in Stance}
    assert {line.stance.stance for line in found.stances} >= {"silent", "not-applicable", "not-read"}
    assert {line.reading.reading for line in found.readings} >= {reading.value for reading in Reading}
    assert sorted(kind for line in found.marks for kind in line.kinds) == sorted(
        MARK_WORDS[kind] for kind in MarkKind
    )
    assert all(meaning in build(tmp_path).markup("methodology.html") for meaning in STANCE_MEANINGS.values())


def test_no_basis_to_judge_has_no_letter_and_no_number(tmp_path: Path):
    found = view(build(tmp_path))
    assert [line.mark for line in found.source_grades] == ["A", "B", "C", "D", "E", None]
    assert [line.mark for line in found.credibilities] == ["1", "2", "3", "4", "5", None]
    assert "no basis to judge" in found.source_grades[-1].words


def test_the_editors_own_words_come_first_and_links_to_them_lead_there(tmp_path: Path):
    small = build(tmp_path, "---\ntitle: Our rules\n---\n## Silence\n\nWe *sign* it.\n")
    markup = small.markup("methodology.html")
    assert markup.index("We <em>sign</em> it.") < markup.index('id="key"')
    assert view(small).head.title == "Our rules"
    assert (
        small.context.href(small.planned("corrections.html").path, "page", "methodology")
        == "methodology.html"
    )
    assert markup.count('href="methodology.html"') == 1, "the foot of the page names it once"


def test_dates_are_read_as_every_page_reads_them(tmp_path: Path):
    lines = {line.word: line.meaning for line in view(build(tmp_path)).dates}
    assert lines["2015-11-13?"] == "13 November 2015, uncertain"
    assert lines["2014-09-03~"] == "about 3 September 2014"
