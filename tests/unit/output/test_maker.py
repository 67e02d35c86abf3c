"""A changed builder is another builder, whatever changed in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import builder
from builder.output.maker import digest_of, maker

PACKAGE = Path(builder.__file__).parent
ASKS_TWICE = """
import sys
from pathlib import Path
from builder.output.maker import maker
print(maker())
Path(sys.argv[1]).write_text("LEAST = 9")
print(maker())
"""


def test_the_builder_knows_itself():
    assert maker() == digest_of(PACKAGE)


def test_the_same_modules_are_the_same_builder(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name / "analysis").mkdir(parents=True)
        (tmp_path / name / "analysis/rule.py").write_text("LEAST = 8\n")
    assert digest_of(tmp_path / "one") == digest_of(tmp_path / "other")


def test_a_letter_changed_a_module_moved_or_added_makes_another(tmp_path):
    rule = tmp_path / "rule.py"
    rule.write_text("LEAST = 8\n")
    seen = {digest_of(tmp_path)}
    rule.write_text("LEAST = 9\n")
    seen.add(digest_of(tmp_path))
    rule.rename(tmp_path / "rules.py")
    seen.add(digest_of(tmp_path))
    (tmp_path / "empty.py").touch()
    seen.add(digest_of(tmp_path))
    assert len(seen) == 4
    assert None not in seen


def test_modules_that_are_no_files_vouch_for_nothing(tmp_path):
    assert digest_of(tmp_path) is None
    assert digest_of(tmp_path / "missing") is None


def test_a_builder_whose_modules_change_while_it_runs_vouches_for_nothing(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "builder", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-c", ASKS_TWICE, tmp_path / "builder/new.py"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    first, second = done.stdout.split()
    assert len(first) == 64
    assert second == "None"
