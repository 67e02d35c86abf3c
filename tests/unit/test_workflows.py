"""What runs on GitHub is safe when a stranger proposes a change: the rules, and a violation of each planted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".github" / "workflows"
NAMES = ("check.yml", "pages.yml", "publish.yml", "release.yml")
ACTION = PROJECT / "action.yml"

Workflow = dict[str, Any]
Workflows = dict[str, Workflow]

_PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_CALLED = "/.github/workflows/pages.yml"
_RELEASE_RIGHTS = {"contents", "id-token", "attestations"}
_DEPLOYS = ("actions/deploy-pages@", "actions/upload-pages-artifact@")
_RELEASES = re.compile(r"\bgh release\b|\btwine upload\b|action-gh-release@|[a-z]-publish@|\buv publish\b")
_ATTESTS = re.compile(r"^actions/attest(-build-provenance)?@")
_MAIN_ONLY = "github.ref == 'refs/heads/main'"


def read(text: str) -> Workflow:
    """Every value stays text: YAML 1.1 would read the key `on` as true."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def jobs(workflow: Workflow) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from workflow["jobs"].items()


def steps(job: dict[str, Any]) -> list[dict[str, Any]]:
    return job.get("steps", [])


def triggers(workflow: Workflow) -> set[str]:
    on = workflow["on"]
    return {on} if isinstance(on, str) else set(on)


def calls_deployment(job: dict[str, Any]) -> bool:
    return str(job.get("uses", "")).partition("@")[0].endswith(_CALLED)


def deploys(job: dict[str, Any]) -> bool:
    return calls_deployment(job) or any(
        str(step.get("uses", "")).startswith("actions/deploy-pages@") for step in steps(job)
    )


def releases(job: dict[str, Any]) -> bool:
    return any(_RELEASES.search(f"{step.get('run')} {step.get('uses')}") for step in steps(job))


def _no_trusted_trigger(workflow: Workflow) -> Iterator[str]:
    """1: code of a pull request never runs with the repository's own rights."""
    for trigger in sorted(triggers(workflow) & {"pull_request_target", "workflow_run", "issue_comment"}):
        yield f"{trigger} runs with rights that a stranger must not have"


def _least_permissions(workflow: Workflow) -> Iterator[str]:
    """2: nothing is permitted by default, and each job names what it needs."""
    if workflow.get("permissions") != {}:
        yield "`permissions: {}` is not said at the top"
    for name, job in jobs(workflow):
        if not isinstance(job.get("permissions"), dict):
            yield f"{name}: no permissions of its own"
        written = {key for key, right in job.get("permissions", {}).items() if right == "write"}
        allowed = {"pages", "id-token"} if deploys(job) else _RELEASE_RIGHTS if releases(job) else set()
        if written - allowed:
            yield f"{name}: may write {', '.join(sorted(written))}"
        if releases(job) and (triggers(workflow) != {"push"} or set(workflow["on"]["push"]) != {"tags"}):
            yield f"{name}: releases what is no tag"
        if releases(job) and any("checkout" in str(step.get("uses", "")) for step in steps(job)):
            yield f"{name}: may write, and runs code of the repository"
        if "secrets" in job:
            yield f"{name}: hands secrets on"


def _pinned_actions(workflow: Workflow) -> Iterator[str]:
    """3: an action is a commit; a tag can be moved."""
    for name, job in jobs(workflow):
        used = [job["uses"]] if "uses" in job else [step["uses"] for step in steps(job) if "uses" in step]
        for action in used:
            if action.partition(_CALLED)[0] not in ("./", ".") and not _PINNED.fullmatch(action):
                yield f"{name}: {action} is not pinned to a commit"


def _no_kept_credentials(workflow: Workflow) -> Iterator[str]:
    """4: the token is not left in the checkout, where any later step could read it."""
    for name, job in jobs(workflow):
        for step in steps(job):
            if str(step.get("uses", "")).startswith("actions/checkout@") and (
                step.get("with", {}).get("persist-credentials") != "false"
            ):
                yield f"{name}: checkout keeps its credentials"


def _deploys_apart(workflow: Workflow) -> Iterator[str]:
    """5: the job that may publish runs no code of the repository, only from main, in its environment."""
    for name, job in jobs(workflow):
        if not deploys(job):
            continue
        if any("run" in step or "checkout" in step.get("uses", "") for step in steps(job)):
            yield f"{name}: the job that deploys runs other code too"
        if _MAIN_ONLY not in job.get("if", ""):
            yield f"{name}: deploys from other branches than main"
        if calls_deployment(job):
            continue  # the environment is that of the job that is called
        if not isinstance(job.get("environment"), dict) or job["environment"].get("name") != "github-pages":
            yield f"{name}: deploys outside the environment github-pages"


def _hashed_parts(workflow: Workflow) -> Iterator[str]:
    """6: what is installed is what was locked, byte for byte."""
    for name, job in jobs(workflow):
        for step in steps(job):
            script = str(step.get("run", ""))
            if re.search(r"\b(pip3?|pipx|uv pip|npm|npx)\b.*\binstall\b|\bnpx\b", script) and (
                "--require-hashes" not in script
            ):
                yield f"{name}: installs something without hashes"


def _proposals_stay_proposals(workflow: Workflow) -> Iterator[str]:
    """7: what a pull request built is never deployed."""
    if "pull_request" not in triggers(workflow):
        return
    for name, job in jobs(workflow):
        if deploys(job) or any(str(step.get("uses", "")).startswith(_DEPLOYS) for step in steps(job)):
            yield f"{name}: deploys what a pull request built"
        if "secrets." in str(job) or "environment" in job:
            yield f"{name}: gives a pull request what is kept for publishing"


def _attested_releases(workflow: Workflow) -> Iterator[str]:
    """8: what is released carries a proof of where it was made."""
    for name, job in jobs(workflow):
        if releases(job) and not any(_ATTESTS.match(str(step.get("uses", ""))) for step in steps(job)):
            yield f"{name}: releases something without an attestation"


def _no_expression_in_a_shell(workflow: Workflow) -> Iterator[str]:
    """And: GitHub pastes `${{ … }}` into a script as it is; values go through the environment."""
    for name, job in jobs(workflow):
        for step in steps(job):
            for expression in _EXPRESSION.findall(str(step.get("run", ""))):
                yield f"{name}: the script has {expression.strip()} pasted into it"


RULES: tuple[Callable[[Workflow], Iterator[str]], ...] = (
    _no_trusted_trigger,
    _least_permissions,
    _pinned_actions,
    _no_kept_credentials,
    _deploys_apart,
    _hashed_parts,
    _proposals_stay_proposals,
    _attested_releases,
    _no_expression_in_a_shell,
)


def faults(workflow: Workflow) -> list[str]:
    return [fault for rule in RULES for fault in rule(workflow)]


def source(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def test_there_are_the_four_workflows_and_every_workflow_keeps_every_rule() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == list(NAMES)
    for name in NAMES:
        assert faults(read(source(name))) == [], name


@pytest.mark.parametrize(
    ("rule", "name", "old", "new"),
    [
        (_no_trusted_trigger, "check.yml", "  pull_request:", "  pull_request_target:"),
        (_no_trusted_trigger, "publish.yml", "  workflow_dispatch:", "  workflow_run: {workflows: [Check]}"),
        (_least_permissions, "check.yml", "permissions: {}\n", ""),
        (_least_permissions, "check.yml", "      contents: read", "      contents: write"),
        (_least_permissions, "publish.yml", "permissions: {}", "permissions: write-all"),
        (_least_permissions, "publish.yml", "      pages: read", "      pages: write"),
        (_least_permissions, "publish.yml", "    uses: ./.github", "    secrets: inherit\n    uses: ./.github"),
        (_least_permissions, "release.yml", "      contents: read", "      contents: write"),
        (_least_permissions, "release.yml", '    tags: ["v*"]', "    branches: [main]"),
        (_least_permissions, "release.yml", "      - uses: actions/download-artifact@", "      - uses: actions/checkout@"),
        (_pinned_actions, "pages.yml", "deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "deploy-pages@v5"),
        (_pinned_actions, "check.yml", "checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", "checkout@3d3c42e"),
        (_pinned_actions, "publish.yml", "uses: ./.github/workflows/pages.yml", "uses: o/r/.github/workflows/pages.yml@main"),
        (_no_kept_credentials, "check.yml", "persist-credentials: false", "persist-credentials: true"),
        (_no_kept_credentials, "publish.yml", "        with:\n          persist-credentials: false\n", ""),
        (_deploys_apart, "publish.yml", "    needs: build\n    if: github.ref == 'refs/heads/main'\n", "    needs: build\n"),
        (_deploys_apart, "pages.yml", "github.ref == 'refs/heads/main' && ", ""),
        (_deploys_apart, "pages.yml", "      name: github-pages\n", "      name: other\n"),
        (_deploys_apart, "pages.yml", "      - id: deployment\n", "      - run: ./dossier build\n      - id: deployment\n"),
        (_hashed_parts, "release.yml", "sh requirements/install.sh test", "pip install build"),
        (_proposals_stay_proposals, "publish.yml", "  workflow_dispatch:", "  pull_request:"),
        (_proposals_stay_proposals, "check.yml", "    steps:\n", "    env: {KEY: '${{ secrets.KEY }}'}\n    steps:\n"),
        (_attested_releases, "release.yml", "actions/attest@", "actions/attach@"),
        (_no_expression_in_a_shell, "release.yml", '"$GITHUB_REPOSITORY"', '"${{ github.repository }}"'),
        (_no_expression_in_a_shell, "release.yml", "sh requirements/install.sh test", "echo ${{ github.event.head_commit.message }}"),
    ],
)  # fmt: skip
def test_a_planted_violation_is_found_by_its_rule(
    rule: Callable[[Workflow], Iterator[str]], name: str, old: str, new: str
) -> None:
    text = source(name)
    assert old in text
    workflow = read(text.replace(old, new))
    assert list(rule(workflow)) != []


def test_every_pin_says_in_words_which_version_it_is() -> None:
    for name in NAMES:
        for line in [*source(name).splitlines(), *ACTION.read_text("utf-8").splitlines()]:
            if re.search(r"uses: +[^.]", line):
                assert re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_one_action_has_one_pin_in_all_workflows() -> None:
    pins: dict[str, set[str]] = {}
    for text in (ACTION.read_text("utf-8"), *map(source, NAMES)):
        for action, pin in re.findall(r"uses: (\S+)@(\S+)", text):
            pins.setdefault(action, set()).add(pin)
    assert all(len(found) == 1 for found in pins.values()), pins


def test_the_majors_are_the_ones_that_were_chosen() -> None:
    majors = {
        action: major
        for text in (ACTION.read_text("utf-8"), *map(source, NAMES))
        for action, major in re.findall(r"uses: actions/(\S+)@\S+ # v(\d+)", text)
    }
    assert majors == {
        "attest": "4",
        "checkout": "7",
        "configure-pages": "6",
        "deploy-pages": "5",
        "download-artifact": "8",
        "setup-python": "7",
        "upload-artifact": "7",
        "upload-pages-artifact": "5",
    }


def test_parts_are_installed_with_hashes() -> None:
    assert "--require-hashes" in (PROJECT / "requirements" / "install.sh").read_text(encoding="utf-8")
    assert "sh requirements/install.sh test" in source("release.yml")


def test_the_action_keeps_the_rules_for_steps() -> None:
    as_job: Workflow = {"jobs": {"action": {"steps": read(ACTION.read_text("utf-8"))["runs"]["steps"]}}}
    rules = (_pinned_actions, _hashed_parts, _no_expression_in_a_shell, _attested_releases)
    assert [fault for rule in rules for fault in rule(as_job)] == []


def test_a_proposal_and_the_published_site_are_made_by_the_action_itself() -> None:
    made = {
        "check.yml": ["actions/checkout", "./"],
        "publish.yml": ["actions/checkout", "actions/configure-pages", "./"],
    }
    for name, used in made.items():
        (job,) = [job for _, job in jobs(read(source(name))) if not deploys(job)]
        assert [step["uses"].partition("@")[0] for step in steps(job)] == used


def test_the_site_is_built_for_the_address_that_pages_names() -> None:
    (build,) = [job for _, job in jobs(read(source("publish.yml"))) if not deploys(job)]
    asked = next(step["id"] for step in steps(build) if "configure-pages" in step.get("uses", ""))
    (made,) = [step for step in steps(build) if step.get("uses") == "./"]
    assert made["with"] == {"base-url": f"${{{{ steps.{asked}.outputs.base_url }}}}"}


def test_a_container_is_made_of_pinned_parts_and_does_not_run_as_root() -> None:
    lines = (PROJECT / "Containerfile").read_text("utf-8").splitlines()
    (base,) = [line for line in lines if line.startswith("FROM ")]
    assert re.search(r"@sha256:[0-9a-f]{64}$", base)
    assert any("--require-hashes" in line for line in lines)
    copied = [name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]]
    assert all((PROJECT / name).exists() for name in copied)
    assert {"builder", "templates", "dossier", "requirements/run.txt"} <= set(copied)
    (user,) = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert user == "65534:65534"


def test_a_publication_that_has_begun_is_finished() -> None:
    called = read(source("pages.yml"))["jobs"]["deploy"]["concurrency"]
    calling = read(source("publish.yml"))["concurrency"]
    assert called == {"group": "pages", "cancel-in-progress": "false"}
    assert calling["cancel-in-progress"] == "false"
    assert calling["group"] != called["group"], "it would wait for itself"


def test_every_job_ends_by_itself_on_a_named_system() -> None:
    for name in NAMES:
        for title, job in jobs(read(source(name))):
            if calls_deployment(job):
                continue
            assert int(job["timeout-minutes"]) <= 20, title
            assert re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"]), title


def test_pins_and_parts_are_kept_fresh() -> None:
    updates = read((PROJECT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {update["package-ecosystem"]: update["directory"] for update in updates} == {
        "github-actions": "/",
        "pip": "/requirements",
    }


def test_readers_can_report_an_error_by_a_form() -> None:
    form = read((PROJECT / ".github" / "ISSUE_TEMPLATE" / "error-report.yml").read_text(encoding="utf-8"))
    fields = {part["id"]: part for part in form["body"] if "id" in part}
    assert list(fields) == ["page", "record", "kind", "stands", "should"]
    for name in ("page", "kind", "stands", "should"):
        assert fields[name]["validations"]["required"] == "true"
