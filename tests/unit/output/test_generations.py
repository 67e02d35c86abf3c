"""What a publication leaves in the site, what it shares with the last one, and when it does nothing at all."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.output.destination import IGNORE, MARKER, destination
from builder.output.generations import Generation, open_generation
from builder.output.refusal import OutputRefused

PAGES = {"index.html": "home", "articles/a.html": "A", "articles/b.html": "B", "data/deep/er/c.csv": "1,2"}


def texts(site: Path) -> dict[str, str]:
    """The pages of a site without the two files that the room itself puts there."""
    own = (".nojekyll", ".gitignore")
    found = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if not p.is_dir()}
    return {path: file.read_text() for path, file in sorted(found.items()) if path not in own}


def stamps(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """Everything below a folder, itself included, with what changes when it is written."""
    paths = [folder, *folder.rglob("*")]
    return {p: (p.lstat().st_ino, p.lstat().st_mtime_ns, p.lstat().st_ctime_ns) for p in paths}


def inode(path: Path) -> int:
    return path.stat().st_ino


def test_a_first_build_publishes_every_file_and_says_how_many(root, publish):
    summary = publish(PAGES)
    assert texts(root / "site") == PAGES
    assert (summary.written, summary.linked, summary.removed, summary.total_files) == (6, 0, 0, 6)
    assert summary.total_bytes == sum(map(len, PAGES.values())) + len(MARKER) + len(IGNORE)
    assert (summary.is_new, summary.notes) == (True, ())


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_everybody_may_read_the_site_whatever_the_umask(root, publish, umask):
    former = os.umask(umask)
    try:
        publish(PAGES)
    finally:
        os.umask(former)
    modes = {p.is_dir(): set() for p in (root / "site").rglob("*")}
    for path in (root / "site").rglob("*"):
        modes[path.is_dir()].add(stat.S_IMODE(path.stat().st_mode))
    assert modes == {False: {0o644}, True: {0o755}}
    assert stat.S_IMODE((root / "site").stat().st_mode) == 0o755


def test_a_second_build_of_the_same_pages_writes_nothing_anywhere(root, publish):
    publish(PAGES)
    before = stamps(root)
    summary = publish(PAGES)
    assert stamps(root) == before
    assert (summary.written, summary.linked, summary.is_new) == (0, 6, False)


def test_a_second_build_after_a_change_writes_nothing_either(root, publish):
    publish(PAGES)
    publish(PAGES | {"index.html": "changed"})
    before = stamps(root)
    publish(PAGES | {"index.html": "changed"})
    assert stamps(root) == before


def test_what_killed_builds_had_begun_to_keep_is_cleared(root, publish):
    publish(PAGES)
    key = destination(root).key
    for name in ("comparison", "search", key, f"{key}.made", f"{key}.seen"):
        (root / f".build/{name}.json.new").write_bytes(b"{")
    publish(PAGES)
    assert [*(root / ".build").glob("*.new")] == []


def test_only_the_changed_file_is_new_and_the_others_are_the_same_files(root, publish):
    publish(PAGES)
    site = root / "site"
    home, article = inode(site / "index.html"), inode(site / "articles/a.html")
    summary = publish(PAGES | {"index.html": "HOME"})
    assert texts(site)["index.html"] == "HOME"
    assert (inode(site / "index.html") == home, inode(site / "articles/a.html") == article) == (False, True)
    assert (summary.written, summary.linked) == (1, 5)


def test_files_and_folders_that_are_no_longer_wanted_are_gone(root, publish):
    publish(PAGES)
    summary = publish({"index.html": "home"})
    assert texts(root / "site") == {"index.html": "home"}
    assert [path.name for path in (root / "site").iterdir() if path.is_dir()] == []
    assert (summary.removed, summary.written, summary.is_new) == (3, 0, True)


def test_a_file_may_become_a_folder_and_a_folder_a_file(root, publish):
    publish({"a": "file", "b/c": "deep"})
    publish({"a/x": "deep", "b": "file"})
    assert texts(root / "site") == {"a/x": "deep", "b": "file"}


def test_the_site_before_is_kept_in_the_state_folder_until_the_next_change(root, publish):
    publish(PAGES)
    publish(PAGES | {"index.html": "two"})
    publish(PAGES | {"index.html": "three"})
    (previous,) = (root / ".build").glob("*/previous")
    assert texts(previous)["index.html"] == "two"


def test_the_site_before_the_published_one_becomes_the_next_so_only_what_it_has_not_is_linked(
    root, publish, monkeypatch
):
    publish(PAGES)
    publish(PAGES | {"index.html": "two"})
    linked: list[str] = []
    link = os.link
    monkeypatch.setattr(os, "link", lambda old, new: (linked.append(new), link(old, new)))
    third = {"index.html": "two", "articles/a.html": "new A", "articles/b.html": "B", "more/x.html": "X"}
    article = inode(root / "site/articles/b.html")
    publish(third)
    assert texts(root / "site") == third
    assert [path.rpartition("/next/")[2] for path in linked] == ["index.html"]
    assert inode(root / "site/articles/b.html") == article
    monkeypatch.setattr("builder.output.tree.digest_of", None)  # all are known by their stamps
    assert not publish(third).is_new


def _replace_by_hand(previous: Path) -> None:
    (previous / "articles/a.html").unlink()
    (previous / "articles/a.html").write_text("odd")


def _link_elsewhere(previous: Path) -> None:
    (previous / "articles/a.html").unlink()
    (previous / "articles/a.html").symlink_to(previous / "articles/b.html")


def _lead_elsewhere(previous: Path) -> None:
    elsewhere = previous.parents[2] / "elsewhere"
    previous.rename(elsewhere)
    (elsewhere / "own").write_text("not ours to delete")
    previous.symlink_to(elsewhere)


@pytest.mark.parametrize(
    "vandal",
    [
        pytest.param(_lead_elsewhere, id="a link itself"),
        pytest.param(_replace_by_hand, id="another file"),
        pytest.param(_link_elsewhere, id="a link"),
        pytest.param(lambda previous: (previous / "odd.html").write_text("odd"), id="a file more"),
        pytest.param(lambda previous: (previous / "odd/deep").mkdir(parents=True), id="a folder more"),
        pytest.param(lambda previous: os.mkfifo(previous / "odd"), id="a pipe"),
        pytest.param(lambda previous: shutil.rmtree(previous / "articles"), id="files fewer"),
        pytest.param(shutil.rmtree, id="gone"),
        pytest.param(
            lambda previous: (shutil.rmtree(previous), previous.write_text("a file")), id="no folder"
        ),
    ],
)
def test_nothing_that_somebody_did_to_the_site_before_comes_into_the_next(root, publish, vandal):
    publish(PAGES)
    publish(PAGES | {"index.html": "two"})
    (previous,) = (root / ".build").glob("*/previous")
    vandal(previous)
    publish(PAGES | {"index.html": "three"})
    assert texts(root / "site") == PAGES | {"index.html": "three"}
    folders = {path.name for path in (root / "site").rglob("*") if path.is_dir()}
    assert folders == {"articles", "data", "deep", "er"}
    assert vandal is not _lead_elsewhere or (root / "elsewhere/own").exists()


def test_a_fresh_clone_of_a_published_site_keeps_its_files(root, publish):
    publish(PAGES)
    shutil.rmtree(root / ".build")
    before = stamps(root / "site")
    summary = publish(PAGES)
    assert stamps(root / "site") == before
    assert not summary.is_new
    everything = stamps(root)
    publish(PAGES)
    assert stamps(root) == everything


def test_a_block_that_fails_leaves_the_old_site_and_no_temporary_folder(root, publish):
    publish(PAGES)

    def fail_half_way() -> None:
        with open_generation(destination(root)) as generation:
            generation.write("index.html", b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert texts(root / "site") == PAGES
    assert list((root / ".build").glob("*/next")) == []


def test_git_is_told_to_pass_over_the_state_and_the_pages(root, publish):
    publish(PAGES)
    assert (root / ".build/.gitignore").read_text() == "*\n"
    assert (root / "site/.gitignore").read_text() == "*\n!.gitignore\n"


def test_a_fresh_clone_with_nothing_but_the_ignore_file_is_built_into(root, publish):
    (root / "site").mkdir()
    (root / "site/.gitignore").write_bytes(IGNORE)
    publish(PAGES)
    assert texts(root / "site") == PAGES


def test_an_ignore_file_changed_by_an_editor_stays_as_it_is(root, publish):
    publish(PAGES)
    (root / "site/.gitignore").write_text("data/\n")
    publish(PAGES | {"index.html": "new"})
    assert (root / "site/.gitignore").read_text() == "data/\n"


def test_no_ignore_file_is_written_for_another_output(root, publish):
    publish(PAGES, root / "docs")
    assert texts(root / "docs") == PAGES
    assert not (root / "docs/.gitignore").exists()
    assert {path.name for path in root.iterdir()} == {"docs", ".build"}


def test_two_outputs_of_one_dossier_have_records_of_their_own(root, publish):
    publish(PAGES)
    publish({"index.html": "elsewhere"}, root / "docs")
    before = stamps(root)
    assert not publish(PAGES).is_new
    assert not publish({"index.html": "elsewhere"}, root / "docs").is_new
    assert stamps(root) == before


def test_folders_that_lead_to_a_new_output_are_made(root, publish):
    publish(PAGES, root / "public/en/site")
    assert texts(root / "public/en/site") == PAGES


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="needs a second disk at /dev/shm")
def test_an_output_on_another_disk_is_published_with_nothing_left_beside_it(root, publish):
    elsewhere = Path("/dev/shm") / f"dossier-output-{os.getpid()}"
    elsewhere.mkdir()
    try:
        publish(PAGES, elsewhere / "site")
        publish(PAGES | {"index.html": "new"}, elsewhere / "site")
        before = stamps(elsewhere / "site")
        publish(PAGES | {"index.html": "new"}, elsewhere / "site")
        assert texts(elsewhere / "site")["index.html"] == "new"
        assert [path.name for path in elsewhere.iterdir()] == ["site"]
        assert stamps(elsewhere / "site") == before
    finally:
        shutil.rmtree(elsewhere)


def vandal_edits_keeping_size_and_time(site: Path) -> None:
    page = site / "articles/a.html"
    times = page.stat()
    page.write_text("X")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))


def vandal_puts_a_copy_in_place_keeping_the_time(site: Path) -> None:
    page = site / "articles/a.html"
    times = page.stat()
    (site / "copy").write_text("X")
    os.utime(site / "copy", ns=(times.st_atime_ns, times.st_mtime_ns))
    (site / "copy").replace(page)


def vandal_puts_a_link_in_place(site: Path) -> None:
    (site / "articles/a.html").unlink()
    (site / "articles/a.html").symlink_to("b.html")


def vandal_links_a_folder(site: Path) -> None:
    shutil.move(site / "articles", site.parent / "moved")
    (site / "articles").symlink_to(site.parent / "moved")


def vandal_puts_a_folder_in_place(site: Path) -> None:
    (site / "articles/a.html").unlink()
    (site / "articles/a.html").mkdir()


def vandal_puts_a_pipe_in_place(site: Path) -> None:
    (site / "articles/a.html").unlink()
    os.mkfifo(site / "articles/a.html")


VANDALS = {
    "edits, keeping size and time": vandal_edits_keeping_size_and_time,
    "puts a copy in place, keeping the time": vandal_puts_a_copy_in_place_keeping_the_time,
    "puts a link in place": vandal_puts_a_link_in_place,
    "links a folder": vandal_links_a_folder,
    "puts a folder in place": vandal_puts_a_folder_in_place,
    "puts a pipe in place": vandal_puts_a_pipe_in_place,
    "empties a page": lambda site: (site / "articles/a.html").write_text(""),
    "hides a page": lambda site: (site / "articles/a.html").chmod(0),
    "deletes a page": lambda site: (site / "articles/a.html").unlink(),
    "locks a folder": lambda site: (site / "articles").chmod(0o700),
    "adds a folder": lambda site: (site / "empty").mkdir(),
    "deletes a folder": lambda site: shutil.rmtree(site / "articles"),
    "empties the marker": lambda site: (site / ".nojekyll").write_text(""),
    "deletes the site": shutil.rmtree,
}


@pytest.mark.parametrize("vandal", VANDALS.values(), ids=VANDALS)
def test_a_site_changed_by_hand_is_mended_by_the_next_build(root, publish, vandal: Callable[[Path], object]):
    publish(PAGES)
    vandal(root / "site")
    assert publish(PAGES).is_new
    assert texts(root / "site") == PAGES
    assert (root / "site/.nojekyll").read_bytes() == MARKER
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in (root / "site").rglob("*"))
    assert not any(path.is_symlink() for path in (root / "site").rglob("*"))
    assert not publish(PAGES).is_new


def puts_another_file_in_place(page: Path) -> None:
    (page.parent / "other").write_text("X")
    (page.parent / "other").replace(page)


@pytest.mark.parametrize(
    "meddle", [lambda page: page.write_text("X"), puts_another_file_in_place], ids=["edit", "put"]
)
@pytest.mark.parametrize("home", ["home", "another home"])
def test_a_page_changed_by_hand_while_a_build_runs_is_mended_by_the_next(
    root, publish, meddle: Callable[[Path], object], home: str
):
    publish(PAGES)
    with open_generation(destination(root)) as generation:
        for path, text in (PAGES | {"index.html": home}).items():
            generation.write(path, text.encode())
        meddle(root / "site/articles/a.html")
        generation.commit()
    publish(PAGES)
    assert texts(root / "site") == PAGES


def test_what_a_link_in_the_site_leads_to_is_never_deleted(root, publish):
    publish(PAGES)
    treasure = root / "treasure"
    treasure.mkdir()
    (treasure / "notes").write_text("mine")
    (root / "site/articles/a.html").unlink()
    (root / "site/articles/a.html").symlink_to(treasure)
    publish(PAGES)
    publish({"index.html": "new"})
    publish({"index.html": "newer"})
    assert (treasure / "notes").read_text() == "mine"


# --- files made from the pages


def with_index(generation: Generation, made_from: str, files: dict[str, str]) -> bool:
    """Take the index over, or make it as a search program would; True when it was taken over."""
    if generation.keep("pagefind", made_from):
        return True
    for path, text in files.items():
        generation.write(f"pagefind/{path}", text.encode())
    generation.mark_made("pagefind", made_from)
    return False


@pytest.fixture
def publish_with_index(root: Path) -> Callable[..., tuple[bool, int]]:
    """Publish `PAGES` with an index; returns whether that was taken over, and how many files were written."""

    def published(made_from: str, files: dict[str, str]) -> tuple[bool, int]:
        with open_generation(destination(root)) as generation:
            for path, text in PAGES.items():
                generation.write(path, text.encode())
            taken_over = with_index(generation, made_from, files)
            of_index = lambda path, _content: path.startswith("pagefind/")  # noqa: E731
            return taken_over, generation.commit(is_made=of_index).written

    return published


INDEX = {"engine.js": "engine", "fragment/one": "1"}


def test_every_file_named_so_far_can_be_read_back_whether_new_or_unchanged(root, publish):
    publish(PAGES)
    with open_generation(destination(root)) as generation:
        pages = PAGES | {"index.html": "new"}
        for path, text in pages.items():
            generation.write(path, text.encode())
        assert {path: generation.read(path).decode() for path in pages} == pages


def test_a_file_that_somebody_changed_meanwhile_is_not_read(root, publish):
    publish(PAGES)
    with open_generation(destination(root)) as generation:
        generation.write("index.html", PAGES["index.html"].encode())
        (root / "site/index.html").write_text("other")
        with pytest.raises(OutputRefused, match=r"index\.html changed while"):
            generation.read("index.html")


def test_files_made_by_a_program_are_published_and_taken_over_when_their_source_is_the_same(
    root, publish_with_index
):
    assert publish_with_index("key", INDEX) == (False, 8)
    before = stamps(root)
    assert publish_with_index("key", INDEX) == (True, 0)
    assert stamps(root) == before
    assert (root / "site/pagefind/fragment/one").read_text() == "1"


def test_files_made_anew_from_another_source_stay_the_same_files_where_they_are_equal(
    root, publish_with_index
):
    publish_with_index("key", INDEX)
    engine = inode(root / "site/pagefind/engine.js")
    assert publish_with_index("other key", INDEX | {"fragment/one": "2"}) == (False, 1)
    assert inode(root / "site/pagefind/engine.js") == engine
    assert (root / "site/pagefind/fragment/one").read_text() == "2"


def test_files_made_anew_without_any_difference_leave_the_site_as_it_is_and_are_taken_over_next_time(
    root, publish_with_index
):
    publish_with_index("key", INDEX)
    site = inode(root / "site")
    assert publish_with_index("other key", INDEX) == (False, 0)
    assert publish_with_index("other key", INDEX) == (True, 0)
    assert inode(root / "site") == site


INDEX_VANDALS = {
    "edits": lambda made: (made / "fragment/one").write_text("X"),
    "deletes": lambda made: (made / "fragment/one").unlink(),
    "adds": lambda made: (made / "fragment/two").write_text("2"),
    "deletes all": shutil.rmtree,
}


@pytest.mark.parametrize("vandal", INDEX_VANDALS.values(), ids=INDEX_VANDALS)
def test_files_of_a_program_that_were_touched_are_not_taken_over(
    root, publish_with_index, vandal: Callable[[Path], object]
):
    publish_with_index("key", INDEX)
    vandal(root / "site/pagefind")
    assert publish_with_index("key", INDEX)[0] is False
    assert texts(root / "site/pagefind") == INDEX


def test_a_file_that_a_program_made_outside_its_folder_is_refused_and_the_old_site_stays(root, publish):
    publish(PAGES)
    with open_generation(destination(root)) as generation:
        generation.write("index.html", b"new")
        Path(generation._workshop.next, "stray").write_text("?")
        with pytest.raises(OutputRefused, match="stray in the new site is not what the build put there"):
            generation.commit()
    assert texts(root / "site") == PAGES


def test_the_digest_tells_paths_and_contents_and_not_their_order(root):
    def digest(*pages: tuple[str, bytes]) -> str:
        with open_generation(destination(root)) as generation:
            for path, content in pages:
                generation.write(path, content)
            return generation.digest()

    one, two, other = ("a", b"1"), ("b", b"2"), ("b", b"3")
    assert digest(one, two) == digest(two, one)
    assert len({digest(one, two), digest(one, other), digest(one)}) == 3


def grown(generation: Generation, path: str, *chunks: bytes) -> None:
    file = generation.begin(path)
    for chunk in chunks:
        file.add(chunk)
    file.end()


def test_a_file_that_comes_in_chunks_is_linked_where_its_bytes_did_not_change(root):
    place = destination(root)
    with open_generation(place) as generation:
        grown(generation, "data/a.json", b"ab", b"cd")
        grown(generation, "data/b.json", b"ab", b"cd")
        assert generation.commit().total_bytes == 8 + len(MARKER) + len(IGNORE)
    before = inode(root / "site/data/a.json")
    with open_generation(place) as generation:
        grown(generation, "data/a.json", b"abc", b"d")
        grown(generation, "data/b.json", b"ab", b"ce")
        summary = generation.commit()
    assert (summary.written, summary.linked) == (1, 3)
    assert inode(root / "site/data/a.json") == before
    assert texts(root / "site") == {"data/a.json": "abcd", "data/b.json": "abce"}
    with open_generation(place) as generation:
        grown(generation, "data/a.json", b"abcd")
        grown(generation, "data/b.json", b"abce")
        assert not generation.commit().is_new


def test_a_file_that_was_never_whole_stops_the_build_and_leaves_nothing(root, publish):
    publish(PAGES)
    with open_generation(destination(root)) as generation:
        generation.begin("data/a.json").add(b"ab")
        with pytest.raises(
            OutputRefused, match=r"data/a\.json in the new site is not what the build put there"
        ):
            generation.commit()
    assert texts(root / "site") == PAGES
