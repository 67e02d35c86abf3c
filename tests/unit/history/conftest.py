"""Small dossiers in real repositories of git."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
TEXT = "Flood reaches the old town\n\nAbout 300 people had to leave their homes. Nobody was hurt, the mayor said.\n"
DOSSIER: Mapping[str, str] = {
    "content/dossier.yaml": "title: The flood\neditors: [Ana Kos]\n",
    "content/outlets/post.yaml": "name: Morning Post\n",
    "content/articles/first.yaml": (
        "title: Flood reaches the old town\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\n"
    ),
    "content/claims/people-left.yaml": (
        "statement: About 300 people left their homes\n"
        "kind: number\n"
        "appearances:\n"
        "  - {article: first, stance: asserts, quote: About 300 people had to leave their homes}\n"
    ),
    "seeds/first.txt": TEXT,
}
CLAIM = "content/claims/people-left.yaml"
WHO = {
    "GIT_AUTHOR_NAME": "Ana Kos",
    "GIT_AUTHOR_EMAIL": "ana@example.org",
    "GIT_COMMITTER_NAME": "Ana Kos",
    "GIT_COMMITTER_EMAIL": "ana@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Repo:
    """A repository of git with a dossier, which lies at its top unless a folder is named."""

    def __init__(self, top: Path, inside: str = "") -> None:
        self.top, self.root = top, top / inside
        self.root.mkdir(parents=True)
        self.hour = 0
        self.git("init", "--quiet", "--initial-branch=main", ".")

    def git(self, *arguments: str, **more: str) -> str:
        """Run git as Ana, an hour later each time."""
        self.hour += 1
        moment = f"2026-06-01T{self.hour % 24:02}:00:00+00:00"
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.top,
            env={**os.environ, **WHO, **dates, **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files of the dossier; None deletes one."""
        for path, content in files.items():
            place = self.root / path
            if content is None:
                place.unlink()
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, files: Mapping[str, str | bytes | None], **more: str) -> str:
        """Write files, commit all that changed, and return the commit."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=Change", **more)
        return self.git("rev-parse", "HEAD").strip()

    def change(self, path: str, was: str, now: str) -> None:
        """Change words of a file that has them."""
        text = (self.root / path).read_text("utf-8")
        assert was in text
        self.write({path: text.replace(was, now)})

    def dossier(
        self, *arguments: str, root: Path | None = None, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the command line in the dossier's folder."""
        return subprocess.run(
            [sys.executable, "-P", "-m", "builder", *arguments],
            cwd=root or self.root,
            env={**os.environ, **WHO, "PYTHONPATH": str(PROJECT), **more},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository whose only commit holds a small dossier."""
    made = Repo(tmp_path / "repo")
    made.commit(DOSSIER)
    return made


MakeRepo = Callable[[str], Repo]


@pytest.fixture
def make_repo(tmp_path: Path) -> MakeRepo:
    """Makes an empty repository with the dossier's folder inside."""
    return lambda inside: Repo(tmp_path / "made", inside)
