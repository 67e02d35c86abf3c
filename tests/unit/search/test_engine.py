"""The engine as a classic script: wrapped whole, or refused by name."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from builder.search.bundle import EngineChanged, bundle_of
from builder.search.indexer import run_indexer
from builder.search.offline import wrap_engine
from builder.search.patience import Patience
from tests.unit.search.conftest import page


@pytest.fixture(scope="module")
def engine() -> str:
    """The engine that the installed indexer brings."""
    return bundle_of(run_indexer([("/a.html", page("<h1>Alpha</h1>"))], Patience())).engine


def test_the_installed_engine_is_known(engine: str, tmp_path: Path):
    script = wrap_engine(engine, "1.5.2", "abc")
    assert script.startswith(
        b'dossier.search.engine("1.5.2","abc",function(fetch,Worker,document,moduleAddress){'
    )
    if shutil.which("node"):
        (tmp_path / "engine.js").write_bytes(script)
        subprocess.run(["node", "--check", tmp_path / "engine.js"], check=True, timeout=60)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("export{", "exports={", "does not end in one list of exports"),
        ("search};", "search as find};", "no longer exports search"),
        ("fetch(", "xetch(", "bare fetch"),
        ("noWorker", "noThread", "noWorker"),
        ('.getAttribute("lang")', ".lang", "getAttribute"),
        ("let ", 'import{a}from"./b.js";let ', "imports or exports something more"),
        ("let ", 'import("./b.js");let ', "imports or exports something more"),
        ("let ", "export const a=1;let ", "imports or exports something more"),
    ],
)
def test_an_engine_of_another_shape_is_refused_by_name(engine: str, old: str, new: str, words: str):
    assert old in engine
    with pytest.raises(EngineChanged, match=words):
        wrap_engine(engine.replace(old, new), "1.5.2", "abc")
