"""The data says what the pages say: valid by its own schemas, whole for the worked example, and no word more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from builder.load import load_dossier
from builder.model.base import Model
from builder.model.edtf import Edtf
from builder.model.kinds import RECORD_KINDS
from builder.pages.documents.published import UNPUBLISHED
from builder.pages.documents.rows import Row, fields_of
from builder.text import Span
from tests.unit.pages.documents.made import (
    HOSTILE,
    Files,
    files_of,
    json_of,
    rows_of,
    schema_of,
    showcase_files,
)
from tests.unit.pages.small import PROJECT, SmallDossier, dossier

SECRET = "Nobody may print this sentence about the harbour."
LAST = "Nobody may print this about the boss hogs either."
TEXT = f"{SECRET} The mayor said he may resign on Monday. {LAST}\nA subscription, please.\n"


FRIEND = {"article": "harbour", "quote": "the boss hogs", "note": "animals", "prefix": "print this about "}
ORIGIN = {
    "relation": "based-on",
    "of": {"what": "A letter"},
    "basis": "inferred",
    "note": "It reads like one.",
    "covers": {"start": "Nobody may print this sentence", "end": "on Monday."},
}


def faults(files: Files) -> Iterator[str]:
    for path in files:
        if path.endswith(".json") and "schemas/" not in path:
            schema = schema_of(files, path)
            Draft202012Validator.check_schema(schema)
            for error in Draft202012Validator(schema).iter_errors(json_of(files, path)):
                yield f"{path}: {list(error.absolute_path)}: {error.message}"


@pytest.fixture(scope="module")
def showcase() -> Files:
    return showcase_files("https://example.org/project/")


def build(folder: Path, publish: str = "full", title: str = "Harbour") -> SmallDossier:
    marks = [{"kind": "subscription", "quote": "A subscription, please.", "by": "A. B.", "note": "furniture"}]
    appearance = {
        "article": "harbour",
        "stance": "attributes",
        "attributed_to": "mayor",
        "quote": "he may resign on Monday",
        "hedge": "may",
        "position": "soon",
        "note": "the only text",
        "prefix": "The mayor said ",
    }
    return dossier(
        folder,
        {"harbour": TEXT},
        dossier={"settings": {"publish": publish, "private": "INTERNAL-1", "licence": "CC0"}},
        outlets={"paper": {"name": "Paper", "private": "INTERNAL-2"}},
        entities={
            "mayor": {"name": "mayor", "kind": "person", "aliases": [{"text": "the boss"}], "not": [FRIEND]}
        },
        articles={
            "harbour": {
                "title": title,
                "outlet": "paper",
                "published": {"edtf": "2015-05-04?", "cue": "on Monday"},
                "marks": marks,
                "origins": [ORIGIN],
                "byline": title,
                "summary": title,
            }
        },
        claims={
            "resigns": {
                "statement": "The mayor resigns",
                "kind": "prediction",
                "positions": {"soon": "soon"},
                "appearances": [appearance],
                "acknowledge": [{"code": "quote-cuts-negation", "reason": "INTERNAL-3"}],
            }
        },
    )


def test_every_json_document_of_the_worked_example_is_valid_by_its_schema(showcase: Files):
    assert list(faults(showcase)) == []


def rows(kind: type[Row] = Row) -> Iterator[type[Row]]:
    for each in kind.__subclasses__():
        yield each
        yield from rows(each)


def test_no_two_rows_have_one_name_and_each_field_has_a_line_of_help():
    every = list(rows())
    models = {each.__name__ for each in Model.__subclasses__()}
    assert len({each.__name__ for each in every} - models) == len(every) > 40
    lacking = [
        f"{row.__name__}.{field.name}"
        for row in every
        for field in fields_of(row)
        if not (field.help or field.hint is Span)
    ]
    assert lacking == []


def test_what_is_said_of_rows_stands_in_the_schemas_and_their_objects_are_closed(showcase: Files):
    schemas = [json.loads(showcase[path]) for path in showcase if path.startswith("data/schemas/")]
    described = {row.__name__ for row in rows()}
    found: set[str] = set()
    for schema in schemas:
        for name, each in schema.get("$defs", {}).items():
            assert each["additionalProperties"] is False
            if name in described:
                found.add(name)
                assert all("description" in told for told in each["properties"].values()), name
    assert {"AppearanceRow", "ClaimFound", "PassageRow", "CslDate", "FeedItem", "StoredText"} <= found


def test_a_schema_refuses_what_the_document_never_holds(showcase: Files):
    changed = json_of(showcase, "data/claims.json")
    assert isinstance(changed, dict)
    changed["claims"][0]["appearances"][0]["stance"] = "believes"
    assert not Draft202012Validator(schema_of(showcase, "data/claims.json")).is_valid(changed)


def test_every_quotation_of_the_worked_example_is_found_at_its_range(showcase: Files):
    appearances = json_of(showcase, "data/appearances.json")
    articles = json_of(showcase, "data/articles.json")
    assert isinstance(appearances, dict)
    assert isinstance(articles, dict)
    texts = {article["id"]: article["text"]["published"][0]["text"] for article in articles["articles"]}
    found = [
        texts[row["article"]][row["start"] : row["end"]] == row["quote"] for row in appearances["appearances"]
    ]
    assert (len(found), all(found)) == (72, True)


def test_every_record_is_in_the_whole_and_in_the_file_of_its_kind(showcase: Files):
    whole = json_of(showcase, "data/dossier.json")
    assert isinstance(whole, dict)
    for folder in ("outlets", "articles", "topics", "events", "entities", "claims", "comparisons", "pages"):
        single = json_of(showcase, f"data/{folder}.json")
        assert isinstance(single, dict)
        assert whole[folder] == single[folder]
        assert [row["id"] for row in rows_of(showcase, f"data/{folder}.csv")] == [
            each["id"] for each in whole[folder]
        ]


def test_cells_tell_silence_from_not_applicable(showcase: Files):
    cells = [row for row in rows_of(showcase, "data/matrix.csv") if row["claim_number"] == "c13"]
    assert {row["siglum"]: (row["state"], row["stances"]) for row in cells} == {
        "001": ("not-applicable", ""),
        "002": ("silent", ""),
        "003": ("stances", "mentions"),
        "000": ("stances", "asserts (former Soviet republics)"),
        "004": ("stances", "attributes (Russia, as “youth from Russia”)"),
    }


def test_the_chain_of_a_translation_ends_outside_the_dossier(showcase: Files):
    provenance = json_of(showcase, "data/provenance.json")
    assert isinstance(provenance, dict)
    chain = next(each for each in provenance["provenance"] if each["article"] == "southfront-rivers-of-blood")
    names = [
        step.get("record", {}).get("name") or step.get("what") or step["agent"]["name"]
        for step in chain["steps"]
    ]
    assert "Politika" in names
    assert next(step for step in chain["steps"] if step.get("relation") == "translates")["place"] == "outside"


def test_what_editors_keep_to_themselves_is_in_no_document(tmp_path: Path):
    files = files_of(build(tmp_path))
    assert not any(b"INTERNAL" in content for content in files.values())


SECRETS = re.compile(rb"may print|about the harbour|boss hogs|print this|please")


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_words_that_may_not_be_published_are_in_no_document(tmp_path: Path, publish: str):
    files = files_of(build(tmp_path, publish), "https://example.org/")
    leaking = [path for path, content in files.items() if SECRETS.search(content)]
    assert leaking == []
    assert any(b"he may resign on Monday" in content for content in files.values())
    assert list(faults(files)) == []
    outside = b"The mayor said" in files["data/dossier.json"]
    assert outside == (publish == "excerpt"), "a link publishes the exact words alone"


def test_every_text_that_editors_publish_is_in_the_data(showcase: Files):
    library = load_dossier(PROJECT).library
    assert library is not None
    told = set(texts_in(json_of(showcase, "data/dossier.json")))
    missing = [
        (kind, record_id, text)
        for kind in RECORD_KINDS
        for record_id, record in library.records(kind).items()
        for name in set(type(record).model_fields) - UNPUBLISHED
        for text in texts_in(getattr(record, name))
        if text not in told
    ]
    assert missing == []


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Edtf):
        yield value.text
    elif isinstance(value, Model | dict | list | tuple):
        inner = (
            (getattr(value, name) for name in type(value).model_fields) if isinstance(value, Model) else value
        )
        for each in inner.values() if isinstance(inner, dict) else inner:
            yield from texts_in(each)


def test_a_text_that_may_be_published_is_there_whole(tmp_path: Path):
    articles = json_of(files_of(build(tmp_path)), "data/articles.json")
    assert isinstance(articles, dict)
    (article,) = articles["articles"]
    assert article["text"]["published"] == [{"range": [0, len(TEXT)], "text": TEXT}]
    assert article["marks"][0]["effect"] == "fold"
    start, end = article["marks"][0]["range"]
    assert TEXT[start:end] == "A subscription, please."


def test_json_keeps_hostile_words_letter_for_letter_and_a_table_guards_formulas(tmp_path: Path):
    files = files_of(build(tmp_path, title=f"={HOSTILE}"))
    articles = json_of(files, "data/articles.json")
    assert isinstance(articles, dict)
    assert articles["articles"][0]["title"] == f"={HOSTILE}"
    (row,) = rows_of(files, "data/articles.csv")
    assert row["title"] == f"'={HOSTILE}"
    assert list(faults(files)) == []


def test_nothing_but_an_outlet_is_a_valid_dossier_too(tmp_path: Path):
    files = files_of(dossier(tmp_path, outlets={"paper": {"name": "Paper"}}), "https://example.org/")
    assert list(faults(files)) == []
    assert rows_of(files, "data/appearances.csv") == []


def test_the_same_dossier_makes_the_same_bytes(tmp_path: Path):
    assert files_of(build(tmp_path / "a")) == files_of(build(tmp_path / "b"))


FORMATS_OF_OTHERS = ("data/bibliography.json", "data/datapackage.json")


def test_the_schema_that_a_document_names_is_there(showcase: Files):
    for path, content in showcase.items():
        if path.startswith("data/") and path.endswith(".json") and "schemas/" not in path:
            value = json.loads(content)
            named = value.get("$schema") if isinstance(value, dict) else None
            assert named is None or f"data/{named}" in showcase, path
            assert named or path in FORMATS_OF_OTHERS
