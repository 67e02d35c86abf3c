"""Remarks for editors reach no file: of the site, its index, its data, the zip, or what a build keeps."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from builder.diagnostics import Problems
from builder.load import load_dossier
from builder.load.nodes import plain
from builder.load.wording import model_at
from builder.load.yaml_reader import read_mapping
from builder.model.article import SeedFile
from builder.model.base import Model
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from tests.golden.golden import DOSSIER
from tests.golden.used import values_of
from tests.site.dossiers import build, dossier, write
from tests.site.readable import holders

MARKER = "Zyphoric"
MODELS = {one.plural: one.model for one in RECORD_KINDS.values()} | {"content": Dossier}


def remarked(value: Any, model: type[Model] | None) -> Any:
    """Return values of a file of content with a marked remark in each that may have one, short forms made long."""
    if isinstance(value, list):
        return [remarked(each, model) for each in value]
    if isinstance(value, str) and model is not None and model.SHORT_FORM:
        value = {value: "true"} if value in ("unstated", "unknown") else {model.SHORT_FORM: value}
    if not isinstance(value, dict) or model is None:
        return value
    inner = {key: remarked(each, model_at(model, (key,))) for key, each in value.items()}
    return {**inner, "private": f"{MARKER} remark on {model.__name__}"}


def _read(text: str) -> Any:
    nodes = read_mapping(text, "a.yaml", Problems())
    assert nodes is not None
    return plain(nodes)


def remarked_golden(root: Path) -> Path:
    """Write the golden dossier with a remark in every value that may have one."""
    files = {}
    for path in sorted(DOSSIER.rglob("content/**/*.*")):
        front, _, body = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        fields = remarked(_read(front), MODELS[path.parent.name])
        text = "".join(f"{key}: {json.dumps(each, ensure_ascii=False)}\n" for key, each in fields.items())
        files[path.relative_to(DOSSIER).as_posix()] = (
            f"---\n{text}---\n{body}" if path.suffix == ".md" else text
        )
    shutil.copytree(DOSSIER, root)
    return write(root, files)


def test_a_remark_in_every_value_of_every_record_is_in_no_file_that_is_made(tmp_path):
    root = remarked_golden(tmp_path / "dossier")
    loaded = load_dossier(root, with_drafts=True)
    assert not loaded.has_errors, loaded.settled()
    values = [value for value in values_of(loaded.library) if isinstance(value, Model)]
    assert len(values) > 250
    # An article with versions may leave `text` out; it is then made from the newest.
    assert {type(value) for value in values if not value.private} <= {SeedFile}
    made = tmp_path / "made"
    made.mkdir()
    build(root)
    dossier(root, "pack", "--out", str(made / "site.zip"))
    (root / "site").rename(made / "site")
    (root / ".build").rename(made / "state")
    assert holders(made, "Mirana"), "what is published is found"
    assert holders(made, MARKER) == []
