"""The action's own steps, read out of its file and run by bash in workspaces as GitHub lays them out.

Only what fetches is another: a pip that notes what it was asked for, in place of the one that installs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import Struct

from builder import __version__
from builder.editing.beginning.answers import Answers
from builder.editing.beginning.release import Release
from builder.editing.beginning.repository import beginnings

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="the action runs on Linux"),
    pytest.mark.slow,
]

PROJECT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = yaml.load((PROJECT / "action.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
ANSWERS = Answers("The clock", "en", "excerpt", ("The editors",))
WHEEL = Release(__version__, "jinja2==3.1.6 --hash=sha256:aa\n", "", "https://x.example/wheel", "d" * 64)
_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")

# Stands for Python on the runner: it makes an environment whose pip notes its arguments, and installs what a wheel would.
PYTHON = f"""#!/bin/sh
[ "$1 $2" = "-m venv" ] || exec {sys.executable} "$@"
for folder; do :; done
mkdir -p "$folder/bin" "$folder/lib"
cat >"$folder/bin/python" <<'END'
#!/bin/sh
folder=${{0%/bin/python}}
if [ "$1 $2 $3" = "-m pip install" ]; then
  for file; do :; done
  echo "$*" >>"$RUNNER_TEMP/installed"
  if grep -q '^news-dossier' "$file"; then
    printf '#!/bin/sh\\nPYTHONPATH={PROJECT} exec {sys.executable} -P -m builder "$@"\\n' >"$folder/bin/dossier"
    chmod +x "$folder/bin/dossier"
  fi
  exit
fi
case "$2" in *purelib*) echo "$folder/lib"; exit;; esac
PYTHONPATH=$(cat "$folder/lib/dossier-source.pth") exec {sys.executable} "$@"
END
printf '#!/bin/sh\nexec "${{0%%pip}}python" -m pip "$@"\n' >"$folder/bin/pip"
chmod +x "$folder/bin/python" "$folder/bin/pip"
"""


class Ran(Struct, frozen=True):
    """How a run of the action went."""

    steps: dict[str, int]
    """The exit code of each step of ours that ran, by its name."""
    uploads: list[str]
    """The actions of others that would have run, with the paths they were given."""
    said: str
    summary: str
    installed: str


class Runner:
    """A machine of GitHub: a workspace, and what surrounds the steps."""

    def __init__(self, folder: Path, repository: str = "Ada/Clock", event: str = "push") -> None:
        self.workspace, self.temp = folder / "work space", folder / "temp"
        self.workspace.mkdir()
        self.temp.mkdir()
        self.event, self.repository = event, repository
        self.python = self.temp / "python"
        self.python.write_text(PYTHON, "utf-8")
        self.python.chmod(0o755)

    def holds(self, files: dict[str, bytes], root: str = ".") -> None:
        for path, content in files.items():
            place = self.workspace / root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)

    def run(self, action: Path = PROJECT, **inputs: str) -> Ran:
        given = {name: inputs.get(name, each["default"]) for name, each in ACTION["inputs"].items()}
        values = {
            **{f"inputs.{name}": value for name, value in given.items()},
            "github.action_path": str(action),
            "github.event_name": self.event,
            "runner.temp": str(self.temp),
            "steps.python.outputs.python-path": str(self.python),
        }
        steps: dict[str, int] = {}
        uploads: list[str] = []
        said = ""
        has_failed = False
        for step in ACTION["runs"]["steps"]:
            if not self._is_due(step.get("if"), values, has_failed):
                continue
            if "uses" in step:
                paths = _filled(step.get("with", {}).get("path", ""), values)
                uploads.append(f"{step['uses'].partition('@')[0]} {paths}".strip())
                continue
            done = self._bash(step, values)
            steps[step["name"]] = done.returncode
            said += done.stdout + done.stderr
            has_failed = has_failed or done.returncode != 0
            if "id" in step:
                values[f"steps.{step['id']}.outcome"] = "failure" if done.returncode else "success"
                for line in self._read("output").splitlines():
                    name, _, value = line.partition("=")
                    values[f"steps.{step['id']}.outputs.{name}"] = value
        return Ran(steps, uploads, said, self._read("summary"), self._read("installed"))

    def _bash(self, step: dict[str, Any], values: dict[str, str]) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        surroundings = {
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "GITHUB_EVENT_NAME": self.event,
            "GITHUB_REPOSITORY": self.repository,
            "GITHUB_REPOSITORY_OWNER": self.repository.partition("/")[0],
            "RUNNER_TEMP": str(self.temp),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        asked = {name: _filled(value, values) for name, value in step.get("env", {}).items()}
        script = self.temp / "step.sh"
        script.write_text(step["run"], "utf-8")
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            env={**kept, **surroundings, **asked},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    def _is_due(self, condition: str | None, values: dict[str, str], has_failed: bool) -> bool:
        """Whether a step runs; the conditions of the action are few, and one that is new has to be told here."""
        if condition is None:
            return not has_failed
        if condition == "${{ !cancelled() && steps.install.outcome == 'success' }}":
            return values.get("steps.install.outcome") == "success"
        assert condition == "${{ inputs.pages == 'true' && github.event_name != 'pull_request' }}"
        return not has_failed and values["inputs.pages"] == "true" and self.event != "pull_request"

    def _read(self, name: str) -> str:
        path = self.temp / name
        return path.read_text("utf-8") if path.exists() else ""


def _filled(text: str, values: dict[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: values[found[1]], text)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


NAMES = ["Install the builder", "Check", "List every problem in the summary", "Pack the offline zip", "Build"]


def canonical(site: Path) -> str:
    found = re.search(r'rel="canonical" href="([^"]*)"', (site / "index.html").read_text("utf-8"))
    return found[1].removesuffix("index.html") if found else ""


def test_a_repository_of_content_alone_is_built_by_the_actions_own_checkout(runner: Runner) -> None:
    runner.holds(beginnings(ANSWERS, Release(__version__, "", "")))
    ran = runner.run()
    assert ran.steps == dict.fromkeys(NAMES, 0), ran.said
    assert ran.installed.endswith(f"--require-hashes -r {PROJECT}/requirements/run.txt\n")
    assert ran.uploads == [
        "actions/setup-python",
        "actions/upload-artifact ./site",
        f"actions/upload-artifact {runner.temp}/offline-dossier.zip",
        "actions/upload-pages-artifact ./site",
    ]
    assert (runner.temp / "offline-dossier.zip").is_file()
    assert "::notice" not in ran.said
    assert "Nothing to mend" in ran.summary
    assert canonical(runner.workspace / "site") == "https://ada.github.io/Clock/"


def test_a_lock_that_names_the_builder_is_what_is_installed(runner: Runner, tmp_path: Path) -> None:
    runner.holds(beginnings(ANSWERS, WHEEL))
    ran = runner.run(action=tmp_path / "nothing of the action is needed")
    assert ran.steps == dict.fromkeys(NAMES, 0), ran.said
    assert ran.installed.endswith("--only-binary :all: --require-hashes -r ./dossier.lock\n")


def test_a_lock_of_another_version_than_the_action_is_told(runner: Runner) -> None:
    runner.holds(beginnings(ANSWERS, Release("0.0.9", "", "")))
    ran = runner.run()
    assert (
        f"::notice file=dossier.lock,line=1::The lock is of another version than the action ({__version__})"
        in ran.said
    )
    assert ran.steps["Build"] == 0


def test_a_dossier_in_a_subfolder_is_found_there(runner: Runner) -> None:
    runner.holds(beginnings(ANSWERS, Release(__version__, "", "")), "news/the clock")
    ran = runner.run(root="news/the clock")
    assert ran.steps == dict.fromkeys(NAMES, 0), ran.said
    assert "actions/upload-pages-artifact news/the clock/site" in ran.uploads
    assert (runner.workspace / "news/the clock/site/index.html").is_file()
    assert not (runner.workspace / "site").exists()


def test_a_fork_is_built_for_its_own_address(tmp_path: Path) -> None:
    runner = Runner(tmp_path, repository="Bob/Bob.github.io")
    runner.holds(beginnings(ANSWERS, Release(__version__, "", "")))
    assert runner.run().steps["Build"] == 0
    assert canonical(runner.workspace / "site") == "https://bob.github.io/"


@pytest.mark.parametrize("way", ["url", "base-url"])
def test_an_address_that_somebody_wrote_comes_before_the_one_that_is_worked_out(
    runner: Runner, way: str
) -> None:
    made = beginnings(ANSWERS, Release(__version__, "", ""))
    inputs = {}
    if way == "url":
        made["content/dossier.yaml"] += b"url: https://clock.example/\n"
    else:
        inputs[way] = "https://clock.example"
    runner.holds(made)
    assert runner.run(**inputs).steps["Build"] == 0
    assert canonical(runner.workspace / "site") == "https://clock.example/"


def test_what_a_pull_request_builds_is_attached_and_never_handed_to_pages(tmp_path: Path) -> None:
    runner = Runner(tmp_path, event="pull_request")
    runner.holds(beginnings(ANSWERS, Release(__version__, "", "")))
    ran = runner.run()
    assert ran.steps == dict.fromkeys(NAMES, 0), ran.said
    assert [upload for upload in ran.uploads if "pages" in upload] == []
    assert "actions/upload-artifact ./site" in ran.uploads
    assert canonical(runner.workspace / "site") == ""


def test_a_mistake_stands_beside_its_line_and_in_the_summary_and_nothing_is_built(runner: Runner) -> None:
    made = beginnings(ANSWERS, Release(__version__, "", ""))
    made["content/topics/example-tower-clock.yaml"] += b"nme: x\n"
    runner.holds(made)
    ran = runner.run()
    assert ran.steps == {"Install the builder": 0, "Check": 1, "List every problem in the summary": 0}
    assert "::error file=content/topics/example-tower-clock.yaml,line=2" in ran.said
    assert "\n    content/topics/example-tower-clock.yaml:2:1: error[unknown-field]" in ran.summary
    assert ran.uploads == ["actions/setup-python"]


def test_warnings_stop_where_that_is_asked_for(runner: Runner) -> None:
    made = beginnings(ANSWERS, Release(__version__, "", ""))
    made["seeds/unused.txt"] = b"Nobody quotes this.\n"
    runner.holds(made)
    assert runner.run(strict="true").steps["Check"] == 1


def test_the_summary_has_every_problem_as_text_that_no_line_can_break_out_of(runner: Runner) -> None:
    lines = ["a.yaml:1:1: error[bad-date] ```", "# heading <b>", "1 error in 1 file"]
    command = runner.temp / "dossier"
    (runner.temp / "lines").write_text("\n".join(lines) + "\n", "utf-8")
    command.write_text(f"#!/bin/sh\ncat {runner.temp}/lines\nexit 1\n", "utf-8")
    command.chmod(0o755)
    (step,) = [
        each for each in ACTION["runs"]["steps"] if each.get("name") == "List every problem in the summary"
    ]
    done = runner._bash(step, {"steps.install.outputs.command": str(command), "inputs.root": "."})
    assert done.returncode == 0
    summary = (runner.temp / "summary").read_text("utf-8")
    assert summary.endswith("".join(f"    {line}\n" for line in lines))
    assert "What the check found" in summary


def test_this_repository_is_a_workspace_like_any_other(tmp_path: Path) -> None:
    runner = Runner(tmp_path, repository="O/news-dossier", event="pull_request")
    for name in ("content", "seeds"):
        shutil.copytree(PROJECT / name, runner.workspace / name)
    ran = runner.run()
    assert ran.steps == dict.fromkeys(NAMES, 0), ran.said


def test_the_workflow_that_installs_by_the_lock_builds_the_site(runner: Runner) -> None:
    runner.holds(beginnings(ANSWERS, WHEEL))
    steps = yaml.safe_load((runner.workspace / ".github/workflows/dossier.yml").read_text("utf-8"))["jobs"][
        "build"
    ]["steps"]
    script = "\n".join(step["run"] for step in steps if "run" in step)
    runner.python.rename(runner.temp / "python3")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=runner.workspace,
        env={
            "PATH": f"{runner.temp}:{os.environ['PATH']}",
            "HOME": str(runner.temp),
            "RUNNER_TEMP": str(runner.temp),
        },
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "--only-binary :all: --require-hashes -r dossier.lock" in (runner.temp / "installed").read_text(
        "utf-8"
    )
    assert (runner.workspace / "site/claims/example-cost-of-repairs.html").is_file()
