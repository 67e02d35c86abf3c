"""Where the former site may hold words that are withheld by now, none of it is kept anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.output.destination import destination
from builder.output.generations import Summary, open_generation
from tests.fault.toy_build import Fault, in_child


def publish(root: Path, pages: dict[str, str], *, keep: bool = False) -> Summary:
    with open_generation(destination(root)) as generation:
        for path, text in pages.items():
            generation.write(path, text.encode())
        return generation.commit(keep_replaced=keep)


def kept(root: Path) -> list[str]:
    return [path.name for path in (root / ".build").rglob("*.html")]


def test_the_former_site_is_gone_after_a_change(root):
    publish(root, {"a.html": "secret"})
    publish(root, {"a.html": "public"})
    assert kept(root) == []


def test_a_site_that_was_kept_before_goes_also_where_nothing_changes(root):
    for text in ("secret", "public"):
        publish(root, {"a.html": text}, keep=True)
    assert kept(root) == ["a.html"]
    assert not publish(root, {"a.html": "public"}).is_new
    assert kept(root) == []


def test_the_next_build_still_knows_every_file(root):
    publish(root, {"a.html": "one", "b.html": "two"}, keep=True)
    publish(root, {"a.html": "one", "b.html": "new"}, keep=True)
    publish(root, {"a.html": "one", "b.html": "new"})
    record = (root / f".build/{destination(root).key}.json").read_text()
    publish(root, {"a.html": "one", "b.html": "new"})
    assert (root / f".build/{destination(root).key}.json").read_text() == record
    for path in ("a.html", "b.html"):
        assert f'"{path}"' in record


@pytest.mark.parametrize("at", range(1, 12))
def test_whatever_fails_while_it_is_removed_the_new_site_stands_and_the_next_build_removes_it(root, at):
    publish(root, {f"{number}.html": "secret" for number in range(4)})
    pages = {f"{number}.html": "public" for number in range(4)}
    in_child(lambda: str(publish(root, pages)), Fault("kill", at, ("unlink", "rmdir", "rename")))
    publish(root, pages)
    assert [(root / f"site/{number}.html").read_text() for number in range(4)] == ["public"] * 4
    assert kept(root) == []
