"""The same input makes the same bytes, wherever and however it is built; a second build writes nothing."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.site.dossiers import build, copy_showcase, dossier, files_of

SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "another locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "the plain locale": {"LC_ALL": "C", "PYTHONUTF8": "0"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "no home": {"HOME": "/nonexistent"},
    "another clock": {"SOURCE_DATE_EPOCH": "1"},
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_surroundings_leave_no_trace(site, tmp_path, surroundings):
    other = build(copy_showcase(tmp_path / "досье with space"), **surroundings)
    assert files_of(other) == files_of(site)


def test_the_order_in_which_files_were_made_leaves_no_trace(showcase, site, tmp_path):
    for path in sorted((showcase / "content").rglob("*.yaml"), reverse=True):
        target = tmp_path / path.relative_to(showcase)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    shutil.copytree(showcase / "content/pages", tmp_path / "content/pages", dirs_exist_ok=True)
    shutil.copytree(showcase / "seeds", tmp_path / "seeds")
    assert files_of(build(tmp_path)) == files_of(site)


def test_a_second_build_writes_nothing(tmp_path):
    root = copy_showcase(tmp_path)
    site = build(root)
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*")}
    done = dossier(root, "build")
    assert "nothing changed" in done.stderr
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*")} == before


def test_an_edit_changes_only_the_pages_that_show_it(tmp_path):
    root = copy_showcase(tmp_path)
    site = build(root)
    before = {name: os.stat(site / name).st_ino for name in files_of(site)}
    entity = root / "content/entities/kuweires-air-base.yaml"
    entity.write_text(
        entity.read_text(encoding="utf-8") + "url: https://example.org/kuweires\n", encoding="utf-8"
    )
    build(root)
    changed = {name for name in files_of(site) if os.stat(site / name).st_ino != before.get(name)}
    assert "entities/kuweires-air-base.html" in changed
    assert "claims/first-personal-threat.html" not in changed
