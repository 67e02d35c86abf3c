"""Whatever prints some of a text prints what may be published of it, cut at marks, and says where words are left out."""

from __future__ import annotations

from builder.model.marks import Mark, MarkKind
from builder.model.seedtext import PlacedMark, SeedText
from builder.pages.parts.cutter import Run, cut_runs, printed_runs, printed_words
from builder.text import Span

RAW = "The ferry waited (photo) outside the harbour overnight."
WHOLE = Span(0, len(RAW))


def place(words: str, text: str = RAW) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def stored(*folded: str) -> SeedText:
    marks = tuple(
        PlacedMark(index, Mark(kind=MarkKind.WIDGET, quote=words), place(words))
        for index, words in enumerate(folded)
    )
    return SeedText("seeds/a.txt", RAW, "0" * 64, len(RAW), marks)


def test_words_without_rights_are_a_sign_at_the_ends_and_between() -> None:
    published = (place("ferry"), place("harbour"))
    runs = [run.text for run in printed_runs(stored(), published, WHOLE, ends=True)]
    assert runs == ["[…] ", "ferry", " […] ", "harbour", " […]"]
    assert printed_words(stored(), published, WHOLE) == "ferry […] harbour"


def test_of_a_range_without_rights_nothing_is_printed_not_even_a_sign() -> None:
    assert list(printed_runs(stored(), (), WHOLE, ends=True)) == []


def test_a_mark_that_goes_on_under_withheld_words_marks_only_what_is_printed() -> None:
    mark = place("waited (photo) outside the harbour")
    runs = list(printed_runs(stored(), (place("ferry waited"), place("harbour overnight")), WHOLE, [mark]))
    assert [(run.text, run.meets([mark])) for run in runs] == [
        ("ferry ", False),
        ("waited", True),
        (" […] ", False),
        ("harbour", True),
        (" overnight", False),
    ]


def test_around_a_fold_words_stay_apart_and_no_sign_stands_for_it() -> None:
    text = stored("(photo) ")
    parts = (place("The ferry waited"), place("outside"))
    assert printed_words(text, parts, WHOLE) == "The ferry waited outside"
    assert "photo" not in printed_words(text, (WHOLE,), WHOLE)


def test_runs_say_where_they_stand_and_in_which_stretch() -> None:
    part = Span(0, 4)
    assert list(cut_runs("a bc d", Span(0, 6), [part], [Span(2, 9)], ends=True)) == [
        Run("a ", Span(0, 2), part),
        Run("bc", Span(2, 4), part),
        Run(" […]"),
    ]
