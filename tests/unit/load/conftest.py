"""Small dossiers written on the spot."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from builder.load import Loaded, load_dossier

Write = Callable[[Mapping[str, str | bytes]], Path]
Load = Callable[[Mapping[str, str | bytes]], Loaded]

BASIS = {
    "content/dossier.yaml": "title: T\n",
    "content/outlets/news.yaml": "name: News\n",
    "content/articles/one.yaml": "title: One\noutlet: news\npublished: 2025\n",
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a smallest dossier with further files; returns its root."""

    def write_files(files: Mapping[str, str | bytes]) -> Path:
        for path, content in {**BASIS, **files}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write_files


@pytest.fixture
def load(write: Write) -> Load:
    """Writes a smallest dossier with further files, and loads it."""
    return lambda files: load_dossier(write(files))


@pytest.fixture
def load_seed(load: Load) -> Callable[[bytes, str], Loaded]:
    """Loads a dossier whose article has this stored text, with its SHA-256, and these further lines."""

    def load_with(seed: bytes, lines: str = "") -> Loaded:
        text = f"text: {{file: seeds/a.txt, sha256: {sha256(seed).hexdigest()}}}\n"
        article = f"title: One\noutlet: news\npublished: 2025\n{text}{lines}"
        return load({"content/articles/one.yaml": article, "seeds/a.txt": seed})

    return load_with


def told(loaded: Loaded) -> list[str]:
    """Every problem as `path:line:column code`."""
    return [f"{one.span.path}:{one.span.line}:{one.span.column} {one.code}" for one in loaded.settled()]


@pytest.fixture(name="told")
def told_fixture() -> Callable[[Loaded], list[str]]:
    """Gives every problem as `path:line:column code`."""
    return told
