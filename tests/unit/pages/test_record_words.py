"""Words about kinds of records: every kind has them, and they stand where a record is told by its kind."""

from __future__ import annotations

from contextvars import copy_context
from gettext import NullTranslations
from pathlib import Path

import pytest

from builder.pages.former import WithdrawnView
from builder.pages.methodology import MethodologyView
from builder.wording import speak
from tests.unit.pages.small import dossier

OUTLETS = {"paper": {"name": "Paper"}}


@pytest.mark.parametrize(
    ("kind", "folder", "title"),
    [
        ("article", "articles", "An article was withdrawn"),
        ("entity", "entities", "An entity was withdrawn"),
        ("claim", "claims", "A claim was withdrawn"),
    ],
)
def test_a_withdrawn_record_without_a_title_is_told_by_its_kind(
    tmp_path: Path, kind: str, folder: str, title: str
) -> None:
    change = {
        "date": "2015-01-02",
        "kind": "withdrawal",
        "about": f"{kind}:gone",
        "by": "A. B.",
        "reason": "A slip.",
    }
    small = dossier(tmp_path, outlets=OUTLETS, corrections={"gone": change})
    view = small.view(f"{folder}/gone.html")
    assert isinstance(view, WithdrawnView)
    assert view.head.title == title
    assert view.head.standfirst == f"This {kind} was withdrawn by A. B., 2 January 2015."


@pytest.mark.parametrize(
    ("name", "title"), [("Search", "Search (topic)"), ("search", "search (topic)"), ("Searches", "Searches")]
)
def test_a_record_that_is_called_as_a_list_says_what_it_is(tmp_path: Path, name: str, title: str) -> None:
    small = dossier(tmp_path, outlets=OUTLETS, topics={"search": {"name": name}})
    assert small.view("topics/search.html").title == f"{title} · Small"


class _Bracketed(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"


def test_what_has_no_name_of_its_own_is_called_in_the_language_of_the_site(tmp_path: Path) -> None:
    change = {
        "date": "2015-01-02",
        "kind": "withdrawal",
        "about": "claim:gone",
        "by": "A. B.",
        "reason": "A slip.",
    }
    small = dossier(tmp_path, outlets=OUTLETS, corrections={"gone": change})

    def names() -> tuple[str, str, str]:
        speak(_Bracketed())
        key = small.view("methodology.html")
        assert isinstance(key, MethodologyView)
        library = small.context.library
        names = library.name_of("claim", "gone"), library.name_of("correction", "gone")
        return *names, key.readings[-1].reading.word

    assert copy_context().run(names) == (
        "⟦a withdrawn claim⟧",
        "⟦Withdrawal, ⟦2 Jan 2015⟧⟧",
        "⟦No side taken⟧",
    )
