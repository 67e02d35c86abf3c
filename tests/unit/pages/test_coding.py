"""Second readings on pages: how far readers agree, where they chose other words, who decided; all of it can be reckoned again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.analysis.agreement import FEWEST_UNITS, agreement
from builder.model.library import Library
from builder.pages.claim import ClaimView
from builder.pages.coding import CodingView
from builder.pages.methodology import MethodologyView
from builder.pages.parts.codings import MOST_DISSENTS, MOST_READINGS
from builder.pages.parts.whole import LINES
from builder.pages.parts.wholes import PLACES
from builder.wording import decimal
from tests.unit.analysis.make import article, claim, coded, library, says
from tests.unit.pages.documents.made import files_of, json_of, rows_of
from tests.unit.pages.showing import context_of, page_of, planned, view_of
from tests.unit.pages.small import dossier

WORDS = ("asserts", "attributes", "doubts", "implies", "silent")
OUTLETS = {"o": {"name": "Outlet"}}


def read_twice(places: int, differing: int, *, decided: bool = True, codings: int = 1) -> Library:
    """One claim of so many texts that all assert it; in so many places a second reader chose another word."""
    names = [f"a{number:03d}" for number in range(places)]
    readings = [
        {"claim": "c", "article": name, "stance": "doubts" if number < differing else "asserts"}
        for number, name in enumerate(names)
    ]
    decisions = [
        {"article": name, "by": "E", "date": "2026-03-05", "why": f"Reason {name}"}
        for name in names[:differing]
    ]
    return library(
        outlets=OUTLETS,
        articles={name: article() for name in names},
        claims={
            "c": claim(
                *(says(name) for name in names), coded=coded(*names), decided=decisions if decided else []
            )
        },
        codings={
            f"s{number:02d}": {"by": f"Reader {number}", "date": "2026-03-04", "readings": readings}
            for number in range(codings)
        },
    )


def methodology(made: Library) -> MethodologyView:
    return view_of(made, "methodology", "", MethodologyView)


def test_both_words_stand_there_with_who_read_and_who_decided_and_why() -> None:
    page = page_of(read_twice(3, 1), "claim", "c").css_first("#second-readings")
    (row,) = page.css(".rows li")
    assert [each.text() for each in row.css(".stance")] == ["asserts", "doubts"]
    assert row.css_first("a[href='../codings/s00.html']").text() == "Reader 0, 4 Mar 2026"
    assert row.css_first(".finding").text() == "Reason a000 decided by E, 5 Mar 2026"
    undecided = page_of(read_twice(3, 1, decided=False), "claim", "c").css_first("#second-readings")
    assert "Nobody has decided yet." in undecided.text()
    assert "Nobody has decided yet." not in page.text()


def test_where_all_agree_or_nobody_read_again_a_claim_says_nothing_of_it() -> None:
    for made in (read_twice(3, 0), read_twice(3, 0, codings=0)):
        assert not page_of(made, "claim", "c").css("#second-readings")
    assert methodology(read_twice(3, 0, codings=0)).agreement is None


@pytest.mark.parametrize("places", [FEWEST_UNITS - 1, FEWEST_UNITS])
def test_below_the_stated_number_of_places_there_are_counts_and_no_alpha(places: int) -> None:
    found = methodology(read_twice(places, 2)).agreement
    assert found is not None
    assert found.counts == f"{places - 2} of {places} places were put into the same word."
    assert ("alpha is" in found.alpha) is (places >= FEWEST_UNITS)
    assert (f"fewer than {FEWEST_UNITS} places" in found.alpha) is (places < FEWEST_UNITS)


def test_one_word_throughout_is_told_as_nothing_to_agree_on() -> None:
    found = methodology(read_twice(FEWEST_UNITS, 0)).agreement
    assert found is not None
    assert found.alpha.startswith("All readers chose one and the same word")


def _alpha(units: list[list[str]]) -> float:
    """Krippendorff's alpha by its coincidences, pair by pair."""
    pairs = Counter[tuple[str, str]]()
    for unit in units:
        for one, first in enumerate(unit):
            for other, second in enumerate(unit):
                if one != other:
                    pairs[first, second] += 1 / (len(unit) - 1)  # type: ignore[assignment]
    totals = Counter[str]()
    for (first, _), weight in pairs.items():
        totals[first] += weight
    number = sum(totals.values())
    observed = sum(weight for (first, second), weight in pairs.items() if first != second)
    expected = sum(totals[one] * totals[other] for one in totals for other in totals if one != other)
    return 1 - (number - 1) * observed / expected


def test_alpha_on_the_page_is_what_the_data_gives_when_it_is_reckoned_again(tmp_path: Path) -> None:
    words = {f"a{number:02d}": WORDS[number % 4] for number in range(26)}
    seeds = {name: f"It rose here in {name}.\n" for name in words}
    needed = {"attributes": {"attributed_to": "unstated"}}
    appearances = [
        {"article": name, "stance": word, "quote": "It rose here", **needed.get(word, {})}
        for name, word in words.items()
    ]
    appearances.append({"article": "a00", "stance": "implies", "quote": "in a00"})
    small = dossier(
        tmp_path,
        {**seeds, "a99": "Nothing.\n"},
        outlets=OUTLETS,
        articles={name: article() for name in (*words, "a99")},
        claims={"c": claim(*appearances, coded=coded(*words, "a99"), reading="agree")},
        codings={
            "s": {
                "by": "S",
                "date": "2026",
                "readings": [
                    {"claim": "c", "article": name, "stance": "implies" if place % 7 == 0 else word}
                    for place, (name, word) in enumerate({**words, "a99": "silent"}.items())
                ],
            },
            "t": {
                "by": "T",
                "date": "2026",
                "readings": [
                    {"claim": "c", "article": name, "stance": WORDS[place % 5]}
                    for place, name in enumerate([*words][:12])
                ]
                + [{"claim": "c", "article": "a25", "stance": "open"}],
            },
        },
    )
    files = files_of(small)
    places = [
        place
        for coding in json_of(files, "data/codings.json")["codings"]
        for place in coding["computed"]["places"]
    ]
    units: dict[tuple[str, str], list[str]] = {}
    for place in places:
        units.setdefault((place["claim"], place["article"]), [place["first_word"]]).append(place["second"])
    alpha = _alpha([*units.values()])
    again = agreement(units.values()).alpha
    assert again is not None
    assert again.value == pytest.approx(alpha)
    assert 0 < alpha < 1
    view = small.view("methodology.html")
    assert isinstance(view, MethodologyView)
    assert view.agreement is not None
    assert (
        f"alpha is {decimal(alpha)}, and lies between {decimal(again.low)} and {decimal(again.high)} "
        in view.agreement.alpha
    )
    assert len(units) == 27
    assert "27 places" in view.agreement.counts
    # the table has the same words
    cells = [row["claim_article_first_second"].split("; ") for row in rows_of(files, "data/codings.csv")]
    assert [cell for held in cells for cell in held] == [
        f"{each['claim']} {each['article']} {each['first_word']} {each['second']}" for each in places
    ]


def test_however_much_was_read_pages_are_bounded_and_lead_to_all_of_it() -> None:
    made = read_twice(PLACES + 30, LINES + 20, codings=MOST_READINGS + 1)
    found = methodology(made).agreement
    assert found is not None
    assert len(found.readings) == MOST_READINGS
    assert found.all is not None
    assert found.all.href == "codings/index.html"
    assert sum(len(group.places) for group in found.readings[0].dissents) == MOST_DISSENTS
    assert found.readings[0].all is not None
    assert found.readings[0].all.href == "codings/s00.html"
    own = view_of(made, "coding", "s00", CodingView)
    assert [len(group.places) for group in own.groups] == [PLACES]
    assert (
        sum(place.second.stance == "doubts" for group in own.groups for place in group.places) == LINES + 20
    )
    whole = page_of(made, "coding-places", "s00")
    assert own.wholes["groups"].href == "s00/places.html"
    assert len(whole.css(".rows > li")) == PLACES + 30
    of_claim = view_of(made, "claim", "c", ClaimView)
    assert sum(len(group.places) for group in of_claim.dissents) == LINES
    assert of_claim.wholes["dissents"].href == "c/second-readings.html"
    assert planned(made, "claim-second-readings", "c").view(context_of(made)).title


def test_two_readings_by_one_person_on_one_day_are_told_apart() -> None:
    made = read_twice(2, 0, codings=2)
    same = {name: record.model_copy(update={"by": "R"}) for name, record in made.codings.items()}
    titles = {
        planned(replaced, "coding", name).view(context_of(replaced)).title
        for replaced in [_with(made, same)]
        for name in same
    }
    assert len(titles) == 2


def _with(made: Library, codings: dict[str, object]) -> Library:
    return replace(made, codings=codings)
