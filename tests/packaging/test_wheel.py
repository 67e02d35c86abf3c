"""The wheel as a stranger gets it: built from the source alone, installed elsewhere, run without the source tree."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

import builder
from builder.workers import WORTH_SPREADING
from tests.packaging.installed import built_wheel, copied_sources, installed, run_outside

pytestmark = pytest.mark.slow

_SOURCE = "import sys; sys.path.insert(0, sys.argv.pop(1)); from builder.cli import main; main()"
# The smallest dossier: one outlet, one topic and one article of four lines.
DOSSIER = {
    "content/dossier.yaml": "title: Two floods\nlanguage: en\nas_of: 2026-11-22\n",
    "content/outlets/the-courier.yaml": "name: The Courier\n",
    "content/topics/floods.yaml": "name: Floods\n",
    "content/articles/river-rises.yaml": (
        "title: The river rises\noutlet: the-courier\npublished: 2026-11-02\ntext: seeds/river-rises.txt\n"
    ),
    "seeds/river-rises.txt": "The river rose by a metre overnight, the mayor said on Monday.\n",
}


@pytest.fixture(scope="module")
def sources(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that a wheel is made of, away from the source tree."""
    return copied_sources(project, tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="module")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel; the build may fetch nothing."""
    return built_wheel(sources, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel; its third-party parts are this one's."""
    return installed(wheel, tmp_path_factory.mktemp("clean"))


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The smallest dossier, in a folder of its own."""
    root = tmp_path / "two floods"
    for name, text in DOSSIER.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_the_wheel_holds_the_program_and_every_template_and_nothing_else(wheel: Path, sources: Path) -> None:
    own = {
        path.relative_to(sources / "builder").as_posix()
        for path in (sources / "builder").rglob("*")
        if path.is_file()
    }
    templates = {
        f"_templates/{path.relative_to(sources / 'templates').as_posix()}"
        for path in (sources / "templates").rglob("*.*")
    }
    packed = zipfile.ZipFile(wheel).namelist()
    names = {name.removeprefix("dossier_builder/") for name in packed if name.startswith("dossier_builder/")}
    assert names == {*own, *templates, "_changes.md", "_parts.txt"}
    heads = {name.partition("/")[0] for name in packed}
    assert heads == {"dossier_builder", f"news_dossier-{builder.__version__}.dist-info"}


def test_the_source_archive_makes_the_same_wheel(wheel: Path, sources: Path, tmp_path: Path) -> None:
    run_outside(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--sdist",
        "--outdir",
        tmp_path,
        sources,
        cwd=tmp_path,
    )
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    (unpacked,) = (path for path in tmp_path.iterdir() if path.is_dir())
    run_outside(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--outdir",
        tmp_path,
        unpacked,
        cwd=tmp_path,
    )
    (again,) = tmp_path.glob("*.whl")
    assert _contents(again) == _contents(wheel)


def _contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_installed_program_is_the_wheels_own_and_nothing_is_named_builder(
    scripts: Path, tmp_path: Path
) -> None:
    (installed,) = (path.parent for path in scripts.parent.rglob("dossier_builder/__init__.py"))
    assert "builder" not in os.listdir(installed.parent)
    asked = "import sys, dossier_builder.cli; print(*(name for name in sys.modules if name.startswith('builder')))"
    assert run_outside(scripts / "python", "-c", asked, cwd=tmp_path).stdout.strip() == ""
    said = run_outside(scripts / "python", "-m", "dossier_builder", "--version", cwd=tmp_path).stdout
    assert builder.__version__ in said
    assert said == run_outside(scripts / "dossier", "--version", cwd=tmp_path).stdout


def test_the_installed_program_builds_a_dossier_with_the_templates_it_carries(
    scripts: Path, dossier: Path, tmp_path: Path
) -> None:
    command = (scripts / "dossier", "build", "--root", dossier, "--no-search")
    run_outside(*command, cwd=tmp_path)
    assert "The river rises" in (dossier / "site" / "articles" / "river-rises.html").read_text(
        encoding="utf-8"
    )

    (carried,) = scripts.parent.rglob("dossier_builder/_templates")
    hidden = carried.rename(carried.with_name("_hidden"))
    try:
        assert run_outside(*command, "--clean", cwd=tmp_path, check=False).returncode != 0, (
            "templates came from elsewhere"
        )
    finally:
        hidden.rename(carried)


@pytest.fixture
def many(project: Path, tmp_path: Path) -> Path:
    """A folder of nothing but content: the worked example, and so many topics that workers make its pages."""
    root = tmp_path / "content only"
    for name in ("content", "seeds"):
        shutil.copytree(project / name, root / name)
    for number in range(WORTH_SPREADING):
        (root / "content" / "topics" / f"topic-{number}.yaml").write_text(f"name: Topic {number}\n", "utf-8")
    return root


def test_wheel_and_source_tree_give_the_same_bytes_by_one_process_or_two(
    scripts: Path, project: Path, many: Path, tmp_path: Path
) -> None:
    ways = {
        "wheel": (scripts / "dossier", "build"),
        "workers": (scripts / "dossier", "build", "--jobs", "2"),
        "source": (sys.executable, "-P", "-c", _SOURCE, project, "build"),
    }
    sites = {}
    for name, command in ways.items():
        root = many.with_name(name)
        shutil.copytree(many, root)
        run_outside(*command, "--root", root, "--no-search", cwd=tmp_path)
        sites[name] = {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in (root / "site").rglob("*")
            if path.is_file()
        }
    assert len(sites["wheel"]) > WORTH_SPREADING
    assert sites["wheel"] == sites["source"]
    assert sites["wheel"] == sites["workers"]


def test_the_installed_program_knows_its_own_records_again_without_being_loaded(
    scripts: Path, dossier: Path, tmp_path: Path
) -> None:
    time.sleep(2.1)  # files that were written just now are not told by their stamps
    asked = "import sys; from dossier_builder import cli\ntry: cli.main()\nfinally: print('dossier_builder.build' in sys.modules)"
    command = (scripts / "python", "-c", asked, "build", "--root", dossier, "--no-search")
    first = run_outside(*command, cwd=tmp_path)
    assert first.stdout.splitlines()[-1] == "True"
    again = run_outside(*command, cwd=tmp_path)
    assert "nothing changed" in again.stderr
    assert again.stdout.splitlines()[-1] == "False"


@pytest.fixture(scope="module")
def begun(scripts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier that the installed program has begun."""
    folder = tmp_path_factory.mktemp("begun")
    run_outside(scripts / "dossier", "init", "flood of may", "--title", "The flood", cwd=folder)
    return folder / "flood of may"


def test_the_commands_of_the_documentation_lead_from_nothing_to_a_page_with_a_checked_quote(
    scripts: Path, project: Path, tmp_path: Path
) -> None:
    told = (project / "docs" / "repository.md").read_text("utf-8").partition("\n## Begin\n")[2]
    commands = told.split("```")[1].strip()
    assert len(commands.splitlines()) <= 8
    places = f"PATH={scripts}{os.pathsep}{os.environ['PATH']}"
    run_outside("env", places, "sh", "-e", "-c", commands, cwd=tmp_path)
    page = (tmp_path / "flood-of-may/site/claims/example-cost-of-repairs.html").read_text("utf-8")
    assert "Repairs will cost 4,000 crowns, the mayor said." in page


def test_pip_takes_the_wheel_by_the_digest_that_the_lock_has_and_no_other(
    wheel: Path, begun: Path, tmp_path: Path
) -> None:
    (line,) = [
        line for line in (begun / "dossier.lock").read_text("utf-8").splitlines() if "news-dossier @" in line
    ]
    lock = tmp_path / "dossier.lock"
    lock.write_text(line.removeprefix("# ").replace("https://…", wheel.as_uri()) + "\n", "utf-8")
    options = ("--no-index", "--no-deps", "--quiet", "--disable-pip-version-check", "--require-hashes")
    pip = (sys.executable, "-m", "pip", "install", "--target", tmp_path / "there", *options, "-r", lock)
    run_outside(*pip, cwd=tmp_path)
    assert (tmp_path / "there/dossier_builder/cli.py").is_file()
    digest = line.rpartition("sha256:")[2]
    lock.write_text(lock.read_text("utf-8").replace(digest, "0" * 64), "utf-8")
    refused = run_outside(*pip, cwd=tmp_path, check=False)
    assert refused.returncode == 1
    assert "DO NOT MATCH" in refused.stderr


def test_upgrade_writes_nothing_where_the_installed_program_was_changed(
    scripts: Path, begun: Path, tmp_path: Path
) -> None:
    lock = begun / "dossier.lock"
    good = lock.read_bytes()
    lock.write_bytes(good + b"old==1\n")
    (module,) = scripts.parent.rglob("dossier_builder/pack.py")
    held = module.read_bytes()
    module.write_bytes(held + b"# changed\n")
    try:
        refused = run_outside(scripts / "dossier", "upgrade", cwd=begun, check=False)
    finally:
        module.write_bytes(held)
    assert refused.returncode == 1
    assert "dossier_builder/pack.py of the installed builder is not what its wheel held" in refused.stderr
    assert lock.read_bytes() == good + b"old==1\n"
    run_outside(scripts / "dossier", "upgrade", cwd=begun)
    assert lock.read_bytes() == good


def test_a_release_knows_which_commit_it_is_and_where_it_can_be_had(sources: Path, tmp_path: Path) -> None:
    action = "O/R@" + "a" * 40
    run_outside(
        *("env", f"DOSSIER_ACTION={action}", sys.executable, "-m", "build", "--no-isolation", "--wheel"),
        *("--outdir", tmp_path, sources),
        cwd=tmp_path,
    )
    (made,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(made) as archive:
        assert json.loads(archive.read("dossier_builder/_release.json")) == {"action": action}
