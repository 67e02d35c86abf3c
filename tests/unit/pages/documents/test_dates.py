"""No feed, bibliography or data document is more exact about a date than its source."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import bibtexparser
import feedparser
import jsonschema
import pytest
import rispy

from tests.unit.pages.documents.made import files_of
from tests.unit.pages.small import dossier

UNDATED: tuple[Any, ...] = (
    "unknown",
    {"unknown": True, "before": "2026-05-20"},
    "../2026-05-20",
    "2026-05-20/..",
)
VAGUE: tuple[Any, ...] = (
    *(
        "2015",
        "2015-11",
        "2015-11-12?",
        "2015-11-12~",
        "2015-11-12/2015-11-13",
        "2015-21",
        "201X",
        "2015-11-XX",
    ),
    *("?2015-11-12", "2015-34"),
)


def made(folder: Path, published: Any, **settings: Any) -> dict[str, bytes]:
    """The documents of a dossier with one article."""
    article = {"title": "One", "outlet": "paper", "published": published}
    small = dossier(
        folder,
        dossier={"settings": settings},
        outlets={"paper": {"name": "Paper"}},
        articles={"one": article},
    )
    return files_of(small)


@pytest.mark.parametrize("published", [*VAGUE, *UNDATED])
def test_a_feed_says_when_a_text_was_published_only_where_the_day_is_known(
    tmp_path: Path, published: Any
) -> None:
    files = made(tmp_path, published)
    (entry,) = ET.fromstring(files["feed.xml"]).iterfind("{*}entry")
    assert entry.find("{*}published") is None
    assert entry.find("{*}updated") is not None, "Atom demands it"
    (item,) = json.loads(files["feed.json"])["items"]
    assert "date_published" not in item
    assert not feedparser.parse(files["feed.xml"]).bozo
    jsonschema.validate(json.loads(files["feed.json"]), json.loads(files["data/schemas/feed.schema.json"]))


@pytest.mark.parametrize(
    ("published", "instant"),
    [
        ("2015-11-12", "2015-11-12T00:00:00Z"),
        ({"edtf": "2015-11-12", "time": "16:17"}, "2015-11-12T00:00:00Z"),
        ({"edtf": "2015-11-12", "time": "16:17Z"}, "2015-11-12T16:17:00Z"),
        ({"edtf": "2015-11-12", "time": "16:17:30+02:00"}, "2015-11-12T16:17:30+02:00"),
    ],
)
def test_a_day_is_its_beginning_in_a_feed_and_a_moment_is_the_moment(
    tmp_path: Path, published: Any, instant: str
) -> None:
    files = made(tmp_path, published)
    assert json.loads(files["feed.json"])["items"][0]["date_published"] == instant
    (entry,) = ET.fromstring(files["feed.xml"]).iterfind("{*}entry")
    assert (entry.findtext("{*}published"), entry.findtext("{*}updated")) == (instant, instant)


def test_in_a_feed_texts_without_a_known_date_stand_last(tmp_path: Path) -> None:
    dates = {"old": "2014", "new": "2016-05-04", "none": "unknown", "open": "../2026-05-20"}
    small = dossier(
        tmp_path,
        outlets={"paper": {"name": "Paper"}},
        articles={key: {"title": key, "outlet": "paper", "published": date} for key, date in dates.items()},
    )
    entries = feedparser.parse(files_of(small)["feed.xml"]).entries
    assert [entry.title for entry in entries][:2] == ["[new]", "[old]"]
    moments = [entry.updated for entry in entries]
    assert moments == sorted(moments, reverse=True)


@pytest.mark.parametrize(
    ("published", "year", "day", "date"),
    [
        ("2015-11-12", "2015", "2015/11/12/12 November 2015", "2015-11-12"),
        ("2015-11", "2015", "2015/11//November 2015", "2015-11"),
        ("2015-11-12?", "2015", "2015/11//12 November 2015, uncertain", "2015-11-12?"),
        ("2015~", None, "///about 2015", "2015~"),
        ("2015-12-30/2016-01-02", None, "///30 December 2015 to 2 January 2016", "2015-12-30/2016-01-02"),
        ("2015-21", "2015", "2015///spring 2015", "2015-21"),
        ("2015-24", None, "///winter 2015", "2015-24"),
        ("2015-34", "2015", "2015///second quarter of 2015", None),
        ("201X", None, "///in the 2010s", "201X"),
        ("2015-11-XX", "2015", "2015/11//some day in November 2015", "2015-11-XX"),
        ("?2015-11-12", None, "///12 November 2015, year uncertain", None),
        ("unknown", None, None, None),
        ("../2026-05-20", None, None, None),
    ],
)
def test_ris_and_bibtex_give_the_parts_on_which_all_possible_days_agree(
    tmp_path: Path, published: Any, year: str | None, day: str | None, date: str | None
) -> None:
    files = made(tmp_path, published)
    (entry,) = rispy.loads(files["data/bibliography.ris"].decode())
    assert (entry.get("year"), entry.get("date")) == (year, day)
    fields = bibtexparser.parse_string(files["data/bibliography.bib"].decode()).entries[0].fields_dict
    shown = {name: fields[name].value for name in ("year", "date") if name in fields}
    assert (shown.get("year"), shown.get("date")) == (year, date)


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2015-11-12", {"date-parts": [[2015, 11, 12]]}),
        ("2015", {"date-parts": [[2015]]}),
        ("2015~", {"date-parts": [[2015]], "circa": True}),
        ("2015-06-XX", {"date-parts": [[2015, 6]]}),
        ("2015-23", {"date-parts": [[2015]], "season": 3}),
        ("2015-34", {"literal": "second quarter of 2015"}),
        ("201X", {"literal": "in the 2010s"}),
        ("2015-11/2015-12", {"date-parts": [[2015, 11], [2015, 12]]}),
        ("unknown", None),
        ("../2026-05-20", None),
    ],
)
def test_csl_says_what_its_parts_can_say_and_else_words(
    tmp_path: Path, published: Any, issued: dict[str, Any] | None
) -> None:
    files = made(tmp_path, published)
    items = json.loads(files["data/bibliography.json"])
    assert items[0].get("issued") == issued
    jsonschema.validate(items, json.loads(files["data/schemas/bibliography.schema.json"]))


@pytest.mark.parametrize(
    ("published", "row"),
    [
        ("2015", ("2015", "2015-01-01", "2015-12-31")),
        ("201X", ("201X", "2010-01-01", "2019-12-31")),
        ("unknown", ("unknown", "", "")),
        ({"unknown": True, "before": "2026-05-20"}, ("unknown", "", "2026-05-20")),
        ("../2026-05-20", ("unknown", "", "2026-05-20")),
    ],
)
def test_a_table_gives_the_first_and_the_last_day_that_a_date_may_mean(
    tmp_path: Path, published: Any, row: tuple[str, str, str]
) -> None:
    files = made(tmp_path, published)
    (article,) = csv.DictReader(io.StringIO(files["data/articles.csv"].decode("utf-8-sig")))
    assert (article["published"], article["published_earliest"], article["published_latest"]) == row
    (value,) = json.loads(files["data/articles.json"])["articles"]
    assert value["published"].get("unknown", False) is (row[0] == "unknown")
    assert (value["published"].get("earliest", ""), value["published"].get("latest", "")) == row[1:]


def test_a_vague_clock_of_the_dossier_dates_no_correction_and_no_data_set(tmp_path: Path) -> None:
    change = {"date": "2016", "kind": "update", "about": "outlet:paper", "reason": "A slip.", "by": "A. B."}
    small = dossier(
        tmp_path,
        dossier={"settings": {"as_of": "2016"}},
        outlets={"paper": {"name": "Paper"}},
        corrections={"slip": change},
    )
    (entry,) = ET.fromstring(files_of(small)["changes.xml"]).iterfind("{*}entry")
    assert entry.find("{*}published") is None
    assert '"dateModified":"2016"' in small.markup("data/index.html")
