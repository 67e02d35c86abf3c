"""Which builder runs is told by what its installer and its release left, and by nothing that is fetched."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from builder import __version__
from builder.editing.beginning import release
from builder.editing.beginning.release import altered, running

COMMIT = "c" * 40
DIGEST = "d" * 64
Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Lays an installed builder out, with what its installer left of where it came from."""

    def lay(origin: str | None = None, made: str | None = None) -> Path:
        package = tmp_path / "dossier_builder"
        package.mkdir()
        (package / "a.py").write_bytes(b"A = 1\n")
        if made is not None:
            (package / "_release.json").write_text(made, "utf-8")
        known = tmp_path / "news_dossier.dist-info"
        known.mkdir()
        (known / "METADATA").write_text(f"Name: news-dossier\nVersion: {__version__}\n", "utf-8")
        digest = release.urlsafe_b64encode(sha256(b"A = 1\n").digest()).decode().rstrip("=")
        (known / "RECORD").write_text(
            f"dossier_builder/a.py,sha256={digest},6\ndossier_builder/b.pyc,,\n", "utf-8"
        )
        if origin is not None:
            (known / "direct_url.json").write_text(origin, "utf-8")
        monkeypatch.setattr(release, "_PACKAGE", package)
        monkeypatch.setattr(release, "distribution", lambda _name: PathDistribution(known))
        return package

    return lay


def test_a_source_tree_knows_its_version_and_parts_but_no_wheel() -> None:
    found = running()
    assert (found.version, found.address, found.digest, found.action) == (__version__, None, None, None)
    assert "--hash=sha256:" in found.parts
    assert "# Changelog" in found.changes
    assert altered() == ()


def test_a_wheel_from_an_address_is_named_by_it(install: Install) -> None:
    install(f'{{"url": "https://x.example/wheel", "archive_info": {{"hashes": {{"sha256": "{DIGEST}"}}}}}}')
    assert (running().address, running().digest) == ("https://x.example/wheel", DIGEST)


def test_a_wheel_on_this_machine_has_a_digest_and_the_address_of_its_release(install: Install) -> None:
    origin = f'{{"url": "file:///w.whl", "archive_info": {{"hash": "sha256={DIGEST}"}}}}'
    install(origin, f'{{"action": "o/r@{COMMIT}"}}')
    found = running()
    assert found.action == f"o/r@{COMMIT}"
    assert found.digest == DIGEST
    name = f"news_dossier-{__version__}-py3-none-any.whl"
    assert found.address == f"https://github.com/o/r/releases/download/v{__version__}/{name}"


def test_a_wheel_on_this_machine_without_a_release_has_no_address(install: Install) -> None:
    install(f'{{"url": "file:///w.whl", "archive_info": {{"hashes": {{"sha256": "{DIGEST}"}}}}}}')
    assert (running().address, running().digest) == (None, DIGEST)


def test_what_was_installed_by_git_is_an_action_of_that_commit(install: Install) -> None:
    install(f'{{"url": "https://github.com/o/r.git", "vcs_info": {{"vcs": "git", "commit_id": "{COMMIT}"}}}}')
    assert running().action == f"o/r@{COMMIT}"
    assert running("a/b@" + "e" * 40).action == "a/b@" + "e" * 40


@pytest.mark.parametrize("origin", ["", "[]", '{"url": 1}', '{"url": "https://x.example", "dir_info": {}}'])
def test_what_an_installer_left_that_says_nothing_is_no_release(install: Install, origin: str) -> None:
    install(origin, '{"action": "o/r@main"}')
    found = running()
    assert (found.digest, found.action) == (None, None)


def test_a_file_that_is_not_what_the_wheel_held_is_named(install: Install) -> None:
    package = install()
    assert altered() == ()
    (package / "a.py").write_bytes(b"A = 2\n")
    assert altered() == ("dossier_builder/a.py",)
    (package / "a.py").unlink()
    assert altered() == ("dossier_builder/a.py",)


def test_another_builder_that_is_installed_beside_says_nothing_of_this_one(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(f'{{"url": "https://x.example/wheel", "archive_info": {{"hashes": {{"sha256": "{DIGEST}"}}}}}}')
    here = tmp_path / "checkout" / "dossier_builder"
    here.mkdir(parents=True)
    monkeypatch.setattr(release, "_PACKAGE", here)
    assert (running().address, running().digest) == (None, None)
