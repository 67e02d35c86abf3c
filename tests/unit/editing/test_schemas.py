"""`dossier schema` tells an editor's program what may stand in each record, and proposes the ids that are there."""

from __future__ import annotations

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from builder.editing.schemas import SCHEMAS, SETTINGS, record_schema, schema_files, settings_file
from builder.model.claim import Claim
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from tests.site.dossiers import PROJECT, dossier, write

KINDS = {name: kind for name, kind in RECORD_KINDS.items() if kind.suffix == ".yaml"}


class Texts(yaml.SafeLoader):
    """Reads numbers as numbers and truth as truth, as editors' programs do, and dates as texts."""


Texts.yaml_implicit_resolvers = {
    sign: [each for each in resolvers if "timestamp" not in each[0]]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validators():
    schemas = {path.rpartition("/")[2][:-5]: json.loads(content) for path, content in schema_files(PROJECT)}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    return {name: Draft202012Validator(schema) for name, schema in schemas.items()}


def faults(validator: Draft202012Validator, text: str) -> list[str]:
    return [str(fault.message)[:200] for fault in validator.iter_errors(yaml.load(text, Texts))]


def test_there_is_one_for_each_kind_that_is_yaml_alone(validators):
    assert sorted(validators) == sorted(["dossier", *KINDS])


@pytest.mark.parametrize("root", ["content", "tests/cases/honest/content"])
def test_no_record_that_passes_the_check_is_marked_as_wrong(validators, root):
    files = [("dossier", PROJECT / root / "dossier.yaml")]
    files += [
        (name, path) for name, kind in KINDS.items() for path in (PROJECT / root / kind.plural).glob("*.yaml")
    ]
    assert len(files) > 40
    assert [
        (path.name, faults(validators[name], path.read_text("utf-8")))
        for name, path in files
        if faults(validators[name], path.read_text("utf-8"))
    ] == []


CLAIM = "statement: S\nkind: event\n"


@pytest.mark.parametrize(
    "text",
    [
        "statement: S\n",
        f"{CLAIM}topcs: [a]\n",
        f"{CLAIM}topics: a\n",
        f"{CLAIM}reading: agreed\n",
        f"{CLAIM}appearances: [{{article: a, stance: says, quote: q}}]\n",
        f"{CLAIM}id: a\n",
        f"{CLAIM}event: null\n",
        f"{CLAIM}number: no. 6\n",
    ],
)
def test_what_the_check_refuses_by_its_form_is_marked(validators, text):
    assert faults(validators["claim"], CLAIM) == []
    assert faults(validators["claim"], text)


def proposed(schema: object) -> set[str]:
    """All values that a part of a schema proposes."""
    if isinstance(schema, dict):
        return set(schema.get("enum", ())) | {each for value in schema.values() for each in proposed(value)}
    return {each for value in schema for each in proposed(value)} if isinstance(schema, list) else set()


def test_ids_are_proposed_where_they_may_stand_and_no_id_is_refused():
    ids = {"article": ("one",), "topic": ("floods",), "outlet": ("post",), "entity": ("mayor",)}
    schema = record_schema("claim", Claim, ids)
    assert proposed(schema["properties"]["topics"]) == {"floods"}
    assert proposed(schema["$defs"]["Appearance"]["properties"]["article"]) == {"one"}
    assert {"post", "mayor"} <= proposed(schema["$defs"]["AttributedTo"]["anyOf"][0])
    assert proposed(schema["properties"]["statement"]) == set()
    assert faults(Draft202012Validator(schema), f"{CLAIM}topics: [new-one]\n") == []


def test_each_key_has_its_line_of_help():
    for name, model in {"dossier": Dossier, **{name: kind.model for name, kind in KINDS.items()}}.items():
        for key, value in record_schema(name, model, {})["properties"].items():
            assert value.get("description"), (name, key)


FILES = {"content/dossier.yaml": "title: T\n", "content/outlets/post.yaml": "name: Post\n"}


def test_the_command_writes_them_once_and_a_build_keeps_them_fresh(tmp_path):
    root = write(tmp_path, FILES)
    assert dossier(root, "schema").returncode == 0
    article = root / SCHEMAS / "article.json"
    assert "post" in proposed(json.loads(article.read_text("utf-8"))["properties"]["outlet"])
    assert (root / SETTINGS).read_bytes() == settings_file()
    assert "0 of them" in dossier(root, "schema").stdout
    write(root, {"content/outlets/times.yaml": "name: Times\n"})
    assert dossier(root, "build", "--no-search").returncode == 0
    assert {"post", "times"} <= proposed(json.loads(article.read_text("utf-8"))["properties"]["outlet"])


def test_settings_that_are_there_stay_and_a_build_makes_no_schemas_that_nobody_asked_for(tmp_path):
    root = write(tmp_path, {**FILES, SETTINGS: "{}\n"})
    assert dossier(root, "build", "--no-search").returncode == 0
    assert not (root / SCHEMAS).exists()
    done = dossier(root, "schema")
    assert f"{SCHEMAS}/claim.json" in done.stdout
    assert (root / SETTINGS).read_text("utf-8") == "{}\n"
