"""Files that somebody put into a published site are named, and no build takes them away."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.output.destination import destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused

PAGES = {"index.html": "home", "articles/a.html": "A"}


def everything(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


OWN = {
    "a domain": lambda site: (site / "CNAME").write_text("dossier.example"),
    "a page at the top": lambda site: (site / "google1.html").write_text("x"),
    "a file among the pages": lambda site: (site / "articles/mine.pdf").write_text("x"),
    "a folder of files": lambda site: shutil.copytree(site / "articles", site / ".well-known"),
    "a link": lambda site: (site / "more").symlink_to("articles"),
    "a pipe": lambda site: os.mkfifo(site / "pipe"),
    "a file that only its owner may read": lambda site: (
        (site / "secret").write_text("x") and (site / "secret").chmod(0o600)
    ),
}


@pytest.mark.parametrize("put", OWN.values(), ids=OWN)
@pytest.mark.parametrize("pages", [PAGES, {"index.html": "new"}], ids=["nothing new", "new pages"])
def test_what_no_build_made_is_named_and_everything_stays(
    root, publish, put: Callable[[Path], object], pages
):
    publish(PAGES)
    put(root / "site")
    before = everything(root / "site")
    own = sorted(set(before) - {".gitignore", ".nojekyll", "articles", *PAGES})
    with pytest.raises(OutputRefused) as refused:
        publish(pages)
    assert f"{root}/site/{own[-1]}" in refused.value.message
    assert "static" in refused.value.hint
    assert everything(root / "site") == before


def test_many_files_are_named_in_part_and_counted(root, publish):
    publish(PAGES)
    for number in range(8):
        (root / f"site/{number}.txt").write_text("x")
    with pytest.raises(OutputRefused, match=r"0\.txt, .*4\.txt and 3 more: no build made them"):
        publish(PAGES)


def test_what_the_next_site_has_too_is_no_loss(root, publish):
    publish(PAGES)
    (root / "site/CNAME").write_text("dossier.example")
    assert publish({**PAGES, "CNAME": "dossier.example"}).removed == 0


def test_pages_of_an_earlier_build_go_also_where_somebody_changed_them(root, publish):
    publish(PAGES)
    (root / "site/articles/a.html").write_text("changed by hand")
    assert publish({"index.html": "home"}).removed == 1


def test_without_a_record_the_caller_tells_which_files_a_build_made(root, publish):
    publish({**PAGES, "CNAME": "dossier.example"})
    shutil.rmtree(root / ".build")
    with open_generation(destination(root)) as generation:
        generation.write("index.html", b"new")
        with pytest.raises(OutputRefused, match="site/CNAME: no build made it"):
            generation.commit(is_made=lambda path, content: (path, content) == ("articles/a.html", b"A"))


def test_litter_of_a_file_browser_and_empty_folders_are_nobodys_files(root, publish):
    publish(PAGES)
    (root / "site/.DS_Store").write_bytes(b"x")
    (root / "site/articles/Thumbs.db").write_bytes(b"x")
    (root / "site/empty").mkdir()
    publish(PAGES)
    assert sorted(everything(root / "site")) == [".gitignore", ".nojekyll", "articles", *sorted(PAGES)]
