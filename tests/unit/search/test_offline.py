"""The form for disk: Pagefind's own bytes, in scripts, in groups that are found without a list."""

from __future__ import annotations

import json
import re
from base64 import b64decode

import pytest
from msgspec.structs import replace

from builder.search.bundle import Bundle, EngineChanged, bundle_of
from builder.search.indexer import run_indexer
from builder.search.offline import offline_files
from builder.search.patience import Patience
from tests.unit.search.conftest import page


@pytest.fixture(scope="module")
def index() -> dict[str, bytes]:
    """An index of thirty pages."""
    return run_indexer(
        ((f"/p{number}.html", page(f"<h1>Page {number}</h1><p>river {number}</p>")) for number in range(30)),
        Patience(),
    )


@pytest.fixture
def bundle(index: dict[str, bytes]) -> Bundle:
    return bundle_of(index)


def carried(files: dict[str, bytes]) -> dict[str, bytes]:
    """What the scripts hand over, by the path that Pagefind gives it."""
    found: dict[str, bytes] = {}
    for script in files.values():
        put = re.fullmatch(rb'dossier.search\.put\("[0-9a-f]{12}",(\{.*\})\);\n', script)
        if put:
            found.update({path: b64decode(text) for path, text in json.loads(put[1]).items()})
    return found


def test_every_file_of_the_index_is_carried_byte_for_byte(bundle: Bundle):
    wanted = {path: content for path, content in bundle.files.items() if path != "wasm.unknown.pagefind"}
    assert carried(offline_files(bundle)) == wanted


def test_a_fragment_lies_in_the_group_that_the_end_of_its_name_tells(bundle: Bundle):
    large = {
        path: content * 3000 if path.startswith("fragment/") else content
        for path, content in bundle.files.items()
    }
    files = offline_files(replace(bundle, files=large))
    width = json.loads(files["manifest.js"].split(b"(", 1)[1].removesuffix(b");\n"))["width"]
    assert width >= 1
    for name, script in files.items():
        if name.startswith("fragment/"):
            ends = {path.split("/")[1].split(".")[0][-width:] for path in carried({name: script})}
            assert ends == {name.removeprefix("fragment/").removesuffix(".js")}


def test_every_script_bears_the_edition_and_another_index_has_another_one(bundle: Bundle):
    builds = {re.search(rb'"([0-9a-f]{12})"', script)[1] for script in offline_files(bundle).values()}
    assert len(builds) == 1
    changed = replace(bundle, files={**bundle.files, "pagefind-entry.json": b"{}"})
    assert builds.isdisjoint(re.findall(rb'"build":"([0-9a-f]{12})"', offline_files(changed)["manifest.js"]))


def test_names_are_ascii_without_a_sign_that_an_address_or_a_disk_could_misread(bundle: Bundle):
    assert [name for name in offline_files(bundle) if not re.fullmatch(r"[a-z0-9._/-]+", name)] == []


def test_a_page_s_words_are_its_text_and_its_lines(bundle: Bundle):
    assert min(bundle.page_texts()) == "Page 0. river 0.\nPage 0"


def test_a_file_that_the_entry_names_and_is_not_there_is_refused(index: dict[str, bytes]):
    some = {name: index[name] for name in ("pagefind-entry.json", "pagefind.js")}
    with pytest.raises(EngineChanged, match=r"pf_meta is named"):
        bundle_of(some)


def test_fragments_in_another_form_are_refused(bundle: Bundle):
    other = replace(bundle, files={"fragment/en_1234567.pf_fragment": b"no gzip"})
    with pytest.raises(EngineChanged, match="no fragment as known"):
        other.page_texts()
