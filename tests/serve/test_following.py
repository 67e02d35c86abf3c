"""What a preview shows while a dossier is edited, and how it learns of it."""

from __future__ import annotations

import errno
import json
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest
from watchdog.observers.api import BaseObserver

from builder.build import check_dossier
from builder.report import OutputFormat, format_diagnostics
from builder.serve import watch as watching
from builder.serve.live import Live, Now
from builder.serve.requests import Asked
from builder.serve.server import PreviewServer, answer
from builder.serve.shown import Marks, Shown
from builder.serve.sight import Sight
from builder.serve.watch import Watch
from tests.serve.following import differences, following, is_shown, wait_until

FILES = {
    "content/dossier.yaml": "title: T\nas_of: 2020-01-31\n",
    "content/outlets/o.yaml": "name: The Outlet\n",
    "content/articles/a.yaml": "title: First title\noutlet: o\npublished: 2019\nlanguage: en\n",
}
PAGE = "articles/a.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier of one article without a text."""
    for path, text in FILES.items():
        save(tmp_path / "dossier" / path, text)
    return tmp_path / "dossier"


def save(path: Path, text: str) -> None:
    """Write a file, and the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def page_has(live: Live, words: str, path: str = PAGE) -> Callable[[], bool]:
    """Return what tells whether a page is shown that has these words."""

    def has() -> bool:
        shown = live.now.shown
        return shown is not None and words.encode() in (shown.file(path) or b"")

    return has


@pytest.mark.slow
def test_after_each_random_save_the_preview_shows_the_site_of_a_clean_build(tmp_path: Path) -> None:
    assert differences(tmp_path, 1000, 16) == []


def test_a_save_is_shown_and_leaves_the_published_site_alone(root: Path) -> None:
    with following(root) as (live, _, _):
        assert wait_until(page_has(live, "First title"))
        save(root / "content/articles/a.yaml", FILES["content/articles/a.yaml"].replace("First", "Second"))
        assert wait_until(page_has(live, "Second title"))
    assert not (root / "site").exists()


def test_mistakes_are_told_as_check_tells_them_and_the_last_good_page_stays(root: Path) -> None:
    with following(root) as (live, thread, _):
        assert wait_until(page_has(live, "First title"))
        save(
            root / "content/articles/a.yaml", "title: Broken\noutlet: nobody\npublished: 2019\nlanguage: en\n"
        )
        checked = check_dossier(root)
        frame = format_diagnostics(checked.problems, checked.loaded.source, OutputFormat.FULL)
        assert wait_until(lambda: live.now.problems == frame)
        assert page_has(live, "First title")()
        save(root / "content/articles/a.yaml", FILES["content/articles/a.yaml"])
        assert wait_until(lambda: not live.now.problems)
        assert thread.is_alive()


def test_a_dossier_that_begins_with_a_mistake_is_shown_once_it_is_mended(root: Path) -> None:
    save(root / "content/dossier.yaml", "titel: T\n")
    with following(root) as (live, _, _):
        assert wait_until(lambda: "unknown-field" in live.now.problems)
        assert live.now.shown is None
        save(root / "content/dossier.yaml", FILES["content/dossier.yaml"])
        assert wait_until(page_has(live, "First title"))
        assert not live.now.problems


def test_a_broken_template_is_told_and_the_last_good_page_stays(root: Path) -> None:
    told: list[str] = []
    with following(root, told=told) as (live, thread, _):
        assert wait_until(page_has(live, "First title"))
        save(root / "templates/pages/article.html", "{% if %}")
        assert wait_until(lambda: "TemplateSyntaxError" in live.now.problems)
        assert page_has(live, "First title")()
        (root / "templates/pages/article.html").unlink()
        assert wait_until(lambda: not live.now.problems)
        assert thread.is_alive()
    assert not any("Traceback" in line for line in told)


def test_drafts_are_shown_and_marked(root: Path) -> None:
    save(
        root / "content/articles/d.yaml",
        FILES["content/articles/a.yaml"].replace("First", "Draft") + "draft: true\n",
    )
    with following(root) as (live, _, _):
        assert wait_until(page_has(live, "Draft title", "articles/d.html"))
        shown = live.now.shown
    assert shown is not None
    assert shown.drafts == {"articles/d.html"}
    marks = Marks("/~x/")
    draft, other = (marks.into(shown.file(path) or b"", path, shown) for path in ("articles/d.html", PAGE))
    assert b"<strong>Draft.</strong>" in draft
    assert b"<strong>Draft.</strong>" not in other


def test_a_link_that_leads_out_of_the_dossier_is_told_and_not_served(root: Path, tmp_path: Path) -> None:
    save(tmp_path / "secret.txt", "secret")
    (root / "static").mkdir()
    (root / "static/leak.txt").symlink_to(tmp_path / "secret.txt")
    with following(root) as (live, _, _):
        assert wait_until(lambda: "not-a-plain-file" in live.now.problems)
        assert live.now.shown is None


@pytest.mark.slow
def test_search_follows_behind(root: Path) -> None:
    def index_of(live: Live) -> dict[str, bytes]:
        shown = live.now.shown
        files = shown.files if shown is not None and shown.is_whole else {}
        return {path: content for path, content in files.items() if path.startswith("pagefind/")}

    with following(root, search=True) as (live, _, _):
        assert wait_until(lambda: bool(index_of(live)))
        first = index_of(live)
        save(root / "content/articles/a.yaml", FILES["content/articles/a.yaml"].replace("First", "Second"))
        assert wait_until(lambda: bool(index_of(live)) and index_of(live) != first)


@pytest.mark.parametrize("poll", [False, True], ids=["by events", "by looking"])
def test_another_folder_in_the_place_of_the_dossier_is_followed(
    root: Path, tmp_path: Path, poll: bool
) -> None:
    with following(root, poll=poll) as (live, _, _):
        assert wait_until(page_has(live, "First title"))
        other = tmp_path / "other"
        shutil.copytree(root, other)
        save(other / "content/articles/a.yaml", FILES["content/articles/a.yaml"].replace("First", "Other"))
        root.rename(tmp_path / "away")
        other.rename(root)
        assert wait_until(page_has(live, "Other title"))
        save(root / "content/articles/a.yaml", FILES["content/articles/a.yaml"].replace("First", "Newest"))
        assert wait_until(page_has(live, "Newest title"))


def test_a_dossier_that_is_away_for_a_while_is_followed_again(root: Path, tmp_path: Path) -> None:
    with following(root) as (live, thread, _):
        assert wait_until(page_has(live, "First title"))
        root.rename(tmp_path / "away")
        assert wait_until(lambda: "no-dossier" in live.now.problems or bool(live.now.problems))
        assert page_has(live, "First title")()
        (tmp_path / "away").rename(root)
        assert wait_until(lambda: not live.now.problems)
        assert thread.is_alive()


def test_where_the_system_watches_no_more_it_says_so_and_looks(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: BaseObserver, *_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(BaseObserver, "schedule", refuse)
    told: list[str] = []
    with following(root, told=told) as (live, thread, _):
        assert wait_until(page_has(live, "First title"))
        save(root / "content/articles/a.yaml", FILES["content/articles/a.yaml"].replace("First", "Second"))
        assert wait_until(page_has(live, "Second title"))
        assert thread.is_alive()
    assert [line for line in told if "watches no more folders" in line] == [watching._FULL]


def test_events_that_were_lost_are_made_good_by_a_look(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching._Bell, "on_any_event", lambda _self, _event: None)
    with following(root) as (live, _, _):
        assert wait_until(page_has(live, "First title"))
        save(root / "content/articles/a.yaml", FILES["content/articles/a.yaml"].replace("First", "Second"))
        assert wait_until(page_has(live, "Second title"))


def test_a_look_rings_no_bell(root: Path) -> None:
    bell, sight = Event(), Sight(root)
    watch = Watch(root, bell, [].append)
    sight.look()
    watch.follow(sight)
    bell.clear()
    try:
        sight.look()
        for path in root.rglob("*.yaml"):
            path.read_bytes()
        assert not bell.wait(0.3)
        save(root / "content/articles/a.yaml", "title: Second\n")
        assert bell.wait(10)
    finally:
        watch.end()


def test_the_folder_that_was_put_in_the_place_of_another_is_watched(root: Path) -> None:
    bell, sight = Event(), Sight(root)
    watch = Watch(root, bell, [].append)
    sight.look()
    watch.follow(sight)
    try:
        shutil.copytree(root / "content", root / "other")
        (root / "content").rename(root / "away")
        (root / "other").rename(root / "content")
        assert sight.look()
        watch.follow(sight)
        assert bell.wait(1), "what changed meanwhile is looked at once more"
        bell.clear()
        assert not bell.wait(0.5)
        save(root / "content/articles/a.yaml", "title: Second\n")
        assert bell.wait(10)
    finally:
        watch.end()


def test_a_page_that_is_looked_at_is_told_of_its_own_changes_alone() -> None:
    live = Live()
    pages = frozenset({"a.html", "b.html"})
    files = {"a.html": b"<html><head></head>one</html>", "b.html": b"<html><head></head>one</html>"}
    live.show(Now(Shown(files, pages, frozenset())))
    with PreviewServer(0, live, Marks("/~x/")) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        shown = live.now.shown
        assert shown is not None
        stream = _Stream(server.port, "a.html", shown.state("a.html"))
        try:
            assert json.loads(stream.next("told")) == {"problems": "", "drafts": []}
            live.show(Now(Shown(files | {"b.html": b"<html><head></head>two</html>"}, pages, frozenset())))
            stream.next("told")
            live.show(Now(live.now.shown, "error[x]"))
            assert json.loads(stream.next("told"))["problems"] == "error[x]"
            assert "reload" not in stream.seen
            live.show(Now(Shown(files | {"a.html": b"<html><head></head>two</html>"}, pages, frozenset())))
            stream.next("reload")
        finally:
            stream.close()
            live.end()
            server.shutdown()
            thread.join()


def test_a_page_that_was_left_makes_room_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.serve.live.MAX_STREAMS", 1)
    live = Live()
    live.show(Now(Shown({"a.html": b"one"}, frozenset({"a.html"}), frozenset())))
    with PreviewServer(0, live, Marks("/~x/")) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            for _ in range(3):
                stream = _Stream(server.port, "a.html", "")
                stream.next("told")
                stream.close()
                assert wait_until(lambda: not live.looked_at, 10)
        finally:
            live.end()
            server.shutdown()
            thread.join()


def test_a_page_that_was_opened_before_there_was_a_site_learns_of_it() -> None:
    page = answer(Asked("", "", False), Now(None, "error[x]"), Marks("/~x/"))
    assert page.status == 503
    found = re.search(rb'data-page="([^"]*)" data-state="([^"]*)"', page.content)
    assert found is not None
    shown = Shown({"index.html": b"<html>"}, frozenset({"index.html"}), frozenset())
    assert shown.state(found[1].decode()).encode() != found[2]


class _Stream:
    """Reads events."""

    def __init__(self, port: int, page: str, state: str) -> None:
        self._connection = socket.create_connection(("127.0.0.1", port), 10)
        asked = f"GET /~x/events?page={page}&state={state} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        self._connection.sendall(asked.encode())
        self.close = self._connection.close
        self.seen = ""
        self._rest = ""

    def next(self, kind: str) -> str:
        """Return the data of the next event of a kind."""
        while True:
            event, ended, rest = self._rest.partition("\n\n")
            if ended:
                self._rest = rest
                if f"event: {kind}\n" in f"{event}\n":
                    return event.rpartition("data: ")[2]
                continue
            part = self._connection.recv(1 << 16).decode()
            assert part, "the stream goes on"
            self.seen += part
            self._rest += part


def test_nothing_is_shown_of_a_state_whose_looked_at_page_cannot_be_made() -> None:
    class Broken(Shown):
        def file(self, path: str) -> bytes | None:
            raise ValueError(path)

    live = Live()
    live.show(Now(Shown({"a.html": b"one"}, frozenset({"a.html"}), frozenset())))
    before = live.now
    with live.looking_at("a.html"), pytest.raises(ValueError, match=r"a\.html"):
        live.show(Now(Broken({}, frozenset(), frozenset())))
    assert live.now is before


def test_a_preview_shows_what_a_clean_build_makes_of_the_same(root: Path, tmp_path: Path) -> None:
    from tests.serve.following import built_files

    with following(root) as (live, _, _):
        built = built_files(root, tmp_path / "clean")
        assert isinstance(built, dict)
        assert wait_until(lambda: is_shown(live, built))
