"""The timeline: one order for picture and list, doubt drawn and said."""

from __future__ import annotations

from pathlib import Path

from builder.pages.kinds import At
from builder.pages.parts import timeline as part
from builder.pages.parts.paging import ROWS
from builder.pages.shapes.pictures import Label
from builder.pages.timeline import TimelineView
from builder.paths import SitePath
from tests.unit.pages.small import SmallDossier, dossier


def build(folder: Path) -> SmallDossier:
    return dossier(
        folder,
        outlets={"paper": {"name": "Paper"}},
        articles={
            "sure": {
                "title": "Sure",
                "outlet": "paper",
                "published": {"edtf": "2015-05-04", "time": "16:17"},
                "siglum": "001",
            },
            "unsure": {"title": "Unsure", "outlet": "paper", "published": "2015-05-06?"},
        },
        events={
            "same-day": {"title": "On the same day", "date": "2015-05-04", "number": "e02"},
            "span": {"title": "A month", "date": "2015-04"},
            "open": {"title": "Since spring", "date": "2015-03-01/.."},
            "late": {"title": "Learned later", "date": "2017"},
        },
    )


def view(small: SmallDossier, path: str = "timeline.html") -> TimelineView:
    found = small.view(path)
    assert isinstance(found, TimelineView)
    return found


def test_events_stand_before_the_texts_of_the_same_day(tmp_path: Path):
    entries = view(build(tmp_path)).entries
    assert [entry.title.label for entry in entries] == [
        "Since spring",
        "A month",
        "On the same day",
        "[Sure]",
        "[Unsure]",
        "Learned later",
    ]


def test_doubt_and_lateness_are_kinds_of_their_own(tmp_path: Path):
    kinds = {entry.title.label: entry.kind for entry in view(build(tmp_path)).entries}
    assert kinds == {
        "Since spring": "span",
        "A month": "span",
        "On the same day": "event",
        "[Sure]": "text",
        "[Unsure]": "text-unsure",
        "Learned later": "late",
    }


def test_the_picture_names_every_event_and_text_and_says_that_the_list_is_its_equal(tmp_path: Path):
    picture = view(build(tmp_path)).picture
    assert picture is not None
    words = " ".join(shape.text for shape in picture.shapes if isinstance(shape, Label))
    for name in ("E02 On the same", "001", "Since spring", "Learned"):
        assert name in words
    assert picture.title == "Events and texts on one axis, 2015 to 2017"
    assert picture.description.startswith("4 events above the axis and 2 texts below it.")


def test_one_date_is_no_picture_and_still_a_list(tmp_path: Path):
    small = dossier(
        tmp_path,
        outlets={"paper": {"name": "Paper"}},
        articles={"one": {"title": "One", "outlet": "paper", "published": "2015"}},
    )
    found = view(small)
    assert found.picture is None
    assert [entry.title.label for entry in found.entries] == ["[One]"]
    assert found.head.title == "1 text, by date"


def test_a_dossier_without_dates_has_no_timeline(tmp_path: Path):
    assert not dossier(tmp_path, outlets={"paper": {"name": "Paper"}}).has("timeline.html")


def test_a_part_of_the_timeline_measures_lateness_by_its_own_texts(tmp_path: Path):
    context = build(tmp_path).context
    found = part.timeline_parts(At(context, SitePath("topics/x.html")), context.findings.event_order, ())
    assert {entry.kind for entry in found.entries} == {"span", "event"}, "without texts nothing is late"


def test_a_long_timeline_goes_on_on_another_page(tmp_path: Path):
    events = {f"e{number}": {"title": f"Event {number}", "date": "2015"} for number in range(ROWS + 1)}
    small = dossier(tmp_path, outlets={"paper": {"name": "Paper"}}, events=events)
    first, second = view(small), view(small, "timeline-2.html")
    assert (len(first.entries), len(second.entries)) == (ROWS, 1)
    assert first.picture is None
    assert [link.href for link in first.pages] == [None, "timeline-2.html"]


def test_an_event_became_known_later_only_where_every_day_it_may_have_had_lies_after_the_texts(
    tmp_path: Path,
):
    small = dossier(
        tmp_path,
        outlets={"paper": {"name": "Paper"}},
        articles={"one": {"title": "One", "outlet": "paper", "published": "2015-05-06?"}},
        events={
            "proved": {"title": "Proved", "date": "2015-05-10"},
            "doubted-text": {"title": "Doubted text", "date": "2015-05-09"},
            "doubted-event": {"title": "Doubted event", "date": "2015-05-12~"},
        },
    )
    kinds = {entry.title.label: entry.kind for entry in view(small).entries}
    assert (kinds["Proved"], kinds["Doubted text"], kinds["Doubted event"]) == ("late", "event", "span")


def test_a_text_without_a_known_date_is_in_the_list_and_not_in_the_picture(tmp_path: Path):
    texts = {"one": "2015", "two": "2016", "none": "../2026-05-20"}
    small = dossier(
        tmp_path,
        outlets={"paper": {"name": "Paper"}},
        articles={key: {"title": key, "outlet": "paper", "published": date} for key, date in texts.items()},
    )
    found = view(small)
    assert [entry.title.label for entry in found.entries] == ["[one]", "[two]", "[none]"]
    assert found.picture is not None
    assert found.picture.title == "Texts on one axis, 2015 to 2016"
    assert found.picture.description.startswith(
        "2 texts below the axis; 1 without a known date is in the list only."
    )
