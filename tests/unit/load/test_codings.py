"""A second reading that cannot be read is told of once, and nothing that was decided of it is told of besides."""

import pytest

from builder.analysis import analyse
from builder.analysis.checks import check

SEED = "The mayor said that it rose.\n"
CLAIM = """\
statement: It rose
kind: event
coded: {by: Ana Kos, date: 2025, articles: [one]}
appearances: [{article: one, stance: asserts, quote: it rose}]
decided: [{article: one, by: Ana Kos, date: 2025, why: It is a report, coding: ben-ray}, {article: one, by: Ana Kos, date: 2025, why: So}]
"""
CODING = "by: Ben Ray\ndate: 2025\nreadings:\n  - {claim: %s, article: %s, stance: %s}\n"


@pytest.fixture
def problems(load, told):
    """Everything that is told of a dossier with one claim and one second reading, but for the digest of its text."""

    def of(coding: str, **more: str) -> list[str]:
        files = {
            "seeds/one.txt": SEED,
            "content/articles/one.yaml": "title: One\noutlet: news\npublished: 2025\ntext: seeds/one.txt\n",
            "content/claims/rose.yaml": CLAIM,
            "content/codings/ben-ray.yaml": coding,
        }
        loaded = load({**files, **more})
        found = check(loaded.library, analyse(loaded.library), loaded.places)
        settled = loaded.settled(found)
        return [
            f"{one.span.path}:{one.span.line} {one.code}" for one in settled if one.code != "seed-not-pinned"
        ]

    return of


def test_a_sound_second_reading_is_told_of_by_nothing(problems):
    assert problems(CODING % ("rose", "one", "attributes")) == []


@pytest.mark.parametrize(
    ("coding", "line", "code"),
    [
        (CODING % ("rose", "one", "attribute"), 4, "unknown-choice"),
        (CODING % ("rise", "one", "attributes"), 4, "unknown-id"),
        (CODING % ("rose", "two", "attributes"), 4, "unknown-id"),
        ("by: Ben Ray\nreadings: []\n", 1, "missing-field"),
        ("by: Ben Ray\ndate: {\n", 3, "yaml-syntax"),
    ],
)
def test_one_mistake_in_it_is_one_message(problems, coding, line, code):
    (found,) = problems(coding)
    assert found.startswith(f"content/codings/ben-ray.yaml:{line} ")
    assert found.endswith(f" {code}")


def test_a_decision_of_a_coding_that_is_not_there_is_one_message(problems):
    other = CODING % ("rose", "one", "asserts")
    broken = CLAIM.replace("coding: ben-ray", "coding: ben-roy")
    found = problems(other.replace("asserts", "attributes"), **{"content/claims/rose.yaml": broken})
    assert found == ["content/claims/rose.yaml:5 unknown-id"]


def test_a_decision_of_whatever_coding_is_not_told_of_where_one_cannot_be_read(problems):
    of_all = CLAIM.replace(", coding: ben-ray", "")
    (found,) = problems(CODING % ("rose", "one", "attribute"), **{"content/claims/rose.yaml": of_all})
    assert found == "content/codings/ben-ray.yaml:4 unknown-choice"
