"""Small dossiers on disk, and sites as readers would walk them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

PROJECT = Path(__file__).resolve().parents[2]
ADDRESS_ATTRIBUTES = ("href", "src", "data-root")


def write(root: Path, files: dict[str, str]) -> Path:
    """Write files, given by path, under a new folder and return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root


def copy_showcase(root: Path) -> Path:
    """Copy content and seeds of the worked example under a folder and return it."""
    for name in ("content", "seeds"):
        shutil.copytree(PROJECT / name, root / name)
    return root


def dossier(root: Path, *arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Run the command line on a dossier as an editor would, in its folder."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), **surroundings}
    return subprocess.run(
        [sys.executable, "-P", "-m", "builder", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def build(root: Path, *arguments: str, **surroundings: str) -> Path:
    """Build a dossier that has no mistakes and return its site."""
    done = dossier(root, "build", *arguments, **surroundings)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def files_of(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != ".gitignore"
    }


def pages_of(site: Path) -> dict[str, LexborHTMLParser]:
    """Return every page of a site by its path, parsed."""
    return {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_bytes().decode("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def broken_links(site: Path, base: str) -> list[str]:
    """Follow every link and every anchor of every page as a browser under `base` would; name those that fail."""
    pages = pages_of(site)
    anchors = {path: {node.attributes.get("id") for node in page.css("[id]")} for path, page in pages.items()}
    broken: list[str] = []
    for path, page in pages.items():
        for target in _targets(page):
            fault = _fault(site, base, path, target, anchors)
            if fault:
                broken.append(f"{path}: {target}: {fault}")
    return broken


def _targets(page: LexborHTMLParser) -> list[str]:
    found = [
        str(node.attributes[name])
        for name in ADDRESS_ATTRIBUTES
        for node in page.css(f"[{name}]")
        if node.attributes.get(name) is not None
    ]
    moved = page.css("meta[http-equiv=refresh]")
    return found + [re.sub(r"^.*?url=", "", str(node.attributes["content"])) for node in moved]


def _fault(site: Path, base: str, path: str, target: str, anchors: dict[str, set[str | None]]) -> str | None:
    resolved = urlsplit(urljoin(base + path, target))
    home = urlsplit(base)
    if resolved.scheme in ("http", "https", "mailto") and resolved.netloc != home.netloc:
        return None
    if target == "data:,":  # no picture, said in the page itself
        return None
    if resolved.scheme != home.scheme or not resolved.path.startswith(home.path):
        return "leaves the site"
    inside = unquote(resolved.path[len(home.path) :])
    if not inside or inside.endswith("/"):
        return "leads to a folder"
    if not (site / inside).is_file():
        return "no such file"
    if resolved.fragment and inside in anchors and unquote(resolved.fragment) not in anchors[inside]:
        return "no such anchor"
    return None
