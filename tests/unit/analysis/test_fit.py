"""A number or a name of a claim stands in a sentence that it quotes, or it is told."""

import json
from pathlib import Path

import pytest

from builder.build import check_dossier
from tests.site.dossiers import PROJECT, write

TEXT = (
    "Syrian jets flew over the Old Harbour on Monday. Five thousand people watched, and 224 of them fell ill.\n\n"
    "The United States and Mr Miller’s office said so. Some two hundred and twenty-four beds were found.\n"
)
BASIS = {
    "content/dossier.yaml": "title: Fit\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/articles/one.yaml": "title: One\noutlet: post\npublished: 2025\ntext: seeds/one.txt\n",
    "content/entities/syria.yaml": "name: Syria\nkind: place\n",
    "content/entities/aleppo.yaml": "name: Aleppo\nkind: place\npart_of: syria\n",
    "content/entities/miller.yaml": "name: Jane Miller\nkind: person\naliases: [Mr Miller]\n",
    "content/entities/turkey.yaml": "name: Turkey\nkind: place\n",
    "content/events/flight.yaml": "title: The flight of Captain Brand\ndate: 2025\nentities: [turkey]\n",
    "seeds/one.txt": TEXT,
}
FIRST = "Syrian jets flew over the Old Harbour on Monday"
SECOND = "Five thousand people watched"
THIRD = "The United States and Mr Miller’s office said so"
FOURTH = "Some two hundred and twenty-four beds were found"


def told(tmp_path: Path, statement: str, *quotes: str, **claim: object) -> list[str]:
    """What is told of a claim with these quotes: the words that no sentence has."""
    said = [{"article": "one", "stance": "asserts", "quote": quote} for quote in quotes]
    record = {"statement": statement, "kind": "detail", "appearances": said, **claim}
    root = write(tmp_path, BASIS | {"content/claims/c.yaml": json.dumps(record, ensure_ascii=False)})
    problems = check_dossier(root).problems
    assert not [one for one in problems if one.severity == "error"]
    found = [one.message for one in problems if one.code == "claim-not-in-quotes"]
    return [message.partition(" has ")[2] for message in found]


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        ("5,000 people watched", SECOND),
        ("5000 people watched, and 224 fell ill", SECOND),
        ("Of five thousand, two hundred and twenty-four fell ill", SECOND),
        ("There were 224 beds", FOURTH),
        ("Jets of Syria flew on 3 March 2025", FIRST),
        ("On 3 and 4 March 2025, a Monday in 2025, jets flew over the Old Harbour", FIRST),
        ("The office of Jane Miller said so", THIRD),
        ("The American government said so, and the USA repeated it", THIRD),
        ("The flight was over the Harbour", FIRST),
        ("One flight of the Syrians", FIRST),
    ],
)
def test_other_forms_of_a_number_or_name_and_dates_are_the_same(tmp_path, statement, quote):
    assert told(tmp_path, statement, quote) == []


@pytest.mark.parametrize(
    ("statement", "quote", "missing"),
    [
        ("225 people fell ill", SECOND, "`225`"),
        ("Six thousand people watched", SECOND, "`Six thousand`"),
        ("2000 people watched", SECOND, "`2000`"),
        ("About 224 people", THIRD, "`224`"),
        ("Jets flew over Turkey and Aleppo", FIRST, "`Turkey` or `Aleppo`"),
        ("Jets flew over the Norwegian coast", FIRST, "`Norwegian`"),
        ("The office of Jane Miller said so", FIRST, "`Jane Miller`"),
        ("Then Mr Schuster said so", THIRD, "`Schuster`"),
    ],
)
def test_a_number_or_name_that_no_quoted_sentence_has_is_told(tmp_path, statement, quote, missing):
    assert told(tmp_path, statement, quote) == [missing]


def test_the_event_the_speaker_and_every_quote_of_the_claim_count(tmp_path):
    assert told(tmp_path / "a", "Jets flew over Turkey with Captain Brand", FIRST, event="flight") == []
    assert told(tmp_path / "b", "Syria and 224 beds", FIRST, FOURTH) == []
    spoken = {
        "article": "one",
        "stance": "attributes",
        "attributed_to": {"described": "a Finnish pilot"},
        "quote": SECOND,
    }
    assert told(tmp_path / "c", "People in Finland watched", appearances=[spoken]) == []


def test_each_answer_is_held_against_its_own_quotes(tmp_path):
    answers = {
        "positions": {"many": "5,000", "few": "224 beds", "none": "Nobody in Norway"},
        "appearances": [
            {"article": "one", "stance": "asserts", "position": "many", "quote": THIRD},
            {"article": "one", "stance": "asserts", "position": "few", "quote": FOURTH},
        ],
    }
    assert sorted(told(tmp_path, "How many?", **answers)) == ["`5,000`", "`Norway`"]


def test_an_acknowledged_warning_is_not_told(tmp_path):
    answer = [{"code": "claim-not-in-quotes", "reason": "The next sentence has it"}]
    assert told(tmp_path, "225 people fell ill", SECOND, acknowledge=answer) == []


def test_at_most_a_tenth_of_the_claims_of_the_worked_example_warns():
    problems = check_dossier(PROJECT).problems
    assert len([one for one in problems if one.code == "claim-not-in-quotes"]) <= 2
