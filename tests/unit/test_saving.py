"""What readers save a site by: which files are the edition, what names it, and how it is taken back."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from builder.render.templatefiles import template_folders
from builder.saving import EDITION, FILES, WORKER, add_saving
from builder.serve.memory import MemorySite

SITE = {
    "index.html": b"<p>first",
    "claims/a.html": b"<p>second",
    "pagefind/pagefind.js": b"x",
    "pagefind-offline/engine.js": b"y",
    "404.html": b"lost",
    "robots.txt": b"z",
    ".nojekyll": b"",
    ".well-known/security.txt": b"s",
    "_headers": b"h",
    "CNAME": b"dossier.example",
}


def offered(files: dict[str, bytes] = SITE, *, is_offered: bool = True) -> dict[str, bytes]:
    site = MemorySite()
    for path, content in files.items():
        site.write(path, content)
    add_saving(site, template_folders(Path()), frozenset({"CNAME"}), is_offered=is_offered)
    return site.files


def test_an_edition_is_what_pages_lead_to_over_the_web():
    files = offered()
    listed = json.loads(files[FILES])["files"]
    assert listed == [
        [path, sha256(SITE[path]).hexdigest()]
        for path in ("claims/a.html", "index.html", "pagefind/pagefind.js")
    ]
    assert json.loads(files[EDITION]) == {
        "edition": sha256(files[FILES]).hexdigest(),
        "files": 3,
        "bytes": sum(len(SITE[path]) for path, _ in listed),
    }


@pytest.mark.parametrize(
    "other",
    [{**SITE, "index.html": b"<p>other"}, {**SITE, "more.html": b"<p>first"}, {"index.html": b"<p>first"}],
)
def test_every_change_of_a_file_is_another_edition_and_the_worker_is_the_same(other: dict[str, bytes]):
    one, another = offered(), offered(other)
    assert one[EDITION] != another[EDITION]
    assert one[WORKER] == another[WORKER]


def test_what_a_reader_sees_without_page_and_connection_is_said_by_the_worker():
    assert b"This page is not kept on this device" in offered()[WORKER]


def test_where_saving_is_not_offered_a_worker_takes_its_leave():
    files = offered(is_offered=False)
    assert files.keys() - SITE.keys() == {WORKER}
    assert b"registration.unregister()" in files[WORKER]
