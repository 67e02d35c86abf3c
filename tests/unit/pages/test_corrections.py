"""The page of corrections: every change with its reason, and one sentence where there is none."""

from __future__ import annotations

from pathlib import Path

from builder.pages.corrections import CorrectionsView
from tests.unit.pages.small import SmallDossier, dossier

OUTLETS = {"paper": {"name": "Paper"}}


def view(small: SmallDossier) -> CorrectionsView:
    found = small.view("corrections.html")
    assert isinstance(found, CorrectionsView)
    return found


def test_changes_stand_newest_first_with_what_was_what_is_and_why(tmp_path: Path):
    change = {"kind": "correction", "about": "outlet:paper", "by": "A. B.", "reason": "A *slip*."}
    small = dossier(
        tmp_path,
        outlets=OUTLETS,
        corrections={
            "older": {**change, "date": "2015-01-02"},
            "newer": {
                **change,
                "date": "2015-03-04",
                "was": "Papper",
                "now": "Paper",
                "kind": "clarification",
            },
        },
    )
    found = view(small)
    assert [each.anchor for each in found.corrections] == ["newer", "older"]
    assert found.corrections[0].kind == "Clarification"
    assert found.corrections[0].about.href == "outlets/paper.html"
    markup = small.markup("corrections.html")
    assert "<del><p>Papper</p>" in markup
    assert "A <em>slip</em>." in markup


def test_without_changes_the_page_says_so_in_one_sentence(tmp_path: Path):
    small = dossier(tmp_path, outlets=OUTLETS)
    assert "No correction has been made since publication." in small.markup("corrections.html")
    assert view(small).report == ()
    assert "Report an error" not in small.markup("corrections.html")


def test_a_mail_address_is_linked_and_words_are_not(tmp_path: Path):
    mail = dossier(tmp_path / "a", outlets=OUTLETS, dossier={"settings": {"contact": "desk@example.org"}})
    words = dossier(tmp_path / "b", outlets=OUTLETS, dossier={"settings": {"contact": "javascript:alert(1)"}})
    assert [link.href for link in view(mail).report] == ["mailto:desk@example.org"]
    assert [link.href for link in view(words).report] == [None]
    assert 'href="javascript' not in words.markup("corrections.html")
