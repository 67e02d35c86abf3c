"""The worked example, cell by cell as the acceptance example's matrix has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.analysis import analyse
from builder.analysis.chains import chain_of
from builder.analysis.checks import check
from builder.analysis.claimfindings import CellKind, IndependenceStatus, Rung, Saying
from builder.analysis.findings import Findings, StepKind, StepPlace
from builder.diagnostics import Severity
from builder.load import Loaded, load_dossier
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Reading
from builder.model.library import Library

COLUMNS = ("001", "002", "003", "000", "004")
# Symbols: + asserts, A attributes, x contradicts, d disputes, i implies, m mentions, ~ hedged, > hardens;
# . silent, - not applicable.
# A letter after the colon is the position, in the claim's order.
MATRIX = """
c01 | -       | A           | +         | +    | .       | agree
c02 | -       | A:b         | +:b       | +:a  | .       | variant
c03 | -       | A:b         | A:c       | +:a  | .       | compatible
c04 | .       | .           | A:a       | .    | +:b     | compatible
c05 | i       | m           | x         | +    | m       | conflict
c06 | x       | -           | -         | -    | + +     | conflict
c07 | +:a A:a | +:b         | i:b       | .    | A~:c    | differ
c08 | -       | +           | +         | +    | .       | agree
c09 | -       | A~:a A~:a   | A:b >+:b  | A:b A:a | .    | differ
c10 | -       | A:b +:a A:a | i:b       | A:a  | .       | conflict
c11 | -       | .           | +         | .    | .       | one-article
c12 | -       | +:b         | .         | +:a  | .       | variant
c13 | -       | .           | m         | +:a  | A:b     | conflict
c14 | -       | A:b         | .         | +:a  | +~:b    | conflict
c15 | -       | .           | .         | +:a  | +:b +:b | conflict
c16 | +       | +~          | .         | +    | A       | agree
c17 | -       | -           | -         | -    | m A     | one-article
c18 | A A     | .           | .         | .    | .       | one-article
c19 | -       | -           | -         | -    | + +     | one-article
c20 | -       | +~:b        | +~:c      | A:a  | .       | differ
c21 | -       | .           | .         | +:a +:b | .    | one-article
c22 | -       | .           | .         | .    | A       | one-article
c23 | -       | -           | -         | -    | +       | one-article
c24 | -       | .           | +         | +    | A       | agree
c25 | + A     | .           | .         | .    | .       | one-article
"""
SYMBOLS = {
    "asserts": "+",
    "attributes": "A",
    "contradicts": "x",
    "disputes": "d",
    "implies": "i",
    "mentions": "m",
}
ROWS = [tuple(field.strip() for field in line.split("|")) for line in MATRIX.strip().splitlines()]
CELLS = [
    (row[0], column, expected) for row in ROWS for column, expected in zip(COLUMNS, row[1:6], strict=True)
]


@pytest.fixture(scope="module")
def loaded(project: Path) -> Loaded:
    return load_dossier(project)


@pytest.fixture(scope="module")
def library(loaded: Loaded) -> Library:
    assert loaded.library is not None
    return loaded.library


@pytest.fixture(scope="module")
def found(library: Library) -> Findings:
    return analyse(library)


@pytest.fixture(scope="module")
def claims(library: Library) -> dict[str, ClaimId]:
    return {str(claim.number): ClaimId(claim_id) for claim_id, claim in library.claims.items()}


@pytest.fixture(scope="module")
def articles(library: Library) -> dict[str, ArticleId]:
    return {str(article.siglum): ArticleId(article_id) for article_id, article in library.articles.items()}


def symbol(library: Library, saying: Saying) -> str:
    positions = list(library.claims[saying.claim].positions)
    position = saying.appearance.position
    letter = f":{'abcdef'[positions.index(position)]}" if position else ""
    hardened, hedged = ">" if saying.hardens else "", "~" if saying.appearance.hedge else ""
    return hardened + SYMBOLS[saying.stance.value] + hedged + letter


@pytest.mark.parametrize(("number", "column", "expected"), CELLS)
def test_every_cell_of_the_matrix(
    library: Library,
    found: Findings,
    claims: dict[str, ClaimId],
    articles: dict[str, ArticleId],
    number: str,
    column: str,
    expected: str,
) -> None:
    cell = found.cell(claims[number], articles[column])
    absent = {
        CellKind.SILENT: ".",
        CellKind.NOT_APPLICABLE: "-",
        CellKind.NOT_READ: "?",
        CellKind.STANCES: "",
    }
    assert (" ".join(symbol(library, saying) for saying in cell.sayings) or absent[cell.kind]) == expected


@pytest.mark.parametrize(("number", "reading"), [(row[0], row[6]) for row in ROWS])
def test_every_reading_is_allowed(
    found: Findings, claims: dict[str, ClaimId], number: str, reading: str
) -> None:
    claim = found.claims[claims[number]]
    assert claim.reading == Reading(reading)
    assert claim.reading in claim.allowed


def test_the_columns_stand_by_date(library: Library, found: Findings) -> None:
    assert tuple(library.articles[article].siglum for article in found.article_order) == COLUMNS


def test_the_agenda_opens_with_what_is_contested(library: Library, found: Findings) -> None:
    agenda = [
        (group.reading, [library.claims[claim].number for claim in group.claims])
        for group in found.agenda(library.claims)
    ]
    assert agenda == [
        (Reading.CONFLICT, ["c05", "c06", "c10", "c13", "c14", "c15"]),
        (Reading.DIFFER, ["c07", "c09", "c20"]),
        (Reading.VARIANT, ["c02", "c12"]),
        (Reading.COMPATIBLE, ["c03", "c04"]),
        (Reading.AGREE, ["c01", "c08", "c16", "c24"]),
        (Reading.ONE_ARTICLE, ["c11", "c17", "c18", "c19", "c21", "c22", "c23", "c25"]),
    ]


@pytest.mark.parametrize(
    ("number", "articles", "named", "without"),
    [
        ("c01", 3, ["SITE monitoring group"], 2),
        ("c06", 2, ["Daily Mail"], 1),
        ("c08", 3, [], 3),
        ("c13", 2, ["Vladimir Putin"], 1),
        ("c17", 1, ["Sergei Shoigu"], 0),
        ("c18", 1, ["Daily Mail"], 0),
    ],
)
def test_the_origins_line_counts_named_origins(
    library: Library,
    found: Findings,
    claims: dict[str, ClaimId],
    number: str,
    articles: int,
    named: list[str],
    without: int,
) -> None:
    line = found.claims[claims[number]].origins
    names = [library.name_of(*origin.record) for origin in line.named if origin.record]
    assert (len(line.articles), names, len(line.without)) == (articles, named, without)


def test_three_texts_agree_on_224_and_nobody_knows_whether_they_are_independent(
    found: Findings, claims: dict[str, ClaimId]
) -> None:
    (held,) = found.claims[claims["c08"]].support
    assert (len(held.articles), held.independence) == (3, IndependenceStatus.NOT_ESTABLISHED)


def test_one_text_hardens_the_bomb_within_itself_and_what_is_widely_assumed_is_on_nobodys_word(
    found: Findings, claims: dict[str, ClaimId], articles: dict[str, ArticleId]
) -> None:
    bomb = found.claims[claims["c09"]]
    assert [rung.rung for rung in bomb.ladder.rungs] == [Rung.ASSERTS, Rung.ATTRIBUTES]
    assert {saying.article for saying in bomb.sayings if saying.hardens} == {articles["003"]}
    assert all(
        saying.appearance.attributed_to for saying in bomb.sayings if saying.article == articles["002"]
    )


@pytest.mark.parametrize("number", ["c06", "c07", "c25"])
def test_what_the_blog_takes_over_from_the_daily_mail_is_on_the_newspapers_word(
    library: Library, found: Findings, claims: dict[str, ClaimId], number: str
) -> None:
    covered = library.quote("article", "blog-liberate-chechnya", "origins", 0, "covers")
    assert covered is not None
    assert covered.span is not None
    sayings = [each for each in found.claims[claims[number]].sayings if each.article == covered.article]
    inside = [
        each for each in sayings if each.quote and each.quote.span and covered.span.holds(each.quote.span)
    ]
    assert inside
    for saying in inside:
        assert saying.appearance.stance in ("attributes", "contradicts")
        assert saying.appearance.attributed_to is not None
        assert saying.appearance.attributed_to.record == "daily-mail"


def test_the_naming_table_counts_whole_words_and_leaves_the_generic_state_out(
    found: Findings, articles: dict[str, ArticleId]
) -> None:
    rows = {row.forms[0]: row for row in found.naming["islamic-state"].rows}  # type: ignore[index]
    order = [articles[siglum] for siglum in ("000", "001", "002", "003", "004")]

    def counts(form: str) -> list[int]:
        return [rows[form].counts.get(article, 0) + rows[form].folded.get(article, 0) for article in order]

    assert counts("IS") == [8, 0, 0, 0, 23]
    assert counts("ISIS") == [0, 7, 1, 12, 2]
    assert counts("Islamic State") == [2, 2, 8, 0, 0]
    assert rows["ISIS"].folded == {articles["004"]: 1}


def test_every_text_names_the_islamic_state(found: Findings) -> None:
    assert found.backlinks.articles_by_entity["islamic-state"] == found.article_order  # type: ignore[index]


def test_the_chain_of_000_has_four_steps_and_its_original_is_not_here(
    library: Library, found: Findings, articles: dict[str, ArticleId]
) -> None:
    steps = chain_of(library, library.articles[articles["000"]])
    assert [(step.kind, step.place) for step in steps] == [
        (StepKind.ARTICLE, StepPlace.HERE),
        (StepKind.AGENT, StepPlace.OUTSIDE),
        (StepKind.ORIGIN, StepPlace.OUTSIDE),
        (StepKind.ORIGIN, StepPlace.INSIDE),
    ]
    assert steps[1].agent is not None
    assert (steps[1].agent.role, steps[1].agent.name) == ("translator", "Цвеја")
    assert steps[2].record is not None
    assert library.name_of(*steps[2].record) == "Politika"


def test_the_events_stand_by_date(library: Library, found: Findings) -> None:
    order = [library.events[event].number for event in found.event_order]
    assert [number for number in order if number in ("e03", "e07", "e13", "e17")] == [
        "e03",
        "e07",
        "e13",
        "e17",
    ]
    assert len(order) == 17


def test_the_worked_example_has_no_error(loaded: Loaded, library: Library, found: Findings) -> None:
    problems = loaded.settled(check(library, found, loaded.places))
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
