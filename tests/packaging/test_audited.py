"""What runs on GitHub, here and in a repository that `dossier init` makes, passes others' audit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.editing.beginning.answers import Answers
from builder.editing.beginning.release import Release
from builder.editing.beginning.repository import beginnings

ZIZMOR = shutil.which(
    "zizmor", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
)
ANSWERS = Answers("The clock", "en", "excerpt", ("The editors",))


def audit(*places: Path) -> str:
    """Return what zizmor finds, without a network; empty where it finds nothing."""
    if ZIZMOR is None:
        reason = "no zizmor here; to install what is pinned: make test"
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)
    command = [ZIZMOR, "--offline", "--no-progress", "--color", "never", *map(str, places)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode in range(15), done.stderr
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_workflows_and_the_action_of_this_repository(project: Path) -> None:
    assert audit(project / ".github", project / "action.yml") == ""


@pytest.mark.parametrize("action", [None, "o/r@" + "a" * 40])
def test_the_workflow_of_a_new_dossier(tmp_path: Path, action: str | None) -> None:
    made = beginnings(ANSWERS, Release("0.1.0", "", "", action=action))
    path = tmp_path / ".github/workflows/dossier.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(made[".github/workflows/dossier.yml"])
    assert audit(tmp_path / ".github") == ""


def test_what_the_audit_would_not_pass_is_found(project: Path, tmp_path: Path) -> None:
    source = (project / ".github/workflows/check.yml").read_text("utf-8")
    path = tmp_path / ".github/workflows/check.yml"
    path.parent.mkdir(parents=True)
    path.write_text(source.replace("  pull_request:", "  pull_request_target:"), "utf-8")
    assert "dangerous-triggers" in audit(tmp_path / ".github")
