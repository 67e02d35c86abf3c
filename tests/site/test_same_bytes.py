"""The same input makes the same bytes, wherever and however it is built; a second build writes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.site.dossiers import PROJECT, build, copy_showcase, dossier, files_of

EDITED = "content/articles/blog-liberate-chechnya.yaml"
OTHERS_ID = 65534

SHUFFLED = """
import os, random
order, list_names, scan = random.Random(20261122), os.listdir, os.scandir
class Shuffled(list):
    def __enter__(self): return self
    def __exit__(self, *_): self.clear()
    def __iter__(self): return self
    def __next__(self):
        if not self: raise StopIteration
        return self.pop()
    def close(self): self.clear()
def listdir(*where):
    names = list_names(*where)
    order.shuffle(names)
    return names
def scandir(*where):
    with scan(*where) as entries: found = Shuffled(list(entries))
    order.shuffle(found)
    return found
os.listdir, os.scandir = listdir, scandir
"""
SPREAD = "import builder.workers; builder.workers.WORTH_SPREADING = 2"


def as_copied(root: Path) -> None:
    """Leave the dossier as it was copied."""


def written_backwards(root: Path) -> None:
    """Make every file of the dossier anew, the last first."""
    for path in sorted((path for path in root.rglob("*") if path.is_file()), reverse=True):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)


def of_another_time(root: Path) -> None:
    """Set every file to the day that counting begins with, and every folder to one that is still to come."""
    for path in root.rglob("*"):
        os.utime(path, (0, 0) if path.is_file() else (4e9, 4e9))


def read_only(root: Path) -> None:
    for path in root.rglob("*"):
        if path.is_file():
            path.chmod(0o444)


def given_away(root: Path) -> None:
    """Give the dossier to the user who builds it."""
    for path in (root, *root.rglob("*")):
        os.chown(path, OTHERS_ID, OTHERS_ID)


def linked(root: Path) -> Path:
    """Come to the dossier by a link."""
    link = root.parent / "link"
    if not link.is_symlink():
        link.symlink_to(root)
    return link


@dataclass(frozen=True)
class Surroundings:
    """How a build differs from the plain one: what it is told, what it starts with, and where its dossier lies."""

    environment: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    begin: Callable[[], object] | None = None
    """Runs in the process of the build, before the builder."""
    prepare: Callable[[Path], object] = as_copied
    inject: str = ""
    """Python that the interpreter runs before the builder."""
    name: str = "dossier"
    come_to: Callable[[Path], Path] = lambda root: root
    through: tuple[str, ...] = ()
    """A command of root that starts the build."""


def one_processor() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


ANOTHER_USER = (
    "setpriv",
    f"--reuid={OTHERS_ID}",
    f"--regid={OTHERS_ID}",
    "--clear-groups",
    "--inh-caps=+dac_read_search",
    "--ambient-caps=+dac_read_search",
)
"""Who may read everything, as Python itself may lie in a folder of root's."""

SURROUNDINGS = {
    "another hash seed": Surroundings({"PYTHONHASHSEED": "4242"}),
    "another locale": Surroundings({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "the plain locale": Surroundings({"LC_ALL": "C", "PYTHONUTF8": "0"}),
    "another language": Surroundings({"LANGUAGE": "ar:he", "LC_MESSAGES": "ar"}),
    "another time zone": Surroundings({"TZ": "Pacific/Kiritimati"}),
    "no home": Surroundings({"HOME": "/nonexistent"}),
    "another clock": Surroundings({"SOURCE_DATE_EPOCH": "1"}),
    "a narrow terminal": Surroundings({"COLUMNS": "20", "LINES": "5", "TERM": "dumb", "NO_COLOR": "1"}),
    "a runner": Surroundings(
        {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_SHA": "0" * 40, "USER": "runner"}
    ),
    "settings of the indexer": Surroundings({"PAGEFIND_FORCE_LANGUAGE": "ru", "PAGEFIND_VERBOSE": "true"}),
    "optimised Python": Surroundings({"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"}),
    "Python for developers": Surroundings({"PYTHONDEVMODE": "1", "PYTHONMALLOC": "debug"}),
    "everything anew": Surroundings(arguments=("--clean",)),
    "a folder elsewhere": Surroundings(arguments=("--out", "elsewhere/site")),
    "three workers": Surroundings(arguments=("--jobs", "3"), inject=SPREAD),
    "one processor": Surroundings(begin=one_processor),
    "a close umask": Surroundings(begin=lambda: os.umask(0o077)),
    "another working folder": Surroundings(begin=lambda: os.chdir("content"), arguments=("--root", "..")),
    "few open files": Surroundings(begin=lambda: _limit_files(24)),
    "shuffled listings": Surroundings(inject=SHUFFLED),
    "files made in another order": Surroundings(prepare=written_backwards),
    "files of other times": Surroundings(prepare=of_another_time),
    "files nobody may write": Surroundings(prepare=read_only),
    "a path of spaces and signs": Surroundings(name="досье with 'space' & %41 #1 😀"),
    "a long path": Surroundings(name="/".join(["long-" * 30] * 8)),
    "a link to the dossier": Surroundings(come_to=linked),
    "another user": Surroundings(through=ANOTHER_USER, prepare=given_away),
}
"""Where the same dossier is built. File systems are below, since a build there needs a mount of its own."""


def _limit_files(most: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


@pytest.fixture(scope="session")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example with another title, built from nothing. Not to be changed."""
    root = copy_showcase(tmp_path_factory.mktemp("edited"))
    edit_title(root)
    build(root, "--clean")
    return root


def edit_title(root: Path) -> None:
    path = root / EDITED
    text = path.read_text(encoding="utf-8")
    assert "\ntitle: Threat to" in text
    path.chmod(0o644)
    path.write_text(text.replace("\ntitle: Threat to", "\ntitle: A threat to"), encoding="utf-8", newline="")


def build_in(surroundings: Surroundings, root: Path, inject: Path) -> Path:
    """Build a dossier in its surroundings and return its site."""
    (inject / "sitecustomize.py").write_text(surroundings.inject, encoding="utf-8")
    arguments = surroundings.arguments
    done = subprocess.run(
        [*surroundings.through, sys.executable, "-P", "-m", "builder", "build", *arguments],
        cwd=surroundings.come_to(root),
        env={**os.environ, "PYTHONPATH": f"{inject}{os.pathsep}{PROJECT}", **surroundings.environment},
        preexec_fn=surroundings.begin,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / (arguments[1] if "--out" in arguments else "site")


@pytest.mark.slow
@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_surroundings_leave_no_trace_in_a_first_build_nor_in_one_after_an_edit(
    site, edited, tmp_path, surroundings: Surroundings
):
    if surroundings.through and (os.geteuid() != 0 or shutil.which(surroundings.through[0]) is None):
        pytest.skip("only root builds as another user")
    root = copy_showcase(tmp_path / surroundings.name)
    inject = tmp_path / "inject"
    inject.mkdir()
    surroundings.prepare(root)
    assert files_of(build_in(surroundings, root, inject)) == files_of(site)
    edit_title(root)
    surroundings.prepare(root)
    assert files_of(build_in(surroundings, root, inject)) == files_of(edited / "site")


FILE_SYSTEMS = {
    "tmpfs": 'mount -t tmpfs none "$at"',
    "ext4": 'truncate -s 96M "$near/disk" && mkfs.ext4 -q "$near/disk" && mount -o loop "$near/disk" "$at"',
    "overlay": 'mount -t tmpfs none "$near/layers" && mkdir -p "$near"/layers/low "$near"/layers/up "$near"/layers/work'
    ' && cp -r "$given"/content "$given"/seeds "$near"/layers/low'
    ' && mount -t overlay overlay -o "lowerdir=$near/layers/low,upperdir=$near/layers/up,workdir=$near/layers/work" "$at"',
}
ON_ITS_OWN = """
set -e
near=$1 given=$2 edited=$3 python=$4 file=$5 at=$1/at
{mount} || exit 77
test -e "$at/content" || cp -r "$given/content" "$given/seeds" "$at"
cd "$at"
"$python" -P -m builder build
cp -r site "$near/first"
cp "$edited/$file" "$file"
"$python" -P -m builder build
cp -r site "$near/second"
"""
"""The mount is in a name space of the shell's own: whatever happens, it ends with the shell."""


@pytest.mark.slow
@pytest.mark.parametrize("mount", FILE_SYSTEMS.values(), ids=FILE_SYSTEMS.keys())
def test_file_systems_leave_no_trace_in_a_first_build_nor_in_one_after_an_edit(
    showcase, edited, tmp_path, mount: str
):
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        pytest.skip("only root mounts file systems")
    for folder in ("at", "layers"):
        (tmp_path / folder).mkdir()
    script = ON_ITS_OWN.replace("{mount}", mount)
    given = [str(path) for path in (tmp_path, showcase, edited, sys.executable, EDITED)]
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script, "sh", *given],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    if done.returncode == 77:
        pytest.skip(f"this system mounts no such file system: {done.stderr}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert files_of(tmp_path / "first") == files_of(showcase / "site")
    assert files_of(tmp_path / "second") == files_of(edited / "site")


def test_many_surroundings_at_once_leave_no_trace(site, tmp_path):
    """The quick one of the above: what it finds, they name."""
    root = copy_showcase(tmp_path / "досье with space")
    inject = tmp_path / "inject"
    inject.mkdir()
    written_backwards(root)
    environment = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1"}
    at_once = Surroundings(environment, ("--jobs", "2"), lambda: os.umask(0o077), inject=SHUFFLED + SPREAD)
    assert files_of(build_in(at_once, root, inject)) == files_of(site)


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
