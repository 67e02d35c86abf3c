"""The dossier as one document: everything while it is small, else where everything is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_origin

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from builder.blocks import Rows
from builder.model.base import ArticleId
from builder.model.kinds import RECORD_KINDS
from builder.pages.documents.table import INDEX, OTHERS, WHOLE, WHOLE_DOCUMENTS, WHOLE_UP_TO
from tests.unit.pages.documents.made import Files, files_of, json_of, schema_of
from tests.unit.pages.documents.test_data import faults
from tests.unit.pages.small import SmallDossier, dossier


def many(folder: Path, articles: int) -> SmallDossier:
    return dossier(
        folder,
        {"a-0": "The only text that is kept.\n"},
        outlets={"paper": {"name": "Paper"}},
        articles={
            f"a-{number}": {"title": "A", "outlet": "paper", "published": "2015"}
            for number in range(articles)
        },
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> SmallDossier:
    return many(tmp_path_factory.mktemp("large"), WHOLE_UP_TO + 1)


@pytest.fixture(scope="module")
def files(large: SmallDossier) -> Files:
    return files_of(large)


def test_up_to_the_bound_it_holds_every_record(tmp_path: Path) -> None:
    whole = json_of(files_of(many(tmp_path, WHOLE_UP_TO)), "data/dossier.json")
    assert isinstance(whole, dict)
    assert len(whole["articles"]) == WHOLE_UP_TO
    assert "files" not in whole


def test_above_it_leads_to_every_other_document_with_its_schema_and_number(files: Files) -> None:
    index = json_of(files, "data/dossier.json")
    assert isinstance(index, dict)
    assert index["settings"]["title"] == "Small"
    assert not {one.plural for one in RECORD_KINDS.values()} & index.keys()
    assert {each["name"] for each in index["files"]} == {kind.name for kind in OTHERS}
    for each in index["files"]:
        assert {each["path"], each["schema"], *([each["table"]] if "table" in each else [])} <= files.keys()
        assert each["description"]
        document = json_of(files, each["path"])
        assert isinstance(document, dict)
        if "count" in each:
            assert each["count"] == len(document[each["name"]])
    counts = {each["name"]: each.get("count") for each in index["files"]}
    assert (counts["articles"], counts["topics"], counts["passages"]) == (WHOLE_UP_TO + 1, 0, None)


def test_above_it_the_words_of_a_text_stand_in_one_document(files: Files) -> None:
    held = [path for path, content in files.items() if b"The only text that is kept." in content]
    assert held == ["data/articles.json"]


def test_the_schema_beside_it_is_that_of_the_form_that_it_has(tmp_path: Path, files: Files) -> None:
    assert list(faults(files)) == []
    small = files_of(many(tmp_path, 1))
    assert list(faults(small)) == []
    index, whole = schema_of(files, "data/dossier.json"), schema_of(small, "data/dossier.json")
    assert not Draft202012Validator(index).is_valid(json_of(small, "data/dossier.json"))
    assert not Draft202012Validator(whole).is_valid(json_of(files, "data/dossier.json"))


@pytest.mark.parametrize("kind", [WHOLE, INDEX, *OTHERS], ids=lambda kind: f"{kind.name}-{len(kind.parts)}")
def test_no_list_of_a_document_is_ever_held(large: SmallDossier, kind) -> None:
    value = kind.json(large.context)
    for part in kind.parts:
        assert isinstance(value[part.name], Iterator | Rows) == (get_origin(part.type) is Iterator), part.name


def test_a_row_is_made_when_it_is_asked_for(large: SmallDossier) -> None:
    asked: list[str] = []

    class Counting(dict):
        def __getitem__(self, key):
            asked.append(key)
            return super().__getitem__(key)

    library = replace(large.context.library, articles=Counting(large.context.library.articles))
    library.title_of(ArticleId("a-0"))  # the library knows the titles of all as soon as one is asked for
    asked.clear()
    rows = WHOLE.json(replace(large.context, library=library))["articles"]
    assert asked == []
    next(iter(rows))
    assert set(asked) == {"a-0"}


def test_what_the_data_page_says_of_it_tells_which_form_it_has(tmp_path: Path, large: SmallDossier) -> None:
    entry = next(each.entry for each in WHOLE_DOCUMENTS if each.path == WHOLE.path)
    assert entry is not None
    assert entry(large.context).about == "where every record is"
    assert entry(many(tmp_path, 1).context).about == "every record with what follows from it"
