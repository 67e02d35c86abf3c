"""Whatever was published before, in whatever state: the next build publishes exactly its pages, or says what is lost."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.output.destination import destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused

PATHS = st.sampled_from(["index.html", "a/1", "a/2", "a/b/3", "a/b/4", "c/5", "d"])
SITES = st.dictionaries(PATHS, st.sampled_from([b"", b"x", b"y", b"longer"]))
STEPS = st.lists(
    st.tuples(SITES, st.sampled_from(["nothing", "no state", "no site", "edited", "stray"])), max_size=6
)


@given(STEPS)
@settings(max_examples=40, deadline=None)
def test_a_site_depends_on_its_pages_alone_and_not_on_what_came_before(steps):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        before: dict[str, bytes] | None = None
        for pages, meanwhile in steps:
            disturb(root, meanwhile)
            if meanwhile == "stray" and (root / "site").exists():
                with pytest.raises(OutputRefused, match="site/stray: no build made it"):
                    publish(root, pages)
                (root / "site/stray").unlink()
            with open_generation(destination(root)) as generation:
                for path, content in pages.items():
                    generation.write(path, content)
                summary = generation.commit(
                    is_made=lambda _path, _content, lost=meanwhile == "no state": lost
                )
            found = {
                p.relative_to(root / "site").as_posix(): p.read_bytes()
                for p in (root / "site").rglob("*")
                if p.is_file()
            }
            assert {
                path: content for path, content in found.items() if path not in (".nojekyll", ".gitignore")
            } == pages
            assert summary.written + summary.linked == summary.total_files == len(found)
            if meanwhile == "nothing" and before is not None:
                assert summary.is_new == (pages != before)
            before = pages


def publish(root: Path, pages: dict[str, bytes]) -> None:
    """Publish pages over what is there."""
    with open_generation(destination(root)) as generation:
        for path, content in pages.items():
            generation.write(path, content)
        generation.commit()


def disturb(root: Path, meanwhile: str) -> None:
    """What may happen between two builds."""
    if meanwhile == "no state":
        shutil.rmtree(root / ".build", ignore_errors=True)
    if meanwhile == "no site":
        shutil.rmtree(root / "site", ignore_errors=True)
    if meanwhile == "edited" and (root / "site/index.html").exists():
        (root / "site/index.html").write_bytes(b"z")
    if meanwhile == "stray" and (root / "site").exists():
        (root / "site/stray").write_bytes(b"z")
